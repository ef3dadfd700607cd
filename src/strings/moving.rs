//! Moving about in a text.

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
