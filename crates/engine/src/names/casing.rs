//! How words are written across the document, and how much the capitals of a sentence tell.

use rustc_hash::FxHashMap;

use crate::{
    models::Words,
    names::{
        units::{Shape, Unit},
        vocabulary::Class,
    },
};

/// How often words are written in which way.
#[derive(Debug, Default)]
pub(crate) struct Casing {
    counts: FxHashMap<u64, Count>,
}

/// Counts of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    /// In lower case.
    pub(crate) lower: u32,
    /// With a capital that the place in the sentence does not explain.
    pub(crate) capital: u32,
}

/// What capitals mean in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Names have them.
    Normal,
    /// Every important word has one.
    Title,
    /// All letters are.
    Loud,
}

impl Casing {
    /// Counts the words of a sentence.
    pub(crate) fn read(&mut self, units: &[Unit], mode: Mode) {
        if mode != Mode::Normal {
            return;
        }
        for unit in units {
            match unit.shape {
                Shape::Lower => self.counts.entry(unit.key).or_default().lower += 1,
                Shape::Capital | Shape::Upper if !unit.starts => {
                    self.counts.entry(unit.key).or_default().capital += 1;
                }
                _ => {}
            }
        }
    }

    /// The counts of a word.
    pub(crate) fn of(&self, key: u64) -> Count {
        self.counts.get(&key).copied().unwrap_or_default()
    }

    /// Whether a capital at the start of a sentence is there because the word is a name.
    pub(crate) fn explains_start(&self, unit: &Unit, words: &Words) -> bool {
        let count = self.of(unit.key);
        if count.lower > 0 || words.get(unit.key).is_ordinary() {
            count.capital > count.lower * 2
        } else {
            true
        }
    }
}

/// What the capitals of a sentence mean, from the shapes of its words; one that ends with a stop
/// is no title.
pub(crate) fn mode(units: &[Unit], stopped: bool) -> Mode {
    let (mut words, mut loud, mut capital, mut lower_content) = (0, 0, 0, 0);
    for unit in units {
        let long = unit.span.len() > 3;
        match unit.shape {
            Shape::Upper => {
                words += 1;
                loud += 1;
                capital += 1;
            }
            Shape::Capital => {
                words += 1;
                capital += 1;
            }
            Shape::Lower if long || !Class::of(unit.key).is_function() => {
                words += 1;
                lower_content += 1;
            }
            _ => {}
        }
    }
    if words >= 3 && loud * 10 >= words * 8 {
        Mode::Loud
    } else if !stopped && words >= 4 && capital * 10 >= words * 7 && lower_content * 10 <= words * 3
    {
        Mode::Title
    } else {
        Mode::Normal
    }
}
