//! Entities: which names refer to the same person, country or group.
//!
//! Known names of one gazetteer entry are one entity. Other names are one entity where their
//! folded words are the same, where one is the acronym of the other, where a single word is the
//! surname or first name of somebody named in full, or where they differ by a letter only.
//!
//! A capital that acts is its country; a noun for people is a group that belongs to its country.

mod clusters;
mod established;
mod metonyms;
mod namesakes;
mod peoples;
mod slugs;

use discussion::Discussion;

use crate::{
    analysis::{Entity, EntityId, EntityType, Mention, MentionKind},
    models::Models,
    names::NamedSpan,
};

pub(crate) use slugs::Slugs;

/// Merges aliases, gives each entity its canonical name and slug, and turns names into mentions.
#[must_use]
pub fn link(
    discussion: &Discussion,
    models: &Models,
    named: &[NamedSpan],
) -> (Vec<Entity>, Vec<Mention>) {
    let mut all = named.to_vec();
    all.append(&mut established::recalled(discussion, models, named));
    discussion::order::sort_by_key(&mut all, |span| {
        (span.span.start, std::cmp::Reverse(span.span.end))
    });
    let named = &meant(discussion, models, all);
    let (clusters, owners) = clusters::cluster(discussion, models, named);
    // Clusters are numbered by their first mention.
    let mut ids: Vec<Option<EntityId>> = vec![None; clusters.len()];
    let mut entities = Vec::new();
    let mut mentions = Vec::with_capacity(named.len());
    let mut slugs = Slugs::default();
    let mut order: Vec<usize> = (0..named.len()).collect();
    discussion::order::sort_by_key(&mut order, |&at| {
        (named[at].span.start, std::cmp::Reverse(named[at].span.end))
    });
    for at in order {
        let (span, owner) = (&named[at], &owners[at]);
        let id = *ids[owner.cluster].get_or_insert_with(|| {
            let mut entity = clusters[owner.cluster].entity(models);
            entity.slug = slugs.give(&entity.name);
            entities.push(entity);
            EntityId(u32::try_from(entities.len() - 1).unwrap_or(u32::MAX))
        });
        let paragraph = discussion.sentences.get(span.sentence.index()).map(|s| s.paragraph);
        mentions.push(Mention {
            span: span.span,
            paragraph: paragraph.unwrap_or_default(),
            sentence: span.sentence,
            entity: id,
            kind: span.kind,
            confidence: span.confidence * owner.certainty,
        });
    }
    (entities, mentions)
}

/// The names with what they stand for: capitals for governments, nouns for peoples.
fn meant(discussion: &Discussion, models: &Models, mut meant: Vec<NamedSpan>) -> Vec<NamedSpan> {
    for (at, country) in metonyms::governments(discussion, models, &meant) {
        if let Some(span) = meant.get_mut(at) {
            span.known_as = Some(country);
            span.confidence *= METONYM;
        }
    }
    for span in &mut meant {
        span.people = peoples::is_people(discussion, models, span);
        if span.people {
            span.kind = MentionKind::Name;
            span.entity_type = EntityType::Group;
        }
    }
    meant
}

/// How sure it is that a capital which acts is a government: an estimate.
const METONYM: f32 = 0.85;
