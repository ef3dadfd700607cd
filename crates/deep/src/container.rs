//! The file of the deep reader: one header, and its parts one after another.
//!
//! It begins with [`HEAD`] and, little-endian, the length of a header in JSON; the header says how
//! long each part is. Whatever the bytes say, no more memory is taken than they have.

use serde::Deserialize;
use thiserror::Error;

/// How a file begins.
const HEAD: &[u8] = b"SLDEEP1\n";
/// The version that this program reads.
const VERSION: u32 = 1;
/// The longest header that is read, in bytes.
const HEADER: usize = 1 << 16;
/// The longest window that is read, in pieces.
const PIECES: usize = 512;

/// Why a file cannot be read with.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The bytes are something else.
    #[error("This is no file of the deep reader.")]
    Foreign,
    /// A later program made it.
    #[error("The deep reader's file has version {0}, and this program reads version {VERSION}.")]
    Version(u32),
    /// The header or the lengths of the parts do not fit the file.
    #[error("The deep reader's file is damaged: {0}.")]
    Damaged(&'static str),
    /// A network cannot be run.
    #[error("The deep reader's network “{network}” cannot be used: {reason}")]
    Network {
        /// Which.
        network: &'static str,
        /// What the inference library says.
        reason: String,
    },
    /// It is not the file that was asked for.
    #[error("The deep reader's file is not the one that belongs to this program.")]
    Other,
}

/// The parts of a file.
#[derive(Clone, Debug)]
pub(crate) struct Container<'a> {
    pub(crate) header: Header,
    pub(crate) vocabulary: &'a str,
    pub(crate) encoder: &'a [u8],
    pub(crate) targets: &'a [u8],
    pub(crate) pairs: &'a [u8],
}

/// What a file says of itself.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Header {
    /// The most ids of a window, its first two and its last one included.
    pub(crate) pieces: usize,
    /// What the network for names tells apart.
    pub(crate) labels: Vec<String>,
    pub(crate) marks: Marks,
    pub(crate) cls: u32,
    pub(crate) sep: u32,
    pub(crate) mask: u32,
    pub(crate) unknown: u32,
    parts: Vec<Part>,
}

/// The ids that say what a window is from.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Marks {
    pub(crate) article: u32,
    pub(crate) comment: u32,
    pub(crate) reply: u32,
}

#[derive(Clone, Debug, Deserialize)]
struct Part {
    name: String,
    length: usize,
}

impl<'a> Container<'a> {
    /// Reads the header and finds the parts.
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, LoadError> {
        let bytes = bytes.strip_prefix(HEAD).ok_or(LoadError::Foreign)?;
        let (length, bytes) =
            bytes.split_first_chunk().ok_or(LoadError::Damaged("it ends in its header"))?;
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        if length > HEADER {
            return Err(LoadError::Damaged("its header is too long"));
        }
        let (header, mut rest) =
            bytes.split_at_checked(length).ok_or(LoadError::Damaged("it ends in its header"))?;
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let unreadable = |_| LoadError::Damaged("its header cannot be read");
        let Versioned { version } = serde_json::from_slice(header).map_err(unreadable)?;
        if version != VERSION {
            return Err(LoadError::Version(version));
        }
        let header: Header = serde_json::from_slice(header).map_err(unreadable)?;
        let mut parts = Vec::with_capacity(header.parts.len());
        for part in &header.parts {
            let (bytes, behind) = rest
                .split_at_checked(part.length)
                .ok_or(LoadError::Damaged("it is shorter than its header says"))?;
            parts.push((part.name.as_str(), bytes));
            rest = behind;
        }
        if !rest.is_empty() {
            return Err(LoadError::Damaged("it is longer than its header says"));
        }
        let part = |name: &str| {
            let found = parts.iter().find(|(of, _)| *of == name).map(|(_, bytes)| *bytes);
            found.ok_or(LoadError::Damaged("a part is missing"))
        };
        let vocabulary = std::str::from_utf8(part("vocabulary")?)
            .map_err(|_| LoadError::Damaged("its vocabulary is no text"))?;
        let (encoder, targets, pairs) = (part("encoder")?, part("targets")?, part("pairs")?);
        header.check(u32::try_from(vocabulary.lines().count()).unwrap_or(u32::MAX))?;
        Ok(Self { header, vocabulary, encoder, targets, pairs })
    }
}

impl Header {
    fn check(&self, words: u32) -> Result<(), LoadError> {
        let Marks { article, comment, reply } = self.marks;
        let ids = [self.cls, self.sep, self.mask, self.unknown, article, comment, reply];
        if ids.iter().any(|id| *id >= words) {
            return Err(LoadError::Damaged("its vocabulary is too short"));
        }
        if !(8..=PIECES).contains(&self.pieces) {
            return Err(LoadError::Damaged("the length of its windows is none"));
        }
        if self.labels.first().map(String::as_str) != Some("O") || self.labels.len() > 64 {
            return Err(LoadError::Damaged("its labels are none"));
        }
        Ok(())
    }
}
