//! The library: what is kept of what is open, and what comes back.

use std::rc::Rc;

use reading::{
    Source,
    corrections::Log,
    link::{self, HASH_DIGITS},
};

use crate::{
    state::{Effect, Entry, History, Input, Kept, State, Stored, Task},
    strings,
};

/// The name of an opened text in the library, by the start of its SHA-256.
#[must_use]
pub fn key_of(hash: &str) -> String {
    format!("t/{hash}")
}

impl State {
    /// Gives what comes its name, in links and in the library.
    pub(super) fn name_text(&mut self, input: &Option<Rc<Input>>, hash: &str) {
        let hash = hash.get(..HASH_DIGITS).unwrap_or(hash);
        let key = match &self.view.source {
            Source::Bundled(slug) => format!("d/{slug}"),
            Source::First | Source::Opened => {
                if self.view.text.as_deref().is_some_and(|wanted| wanted != hash) {
                    self.notices.tell(strings::TEXT_DIFFERS);
                }
                self.view.text = Some(hash.to_owned());
                self.opened.clone_from(input);
                self.opened_hash.clone_from(&self.view.text);
                self.opened_address.clone_from(&self.view.address);
                key_of(hash)
            }
        };
        if key != self.corrections.key {
            self.corrections.key = key;
            self.corrections.log = Log::default();
            self.corrections.theirs = Vec::new();
            self.corrections.unsaved = 0;
            self.corrections.said = String::new();
        }
    }

    /// Keeps what was opened, and asks for its corrections.
    pub(super) fn keep_text(&self, effects: &mut Vec<Effect>) {
        let (Some(input), Some(machine)) = (&self.input, &self.corrections.machine) else { return };
        let entry = Entry {
            key: self.corrections.key.clone(),
            title: machine.discussion.title.clone(),
            name: input.name.clone(),
            view: link::encode(&self.view),
        };
        let file = (input.source == Source::Opened).then(|| input.bytes.clone());
        effects.push(Effect::Store(Task::Open { entry, file }));
    }

    /// Takes what became of what is kept.
    pub(super) fn stored(&mut self, stored: Stored, effects: &mut Vec<Effect>) {
        match stored {
            Stored::Corrections { key, records, steps } => {
                self.load(&key, records, &steps, effects);
            }
            Stored::Changed => {
                self.corrections.unsaved = self.corrections.unsaved.saturating_sub(1);
            }
            Stored::Found { request, found } => {
                let Some(opening) = self.opening.take_if(|_| request == self.request) else {
                    return;
                };
                match found.map(|kept| *kept) {
                    Some(Kept { entry, file: Some(bytes), .. }) => {
                        let input = Input { source: Source::Opened, bytes, name: entry.name };
                        self.read(Rc::new(input), opening.view, opening.history, effects);
                    }
                    _ => self.not_here(opening.view, opening.history),
                }
            }
            Stored::Listed { entries, used } => {
                self.shelf.entries = entries.into();
                self.shelf.used = used;
                self.shelf.renaming = None;
                self.shelf.deleting = None;
            }
            Stored::Imported(mut all) => {
                self.notices.clear();
                self.notices.tell(strings::imported(all.len()));
                if let (Some(kept), true) = (all.pop(), all.is_empty()) {
                    self.open_file(kept, effects);
                } else {
                    effects.push(Effect::Store(Task::List));
                }
            }
            Stored::NotImported => self.notices.tell(strings::NOT_IMPORTED),
            Stored::Refused => {
                self.shelf.refused = true;
                self.notices.tell(strings::STORAGE_REFUSED);
                let (key, records) =
                    (self.corrections.key.clone(), self.corrections.log.records.clone());
                self.load(&key, records, "", effects);
                if let Some(opening) =
                    self.opening.take_if(|o| o.input.is_none() && o.view.text.is_some())
                {
                    self.not_here(opening.view, opening.history);
                }
            }
        }
    }

    /// Opens what a file holds.
    fn open_file(&mut self, kept: Kept, effects: &mut Vec<Effect>) {
        self.dialog = None;
        let (view, _) = link::decode(&kept.entry.view);
        self.corrections.arriving = kept.corrections;
        match kept.file {
            Some(bytes) if view.source == Source::Opened => {
                let input = Input { source: Source::Opened, bytes, name: kept.entry.name };
                self.read(Rc::new(input), view, History::Push, effects);
            }
            _ => self.go(view, History::Push, effects),
        }
    }

    /// Opens a text of the library.
    pub(super) fn open_kept(&mut self, view: &str, effects: &mut Vec<Effect>) {
        self.dialog = None;
        self.notices.clear();
        self.corrections.arriving.clear();
        self.go(link::decode(view).0, History::Push, effects);
    }
}
