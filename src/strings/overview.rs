//! What the overview says.

use discussion::Section;
use engine::Stance;
use reading::Term as _;

use super::{Text, section, section_within, stance_within};

/// Heading of the overview.
pub const OVERVIEW: Text = say!("overview");
/// What its bars say.
pub const OVERVIEW_HINT: Text = say!("overview-hint");
/// Without entities.
pub const OVERVIEW_EMPTY: Text = say!("overview-empty");
/// Column.
pub const WHO: Text = say!("who");
/// The left side of the bars.
pub const AXIS_LEFT: Text = say!("axis-left");
/// The right side of the bars.
pub const AXIS_RIGHT: Text = say!("axis-right");
/// In place of a bar.
pub const NOT_NAMED_HERE: Text = say!("not-named-here");

/// Before the name of the one on whom writers are most divided.
pub const MOST_ARGUED_OVER: Text = say!("most-argued-over");
/// Heading of the course.
pub const COURSE: Text = say!("course");

/// A number of paragraphs with a stance.
#[must_use]
pub fn count_of(count: usize, held: Stance) -> String {
    format!("{count} {}", stance_within(held))
}

/// A step of the course: its paragraphs, from 1, and what their writers hold.
#[must_use]
pub fn step(first: u32, last: u32, shares: &reading::Shares) -> String {
    let counts = counts(shares);
    let what = if counts.is_empty() { NOT_NAMED_HERE.words() } else { &counts };
    if first == last {
        say!("step-one", number = first.to_string(), what = what)
    } else {
        say!("step", first = first.to_string(), last = last.to_string(), what = what)
    }
}

/// How many paragraphs have which stance; empty where none has any.
fn counts(shares: &reading::Shares) -> String {
    let stances = Stance::ALL.iter().filter(|held| shares.of(**held) > 0);
    stances.map(|held| count_of(shares.of(*held), *held)).collect::<Vec<_>>().join(", ")
}

/// The unit behind a number of mentions, for those who do not see the column.
#[must_use]
pub fn mentions_unit(count: usize) -> String {
    format!(" {}", say!("mentions-unit", count = count.to_string()))
}

/// The unit behind a number of paragraphs.
#[must_use]
pub fn paragraphs_unit(count: usize) -> String {
    format!(" {}", say!("paragraphs-unit", count = count.to_string()))
}

/// The number of paragraphs with a stance, as spoken.
#[must_use]
pub fn show_stance(name: &str, section_of: Section, held: Stance, count: usize) -> String {
    let (count, section, held) = (count.to_string(), section(section_of), stance_within(held));
    say!("show-stance", count = count, name = name, section = section, stance = held)
}

/// A bar, in words: what the paragraphs' writers say, and what they report of others.
#[must_use]
pub fn show_section(name: &str, section_of: Section, shares: &reading::Shares) -> String {
    let reported = shares.reported_supportive + shares.reported_critical;
    let mut said = format!("{name}, {}: {}", section_within(section_of), counts(shares));
    if reported > 0 {
        said += &say!("reported", count = reported.to_string());
    }
    said
}

/// A button that shows the rest of a list.
#[must_use]
pub fn show_all(count: usize) -> String {
    say!("show-all", count = count.to_string())
}

/// A button that shortens a list.
pub const SHOW_FEWER: Text = say!("show-fewer");
