//! What the strip beside the scroll bar shows.

use reading::{
    Unmatched,
    strip::{Strip, Surveyed},
};

use crate::state::{Shared, State};

/// How many stretches the strip has.
const STRETCHES: usize = 120;

impl State {
    /// Finds where in the text there is something to see.
    pub(super) fn survey(&mut self) {
        let Some(reading) = &self.reading else { return };
        let surveyed = Surveyed {
            shown: &self.shown,
            hide: self.view.unmatched == Unmatched::Hide,
            filtered: !self.view.filter.is_empty(),
            strong: &self.strong,
        };
        self.strip = Shared::new(Strip::of(reading, surveyed, STRETCHES));
    }
}
