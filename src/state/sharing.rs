//! Passing a view on: the kinds of links, what each contains, and how long it is.

use reading::{
    View,
    link::{
        self,
        cargo::{join_text, with_cargo},
    },
};

use crate::state::{Dialog, Effect, Entry, Kept, State, Task};

/// What a link contains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShareKind {
    /// The view alone.
    #[default]
    View,
    /// The view and the corrections; whoever opens it has or opens the text.
    Corrections,
    /// The view, the corrections and the text.
    Everything,
}

impl ShareKind {
    /// All, from the shortest link to the longest.
    pub const ALL: [Self; 3] = [Self::View, Self::Corrections, Self::Everything];
}

/// What came of an attempt to copy the link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is in the clipboard.
    Done,
    /// The clipboard was refused: the address, for copying by hand.
    ByHand(String),
}

/// The dialog in which a view is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// The kind that is chosen.
    pub kind: ShareKind,
    /// The packed text, once it is.
    pub text: Option<Vec<u8>>,
    /// The packed corrections, once they are.
    pub corrections: Option<Vec<u8>>,
    /// Whether packing is over.
    pub packed: bool,
}

/// From this length on some chat programs cut links, in characters.
pub const SHORT: usize = 2_000;
/// From this length on most programs other than browsers cut links.
pub const LONG: usize = 8_000;

impl State {
    /// Opens the dialog and has what it may share packed.
    pub(super) fn open_sharing(&mut self, effects: &mut Vec<Effect>) {
        let Some(input) = &self.input else { return };
        self.dialog = Some(Dialog::Share);
        self.copied = None;
        self.sharing = Sharing { kind: self.sharing.kind, ..Sharing::default() };
        let lines = self.shared_lines();
        effects.push(Effect::Pack {
            text: join_text(input.name.as_deref(), &input.bytes),
            corrections: (!lines.is_empty()).then(|| lines.join("\n").into_bytes()),
        });
    }

    /// The corrections of the reading that is shown: none of the machine's.
    #[must_use]
    pub fn shown_lines(&self) -> Vec<String> {
        if self.view.show == reading::Show::Machine { Vec::new() } else { self.shared_lines() }
    }

    /// The corrections that go with what is shared.
    #[must_use]
    pub fn shared_lines(&self) -> Vec<String> {
        if self.view.show == reading::Show::Theirs {
            return self.corrections.theirs.clone();
        }
        self.corrections.log.records.iter().map(|record| record.line.clone()).collect()
    }

    /// The link of a kind as a fragment; none where it is too long to be one or not packed yet.
    #[must_use]
    pub fn shared_link(&self, kind: ShareKind) -> Option<String> {
        let Sharing { text, corrections, packed, .. } = &self.sharing;
        let text = text.as_deref().filter(|_| kind == ShareKind::Everything);
        let corrections = corrections.as_deref().filter(|_| kind != ShareKind::View);
        if kind == ShareKind::Everything && (text.is_none() || !packed) {
            return None;
        }
        let fragment = with_cargo(link::encode(&self.view_to_pass_on()), text, corrections);
        (fragment.len() <= link::MAX_BYTES).then_some(fragment)
    }

    /// The view for somebody else, who is shown the same; whose reading it is, is another's then.
    pub(super) fn view_to_pass_on(&self) -> View {
        let mut view = self.view.clone();
        if view.show == reading::Show::Theirs {
            view.show = reading::Show::Mine;
        }
        view
    }

    /// What is open with everything that belongs to it, for a file.
    #[must_use]
    pub fn kept(&self) -> Option<Kept> {
        let (input, reading) = (self.input.as_ref()?, self.reading.as_ref()?);
        Some(Kept {
            entry: Entry {
                key: self.corrections.key.clone(),
                title: reading.discussion.title.clone(),
                name: input.name.clone(),
                view: link::encode(&self.view),
            },
            file: Some(input.bytes.clone()),
            corrections: self.shared_lines(),
        })
    }

    /// Writes what is open into a file.
    pub(super) fn save_file(&self, effects: &mut Vec<Effect>) {
        if let Some(kept) = self.kept() {
            effects.push(Effect::Store(Task::Save(Box::new(kept))));
        }
    }
}
