//! Spans that a data set gives, put among what the engine found by itself.

use std::cmp::Reverse;

use discussion::Span;
use engine::{
    Entity, EntityId, EntityType, Gender, Mention, MentionKind, Models,
    names::{self, NamedSpan},
};

use crate::passage::Passage;

const PRONOUNS: &[&str] = &[
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "it",
    "its",
    "itself",
    "i",
    "me",
    "my",
    "we",
    "us",
    "our",
    "you",
    "your",
    "who",
    "whom",
    "whose",
    "which",
    "that",
    "this",
    "these",
    "those",
];

/// A passage's entities and mentions with the given spans among the mentions.
pub(crate) struct Given {
    /// The engine's entities, and one more for each given span of which it knows nothing.
    pub(crate) entities: Vec<Entity>,
    /// In the order of the text. None but the given ones overlap a given one.
    pub(crate) mentions: Vec<Mention>,
}

impl Given {
    /// Finds the mentions of a passage and gives it those at `spans`. A span that the engine
    /// found as it is stays what it is; one that it found in part takes over that entity. Two
    /// given spans of one entity stay together unless they are to be kept `apart`.
    pub(crate) fn mentions(
        passage: &Passage,
        models: &Models,
        spans: &[Span],
        apart: bool,
    ) -> Self {
        let (mut entities, mut mentions) = engine::find_mentions(&passage.discussion, models);
        let given: Vec<Mention> = spans
            .iter()
            .map(|span| {
                mentions.iter().find(|mention| mention.span == *span).cloned().unwrap_or_else(
                    || {
                        let (paragraph, sentence) = passage.place(*span);
                        let entity = overlap(&mentions, *span).map_or_else(
                            || add_entity(&mut entities, passage.discussion.slice(*span)),
                            |mention| mention.entity,
                        );
                        let kind = kind(passage.discussion.slice(*span));
                        Mention { span: *span, paragraph, sentence, entity, kind, confidence: 1.0 }
                    },
                )
            })
            .collect();
        mentions.retain(|mention| !spans.iter().any(|span| span.overlaps(mention.span)));
        mentions.extend(given);
        mentions.sort_by_key(|mention| (mention.span.start, Reverse(mention.span.end)));
        mentions.dedup_by_key(|mention| mention.span);
        let mut given = Self { entities, mentions };
        if apart {
            given.separate(passage, spans);
        }
        given
    }

    /// The entity that the mention at a given span refers to.
    pub(crate) fn entity_at(&self, span: Span) -> Option<EntityId> {
        self.mentions.iter().find(|mention| mention.span == span).map(|mention| mention.entity)
    }

    fn separate(&mut self, passage: &Passage, spans: &[Span]) {
        let mut taken: Vec<EntityId> = Vec::new();
        for span in spans {
            let Some(mention) = self.mentions.iter_mut().find(|m| m.span == *span) else {
                continue;
            };
            if taken.contains(&mention.entity) {
                let name = passage.discussion.slice(*span);
                mention.entity = add_entity(&mut self.entities, name);
            }
            taken.push(mention.entity);
        }
    }
}

/// A passage's names with the given ones among them, before aliases are merged. A name that the
/// engine found as it is stays what it is; otherwise it gets the type of what was found in part,
/// or else `fallback`.
pub(crate) fn names(
    passage: &Passage,
    models: &Models,
    spans: &[Span],
    fallback: EntityType,
) -> Vec<NamedSpan> {
    let found = names::find(&passage.discussion, models);
    let mut named: Vec<NamedSpan> = spans
        .iter()
        .map(|span| {
            found.iter().find(|name| name.span == *span).cloned().unwrap_or_else(|| {
                let part = found.iter().find(|name| name.span.overlaps(*span));
                NamedSpan {
                    span: *span,
                    sentence: passage.place(*span).1,
                    kind: MentionKind::Name,
                    entity_type: part.map_or(fallback, |name| name.entity_type),
                    confidence: 1.0,
                    gender: part.map_or(Gender::Unknown, |name| name.gender),
                    known_as: None,
                    people: false,
                }
            })
        })
        .collect();
    named.extend(
        found.iter().filter(|name| !spans.iter().any(|span| span.overlaps(name.span))).cloned(),
    );
    named.sort_by_key(|name| (name.span.start, Reverse(name.span.end)));
    named.dedup_by_key(|name| name.span);
    named
}

/// The mention that shares most with a span, a name rather than anything else.
fn overlap(mentions: &[Mention], span: Span) -> Option<&Mention> {
    mentions.iter().filter(|mention| mention.span.overlaps(span)).max_by_key(|mention| {
        let shared = mention.span.end.min(span.end) - mention.span.start.max(span.start);
        (mention.kind == MentionKind::Name, shared)
    })
}

fn add_entity(entities: &mut Vec<Entity>, name: &str) -> EntityId {
    let id = EntityId(u32::try_from(entities.len()).unwrap_or(u32::MAX));
    entities.push(Entity {
        slug: format!("given-{}", entities.len()),
        name: name.to_owned(),
        kind: EntityType::Other,
        aliases: vec![name.to_owned()],
        ..Entity::default()
    });
    id
}

fn kind(text: &str) -> MentionKind {
    let lower = text.to_lowercase();
    if PRONOUNS.contains(&lower.as_str()) {
        MentionKind::Pronoun
    } else if text.split(' ').any(|word| word.starts_with(char::is_uppercase)) {
        MentionKind::Name
    } else {
        MentionKind::Nominal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_spans_are_there_whatever_the_engine_finds() {
        let passage = Passage::article("Lena Ruud thanked the mayor, and she smiled.").unwrap();
        let spans = [Span::new(5, 9), Span::new(18, 27), Span::new(33, 36)];
        let given = Given::mentions(&passage, &Models::default(), &spans, true);
        let kinds = spans.map(|span| {
            given.mentions.iter().find(|mention| mention.span == span).map(|mention| mention.kind)
        });
        let expected = [MentionKind::Name, MentionKind::Nominal, MentionKind::Pronoun];
        assert_eq!(kinds, expected.map(Some));
        let mut entities = spans.map(|span| given.entity_at(span).unwrap());
        entities.sort();
        assert!(entities.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(given.mentions.iter().all(|m| m.entity.index() < given.entities.len()));
    }

    #[test]
    fn given_names_are_there_whatever_the_engine_finds() {
        let passage = Passage::article("Lena Ruud thanked the mayor of Oslo.").unwrap();
        let span = Span::new(5, 9);
        let named = names(&passage, &Models::default(), &[span], EntityType::Person);
        assert_eq!(named.iter().filter(|name| name.span.overlaps(span)).count(), 1);
    }
}
