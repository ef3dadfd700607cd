//! Coreference: pronouns and role nominals as mentions of the entities that they refer to.
//!
//! First and second person are left alone: they are the writer and the reader. Where nobody fits
//! well enough, a pronoun stays without a mention.

pub mod pronouns;
mod role;
mod scene;

use discussion::Discussion;

pub use crate::coreference::scene::Scene;

use crate::{
    analysis::{Entity, Mention},
    models::Models,
};

/// Adds the mentions by pronoun and by nominal, and the entities that only nominals name.
#[must_use]
pub fn resolve(
    discussion: &Discussion,
    models: &Models,
    entities: Vec<Entity>,
    mut mentions: Vec<Mention>,
) -> (Vec<Entity>, Vec<Mention>) {
    let mut found = pronouns::find(&Scene::new(discussion, models, &entities, &mentions));
    mentions.append(&mut found);
    sort(&mut mentions);
    (entities, mentions)
}

/// Into the order of the text, an outer before an inner one.
fn sort(mentions: &mut [Mention]) {
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
}
