//! The page, of which one file is made: where it is found.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use discussion::Discussion;
use reading::export::page::{DOCUMENT, PageError, page};
use thiserror::Error;

use crate::shown::Shown;

/// The environment variable that names the folder.
const VARIABLE: &str = "STANCELIGHT_PAGE";

/// Why no page is written.
#[derive(Debug, Error)]
pub(crate) enum PageFailure {
    /// No folder holds the page.
    #[error(
        "The page is not in {}.\nBuild it with `cargo xtask build`, or name its folder with --page \
         or {VARIABLE}.",
        .0.iter().map(|place| place.display().to_string()).collect::<Vec<_>>().join(", nor in ")
    )]
    NotFound(Vec<PathBuf>),
    /// The page cannot be made of it.
    #[error("{}: {error}", .folder.display())]
    Unfit {
        /// The folder.
        folder: PathBuf,
        /// Why.
        error: PageError,
    },
}

/// The folder of a built page.
pub(crate) struct Page {
    folder: PathBuf,
}

impl Page {
    /// The folder given; else the one that the environment names; else the first place beside the
    /// program that holds a page.
    pub(crate) fn find(given: Option<&Path>) -> Result<Self, PageFailure> {
        let places = match (given, env::var_os(VARIABLE).filter(|folder| !folder.is_empty())) {
            (Some(folder), _) => vec![folder.to_owned()],
            (None, Some(folder)) => vec![PathBuf::from(folder)],
            (None, None) => places(env::current_exe().ok().as_deref()),
        };
        match places.iter().find(|folder| folder.join(DOCUMENT).is_file()) {
            Some(folder) => Ok(Self { folder: folder.clone() }),
            None => Err(PageFailure::NotFound(places)),
        }
    }

    /// A discussion with all that shows it.
    pub(crate) fn with(
        &self,
        discussion: &Discussion,
        shown: &Shown,
    ) -> Result<Vec<u8>, PageFailure> {
        let file = |name: &str| fs::read(self.folder.join(name)).ok();
        page(discussion, &shown.fragment, &shown.lines, file)
            .map(String::into_bytes)
            .map_err(|error| PageFailure::Unfit { folder: self.folder.clone(), error })
    }
}

/// Where the page may lie: beside the program, where packages put data, and, for a program that is
/// run from where it was built, where the sources build it.
fn places(program: Option<&Path>) -> Vec<PathBuf> {
    let mut places = Vec::new();
    if let Some(folder) = program.and_then(Path::parent) {
        places.push(folder.join("page"));
        if let Some(above) = folder.parent() {
            places.push(above.join("share/stancelight/page"));
        }
    }
    if let Some(sources) = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2) {
        places.push(sources.join("dist"));
    }
    places
}
