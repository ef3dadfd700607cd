//! Opening a text: what is asked for, what came, and what stays where nothing comes.

use std::rc::Rc;

use reading::{
    LinkNote, ReaderBorder, Reading, Source, Tab, View,
    link::{
        self,
        cargo::{cargo, lines, split_text},
    },
};

use crate::{
    protocol::{Outcome, Progress, Reply, Request, Unread},
    state::{
        BundledText, Effect, History, Panel, Shared, State, Task, keeping::FILE_BEGINNING,
        shelf::key_of,
    },
    strings,
};

/// A text as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// Where from.
    pub source: Source,
    /// As they came.
    pub bytes: Vec<u8>,
    /// Name of the file.
    pub name: Option<String>,
}

/// A text on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// What to show when it is here.
    pub view: View,
    /// What it is called, as far as known.
    pub title: String,
    /// The text, once fetched.
    pub input: Option<Rc<Input>>,
    /// Whether Back leads to what was open before.
    pub history: History,
    /// Whether it waits for the list of bundled texts.
    pub for_list: bool,
    /// How far its reading has come, once that is known.
    pub progress: Option<Progress>,
}

impl State {
    /// Takes the address with which the page starts.
    pub(super) fn start(&mut self, fragment: &str, effects: &mut Vec<Effect>) {
        let (view, notes) = link::decode(fragment);
        self.came_by_link = view != View::default();
        self.arrive(fragment, view, &notes, effects);
    }

    /// Shows what a link asks for, once what it carries is unpacked.
    fn arrive(
        &mut self,
        fragment: &str,
        view: View,
        notes: &[LinkNote],
        effects: &mut Vec<Effect>,
    ) {
        notes.iter().for_each(|note| self.notices.tell(strings::link_note(note)));
        self.panel = panel_of(view.tab);
        if self.asked.take().is_some() {
            self.dialog = None;
        }
        let cargo = cargo(fragment);
        if cargo.is_empty() {
            self.go(view, History::Replace, effects);
        } else {
            let request = self.wait(view, String::new(), History::Replace);
            effects.push(Effect::Unpack { request, cargo });
        }
    }

    /// Takes what a link carried.
    pub(super) fn unpacked(
        &mut self,
        request: u32,
        text: Option<Result<Vec<u8>, ()>>,
        corrections: Option<Result<Vec<u8>, ()>>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(opening) = self.opening.take_if(|_| request == self.request) else { return };
        match corrections {
            Some(Ok(bytes)) => self.corrections.arriving = lines(&bytes),
            Some(Err(())) => self.notices.tell(strings::CORRECTIONS_DAMAGED),
            None => {}
        }
        match text {
            Some(Ok(bytes)) => {
                let (name, bytes) = split_text(&bytes);
                let view = View { source: Source::Opened, ..opening.view };
                let input = Input { source: Source::Opened, bytes, name };
                self.read(Rc::new(input), view, opening.history, effects);
                return;
            }
            Some(Err(())) => self.notices.tell(strings::TEXT_DAMAGED),
            None => {}
        }
        self.go(opening.view, opening.history, effects);
    }

    /// Takes an address that the reader went to.
    pub(super) fn restore(&mut self, fragment: &str, effects: &mut Vec<Effect>) {
        let (view, notes) = link::decode(fragment);
        let same = link::encode(&view) == link::encode(&self.view);
        if self.opening.is_none() && same && cargo(fragment).is_empty() {
            return;
        }
        self.notices.clear();
        self.arrive(fragment, view, &notes, effects);
    }

    /// Takes the list of bundled texts, and opens what waits for it.
    pub(super) fn list(
        &mut self,
        listed: Result<Vec<BundledText>, String>,
        effects: &mut Vec<Effect>,
    ) {
        self.library.listed = true;
        match listed {
            Ok(texts) => self.library.texts = texts.into(),
            Err(sentence) => self.notices.tell(sentence),
        }
        if let Some(Opening { view, history, .. }) =
            self.opening.clone().filter(|opening| opening.for_list)
        {
            self.go(view, history, effects);
        }
    }

    pub(super) fn open_bundled(&mut self, slug: String, effects: &mut Vec<Effect>) {
        self.dialog = None;
        self.notices.clear();
        self.panel = Panel::Text;
        self.corrections.arriving.clear();
        let view = View { source: Source::Bundled(slug), ..self.carried() };
        self.go(view, History::Push, effects);
    }

