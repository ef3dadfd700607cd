//! Text that an importer takes out of markup, paragraph by paragraph.

use crate::{discussion::ParagraphKind, paragraphs::Block, span::Span};

/// Paragraphs joined by blank lines.
#[derive(Debug, Default)]
pub(super) struct Extracted {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
}

impl Extracted {
    /// Adds a paragraph; returns whether there was anything in it.
    pub(super) fn push(&mut self, paragraph: &str, kind: ParagraphKind) -> bool {
        let paragraph = paragraph.trim();
        if paragraph.is_empty() {
            return false;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(paragraph);
        self.blocks.push(Block { span: Span::new(start, self.text.len()), kind });
        true
    }
}
