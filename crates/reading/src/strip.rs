//! The strip beside the scroll bar: where in the text there is something to see. The text is cut
//! into stretches of about equal length, each a few pixels of the strip.

use discussion::ParagraphId;
use engine::{EntityId, Holder, Stance};

use crate::{filter::Shown, reading::Reading};

/// A stretch of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Its first paragraph.
    pub first: ParagraphId,
    /// How many of its paragraphs match what is asked for; none where nothing is asked for.
    pub matching: usize,
    /// In how many of them the writer supports somebody; only the selected, where some are.
    pub supportive: usize,
    /// In how many of them the writer criticises somebody.
    pub critical: usize,
}

/// The stretches in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// At most as many as were asked for; those without a paragraph are left out.
    pub stretches: Vec<Stretch>,
}

/// What a strip is of.
#[derive(Clone, Copy, Debug)]
pub struct Surveyed<'a> {
    /// Which paragraphs match.
    pub shown: &'a Shown,
    /// Whether the others are no part of the text.
    pub hide: bool,
    /// Whether something is asked for at all.
    pub filtered: bool,
    /// The selected entities.
    pub strong: &'a [EntityId],
}

impl Strip {
    /// Cuts a text into so many stretches, by the lengths of its paragraphs.
    #[must_use]
    pub fn of(reading: &Reading, surveyed: Surveyed<'_>, stretches: usize) -> Self {
        let Surveyed { shown, hide, filtered, strong } = surveyed;
        let matches = |id: ParagraphId| shown.matches.get(id.index()).copied().unwrap_or(true);
        let length = |id: ParagraphId| {
            let paragraph = reading.discussion.paragraphs.get(id.index());
            // A paragraph of one word takes a line, too.
            paragraph.map_or(0, |paragraph| paragraph.span.len() + 60)
        };
        let listed = || reading.paragraphs().filter(|id| !hide || matches(*id));
        let whole: usize = listed().map(length).sum();
        let mut strip = Self::default();
        let (mut at, mut last) = (0, None);
        for id in listed() {
            let number = at * stretches / whole.max(1);
            at += length(id);
            if last != Some(number) {
                last = Some(number);
                strip.stretches.push(Stretch { first: id, ..Stretch::default() });
            }
            let Some(stretch) = strip.stretches.last_mut().filter(|_| matches(id)) else {
                continue;
            };
            let mut rows = reading.rows_in(id).iter();
            let asked = |entity: EntityId| strong.is_empty() || strong.contains(&entity);
            let selected = !strong.is_empty() && rows.clone().any(|row| asked(row.target));
            stretch.matching += usize::from(if filtered { true } else { selected });
            let (mut supports, mut criticises) = (false, false);
            for row in rows.by_ref().filter(|r| r.holder == Holder::Writer && asked(r.target)) {
                supports |= matches!(row.stance, Stance::Supportive | Stance::Mixed);
                criticises |= matches!(row.stance, Stance::Critical | Stance::Mixed);
            }
            stretch.supportive += usize::from(supports);
            stretch.critical += usize::from(criticises);
        }
        strip
    }

    /// The stretch in which a paragraph stands.
    #[must_use]
    pub fn place(&self, paragraph: ParagraphId) -> usize {
        self.stretches.partition_point(|stretch| stretch.first <= paragraph).saturating_sub(1)
    }

    /// The stretch that lies that many further; upward where it is negative.
    #[must_use]
    pub fn beside(&self, place: usize, by: isize) -> usize {
        place.saturating_add_signed(by).min(self.stretches.len().saturating_sub(1))
    }

    /// The next stretch with something to see, or the previous one; else the last or the first.
    #[must_use]
    pub fn next(&self, place: usize, forward: bool) -> usize {
        let worth = |stretch: &Stretch| {
            stretch.matching > 0 || stretch.supportive > 0 || stretch.critical > 0
        };
        let numbered = self.stretches.iter().enumerate();
        let mut worthy = numbered.filter(|(_, stretch)| worth(stretch)).map(|(at, _)| at);
        if forward {
            worthy.find(|at| *at > place).unwrap_or(self.stretches.len().saturating_sub(1))
        } else {
            worthy.take_while(|at| *at < place).last().unwrap_or(0)
        }
    }
}

