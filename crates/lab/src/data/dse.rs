//! DSE, "Who Blames or Endorses Whom?": sentences with two marked entities and the directed
//! sentiment between them.

use serde::Deserialize;

use crate::passage::CodePoints;

/// The five classes by number: none, the first entity for the second, the second for the first,
/// the first against the second, the second against the first.
pub(crate) const CLASSES: &[&str] = &["neutral", "p>q+", "q>p+", "p>q-", "q>p-"];

/// One sentence with two entities.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Item {
    /// The sentence.
    pub(crate) text: String,
    /// The two entities, the first in the text first.
    pub(crate) entities: [CodePoints; 2],
    /// Index into [`CLASSES`].
    #[serde(rename = "label5")]
    pub(crate) label: usize,
}
