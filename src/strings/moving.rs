//! Moving about in a text.

use discussion::Section;
use engine::Stance;
use reading::strip::Stretch;

use super::{Text, section_within, stance_within};
use crate::protocol::{Progress, Stage};

/// Opens the field.
pub const FIND: Text = say!("find");
/// With its key.
pub const FIND_HINT: Text = say!("find-hint");
/// The field.
pub const FIND_LABEL: Text = say!("find-label");
/// Closes it.
pub const CLOSE_FIND: Text = say!("close-find");
/// Goes to the match above.
pub const PREVIOUS_FOUND: Text = say!("previous-found");
/// Goes to the match below.
pub const NEXT_FOUND: Text = say!("next-found");
/// Nothing is found.
pub const NOTHING_FOUND: Text = say!("nothing-found");

/// Which match the reader is at.
#[must_use]
pub fn found(number: usize, count: usize) -> String {
    say!("found-number", count = count.to_string(), number = number.to_string())
}

/// The strip beside the scroll bar.
pub const STRIP: Text = say!("strip");

/// A place in the text, and what the stretch there holds.
#[must_use]
pub fn stretch(paragraph: u32, section_of: Section, held: &Stretch) -> String {
    let (number, section) = (paragraph.to_string(), section_within(section_of));
    let mut said = say!("stretch", number = number, section = section);
    for (count, what) in [
        (held.matching, say!("within-matching")),
        (held.supportive, stance_within(Stance::Supportive)),
        (held.critical, stance_within(Stance::Critical)),
    ] {
        if count > 0 {
            said.push_str(&format!(", {count} {what}"));
        }
    }
    said
}

/// Stops the opening of a text.
pub const STOP: Text = say!("stop");

/// How far the reading of a long text has come.
#[must_use]
pub fn progress(progress: Progress) -> String {
    let doing = match progress.stage {
        Stage::Names => say!("progress-mentions"),
        Stage::Entities => say!("progress-entities"),
        Stage::References => say!("progress-references"),
        Stage::Opinions => say!("progress-opinions"),
    };
    say!("progress", count = progress.paragraphs.to_string(), doing = doing)
}

/// The answers to a post, and what a press on their number does.
#[must_use]
pub fn answers(count: usize, folded: bool) -> String {
    let count = count.to_string();
    if folded { say!("answers-folded", count = count) } else { say!("answers", count = count) }
}
