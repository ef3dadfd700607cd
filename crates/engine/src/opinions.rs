//! Opinions: who expresses what toward whom, and by which words.

use discussion::Discussion;

use crate::{
    analysis::{Entity, EntityId, Holder, Mention, Opinion},
    attribution::Attributions,
    models::Models,
};

use discussion::ParagraphId;

/// What was found, and where the engine abstains.
#[derive(Clone, Debug, Default)]
pub struct Opinions {
    /// In the order of the text.
    pub opinions: Vec<Opinion>,
    /// Where signals were there but disagreed.
    pub unclear: Vec<(ParagraphId, Holder, EntityId)>,
}

/// Reads opinions from cue words, their scope and the direction of verbs.
#[must_use]
pub fn find(
    _discussion: &Discussion,
    _models: &Models,
    _entities: &[Entity],
    _mentions: &[Mention],
    _attributions: &Attributions,
) -> Opinions {
    Opinions::default()
}
