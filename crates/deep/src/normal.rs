//! Words as BERT's uncased models see them: small letters, without accents and control characters,
//! cut at white space, at punctuation, and around each CJK character.

use std::ops::Range;

use unicode_normalization::char::decompose_canonical;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory as _};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its letters as the vocabulary writes them.
    pub(crate) form: String,
    /// Its bytes in the text.
    pub(crate) place: Range<usize>,
    /// How its letters are written in the text.
    pub(crate) shape: u8,
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut form = String::new();
    let mut place = 0..0;
    let mut close = |form: &mut String, place: Range<usize>| {
        if !form.is_empty() {
            let shape = shape(text.get(place.clone()).unwrap_or(""));
            words.push(Word { form: std::mem::take(form), place, shape });
        }
    };
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        if is_space(c) {
            close(&mut form, place.clone());
        } else if is_control(c) {
            // It is as if it were not there.
        } else if is_cjk(c) {
            close(&mut form, place.clone());
            normal(c, |c| form.push(c));
            close(&mut form, start..end);
        } else {
            normal(c, |c| {
                if is_punctuation(c) {
                    close(&mut form, place.clone());
                    form.push(c);
                    close(&mut form, start..end);
                } else {
                    if form.is_empty() {
                        place.start = start;
                    }
                    form.push(c);
                    place.end = end;
                }
            });
        }
    }
    close(&mut form, place);
    words
}

/// A character decomposed, without accents, in small letters.
fn normal(c: char, mut push: impl FnMut(char)) {
    decompose_canonical(c, |part| {
        if part.general_category() != GeneralCategory::NonspacingMark {
            part.to_lowercase().for_each(&mut push);
        }
    });
}

fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || c.is_whitespace()
}

fn is_control(c: char) -> bool {
    c == '\u{fffd}' || c.general_category_group() == GeneralCategoryGroup::Other
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || c.general_category_group() == GeneralCategoryGroup::Punctuation
}

/// The blocks of Chinese characters that BERT sets apart.
fn is_cjk(c: char) -> bool {
    matches!(u32::from(c),
        0x4e00..=0x9fff | 0x3400..=0x4dbf | 0x20000..=0x2a6df | 0x2a700..=0x2b73f
        | 0x2b740..=0x2b81f | 0x2b920..=0x2ceaf | 0xf900..=0xfaff | 0x2f800..=0x2fa1f)
}

/// How a word is written, which its small letters do not tell.
fn shape(word: &str) -> u8 {
    let is_letter = |c: &char| c.general_category_group() == GeneralCategoryGroup::Letter;
    let mut letters = word.chars().filter(is_letter).peekable();
    let Some(first) = letters.peek().copied() else {
        return if word.chars().any(is_digit) { 6 } else { 7 };
    };
    let (mut count, mut capitals, mut small) = (0, 0, 0);
    for letter in letters {
        count += 1;
        capitals += usize::from(letter.is_uppercase());
        small += usize::from(letter.is_lowercase());
    }
    match capitals {
        0 if small == count => 1,
        0 => 7,
        _ if capitals == count => 3 + u8::from(count == 1),
        _ if first.is_uppercase() => 2,
        _ => 5,
    }
}

/// A decimal digit, or one that stands high or low.
fn is_digit(c: char) -> bool {
    c.general_category() == GeneralCategory::DecimalNumber
        || matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '₀'..='₉' | '①'..='⑨')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_shapes() {
        for (word, expected) in [
            ("word", 1),
            ("Word", 2),
            ("McCain", 2),
            ("NATO", 3),
            ("I", 4),
            ("iPhone", 5),
            ("1990", 6),
            ("5G", 4),
            ("x²", 1),
            ("²", 6),
            ("½", 7),
            ("!", 7),
            ("北", 7),
            ("éa", 1),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
    }

    #[test]
    fn words_know_their_places() {
        let text = "Ha\u{200d}lló,\u{a0}Åse’s 北京!";
        let seen: Vec<(&str, &str)> = words(text)
            .iter()
            .map(|word| (word.form.clone(), word.place.clone()))
            .map(|(form, place)| (form.leak() as &str, &text[place]))
            .collect();
        let expected = [
            ("hallo", "Ha\u{200d}lló"),
            (",", ","),
            ("ase", "Åse"),
            ("’", "’"),
            ("s", "s"),
            ("北", "北"),
            ("京", "京"),
            ("!", "!"),
        ];
        assert_eq!(seen, expected);
    }
}
