//! Stance: a holder's opinions on a target taken together, paragraph by paragraph.

use discussion::Discussion;

use crate::{
    analysis::{Entity, Mention, StanceRow},
    opinions::Opinions,
};

/// Sums up opinions; every entity of a paragraph gets a row for the paragraph's writer.
#[must_use]
pub fn sum_up(
    _discussion: &Discussion,
    _entities: &[Entity],
    _mentions: &[Mention],
    _opinions: &Opinions,
) -> Vec<StanceRow> {
    Vec::new()
}
