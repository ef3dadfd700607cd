//! Lines and blocks of a plain text as paragraphs.
//!
//! Any line end counts: LF, CRLF, CR, NEL, U+2028, U+2029. Where lines were wrapped at a fixed
//! width, the lines of a block are one paragraph; otherwise each line is one. A score over the
//! whole text decides: a wrapped line is one that the first word of the next line would have made
//! too long, and in wrapped text nearly every line is.

use crate::{discussion::ParagraphKind, span::Span};

/// Wider lines were not wrapped by a program for people to read.
const MAX_WIDTH: usize = 110;
/// Narrower text is a list or a poem.
const MIN_WIDTH: usize = 40;

/// A part of the text that becomes a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its bytes, without white space around it.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
}

/// The paragraphs of a plain text.
#[must_use]
pub fn find(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let wrapped = is_wrapped(text, &lines);
    let width = lines.iter().map(|line| line.width).max().unwrap_or(0);
    let mut blocks: Vec<Block> = Vec::new();
    let mut previous: Option<&Line> = None;
    for line in &lines {
        let joins = wrapped && previous.is_some_and(|previous| previous.joins(line, width, text));
        match blocks.last_mut() {
            Some(block) if joins => block.span = block.span.cover(line.span),
            _ => blocks.push(Block { span: line.span, kind: line.kind }),
        }
        previous = Some(line);
    }
    blocks
}

/// A line that is not empty.
struct Line {
    /// Without white space around it and without the sign of a quotation.
    span: Span,
    kind: ParagraphKind,
    /// In characters, the white space before it included.
    width: usize,
    indent: usize,
    /// How wide its first word is.
    first_word: usize,
    /// Whether an empty line stands before it.
    apart: bool,
}

impl Line {
    /// Whether `next` was cut off this line: there was no room for its first word.
    fn was_full(&self, next: &Self, width: usize) -> bool {
        self.width + 1 + next.first_word > width
    }

    /// Whether `next` continues the paragraph of this line, in a wrapped text.
    fn joins(&self, next: &Self, width: usize, text: &str) -> bool {
        if next.apart || next.kind != self.kind || next.kind == ParagraphKind::Item {
            return next.kind == ParagraphKind::Body
                && self.kind == ParagraphKind::Item
                && !next.apart
                && next.indent > 0;
        }
        let finished = self.span.of(text).ends_with(['.', '!', '?', '”', '"', ':']);
        let indented = next.indent >= 2 && next.indent > self.indent;
        let small = next.span.of(text).starts_with(char::is_lowercase);
        // Comments under one article may be wrapped at different widths.
        let nearly_full = self.was_full(next, width * 4 / 5);
        (nearly_full && !indented) || (small && !finished)
    }
}

/// The lines of a text that are not empty.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut apart = false;
    let mut start = 0;
    while start <= text.len() {
        let raw = text.get(start..line_end(text, start)).unwrap_or("");
        let line = raw.trim();
        let end = start + raw.len();
        if line.is_empty() {
            // The empty piece between CR and LF is no empty line.
            apart |= !(text.get(..start).is_some_and(|before| before.ends_with('\r'))
                && text.get(start..).is_some_and(|after| after.starts_with('\n')));
        } else {
            let indent = raw.len() - raw.trim_start().len();
            let (body, kind) = kind(line);
            let begin = start + raw.trim_end().len() - body.len();
            lines.push(Line {
                span: Span::new(begin, begin + body.len()),
                kind,
                width: indent + line.chars().count(),
                indent,
                first_word: line.split_whitespace().next().map_or(0, |word| word.chars().count()),
                apart,
            });
            apart = false;
        }
        // Behind the sign that ends the line, or behind all.
        start =
            end + text.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    lines
}

/// The first line end from a byte on, or the end of the text. Byte by byte, which is much faster
/// than by characters.
fn line_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes().get(from..).unwrap_or(&[]);
    let ends = |at: usize| {
        matches!(
            bytes.get(at..),
            Some([b'\n' | b'\r', ..] | [0xc2, 0x85, ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..])
        )
    };
    from + (0..bytes.len()).find(|at| ends(*at)).unwrap_or(bytes.len())
}

