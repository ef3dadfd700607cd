//! Units: the words of a sentence as names see them, hyphenated words in their parts.

use discussion::{Discussion, SentenceId, Span, Token, TokenKind};

use crate::names::{fold, lexemes::Lexemes};

/// How a unit is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `word`.
    Lower,
    /// `Word`, `McCain`, `iPhone`.
    Capital,
    /// `J` or `J.`.
    Initial,
    /// `NATO`, `U.S.`.
    Upper,
    /// `1990`.
    Number,
    /// A script without case.
    Plain,
}

impl Shape {
    /// Whether it can be part of a capitalised sequence.
    pub(crate) fn is_capital(self) -> bool {
        matches!(self, Self::Capital | Self::Initial | Self::Upper)
    }
}

/// What stands directly before a unit, besides white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing: the two follow one another.
    None,
    /// A hyphen or slash inside one token.
    Inside,
    /// The clitic `'s` of the unit before.
    Possessive,
    /// A mark that may stand inside a name (`&`, `,` before `Jr.`).
    Soft,
    /// Any other punctuation.
    Hard,
}

/// A word, or the part of a word between hyphens.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) span: Span,
    /// Its number among the words of the document.
    pub(crate) lexeme: u32,
    pub(crate) shape: Shape,
    pub(crate) gap: Gap,
    /// First of the sentence, or behind an opening quotation mark, a colon or an ellipsis.
    pub(crate) starts: bool,
    pub(crate) kind: TokenKind,
}

/// Adds the units of a sentence to `units`, and their words to `lexemes`.
pub(crate) fn units_of(
    discussion: &Discussion,
    sentence: SentenceId,
    lexemes: &mut Lexemes<'_>,
    units: &mut Vec<Unit>,
) {
    let mut gap = Gap::None;
    let mut starts = true;
    let tokens = discussion.tokens_of(sentence);
    let mut handle_end = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.span.start < handle_end {
            continue;
        }
        let text = discussion.slice(token.span);
        if text == "@"
            && let Some(span) = apart_handle(discussion, tokens.get(at..).unwrap_or(&[]))
        {
            handle_end = span.end;
            let (key, shape) = (fold::key(discussion.slice(span)), Shape::Capital);
            let (lexeme, kind) = (lexemes.number(key), TokenKind::Handle);
            units.push(Unit { span, lexeme, shape, gap: Gap::Hard, starts: false, kind });
            gap = Gap::Hard;
            continue;
        }
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                if let Some((key, shape)) = plain(text) {
                    let (span, lexeme) = (token.span, lexemes.number(key));
                    units.push(Unit { span, lexeme, shape, gap, starts, kind: token.kind });
                    gap = Gap::None;
                    starts = false;
                    continue;
                }
                let base = token.span.start as usize;
                for (at, part) in parts(text) {
                    let key = fold::key(part);
                    if key == 0 {
                        continue;
                    }
                    if at > 0 && gap == Gap::None {
                        gap = Gap::Inside;
                    }
                    let span = Span::new(base + at, base + at + part.len());
                    let (shape, lexeme) = (shape(part), lexemes.number(key));
                    units.push(Unit { span, lexeme, shape, gap, starts, kind: token.kind });
                    gap = Gap::None;
                    starts = false;
                }
            }
            TokenKind::Handle | TokenKind::Hashtag => {
                let (span, key) = (token.span, fold::key(text));
                let shape = shape(text.trim_start_matches(['@', '#']));
                units.push(Unit {
                    span,
                    lexeme: lexemes.number(key),
                    shape,
                    gap: Gap::Hard,
                    starts: false,
                    kind: token.kind,
                });
                gap = Gap::Hard;
            }
            TokenKind::Clitic => {
                let possessive = text.ends_with(['s', 'S']) && text.len() <= 4;
                gap = if possessive { Gap::Possessive } else { Gap::Hard };
            }
            TokenKind::Punctuation => {
                gap = if matches!(text, "&" | ",") && gap == Gap::None {
                    Gap::Soft
                } else {
                    Gap::Hard
                };
                // A name in quotation marks keeps its capital, so that only marks that open a
                // sentence of their own count.
                starts = starts
                    || matches!(text, ":" | "…" | "..." | "—" | "–" | "•" | "*" | "\"" | "“");
                if text.starts_with("..") || text.contains('…') || text.ends_with(['!', '?']) {
                    starts = true;
                }
            }
            TokenKind::Address | TokenKind::Emoji => gap = Gap::Hard,
        }
    }
}

