//! Whole comments with their entities, the writer's stance on each, and what the comment says
//! that others hold.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::passage::CodePoints;

/// The classes that are scored, in the order of the tables.
pub(crate) const CLASSES: &[&str] = &["supportive", "critical", "neutral"];

/// One comment.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Item {
    /// The comment.
    pub(crate) text: String,
    /// Names and adjectives of entities.
    pub(crate) mentions: Vec<Mention>,
    /// The writer's stance on each entity over the whole comment.
    pub(crate) stance: Vec<Judgement>,
    /// What somebody named is said to hold.
    #[serde(default)]
    pub(crate) reported: Vec<Relation>,
}

/// One mention.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Mention {
    /// Where it stands.
    #[serde(flatten)]
    pub(crate) span: CodePoints,
    /// The entity's name.
    pub(crate) entity: String,
}

/// The writer's stance on an entity.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Judgement {
    /// The entity's name.
    pub(crate) entity: String,
    /// `supportive`, `critical`, `mixed` or `neutral`.
    pub(crate) stance: String,
}

/// A reported stance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) struct Relation {
    /// Whose it is: an entity's name.
    pub(crate) holder: String,
    /// Toward whom: an entity's name.
    pub(crate) target: String,
    /// `supportive` or `critical`.
    pub(crate) stance: String,
}

impl Item {
    /// The names of the entities that are mentioned.
    pub(crate) fn entities(&self) -> BTreeSet<&str> {
        self.mentions.iter().map(|mention| mention.entity.as_str()).collect()
    }
}