    pub(super) fn open_input(
        &mut self,
        bytes: Vec<u8>,
        name: Option<String>,
        effects: &mut Vec<Effect>,
    ) {
        if bytes.starts_with(FILE_BEGINNING) {
            effects.push(Effect::Store(Task::Import(bytes)));
            return;
        }
        self.dialog = None;
        self.notices.clear();
        let view = self.awaited.take();
        if view.is_none() {
            self.corrections.arriving.clear();
        }
        let view = view.unwrap_or_else(|| View { source: Source::Opened, ..self.carried() });
        let input = Rc::new(Input { source: Source::Opened, bytes, name });
        self.read(input, view, History::Push, effects);
    }

    /// What of the view goes along to another text.
    pub(super) fn carried(&self) -> View {
        View { unmatched: self.view.unmatched, marks_off: self.view.marks_off, ..View::default() }
    }

    /// Shows a view: at once where its text is open, else when the text is here.
    pub(super) fn go(&mut self, mut view: View, history: History, effects: &mut Vec<Effect>) {
        if view.source == Source::Opened {
            let opened = self.opened.clone().filter(|_| self.is_opened(&view));
            match (opened, view.text.clone()) {
                (Some(input), _) => {
                    view.text.clone_from(&self.opened_hash);
                    self.reuse(input, view, history, effects);
                }
                (None, Some(hash)) => {
                    let request = self.wait(view, String::new(), history);
                    effects.push(Effect::Store(Task::Find { request, key: key_of(&hash) }));
                }
                (None, None) => self.not_here(view, history),
            }
            return;
        }
        self.awaited = None;
        if !self.library.listed {
            self.wait(view, String::new(), history);
            self.opening.iter_mut().for_each(|opening| opening.for_list = true);
            return;
        }
        view.text = None;
        let wanted = match &view.source {
            Source::Bundled(slug) => self.library.text(slug),
            _ => self.library.first(),
        };
        let text = match (wanted, self.library.first()) {
            (Some(text), _) => text.clone(),
            (None, Some(first)) => {
                let first = first.clone();
                if let Source::Bundled(slug) = &view.source {
                    self.notices.tell(strings::no_such_text(slug));
                }
                view = self.carried();
                first
            }
            // The sentence that says why there is no list is already there.
            (None, None) => {
                self.opening = None;
                return;
            }
        };
        view.source = Source::Bundled(text.slug.clone());
        if let Some(input) = self.input.clone().filter(|input| input.source == view.source) {
            self.reuse(input, view, history, effects);
            return;
        }
        let request = self.wait(view, text.title.clone(), history);
        effects.push(Effect::Fetch { request, file: text.file, title: text.title });
    }

    /// Shows a view of a text that is in memory. Another border follows from the view.
    fn reuse(&mut self, input: Rc<Input>, view: View, history: History, effects: &mut Vec<Effect>) {
        if self.reading.is_none() || self.input.as_ref() != Some(&input) {
            self.read(input, view, history, effects);
            return;
        }
        self.opening = None;
        self.request = self.request.wrapping_add(1);
        if view.place != self.view.place {
            effects.push(Effect::Scroll(view.place.unwrap_or(1)));
        }
        self.view = view;
        if !self.corrections.arriving.is_empty() {
            effects.push(Effect::Store(Task::Load(self.corrections.key.clone())));
        }
    }

    pub(super) fn wait(&mut self, view: View, title: String, history: History) -> u32 {
        self.request = self.request.wrapping_add(1);
        self.opening =
            Some(Opening { view, title, input: None, history, for_list: false, progress: None });
        self.request
    }

    /// The text that a link was made for is not here: it may be fetched, or else the next one that is
    /// opened is taken for it.
    pub(super) fn not_here(&mut self, view: View, history: History) {
        if view.address.is_some() {
            self.ask_address(view, history);
            return;
        }
        self.opening = None;
        self.notices.tell(strings::TEXT_NOT_HERE);
        self.awaited = Some(view);
    }

    pub(super) fn read(
        &mut self,
        input: Rc<Input>,
        view: View,
        history: History,
        effects: &mut Vec<Effect>,
    ) {
        let title = self.opening.take().map(|opening| opening.title);
        let title = title.or_else(|| input.name.clone()).unwrap_or_default();
        self.request = self.request.wrapping_add(1);
        effects.push(Effect::Read(Request {
            id: self.request,
            bytes: input.bytes.clone(),
            name: input.name.clone(),
            border: view.border.into(),
        }));
        let input = Some(input);
        self.opening =
            Some(Opening { view, title, input, history, for_list: false, progress: None });
    }

