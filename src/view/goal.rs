//! Where the reader is taken once it is drawn. In a long text the place must be drawn first, so the
//! text itself goes there; where no text is shown, the page does.

use std::cell::Cell;

use engine::MentionId;

use crate::{
    browser::{focus, highlight, scroll},
    state::{FocusPlace, State},
    view::found,
};

/// A place in the text, and whether the reader was taken there.
#[derive(Debug)]
pub struct Goal {
    place: Place,
    reached: Cell<bool>,
}

/// A place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A paragraph, from 1, is brought to the top.
    Paragraph(u32),
    /// A mark gets the keyboard.
    Mark(MentionId),
    /// The match that the reader is at is brought to the screen.
    Match,
}

impl Goal {
    /// A place that is to be reached.
    #[must_use]
    pub fn to(place: Place) -> Self {
        Self { place, reached: Cell::new(false) }
    }

    /// Whether the reader is still to be taken there.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        !self.reached.get()
    }

    /// The paragraph that has to be drawn for it, from 0.
    #[must_use]
    pub fn paragraph(&self, state: &State) -> usize {
        match self.place {
            Place::Paragraph(number) => number.saturating_sub(1) as usize,
            Place::Mark(mention) => state.paragraph_of(mention).map_or(0, |p| p.index()),
            Place::Match => found::current(state).map_or(0, |here| here.paragraph as usize - 1),
        }
    }

    /// Goes there.
    pub fn reach(&self, state: &State) {
        if !self.reached.replace(true) {
            match self.place {
                Place::Paragraph(number) => scroll::to_paragraph(number),
                Place::Match => {
                    if let Some(here) = found::current(state) {
                        highlight::reveal(here);
                    }
                }
                Place::Mark(mention) => focus::send_to(FocusPlace::Mark(mention)),
            }
        }
    }
}
