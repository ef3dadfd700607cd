//! GAP: a passage with a pronoun and two names, either of which it may refer to.

use serde::Deserialize;

use crate::passage::CodePoints;

/// One passage.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Item {
    /// The passage.
    pub(crate) text: String,
    /// The pronoun.
    pub(crate) pronoun: Pronoun,
    /// The first name.
    pub(crate) a: CodePoints,
    /// The second name.
    pub(crate) b: CodePoints,
    /// Whether the pronoun refers to the first.
    pub(crate) a_coref: bool,
    /// Whether the pronoun refers to the second.
    pub(crate) b_coref: bool,
}

/// A pronoun.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Pronoun {
    /// Where it stands.
    #[serde(flatten)]
    pub(crate) span: CodePoints,
    /// The word.
    pub(crate) text: String,
}

impl Pronoun {
    /// Whether it is `she`, `her` or `hers`; every other one of the data set is masculine.
    pub(crate) fn feminine(&self) -> bool {
        ["she", "her", "hers"].iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }
}
