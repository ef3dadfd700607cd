//! Where the models are found.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use deep::{LoadError, ReadError, Reader};
use discussion::Discussion;
use engine::{Analysis, ModelError, Models};
use thiserror::Error;

/// The environment variable that names the folder.
const VARIABLE: &str = "STANCELIGHT_MODELS";

/// The deep reader's file, in the folder of the models.
const DEEP: &str = "deep.bin";

/// Who reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Tier {
    /// Lists, rules and linear models: a thread in a blink.
    #[default]
    Quick,
    /// A small transformer on top of that: better, and slower.
    Deep,
}

/// What texts are read with.
pub(crate) struct Loaded {
    models: Models,
    deep: Option<Reader>,
}

impl Loaded {
    /// Reads a discussion.
    pub(crate) fn analyze(&self, discussion: &Discussion) -> Result<Analysis, ReadError> {
        let Some(reader) = &self.deep else {
            return Ok(engine::analyze(discussion, &self.models));
        };
        let progress = deep::read_all(reader, discussion, &self.models)?;
        Ok(deep::analysis(&progress, discussion, &self.models))
    }
}

/// Why the models cannot be used.
#[derive(Debug, Error)]
pub(crate) enum ModelsFailure {
    /// No folder holds them.
    #[error(
        "The models ({}) are not all in {}.\nName their folder with --models or {VARIABLE}.",
        Models::FILES.join(", "),
        .0.iter().map(|place| place.display().to_string()).collect::<Vec<_>>().join(", nor in ")
    )]
    NotFound(Vec<PathBuf>),
    /// A file cannot be read.
    #[error("The model {} cannot be read: {error}.", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file is not what it should be.
    #[error("In {}: {error}", .folder.display())]
    Damaged {
        /// Its folder.
        folder: PathBuf,
        /// Why.
        error: ModelError,
    },
    /// There is no file for the deep reader.
    #[error(
        "--tier deep reads with {}, which is not there.\nName the file with --deep-model, or leave --tier deep away.",
        .0.display()
    )]
    NoDeep(PathBuf),
    /// The deep reader's file cannot be used.
    #[error("{}: {error}", .path.display())]
    Deep {
        /// The file.
        path: PathBuf,
        /// Why.
        error: LoadError,
    },
}

/// Loads the models from the folder given; else from the one that the environment names; else from
/// the first place beside the program that holds them all. The deep reader's file is the one given,
/// or lies beside them.
pub(crate) fn load(
    given: Option<&Path>,
    tier: Tier,
    deep: Option<&Path>,
) -> Result<Loaded, ModelsFailure> {
    let places = match (given, env::var_os(VARIABLE).filter(|folder| !folder.is_empty())) {
        (Some(folder), _) => vec![folder.to_owned()],
        (None, Some(folder)) => vec![PathBuf::from(folder)],
        (None, None) => places(env::current_exe().ok().as_deref()),
    };
    let holds_all =
        |folder: &&PathBuf| Models::FILES.iter().all(|file| folder.join(file).is_file());
    let Some(folder) = places.iter().find(holds_all) else {
        return Err(ModelsFailure::NotFound(places));
    };
    let file = || deep.map_or_else(|| folder.join(DEEP), Path::to_owned);
    let deep = (tier == Tier::Deep).then(|| read_deep(file())).transpose()?;
    Ok(Loaded { models: read(folder)?, deep })
}

fn read_deep(path: PathBuf) -> Result<Reader, ModelsFailure> {
    match fs::read(&path) {
        Ok(bytes) => Reader::load(&bytes).map_err(|error| ModelsFailure::Deep { path, error }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(ModelsFailure::NoDeep(path)),
        Err(error) => Err(ModelsFailure::Unreadable { path, error }),
    }
}

/// Where the models may lie: beside the program, where packages put data, and, for a program that
/// is run from where it was built, in the sources.
fn places(program: Option<&Path>) -> Vec<PathBuf> {
    let mut places = Vec::new();
    if let Some(folder) = program.and_then(Path::parent) {
        places.push(folder.join("models"));
        if let Some(above) = folder.parent() {
            places.push(above.join("share/stancelight/models"));
        }
    }
    if let Some(sources) = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2) {
        places.push(sources.join("models"));
    }
    places
}

fn read(folder: &Path) -> Result<Models, ModelsFailure> {
    let mut contents = Vec::new();
    for file in Models::FILES {
        let path = folder.join(file);
        let bytes = fs::read(&path).map_err(|error| ModelsFailure::Unreadable { path, error })?;
        contents.push((*file, bytes));
    }
    let files: Vec<(&str, &[u8])> =
        contents.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    Models::load(&files)
        .map_err(|error| ModelsFailure::Damaged { folder: folder.to_owned(), error })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_beside_the_program_first() {
        let places = places(Some(Path::new("/opt/bin/stancelight")));
        assert_eq!(places[0], Path::new("/opt/bin/models"));
        assert_eq!(places[1], Path::new("/opt/share/stancelight/models"));
        assert_eq!(places.len(), 3);
    }
}
