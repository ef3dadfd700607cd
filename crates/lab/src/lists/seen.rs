//! Names of people and cities that are evidence to the tagger and nothing to the rules.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context as _, Result};
use engine::names::fold::folded;
use serde::Deserialize;

#[derive(Deserialize)]
struct City {
    name: String,
}

/// The lines of the file of words that ships: given and family names of the census, and the words
/// of the names of cities.
pub(super) fn lines(cities: &Path) -> Result<String> {
    let census = include_str!("../../lists/census.tsv");
    let mut out = String::new();
    for line in census.lines().filter(|line| !line.starts_with('#')) {
        out.push_str(&line.to_lowercase());
        out.push('\n');
    }
    let file = fs::read_to_string(cities).with_context(|| cities.display().to_string())?;
    let mut words = BTreeSet::new();
    for line in file.lines() {
        let city: City = serde_json::from_str(line)?;
        let parts = city.name.split(|c: char| c.is_whitespace() || c == '-');
        words.extend(parts.map(folded).filter(|word| word.chars().count() > 3));
    }
    let words: Vec<_> = words.into_iter().collect();
    out.push_str(&format!("town\t{}\n", words.join(" ")));
    Ok(out)
}
