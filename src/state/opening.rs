//! Opening a text: what is asked for, what came, and what stays where nothing comes.

use std::rc::Rc;

use reading::{ReaderBorder, Reading, Source, Tab, View, link};

use crate::{
    protocol::{Outcome, Progress, Reply, Request, Unread},
    state::{BundledText, Effect, History, Panel, Shared, State},
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
    /// How far its reading has come, once that is known.
    pub progress: Option<Progress>,
}

impl State {
    /// Takes the address with which the page starts.
    pub(super) fn start(&mut self, fragment: &str, effects: &mut Vec<Effect>) {
        let (view, notes) = link::decode(fragment);
        notes.iter().for_each(|note| self.notices.tell(note.to_string()));
        self.panel = panel_of(view.tab);
        self.go(view, History::Replace, effects);
    }

    /// Takes an address that the reader went to.
    pub(super) fn restore(&mut self, fragment: &str, effects: &mut Vec<Effect>) {
        let (view, notes) = link::decode(fragment);
        if self.opening.is_none() && link::encode(&view) == link::encode(&self.view) {
            return;
        }
        self.notices.clear();
        notes.iter().for_each(|note| self.notices.tell(note.to_string()));
        self.panel = panel_of(view.tab);
        self.go(view, History::Replace, effects);
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
            self.opening.clone().filter(|opening| opening.input.is_none())
        {
            self.go(view, history, effects);
        }
    }

    pub(super) fn open_bundled(&mut self, slug: String, effects: &mut Vec<Effect>) {
        self.dialog = None;
        self.notices.clear();
        self.panel = Panel::Text;
        let view = View { source: Source::Bundled(slug), ..self.carried() };
        self.go(view, History::Push, effects);
    }

    pub(super) fn open_input(
        &mut self,
        bytes: Vec<u8>,
        name: Option<String>,
        effects: &mut Vec<Effect>,
    ) {
        self.dialog = None;
        self.notices.clear();
        let view = self.awaited.take();
        let view = view.unwrap_or_else(|| View { source: Source::Opened, ..self.carried() });
        let input = Rc::new(Input { source: Source::Opened, bytes, name });
        self.read(input, view, History::Push, effects);
    }

    /// What of the view goes along to another text.
    pub(super) fn carried(&self) -> View {
        View { unmatched: self.view.unmatched, marks_off: self.view.marks_off, ..View::default() }
    }

    /// Shows a view: at once where its text is open, else when the text is here.
    fn go(&mut self, mut view: View, history: History, effects: &mut Vec<Effect>) {
        if view.source == Source::Opened {
            match self.opened.clone() {
                Some(input) => self.reuse(input, view, history, effects),
                None => {
                    self.notices.tell(strings::TEXT_NOT_HERE);
                    self.awaited = Some(view);
                }
            }
            return;
        }
        self.awaited = None;
        if !self.library.listed {
            self.wait(view, String::new(), history);
            return;
        }
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
    }

    fn wait(&mut self, view: View, title: String, history: History) -> u32 {
        self.request = self.request.wrapping_add(1);
        self.opening = Some(Opening { view, title, input: None, history, progress: None });
        self.request
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
        self.opening = Some(Opening { view, title, input: Some(input), history, progress: None });
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
            Err(Unread::Because(sentence)) => self.give_up(sentence),
            Ok(Outcome { discussion, analysis }) => {
                let same = self.input == opening.input && self.reading.is_some();
                self.read_with = opening.view.border;
                self.packed = reply.packed;
                // Whatever was asked for while the border moved is kept.
                if !same {
                    self.view = opening.view;
                }
                if self.view.source == Source::Opened {
                    self.opened.clone_from(&opening.input);
                }
                self.input = opening.input;
                self.show(Reading::new(discussion, analysis, self.lowercase), effects);
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
