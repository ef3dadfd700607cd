//! What stands beside a paragraph, as it is spoken.

use engine::Stance;

/// On whom the writer of a paragraph takes a side.
#[must_use]
pub fn margin(who: &str, sides: &str) -> String {
    say!("margin", sides = sides, who = who)
}

/// One side.
#[must_use]
pub fn side(name: &str, held: Stance) -> String {
    match held {
        Stance::Supportive => say!("side-supportive", name = name),
        Stance::Critical => say!("side-critical", name = name),
        _ => say!("side-mixed", name = name),
    }
}
