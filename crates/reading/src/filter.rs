//! The filter: which paragraphs match what the reader asked for.
//!
//! Everything is said in stance rows (paragraph, holder, target), see [`Reading::rows_in`]. An
//! entity is *there* in a paragraph that has a row on it: wherever it is mentioned, since every
//! mention gives a row for the writer.
//!
//! A row *fits* when
//! - its target has one of the types chosen, its stance is one of those chosen, and the machine is
//!   as sure of it as one of the steps chosen;
//! - its holder is one of those chosen (`by`), and none of those excluded (`not_by`). A writer's
//!   row is the article's or the comments' by its paragraph's section; a source's row, named or
//!   not, is one of `Sources`, and of `Source(slug)` if it has that name.
//!
//! Where a group has nothing chosen, it asks for nothing.
//!
//! A paragraph matches when
//! - it holds the words asked for (see [`crate::words`]), and its section is one of those chosen;
//! - no entity of `not` is there, whoever judges it and how;
//! - for each entity of `all` some row on it fits – a row each, not the same row or holder for all
//!   of them: `all=x,y by=comments stance=critical` is a comment that criticises x and y;
//! - where `any` is not empty, some row fits on one of its entities;
//! - where `any` and `all` are empty and a type, stance, sureness or holder is chosen or excluded, some row
//!   fits, on whatever entity. So an excluded holder hides paragraphs in which nobody else has a
//!   stance on anything.
//!
//! So "critical of X by commenters" needs one commenter's critical row on X, not three unrelated
//! marks. An entity that the discussion does not know is nowhere: as one of `all`, or alone in
//! `any`, it leaves nothing; in `not` it does nothing ([`Filter::unknown`] tells).

use crate::choices::Choices;

use discussion::{ParagraphId, Section};
use engine::{EntityId, EntityType, Holder, Stance, StanceRow};

use crate::{reading::Reading, sureness::Sureness, term::Term, words::Words};

/// What the reader asked for. Entities stand by their slug, so that a filter outlives an analysis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Show paragraphs with at least one of these.
    pub any: Choices<String>,
    /// Show only paragraphs with each of these.
    pub all: Choices<String>,
    /// Show no paragraph with one of these.
    pub not: Choices<String>,
    /// Types of the target.
    pub types: Choices<EntityType>,
    /// Stances toward the target.
    pub stances: Choices<Stance>,
    /// How sure the machine is of the stance.
    pub sure: Choices<Sureness>,
    /// Who holds the stance: one of these.
    pub by: Choices<HolderKind>,
    /// Who holds the stance: none of these.
    pub not_by: Choices<HolderKind>,
    /// Article or comments.
    pub sections: Choices<Section>,
    /// Words that the paragraph holds, all of them, in any letter case, as typed.
    pub words: String,
}

/// A choice of holder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolderKind {
    /// The writer of the article.
    Article,
    /// The writer of a comment.
    Comments,
    /// Anybody who is quoted or reported, named or not.
    Sources,
    /// This source, by its entity's slug.
    Source(String),
}

/// What a filter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// One for each paragraph: whether it matches.
    pub matches: Vec<bool>,
    /// How many match.
    pub count: usize,
}

impl Filter {
    /// Whether nothing is asked for, so that everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Which paragraphs match.
    #[must_use]
    pub fn apply(&self, reading: &Reading) -> Shown {
        let asked = Asked::of(self, reading);
        let matches: Vec<bool> =
            reading.paragraphs().map(|paragraph| asked.matches(reading, paragraph)).collect();
        let count = matches.iter().filter(|matches| **matches).count();
        Shown { matches, count }
    }

    /// Whether one paragraph matches. For many, [`Filter::apply`] is faster.
    #[must_use]
    pub fn matches(&self, reading: &Reading, paragraph: ParagraphId) -> bool {
        Asked::of(self, reading).matches(reading, paragraph)
    }

