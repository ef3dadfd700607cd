//! Spans that may lie in each other, as a tree over the text.

use discussion::Span;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text outside of every span (at this level).
    Text(Span),
    /// One of the spans, by its index in the list that was given, with what is in it.
    Nested(usize, Vec<Piece>),
}

/// Cuts `whole` at the spans, which may nest; what is empty, does not lie in it, or crosses
/// another that began earlier is left out.
#[must_use]
pub fn nest(whole: Span, spans: &[Span]) -> Vec<Piece> {
    let key = |index: usize| spans.get(index).map(|span| (span.start, u32::MAX - span.end));
    let mut order = Vec::with_capacity(spans.len());
    // Nearly always in order already. Of two equal spans the first given is the outer one.
    for (index, span) in spans.iter().enumerate() {
        if whole.contains(*span) && !span.is_empty() {
            let place = order.partition_point(|other| key(*other) <= key(index));
            order.insert(place, index);
        }
    }
    level(whole, spans, &mut order.into_iter().peekable())
}

fn level(
    whole: Span,
    spans: &[Span],
    order: &mut std::iter::Peekable<impl Iterator<Item = usize>>,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = whole.start;
    while let Some(&index) = order.peek() {
        let Some(&span) = spans.get(index) else { break };
        if span.start >= whole.end {
            break;
        }
        order.next();
        if !whole.contains(span) || span.start < at {
            continue;
        }
        if at < span.start {
            pieces.push(Piece::Text(Span { start: at, end: span.start }));
        }
        pieces.push(Piece::Nested(index, level(span, spans, order)));
        at = span.end;
    }
    if at < whole.end {
        pieces.push(Piece::Text(Span { start: at, end: whole.end }));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, pieces: &[Piece]) -> String {
        let write = |piece: &Piece| match piece {
            Piece::Text(span) => span.of(text).to_owned(),
            Piece::Nested(index, inner) => format!("[{index}{}]", written(text, inner)),
        };
        pieces.iter().map(write).collect()
    }

    fn check(spans: &[(usize, usize)], expected: &str) {
        let text = "abcdefgh";
        let spans: Vec<_> = spans.iter().map(|(start, end)| Span::new(*start, *end)).collect();
        assert_eq!(written(text, &nest(Span::new(0, text.len()), &spans)), expected);
    }

    #[test]
    fn spans_nest_and_follow() {
        check(&[], "abcdefgh");
        check(&[(1, 3), (3, 4), (6, 8)], "a[0bc][1d]ef[2gh]");
        check(&[(1, 7), (2, 4), (2, 3)], "a[0b[1[2c]d]efg]h");
        check(&[(2, 3), (1, 7)], "a[1b[0c]defg]h");
        check(&[(1, 3), (1, 3)], "a[0[1bc]]defgh");
        check(&[(0, 8)], "[0abcdefgh]");
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        check(&[(1, 4), (2, 6)], "a[0bcd]efgh");
        check(&[(1, 4), (2, 6), (6, 7)], "a[0bcd]ef[2g]h");
        check(&[(4, 4), (7, 12), (20, 30)], "abcdefgh");
    }
}
