//! Models: the lists and weights that the engine reads with. They arrive as values; where they
//! come from (a fetch, a file) is not the engine's business.

mod decimal;
pub mod gazetteer;
pub(crate) mod keys;
pub mod lexicon;
pub mod tagger;
pub mod weights;
pub mod words;

use thiserror::Error;

pub use crate::models::{
    gazetteer::Gazetteer, lexicon::Lexicon, tagger::Tagger, weights::Weights, words::Words,
};

use crate::analysis::sha256;

/// Everything that the engine knows before it sees a text. The default knows nothing.
#[derive(Clone, Debug, Default)]
pub struct Models {
    /// Name and SHA-256 of each file, sorted by name.
    pub hashes: Vec<(String, String)>,
    /// Known people, countries, organisations and groups.
    pub gazetteer: Gazetteer,
    /// Words that judge, directed verbs and closed classes.
    pub lexicon: Lexicon,
    /// Weights that decide what names what.
    pub tagger: Tagger,
    /// Weights of the stance toward a mention in a report.
    pub stance: Weights,
    /// Weights of a commenter's stance on an entity in a paragraph.
    pub comments: Weights,
    /// Weights of what two in one sentence hold toward each other.
    pub direction: Weights,
    /// Ordinary words and names of people.
    pub words: Words,
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
    pub const FILES: &'static [&'static str] = &[
        Gazetteer::FILE,
        Lexicon::FILE,
        Tagger::FILE,
        Weights::STANCE,
        Weights::COMMENTS,
        Weights::DIRECTION,
        Words::FILE,
    ];

    /// The file with the hashes of all others, in the format of the program `sha256sum`. It is made
    /// where the models are bundled, so that no reader of a text waits for 3 MB to be hashed.
    pub const HASHES: &'static str = "sha256.txt";

    /// All files that a page loads: [`Models::FILES`] and [`Models::HASHES`].
    pub fn assets() -> impl Iterator<Item = &'static str> {
        Self::FILES.iter().copied().chain([Self::HASHES])
    }

    /// The contents of [`Models::HASHES`] for the other files, by name.
    #[must_use]
    pub fn hash(files: &[(&str, &[u8])]) -> String {
        files.iter().map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes))).collect()
    }

    /// Reads the models from the contents of their files, by name; hashes them, unless the file
    /// [`Models::HASHES`] is among them.
    ///
    /// # Errors
    /// Where a file is absent or damaged.
    pub fn load(files: &[(&str, &[u8])]) -> Result<Self, ModelError> {
        let content = |file: &str| {
            let found = files.iter().find(|(name, _)| *name == file);
            found
                .map(|(_, bytes)| *bytes)
                .ok_or_else(|| ModelError::Missing { file: file.to_owned() })
        };
        let mut hashes: Vec<(String, String)> = match content(Self::HASHES) {
            Ok(list) => {
                let damaged = || ModelError::Damaged { file: Self::HASHES.to_owned(), line: 1 };
                let list = std::str::from_utf8(list).map_err(|_| damaged())?;
                let lines = list.lines().map(|line| line.split_once("  "));
                let pairs = lines.map(|line| line.map(|(hash, name)| (name.into(), hash.into())));
                pairs.collect::<Option<_>>().ok_or_else(damaged)?
            }
            Err(_) => {
                files.iter().map(|(name, bytes)| ((*name).to_owned(), sha256(bytes))).collect()
            }
        };
        discussion::order::sort(&mut hashes);
        Ok(Self {
            hashes,
            gazetteer: Gazetteer::parse(content(Gazetteer::FILE)?)?,
            lexicon: Lexicon::parse(content(Lexicon::FILE)?)?,
            tagger: Tagger::parse(content(Tagger::FILE)?)?,
            stance: Weights::parse(Weights::STANCE, content(Weights::STANCE)?)?,
            comments: Weights::parse(Weights::COMMENTS, content(Weights::COMMENTS)?)?,
            direction: Weights::parse(Weights::DIRECTION, content(Weights::DIRECTION)?)?,
            words: Words::parse(content(Words::FILE)?)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_may_be_given() {
        let mut files: Vec<(&str, &[u8])> =
            Models::FILES.iter().map(|name| (*name, &b""[..])).collect();
        let hashed = Models::load(&files).expect("empty files are well-formed").hashes;
        let list = Models::hash(&files);
        files.push((Models::HASHES, list.as_bytes()));
        assert_eq!(Models::load(&files).expect("well-formed").hashes, hashed);
        files.pop();
        files.push((Models::HASHES, b"no hash"));
        assert!(Models::load(&files).is_err());
    }

    #[test]
    fn every_file_is_needed() {
        let files: Vec<(&str, &[u8])> =
            Models::FILES.iter().map(|name| (*name, &b""[..])).collect();
        let models = Models::load(&files).expect("empty files are well-formed");
        assert_eq!(models.hashes.len(), files.len());
        for absent in Models::FILES {
            let rest: Vec<_> = files.iter().copied().filter(|(name, _)| name != absent).collect();
            let error = Models::load(&rest).expect_err("absent");
            assert_eq!(error, ModelError::Missing { file: (*absent).to_owned() });
        }
    }
}