    /// The slugs in it that the discussion does not know, each once, in their order.
    #[must_use]
    pub fn unknown(&self, reading: &Reading) -> Vec<&str> {
        let holders = self.by.iter().chain(&self.not_by).filter_map(|holder| match holder {
            HolderKind::Source(slug) => Some(slug),
            _ => None,
        });
        let slugs = self.any.iter().chain(&self.all).chain(&self.not).chain(holders);
        let unknown: Choices<&str> =
            slugs.map(String::as_str).filter(|slug| reading.entity(slug).is_none()).collect();
        unknown.into_iter().collect()
    }
}

/// A filter in the numbers of one reading.
pub(crate) struct Asked {
    /// The entities of `any`, none where it is empty.
    pub(crate) any: Option<Entities>,
    /// The entities of `all` that exist, sorted, each once.
    pub(crate) all: Vec<EntityId>,
    /// An entity of `all` does not exist, so nothing can match.
    pub(crate) impossible: bool,
    pub(crate) not: Entities,
    pub(crate) types: Chosen<EntityType>,
    pub(crate) stances: Chosen<Stance>,
    pub(crate) sure: Chosen<Sureness>,
    pub(crate) sections: Chosen<Section>,
    pub(crate) by: Option<Holders>,
    pub(crate) not_by: Holders,
    pub(crate) words: Words,
    /// Some row must fit even where no entity is named.
    pub(crate) some: bool,
}

impl Asked {
    pub(crate) fn of(filter: &Filter, reading: &Reading) -> Self {
        let known = |slugs: &Choices<String>| -> Vec<EntityId> {
            slugs.iter().filter_map(|slug| reading.entity(slug)).collect()
        };
        let mut all = known(&filter.all);
        discussion::order::sort(&mut all);
        let nothing_named = filter.any.is_empty() && filter.all.is_empty();
        let rows_matter = !filter.types.is_empty()
            || !filter.stances.is_empty()
            || !filter.sure.is_empty()
            || !filter.by.is_empty()
            || !filter.not_by.is_empty();
        Self {
            any: (!filter.any.is_empty()).then(|| Entities::of(known(&filter.any), reading)),
            impossible: all.len() < filter.all.len(),
            all,
            not: Entities::of(known(&filter.not), reading),
            types: Chosen::of(&filter.types),
            stances: Chosen::of(&filter.stances),
            sure: Chosen::of(&filter.sure),
            sections: Chosen::of(&filter.sections),
            by: (!filter.by.is_empty()).then(|| Holders::of(&filter.by, reading)),
            not_by: Holders::of(&filter.not_by, reading),
            words: Words::parse(&filter.words, reading.lowercase()),
            some: nothing_named && rows_matter,
        }
    }

    pub(crate) fn matches(&self, reading: &Reading, paragraph: ParagraphId) -> bool {
        let section = reading.discussion.section(paragraph);
        if !self.sections.has(section) || self.impossible {
            return false;
        }
        let rows = reading.rows_in(paragraph);
        if rows.iter().any(|row| self.not.has(row.target)) {
            return false;
        }
        let fits = |row: &&StanceRow| {
            self.stances.has(row.stance)
                && self.sure.has(Sureness::of(row.score))
                && self.target_fits(row.target, reading)
                && self.holder_fits(row.holder, section)
        };
        let fitting = || rows.iter().filter(fits);
        self.any.as_ref().is_none_or(|any| fitting().any(|row| any.has(row.target)))
            && self.all.iter().all(|entity| fitting().any(|row| row.target == *entity))
            && (!self.some || fitting().next().is_some())
            && self.words_in(reading, paragraph)
    }

    pub(crate) fn words_in(&self, reading: &Reading, paragraph: ParagraphId) -> bool {
        self.words.is_empty() || reading.folded().holds(paragraph.index(), &self.words)
    }

    pub(crate) fn target_fits(&self, target: EntityId, reading: &Reading) -> bool {
        let entity = reading.analysis.entities.get(target.index());
        entity.is_some_and(|entity| self.types.has(entity.kind))
    }

    pub(crate) fn holder_fits(&self, holder: Holder, section: Section) -> bool {
        self.by.as_ref().is_none_or(|by| by.has(holder, section))
            && !self.not_by.has(holder, section)
    }
}

/// A set of entities.
#[derive(Clone, Default)]
pub(crate) struct Entities {
    members: Vec<bool>,
}

