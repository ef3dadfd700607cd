//! What the browser keeps: the library of opened texts, and what is to be done with it.

use std::rc::Rc;

use reading::corrections::{Change, Record};

/// A text in the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its name in the library: `d/` and the slug of a bundled text, `t/` and the start of the
    /// SHA-256 of any other.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// The name of its file.
    pub name: Option<String>,
    /// The link of the view that it was left with.
    pub view: String,
}

/// A text with everything that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What it is.
    pub entry: Entry,
    /// Its file; none for a bundled text.
    pub file: Option<Vec<u8>>,
    /// Its corrections as lines.
    pub corrections: Vec<String>,
}

/// The library as the page knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The texts, the one opened last first.
    pub entries: Rc<[Entry]>,
    /// What the list is searched for.
    pub search: String,
    /// The text whose title is being changed, by its key.
    pub renaming: Option<String>,
    /// The text that the reader is asked about before it is deleted, by its key.
    pub deleting: Option<String>,
    /// Kilobytes in use.
    pub used: Option<u32>,
    /// Whether the browser keeps nothing.
    pub refused: bool,
}

/// Something to be done with what is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Keep what was opened, and say which corrections there are.
    Open {
        /// What it is.
        entry: Entry,
        /// Its file; none for a bundled text.
        file: Option<Vec<u8>>,
    },
    /// Say which corrections of a text there are now.
    Load(String),
    /// Keep the view of a text.
    View {
        /// Its key.
        key: String,
        /// Its link.
        view: String,
    },
    /// Keep or forget one correction.
    Change {
        /// The text's key.
        key: String,
        /// What came or went.
        change: Box<Change>,
        /// All steps that can be undone and done again since ([`reading::corrections::Log::steps`]).
        steps: String,
    },
    /// Look for a text.
    Find {
        /// Number of the request.
        request: u32,
        /// Its key.
        key: String,
    },
    /// Say what there is.
    List,
    /// Give a text another title.
    Rename(Entry),
    /// Forget a text with its corrections.
    Delete(String),
    /// Write everything into one file.
    Export,
    /// Write what is open into one file, whether or not the browser keeps anything.
    Save(Box<Kept>),
    /// Take in such a file.
    Import(Vec<u8>),
}

/// What came of a task.
#[derive(Clone, Debug, PartialEq)]
pub enum Stored {
    /// The corrections of a text.
    Corrections {
        /// Its key.
        key: String,
        /// All that are stored.
        records: Vec<Record>,
        /// The steps that were stored with the last of them.
        steps: String,
    },
    /// A change is kept for good.
    Changed,
    /// A text that was looked for; none where it is not there.
    Found {
        /// Number of the request.
        request: u32,
        /// The text.
        found: Option<Box<Kept>>,
    },
    /// What there is.
    Listed {
        /// The texts.
        entries: Vec<Entry>,
        /// Kilobytes in use.
        used: Option<u32>,
    },
    /// A file was taken in.
    Imported(Vec<Kept>),
    /// A file is no library, or a damaged one.
    NotImported,
    /// Nothing can be kept.
    Refused,
}

/// The beginning of every file that holds a library.
pub const FILE_BEGINNING: &[u8] = b"{\"stancelight-library\":";
