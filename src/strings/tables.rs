//! What the matrix, the network and the concordance say.

use engine::Stance;
use reading::{Row, Sort, Tab};

use super::{Text, stance_within};

/// The group of tabs.
pub const VIEWS: Text = say!("views");

/// A tab.
#[must_use]
pub fn tab(tab: Tab) -> Text {
    match tab {
        Tab::Read => say!("tab-read"),
        Tab::Overview => super::OVERVIEW,
        Tab::Matrix => say!("tab-matrix"),
        Tab::Network => say!("tab-network"),
        Tab::Concordance => say!("tab-concordance"),
    }
}

/// The choice of an order.
pub const SORT_BY: Text = say!("sort-by");

/// An order of a table.
#[must_use]
pub fn sort(sort: Sort, tab: Tab) -> Text {
    match sort {
        Sort::Given if tab == Tab::Concordance => say!("sort-place"),
        Sort::Given => say!("sort-frequency"),
        Sort::Name => say!("sort-name"),
        Sort::Agreement => say!("sort-agreement"),
        Sort::Left => say!("sort-left"),
        Sort::Right => say!("sort-right"),
    }
}

/// What the matrix shows.
pub const MATRIX_HINT: Text = say!("matrix-hint");
/// A matrix without rows.
pub const MATRIX_EMPTY: Text = say!("matrix-empty");
/// The switch.
pub const SECTIONS_ONLY: Text = say!("sections-only");
/// Heading of the rows.
pub const HOLDER: Text = say!("holder");
/// Somebody without a name.
pub const UNNAMED_SOURCES: Text = say!("unnamed-sources");

/// A holder; `name` is the author of a comment or the name of a source, where there is one.
#[must_use]
pub fn row(row: Row, name: &str, paragraph: u32) -> String {
    match row {
        Row::Article => say!("holder-article").into(),
        Row::Comments => say!("holder-comments").into(),
        Row::Unnamed => UNNAMED_SOURCES.into(),
        Row::Commenter(_) if name.is_empty() => say!("commenter", number = paragraph.to_string()),
        Row::Commenter(_) => name.to_owned(),
        Row::Source(_) => quoted(name),
    }
}

/// Words in quotation marks.
#[must_use]
pub fn quoted(words: &str) -> String {
    say!("quoted", words = words)
}

/// A cell, as spoken.
#[must_use]
pub fn cell(holder: &str, target: &str, held: Stance, count: usize) -> String {
    let (count, held) = (count.to_string(), stance_within(held));
    say!("cell", count = count, holder = holder, stance = held, target = target)
}

/// What the network shows.
pub const NETWORK_HINT: Text = say!("network-hint");
/// A network without relations.
pub const NETWORK_EMPTY: Text = say!("network-empty");
/// The list of those in the network.
pub const NODES: Text = say!("nodes");
/// The list of relations.
pub const RELATIONS: Text = say!("relations");
/// The left side of the picture.
pub const FOR: Text = say!("for");
/// The right side of the picture.
pub const AGAINST: Text = say!("against");

/// How many entities the matrix leaves out.
#[must_use]
pub fn named_less(count: usize) -> String {
    say!("named-less", count = count.to_string())
}

/// The button for more entities in the matrix or the network.
pub const MORE_ENTITIES: Text = say!("more-entities");

/// How many take part that the picture leaves out.
#[must_use]
pub fn left_out(count: usize) -> String {
    say!("left-out", count = count.to_string())
}

/// One of those in the network, as spoken: of how many relations holder, and target.
#[must_use]
pub fn node(name: &str, holds: usize, held: usize) -> String {
    say!("node", held = held.to_string(), holds = holds.to_string(), name = name)
}

/// What the concordance needs.
pub const CONCORDANCE_EMPTY: Text = say!("concordance-empty");
/// What it shows.
pub const CONCORDANCE_HINT: Text = say!("concordance-hint");
/// No mention matches.
pub const NO_LINES: Text = say!("no-lines");

/// Goes to a passage.
#[must_use]
pub fn go_to(paragraph: u32) -> String {
    say!("go-to", number = paragraph.to_string())
}
