//! The reading: a discussion with its analysis, and the look-ups that everything else needs.

use discussion::{Discussion, ParagraphId};
use engine::{Analysis, EntityId, Mention, MentionId, Opinion, Stance, StanceRow};

/// A discussion as read, ready to be filtered and shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The text.
    pub discussion: Discussion,
    /// What the engine says of it.
    pub analysis: Analysis,
    // Private look-ups (mentions by paragraph, rows by paragraph, entity by slug) go here.
}

impl Reading {
    /// Takes both together.
    #[must_use]
    pub fn new(discussion: Discussion, analysis: Analysis) -> Self {
        Self { discussion, analysis }
    }

    /// The entity with a slug.
    #[must_use]
    pub fn entity(&self, _slug: &str) -> Option<EntityId> {
        None
    }

    /// The mentions in a paragraph, in the order of the text, an outer before an inner one.
    pub fn mentions_in(
        &self,
        _paragraph: ParagraphId,
    ) -> impl Iterator<Item = (MentionId, &Mention)> {
        std::iter::empty()
    }

    /// The stances expressed in a paragraph.
    #[must_use]
    pub fn rows_in(&self, _paragraph: ParagraphId) -> &[StanceRow] {
        &[]
    }

    /// What the writer of a paragraph expresses in it toward an entity.
    #[must_use]
    pub fn writer_stance(&self, _paragraph: ParagraphId, _entity: EntityId) -> Option<Stance> {
        None
    }

    /// The opinions in a paragraph toward an entity, the writer's and those of sources.
    pub fn opinions_on(
        &self,
        _paragraph: ParagraphId,
        _entity: EntityId,
    ) -> impl Iterator<Item = &Opinion> {
        std::iter::empty()
    }
}
