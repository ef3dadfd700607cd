//! Word pieces: the words of a text cut into what the vocabulary holds.

use discussion::Span;
use rustc_hash::FxHashMap;

use crate::normal::{self, Word};

/// A word with more letters than this is unknown.
const LETTERS: usize = 100;

/// The pieces by what they are written as; `##` continues a word.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    ids: FxHashMap<Box<str>, u32>,
    unknown: u32,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) id: u32,
    /// How its word is written.
    pub(crate) shape: u8,
    /// Its word among those of the text that was cut.
    pub(crate) word: u32,
}

/// A text in pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pieces {
    pub(crate) pieces: Vec<Piece>,
    /// Where each word stands in the whole text.
    pub(crate) words: Vec<Span>,
}

impl Vocabulary {
    /// One piece a line; its number is its id.
    pub(crate) fn new(lines: &str, unknown: u32) -> Self {
        let mut ids = FxHashMap::default();
        for (id, line) in (0..).zip(lines.lines()) {
            ids.insert(line.into(), id);
        }
        Self { ids, unknown }
    }

    /// Cuts what stands at a span of a text.
    pub(crate) fn cut(&self, text: &str, span: Span) -> Pieces {
        let mut cut = Pieces::default();
        for Word { form, place, shape } in normal::words(span.of(text)) {
            let from = span.start as usize;
            let word = u32::try_from(cut.words.len()).unwrap_or(u32::MAX);
            cut.words.push(Span::new(from + place.start, from + place.end));
            self.word(&form, |id| cut.pieces.push(Piece { id, shape, word }));
        }
        cut
    }

    /// The longest pieces of a word from its beginning on; one unknown piece where nothing fits.
    fn word(&self, form: &str, mut push: impl FnMut(u32)) {
        let mut found = Vec::new();
        let mut key = String::with_capacity(form.len() + 2);
        let mut rest = form;
        while !rest.is_empty() && form.chars().count() <= LETTERS {
            let mut ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
            let longest = ends.find_map(|end| {
                key.clear();
                if rest.len() < form.len() {
                    key.push_str("##");
                }
                key.push_str(rest.get(..end)?);
                Some((end, *self.ids.get(key.as_str())?))
            });
            let Some((end, id)) = longest else {
                found.clear();
                break;
            };
            found.push(id);
            rest = rest.get(end..).unwrap_or("");
        }
        if found.is_empty() {
            found.push(self.unknown);
        }
        found.into_iter().for_each(&mut push);
    }
}

#[cfg(test)]
mod tests;
