//! Moving about in a text.

use discussion::Section;
use engine::Stance;
use reading::strip::Stretch;

use super::{section, stance};
use crate::protocol::{Progress, Stage};

/// Opens the field.
pub const FIND: &str = "Find";
/// With its key.
pub const FIND_HINT: &str = "Find in the text (/)";
/// The field.
pub const FIND_LABEL: &str = "Find in the text";
/// Closes it.
pub const CLOSE_FIND: &str = "Close Find";
/// Goes to the match above.
pub const PREVIOUS_FOUND: &str = "Previous match";
/// Goes to the match below.
pub const NEXT_FOUND: &str = "Next match";
/// Nothing is found.
pub const NOTHING_FOUND: &str = "No match";

/// Which match the reader is at.
#[must_use]
pub fn found(number: usize, count: usize) -> String {
    format!("Match {number} of {count}")
}

/// The strip beside the scroll bar.
pub const STRIP: &str = "Place in the text";

/// A place in the text, and what the stretch there holds.
#[must_use]
pub fn stretch(paragraph: u32, section_of: Section, held: &Stretch) -> String {
    let mut said = format!("Paragraph {paragraph}, {}", section(section_of).to_ascii_lowercase());
    let stances =
        [Stance::Supportive, Stance::Critical].map(|held| stance(held).to_ascii_lowercase());
    let [supportive, critical] = stances;
    for (count, what) in [
        (held.matching, "matching"),
        (held.supportive, supportive.as_str()),
        (held.critical, critical.as_str()),
    ] {
        if count > 0 {
            said.push_str(&format!(", {count} {what}"));
        }
    }
    said
}

/// Stops the opening of a text.
pub const STOP: &str = "Stop";

/// How far the reading of a long text has come.
#[must_use]
pub fn progress(progress: Progress) -> String {
    let doing = match progress.stage {
        Stage::Mentions => "who is named\u{2026}",
        Stage::Opinions => "who stands where\u{2026}",
    };
    format!("Reading {} paragraphs: {doing}", progress.paragraphs)
}

/// The answers to a post, and what a press on their number does.
#[must_use]
pub fn answers(count: usize, folded: bool) -> String {
    let unit = if count == 1 { "reply" } else { "replies" };
    if folded { format!("Show {count} {unit}") } else { format!("{count} {unit}") }
}
