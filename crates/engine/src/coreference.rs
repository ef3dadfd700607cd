//! Coreference: pronouns and role nominals as mentions of the entities that they refer to.
//!
//! First and second person are left alone: they are the writer and the reader. Where nobody fits
//! well enough, a pronoun stays without a mention.

mod features;
mod heads;
mod nominals;
mod offices;
pub mod pronouns;
pub(crate) mod role;
pub(crate) mod scene;
mod short;
mod threads;
mod weights;

use discussion::Discussion;

pub use crate::coreference::scene::Scene;

use crate::{
    analysis::{Entity, EntityId, EntityType, Gender, Mention},
    models::Models,
};

/// Adds the mentions by pronoun and by nominal, and the entities that only nominals name.
#[must_use]
pub fn resolve(
    discussion: &Discussion,
    models: &Models,
    mut entities: Vec<Entity>,
    mut mentions: Vec<Mention>,
) -> (Vec<Entity>, Vec<Mention>) {
    let mut nominals = nominals::find(&Scene::new(discussion, models, &entities, &mentions));
    entities.append(&mut nominals.entities);
    mentions.append(&mut nominals.mentions);
    sort(&mut mentions);
    let mut found = pronouns::find(&Scene::new(discussion, models, &entities, &mentions));
    for mention in &found {
        tell(&mut entities, mention, discussion);
    }
    mentions.append(&mut found);
    sort(&mut mentions);
    number(entities, mentions)
}

/// Whoever is called `he` or `she` is a person of that gender.
fn tell(entities: &mut [Entity], mention: &Mention, discussion: &Discussion) {
    let Some(entity) = entities.get_mut(mention.entity.index()) else { return };
    let gender = pronouns::gender(discussion.slice(mention.span));
    if gender != Gender::Unknown {
        if entity.kind == EntityType::Other {
            entity.kind = EntityType::Person;
        }
        if entity.gender == Gender::Unknown {
            entity.gender = gender;
        }
    }
}

/// Into the order of the text, an outer before an inner one.
fn sort(mentions: &mut [Mention]) {
    discussion::order::sort_by_key(mentions, |mention| {
        (mention.span.start, std::cmp::Reverse(mention.span.end))
    });
}

/// Numbers entities by their first mention.
fn number(entities: Vec<Entity>, mut mentions: Vec<Mention>) -> (Vec<Entity>, Vec<Mention>) {
    let mut numbers: Vec<Option<u32>> = vec![None; entities.len()];
    let mut next = 0;
    for mention in &mut mentions {
        let Some(number) = numbers.get_mut(mention.entity.index()) else { continue };
        mention.entity = EntityId(*number.get_or_insert_with(|| {
            next += 1;
            next - 1
        }));
    }
    // Whom nothing mentions after all is nobody.
    let numbered = numbers.into_iter().zip(entities);
    let mut numbered: Vec<_> =
        numbered.filter_map(|(number, entity)| Some((number?, entity))).collect();
    discussion::order::sort_by_key(&mut numbered, |(number, _)| *number);
    (numbered.into_iter().map(|(_, entity)| entity).collect(), mentions)
}
