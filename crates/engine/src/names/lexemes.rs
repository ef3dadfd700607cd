//! The different words of a document, each with what is known of it: looked up once, however
//! often the word occurs.

use rustc_hash::FxHashMap;

use crate::{
    models::{Models, words::Word},
    names::{
        casing::Mode,
        units::{Shape, Unit},
        vocabulary::Class,
    },
};

/// The words of a document by their folded letters.
pub(crate) struct Lexemes<'a> {
    models: &'a Models,
    numbers: FxHashMap<u64, u32>,
    all: Vec<Lexeme>,
}

/// One word of a document, however it is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexeme {
    /// Hash of the folded letters.
    pub(crate) key: u64,
    /// What the list of words says of it.
    pub(crate) word: Word,
    /// What it tells of the words beside it.
    pub(crate) class: Class,
    /// How often the document writes it in which way.
    pub(crate) count: Count,
    /// Whether a known name begins with it.
    pub(crate) begins: bool,
}

/// How often a word is written in which way.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    /// In lower case.
    pub(crate) lower: u32,
    /// With a capital that the place in the sentence does not explain.
    pub(crate) capital: u32,
}

impl<'a> Lexemes<'a> {
    /// No words so far, with room for some.
    pub(crate) fn new(models: &'a Models, room: usize) -> Self {
        let mut numbers = FxHashMap::default();
        numbers.reserve(room);
        Self { models, numbers, all: Vec::with_capacity(room) }
    }

    /// The number of the word with a key of [`crate::names::fold::key`].
    pub(crate) fn number(&mut self, key: u64) -> u32 {
        let Self { models, numbers, all } = self;
        *numbers.entry(key).or_insert_with(|| {
            all.push(Lexeme {
                key,
                word: models.words.get(key),
                class: Class::of(key),
                count: Count::default(),
                begins: models.gazetteer.begins(key),
            });
            // A text has fewer words than a number of 32 bits counts.
            all.len() as u32 - 1
        })
    }

    /// A word by its number.
    pub(crate) fn get(&self, number: u32) -> &Lexeme {
        &self.all[number as usize]
    }

    /// Counts the words of a sentence.
    pub(crate) fn count(&mut self, units: &[Unit], mode: Mode) {
        if mode != Mode::Normal {
            return;
        }
        for unit in units {
            let Some(lexeme) = self.all.get_mut(unit.lexeme as usize) else { continue };
            match unit.shape {
                Shape::Lower => lexeme.count.lower += 1,
                Shape::Capital | Shape::Upper if !unit.starts => lexeme.count.capital += 1,
                _ => {}
            }
        }
    }
}
