//! A text at an address elsewhere: asked for only when the reader has said yes.

use std::rc::Rc;

use reading::{
    Source, View,
    link::address::{self, fetched_from},
};

use crate::{
    protocol::files::{GivenFile, Order, Task},
    state::{Dialog, Effect, History, Input, State},
    strings,
};

/// A view of a text that the reader is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What to show when the text is here.
    pub view: View,
    /// Whether Back leads to what was open before.
    pub history: History,
}

impl Asked {
    /// The address that would be asked.
    #[must_use]
    pub fn address(&self) -> String {
        fetched_from(self.view.address.as_deref().unwrap_or_default()).into_owned()
    }
}

impl State {
    /// Asks the reader whether the text of a view may be fetched.
    pub(super) fn ask_address(&mut self, view: View, history: History) {
        self.opening = None;
        self.asked = Some(Asked { view, history });
        self.dialog = Some(Dialog::Address);
    }

    /// Takes an address, or the number of a thread, that the reader wrote.
    pub(super) fn type_address(&mut self, text: &str) {
        let written = text.trim();
        match address::thread(written).or_else(|| address::address(written)) {
            Some(address) => {
                self.corrections.arriving.clear();
                let own = View { source: Source::Opened, ..self.carried() };
                self.ask_address(View { address: Some(address), ..own }, History::Push);
            }
            None => {
                self.dialog = None;
                self.notices.tell(strings::NO_ADDRESS);
            }
        }
    }

    /// The reader says yes.
    pub(super) fn fetch_address(&mut self, effects: &mut Vec<Effect>) {
        let Some(Asked { view, history }) = self.asked.take() else { return };
        self.dialog = None;
        self.notices.clear();
        let address = view.address.clone().unwrap_or_default();
        let title = address::host(&fetched_from(&address)).to_owned();
        let id = self.wait(view, title, history);
        effects.push(Effect::Order(Order { id, task: Task::Fetch(address) }));
    }

    /// The reader says no, in whatever way: nothing is asked of anybody.
    pub(super) fn leave_address(&mut self) {
        let Some(asked) = self.asked.take() else { return };
        self.notices.tell(strings::not_asked(address::host(&asked.address())));
        self.await_copy(asked.view);
    }

    /// Opens what came from an address.
    pub(super) fn take_fetched(&mut self, file: GivenFile, effects: &mut Vec<Effect>) {
        let Some(opening) = self.opening.clone() else { return };
        let input = Input { source: Source::Opened, bytes: file.bytes, name: file.name };
        self.read(Rc::new(input), opening.view, opening.history, effects);
    }

    /// The next text that the reader opens is taken for the one that did not come.
    pub(super) fn await_copy(&mut self, view: View) {
        self.awaited = Some(View { address: None, ..view });
    }

    /// Whether what the reader opened last is the text of a view.
    pub(super) fn is_opened(&self, view: &View) -> bool {
        match (&view.text, &view.address) {
            (Some(hash), _) => self.opened_hash.as_ref() == Some(hash),
            (None, Some(address)) => self.opened_address.as_ref() == Some(address),
            (None, None) => true,
        }
    }
}
