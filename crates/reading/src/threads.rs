//! Threads: which posts answer which, how deep, and what is folded away.

use discussion::{Discussion, ParagraphId, PostId};

/// Deeper answers are set in no further, so that narrow screens keep room for words.
pub const MAX_DEPTH: usize = 5;

/// How posts hang together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Threads {
    posts: Vec<Place>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    parent: Option<PostId>,
    depth: usize,
    answers: usize,
}

impl Threads {
    /// The threads of a discussion. A post that names itself, one behind it or none that exists as
    /// its parent answers nobody.
    #[must_use]
    pub fn of(discussion: &Discussion) -> Self {
        let mut posts: Vec<Place> = Vec::with_capacity(discussion.posts.len());
        for post in &discussion.posts {
            let parent = post.parent.filter(|parent| parent.index() < posts.len());
            let depth = parent.map_or(0, |parent| posts[parent.index()].depth + 1);
            posts.push(Place { parent, depth, answers: 0 });
        }
        // From the last on, each post has all its own answers before it counts for its parent.
        for at in (0..posts.len()).rev() {
            if let Some(parent) = posts[at].parent {
                posts[parent.index()].answers += posts[at].answers + 1;
            }
        }
        Self { posts }
    }

    /// How deep a post is: 0 for one that answers nobody.
    #[must_use]
    pub fn depth(&self, post: PostId) -> usize {
        self.posts.get(post.index()).map_or(0, |place| place.depth)
    }

    /// How many posts answer it, and these, and so on.
    #[must_use]
    pub fn answers(&self, post: PostId) -> usize {
        self.posts.get(post.index()).map_or(0, |place| place.answers)
    }

    /// The posts above it in its thread, from its parent up.
    pub fn above(&self, post: PostId) -> impl Iterator<Item = PostId> {
        let parent = |post: PostId| self.posts.get(post.index())?.parent;
        std::iter::successors(parent(post), move |post| parent(*post))
    }

    /// For each paragraph, whether it is folded away with the answers to one of these posts.
    #[must_use]
    pub fn folded(&self, discussion: &Discussion, folded: &[PostId]) -> Vec<bool> {
        let mut away = vec![false; self.posts.len()];
        for at in 0..self.posts.len() {
            if let Some(parent) = self.posts[at].parent {
                away[at] = away[parent.index()] || folded.contains(&parent);
            }
        }
        let of = |id: ParagraphId| discussion.paragraphs.get(id.index()).map(|p| p.post.index());
        let paragraphs = (0..discussion.paragraphs.len() as u32).map(ParagraphId);
        paragraphs.map(|id| of(id).is_some_and(|post| away.get(post) == Some(&true))).collect()
    }
}

#[cfg(test)]
mod tests {
    use discussion::Section;

    use super::*;
    use crate::sample::Sample;

    /// An article and comments, each answering the post of that number.
    fn discussion(parents: &[Option<u32>]) -> Discussion {
        let mut sample = Sample::new(&["Article."]);
        for number in 0..parents.len() {
            sample = sample.comment(&format!("Comment {number}."));
        }
        let mut discussion = sample.reading().discussion;
        let comments = discussion.posts.iter_mut().filter(|post| post.section == Section::Comments);
        for (post, parent) in comments.zip(parents) {
            post.parent = parent.map(PostId);
        }
        discussion
    }

    #[test]
    fn counts_answers_and_folds_them_away() {
        let discussion = discussion(&[None, Some(1), Some(2), Some(1), None]);
        let threads = Threads::of(&discussion);
        let all = || (0..6).map(PostId);
        assert_eq!(all().map(|post| threads.depth(post)).collect::<Vec<_>>(), [0, 0, 1, 2, 1, 0]);
        assert_eq!(all().map(|post| threads.answers(post)).collect::<Vec<_>>(), [0, 3, 1, 0, 0, 0]);
        assert_eq!(threads.above(PostId(3)).collect::<Vec<_>>(), [PostId(2), PostId(1)]);
        let folded = |posts: &[u32]| {
            let posts: Vec<_> = posts.iter().copied().map(PostId).collect();
            threads.folded(&discussion, &posts)
        };
        assert_eq!(folded(&[]), [false; 6]);
        assert_eq!(folded(&[2]), [false, false, false, true, false, false]);
        assert_eq!(folded(&[1]), [false, false, true, true, true, false]);
    }

    #[test]
    fn parents_that_cannot_be_do_no_harm() {
        let discussion = discussion(&[Some(1), Some(9), Some(5)]);
        let threads = Threads::of(&discussion);
        assert!((0..9).all(|post| threads.depth(PostId(post)) == 0));
        assert_eq!(threads.above(PostId(7)).count(), 0);
    }
}
