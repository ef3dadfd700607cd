//! `lab train`: weights from annotated data, a file a model.

mod border;
mod direction;
mod lbfgs;
mod linear;
mod names;
mod pronouns;
mod stance;

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use engine::Models;
use lexopt::{Arg, Parser, ValueExt as _};

const USAGE: &str = "say `lab train border|comments|direction|names|pronouns|stance --data FOLDER [--corpus FOLDER] [--models FOLDER]`";

/// What a model is trained with.
struct Setup {
    /// The folder of annotated data.
    data: PathBuf,
    /// The folder of our own labelled discussions.
    corpus: PathBuf,
    /// The folder of models.
    models: PathBuf,
}

impl Setup {
    /// The models that are there already.
    fn load(&self) -> Result<Models> {
        self.load_without(&[])
    }

    /// The same, empty where a file is to be made anew.
    fn load_without(&self, without: &[&str]) -> Result<Models> {
        let files: Vec<_> = Models::FILES
            .iter()
            .map(|name| {
                if without.contains(name) {
                    return Ok((*name, Vec::new()));
                }
                let path = self.models.join(name);
                let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
                Ok((*name, bytes))
            })
            .collect::<Result<_>>()?;
        let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        Ok(Models::load(&files)?)
    }
}

/// Trains the model that is named first.
pub(crate) fn command(mut arguments: Parser) -> Result<()> {
    let (mut model, mut data) = (None, None);
    let (mut corpus, mut models) = (PathBuf::from("corpus"), PathBuf::from("models"));
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(name) if model.is_none() => model = Some(name.string()?),
            Arg::Long("data" | "data-root") => data = Some(PathBuf::from(arguments.value()?)),
            Arg::Long("corpus") => corpus = PathBuf::from(arguments.value()?),
            Arg::Long("models") => models = PathBuf::from(arguments.value()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let setup = Setup { data: data.context(USAGE)?, corpus, models };
    match model.as_deref() {
        Some("border") => border::train(&setup),
        Some("comments") => stance::train_comments(&setup),
        Some("direction") => direction::train(&setup),
        Some("names") => names::train(&setup),
        Some("pronouns") => pronouns::train(&setup),
        Some("stance") => stance::train(&setup),
        _ => bail!(USAGE),
    }
}
