//! What is known of single words: ordinary words, first names and surnames.
//!
//! The file has lines of two columns separated by a tab: a class and words separated by spaces.
//! Classes: `ordinary` (a word of the language that is mostly written in lower case), `female`,
//! `male` and `either` (first names), `surname`; to the tagger alone `given`, `family` and `town`
//! (words of names of people and cities) and `c1`, `c2` and so on (a class of words of like use).
//! Lines that begin with `#` are skipped.

use crate::{analysis::Gender, models::ModelError, names::fold};

/// Word knowledge, by the key of the folded word.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// A power of two of places. A word is at the first one, from that of its key on, that bears the
    /// upper half of the key; it is not there if a free place comes first. All in one place of
    /// memory, and half as large as a map: most words of a text are looked up here once.
    places: Vec<Place>,
}

/// A place in the table; free where nothing is known.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// The upper half of the key.
    mark: u32,
    word: Word,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    classes: u8,
    cluster: u16,
}

impl Word {
    const ORDINARY: u8 = 1;
    const FEMALE: u8 = 2;
    const MALE: u8 = 4;
    const FIRST: u8 = 8;
    const SURNAME: u8 = 16;
    const GIVEN: u8 = 32;
    const FAMILY: u8 = 64;
    const TOWN: u8 = 128;

    /// Mostly written in lower case.
    #[must_use]
    pub fn is_ordinary(self) -> bool {
        self.classes & Self::ORDINARY != 0
    }

    /// A first name.
    #[must_use]
    pub fn is_first_name(self) -> bool {
        self.classes & Self::FIRST != 0
    }

    /// A common surname.
    #[must_use]
    pub fn is_surname(self) -> bool {
        self.classes & Self::SURNAME != 0
    }

    /// All classes as a set of bits.
    #[must_use]
    pub fn bits(self) -> u8 {
        self.classes
    }

    /// The class of words of like use, from 1; 0 where none is known.
    #[must_use]
    pub fn cluster(self) -> u16 {
        self.cluster
    }

    /// The gender that a first name tells.
    #[must_use]
    pub fn gender(self) -> Gender {
        match self.classes & (Self::FEMALE | Self::MALE) {
            Self::FEMALE => Gender::Female,
            Self::MALE => Gender::Male,
            _ => Gender::Unknown,
        }
    }
}

impl Words {
    /// The file in the folder of models.
    pub const FILE: &'static str = "words.tsv";

    /// Reads the file.
    ///
    /// # Errors
    /// Where it is not UTF-8, or a line has no known class.
    pub fn parse(bytes: &[u8]) -> Result<Self, ModelError> {
        let damaged = |line: usize| ModelError::Damaged { file: Self::FILE.to_owned(), line };
        let text = std::str::from_utf8(bytes).map_err(|_| damaged(1))?;
        // No more words than gaps between them; a third of the places stays free.
        let count = bytes.iter().filter(|byte| matches!(byte, b' ' | b'\t')).count();
        let mut words =
            Self { places: vec![Place::default(); (count + count / 2 + 1).next_power_of_two()] };
        for (number, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (class, listed) = line.split_once('\t').ok_or_else(|| damaged(number + 1))?;
            let (bits, cluster) = match class {
                "ordinary" => (Word::ORDINARY, None),
                "female" => (Word::FEMALE | Word::FIRST, None),
                "male" => (Word::MALE | Word::FIRST, None),
                "either" => (Word::FIRST, None),
                "surname" => (Word::SURNAME, None),
                "given" => (Word::GIVEN, None),
                "family" => (Word::FAMILY, None),
                "town" => (Word::TOWN, None),
                _ => {
                    let cluster = class.strip_prefix('c').and_then(|number| number.parse().ok());
                    (0, Some(cluster.ok_or_else(|| damaged(number + 1))?))
                }
            };
            each_key(listed, |key| {
                let known = words.place(key);
                known.classes |= bits;
                known.cluster = cluster.unwrap_or(known.cluster);
            });
        }
        Ok(words)
    }

    /// What is known so far of the word with a key, to be added to.
    fn place(&mut self, key: u64) -> &mut Word {
        let mark = (key >> 32) as u32;
        let mut at = self.first(key);
        while self.places[at].word != Word::default() && self.places[at].mark != mark {
            at = self.behind(at);
        }
        self.places[at].mark = mark;
        &mut self.places[at].word
    }

    /// Where the search for a key begins.
    fn first(&self, key: u64) -> usize {
        key as usize & (self.places.len() - 1)
    }

    /// The place behind one; behind the last comes the first.
    fn behind(&self, at: usize) -> usize {
        (at + 1) & (self.places.len() - 1)
    }

    /// What is known of the word with a key of [`fold::key`].
    #[must_use]
    pub fn get(&self, key: u64) -> Word {
        if self.places.is_empty() {
            return Word::default();
        }
        let mut at = self.first(key);
        loop {
            let Place { mark, word } = self.places[at];
            if mark == (key >> 32) as u32 || word == Word::default() {
                return word;
            }
            at = self.behind(at);
        }
    }

    /// What is known of a word.
    #[must_use]
    pub fn of(&self, word: &str) -> Word {
        self.get(fold::key(word))
    }
}

/// Calls `take` with the key of each word of a list, which spaces part.
fn each_key(list: &str, mut take: impl FnMut(u64)) {
    let (mut key, mut plain, mut start) = (fold::EMPTY, true, 0);
    // A last space ends the last word.
    for (at, byte) in list.bytes().chain([b' ']).enumerate() {
        if byte != b' ' {
            key = fold::plain_key(key, byte);
            plain &= byte.is_ascii_alphanumeric();
            continue;
        }
        if start < at {
            take(if plain { key } else { fold::key(list.get(start..at).unwrap_or("")) });
        }
        (key, plain, start) = (fold::EMPTY, true, at + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_add_up() {
        let words = Words::parse(
            b"# list\nordinary\tmark grace\nmale\tMark\nfemale\tGrace\nsurname\tMark\n",
        )
        .expect("well-formed");
        let mark = words.of("MARK");
        assert!(mark.is_ordinary() && mark.is_first_name() && mark.is_surname());
        assert_eq!((mark.gender(), words.of("Grace").gender()), (Gender::Male, Gender::Female));
        assert_eq!(words.of("unknown"), Word::default());
        let words = Words::parse(b"c7\tmark\nfamily\tmark\n").expect("well-formed");
        assert_eq!((words.of("Mark").cluster(), words.of("Mark").is_surname()), (7, false));
    }

    #[test]
    fn damage_is_reported_with_its_line() {
        for file in ["ordinary\ta\nplanet\tMars", "\nordinary"] {
            let error = Words::parse(file.as_bytes()).expect_err("damaged");
            assert_eq!(error, ModelError::Damaged { file: "words.tsv".into(), line: 2 });
        }
    }
}