    /// Reads what is open once more where the view wants another border than it was read with.
    pub(super) fn follow_border(&mut self, history: History, effects: &mut Vec<Effect>) {
        let Some(input) = self.input.clone() else { return };
        let read_with = match &self.opening {
            None => self.read_with,
            Some(opening) if opening.input.as_ref() == Some(&input) => opening.view.border,
            Some(_) => return,
        };
        if self.view.border != read_with {
            self.read(input, self.view.clone(), history, effects);
        }
    }

    pub(super) fn fetched(
        &mut self,
        request: u32,
        fetched: Result<Vec<u8>, String>,
        effects: &mut Vec<Effect>,
    ) {
        if request != self.request {
            return;
        }
        let Some(opening) = self.opening.clone() else { return };
        match fetched {
            Ok(bytes) => {
                let Source::Bundled(slug) = &opening.view.source else { return };
                let name = self.library.text(slug).map(|text| text.file.clone());
                let input = Input { source: opening.view.source.clone(), bytes, name };
                self.read(Rc::new(input), opening.view, opening.history, effects);
            }
            Err(sentence) => self.give_up(sentence),
        }
    }

    pub(super) fn answered(&mut self, reply: Reply, effects: &mut Vec<Effect>) {
        if reply.id != self.request {
            return;
        }
        let Some(mut opening) = self.opening.take() else { return };
        match reply.outcome {
            Err(Unread::Underway(progress)) => {
                opening.progress = Some(progress);
                self.opening = Some(opening);
            }
            Err(Unread::Foreign) => self.convert(opening, effects),
            Err(Unread::NoModel(file)) => self.give_up(strings::model_failed(&file)),
            Err(Unread::Because(why)) => self.give_up(why.words()),
            Ok(Outcome { discussion, analysis }) => {
                let same = self.input == opening.input
                    && self.view.address == opening.view.address
                    && self.reading.is_some();
                self.read_with = opening.view.border;
                self.packed = reply.packed;
                // Whatever was asked for while the border moved is kept.
                if !same {
                    self.view = opening.view;
                }
                self.name_text(&opening.input, &analysis.stamp.text);
                self.input = opening.input;
                let machine = Shared::new(Reading::new(discussion, analysis, self.lowercase));
                self.corrections.machine = Some(machine);
                if !same || !self.corrections.arriving.is_empty() {
                    self.keep_text(effects);
                }
                if let Some(reading) = self.choose_reading() {
                    self.show(reading, effects);
                }
                self.deepen(effects);
                if !same {
                    effects.push(Effect::Scroll(self.view.place.unwrap_or(1)));
                }
            }
        }
    }

    /// The reader does not want to wait any longer: what was open stays open.
    pub(super) fn stop_opening(&mut self, effects: &mut Vec<Effect>) {
        if self.opening.take().is_none() {
            return;
        }
        // Whatever still comes is for a request that is no longer the newest.
        self.request = self.request.wrapping_add(1);
        self.view.border = self.read_with;
        effects.push(Effect::StopReading);
        if self.reading.is_some() {
            let fragment = link::encode(&self.view);
            effects.push(Effect::WriteAddress { fragment, history: History::Replace });
        }
    }

    /// Nothing came: says so, and what was open stays open.
    pub(super) fn give_up(&mut self, sentence: String) {
        self.opening = None;
        self.view.border = self.read_with;
        self.notices.tell(sentence);
    }

    /// The border one paragraph up or down from where it is.
    #[must_use]
    pub fn border_moved_by(&self, step: i32) -> Option<ReaderBorder> {
        let reading: &Shared<Reading> = self.reading.as_ref()?;
        let now = i64::from(reading.discussion.border.paragraph?.0) + 1;
        let last = i64::try_from(self.paragraphs()).ok()?;
        let next = now + i64::from(step);
        (2..=last).contains(&next).then_some(())?;
        u32::try_from(next).ok().map(ReaderBorder::Before)
    }
}

fn panel_of(tab: Tab) -> Panel {
    match tab {
        Tab::Read | Tab::Matrix | Tab::Network | Tab::Concordance => Panel::Text,
        Tab::Overview => Panel::Overview,
    }
}
