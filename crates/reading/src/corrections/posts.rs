//! Corrections of posts: who wrote them, and which are comments.

use super::{Anchor, Misfit, draft::Draft};
use crate::view::ReaderBorder;

impl Draft<'_> {
    pub(super) fn author(&mut self, at: &Anchor, name: &str) -> Result<(), Misfit> {
        let span = self.span(at)?;
        let paragraph = self.paragraph(span).ok_or(Misfit::QuoteGone)?;
        let post = self.post(paragraph).ok_or(Misfit::QuoteGone)?;
        if let Some(post) = self.discussion.posts.get_mut(post.index()) {
            post.author = (!name.is_empty()).then(|| name.to_owned());
        }
        Ok(())
    }

    /// The border that is asked for.
    pub(super) fn border(&mut self, at: Option<&Anchor>) -> Result<ReaderBorder, Misfit> {
        let Some(at) = at else { return Ok(ReaderBorder::NoComments) };
        let span = self.span(at)?;
        let paragraph = self.paragraph(span).ok_or(Misfit::QuoteGone)?;
        Ok(ReaderBorder::Before(paragraph.0 + 1))
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        corrections::{Correction, tests::*},
        view::ReaderBorder,
    };

    #[test]
    fn an_author_and_a_border() {
        let read = corrected(
            sample(),
            &[
                Correction::Author { at: at("Nobody", 0), name: "Cy".into() },
                Correction::Border { at: Some(at("Nobody", 0)) },
            ],
        );
        assert!(read.misfits.is_empty(), "{:?}", read.misfits);
        assert_eq!(read.discussion.posts[1].author.as_deref(), Some("Cy"));
        assert_eq!(read.border, Some(ReaderBorder::Before(3)));
        let read = corrected(sample(), &[Correction::Border { at: None }]);
        assert_eq!(read.border, Some(ReaderBorder::NoComments));
    }
}
