//! A data set's text as a discussion, and the way from its code points to the discussion's bytes.

use anyhow::{Context as _, Result, bail};
use discussion::{
    Discussion, Import, ImportError, ParagraphId, Section, SentenceId, Span, TokenKind,
};
use serde::Deserialize;

/// A span of a data set: code points, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub(crate) struct CodePoints {
    /// First code point.
    pub(crate) start: usize,
    /// The code point behind the last one.
    pub(crate) end: usize,
}

/// A text of a data set, imported as one post.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The text as the engine sees it.
    pub(crate) discussion: Discussion,
    /// For each code point of the original, and its end, the byte in the discussion's text.
    bytes: Vec<usize>,
}

impl Passage {
    /// A text that is all article.
    ///
    /// # Errors
    /// Where the importer refuses the text or changes more than its white space.
    pub(crate) fn article(text: &str) -> Result<Self> {
        Self::post(text, Section::Article)
    }

    /// A text that is one comment.
    ///
    /// # Errors
    /// As for [`Passage::article`].
    pub(crate) fn comment(text: &str) -> Result<Self> {
        Self::post(text, Section::Comments)
    }

    fn post(text: &str, section: Section) -> Result<Self> {
        let import = Import { name: Some("passage.txt") };
        let mut discussion = match discussion::import(text.as_bytes(), import) {
            Ok(discussion) => discussion.with_border(None),
            Err(ImportError::Empty) => Discussion::default(),
            Err(error) => return Err(error).context("The importer refuses the text"),
        };
        for post in &mut discussion.posts {
            post.section = section;
        }
        let bytes = align(text, &discussion.text)?;
        Ok(Self { discussion, bytes })
    }

    /// The bytes of a data set's span.
    pub(crate) fn span(&self, at: CodePoints) -> Span {
        let byte =
            |point: usize| self.bytes.get(point).or(self.bytes.last()).copied().unwrap_or_default();
        let (start, end) = (byte(at.start), byte(at.end));
        let inside = self.discussion.text.get(start..end).unwrap_or("");
        Span::new(start, start + inside.trim_end().len())
    }

    /// The same, moved to the edges of tokens: data sets cut some spans inside a word
    /// (`Brussel` of `Brussels`) or leave an apostrophe on.
    pub(crate) fn token_span(&self, at: CodePoints) -> Span {
        let span = self.span(at);
        let mut covered =
            self.discussion.tokens.iter().map(|token| (token.span, token.kind)).filter(
                |(token, kind)| {
                    token.overlaps(span)
                        && !matches!(kind, TokenKind::Clitic | TokenKind::Punctuation)
                },
            );
        match (covered.clone().next(), covered.next_back()) {
            (Some((first, _)), Some((last, _))) => first.cover(last),
            _ => span,
        }
    }

    /// The paragraph and the sentence in which a span begins.
    pub(crate) fn place(&self, span: Span) -> (ParagraphId, SentenceId) {
        let sentences = &self.discussion.sentences;
        let at = sentences.partition_point(|s| s.span.end <= span.start);
        let at = at.min(sentences.len().saturating_sub(1));
        let paragraph = sentences.get(at).map_or_else(ParagraphId::default, |s| s.paragraph);
        (paragraph, SentenceId(u32::try_from(at).unwrap_or(u32::MAX)))
    }
}

/// Where each character of `original`, and its end, stands in `imported`, which may differ in
/// white space and marks of byte order only.
fn align(original: &str, imported: &str) -> Result<Vec<usize>> {
    let loose = |c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}';
    let mut bytes = Vec::with_capacity(original.len() + 1);
    let mut rest = imported.char_indices().peekable();
    for wanted in original.chars() {
        if !loose(wanted) {
            while rest.next_if(|(_, c)| loose(*c)).is_some() {}
        }
        let at = rest.peek().map_or(imported.len(), |(at, _)| *at);
        bytes.push(at);
        if rest.next_if(|(_, c)| *c == wanted).is_none() && !loose(wanted) {
            bail!("The importer changed the text at byte {at}");
        }
    }
    bytes.push(rest.peek().map_or(imported.len(), |(at, _)| *at));
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_become_bytes() {
        let passage = Passage::article("Zoë met “Ánge” 🙂 in Oslo.").unwrap();
        let text = |start, end| {
            passage.discussion.slice(passage.span(CodePoints { start, end })).to_owned()
        };
        assert_eq!(text(0, 3), "Zoë");
        assert_eq!(text(9, 13), "Ánge");
        assert_eq!(text(20, 24), "Oslo");
    }

    #[test]
    fn white_space_may_change_and_nothing_else() {
        assert_eq!(align(" a\r\nb ", "a\nb").unwrap(), [0, 0, 1, 1, 2, 3, 3]);
        assert!(align("ab", "ac").is_err());
    }

    #[test]
    fn spans_grow_to_tokens() {
        let passage = Passage::article("They love Lena's Brussels.").unwrap();
        let text = |start, end| {
            passage.discussion.slice(passage.token_span(CodePoints { start, end })).to_owned()
        };
        assert_eq!(text(10, 15), "Lena");
        assert_eq!(text(17, 24), "Brussels");
    }
}
