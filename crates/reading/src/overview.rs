//! The overview: the main entities, how often they are named, and how they are judged, in the
//! article and in the comments.

use engine::EntityId;

use crate::reading::Reading;

/// How many of a writer's paragraph stances on an entity are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// Paragraphs whose writer supports the entity.
    pub supportive: usize,
    /// Paragraphs whose writer criticises it.
    pub critical: usize,
    /// Paragraphs whose writer does both.
    pub mixed: usize,
    /// Paragraphs that name it and judge it not.
    pub neutral: usize,
    /// Paragraphs where the engine abstains.
    pub unclear: usize,
    /// Opinions of sources that are reported, for it.
    pub reported_supportive: usize,
    /// Opinions of sources that are reported, against it.
    pub reported_critical: usize,
    /// Mentions.
    pub mentions: usize,
}

/// One line of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who it is about.
    pub entity: EntityId,
    /// In the article.
    pub article: Shares,
    /// In the comments.
    pub comments: Shares,
}

/// The main entities, most mentioned first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// A line an entity, all entities.
    pub lines: Vec<Line>,
}

impl Overview {
    /// Sums up a reading.
    #[must_use]
    pub fn of(_reading: &Reading) -> Self {
        Self::default()
    }
}
