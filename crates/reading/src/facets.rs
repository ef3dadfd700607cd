//! Facets: every choice that a filter offers, with the number of paragraphs that would match if it
//! were the only one chosen in its group and all other groups stayed as they are.
//!
//! Two groups have more than chosen and not chosen. An entity's count is that of "any": as if
//! `any` held it alone, `all` and the rest of `not` staying. A holder's count is as if `by` held it
//! alone, the rest of `not_by` staying.

use std::cmp::Reverse;

use discussion::Section;
use engine::{EntityId, EntityType, Holder, Stance, StanceRow};

use crate::{
    filter::{Asked, Filter, HolderKind},
    reading::Reading,
    sureness::Sureness,
    term::Term,
};

/// One choice and how many paragraphs it would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// The choice.
    pub value: T,
    /// Paragraphs.
    pub count: usize,
}

/// The choices of each group. Only those that occur in the discussion are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Most mentioned first, then by name.
    pub entities: Vec<Choice<EntityId>>,
    /// In the order of the type.
    pub types: Vec<Choice<EntityType>>,
    /// All five, also those with none.
    pub stances: Vec<Choice<Stance>>,
    /// All three, also those with none.
    pub sure: Vec<Choice<Sureness>>,
    /// Article, comments, any source, then single sources, those with most stances first.
    pub holders: Vec<Choice<HolderKind>>,
    /// Those that exist.
    pub sections: Vec<Choice<Section>>,
}

impl Facets {
    /// Counts every choice under a filter, in one pass over the stance rows.
    #[must_use]
    pub fn count(reading: &Reading, filter: &Filter) -> Self {
        let asked = Asked::of(filter, reading);
        let mut counts = Counts::new(reading, &asked);
        for paragraph in reading.paragraphs() {
            let section = reading.discussion.section(paragraph);
            let rows = reading.rows_in(paragraph);
            counts.note_choices(rows, section);
            if !asked.impossible && asked.words_in(reading, paragraph) {
                counts.add_paragraph(rows, section);
            }
        }
        counts.finish()
    }
}

/// A filter with one group replaced by one choice, as one bit of a mask: all such filters are
/// looked at together.
type Variants = u32;

/// The filter as it is.
const AS_IS: Variants = 1;
/// The first of the types; the others follow.
const TYPES: u32 = 1;
/// The first of the stances.
const STANCES: u32 = TYPES + EntityType::ALL.len() as u32;
/// The first of the steps of sureness.
const SURE: u32 = STANCES + Stance::ALL.len() as u32;
/// Article, comments, any source.
const HOLDERS: u32 = SURE + Sureness::ALL.len() as u32;
/// All of them.
const COUNT: usize = HOLDERS as usize + 3;

struct Counts<'a> {
    reading: &'a Reading,
    asked: &'a Asked,
    /// For each variant, how many rows offer its choice, and how many paragraphs it shows.
    offered: [usize; COUNT],
    shown: [usize; COUNT],
    sections: [Option<usize>; Section::ALL.len()],
    entities: Vec<usize>,
    /// For each entity as a source, its rows and the paragraphs that it shows.
    sources: Vec<(usize, usize)>,
    /// For each entity of `all`, the variants in which a row on it fits; for one paragraph.
    all: Vec<Variants>,
    /// The entities with a fitting row, each once; for one paragraph.
    fitting: Vec<EntityId>,
}

impl<'a> Counts<'a> {
    fn new(reading: &'a Reading, asked: &'a Asked) -> Self {
        let entities = reading.analysis.entities.len();
        Self {
            reading,
            asked,
            offered: [0; COUNT],
            shown: [0; COUNT],
            sections: [None; Section::ALL.len()],
            entities: vec![0; entities],
            sources: vec![(0, 0); entities],
            all: vec![0; asked.all.len()],
            fitting: Vec::new(),
        }
    }

    /// Notes which choices there are.
    fn note_choices(&mut self, rows: &[StanceRow], section: Section) {
        self.sections[section as usize].get_or_insert_default();
        for row in rows {
            self.offered[(HOLDERS + holder_group(row.holder, section)) as usize] += 1;
            if let Some(kind) = self.kind_of(row.target) {
                self.offered[(TYPES + kind as u32) as usize] += 1;
            }
            if let Some((rows, _)) = named(&mut self.sources, row.holder) {
                *rows += 1;
            }
        }
    }

    fn kind_of(&self, entity: EntityId) -> Option<EntityType> {
        self.reading.analysis.entities.get(entity.index()).map(|entity| entity.kind)
    }

