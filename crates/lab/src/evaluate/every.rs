//! `lab evaluate all`: every task on its development data, as one table.

use std::{
    io::{Write as _, stdout},
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::evaluate::{DEEP, Setup, scores::Scores, task};

/// Task and data set, in the order of the table.
const PARTS: &[(&str, &str)] = &[
    ("names", "wnut17"),
    ("names", "btc"),
    ("names", "wikigold"),
    ("names", "uner-ewt"),
    ("names", "gum"),
    ("stance", "newsmtsc"),
    ("opinions", "dse"),
    ("discussion", "comments"),
    ("pronouns", "gap"),
    ("clusters", "gum"),
    ("attribution", "gum"),
    ("border", "gum+comments"),
];

/// Evaluates every task on `ROOT/SET/dev.jsonl`; a data set that is absent is left out, and that
/// is said.
///
/// # Errors
/// Where a file that is there cannot be read.
pub(super) fn run(root: &Path, setup: &Setup, json: bool, markdown: bool) -> Result<()> {
    let mut table = String::from("| task | data | items | figures |\n|---|---|---|---|\n");
    for (name, set) in PARTS {
        if setup.deep.is_some() && !DEEP.contains(name) {
            continue;
        }
        let files = files(root, set);
        if let Some(file) = files.iter().find(|file| !file.is_file()) {
            eprintln!("{name}: skipped, there is no {}", file.display());
            continue;
        }
        let scores = task(name)?(&files, setup)?;
        eprint!("{}", scores.for_people(&format!("{name}, {set}")));
        if json {
            writeln!(stdout(), "{}", scores.json(name))?;
        }
        table.push_str(&row(name, set, &scores));
    }
    if markdown {
        write!(stdout(), "{table}")?;
    }
    Ok(())
}

/// The development files of the data sets that are named with a plus between them.
pub(super) fn files(root: &Path, sets: &str) -> Vec<PathBuf> {
    sets.split('+').map(|set| root.join(set).join("dev.jsonl")).collect()
}

fn row(task: &str, set: &str, scores: &Scores) -> String {
    let figures: Vec<String> =
        scores.numbers().map(|(name, figure)| format!("{name} {figure:.3}")).collect();
    format!("| {task} | {set} | {} | {} |\n", scores.items(), figures.join(", "))
}
