//! Whose an opinion is, in words.

use discussion::{ParagraphId, Post};
use engine::Holder;

use crate::reading::Reading;

/// The post that a paragraph belongs to.
pub(super) fn post_of(reading: &Reading, paragraph: ParagraphId) -> Option<&Post> {
    let paragraph = reading.discussion.paragraphs.get(paragraph.index())?;
    reading.discussion.posts.get(paragraph.post.index())
}

/// `writer` or `source`.
pub(super) fn kind(holder: Holder) -> &'static str {
    match holder {
        Holder::Writer => "writer",
        Holder::Source(_) | Holder::Unnamed => "source",
    }
}

/// The name of a holder: of a writer the author of the post, empty where nobody is named.
pub(super) fn name(reading: &Reading, paragraph: ParagraphId, holder: Holder) -> &str {
    match holder {
        Holder::Writer => {
            post_of(reading, paragraph).and_then(|post| post.author.as_deref()).unwrap_or("")
        }
        Holder::Source(entity) => reading.name(entity),
        Holder::Unnamed => "",
    }
}

/// The holder as part of a sentence.
pub(super) fn in_words(reading: &Reading, paragraph: ParagraphId, holder: Holder) -> String {
    let name = name(reading, paragraph, holder);
    match holder {
        Holder::Writer if name.is_empty() => "the writer".to_owned(),
        Holder::Writer => format!("{name} (the writer)"),
        Holder::Source(_) => format!("{name} (quoted or reported)"),
        Holder::Unnamed => "somebody quoted or reported".to_owned(),
    }
}
