//! Puts what the page fetches beside it: `bundle FOLDER`, or only the models for
//! the benchmark: `bundle FOLDER models`. Apart from xtask, because it reads the
//! texts as the page will, and the checks must run where the reading does not compile.

use std::{env, path::Path};

use anyhow::{Context as _, Result};
use bundle::strings;

mod models;
mod shell;
mod texts;

fn main() -> Result<()> {
    let folder = env::args_os().nth(1).context("usage: bundle FOLDER [models]")?;
    let only_models = env::args_os().nth(2).is_some_and(|part| part == "models");
    // This package is two folders below the root.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    if !only_models {
        strings::bundle(&root.join("strings"), Path::new(&folder))?;
        let first = texts::bundle(&root.join("texts"), Path::new(&folder))?;
        if let Some(first) = first {
            shell::bundle(&first, Path::new(&folder))?;
        }
    }
    models::bundle(&root.join("models"), Path::new(&folder))
}