    /// Counts a paragraph, which holds the words asked for, for all choices that show it.
    fn add_paragraph(&mut self, rows: &[StanceRow], section: Section) {
        let mut excluded = rows.iter().map(|row| row.target).filter(|e| self.asked.not.has(*e));
        let one_excluded = excluded.next();
        if excluded.any(|entity| Some(entity) != one_excluded) {
            return;
        }
        let (mut any, mut some) = (0, 0);
        self.all.fill(0);
        self.fitting.clear();
        for row in rows {
            let fits = self.variants(row, section);
            some |= fits;
            if self.asked.any.as_ref().is_some_and(|any| any.has(row.target)) {
                any |= fits;
            }
            if let Ok(i) = self.asked.all.binary_search(&row.target) {
                self.all[i] |= fits;
            }
            if fits & AS_IS != 0 {
                self.fitting.push(row.target);
            }
        }
        let all = self.all.iter().fold(!0, |all, fits| all & fits);
        let in_section = self.asked.sections.has(section);
        if in_section && all & AS_IS != 0 {
            self.add_to_entities(one_excluded);
        }
        if one_excluded.is_some() {
            return;
        }
        let mut shown = all;
        if self.asked.any.is_some() {
            shown &= any;
        } else if self.all.is_empty() {
            shown &= if self.asked.some { some } else { some | AS_IS };
        }
        if shown & AS_IS != 0
            && let Some(count) = &mut self.sections[section as usize]
        {
            *count += 1;
        }
        if in_section {
            for (variant, count) in self.shown.iter_mut().enumerate() {
                *count += usize::from(shown >> variant & 1 != 0);
            }
            self.add_to_sources(rows);
        }
    }

    /// The variants in which a row fits.
    fn variants(&self, row: &StanceRow, section: Section) -> Variants {
        let asked = self.asked;
        let Some(kind) = self.kind_of(row.target) else { return 0 };
        let type_fits = asked.types.has(kind);
        let stance_fits = asked.stances.has(row.stance);
        let sureness = Sureness::of(row.score);
        let sure_fits = asked.sure.has(sureness);
        let holder_fits = asked.holder_fits(row.holder, section);
        let group = holder_group(row.holder, section);
        // As one of its group the holder is chosen, so it is not excluded by the group's name.
        let group_fits = !matches!(row.holder, Holder::Source(s) if asked.not_by.named.has(s));
        [
            (AS_IS, type_fits && stance_fits && sure_fits && holder_fits),
            (1 << (TYPES + kind as u32), stance_fits && sure_fits && holder_fits),
            (1 << (STANCES + row.stance as u32), type_fits && sure_fits && holder_fits),
            (1 << (SURE + sureness as u32), type_fits && stance_fits && holder_fits),
            (1 << (HOLDERS + group), type_fits && stance_fits && sure_fits && group_fits),
        ]
        .into_iter()
        .fold(0, |fits, (bit, fitting)| if fitting { fits | bit } else { fits })
    }

    /// Each entity with a fitting row, alone in `any`, shows the paragraph, unless an entity other
    /// than itself is excluded.
    fn add_to_entities(&mut self, excluded: Option<EntityId>) {
        discussion::order::sort(&mut self.fitting);
        self.fitting.dedup();
        for entity in self.fitting.iter().filter(|e| excluded.is_none_or(|not| not == **e)) {
            if let Some(count) = self.entities.get_mut(entity.index()) {
                *count += 1;
            }
        }
    }

    /// Each named source, alone in `by`; its rows stand together.
    fn add_to_sources(&mut self, rows: &[StanceRow]) {
        let asked = self.asked;
        if asked.not_by.sources {
            return;
        }
        for rows in rows.chunk_by(|one, next| one.holder == next.holder) {
            let Some(&StanceRow { holder: holder @ Holder::Source(_), .. }) = rows.first() else {
                continue;
            };
            // Whether it is excluded by its name does not count, since it is chosen by its name.
            let fits = |row: &&StanceRow| {
                asked.stances.has(row.stance)
                    && asked.sure.has(Sureness::of(row.score))
                    && asked.target_fits(row.target, self.reading)
            };
            let fitting = || rows.iter().filter(fits).map(|row| row.target);
            let all = fitting().filter(|e| asked.all.binary_search(e).is_ok()).count();
            let shown = match &asked.any {
                _ if all < asked.all.len() => false,
                Some(any) => fitting().any(|entity| any.has(entity)),
                None => fitting().next().is_some(),
            };
            if shown && let Some((_, paragraphs)) = named(&mut self.sources, holder) {
                *paragraphs += 1;
            }
        }
    }

    fn finish(self) -> Facets {
        let reading = self.reading;
        let mut entities: Vec<_> = reading
            .entities()
            .zip(&self.entities)
            .map(|((value, _), count)| Choice { value, count: *count })
            .collect();
        discussion::order::sort_by_key(&mut entities, |choice| reading.rank(choice.value));
        let mut sources: Vec<_> = reading
            .entities()
            .zip(&self.sources)
            .filter(|(_, (rows, _))| *rows > 0)
            .map(|((id, entity), (rows, count))| (Reverse(*rows), reading.rank(id), entity, *count))
            .collect();
        discussion::order::sort_by_key(&mut sources, |(rows, rank, ..)| (*rows, *rank));
        let groups = [HolderKind::Article, HolderKind::Comments, HolderKind::Sources];
        let holders = groups
            .into_iter()
            .zip(HOLDERS as usize..)
            .filter(|(_, variant)| self.offered[*variant] > 0)
            .map(|(value, variant)| Choice { value, count: self.shown[variant] })
            .chain(sources.into_iter().map(|(.., entity, count)| Choice {
                value: HolderKind::Source(entity.slug.clone()),
                count,
            }))
            .collect();
        Facets {
            entities,
            types: choices(TYPES)
                .filter(|(_, variant)| self.offered[*variant] > 0)
                .map(|(value, variant)| Choice { value, count: self.shown[variant] })
                .collect(),
            stances: choices(STANCES)
                .map(|(value, variant)| Choice { value, count: self.shown[variant] })
                .collect(),
            sure: choices(SURE)
                .map(|(value, variant)| Choice { value, count: self.shown[variant] })
                .collect(),
            holders,
            sections: choices(0)
                .filter_map(|(value, i)| Some(Choice { value, count: self.sections[i]? }))
                .collect(),
        }
    }
}

