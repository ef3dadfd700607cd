//! The JSON of Amazon Comprehend's targeted sentiment, on one line.
//!
//! Places count code points. The format knows one sentiment a mention and no holders: it is what
//! the opinions read at that mention say taken together, whoever holds them. It cannot abstain
//! either; where the reading does, all four sentiments score the same.

use discussion::offsets::{Offsets, Unit};
use engine::{EntityId, EntityType, MentionId, Polarity, Stance};
use serde::Serialize;

use super::json::rounded;
use crate::reading::Reading;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Document<'a> {
    entities: Vec<Entity<'a>>,
    file: &'a str,
    line: u32,
}

#[derive(Serialize, Default)]
#[serde(rename_all = "PascalCase")]
struct Entity<'a> {
    descriptive_mention_index: Vec<usize>,
    mentions: Vec<Mention<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Mention<'a> {
    begin_offset: u32,
    end_offset: u32,
    score: f64,
    group_score: f64,
    text: &'a str,
    r#type: &'static str,
    mention_sentiment: MentionSentiment,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct MentionSentiment {
    sentiment: &'static str,
    sentiment_score: Scores,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Scores {
    mixed: f64,
    negative: f64,
    neutral: f64,
    positive: f64,
}

/// A reading in this format. Entities that nothing in the text mentions have no place in it.
#[must_use]
pub fn to_json(reading: &Reading) -> String {
    let offsets = Offsets::new(&reading.discussion.text);
    let mut entities: Vec<Entity<'_>> = reading.entities().map(|_| Entity::default()).collect();
    for paragraph in reading.paragraphs() {
        for (id, mention) in reading.mentions_in(paragraph) {
            let Some(entity) = entities.get_mut(mention.entity.index()) else { continue };
            let (begin_offset, end_offset) = offsets.span(mention.span, Unit::CodePoints);
            entity.mentions.push(Mention {
                begin_offset,
                end_offset,
                score: rounded(mention.confidence),
                // How sure the reading is that mentions belong together is part of the score.
                group_score: rounded(mention.confidence),
                text: reading.discussion.slice(mention.span),
                r#type: kind(reading, mention.entity),
                mention_sentiment: sentiment(reading, paragraph, id, mention.entity),
            });
        }
    }
    for (entity, (id, _)) in entities.iter_mut().zip(reading.entities()) {
        let described = descriptive(reading, id, entity);
        entity.descriptive_mention_index.extend(described);
    }
    entities.retain(|entity| !entity.mentions.is_empty());
    let document = Document { entities, file: &reading.discussion.title, line: 0 };
    serde_json::to_string(&document).unwrap_or_default()
}

/// The mention that names the entity best: its name as it is, else the first one.
fn descriptive(reading: &Reading, id: EntityId, entity: &Entity<'_>) -> Option<usize> {
    let name = reading.name(id);
    let named = entity.mentions.iter().position(|mention| mention.text == name);
    named.or(if entity.mentions.is_empty() { None } else { Some(0) })
}

fn kind(reading: &Reading, entity: EntityId) -> &'static str {
    match reading.analysis.entities.get(entity.index()).map(|entity| entity.kind) {
        // Groups of people are persons there.
        Some(EntityType::Person | EntityType::Group) => "PERSON",
        Some(EntityType::Organisation) => "ORGANIZATION",
        Some(EntityType::Place) => "LOCATION",
        Some(EntityType::Event) => "EVENT",
        Some(EntityType::Work | EntityType::Other) | None => "OTHER",
    }
}

fn sentiment(
    reading: &Reading,
    paragraph: discussion::ParagraphId,
    mention: MentionId,
    entity: EntityId,
) -> MentionSentiment {
    let (mut positive, mut negative) = (None, None);
    for opinion in reading.opinions_on(paragraph, entity).filter(|o| o.mention == mention) {
        let side = match opinion.polarity {
            Polarity::Supportive => &mut positive,
            Polarity::Critical => &mut negative,
        };
        let score = rounded(opinion.score).clamp(0.0, 1.0);
        *side = Some(side.map_or(score, |other: f64| other.max(score)));
    }
    let rest = |score: f64| ((1.0 - score) * 10_000.0).round() / 10_000.0;
    let none = Scores { mixed: 0.0, negative: 0.0, neutral: 0.0, positive: 0.0 };
    let (sentiment, sentiment_score) = match (positive, negative) {
        (Some(score), None) => {
            ("POSITIVE", Scores { positive: score, neutral: rest(score), ..none })
        }
        (None, Some(score)) => {
            ("NEGATIVE", Scores { negative: score, neutral: rest(score), ..none })
        }
        (Some(one), Some(other)) => {
            let score = one.min(other);
            ("MIXED", Scores { mixed: score, neutral: rest(score), ..none })
        }
        (None, None) if reading.writer_stance(paragraph, entity) == Some(Stance::Unclear) => {
            let even = 0.25;
            ("NEUTRAL", Scores { mixed: even, negative: even, neutral: even, positive: even })
        }
        (None, None) => ("NEUTRAL", Scores { neutral: 1.0, ..none }),
    };
    MentionSentiment { sentiment, sentiment_score }
}
