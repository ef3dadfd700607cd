//! Reads a discussion: who is named, who is meant, who says it, and where they stand.
//!
//! [`analyze`] is a pure function of a discussion and the models. It is total: any text gives an
//! [`Analysis`], poor text a poor one, and the same input always the same output. It fetches
//! nothing and knows no browser; models come in as values. One stage, one file, in reading order:
//! names → entities → coreference → attribution → opinions → stance.

pub mod analysis;
pub mod attribution;
pub mod coreference;
pub mod entities;
pub mod models;
pub mod names;
pub mod opinions;
pub mod stance;

use discussion::Discussion;

pub use crate::{
    analysis::{
        Analysis, Entity, EntityId, EntityType, Evidence, EvidenceRole, Gender, Holder, Mention,
        MentionId, MentionKind, Opinion, Polarity, Stamp, Stance, StanceRow, Tier,
    },
    models::{ModelError, Models},
};

/// Reads a discussion.
#[must_use]
pub fn analyze(discussion: &Discussion, models: &Models) -> Analysis {
    let named = names::find(discussion, models);
    let (entities, mentions) = entities::link(discussion, models, named);
    let (entities, mentions) = coreference::resolve(discussion, models, entities, mentions);
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
