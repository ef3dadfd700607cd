//! What the hints of a first visit say.

use super::Text;

/// The name of their region.
pub const HINT: Text = say!("hint");
/// Takes one away.
pub const NEXT_HINT: Text = say!("next-hint");
/// Takes all away.
pub const NO_HINTS: Text = say!("no-hints");

/// A hint, from 0.
#[must_use]
pub fn hint(number: u8) -> Text {
    match number {
        0 => say!("hint-why"),
        1 => say!("hint-filter"),
        _ => say!("hint-trust"),
    }
}
