//! What the overview says.

use discussion::Section;
use engine::Stance;
use reading::Term as _;

use super::{section, stance};

/// Heading of the overview.
pub const OVERVIEW: &str = "Overview";
/// What its bars say.
pub const OVERVIEW_HINT: &str =
    "How writers judge whom, by paragraphs: supportive to the left, critical to the right.";
/// Without entities.
pub const OVERVIEW_EMPTY: &str = "Nobody and nothing is named in this text.";
/// Column.
pub const WHO: &str = "Who or what";
/// The left side of the bars.
pub const AXIS_LEFT: &str = "supportive";
/// The right side of the bars.
pub const AXIS_RIGHT: &str = "critical";
/// In place of a bar.
pub const NOT_NAMED_HERE: &str = "not named here";

/// Before the name of the one on whom writers are most divided.
pub const MOST_ARGUED_OVER: &str = "Most argued over:";
/// Heading of the course.
pub const COURSE: &str = "Along the text";

/// A number of paragraphs with a stance.
#[must_use]
pub fn count_of(count: usize, held: Stance) -> String {
    format!("{count} {}", stance(held).to_ascii_lowercase())
}

/// A step of the course: its paragraphs, from 1, and what their writers hold.
#[must_use]
pub fn step(first: u32, last: u32, shares: &reading::Shares) -> String {
    let counts = counts(shares);
    let what = if counts.is_empty() { NOT_NAMED_HERE } else { &counts };
    if first == last {
        format!("Paragraph {first}: {what}")
    } else {
        format!("Paragraphs {first} to {last}: {what}")
    }
}

/// How many paragraphs have which stance; empty where none has any.
fn counts(shares: &reading::Shares) -> String {
    let stances = Stance::ALL.iter().filter(|held| shares.of(**held) > 0);
    stances.map(|held| count_of(shares.of(*held), *held)).collect::<Vec<_>>().join(", ")
}

/// The unit behind a number of mentions, for those who do not see the column.
#[must_use]
pub fn mentions_unit(count: usize) -> &'static str {
    if count == 1 { " mention" } else { " mentions" }
}

/// The unit behind a number of paragraphs.
#[must_use]
pub fn paragraphs_unit(count: usize) -> &'static str {
    if count == 1 { " paragraph" } else { " paragraphs" }
}

/// The number of paragraphs with a stance, as spoken.
#[must_use]
pub fn show_stance(name: &str, section_of: Section, held: Stance, count: usize) -> String {
    let (held, unit) = (stance(held).to_ascii_lowercase(), paragraphs_unit(count));
    format!("{}: {count} {held}{unit} on {name}", section(section_of))
}

/// A bar, in words: what the paragraphs' writers say, and what they report of others.
#[must_use]
pub fn show_section(name: &str, section_of: Section, shares: &reading::Shares) -> String {
    let reported = shares.reported_supportive + shares.reported_critical;
    let reported = if reported > 0 { format!(", {reported} reported") } else { String::new() };
    format!("{name}, {}: {}{reported}", section(section_of).to_ascii_lowercase(), counts(shares))
}

/// A button that shows the rest of a list.
#[must_use]
pub fn show_all(count: usize) -> String {
    format!("Show all {count}")
}

/// A button that shortens a list.
pub const SHOW_FEWER: &str = "Show fewer";
