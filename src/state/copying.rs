//! What is copied of the text: what the filter shows, drawn or not.

use discussion::Post;

use crate::state::State;

/// Whose post it is and when it was written, as far as the text says so.
#[must_use]
pub fn byline(post: &Post) -> String {
    let byline: Vec<_> = [&post.author, &post.time].into_iter().flatten().cloned().collect();
    byline.join(" \u{b7} ")
}

impl State {
    /// The text from one paragraph to another, or to the end: those that are shown, each post under
    /// its byline.
    #[must_use]
    pub fn text_between(&self, first: usize, last: Option<usize>) -> String {
        let mut parts = Vec::new();
        let Some(reading) = &self.reading else { return String::new() };
        let discussion = &reading.discussion;
        let mut of = None;
        for (row, paragraph) in discussion.paragraphs.iter().enumerate() {
            if row < first || last.is_some_and(|last| row > last) || self.is_hidden(row) {
                continue;
            }
            if of.replace(paragraph.post) != Some(paragraph.post) {
                let post = discussion.posts.get(paragraph.post.index());
                parts.extend(post.map(byline).filter(|byline| !byline.is_empty()));
            }
            parts.push(discussion.slice(paragraph.span).to_owned());
        }
        parts.join("\n\n")
    }
}
