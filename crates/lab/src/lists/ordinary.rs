//! Ordinary words: which words the training texts write in lower case.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use engine::names::fold::folded;
use serde::Deserialize;

use super::entries::plain;

/// How often words are written in lower case, and with a capital inside a sentence.
#[derive(Default)]
pub(super) struct Ordinary {
    counts: HashMap<String, Count>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    lower: u32,
    capital: u32,
}

/// Training texts whose licences let counts of their words ship.
const TEXTS: &[&str] = &["newsmtsc", "dse", "gum", "litbank", "gap", "wikigold", "wnut17", "btc"];

/// A word counts as ordinary from this many lower-case uses on.
const ENOUGH: u32 = 3;

#[derive(Deserialize)]
struct Line {
    text: String,
}

/// The training texts, annotations left out.
pub(super) fn texts(data: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for folder in TEXTS {
        let path = data.join(folder).join("train.jsonl");
        let file = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for line in file.lines() {
            texts.push(serde_json::from_str::<Line>(line)?.text);
        }
    }
    Ok(texts)
}

/// Counts the words of the training texts.
pub(super) fn count(data: &Path) -> Result<Ordinary> {
    let mut ordinary = Ordinary::default();
    for text in texts(data)? {
        ordinary.read(&text);
    }
    Ok(ordinary)
}

impl Ordinary {
    fn read(&mut self, text: &str) {
        let mut starts = true;
        for word in text.split_whitespace() {
            let core = word.trim_matches(|c: char| !c.is_alphanumeric());
            let opens = word.starts_with(|c: char| !c.is_alphanumeric());
            let ends = word.ends_with(['.', '!', '?', ':', '…', '"', '”', '…']);
            if !core.is_empty() && core.chars().all(|c| c.is_alphabetic() || "-'’".contains(c)) {
                for part in core.split('-') {
                    let part = part.trim_end_matches("'s").trim_end_matches("’s");
                    let first = part.chars().next();
                    let rest_lower = part.chars().skip(1).all(char::is_lowercase);
                    let count = self.counts.entry(folded(part)).or_default();
                    if first.is_some_and(char::is_lowercase) {
                        count.lower += 1;
                    } else if rest_lower && !starts && !opens {
                        count.capital += 1;
                    }
                }
            }
            starts = ends;
        }
    }

    fn of(&self, word: &str) -> Count {
        self.counts.get(&folded(word)).copied().unwrap_or_default()
    }

    /// Whether a word is mostly written in lower case.
    pub(super) fn is(&self, word: &str) -> bool {
        let count = self.of(word);
        count.lower >= ENOUGH && count.lower >= count.capital
    }

    /// A form with the mark that its use in lower case asks for, unless it bears one.
    pub(super) fn mark(&self, form: &str) -> String {
        if plain(form) != form || form.contains([' ', '-']) {
            return form.to_owned();
        }
        let count = self.of(form);
        if self.is(form) {
            format!("?{form}")
        } else if count.lower >= ENOUGH && count.lower * 4 >= count.capital {
            format!("={form}")
        } else {
            form.to_owned()
        }
    }

    /// How many words are ordinary.
    pub(super) fn len(&self) -> usize {
        self.counts.keys().filter(|word| self.is(word)).count()
    }

    /// The file of words that ships: the ordinary ones, then a list of names of people.
    pub(super) fn write(&self, people: &str) -> String {
        let mut by_letter: BTreeMap<char, Vec<&str>> = BTreeMap::new();
        for word in self.counts.keys().filter(|word| self.is(word)) {
            if let Some(first) = word.chars().next().filter(char::is_ascii_lowercase) {
                by_letter.entry(first).or_default().push(word);
            }
        }
        let mut out = "# Classes of words: ordinary ones, first names, surnames. Built by `cargo run -rp lab -- lists`.\n"
            .to_owned();
        for words in by_letter.values_mut() {
            words.sort_unstable();
            let _ = writeln!(out, "ordinary\t{}", words.join(" "));
        }
        for line in people.lines().filter(|line| !line.starts_with('#')) {
            let _ = writeln!(out, "{line}");
        }
        out
    }
}
