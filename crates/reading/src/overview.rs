//! The overview: the main entities, how often they are named, and how they are judged, in the
//! article and in the comments.

use std::ops::AddAssign;

use discussion::Section;
use engine::{EntityId, Holder, Polarity, Stance};

use crate::reading::Reading;

/// How many of a writer's paragraph stances on an entity are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// Paragraphs whose writer supports the entity.
    pub supportive: usize,
    /// Paragraphs whose writer criticises it.
    pub critical: usize,
    /// Paragraphs whose writer does both.
    pub mixed: usize,
    /// Paragraphs that name it and judge it not.
    pub neutral: usize,
    /// Paragraphs where the engine abstains.
    pub unclear: usize,
    /// Opinions of sources that are reported, for it.
    pub reported_supportive: usize,
    /// Opinions of sources that are reported, against it.
    pub reported_critical: usize,
    /// Mentions.
    pub mentions: usize,
}

impl Shares {
    /// Paragraphs whose writer names it: all five stances.
    #[must_use]
    pub fn paragraphs(&self) -> usize {
        self.judged() + self.neutral + self.unclear
    }

    /// Paragraphs whose writer is for it, against it, or both.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.supportive + self.critical + self.mixed
    }

    /// How many paragraphs have a stance of the writer.
    #[must_use]
    pub fn of(&self, stance: Stance) -> usize {
        match stance {
            Stance::Supportive => self.supportive,
            Stance::Critical => self.critical,
            Stance::Mixed => self.mixed,
            Stance::Neutral => self.neutral,
            Stance::Unclear => self.unclear,
        }
    }

    pub(crate) fn add(&mut self, stance: Stance) {
        *match stance {
            Stance::Supportive => &mut self.supportive,
            Stance::Critical => &mut self.critical,
            Stance::Mixed => &mut self.mixed,
            Stance::Neutral => &mut self.neutral,
            Stance::Unclear => &mut self.unclear,
        } += 1;
    }
}

impl AddAssign for Shares {
    fn add_assign(&mut self, other: Self) {
        self.supportive += other.supportive;
        self.critical += other.critical;
        self.mixed += other.mixed;
        self.neutral += other.neutral;
        self.unclear += other.unclear;
        self.reported_supportive += other.reported_supportive;
        self.reported_critical += other.reported_critical;
        self.mentions += other.mentions;
    }
}

/// One line of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who it is about.
    pub entity: EntityId,
    /// In the article.
    pub article: Shares,
    /// In the comments.
    pub comments: Shares,
}

impl Line {
    /// Article and comments together.
    #[must_use]
    pub fn total(&self) -> Shares {
        let mut total = self.article;
        total += self.comments;
        total
    }

    fn section(&mut self, section: Section) -> &mut Shares {
        match section {
            Section::Article => &mut self.article,
            Section::Comments => &mut self.comments,
        }
    }
}

/// The main entities, most mentioned first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// A line an entity, all entities; most mentioned first, then by name.
    pub lines: Vec<Line>,
}

impl Overview {
    /// Sums up a reading.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let empty =
            |(entity, _)| Line { entity, article: Shares::default(), comments: Shares::default() };
        let mut lines: Vec<Line> = reading.entities().map(empty).collect();
        for paragraph in reading.paragraphs() {
            let section = reading.discussion.section(paragraph);
            let mut shares = |entity: EntityId, change: &dyn Fn(&mut Shares)| {
                if let Some(line) = lines.get_mut(entity.index()) {
                    change(line.section(section));
                }
            };
            for (_, mention) in reading.mentions_in(paragraph) {
                shares(mention.entity, &|shares| shares.mentions += 1);
            }
            for row in reading.rows_in(paragraph).iter().filter(|r| r.holder == Holder::Writer) {
                shares(row.target, &|shares| shares.add(row.stance));
            }
            for opinion in reading.opinions_in(paragraph).filter(|o| o.holder != Holder::Writer) {
                shares(opinion.target, &|shares| match opinion.polarity {
                    Polarity::Supportive => shares.reported_supportive += 1,
                    Polarity::Critical => shares.reported_critical += 1,
                });
            }
        }
        discussion::order::sort_by_key(&mut lines, |line| reading.rank(line.entity));
        Self { lines }
    }

    /// All lines together.
    #[must_use]
    pub fn totals(&self) -> Line {
        let start = Line {
            entity: EntityId::default(),
            article: Shares::default(),
            comments: Shares::default(),
        };
        self.lines.iter().fold(start, |mut totals, line| {
            totals.article += line.article;
            totals.comments += line.comments;
            totals
        })
    }

    /// The entity on which writers are most divided: where the smaller of the two sides, those for
    /// and those against it, is largest; a mixed paragraph is on both. None where nobody has two
    /// sides. Ties go to the more mentioned.
    #[must_use]
    pub fn most_argued_over(&self) -> Option<EntityId> {
        let smaller_side = |line: &&Line| {
            let total = line.total();
            total.supportive.min(total.critical) + total.mixed
        };
        // Of equals, `max_by_key` takes the last one.
        let most = self.lines.iter().rev().max_by_key(smaller_side)?;
        (smaller_side(&most) > 0).then_some(most.entity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{filter::tests::sample, sample::Sample};

    #[test]
    fn sums_up_by_section() {
        let reading = sample();
        let overview = Overview::of(&reading);
        let names: Vec<_> = overview.lines.iter().map(|line| reading.name(line.entity)).collect();
        assert_eq!(names, ["Ada", "Bob", "Rome"]);
        let ada = &overview.lines[0];
        assert_eq!(ada.article, Shares { neutral: 1, mentions: 1, ..Shares::default() });
        assert_eq!(
            ada.comments,
            Shares { critical: 1, neutral: 1, unclear: 1, mentions: 3, ..Shares::default() }
        );
        assert_eq!(ada.total().paragraphs(), 4);
        assert_eq!(overview.totals().total().mentions, 8);
        assert_eq!(overview.most_argued_over(), None);
    }

    #[test]
    fn keeps_what_sources_say_apart() {
        let reading = Sample::new(&["Ada hates Bob."])
            .mention("Ada", 0, "Ada")
            .mention("Bob", 0, "Bob")
            .opinion(0, Holder::Source(EntityId(0)), "Bob", Polarity::Critical, "hates")
            .opinion(0, Holder::Unnamed, "Bob", Polarity::Supportive, "hates")
            .opinion(0, Holder::Writer, "Bob", Polarity::Critical, "hates")
            .writer(0, "Bob", Stance::Critical)
            .reading();
        let overview = Overview::of(&reading);
        let bob = overview.lines[1].article;
        assert_eq!((bob.critical, bob.reported_critical, bob.reported_supportive), (1, 1, 1));
    }

    #[test]
    fn finds_who_is_argued_over() {
        let reading = Sample::new(&["Ada", "Ada Bob", "Ada Bob"])
            .writer(0, "Ada", Stance::Critical)
            .writer(1, "Ada", Stance::Critical)
            .writer(1, "Bob", Stance::Critical)
            .writer(2, "Bob", Stance::Supportive)
            .reading();
        assert_eq!(Overview::of(&reading).most_argued_over(), reading.entity("bob"));
    }
}