#[cfg(test)]
mod tests {
    use engine::EntityType;

    use super::*;
    use crate::{filter::Filter, link, sample::Sample};

    fn strip(reading: &Reading, asked: &str, hide: bool, stretches: usize) -> Strip {
        let filter: Filter = link::decode(&format!("#/?{asked}")).0.filter;
        let shown = filter.apply(reading);
        let filtered = !filter.is_empty();
        let strong: Vec<_> = filter.any.iter().filter_map(|slug| reading.entity(slug)).collect();
        Strip::of(reading, Surveyed { shown: &shown, hide, filtered, strong: &strong }, stretches)
    }

    fn counts(strip: &Strip) -> Vec<(u32, usize, usize, usize)> {
        let each = strip.stretches.iter();
        each.map(|s| (s.first.0, s.matching, s.supportive, s.critical)).collect()
    }

    fn sample() -> Reading {
        Sample::new(&["Ada is here.", "Bob is here."])
            .comment("Ada and Bob.")
            .comment("Nobody did.")
            .entity("Ada", EntityType::Person)
            .entity("Bob", EntityType::Person)
            .mention("Ada", 0, "Ada")
            .mention("Bob", 1, "Bob")
            .mention("Ada", 2, "Ada")
            .mention("Bob", 2, "Bob")
            .writer(0, "Ada", Stance::Supportive)
            .writer(1, "Bob", Stance::Neutral)
            .writer(2, "Ada", Stance::Mixed)
            .writer(2, "Bob", Stance::Critical)
            .source(1, "Ada", "Bob", Stance::Critical)
            .reading()
    }

    #[test]
    fn counts_what_stands_where() {
        let reading = sample();
        let all = strip(&reading, "", false, 4);
        assert_eq!(counts(&all), [(0, 0, 1, 0), (1, 0, 0, 0), (2, 0, 1, 1), (3, 0, 0, 0)]);
        let bob = strip(&reading, "e=bob", false, 4);
        assert_eq!(counts(&bob), [(0, 0, 0, 0), (1, 1, 0, 0), (2, 1, 0, 1), (3, 0, 0, 0)]);
        let only = strip(&reading, "e=bob", true, 4);
        assert_eq!(counts(&only), [(1, 1, 0, 0), (2, 1, 0, 1)], "what is hidden takes no room");
        let two = strip(&reading, "", false, 2);
        assert_eq!(counts(&two), [(0, 0, 1, 0), (2, 0, 1, 1)]);
    }

    #[test]
    fn leads_from_place_to_place() {
        let all = strip(&sample(), "", false, 4);
        assert_eq!([0, 1, 3, 9].map(|p| all.place(ParagraphId(p))), [0, 1, 3, 3]);
        assert_eq!(
            [(0, true), (2, true), (3, false), (2, false)].map(|(at, f)| all.next(at, f)),
            [2, 3, 2, 0]
        );
        assert_eq!([(1, -5), (1, 1), (1, 50)].map(|(at, by)| all.beside(at, by)), [0, 2, 3]);
        let none = Strip::default();
        assert_eq!((none.place(ParagraphId(3)), none.next(4, true), none.beside(2, 1)), (0, 0, 0));
    }

    #[test]
    fn a_long_text_has_few_stretches_of_about_equal_length() {
        let reading = crate::sample::big(5_000, 50, 4_000);
        let strip = strip(&reading, "", false, 120);
        assert_eq!(strip.stretches.len(), 120);
        let lengths: Vec<_> =
            strip.stretches.windows(2).map(|w| w[1].first.0 - w[0].first.0).collect();
        assert!(lengths.iter().all(|length| (41..=43).contains(length)), "{lengths:?}");
    }
}