impl Entities {
    pub(crate) fn of(members: impl IntoIterator<Item = EntityId>, reading: &Reading) -> Self {
        let mut set = vec![false; reading.analysis.entities.len()];
        for member in members {
            if let Some(slot) = set.get_mut(member.index()) {
                *slot = true;
            }
        }
        Self { members: set }
    }

    pub(crate) fn has(&self, entity: EntityId) -> bool {
        self.members.get(entity.index()).copied().unwrap_or(false)
    }
}

/// The values chosen in a group; where there are none, all count as chosen.
pub(crate) struct Chosen<T> {
    values: Vec<T>,
}

impl<T: Term> Chosen<T> {
    fn of(values: &Choices<T>) -> Self {
        Self { values: values.iter().copied().collect() }
    }

    pub(crate) fn has(&self, value: T) -> bool {
        self.values.is_empty() || self.values.contains(&value)
    }
}

/// A set of holders.
#[derive(Clone, Default)]
pub(crate) struct Holders {
    pub(crate) article: bool,
    pub(crate) comments: bool,
    pub(crate) sources: bool,
    pub(crate) named: Entities,
}

impl Holders {
    fn of(kinds: &Choices<HolderKind>, reading: &Reading) -> Self {
        let named = kinds.iter().filter_map(|kind| match kind {
            HolderKind::Source(slug) => reading.entity(slug),
            _ => None,
        });
        Self {
            article: kinds.contains(&HolderKind::Article),
            comments: kinds.contains(&HolderKind::Comments),
            sources: kinds.contains(&HolderKind::Sources),
            named: Entities::of(named, reading),
        }
    }

