//! `lab evaluate`: figures for the engine on annotated data, a file a task.

mod attribution;
mod clusters;
mod discussion;
mod every;
mod names;
mod opinions;
mod pronouns;
mod scores;
mod stance;

use std::{
    env, fs,
    io::{Write as _, stdout},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use engine::Models;
use lexopt::{Arg, Parser, ValueExt as _};

use crate::{evaluate::scores::Scores, vader::Vader};

/// What a task evaluates with.
struct Setup {
    models: Models,
    /// The lexicon of the floors, where it is at hand.
    vader: Option<Vader>,
}

type Evaluate = fn(&[PathBuf], &Setup) -> Result<Scores>;

/// The tasks by name.
const TASKS: &[(&str, Evaluate)] = &[
    ("names", names::evaluate),
    ("stance", stance::evaluate),
    ("opinions", opinions::evaluate),
    ("discussion", discussion::evaluate),
    ("pronouns", pronouns::evaluate),
    ("clusters", clusters::evaluate),
    ("attribution", attribution::evaluate),
];

const USAGE: &str = "\
lab evaluate TASK --data FILE… [--tier quick] [--models FOLDER] [--lexicons FOLDER] [--json]
lab evaluate all [--data-root FOLDER] [--tier quick] [--models FOLDER] [--lexicons FOLDER] [--json | --markdown]

TASK is names, stance, opinions, discussion, pronouns, clusters or attribution.
Figures are written to standard error for people, and with --json, as one line a task, to standard output.";

/// What stands on the command line.
struct Options {
    task: String,
    data: Vec<PathBuf>,
    data_root: PathBuf,
    models: PathBuf,
    lexicons: PathBuf,
    json: bool,
    markdown: bool,
}

/// Runs the command.
///
/// # Errors
/// Where the arguments, the models or the data are not right.
pub(crate) fn command(arguments: Parser) -> Result<()> {
    let Some(options) = Options::parse(arguments)? else {
        writeln!(stdout(), "{USAGE}")?;
        return Ok(());
    };
    let vader = Vader::load(&options.lexicons)
        .inspect_err(|error| eprintln!("{error:#}; the VADER floors are left out."))
        .ok();
    let setup = Setup { models: load_models(&options.models)?, vader };
    if options.task == "all" {
        return every::run(&options.data_root, &setup, options.json, options.markdown);
    }
    let scores = task(&options.task)?(&options.data, &setup)?;
    eprint!("{}", scores.for_people(&options.task));
    if options.json {
        writeln!(stdout(), "{}", scores.json(&options.task))?;
    }
    Ok(())
}

fn task(name: &str) -> Result<Evaluate> {
    TASKS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, evaluate)| *evaluate)
        .with_context(|| format!("there is no task {name}\n{USAGE}"))
}

impl Options {
    /// `None` asks for help.
    fn parse(mut arguments: Parser) -> Result<Option<Self>> {
        let checkout = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(PathBuf::new, |lab| Path::new(&lab).join("../.."));
        let mut options = Self {
            task: String::new(),
            data: Vec::new(),
            data_root: checkout.join("../shared/data"),
            models: checkout.join("models"),
            lexicons: checkout.join("../shared/data/lexicons"),
            json: false,
            markdown: false,
        };
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("data") => options.data.extend(arguments.values()?.map(PathBuf::from)),
                Arg::Long("data-root") => options.data_root = arguments.value()?.into(),
                Arg::Long("models") => options.models = arguments.value()?.into(),
                Arg::Long("lexicons") => options.lexicons = arguments.value()?.into(),
                Arg::Long("tier") => match arguments.value()?.string()?.as_str() {
                    "quick" => {}
                    "deep" => bail!("there are no weights for the deep tier; say --tier quick"),
                    tier => bail!("there is no tier {tier}; say --tier quick"),
                },
                Arg::Long("json") => options.json = true,
                Arg::Long("markdown") => options.markdown = true,
                Arg::Long("help") | Arg::Short('h') => return Ok(None),
                Arg::Value(task) if options.task.is_empty() => options.task = task.string()?,
                other => return Err(other.unexpected().into()),
            }
        }
        if options.task.is_empty() {
            bail!(USAGE);
        }
        if options.task != "all" && options.data.is_empty() {
            bail!("say which files: --data FILE…");
        }
        Ok(Some(options))
    }
}

fn load_models(folder: &Path) -> Result<Models> {
    let files = Models::FILES
        .iter()
        .map(|name| {
            let path = folder.join(name);
            let bytes = fs::read(&path)
                .with_context(|| format!("the model {} cannot be read", path.display()))?;
            Ok((*name, bytes))
        })
        .collect::<Result<Vec<_>>>()?;
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    Ok(Models::load(&files)?)
}