/// The values of a group with the variants that choose them.
fn choices<T: Term>(first: u32) -> impl Iterator<Item = (T, usize)> {
    T::ALL.iter().copied().zip(first as usize..)
}

/// Article, comments, sources.
fn holder_group(holder: Holder, section: Section) -> u32 {
    match (holder, section) {
        (Holder::Writer, Section::Article) => 0,
        (Holder::Writer, Section::Comments) => 1,
        (Holder::Source(_) | Holder::Unnamed, _) => 2,
    }
}

fn named<T>(items: &mut [T], holder: Holder) -> Option<&mut T> {
    match holder {
        Holder::Source(source) => items.get_mut(source.index()),
        Holder::Writer | Holder::Unnamed => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::choices::Choices;

    use super::*;
    use crate::{
        filter::tests::sample,
        sample::big,
        view::tests::{filters, readings},
    };
    use proptest::prelude::*;

    /// Each count again, by filtering.
    fn check(reading: &Reading, filter: &Filter) {
        let facets = Facets::count(reading, filter);
        let count = |changed: Filter| changed.apply(reading).count;
        for Choice { value, count: counted } in &facets.entities {
            let slug = reading.slug(*value).to_owned();
            let mut changed = filter.clone();
            changed.not.remove(&slug);
            changed.any = Choices::from([slug]);
            assert_eq!(*counted, count(changed), "{value:?} under {filter:?}");
        }
        for Choice { value, count: counted } in &facets.types {
            let changed = Filter { types: Choices::from([*value]), ..filter.clone() };
            assert_eq!(*counted, count(changed), "{value:?} under {filter:?}");
        }
        for Choice { value, count: counted } in &facets.stances {
            let changed = Filter { stances: Choices::from([*value]), ..filter.clone() };
            assert_eq!(*counted, count(changed), "{value:?} under {filter:?}");
        }
        for Choice { value, count: counted } in &facets.sure {
            let changed = Filter { sure: Choices::from([*value]), ..filter.clone() };
            assert_eq!(*counted, count(changed), "{value:?} under {filter:?}");
        }
        for Choice { value, count: counted } in &facets.sections {
            let changed = Filter { sections: Choices::from([*value]), ..filter.clone() };
            assert_eq!(*counted, count(changed), "{value:?} under {filter:?}");
        }
        for Choice { value, count: counted } in &facets.holders {
            let mut changed = filter.clone();
            changed.not_by.remove(value);
            changed.by = Choices::from([value.clone()]);
            assert_eq!(*counted, count(changed), "{value:?} under {filter:?}");
        }
    }

    #[test]
    fn lists_what_occurs_in_order() {
        let reading = sample();
        let facets = Facets::count(&reading, &Filter::default());
        let entities: Vec<_> =
            facets.entities.iter().map(|c| (reading.slug(c.value), c.count)).collect();
        assert_eq!(entities, [("ada", 4), ("bob", 2), ("rome", 2)]);
        let types: Vec<_> = facets.types.iter().map(|c| (c.value, c.count)).collect();
        assert_eq!(types, [(EntityType::Person, 4), (EntityType::Place, 2)]);
        let stances: Vec<_> = facets.stances.iter().map(|c| c.count).collect();
        assert_eq!(stances, [2, 3, 0, 2, 1]);
        let holders: Vec<_> = facets.holders.iter().map(|c| (c.value.clone(), c.count)).collect();
        assert_eq!(
            holders,
            [
                (HolderKind::Article, 1),
                (HolderKind::Comments, 3),
                (HolderKind::Sources, 2),
                (HolderKind::Source("ada".to_owned()), 2),
            ]
        );
        let sections: Vec<_> = facets.sections.iter().map(|c| (c.value, c.count)).collect();
        assert_eq!(sections, [(Section::Article, 2), (Section::Comments, 4)]);
        assert_eq!(Facets::count(&Reading::default(), &Filter::default()).entities, []);
    }

    #[test]
    fn a_large_text_is_counted_at_once() {
        let reading = big(10_000, 500, 15_000);
        let start = std::time::Instant::now();
        let facets = Facets::count(&reading, &Filter::default());
        let time = start.elapsed();
        println!("{time:?}");
        assert_eq!(facets.entities.len(), 500);
        assert!(time.as_millis() < 500, "{time:?} unoptimised");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn counts_are_what_filtering_gives(reading in readings(), filter in filters()) {
            check(&reading, &filter);
        }
    }
}
