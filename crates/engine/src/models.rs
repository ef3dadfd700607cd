//! Models: the lists and weights that the engine reads with. They arrive as values; where they
//! come from (a fetch, a file) is not the engine's business.

use thiserror::Error;

use crate::analysis::sha256;

/// Everything that the engine knows before it sees a text.
#[derive(Clone, Debug, Default)]
pub struct Models {
    /// Name and SHA-256 of each file, sorted by name.
    pub hashes: Vec<(String, String)>,
}

/// Why a model cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// A line does not have the shape that its file needs.
    #[error("The model {file} is damaged at line {line}.")]
    Damaged {
        /// Name of the file.
        file: String,
        /// Line, from 1.
        line: usize,
    },
    /// A file is absent.
    #[error("The model {file} is missing.")]
    Missing {
        /// Name of the file.
        file: String,
    },
}

impl Models {
    /// The files that [`Models::load`] needs, as named in the folder `models/`.
    pub const FILES: &'static [&'static str] = &[];

    /// Reads the models from the contents of their files, by name.
    ///
    /// # Errors
    /// Where a file is absent or damaged.
    pub fn load(files: &[(&str, &[u8])]) -> Result<Self, ModelError> {
        let mut hashes: Vec<_> =
            files.iter().map(|(name, bytes)| ((*name).to_owned(), sha256(bytes))).collect();
        hashes.sort();
        Ok(Self { hashes })
    }
}
