//! The tests in `tests/`: what a person does, in Chromium and in Firefox, on
//! the page in `dist/`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};

use super::{
    by_line, chromium,
    count::{self, Count},
    firefox,
    system::{find, install},
};
use crate::workspace::{self, dist, output, root};

/// The oldest node whose test runner has what is used here.
const NODE: u32 = 18;

/// Runs the tests in Chromium on the page that is in `dist/`.
pub(super) fn run() -> Result<Count> {
    let folder = prepared()?;
    run_tests(&folder, "browser", (chromium::VARIABLE, chromium::find_or_install()?))
}

/// Runs the tests in Firefox, where there is one or one can be installed.
pub(super) fn run_in_firefox() -> Result<Count> {
    let folder = prepared()?;
    match firefox::find_or_install() {
        Ok(path) => run_tests(&folder, "firefox", (firefox::VARIABLE, path)),
        Err(error) => {
            println!("skipped: there is no Firefox here, and none can be installed ({error:#})");
            Ok(Count { skipped: 1, ..Count::default() })
        }
    }
}

/// The folder of the tests, with all that they need but a browser.
fn prepared() -> Result<PathBuf> {
    if !dist().join("index.html").is_file() {
        bail!("there is no page in dist/; build it with `cargo xtask build`");
    }
    let folder = root().join("tests");
    install_node()?;
    install_packages(&folder)?;
    Ok(folder)
}

/// Runs the tests of a folder in a browser, which they find in a variable.
fn run_tests(folder: &Path, part: &str, (variable, browser): (&str, PathBuf)) -> Result<Count> {
    let tests = fs::read_dir(folder.join(part))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"));
    let mut tests: Vec<_> = tests.collect();
    tests.sort();
    let results = folder.join("results");
    fs::create_dir_all(&results)?;
    let tap = results.join(format!("{part}.tap"));
    let mut node = Command::new("node");
    node.current_dir(folder)
        .args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"])
        .args(["--test-reporter=tap", "--test-reporter-destination"])
        .arg(&tap)
        .args(tests)
        // The tests serve the page with this very program.
        .env("XTASK", env::current_exe()?)
        .env(variable, browser);
    let passed = by_line(&mut node, |line| println!("{line}"))?;
    let tap = fs::read_to_string(tap).context("node's test runner wrote no results")?;
    let mut count = count::of_node(&tap).context("node's test runner did not end")?;
    if !passed && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

/// Node and npm, installed where there are none.
///
/// # Errors
/// Where node is too old.
pub(crate) fn install_node() -> Result<()> {
    if find("node").is_none() || find("npm").is_none() {
        install(&["nodejs", "npm"])?;
    }
    let version = output(Command::new("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    if major.parse::<u32>().is_ok_and(|major| major >= NODE) {
        return Ok(());
    }
    bail!("node is {}, and the browser tests need {NODE} or newer", version.trim())
}

/// The packages of a folder's lock file, unless they are there.
pub(crate) fn install_packages(folder: &Path) -> Result<()> {
    let written = |path: &str| fs::metadata(folder.join(path)).and_then(|data| data.modified());
    let wanted = written("package-lock.json")
        .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    if written("node_modules/.package-lock.json").is_ok_and(|there| there >= wanted) {
        return Ok(());
    }
    let npm = find("npm").context("there is no npm")?;
    let mut npm = Command::new(npm);
    workspace::run(npm.current_dir(folder).args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))
}
