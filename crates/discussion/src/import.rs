//! From bytes to a discussion: one file a format below this one.

use thiserror::Error;

use crate::discussion::Discussion;

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// What is known of a text before it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Import<'a> {
    /// The name of the file, for its title and as a hint of its format.
    pub name: Option<&'a str>,
}

/// Why a file cannot be opened. Each is a sentence that a reader understands.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// No text in it.
    #[error("There is no text in this.")]
    Empty,
    /// Larger than [`MAX_BYTES`].
    #[error("This is {bytes} bytes long; at most {} can be opened.", MAX_BYTES)]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Neither UTF-8 nor UTF-16 text.
    #[error("This is not a text file (the byte at position {position} does not belong in one).")]
    NotText {
        /// The first offending byte.
        position: usize,
    },
}

/// Reads a file or a pasted text, whatever its format.
///
/// # Errors
/// Where there is no text to show: see [`ImportError`].
pub fn import(bytes: &[u8], import: Import<'_>) -> Result<Discussion, ImportError> {
    let _ = (bytes, import);
    Err(ImportError::Empty)
}
