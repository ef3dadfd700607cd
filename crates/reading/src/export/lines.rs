//! Text where a format has lines: what breaks them.

use discussion::Span;

/// Whether some reader of a text takes a character for the end of a line (Python's `splitlines`,
/// which many tools read files with, takes all of these).
pub(super) fn breaks_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The parts of a span between the ends of lines and between tabulators, without white space around them; never none for
/// a span with something in it.
pub(super) fn parts(text: &str, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start as usize;
    for piece in span.of(text).split_inclusive(|c| c == '\t' || breaks_line(c)) {
        let said = piece.trim();
        if !said.is_empty() {
            let begin = start + piece.len() - piece.trim_start().len();
            parts.push(Span::new(begin, begin + said.len()));
        }
        start += piece.len();
    }
    parts
}

/// On one line: runs of white space and control characters as one space.
pub(super) fn on_one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control() || breaks_line(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_cut_at_line_ends() {
        let text = "the \u{1f600}\r\n  old\u{2028}stone\tbridge ";
        let found: Vec<_> =
            parts(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["the \u{1f600}", "old", "stone", "bridge"]);
        assert_eq!(on_one_line(text), "the \u{1f600} old stone bridge");
        assert_eq!(on_one_line("a\u{0}b\tc"), "a b c");
    }
}
