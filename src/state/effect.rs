//! What has to happen outside the state.

use std::rc::Rc;

use engine::{MentionId, Tier};
use reading::link::cargo::Cargo;

use crate::{
    protocol::{
        Request, deep,
        files::{Order, Written},
    },
    state::{Dialog, Language, Offer, Task, Theme},
};

/// Something to be done in the browser. Whatever comes of it comes back as an action.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch the list of bundled texts.
    ListTexts,
    /// Fetch a bundled text.
    Fetch {
        /// Number of the request.
        request: u32,
        /// Its file in the folder of texts.
        file: String,
        /// Its title, for the sentence that says that it did not come.
        title: String,
    },
    /// Read a text.
    Read(Request),
    /// Have the files program do something.
    Order(Order),
    /// Give the reader a file.
    Save(Written),
    /// Give the reader a drawing as a picture.
    SavePicture(Written),
    /// Stop reading.
    StopReading,
    /// Write the address.
    WriteAddress {
        /// With its number sign.
        fragment: String,
        /// Whether Back leads to the address before.
        history: History,
    },
    /// Show a dialog, or none.
    ShowDialog(Option<Dialog>),
    /// Show a theme and remember it.
    ShowTheme(Theme),
    /// Remember how many hints were taken away.
    KeepHints(u8),
    /// Show a language, by its number, and remember it.
    ShowLanguage(usize, Language),
    /// Copy the address of the page.
    CopyLink,
    /// Unpack what a link carries.
    Unpack {
        /// Number of the request.
        request: u32,
        /// Text and corrections.
        cargo: Cargo,
    },
    /// Pack what can be shared.
    Pack {
        /// The text.
        text: Vec<u8>,
        /// The corrections.
        corrections: Option<Vec<u8>>,
    },
    /// Copy a link, or give it to the system's own way of sharing.
    PassOn {
        /// The link's fragment.
        fragment: String,
        /// Copy it.
        copy: bool,
    },
    /// Do something with what is kept.
    Store(Task),
    /// Start the deep reader and have it load its weights, once what is read is on the page.
    StartDeep(Rc<Offer>),
    /// Have the deep reader do something.
    Deep(deep::Order),
    /// Tell the deep reader which paragraphs are on the screen.
    LookDeeper,
    /// End the deep reader.
    EndDeep,
    /// Remember whether the reader wants the deep reading.
    KeepDeep(bool),
    /// If the keyboard is on the mark of a mention, give it to the mark that takes its place.
    KeepFocus {
        /// The mention as it was.
        from: MentionId,
        /// The mention as it is.
        to: MentionId,
    },
    /// Say which tier's result is on the page.
    Ready(Option<Tier>),
    /// Name the page after what is open.
    Title(String),
    /// Bring a paragraph to the top, from 1.
    Scroll(u32),
    /// Bring the match that the reader is at to the screen.
    ShowMatch,
    /// Give the keyboard to something.
    Focus(FocusPlace),
}

/// Whether a new address becomes a step that Back undoes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum History {
    /// It does.
    #[default]
    Push,
    /// It takes the place of the one before.
    Replace,
}

/// Where the keyboard can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusPlace {
    /// A mark.
    Mark(MentionId),
    /// The panel with the reasons.
    Why,
    /// The address, all of it selected, for copying by hand.
    Address,
    /// The field that finds in the text.
    Find,
    /// The button that opens it.
    FindButton,
    /// The hint that is shown.
    Hint,
    /// The text as a whole.
    Text,
}
