//! `lab evaluate`: figures for the engine on annotated data, a file a task.

mod attribution;
pub(crate) mod border;
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

use ::discussion::Discussion;
use anyhow::{Context as _, Result, bail};
use deep::Reader;
use engine::{Analysis, Models};
use lexopt::{Arg, Parser, ValueExt as _};
use rayon::prelude::*;

use crate::{evaluate::scores::Scores, vader::Vader};

/// What a task evaluates with.
struct Setup {
    models: Models,
    /// The deep reader, where that tier is evaluated.
    deep: Option<Reader>,
    /// The lexicon of the floors, where it is at hand.
    vader: Option<Vader>,
}

impl Setup {
    /// The whole reading of the tier that is evaluated.
    fn analyze(&self, discussion: &Discussion) -> Result<Analysis> {
        let Some(reader) = &self.deep else {
            return Ok(engine::analyze(discussion, &self.models));
        };
        let progress = deep::read_all(reader, discussion, &self.models)?;
        Ok(deep::analysis(&progress, discussion, &self.models))
    }

    /// Judges every item, in order. The deep reader shares its work out among the cores by itself;
    /// a thread of ours that waited for it would take up item upon item until its stack is full.
    fn each<T: Sync, R: Send>(
        &self,
        items: &[T],
        judge: impl Fn(&T) -> Result<R> + Sync + Send,
    ) -> Result<Vec<R>> {
        match self.deep {
            Some(_) => items.iter().map(judge).collect(),
            None => items.par_iter().map(judge).collect(),
        }
    }
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
    ("border", border::evaluate),
];

/// Those of them that the deep tier has a part in.
const DEEP: &[&str] = &["names", "stance", "opinions", "discussion"];

const USAGE: &str = "\
lab evaluate TASK --data FILE… [--tier quick|deep] [--models FOLDER] [--lexicons FOLDER] [--json]
lab evaluate all [--data-root FOLDER] [--tier quick|deep] [--models FOLDER] [--lexicons FOLDER] [--json | --markdown]

TASK is names, stance, opinions, discussion, pronouns, clusters, attribution or border.
The deep tier has a part in the first four; its file is deep.bin in the folder of models, unless
--deep-model FILE names another.
border needs GUM documents and comments; without --data it takes both from --data-root FOLDER.
Figures are written to standard error for people, and with --json, as one line a task, to standard output.";

/// What stands on the command line.
struct Options {
    task: String,
    data: Vec<PathBuf>,
    data_root: PathBuf,
    models: PathBuf,
    is_deep: bool,
    deep_model: Option<PathBuf>,
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
    let models = load_models(&options.models)?;
    let deep = options.is_deep.then(|| options.load_deep()).transpose()?;
    let setup = Setup { models, deep, vader };
    if options.task == "all" {
        return every::run(&options.data_root, &setup, options.json, options.markdown);
    }
    let data = match options.data.as_slice() {
        [] => every::files(&options.data_root, "gum+comments"),
        _ => options.data,
    };
    let scores = task(&options.task)?(&data, &setup)?;
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
            is_deep: false,
            deep_model: None,
            lexicons: checkout.join("../shared/data/lexicons"),
            json: false,
            markdown: false,
        };
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("data") => options.data.extend(arguments.values()?.map(PathBuf::from)),
                Arg::Long("data-root") => options.data_root = arguments.value()?.into(),
                Arg::Long("models") => options.models = arguments.value()?.into(),
                Arg::Long("deep-model") => options.deep_model = Some(arguments.value()?.into()),
                Arg::Long("lexicons") => options.lexicons = arguments.value()?.into(),
                Arg::Long("tier") => match arguments.value()?.string()?.as_str() {
                    "quick" => options.is_deep = false,
                    "deep" => options.is_deep = true,
                    tier => bail!("there is no tier {tier}; say --tier quick or --tier deep"),
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
        if options.is_deep && options.task != "all" && !DEEP.contains(&options.task.as_str()) {
            bail!("the deep tier has no part in {}", options.task);
        }
        if !matches!(options.task.as_str(), "all" | "border") && options.data.is_empty() {
            bail!("say which files: --data FILE…");
        }
        Ok(Some(options))
    }
}

