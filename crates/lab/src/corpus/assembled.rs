//! A labelled discussion as the engine sees it, and the way from its labels to the engine's bytes.

use discussion::{Discussion, Span, Written};

use super::{Labelled, Piece, Post};

/// A labelled discussion, put together.
#[derive(Clone, Debug)]
pub(crate) struct Assembled {
    /// The text as the engine sees it; its posts and paragraphs are those of the labels.
    pub(crate) discussion: Discussion,
}

impl Assembled {
    /// Puts the posts together. A comment on the article has no parent, as after an import.
    pub(crate) fn of(labelled: &Labelled) -> Self {
        let written = |post: &'_ Post| -> (Option<String>, Option<usize>, Vec<String>) {
            let texts = post.paragraphs.iter().map(|p| p.text.clone()).collect();
            (Some(post.author.clone()).filter(|author| !author.is_empty()), post.parent, texts)
        };
        let posts: Vec<_> = labelled.posts.iter().map(written).collect();
        let posts: Vec<Written<'_>> = posts
            .iter()
            .map(|(author, parent, texts)| Written {
                author: author.as_deref(),
                parent: *parent,
                paragraphs: texts.iter().map(String::as_str).collect(),
            })
            .collect();
        let (article, comments) = match posts.split_first() {
            Some((article, comments)) => (article.clone(), comments),
            None => (Written::default(), &[][..]),
        };
        Self { discussion: Discussion::of_posts(&labelled.title, &article, comments) }
    }

    /// The bytes of a piece of a paragraph, which is counted over the whole discussion.
    pub(crate) fn span(&self, paragraph: usize, piece: &Piece) -> Span {
        let Some(at) = self.discussion.paragraphs.get(paragraph) else { return Span::default() };
        let text = self.discussion.slice(at.span);
        let byte = |point: usize| {
            let inside = text.char_indices().nth(point).map_or(text.len(), |(byte, _)| byte);
            at.span.start as usize + inside
        };
        Span::new(byte(piece.start), byte(piece.end))
    }
}

#[cfg(test)]
mod tests {
    use discussion::{ParagraphId, PostId};

    use super::*;
    use crate::corpus::Paragraph;

    #[test]
    fn labels_point_into_the_text() {
        let post = |section: &str, parent, texts: &[&str]| Post {
            section: section.to_owned(),
            author: "nobody".to_owned(),
            parent,
            paragraphs: texts
                .iter()
                .map(|text| Paragraph { text: (*text).to_owned(), ..Paragraph::default() })
                .collect(),
            ..Post::default()
        };
        let labelled = Labelled {
            title: "Rain".to_owned(),
            posts: vec![
                post("article", None, &["It rained in Malmö.", "Åse Dahl stayed at home."]),
                post("comments", Some(0), &["Clever Åse."]),
                post("comments", Some(1), &["So she is."]),
            ],
            ..Labelled::default()
        };
        let assembled = Assembled::of(&labelled);
        assert_eq!(assembled.discussion.border.paragraph, Some(ParagraphId(2)));
        assert_eq!(assembled.discussion.posts[2].parent, Some(PostId(1)));
        let piece = |start, end| Piece { start, end, text: String::new() };
        let text = |paragraph, start, end| {
            assembled.discussion.slice(assembled.span(paragraph, &piece(start, end)))
        };
        assert_eq!(text(0, 13, 18), "Malmö");
        assert_eq!(text(1, 0, 8), "Åse Dahl");
        assert_eq!(text(2, 7, 10), "Åse");
    }
}