/// A handle whose sign stands apart from its name (`@ harbour_watch`), as tokenizers and some
/// keyboards write it; `tokens` begin with the sign.
fn apart_handle(discussion: &Discussion, tokens: &[Token]) -> Option<Span> {
    let (sign, rest) = tokens.split_first()?;
    let first = rest.first().filter(|next| next.span.start == sign.span.end + 1)?;
    let of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut end = first.span.start;
    for token in rest {
        if token.span.start != end || !discussion.slice(token.span).chars().all(of_name) {
            break;
        }
        end = token.span.end;
    }
    let span = Span::new(sign.span.start as usize, end as usize);
    (end > first.span.start && fold::key(discussion.slice(span)) != 0).then_some(span)
}

/// The parts of a word between hyphens and slashes, with their byte places.
fn parts(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    word.split_inclusive(['-', '/', '‐', '‑', '–']).map(move |piece| {
        let start = at;
        at += piece.len();
        (start, piece.trim_end_matches(['-', '/', '‐', '‑', '–']))
    })
}

/// Key and shape of a word that has nothing but letters of the basic alphabet, as most have.
fn plain(word: &str) -> Option<(u64, Shape)> {
    let (first, rest) = word.as_bytes().split_first()?;
    let (mut key, mut upper) = (fold::plain_key(fold::EMPTY, *first), 0);
    for byte in rest {
        key = fold::plain_key(key, *byte);
        upper += usize::from(byte.is_ascii_uppercase());
    }
    if !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let letters =
        Letters { first: *first as char, count: word.len(), upper, lower: rest.len() - upper };
    Some((key, letters.shape(word)))
}

/// How the letters of a word are written.
struct Letters {
    first: char,
    count: usize,
    /// Capitals behind the first letter.
    upper: usize,
    /// Small letters behind the first letter.
    lower: usize,
}

impl Letters {
    fn shape(&self, word: &str) -> Shape {
        let Self { first, count, upper, lower } = *self;
        if first.is_uppercase() {
            match (count, lower) {
                (1, _) => Shape::Initial,
                // A plural of an acronym (`MPs`) is written like one.
                (3.., 1) if word.ends_with('s') && upper + 2 == count => Shape::Upper,
                (_, 0) => Shape::Upper,
                _ => Shape::Capital,
            }
        } else if first.is_lowercase() {
            if upper > 0 && lower > 0 { Shape::Capital } else { Shape::Lower }
        } else {
            Shape::Plain
        }
    }
}

fn shape(word: &str) -> Shape {
    // `report.pdf`: letters on both sides of a stop, small ones behind it.
    if let Some((_, behind)) = word.split_once('.')
        && behind.chars().next().is_some_and(char::is_lowercase)
    {
        return Shape::Lower;
    }
    let mut letters = word.chars().filter(|c| c.is_alphanumeric());
    let Some(first) = letters.next() else { return Shape::Plain };
    if first.is_numeric() {
        let upper = letters.clone().filter(|c| c.is_uppercase()).count();
        return if upper > 0 && upper == letters.filter(|c| c.is_alphabetic()).count() {
            Shape::Upper
        } else {
            Shape::Number
        };
    }
    let (mut count, mut upper, mut lower) = (1, 0, 0);
    for c in letters {
        count += 1;
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    Letters { first, count, upper, lower }.shape(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_shapes() {
        for (word, want) in [
            ("word", Shape::Lower),
            ("Word", Shape::Capital),
            ("McCain", Shape::Capital),
            ("iPhone", Shape::Capital),
            ("NATO", Shape::Upper),
            ("U.S.", Shape::Upper),
            ("MPs", Shape::Upper),
            ("J.", Shape::Initial),
            ("1990s", Shape::Number),
            ("Report.pdf", Shape::Lower),
            ("北京", Shape::Plain),
            ("", Shape::Plain),
        ] {
            assert_eq!(shape(word), want, "{word}");
        }
    }

    #[test]
    fn the_short_way_for_plain_words_is_the_same_way() {
        for word in ["word", "Word", "McCain", "iPhone", "NATO", "MPs", "I", "a", "aB", "Ab"] {
            assert_eq!(plain(word), Some((fold::key(word), shape(word))), "{word}");
        }
        for word in ["U.S.", "Łódź", "a1", "Tel-Aviv", ""] {
            assert_eq!(plain(word), None, "{word}");
        }
    }

    #[test]
    fn words_are_cut_at_hyphens() {
        let cut = |word| parts(word).collect::<Vec<_>>();
        assert_eq!(cut("Tel-Aviv"), [(0, "Tel"), (4, "Aviv")]);
        assert_eq!(cut("pro-US-"), [(0, "pro"), (4, "US")]);
    }
}
