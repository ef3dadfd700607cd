//! The lists that ship: builds `models/gazetteer.tsv` and `models/words.tsv`.
//!
//! Sources: the world factbook's countries, the current American politicians and committees, the
//! index of large companies, the political actors of an event coder, and our own lists of general
//! knowledge in `crates/lab/lists`; of single words also the names of the American census, the
//! world's cities and classes of words of like use. Which words are ordinary (and must not count as a name in
//! lower case or behind a full stop) is counted in the training texts; only the words are kept.

mod actors;
mod clusters;
mod countries;
mod entries;
mod ordinary;
mod politics;
mod seen;

use std::{fs, path::Path, path::PathBuf};

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use entries::Entries;

/// Reads `--data FOLDER` and, where it is given, `--models FOLDER`, and writes the lists.
pub(crate) fn command(mut arguments: Parser) -> Result<()> {
    let (mut data, mut models) = (None, PathBuf::from("models"));
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("data") => data = Some(PathBuf::from(arguments.value()?)),
            Arg::Long("models") => models = arguments.value()?.parse()?,
            _ => return Err(argument.unexpected().into()),
        }
    }
    match data {
        Some(data) => build(&data, &models),
        None => bail!("say `lab lists --data FOLDER`"),
    }
}

fn build(data: &Path, models: &Path) -> Result<()> {
    let lists = data.join("gazetteers");
    let ordinary = ordinary::count(data)?;
    let mut entries = Entries::default();
    entries.own(include_str!("../lists/world.tsv"));
    countries::add(&mut entries, &lists.join("countries.jsonl"))?;
    politics::add(&mut entries, &lists)?;
    actors::add(&mut entries, &lists.join("petrarch_actors.jsonl"), &ordinary)?;
    fs::write(models.join("gazetteer.tsv"), entries.write(&ordinary))?;
    let people = include_str!("../lists/people_words.tsv");
    let mut words = ordinary.write(people);
    words.push_str(&seen::lines(&lists.join("cities.jsonl"))?);
    words.push_str(&clusters::lines(&ordinary::texts(data)?));
    fs::write(models.join("words.tsv"), words)?;
    eprintln!("{} entries, {} ordinary words", entries.len(), ordinary.len());
    Ok(())
}
