//! Plain text.

use crate::{assemble::Draft, discussion::ParagraphKind, paragraphs};

/// The longest first line that is taken for a heading, in characters.
const MAX_HEADING: usize = 120;

/// Reads a plain text; it is kept as it is.
pub(crate) fn read(text: String) -> Draft {
    let mut blocks = paragraphs::find(&text);
    let apart = |a: usize, b: usize| {
        text.get(a..b)
            .is_some_and(|gap| gap.matches('\n').count().max(gap.matches('\r').count()) > 1)
    };
    if let [first, second, ..] = &mut *blocks {
        let line = first.span.of(&text);
        let heading = line.chars().count() <= MAX_HEADING
            && !line.ends_with(['.', '!', ',', ';', ':', '…', '”', '"'])
            && apart(first.span.end as usize, second.span.start as usize);
        if heading && first.kind == ParagraphKind::Body {
            first.kind = ParagraphKind::Heading;
        }
    }
    Draft { text, blocks, ..Draft::default() }
}