impl Options {
    fn load_deep(&self) -> Result<Reader> {
        let file = self.deep_model.clone().unwrap_or_else(|| self.models.join("deep.bin"));
        let bytes = fs::read(&file)
            .with_context(|| format!("the deep reader's file {} cannot be read", file.display()))?;
        Ok(Reader::load(&bytes)?)
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

#[cfg(test)]
mod tests {
    use std::process;

    use serde_json::Value;

    use super::*;

    /// A deep reader with random weights.
    fn tiny() -> Reader {
        Reader::load(include_bytes!("../../deep/tests/tiny.bin")).unwrap()
    }

    /// Every task reads its format and gives the figures that other programs look for, also where
    /// the engine knows nothing.
    #[test]
    fn tasks_give_their_figures() {
        let check_tier = |name: &str, lines: &str, items: u64, figures: &[&str], deep: bool| {
            let file = env::temp_dir().join(format!("lab-{}-{name}.jsonl", process::id()));
            fs::write(&file, lines).unwrap();
            let setup = Setup {
                models: Models::default(),
                deep: deep.then(tiny),
                vader: Some(Vader::default()),
            };
            let scores = task(name).unwrap()(std::slice::from_ref(&file), &setup);
            fs::remove_file(&file).unwrap();
            let line = scores.unwrap().json(name);
            assert!(!line.contains('\n'), "{line}");
            let json: Value = serde_json::from_str(&line).unwrap();
            assert_eq!(json["items"], items, "{line}");
            for figure in figures {
                assert!(!json[figure].is_null(), "{figure} is missing in {line}");
            }
        };
        let check = |name: &str, lines: &str, items: u64, figures: &[&str]| {
            for deep in [false, true] {
                check_tier(name, lines, items, figures, deep);
            }
        };
        check(
            "names",
            concat!(
                r#"{"text": "", "entities": []}"#,
                "\n",
                r#"{"text": "Mina left Oslo", "entities": [{"start": 0, "end": 4, "type": "person"}]}"#,
            ),
            2,
            &["precision", "recall", "f1", "by_type"],
        );
        check(
            "stance",
            r#"{"text": "Mina was cruel to Per.", "targets": [
                {"start": 0, "end": 4, "label": "negative"},
                {"start": 18, "end": 21, "label": "neutral"}]}"#
                .replace('\n', " ")
                .as_str(),
            2,
            &["macro_f1", "accuracy", "by_class", "confusion", "floors"],
        );
        check(
            "opinions",
            r#"{"text": "Mina praised Per.", "label5": 1, "entities": [{"start": 0, "end": 4}, {"start": 13, "end": 16}]}"#,
            1,
            &["micro_f1", "macro_f1"],
        );
        check(
            "discussion",
            r#"{"text": "Mina is right.", "mentions": [{"start": 0, "end": 4, "entity": "Mina"}], "stance": [{"entity": "Mina", "stance": "supportive"}], "reported": []}"#,
            1,
            &[
                "mention_f1",
                "entity_f1",
                "stance_macro_f1",
                "reported_precision",
                "reported_recall",
                "reported_f1",
            ],
        );
        check(
            "pronouns",
            r#"{"text": "Mina met Per when she left.", "pronoun": {"start": 18, "end": 21, "text": "she"}, "a": {"start": 0, "end": 4}, "b": {"start": 9, "end": 12}, "a_coref": true, "b_coref": false}"#,
            1,
            &["f1"],
        );
        let gum = r#"{"text": "Mina said that Mina left.", "mentions": [{"type": "person", "group": "1", "named": true, "head": {"start": 0, "end": 4}}, {"type": "person", "group": "1", "named": true, "head": {"start": 15, "end": 19}}], "attributions": [{"source": [{"start": 0, "end": 4}]}]}"#;
        check("clusters", gum, 1, &["b3_f1"]);
        check("attribution", gum, 1, &["precision", "recall", "f1"]);
    }

    #[test]
    fn unknown_tasks_and_tiers_are_refused() {
        let parse = |words: &[&str]| Options::parse(Parser::from_args(words));
        assert!(task("toxicity").is_err());
        assert!(parse(&["names", "--tier", "deeper", "--data", "x"]).is_err());
        assert!(parse(&["pronouns", "--tier", "deep", "--data", "x"]).is_err());
        assert!(parse(&["names", "--tier", "deep", "--data", "x"]).is_ok());
        assert!(parse(&["names"]).is_err());
        assert!(parse(&["--help"]).unwrap().is_none());
        let options = parse(&["names", "--data", "x", "y", "--json"]).unwrap().unwrap();
        assert_eq!(options.data.len(), 2);
        assert!(options.json);
    }
}
