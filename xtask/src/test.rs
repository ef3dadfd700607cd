//! Everything that is checked before a change goes in.

use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result, bail};

pub(crate) mod browser;
pub(crate) mod chromium;
mod count;
mod firefox;
mod formats;
mod system;

use crate::{
    build, hooks, sizes,
    tools::{self, WASM},
    walls,
    workspace::{command, output},
};
use count::Count;

/// A part of the checks, by the name that `--only` takes.
type Part = (&'static str, fn() -> Result<Count>);

const PARTS: &[Part] = &[
    ("format", format),
    ("lint", lint),
    ("walls", walls),
    ("licences", licences),
    ("unit", unit),
    ("build", page),
    ("formats", formats::run_all),
    ("browser", browser::run),
    ("firefox", browser::run_in_firefox),
];

/// Runs all parts or one, to the end whatever fails, and says how many tests there were.
///
/// # Errors
/// Where something failed.
pub(crate) fn test(only: Option<&str>) -> Result<()> {
    let names: Vec<_> = PARTS.iter().map(|(name, _)| *name).collect();
    if let Some(only) = only
        && !names.contains(&only)
    {
        bail!("there is no part `{only}`; there are {}", names.join(", "));
    }
    let mut sum = Count::default();
    for (name, part) in PARTS {
        if only.is_some_and(|only| only != *name) {
            continue;
        }
        println!("\n== {name}");
        let count = part().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Count::one(false)
        });
        println!("== {name}: {count}");
        sum += count;
    }
    println!("\n{sum}");
    if sum.failed > 0 { bail!("not everything passed") } else { Ok(()) }
}

fn format() -> Result<Count> {
    tools::install_components()?;
    check("rustfmt", &mut command("cargo", ["fmt", "--all", "--check"]))
}

/// Warnings are errors; what runs in the browser is looked at for the browser.
fn lint() -> Result<Count> {
    tools::install_components()?;
    tools::install_target()?;
    let mut native = command("cargo", ["clippy", "--locked", "--workspace", "--all-targets"]);
    native.args(["--exclude", "stancelight", "--", "--deny", "warnings"]);
    let mut page = command("cargo", ["clippy", "--locked", "--package", "stancelight"]);
    page.args(["--target", WASM, "--", "--deny", "warnings"]);
    let mut deep = hooks::deep::cargo("clippy");
    deep.args(["--", "--deny", "warnings"]);
    Ok(check("clippy", &mut native)?
        + check("clippy for the page", &mut page)?
        + check("clippy for the deep reader", &mut deep)?)
}

fn walls() -> Result<Count> {
    tools::install_target()?;
    let mut count = Count::default();
    for wall in walls::check()? {
        println!("{} {}", mark(wall.violations.is_empty()), wall.name);
        for violation in &wall.violations {
            println!("    {violation}");
        }
        count += Count::one(wall.violations.is_empty());
    }
    Ok(count)
}

/// Licences and sources of all crates, where cargo-deny is installed: to build it takes minutes.
fn licences() -> Result<Count> {
    if output(Command::new("cargo").args(["deny", "--version"])).is_err() {
        println!("skipped: there is no cargo-deny here (`cargo install cargo-deny --locked`)");
        return Ok(Count { skipped: 1, ..Count::default() });
    }
    let mut deny = command("cargo", ["deny", "--offline", "--locked", "check"]);
    check("cargo-deny", deny.args(["bans", "licenses", "sources"]))
}

fn unit() -> Result<Count> {
    let arguments = ["test", "--locked", "--workspace", "--no-fail-fast"];
    let mut count = Count::default();
    let passed = by_line(&mut command("cargo", arguments), |line| {
        println!("{line}");
        count += count::of_cargo(line).unwrap_or_default();
    })?;
    // Something that does not compile has no tests to count.
    if !passed && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

fn page() -> Result<Count> {
    build::build(&build::Options::default())?;
    let within = sizes::report().inspect_err(|error| println!("error: {error:#}")).is_ok();
    println!("{} the page is within its budget", mark(within));
    Ok(Count::one(true) + Count::one(within))
}

fn check(name: &str, command: &mut Command) -> Result<Count> {
    let passed = command.status().with_context(|| format!("cannot start {name}"))?.success();
    println!("{} {name}", mark(passed));
    Ok(Count::one(passed))
}

fn mark(passed: bool) -> &'static str {
    if passed { "ok  " } else { "FAIL" }
}

/// Runs a program and gives what it says, line by line; whether it succeeded.
fn by_line(command: &mut Command, mut take: impl FnMut(&str)) -> Result<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().context("a program without output")?;
    for line in BufReader::new(output).split(b'\n') {
        take(String::from_utf8_lossy(&line?).trim_end_matches('\r'));
    }
    Ok(child.wait()?.success())
}
