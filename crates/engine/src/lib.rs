//! Reads a discussion: who is named, who is meant, who says it, and where they stand.
//!
//! [`analyze`] is a pure function of a discussion and the models. It is total: any text gives an
//! [`Analysis`], poor text a poor one, and the same input always the same output. It fetches
//! nothing and knows no browser; models come in as values. One stage, one file, in reading order:
//! names → entities → coreference → attribution → opinions → stance.

pub mod analysis;
pub mod attribution;
mod closed;
pub mod coreference;
pub mod entities;
mod grammar;
pub mod invariants;
pub mod models;
pub mod names;
pub mod opinions;
pub mod stance;

use discussion::Discussion;

pub use crate::{
    analysis::{
        Analysis, Entity, EntityId, EntityType, Evidence, EvidenceRole, Gender, Holder, Mention,
        MentionId, MentionKind, Opinion, Polarity, RunnerUp, Stamp, Stance, StanceRow, Summand,
        Tier,
    },
    models::{ModelError, Models},
    names::labels::{Labelled, Labels},
};

/// Reads a discussion.
#[must_use]
pub fn analyze(discussion: &Discussion, models: &Models) -> Analysis {
    let (entities, mentions) = find_mentions(discussion, models);
    analyze_given(discussion, models, entities, mentions)
}

/// The first half of [`analyze`]: who is mentioned where.
#[must_use]
pub fn find_mentions(discussion: &Discussion, models: &Models) -> (Vec<Entity>, Vec<Mention>) {
    find_labelled_mentions(discussion, models, &Labels::default())
}

/// The same as [`find_mentions`], with another reader's labels in the place of the tagger's where
/// it has read.
#[must_use]
pub fn find_labelled_mentions(
    discussion: &Discussion,
    models: &Models,
    labels: &Labels,
) -> (Vec<Entity>, Vec<Mention>) {
    let named = names::find_labelled(discussion, models, labels);
    let (entities, mentions) = entities::link(discussion, models, &named);
    coreference::resolve(discussion, models, entities, mentions)
}

/// The second half of [`analyze`]: who says what toward the given mentions, which keep to the
/// order and nesting that [`Analysis::mentions`] promises.
#[must_use]
pub fn analyze_given(
    discussion: &Discussion,
    models: &Models,
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
) -> Analysis {
    let attributions = attribution::find(discussion, models, &entities, &mentions);
    let opinions = opinions::find(discussion, models, &entities, &mentions, &attributions);
    let stances = stance::sum_up(discussion, &entities, &mentions, &opinions);
    Analysis {
        stamp: analysis::stamp(discussion, models),
        entities,
        mentions,
        attributions: attributions.attributions,
        opinions: opinions.opinions,
        stances,
    }
}
