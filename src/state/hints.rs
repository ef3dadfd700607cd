//! The hints of a first visit: at most three, one at a time, until the reader has seen them.

use crate::state::{Effect, FocusPlace, State};

/// How many there are.
pub const HINTS: u8 = 3;

impl State {
    /// The hint that is shown, from 0. A link is looked at first without any.
    #[must_use]
    pub fn hint(&self) -> Option<u8> {
        let fits = !self.came_by_link && self.reading.is_some() && !self.shows_table();
        Some(self.hints_seen).filter(|seen| fits && *seen < HINTS)
    }

    /// Takes a hint away, or all of them, for good.
    pub(super) fn dismiss_hint(&mut self, all: bool, effects: &mut Vec<Effect>) {
        self.hints_seen = if all { HINTS } else { self.hints_seen.saturating_add(1).min(HINTS) };
        effects.push(Effect::KeepHints(self.hints_seen));
        // The keyboard is never lost: it goes to the next hint or, behind the last, to the text.
        let place = if self.hint().is_some() { FocusPlace::Hint } else { FocusPlace::Text };
        effects.push(Effect::Focus(place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, Shared};

    fn page() -> State {
        State { reading: Some(Shared::default()), ..State::default() }
    }

    #[test]
    fn hints_go_one_by_one_and_are_kept() {
        let mut page = page();
        for seen in 1..=HINTS {
            assert_eq!(page.hint(), Some(seen - 1));
            let effects = page.apply(Action::DismissHint { all: false });
            let place = if seen < HINTS { FocusPlace::Hint } else { FocusPlace::Text };
            assert_eq!(effects, [Effect::KeepHints(seen), Effect::Focus(place)]);
        }
        assert_eq!(page.hint(), None);
    }

    #[test]
    fn all_hints_go_at_once() {
        let mut page = page();
        let effects = page.apply(Action::DismissHint { all: true });
        assert_eq!(effects[0], Effect::KeepHints(HINTS));
        assert_eq!(page.hint(), None);
    }

    #[test]
    fn who_comes_by_a_link_sees_what_it_shows() {
        let page = State { came_by_link: true, ..page() };
        assert_eq!(page.hint(), None);
    }
}
