//! Titles before names: `Secretary of State`, `Dr.`, `Prime Minister`.

use crate::{
    analysis::Gender,
    names::{
        known::Sight,
        units::{Gap, Shape},
    },
};

impl Sight<'_> {
    /// A title that ends before a capitalised word: `Secretary of State`, `Dr.`, `Prime Minister`.
    pub(super) fn title_at(&self, first: usize) -> Option<(usize, Gender)> {
        let class = self.class(first);
        if !(class.is_title() || class.is_title_part()) {
            return None;
        }
        let capital = self.units.get(first)?.shape.is_capital();
        let mut end = first;
        let mut title = None;
        while let Some(unit) = self.units.get(end) {
            let class = self.class_of(unit);
            let follows = end == first || self.joined(end);
            if follows && unit.shape.is_capital() == capital && class.is_title() {
                end += 1;
                title = Some((end, class.gender()));
            } else if follows && unit.shape.is_capital() == capital && class.is_title_part() {
                end += 1;
            } else if follows
                && title.is_some()
                && unit.shape == Shape::Lower
                && class.is_joint()
                && self.class(end + 1).is_title_part()
            {
                end += 2;
                title = title.map(|(_, gender)| (end, gender));
            } else {
                break;
            }
        }
        let (end, gender) = title?;
        // A title counts as one only before a name.
        let named = self.units.get(end)?;
        let eligible = named.shape.is_capital()
            && matches!(named.gap, Gap::None | Gap::Hard)
            && !self.class_of(named).is_never()
            && !self.class_of(named).is_function();
        let tail = self.class_of(named).ends_organisation() && !self.word(named).is_surname();
        (eligible && !tail && self.joined_title(end)).then_some((end, gender))
    }

    /// Whether nothing but the stop of an abbreviation stands between a title and a name.
    fn joined_title(&self, at: usize) -> bool {
        let (Some(before), Some(unit)) =
            (at.checked_sub(1).and_then(|b| self.units.get(b)), self.units.get(at))
        else {
            return false;
        };
        unit.span.start - before.span.end <= 2 && unit.gap != Gap::Inside
    }
}
