//! The benchmark's native side: writes the texts, and measures when it is asked to.
//!
//! `bench texts FOLDER` writes the sets; `bench run FOLDER` reads names of sets from its standard
//! input, a line each, and answers each with a line of JSON.

// What is measured goes to standard output.
#![allow(clippy::print_stdout)]

use std::{
    env, fs,
    io::{self, BufRead as _},
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, Result, bail};
use bench::{
    stages::{self, BORDER},
    texts::Words,
};
use engine::Models;
use serde_json::json;

/// Name, bytes of a text, and how many texts.
const SETS: &[(&str, usize, usize)] =
    &[("5-kB", 4_864, 200), ("1-MB", 1_000_000, 1), ("10-MB", 10_000_000, 1)];

fn main() -> Result<()> {
    let usage = "usage: bench texts|run FOLDER";
    let mut arguments = env::args().skip(1);
    let (command, folder) =
        (arguments.next().context(usage)?, PathBuf::from(arguments.next().context(usage)?));
    match command.as_str() {
        "texts" => write_texts(&folder),
        "run" => answer(&folder),
        _ => bail!("{usage}"),
    }
}

fn root() -> PathBuf {
    // This package is two folders below the root.
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn write_texts(folder: &Path) -> Result<()> {
    let read = |path: &str| fs::read_to_string(root().join(path)).with_context(|| path.to_owned());
    let mut files: Vec<_> = fs::read_dir(root().join("texts"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    files.sort();
    let running = files.iter().map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?;
    let running: Vec<_> = running.iter().map(String::as_str).collect();
    let (list, gazetteer) = (read("models/words.tsv")?, read("models/gazetteer.tsv")?);
    let words = Words::new(&running, &list, &gazetteer);
    for (at, (name, bytes, count)) in SETS.iter().enumerate() {
        let texts: Vec<_> =
            (0..*count).map(|text| words.text(*bytes, (at * 1000 + text) as u64)).collect();
        fs::write(folder.join(format!("{name}.txt")), texts.join(&BORDER.to_string()))?;
    }
    Ok(())
}

/// Milliseconds for which a processor has worked on this program; Linux alone tells so without
/// further ado.
fn processor() -> Option<f64> {
    let line = fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(line.split(' ').next()?.parse::<f64>().ok()? / 1e6)
}

fn answer(folder: &Path) -> Result<()> {
    let files: Vec<(&str, Vec<u8>)> = Models::FILES
        .iter()
        .map(|name| Ok((*name, fs::read(root().join("models").join(name))?)))
        .collect::<Result<_>>()?;
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let start = Instant::now();
    let milliseconds = || start.elapsed().as_secs_f64() * 1000.0;
    let models = Models::load(&files)?;
    let load = milliseconds();
    for name in io::stdin().lock().lines() {
        let name = name?;
        let set = fs::read_to_string(folder.join(format!("{name}.txt")))
            .with_context(|| format!("there is no set {name}"))?;
        let before = processor();
        let run = stages::run(&set, &models, milliseconds);
        let cpu = processor().zip(before).map(|(after, before)| after - before);
        println!(
            "{}",
            json!({
                "load": load,
                "cpu": cpu,
                "bytes": set.len(),
                "times": run.times,
                "entities": run.entities,
                "mentions": run.mentions,
                "digest": run.digest,
            })
        );
    }
    Ok(())
}
