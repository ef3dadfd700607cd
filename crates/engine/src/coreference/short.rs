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
    pub(super) fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or(&[]);
        std::str::from_utf8(bytes).unwrap_or("")
    }
}

/// The word at a place; empty where there is none.
pub(super) fn short(scene: &Scene<'_>, tokens: &[Token], at: usize) -> Short {
    let Some(token) = tokens.get(at).filter(|token| is_word(token)) else {
        return Short::default();
    };
    let text = scene.text(token.span);
    let mut short = Short::default();
    let mut take = |text: &str| {
        if let Some(place) = short.bytes.get_mut(..text.len()) {
            place.copy_from_slice(text.as_bytes());
            short.length = text.len();
        }
    };
    if text.is_ascii() {
        take(text);
    } else {
        take(&text.to_lowercase());
    }
    short.bytes.make_ascii_lowercase();
    short
}
