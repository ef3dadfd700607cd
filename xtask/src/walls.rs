//! The walls between the parts of the project. Each is a check that fails where a wall is broken,
//! and each has a test that shows it failing.

use std::{fs, process::Command};

use anyhow::{Context as _, Result};

mod dependencies;
mod sources;

use crate::{
    tools::WASM,
    workspace::{command, output, root, run},
};

/// A wall, and what is found against it.
pub(crate) struct Wall {
    /// What holds.
    pub(crate) name: &'static str,
    /// Where it does not: a sentence each.
    pub(crate) violations: Vec<String>,
}

/// A file of the project, by its path from the root.
pub(crate) struct Source {
    path: String,
    text: String,
}

/// Holds all walls against the project as it is.
///
/// # Errors
/// Where the project cannot be read.
pub(crate) fn check() -> Result<Vec<Wall>> {
    let sources = sources()?;
    let metadata = output(&mut cargo(["metadata", "--no-deps", "--format-version", "1"]))?;
    Ok(vec![
        Wall {
            name: "discussion, engine, reading and deep build for wasm32",
            violations: wasm_builds(),
        },
        Wall { name: "no crate knows the browser", violations: browser_crates()? },
        Wall {
            name: "crates depend on each other in one direction",
            violations: dependencies::wrong_directions(&metadata)?,
        },
        Wall {
            name: "only src/browser names the browser",
            violations: sources::browser_names(&sources),
        },
        Wall { name: "no text is ever read as HTML", violations: sources::html_writers(&sources) },
        Wall { name: "no file is too long to read", violations: sources::long_files(&sources) },
    ])
}

fn wasm_builds() -> Vec<String> {
    let mut failed = Vec::new();
    for package in dependencies::PURE.iter().chain(dependencies::FOR_BROWSER) {
        let arguments = ["build", "--quiet", "--locked", "--target", WASM, "--package", package];
        if let Err(error) = run(&mut cargo(arguments)) {
            failed.push(format!("{package}: {error:#}"));
        }
    }
    failed
}

fn browser_crates() -> Result<Vec<String>> {
    let mut found = Vec::new();
    for package in dependencies::WITHOUT_BROWSER {
        let arguments = ["tree", "--locked", "--prefix", "none", "--edges", "normal,build"];
        let mut tree = cargo(arguments);
        tree.args(["--package", package]);
        // What the browser's target adds shows only there.
        if dependencies::PURE.contains(package) {
            tree.args(["--target", WASM]);
        }
        found.extend(dependencies::browser_crates(package, &output(&mut tree)?));
    }
    Ok(found)
}

fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    command("cargo", arguments)
}

/// All text files that belong to the project, those not yet committed too.
fn sources() -> Result<Vec<Source>> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listed = output(&mut command("git", arguments)).context("this is no git clone")?;
    let mut sources = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        // Deleted files and files that are no text are nobody's source.
        if let Ok(text) = fs::read_to_string(root().join(path)) {
            sources.push(Source { path: path.to_owned(), text });
        }
    }
    Ok(sources)
}
