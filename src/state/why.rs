//! Which mark's reasons are shown.

use engine::MentionId;
use reading::Unmatched;

use crate::state::{Effect, FocusPlace, State};

/// The mark whose reasons are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// The mark.
    pub mention: MentionId,
    /// Whether they stay when the pointer goes elsewhere.
    pub pinned: bool,
}

impl State {
    /// The mark at which the Tab key stops: the one that had the keyboard last, as long as it is
    /// shown, else the first that is.
    #[must_use]
    pub fn tab_stop(&self) -> Option<MentionId> {
        let mentions = &self.reading.as_ref()?.analysis.mentions;
        let shown = |mention: &MentionId| {
            let paragraph = mentions.get(mention.index()).map(|mention| mention.paragraph.index());
            paragraph.is_some_and(|paragraph| !self.is_hidden(paragraph))
        };
        let count = u32::try_from(mentions.len()).unwrap_or(u32::MAX);
        self.current.filter(shown).or_else(|| (0..count).map(MentionId).find(shown))
    }

    /// The next or previous mention of the same entity that is shown.
    #[must_use]
    pub fn neighbour(&self, mention: MentionId, forward: bool) -> Option<MentionId> {
        let mentions = &self.reading.as_ref()?.analysis.mentions;
        let entity = mentions.get(mention.index())?.entity;
        let count = u32::try_from(mentions.len()).unwrap_or(u32::MAX);
        let fits = |other: &MentionId| {
            mentions
                .get(other.index())
                .is_some_and(|m| m.entity == entity && !self.is_hidden(m.paragraph.index()))
        };
        if forward {
            (mention.0.saturating_add(1)..count).map(MentionId).find(fits)
        } else {
            (0..mention.0.min(count)).rev().map(MentionId).find(fits)
        }
    }

    /// Whether the filter takes a paragraph off the page.
    #[must_use]
    pub fn is_hidden(&self, paragraph: usize) -> bool {
        self.view.unmatched == Unmatched::Hide
            && !self.shown.matches.get(paragraph).copied().unwrap_or(true)
    }

    /// The pointer shows reasons only as long as none are pinned.
    pub(super) fn point_at(&mut self, mention: MentionId) {
        if !self.why.is_some_and(|why| why.pinned) {
            self.closed_at = None;
            self.why = Some(Why { mention, pinned: false });
        }
    }

    /// The keyboard always shows the reasons of the mark that it is on.
    pub(super) fn focus_mark(&mut self, mention: MentionId) {
        self.current = Some(mention);
        // The keyboard came back because the reasons were closed: they stay closed.
        if self.closed_at.take() == Some(mention) {
            return;
        }
        let pinned = self.why.is_some_and(|why| why.pinned && why.mention == mention);
        self.why = Some(Why { mention, pinned });
    }

    pub(super) fn pin(&mut self, mention: MentionId, by_keyboard: bool, effects: &mut Vec<Effect>) {
        self.current = Some(mention);
        let pinned = Why { mention, pinned: true };
        if self.why == Some(pinned) && !by_keyboard {
            self.why = None;
            return;
        }
        self.why = Some(pinned);
        if by_keyboard {
            effects.push(Effect::Focus(FocusPlace::Why));
        }
    }

    pub(super) fn close_why(&mut self, to_mark: bool, effects: &mut Vec<Effect>) {
        if let Some(why) = self.why.take()
            && to_mark
        {
            self.closed_at = Some(why.mention);
            effects.push(Effect::Focus(FocusPlace::Mark(why.mention)));
        }
    }
}