/// What a line says of itself by its first signs, and its text without a sign of quotation.
fn kind(line: &str) -> (&str, ParagraphKind) {
    let quoted = line.trim_start_matches(['>', ' ', '\t']);
    if line.starts_with('>') && !quoted.is_empty() {
        return (quoted.trim(), ParagraphKind::Quote);
    }
    let bullet = ["- ", "* ", "• ", "– ", "+ "].iter().any(|bullet| line.starts_with(bullet));
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=3).contains(&digits)
        && line.get(digits..).is_some_and(|rest| rest.starts_with(". ") || rest.starts_with(") "));
    (line, if bullet || numbered { ParagraphKind::Item } else { ParagraphKind::Body })
}

/// Whether the lines of a text were wrapped at a fixed width.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let width = lines.iter().map(|line| line.width).max().unwrap_or(0);
    if !(MIN_WIDTH..=MAX_WIDTH).contains(&width) {
        return false;
    }
    let mut score = -2.0_f32;
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if next.apart || next.kind == ParagraphKind::Item || line.kind != next.kind {
            continue;
        }
        score += if line.was_full(next, width) { 1.0 } else { -1.0 };
        let goes_on = !line.span.of(text).ends_with(['.', '!', '?', '”', '"', ':', '…']);
        let small = next.span.of(text).starts_with(char::is_lowercase);
        score += match (goes_on, small) {
            (true, true) => 1.5,
            (true, false) => 0.3,
            (false, _) => -0.5,
        };
    }
    score > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_is_found() {
        let text = "a\nb\rc\u{85}d\u{2028}e\u{2029}é\u{2026}\u{a0}f";
        let want = text.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).count();
        assert_eq!(lines(text).len(), want);
        assert_eq!(line_end("ab", 0), 2);
        assert_eq!(line_end("ab", 2), 2);
    }

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find(text).iter().map(|block| block.span.of(text)).collect();
        assert_eq!(found, expected, "in {text:?}");
    }

    const LONG: &str = "The harbour office opens at eight and closes when the last boat is in, which in \
        winter may be before three and in summer long after nine in the evening.";

    /// The same text wrapped at a width.
    fn wrap(text: &str, width: usize) -> String {
        let mut wrapped = String::new();
        let mut line = 0;
        for word in text.split(' ') {
            if line > 0 && line + 1 + word.len() > width {
                wrapped.push('\n');
                line = 0;
            } else if line > 0 {
                wrapped.push(' ');
                line += 1;
            }
            wrapped.push_str(word);
            line += word.len();
        }
        wrapped
    }

    #[test]
    fn any_line_end() {
        check("a\nb\r\nc\rd\u{2028}e\u{2029}f\u{85}g", &["a", "b", "c", "d", "e", "f", "g"]);
        check("  a  \n\n \t \n b\n", &["a", "b"]);
        check(" \n ", &[]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let wrapped = wrap(LONG, 60);
        check(&wrapped, &[&wrapped]);
        check(&format!("{wrapped}\n\n{wrapped}"), &[&wrapped, &wrapped]);
        let crlf = wrapped.replace('\n', "\r\n");
        check(&format!("{crlf}\r\n\r\n{crlf}\r\n"), &[&crlf, &crlf]);
    }

    #[test]
    fn lines_of_their_own_are_not() {
        check(&format!("{LONG}\n{LONG}"), &[LONG, LONG]);
        check(
            "A short line.\nAnother one!\nAnd a third",
            &["A short line.", "Another one!", "And a third"],
        );
        let list = "- one thing that is rather long, to be sure\n- another thing\n- a third";
        check(list, &list.lines().collect::<Vec<_>>());
    }

    #[test]
    fn kinds() {
        let kinds = |text: &str| find(text).iter().map(|b| b.kind).collect::<Vec<_>>();
        assert_eq!(kinds("> said before\nmy answer"), [ParagraphKind::Quote, ParagraphKind::Body]);
        assert_eq!(kinds("* one\n2. two"), [ParagraphKind::Item, ParagraphKind::Item]);
        check("> > said", &["said"]);
    }
}
