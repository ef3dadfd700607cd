//! Threads that are folded away.

use discussion::PostId;
use engine::MentionId;
use reading::threads::Threads;

use crate::state::{Shared, State};

/// What is folded away. It stays so whatever the filter shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folding {
    /// How posts hang together.
    pub threads: Shared<Threads>,
    /// The posts whose answers are folded away.
    pub posts: Vec<PostId>,
    /// For each paragraph, whether it is; empty where nothing is folded.
    pub away: Shared<Vec<bool>>,
}

impl State {
    /// Begins with another text.
    pub(super) fn unfold_all(&mut self) {
        let Some(reading) = &self.reading else { return };
        let threads = Shared::new(Threads::of(&reading.discussion));
        self.folding = Folding { threads, ..Folding::default() };
    }

    /// Folds the answers to a post away, or shows them again.
    pub(super) fn fold(&mut self, post: PostId) {
        let posts = &mut self.folding.posts;
        match posts.iter().position(|other| *other == post) {
            Some(at) => drop(posts.remove(at)),
            None => posts.push(post),
        }
        self.refold();
    }

    /// Shows a paragraph that is folded away.
    pub(super) fn unfold(&mut self, paragraph: usize) {
        if !self.folding.away.get(paragraph).copied().unwrap_or(false) {
            return;
        }
        let Some(reading) = &self.reading else { return };
        let post = reading.discussion.paragraphs.get(paragraph).map(|paragraph| paragraph.post);
        let above: Vec<_> =
            post.into_iter().flat_map(|post| self.folding.threads.above(post)).collect();
        self.folding.posts.retain(|post| !above.contains(post));
        self.refold();
    }

    /// Shows the paragraph of a mention.
    pub(super) fn unfold_mention(&mut self, mention: MentionId) {
        if let Some(paragraph) = self.paragraph_of(mention) {
            self.unfold(paragraph.index());
        }
    }

    fn refold(&mut self) {
        let Some(reading) = &self.reading else { return };
        let folding = &mut self.folding;
        let away = if folding.posts.is_empty() {
            Vec::new()
        } else {
            folding.threads.folded(&reading.discussion, &folding.posts)
        };
        folding.away = Shared::new(away);
    }
}
