//! Words in lower case for comparing them with lists of short words, without allocating.

use discussion::Token;

use crate::coreference::scene::{Scene, is_word};

/// The longest word that is asked for, in bytes.
const LONGEST: usize = 16;

/// A word in lower case, empty where it is longer than all that are asked for: nothing is
/// allocated for the many words that are looked at.
#[derive(Clone, Copy, Default)]
pub(super) struct Short {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Short {
    pub(super) fn of(text: &str) -> Self {
        let mut short = Self::default();
        if text.is_ascii() {
            short.take(text);
        } else {
            short.take(&text.to_lowercase());
        }
        short
    }

    fn take(&mut self, text: &str) {
        if let Some(place) = self.bytes.get_mut(..text.len()) {
            for (place, byte) in place.iter_mut().zip(text.bytes()) {
                *place = byte.to_ascii_lowercase();
            }
            self.length = text.len();
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(self.bytes()).unwrap_or("")
    }
}

/// The word at a place; empty where there is none.
pub(super) fn short(scene: &Scene<'_>, tokens: &[Token], at: usize) -> Short {
    let token = tokens.get(at).filter(|token| is_word(token));
    token.map_or(Short::default(), |token| Short::of(scene.text(token.span)))
}
