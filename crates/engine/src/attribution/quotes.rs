//! Quotation marks, paired paragraph by paragraph.

use discussion::{Discussion, Paragraph, Span, Token, TokenKind};

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// With its marks.
    pub(crate) outer: Span,
    /// Without its marks.
    pub(crate) inner: Span,
    /// How many words stand inside.
    pub(crate) words: usize,
    /// Begins with a capital letter.
    pub(crate) capital: bool,
    /// Ends with a comma or a stop.
    pub(crate) stopped: bool,
    /// Has no closing mark: it may go on in the next paragraph.
    pub(crate) open: bool,
}

/// What a mark can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// The family and the side of a quotation mark.
fn mark(text: &str) -> Option<(char, Side)> {
    Some(match text {
        "\u{201c}" | "\u{201e}" => ('"', Side::Opens),
        "\u{201d}" => ('"', Side::Closes),
        "\u{ab}" => ('\u{ab}', Side::Opens),
        "\u{bb}" => ('\u{ab}', Side::Closes),
        "\"" | "''" => ('"', Side::Either),
        "``" => ('"', Side::Opens),
        "\u{2018}" => ('\'', Side::Opens),
        "\u{2019}" => ('\'', Side::Closes),
        "'" => ('\'', Side::Either),
        _ => return None,
    })
}

/// The quotations of a paragraph in order; they do not overlap. A single mark opens only where
/// no double one is open.
pub(crate) fn find(discussion: &Discussion, paragraph: &Paragraph) -> Vec<Quote> {
    let first = discussion.sentences.get(paragraph.sentences.start as usize);
    let last = discussion.sentences.get((paragraph.sentences.end as usize).wrapping_sub(1));
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let range = first.tokens.start as usize..last.tokens.end as usize;
    let tokens = discussion.tokens.get(range).unwrap_or(&[]);
    let mut quotes = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (i, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Punctuation {
            continue;
        }
        let Some((family, side)) = mark(discussion.slice(token.span)) else { continue };
        let after = i.checked_sub(1).and_then(|p| tokens.get(p));
        let touches_before = after.is_some_and(|before| before.span.end == token.span.start);
        let before = tokens.get(i + 1);
        let touches_behind = before.is_some_and(|next| next.span.start == token.span.end);
        match open {
            Some((start, opened)) if opened == family && side != Side::Opens => {
                if family == '\'' && !touches_before {
                    continue;
                }
                quotes.extend(quote(discussion, tokens, start, i, false));
                open = None;
            }
            // A new opening mark of the same kind: the former was never closed.
            Some((start, opened)) if opened == family => {
                if family == '"' {
                    quotes.extend(quote(discussion, tokens, start, i.saturating_sub(1), true));
                }
                open = Some((i, family));
            }
            Some((_, '\'')) if side != Side::Closes => open = Some((i, family)),
            Some(_) => {}
            None => {
                let opens = match side {
                    Side::Opens => true,
                    Side::Closes => false,
                    Side::Either => touches_behind && (!touches_before || family == '"'),
                };
                if opens {
                    open = Some((i, family));
                }
            }
        }
    }
    if let Some((start, '"' | '\u{ab}')) = open {
        quotes.extend(quote(discussion, tokens, start, tokens.len().saturating_sub(1), true));
    }
    quotes
}

/// The quotation from the token `start` to the token `end`, marks included; without a closing mark
/// where it is still open.
fn quote(
    discussion: &Discussion,
    tokens: &[Token],
    start: usize,
    end: usize,
    open: bool,
) -> Option<Quote> {
    let inside = tokens.get(start + 1..if open { end + 1 } else { end })?;
    let (first, last) = (inside.first()?, inside.last()?);
    let words = inside
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .count();
    let closing = tokens.get(end)?;
    let next = tokens.get(end + 1).map_or("", |next| discussion.slice(next.span));
    let ends = |text: &str| matches!(text.chars().next(), Some(',' | '.' | '!' | '?' | '\u{2026}'));
    Some(Quote {
        outer: tokens.get(start)?.span.cover(closing.span),
        inner: first.span.cover(last.span),
        words,
        capital: discussion.slice(first.span).starts_with(char::is_uppercase),
        stopped: ends(discussion.slice(last.span)) || (next == "," && words > 4),
        open,
    })
}
