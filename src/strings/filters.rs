//! What the filters say.

use reading::{HolderKind, Sureness};

use super::Text;

/// Heading of the filters.
pub const FILTERS: Text = say!("filters");
/// Groups.
pub const FILTER_ENTITIES: Text = say!("filter-entities");
/// Groups.
pub const FILTER_SURE: Text = say!("filter-sure");

/// A step of sureness.
#[must_use]
pub fn sure(sure: Sureness) -> Text {
    match sure {
        Sureness::High => say!("sure-high"),
        Sureness::Fair => say!("sure-fair"),
        Sureness::Low => say!("sure-low"),
    }
}

/// Groups.
pub const FILTER_TYPES: Text = say!("filter-types");
/// Groups.
pub const FILTER_STANCES: Text = say!("filter-stances");
/// Groups.
pub const FILTER_HOLDERS: Text = say!("filter-holders");
/// Groups.
pub const FILTER_SECTIONS: Text = say!("filter-sections");
/// Groups.
pub const FILTER_WORDS: Text = say!("filter-words");
/// What happens to the rest.
pub const FILTER_REST: Text = say!("filter-rest");
/// Dimmed.
pub const REST_DIM: Text = say!("rest-dim");
/// Hidden.
pub const REST_HIDE: Text = say!("rest-hide");
/// Asks for nothing.
pub const CLEAR: Text = say!("clear");
/// Asks for an entity beside the others.
pub const ALSO: Text = say!("also");
/// Excludes an entity.
pub const EXCLUDE: Text = say!("exclude");
/// The chips.
pub const ACTIVE_FILTERS: Text = say!("active-filters");
/// Nothing matches.
pub const NOTHING_MATCHES: Text = say!("nothing-matches");

/// How many paragraphs match.
#[must_use]
pub fn paragraphs_shown(shown: usize, all: usize) -> String {
    say!("paragraphs-shown", all = all.to_string(), shown = shown.to_string())
}

/// Goes to the match above.
pub const PREVIOUS_MATCH: Text = say!("previous-match");
/// Goes to the match below.
pub const NEXT_MATCH: Text = say!("next-match");

/// What the button that asks for an entity beside the others does.
#[must_use]
pub fn require_entity(name: &str) -> String {
    say!("require-entity", name = name)
}

/// What the button that excludes an entity or a holder does.
#[must_use]
pub fn exclude(name: &str) -> String {
    say!("exclude-entity", name = name)
}

/// A chip's button.
#[must_use]
pub fn remove_filter(chip: &str) -> String {
    say!("remove-filter", filter = chip)
}

/// A holder.
#[must_use]
pub fn holder(holder: &HolderKind, name_of: impl Fn(&str) -> String) -> String {
    match holder {
        HolderKind::Article => say!("holder-article").into(),
        HolderKind::Comments => say!("holder-comments").into(),
        HolderKind::Sources => say!("holder-sources").into(),
        HolderKind::Source(slug) => name_of(slug),
    }
}
