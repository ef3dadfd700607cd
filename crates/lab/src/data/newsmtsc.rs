//! NewsMTSC: sentences of news with marked targets.

use serde::Deserialize;

use crate::passage::CodePoints;

/// The classes in the order of the tables.
pub(crate) const CLASSES: &[&str] = &["negative", "neutral", "positive"];

/// One sentence.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Item {
    /// The sentence.
    pub(crate) text: String,
    /// Its targets.
    pub(crate) targets: Vec<Target>,
}

/// One target with the polarity toward it, whoever holds it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Target {
    /// Where it stands.
    #[serde(flatten)]
    pub(crate) span: CodePoints,
    /// What is held toward it.
    pub(crate) label: Label,
}

/// Polarity toward a target; as a number, an index into [`CLASSES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Label {
    /// Against.
    Negative,
    /// Neither.
    Neutral,
    /// For.
    Positive,
}
