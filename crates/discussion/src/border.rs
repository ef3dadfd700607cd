//! The border between the article and its comments.

use serde::{Deserialize, Serialize};

use crate::{
    assemble::comment,
    discussion::{Discussion, ParagraphId, Post, PostId, Section},
};

/// Where the comments begin, how sure that is, and who said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Border {
    /// The first paragraph of the comments; none where all is article.
    pub paragraph: Option<ParagraphId>,
    /// From 0 (a guess) to 1 (given).
    pub confidence: f32,
    /// Who placed it.
    pub origin: BorderOrigin,
}

/// Who placed the border.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BorderOrigin {
    /// Found by the scored decision of this module.
    #[default]
    Scored,
    /// Marked in the text or by its format (a heading `Comments`).
    Marked,
    /// Placed by the reader.
    Reader,
}

/// The scored decision for a text that marks nothing.
pub(crate) fn find(discussion: &Discussion) -> Border {
    let scores: Vec<f32> =
        discussion.paragraphs.iter().map(|p| score(discussion.slice(p.span))).collect();
    let total: f32 = scores.iter().sum();
    let mut left = 0.0;
    let mut best = (total - 2.0, None);
    for (i, score) in scores.iter().enumerate() {
        if i > 0 && left - (total - left) > best.0 {
            best = (left - (total - left), Some(ParagraphId(i as u32)));
        }
        left += score;
    }
    Border { paragraph: best.1, confidence: 0.5, origin: BorderOrigin::Scored }
}

/// How much a paragraph reads like a report (above 0) rather than a comment.
fn score(text: &str) -> f32 {
    let has = |words: &[&str]| {
        text.split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|word| words.iter().any(|w| word.eq_ignore_ascii_case(w)))
            .count() as f32
    };
    let person = has(&["I", "me", "my", "you", "your", "we", "our", "us", "let's"]);
    let signs = text.matches(['!', '?']).count() as f32 + text.matches("..").count() as f32;
    let report =
        has(&["said", "told", "according", "announced", "reported", "spokesman", "officials"]);
    0.5 + report.min(2.0) - 0.7 * person.min(3.0) - 0.6 * signs.min(3.0)
}

impl Discussion {
    /// The same text with the border where the reader puts it; `None` makes all of it article.
    /// A paragraph that does not exist, and the first one, count as `None`.
    ///
    /// Comments that the text marks keep their authors; what was article and is behind the border
    /// now becomes one post a paragraph.
    #[must_use]
    pub fn with_border(mut self, paragraph: Option<ParagraphId>) -> Self {
        let count = self.paragraphs.len() as u32;
        let paragraph = paragraph.filter(|p| (1..count).contains(&p.0));
        let border = paragraph.map_or(count, |p| p.0);
        let old = std::mem::take(&mut self.posts);
        self.posts.push(Post {
            section: Section::Article,
            author: old.first().and_then(|post| post.author.clone()),
            time: old.first().and_then(|post| post.time.clone()),
            parent: None,
            paragraphs: 0..border,
        });
        let mut numbers = vec![None; old.len()];
        for (number, post) in old.into_iter().enumerate() {
            let range = post.paragraphs.start.max(border)..post.paragraphs.end;
            if range.is_empty() {
                continue;
            }
            if post.section == Section::Article {
                self.posts.extend(range.map(|i| comment(i..i + 1)));
                continue;
            }
            if let Some(slot) = numbers.get_mut(number) {
                *slot = Some(PostId(self.posts.len() as u32));
            }
            let parent = post.parent.and_then(|p| numbers.get(p.index()).copied().flatten());
            self.posts.push(Post { paragraphs: range, parent, ..post });
        }
        self.name_posts();
        self.border = Border { paragraph, confidence: 1.0, origin: BorderOrigin::Reader };
        self
    }
}
