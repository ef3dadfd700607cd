//! Finding in the text.

use std::rc::Rc;

use discussion::ParagraphId;
use reading::find::Found;

use crate::state::{Effect, FocusPlace, Shared, State};

/// What is looked for, and where it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// As typed.
    pub typed: Rc<str>,
    /// Where it stands in what is shown.
    pub found: Shared<Found>,
    /// The match that the reader is at, from 0.
    pub at: Option<usize>,
}

impl Find {
    /// The paragraph of the match that the reader is at, and which match it is there.
    #[must_use]
    pub fn place(&self) -> Option<(ParagraphId, usize)> {
        self.found.place(self.at?)
    }
}

impl State {
    /// The paragraph of the match that the reader is at.
    #[must_use]
    pub fn found_in(&self) -> Option<ParagraphId> {
        self.find.as_ref()?.place().map(|(paragraph, _)| paragraph)
    }

    pub(super) fn open_find(&mut self, open: bool, effects: &mut Vec<Effect>) {
        if open {
            self.leave_table();
            self.find.get_or_insert_default();
            effects.push(Effect::Focus(FocusPlace::Find));
        } else if self.find.take().is_some() {
            effects.push(Effect::Focus(FocusPlace::FindButton));
        }
    }

    /// Looks for what was typed, and goes to the first match from where the reader is.
    pub(super) fn look_for(&mut self, typed: &str, effects: &mut Vec<Effect>) {
        self.find = Some(Find { typed: typed.into(), ..Find::default() });
        self.find_again();
        let place = ParagraphId(self.view.place.map_or(0, |place| place.saturating_sub(1)));
        if let Some(find) = &mut self.find {
            find.at = find.found.from(place);
            effects.extend(find.at.map(|_| Effect::ShowMatch));
        }
    }

    /// Goes to the next or previous match, from the last to the first and back.
    pub(super) fn step_find(&mut self, forward: bool, effects: &mut Vec<Effect>) {
        let Some(find) = &mut self.find else { return };
        let (Some(at), Some(last)) = (find.at, find.found.count().checked_sub(1)) else { return };
        find.at = Some(match forward {
            true => Some(at + 1).filter(|next| *next <= last).unwrap_or(0),
            false => at.checked_sub(1).unwrap_or(last),
        });
        effects.push(Effect::ShowMatch);
    }

    /// Looks once more, since other paragraphs are shown.
    pub(super) fn find_again(&mut self) {
        let (Some(reading), Some(find)) = (&self.reading, &self.find) else { return };
        let found = Found::of(reading, &find.typed, |id| !self.is_hidden(id.index()));
        let at = find.place().and_then(|(paragraph, _)| found.from(paragraph));
        self.find = Some(Find { typed: find.typed.clone(), found: Shared::new(found), at });
    }
}