    pub(crate) fn has(&self, holder: Holder, section: Section) -> bool {
        match (holder, section) {
            (Holder::Writer, Section::Article) => self.article,
            (Holder::Writer, Section::Comments) => self.comments,
            (Holder::Source(source), _) => self.sources || self.named.has(source),
            (Holder::Unnamed, _) => self.sources,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{
        link,
        sample::{Sample, big},
    };

    /// Two paragraphs of an article and four comments.
    pub(crate) fn sample() -> Reading {
        Sample::new(&["Ada says Bob broke the bridge in Rome.", "It rained."])
            .comment("Bob is a hero, Ada a bore.")
            .comment("Ada, again!")
            .comment("Critics hate Rome, Ada loves it.")
            .comment("I agree.")
            .entity("Ada", EntityType::Person)
            .entity("Bob", EntityType::Person)
            .entity("Rome", EntityType::Place)
            .mention("Ada", 0, "Ada")
            .mention("Bob", 0, "Bob")
            .mention("Rome", 0, "Rome")
            .writer(0, "Ada", Stance::Neutral)
            .writer(0, "Bob", Stance::Neutral)
            .writer(0, "Rome", Stance::Neutral)
            .source(0, "Ada", "Bob", Stance::Critical)
            .mention("Bob", 2, "Bob")
            .mention("Ada", 2, "Ada")
            .writer(2, "Bob", Stance::Supportive)
            .writer(2, "Ada", Stance::Critical)
            .mention("Ada", 3, "Ada")
            .writer(3, "Ada", Stance::Unclear)
            .mention("Rome", 4, "Rome")
            .mention("Ada", 4, "Ada")
            .writer(4, "Rome", Stance::Neutral)
            .writer(4, "Ada", Stance::Neutral)
            .unnamed(4, "Rome", Stance::Critical)
            .source(4, "Ada", "Rome", Stance::Supportive)
            .reading()
    }

    #[test]
    fn shows_what_was_asked_for() {
        let reading = sample();
        let check = |asked: &str, expected: &[usize]| {
            let (view, notes) = link::decode(&format!("#/?{asked}"));
            assert_eq!(notes, []);
            let shown = view.filter.apply(&reading);
            let numbers: Vec<usize> = (0..6).filter(|i| shown.matches[*i]).map(|i| i + 1).collect();
            assert_eq!(numbers, expected, "{asked}");
            assert_eq!(shown.count, expected.len(), "{asked}");
            for paragraph in reading.paragraphs() {
                let matches = view.filter.matches(&reading, paragraph);
                assert_eq!(matches, shown.matches[paragraph.index()], "{asked}");
            }
        };
        check("", &[1, 2, 3, 4, 5, 6]);
        // Entities.
        check("e=bob", &[1, 3]);
        check("e=bob,rome", &[1, 3, 5]);
        check("all=bob,rome", &[1]);
        check("e=bob&all=rome", &[1]);
        check("e=ada,-bob", &[4, 5]);
        check("e=-ada", &[2, 6]);
        check("e=bob,-bob", &[]);
        // Stances, of anybody.
        check("stance=critical", &[1, 3, 5]);
        check("stance=critical,unclear", &[1, 3, 4, 5]);
        check("stance=mixed", &[]);
        check("e=bob&stance=critical", &[1]);
        check("e=bob&stance=supportive,critical", &[1, 3]);
        check("all=ada,bob&stance=supportive,critical", &[3]);
        // Holders.
        check("by=article", &[1]);
        check("by=comments", &[3, 4, 5]);
        check("by=sources", &[1, 5]);
        check("by=source:ada", &[1, 5]);
        check("by=source:bob", &[]);
        check("stance=critical&by=sources", &[1, 5]);
        check("stance=critical&by=source:ada", &[1]);
        check("stance=critical&by=comments", &[3]);
        check("e=ada&stance=critical&by=article", &[]);
        check("e=rome&stance=critical&by=sources,-source:ada", &[5]);
        check("e=rome&stance=supportive&by=sources,-source:ada", &[]);
        check("stance=critical&by=-sources", &[3]);
        check("by=-sources", &[1, 3, 4, 5]);
        check("by=-comments", &[1, 5]);
        // `all` needs a row for each, by any of the holders chosen.
        check("all=ada,rome&by=comments,sources", &[5]);
        check("all=bob,rome&by=source:ada", &[]);
        check("all=bob,rome&by=source:ada,article", &[1]);
        // Types.
        check("type=place", &[1, 5]);
        check("type=place&stance=critical", &[5]);
        check("type=event", &[]);
        check("e=ada&type=place", &[]);
        // Sections and words.
        check("in=comments", &[3, 4, 5, 6]);
        check("in=comments&e=rome", &[5]);
        check("in=article,comments", &[1, 2, 3, 4, 5, 6]);
        check("q=ada", &[1, 3, 4, 5]);
        check("q=%22bob%20is%22", &[3]);
        check("q=ada&e=-bob&in=comments", &[4, 5]);
        // Entities that the discussion does not know.
        check("e=carol", &[]);
        check("e=carol,bob", &[1, 3]);
        check("all=carol,bob", &[]);
        check("e=-carol", &[1, 2, 3, 4, 5, 6]);
        check("by=source:carol", &[]);
        check("by=-source:carol", &[1, 3, 4, 5]);
    }

    #[test]
    fn tells_which_slugs_are_unknown() {
        let (view, _) = link::decode("#/?e=rome,carol,-dora&all=carol&by=source:emil,sources");
        assert_eq!(view.filter.unknown(&sample()), ["carol", "dora", "emil"]);
    }

    #[test]
    fn a_large_text_is_filtered_at_once() {
        let reading = big(10_000, 500, 15_000);
        let (view, _) =
            link::decode("#/?e=entity-1,entity-2,-entity-3&stance=critical&q=bridge%20mayor");
        let start = std::time::Instant::now();
        let _ = view.filter.apply(&reading);
        let first = start.elapsed();
        let start = std::time::Instant::now();
        let shown = view.filter.apply(&reading);
        let time = start.elapsed();
        let start = std::time::Instant::now();
        let worded = Filter::default().with_words("mayor \"never meets on time\"").apply(&reading);
        let words = start.elapsed();
        println!(
            "{} kB: first {first:?}, then {time:?}, words alone {words:?}",
            reading.discussion.text.len() / 1000
        );
        assert_eq!(worded.count, 10_000);
        assert!(shown.count > 0);
        assert!(time.as_millis() < 250, "{time:?} unoptimised");
    }
}
