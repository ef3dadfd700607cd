//! GUM's documents: mentions with their clusters, and attributions.

use serde::Deserialize;

use crate::passage::CodePoints;

/// One document.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Document {
    /// The text.
    pub(crate) text: String,
    /// Every nominal mention; they nest.
    pub(crate) mentions: Vec<Mention>,
    /// Who says what.
    pub(crate) attributions: Vec<Attribution>,
}

/// One mention.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Mention {
    /// Type of the entity.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The cluster.
    pub(crate) group: String,
    /// Whether its head is a proper noun.
    pub(crate) named: bool,
    /// The smallest span that names it.
    pub(crate) head: CodePoints,
}

/// One attribution. Its source may be split into parts, or have no words.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Attribution {
    /// The words that name the source.
    pub(crate) source: Vec<CodePoints>,
}
