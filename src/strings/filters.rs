//! What the filters say.

use reading::{HolderKind, Sureness};

use super::paragraphs_unit;

/// Heading of the filters.
pub const FILTERS: &str = "Filters";
/// Groups.
pub const FILTER_ENTITIES: &str = "Who or what";
/// Groups.
pub const FILTER_SURE: &str = "Confidence";

/// A step of sureness.
#[must_use]
pub fn sure(sure: Sureness) -> &'static str {
    match sure {
        Sureness::High => "Sure",
        Sureness::Fair => "Less sure",
        Sureness::Low => "A guess",
    }
}

/// Groups.
pub const FILTER_TYPES: &str = "Type";
/// Groups.
pub const FILTER_STANCES: &str = "Stance";
/// Groups.
pub const FILTER_HOLDERS: &str = "Held by";
/// Groups.
pub const FILTER_SECTIONS: &str = "Section";
/// Groups.
pub const FILTER_WORDS: &str = "Words in the paragraph";
/// What happens to the rest.
pub const FILTER_REST: &str = "The rest is";
/// Dimmed.
pub const REST_DIM: &str = "dimmed";
/// Hidden.
pub const REST_HIDE: &str = "hidden";
/// Asks for nothing.
pub const CLEAR: &str = "Clear filters";
/// Asks for an entity beside the others.
pub const ALSO: &str = "and";
/// Excludes an entity.
pub const EXCLUDE: &str = "not";
/// The chips.
pub const ACTIVE_FILTERS: &str = "Active filters";
/// Nothing matches.
pub const NOTHING_MATCHES: &str = "No paragraph matches these filters.";

/// How many paragraphs match.
#[must_use]
pub fn paragraphs_shown(shown: usize, all: usize) -> String {
    format!("{shown} of {all}{}", paragraphs_unit(all))
}

/// Goes to the match above.
pub const PREVIOUS_MATCH: &str = "Previous matching paragraph";
/// Goes to the match below.
pub const NEXT_MATCH: &str = "Next matching paragraph";

/// What the button that asks for an entity beside the others does.
#[must_use]
pub fn require_entity(name: &str) -> String {
    format!("Only paragraphs that also have {name}")
}

/// What the button that excludes an entity or a holder does.
#[must_use]
pub fn exclude(name: &str) -> String {
    format!("Without {name}")
}

/// A chip's button.
#[must_use]
pub fn remove_filter(chip: &str) -> String {
    format!("Remove filter: {chip}")
}

/// A holder.
#[must_use]
pub fn holder(holder: &HolderKind, name_of: impl Fn(&str) -> String) -> String {
    match holder {
        HolderKind::Article => "Article\u{2019}s writer".into(),
        HolderKind::Comments => "Commenters".into(),
        HolderKind::Sources => "Quoted sources".into(),
        HolderKind::Source(slug) => name_of(slug),
    }
}
