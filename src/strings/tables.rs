//! What the matrix, the network and the concordance say.

use engine::Stance;
use reading::{Row, Sort, Tab};

use super::{paragraphs_unit, stance};

/// The group of tabs.
pub const VIEWS: &str = "Views";

/// A tab.
#[must_use]
pub fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::Read => "Read",
        Tab::Overview => super::OVERVIEW,
        Tab::Matrix => "Matrix",
        Tab::Network => "Network",
        Tab::Concordance => "Concordance",
    }
}

/// The choice of an order.
pub const SORT_BY: &str = "Sort by";

/// An order of a table.
#[must_use]
pub fn sort(sort: Sort, tab: Tab) -> &'static str {
    match sort {
        Sort::Given if tab == Tab::Concordance => "place",
        Sort::Given => "frequency",
        Sort::Name => "name",
        Sort::Agreement => "agreement",
        Sort::Left => "words before",
        Sort::Right => "words after",
    }
}

/// What the matrix shows.
pub const MATRIX_HINT: &str = "Who judges whom: each row is a holder, each column somebody talked about; the number counts \
     paragraphs. A cell opens its sentences.";
/// A matrix without rows.
pub const MATRIX_EMPTY: &str = "No paragraph that matches judges or names anybody.";
/// The switch.
pub const SECTIONS_ONLY: &str = "Article against comments";
/// Heading of the rows.
pub const HOLDER: &str = "Holder";
/// Somebody without a name.
pub const UNNAMED_SOURCES: &str = "Unnamed sources";

/// A holder; `name` is the author of a comment or the name of a source, where there is one.
#[must_use]
pub fn row(row: Row, name: &str, paragraph: u32) -> String {
    match row {
        Row::Article => "Article\u{2019}s writer".into(),
        Row::Comments => "Commenters".into(),
        Row::Unnamed => UNNAMED_SOURCES.into(),
        Row::Commenter(_) if name.is_empty() => format!("Comment \u{b6}{paragraph}"),
        Row::Commenter(_) => name.to_owned(),
        Row::Source(_) => format!("\u{201c}{name}\u{201d}"),
    }
}

/// A cell, as spoken.
#[must_use]
pub fn cell(holder: &str, target: &str, held: Stance, count: usize) -> String {
    format!(
        "{holder} on {target}: {}, {count}{}",
        stance(held).to_ascii_lowercase(),
        paragraphs_unit(count)
    )
}

/// What the network shows.
pub const NETWORK_HINT: &str = "Who is reported to be for or against whom. Arcs to the left are for, arcs to the right against; \
     the arrow points at whom, the width counts paragraphs.";
/// A network without relations.
pub const NETWORK_EMPTY: &str = "In no paragraph that matches is anybody reported to be for or against somebody else. What the \
     writers themselves hold stands in the matrix.";
/// The list of those in the network.
pub const NODES: &str = "Who takes part";
/// The list of relations.
pub const RELATIONS: &str = "Relations";
/// The left side of the picture.
pub const FOR: &str = "\u{25c0} for";
/// The right side of the picture.
pub const AGAINST: &str = "against \u{25b6}";

/// How many take part that the picture leaves out.
#[must_use]
pub fn left_out(count: usize) -> String {
    format!("{count} more with fewer relations are left out.")
}

/// One of those in the network, as spoken: of how many relations holder, and target.
#[must_use]
pub fn node(name: &str, holds: usize, held: usize) -> String {
    format!("{name}: judges {holds}, is judged by {held}")
}

/// What the concordance needs.
pub const CONCORDANCE_EMPTY: &str =
    "Choose somebody to see every mention in its line, here or in the overview:";
/// What it shows.
pub const CONCORDANCE_HINT: &str =
    "Every mention in its line, with whose view it is. A line opens its passage.";
/// No mention matches.
pub const NO_LINES: &str = "No mention stands in a paragraph that matches.";

/// Goes to a passage.
#[must_use]
pub fn go_to(paragraph: u32) -> String {
    format!("Paragraph {paragraph}")
}
