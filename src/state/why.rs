//! Which mark's reasons are shown.

use discussion::ParagraphId;
use engine::{EntityId, MentionId};
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

/// A way from one mark to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The next in the text.
    Next,
    /// The one before.
    Previous,
    /// The first that is shown.
    First,
    /// The last that is shown.
    Last,
}

impl State {
    /// The mark at which the Tab key stops: the one that had the keyboard last, as long as it is
    /// shown, else the first that is drawn.
    #[must_use]
    pub fn tab_stop(&self, drawn: impl Iterator<Item = ParagraphId>) -> Option<MentionId> {
        let reading = self.reading.as_ref()?;
        let mut drawn = drawn.filter(|paragraph| !self.is_hidden(paragraph.index()));
        self.current.filter(|mention| self.is_shown(*mention)).or_else(|| {
            drawn.find_map(|paragraph| reading.mentions_in(paragraph).next().map(|(id, _)| id))
        })
    }

    /// Whether the paragraph of a mention is shown.
    fn is_shown(&self, mention: MentionId) -> bool {
        self.paragraph_of(mention).is_some_and(|paragraph| !self.is_hidden(paragraph.index()))
    }

    /// The paragraph of a mention.
    #[must_use]
    pub fn paragraph_of(&self, mention: MentionId) -> Option<ParagraphId> {
        let mention = self.reading.as_ref()?.analysis.mentions.get(mention.index())?;
        Some(mention.paragraph)
    }

    /// The mark that lies that way among those shown, drawn or not; with an entity, among its
    /// marks.
    #[must_use]
    pub fn toward(&self, way: Way, from: MentionId, entity: Option<EntityId>) -> Option<MentionId> {
        let mentions = &self.reading.as_ref()?.analysis.mentions;
        let count = u32::try_from(mentions.len()).unwrap_or(u32::MAX);
        let fits = |id: &MentionId| {
            let of = mentions.get(id.index()).map(|mention| mention.entity);
            of.is_some_and(|of| entity.is_none_or(|entity| entity == of)) && self.is_shown(*id)
        };
        let (range, forward) = match way {
            Way::Next => (from.0.saturating_add(1).min(count)..count, true),
            Way::Previous => (0..from.0.min(count), false),
            Way::First => (0..count, true),
            Way::Last => (0..count, false),
        };
        let mut ids = range.map(MentionId);
        if forward { ids.find(fits) } else { ids.rev().find(fits) }
    }

    /// The next or previous mention of the same entity that is shown.
    #[must_use]
    pub fn neighbour(&self, mention: MentionId, forward: bool) -> Option<MentionId> {
        let entity = self.reading.as_ref()?.analysis.mentions.get(mention.index())?.entity;
        let way = if forward { Way::Next } else { Way::Previous };
        self.toward(way, mention, Some(entity))
    }

    /// Whether a paragraph is off the page: the filter hides it, or it is folded away.
    #[must_use]
    pub fn is_hidden(&self, paragraph: usize) -> bool {
        let unmatched = self.view.unmatched == Unmatched::Hide
            && !self.shown.matches.get(paragraph).copied().unwrap_or(true);
        unmatched || self.folding.away.get(paragraph).copied().unwrap_or(false)
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
