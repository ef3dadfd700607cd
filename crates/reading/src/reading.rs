//! The reading: a discussion with its analysis, and the look-ups that everything else needs.

use std::{
    cmp::Reverse,
    ops::Range,
    sync::{Arc, OnceLock},
};

use discussion::{Discussion, ParagraphId, Section};
use engine::{
    Analysis, Entity, EntityId, Holder, Mention, MentionId, Opinion, Stance, StanceRow, Tier,
};

use crate::{
    corrections::{ByReader, Corrected},
    words::{Folded, Lowercase},
};

/// A discussion as read, ready to be filtered and shown.
///
/// What it holds is consistent: see [`Reading::new`]. A clone copies the text; hold it behind a
/// shared pointer where it is passed around.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The text.
    pub discussion: Discussion,
    /// What the engine says of it.
    pub analysis: Analysis,
    /// What of it the reader made; empty in the machine's own reading.
    pub by_reader: ByReader,
    places: Places,
    folded: OnceLock<Arc<Folded>>,
    lowercase: Lowercase,
}

/// What stands in which paragraph: for each of them a range of the lists beside.
#[derive(Clone, Debug, Default)]
struct Places {
    mentions: Vec<MentionId>,
    mentions_of: Vec<Range<u32>>,
    opinions: Vec<u32>,
    opinions_of: Vec<Range<u32>>,
    rows_of: Vec<Range<u32>>,
    /// Entities in the order of their slugs.
    by_slug: Vec<EntityId>,
    /// How often each entity is mentioned.
    counts: Vec<usize>,
}

/// Readings are equal when text and analysis are; the look-ups follow from them.
impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        self.discussion == other.discussion && self.analysis == other.analysis
    }
}

impl Reading {
    /// Takes both together and builds the look-ups once.
    ///
    /// Whatever the analysis says, the reading is consistent. Stance rows are sorted by paragraph,
    /// holder and target and stand alone there; those of paragraphs or entities that do not exist
    /// and those of sources without an opinion are dropped; and where a paragraph mentions an entity
    /// without a row for its writer, one is added that abstains. Mentions and opinions stay as they are, since others refer to them by
    /// number, but look-ups pass over those of paragraphs or entities that do not exist.
    #[must_use]
    pub fn new(discussion: Discussion, mut analysis: Analysis, lowercase: Lowercase) -> Self {
        complete(&discussion, &mut analysis);
        let places = Places::of(&discussion, &analysis);
        let by_reader = ByReader::default();
        Self { discussion, analysis, by_reader, places, folded: OnceLock::new(), lowercase }
    }

    /// The reader's reading.
    #[must_use]
    pub fn corrected(corrected: Corrected, lowercase: Lowercase) -> Self {
        let Corrected { discussion, analysis, by_reader, .. } = corrected;
        Self { by_reader, ..Self::new(discussion, analysis, lowercase) }
    }

    /// Whether the reader made a mention, or said what its entity is, or where the paragraph's
    /// writer stands on it.
    #[must_use]
    pub fn is_by_reader(&self, id: MentionId, mention: &Mention) -> bool {
        let said = |by: &[bool], at: usize| by.get(at).copied().unwrap_or(false);
        let rows = self.rows_in(mention.paragraph);
        let judged = |row: &StanceRow| row.target == mention.entity && row.tier == Tier::Reader;
        said(&self.by_reader.mentions, id.index())
            || said(&self.by_reader.entities, mention.entity.index())
            || rows.iter().any(judged)
    }

    /// The entity with a slug.
    #[must_use]
    pub fn entity(&self, slug: &str) -> Option<EntityId> {
        let entities = &self.analysis.entities;
        let slug_of = |id: &EntityId| entities.get(id.index()).map_or("", |e| e.slug.as_str());
        let found = self.places.by_slug.binary_search_by(|id| slug_of(id).cmp(slug)).ok()?;
        self.places.by_slug.get(found).copied()
    }

    /// The slug of an entity; empty where there is no such entity.
    #[must_use]
    pub fn slug(&self, entity: EntityId) -> &str {
        self.analysis.entities.get(entity.index()).map_or("", |entity| entity.slug.as_str())
    }

    /// The name of an entity; empty where there is no such entity.
    #[must_use]
    pub fn name(&self, entity: EntityId) -> &str {
        self.analysis.entities.get(entity.index()).map_or("", |entity| entity.name.as_str())
    }

    /// All entities with their numbers, in the order of their first mention.
    pub fn entities(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        self.analysis.entities.iter().zip(0..).map(|(entity, i)| (EntityId(i), entity))
    }

    /// All paragraphs by number.
    pub fn paragraphs(&self) -> impl Iterator<Item = ParagraphId> + use<> {
        (0..count_u32(self.discussion.paragraphs.len())).map(ParagraphId)
    }

    /// How often an entity is mentioned.
    #[must_use]
    pub fn mention_count(&self, entity: EntityId) -> usize {
        self.places.counts.get(entity.index()).copied().unwrap_or(0)
    }

    /// The place of an entity where the most mentioned come first, then by name: sorts by this.
    #[must_use]
    pub fn rank(&self, entity: EntityId) -> (Reverse<usize>, &str, EntityId) {
        (Reverse(self.mention_count(entity)), self.name(entity), entity)
    }

    /// The mentions in a paragraph, in the order of the text, an outer before an inner one.
    pub fn mentions_in(
        &self,
        paragraph: ParagraphId,
    ) -> impl Iterator<Item = (MentionId, &Mention)> {
        part(&self.places.mentions, self.places.mentions_of.get(paragraph.index()))
            .iter()
            .filter_map(|id| Some((*id, self.analysis.mentions.get(id.index())?)))
    }

    /// The stances expressed in a paragraph, by holder and target: the writer's first, one on
    /// every entity mentioned; then those of sources, where an opinion was found.
    #[must_use]
    pub fn rows_in(&self, paragraph: ParagraphId) -> &[StanceRow] {
        part(&self.analysis.stances, self.places.rows_of.get(paragraph.index()))
    }

    /// What the writer of a paragraph expresses in it toward an entity; none where the paragraph
    /// does not mention it.
    #[must_use]
    pub fn writer_stance(&self, paragraph: ParagraphId, entity: EntityId) -> Option<Stance> {
        let rows = self.rows_in(paragraph);
        let found = rows.binary_search_by_key(&(Holder::Writer, entity), |r| (r.holder, r.target));
        rows.get(found.ok()?).map(|row| row.stance)
    }

    /// The opinions in a paragraph, the writer's and those of sources, in the order of the text.
    pub fn opinions_in(&self, paragraph: ParagraphId) -> impl Iterator<Item = &Opinion> {
        part(&self.places.opinions, self.places.opinions_of.get(paragraph.index()))
            .iter()
            .filter_map(|i| self.analysis.opinions.get(*i as usize))
    }

    /// The opinions in a paragraph toward an entity, the writer's and those of sources.
    pub fn opinions_on(
        &self,
        paragraph: ParagraphId,
        entity: EntityId,
    ) -> impl Iterator<Item = &Opinion> {
        self.opinions_in(paragraph).filter(move |opinion| opinion.target == entity)
    }

    /// The number of paragraphs in a section.
    #[must_use]
    pub fn paragraph_count(&self, section: Section) -> usize {
        self.paragraphs().filter(|paragraph| self.discussion.section(*paragraph) == section).count()
    }

    /// The text as searches see it, made when the first search asks for it.
    /// How letters become small ones in searches.
    pub(crate) fn lowercase(&self) -> Lowercase {
        self.lowercase
    }

    pub(crate) fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| {
            let paragraphs = self.discussion.paragraphs.iter();
            Arc::new(Folded::of(paragraphs.map(|p| self.discussion.slice(p.span)), self.lowercase))
        })
    }
}

/// Sorts the stance rows, drops those that refer to nothing, and adds those that are missing.
fn complete(discussion: &Discussion, analysis: &mut Analysis) {
    let (paragraphs, entities) = (discussion.paragraphs.len(), analysis.entities.len());
    let rows = &mut analysis.stances;
    let key = |row: &StanceRow| (row.paragraph, row.holder, row.target);
    let mut said: Vec<_> =
        analysis.opinions.iter().map(|o| (o.paragraph, o.holder, o.target)).collect();
    discussion::order::sort(&mut said);
    rows.retain(|row| {
        row.paragraph.index() < paragraphs
            && row.target.index() < entities
            && !matches!(row.holder, Holder::Source(source) if source.index() >= entities)
            && (row.holder == Holder::Writer || said.binary_search(&key(row)).is_ok())
    });
    discussion::order::sort_by_key(rows, key);
    rows.dedup_by_key(|row| key(row));
    let mut mentioned: Vec<_> = analysis
        .mentions
        .iter()
        .filter(|m| m.paragraph.index() < paragraphs && m.entity.index() < entities)
        .map(|m| (m.paragraph, Holder::Writer, m.entity))
        .collect();
    discussion::order::sort(&mut mentioned);
    mentioned.dedup();
    mentioned.retain(|pair| rows.binary_search_by_key(pair, key).is_err());
    if mentioned.is_empty() {
        return;
    }
    rows.extend(mentioned.into_iter().map(|(paragraph, holder, target)| StanceRow {
        paragraph,
        holder,
        target,
        stance: Stance::Unclear,
        score: 0.0,
        tier: Tier::Quick,
    }));
    discussion::order::sort_by_key(rows, key);
}

impl Places {
    fn of(discussion: &Discussion, analysis: &Analysis) -> Self {
        let (paragraphs, entities) = (discussion.paragraphs.len(), analysis.entities.len());
        let mut counts = vec![0; entities];
        let mut mentions = Vec::with_capacity(analysis.mentions.len());
        for (mention, id) in analysis.mentions.iter().zip(0..) {
            if let Some(count) = counts.get_mut(mention.entity.index())
                && mention.paragraph.index() < paragraphs
            {
                *count += 1;
                let place = (mention.paragraph, mention.span.start, Reverse(mention.span.end));
                mentions.push((place, MentionId(id)));
            }
        }
        discussion::order::sort(&mut mentions);
        let mentions_of =
            ranges(paragraphs, mentions.iter().map(|((paragraph, ..), _)| *paragraph));
        let mut opinions: Vec<_> = analysis
            .opinions
            .iter()
            .zip(0..)
            .filter(|(o, _)| o.paragraph.index() < paragraphs && o.target.index() < entities)
            .map(|(o, i)| (o.paragraph, o.span, i))
            .collect();
        discussion::order::sort(&mut opinions);
        let mut by_slug: Vec<_> = (0..count_u32(entities)).map(EntityId).collect();
        discussion::order::sort_by_key(&mut by_slug, |id| {
            analysis.entities.get(id.index()).map(|e| e.slug.as_str())
        });
        Self {
            mentions_of,
            mentions: mentions.into_iter().map(|(_, id)| id).collect(),
            opinions_of: ranges(paragraphs, opinions.iter().map(|(paragraph, ..)| *paragraph)),
            opinions: opinions.into_iter().map(|(.., i)| i).collect(),
            rows_of: ranges(paragraphs, analysis.stances.iter().map(|row| row.paragraph)),
            by_slug,
            counts,
        }
    }
}

/// Where each paragraph's items lie in a list that is sorted by paragraph.
fn ranges(paragraphs: usize, items: impl Iterator<Item = ParagraphId>) -> Vec<Range<u32>> {
    let mut ranges = vec![0..0; paragraphs];
    for (paragraph, i) in items.zip(0_u32..) {
        if let Some(range) = ranges.get_mut(paragraph.index()) {
            if range.start == range.end {
                *range = i..i + 1;
            } else {
                range.end = i + 1;
            }
        }
    }
    ranges
}

fn part<'a, T>(items: &'a [T], range: Option<&Range<u32>>) -> &'a [T] {
    range.and_then(|range| items.get(range.start as usize..range.end as usize)).unwrap_or(&[])
}

fn count_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Sample, row};

    #[test]
    fn looks_up_by_paragraph_and_slug() {
        let reading = Sample::new(&["Ada met Bob.", "Nobody.", "Bob sang."])
            .mention("Ada", 0, "Ada")
            .mention("Bob", 0, "Bob")
            .mention("Bob", 2, "Bob")
            .writer(0, "Ada", Stance::Neutral)
            .writer(0, "Bob", Stance::Supportive)
            .writer(2, "Bob", Stance::Critical)
            .reading();
        let bob = reading.entity("bob").unwrap();
        assert_eq!(reading.name(bob), "Bob");
        assert_eq!(reading.entity("carol"), None);
        assert_eq!(reading.mention_count(bob), 2);
        let texts = |p| -> Vec<&str> {
            reading
                .mentions_in(ParagraphId(p))
                .map(|(_, m)| reading.discussion.slice(m.span))
                .collect()
        };
        assert_eq!(texts(0), ["Ada", "Bob"]);
        assert_eq!(texts(1), [""; 0]);
        assert_eq!(texts(9), [""; 0]);
        assert_eq!(reading.writer_stance(ParagraphId(2), bob), Some(Stance::Critical));
        assert_eq!(reading.writer_stance(ParagraphId(1), bob), None);
    }

    #[test]
    fn completes_the_rows() {
        let reading = Sample::new(&["Ada met Bob."])
            .mention("Ada", 0, "Ada")
            .mention("Bob", 0, "Bob")
            .writer(0, "Bob", Stance::Supportive)
            .writer(0, "Bob", Stance::Critical)
            .reading();
        let stances: Vec<_> =
            reading.rows_in(ParagraphId(0)).iter().map(|r| (r.target, r.stance)).collect();
        assert_eq!(
            stances,
            [(EntityId(0), Stance::Unclear), (EntityId(1), Stance::Supportive)],
            "an entity without a row is unclear, the first of two rows counts"
        );
    }

    #[test]
    fn a_source_without_an_opinion_has_no_row() {
        let (discussion, mut analysis) = Sample::new(&["Ada met Bob."])
            .mention("Ada", 0, "Ada")
            .mention("Bob", 0, "Bob")
            .source(0, "Ada", "Bob", Stance::Critical)
            .parts();
        analysis.stances.push(row(0, Holder::Unnamed, 0, Stance::Unclear));
        let reading = Reading::new(discussion, analysis, Lowercase::STANDARD);
        let holders: Vec<_> = reading.rows_in(ParagraphId(0)).iter().map(|r| r.holder).collect();
        assert_eq!(holders, [Holder::Writer, Holder::Writer, Holder::Source(EntityId(0))]);
    }

    #[test]
    fn numbers_that_refer_to_nothing_do_no_harm() {
        let sample = Sample::new(&["Ada."]).mention("Ada", 0, "Ada");
        let (discussion, mut analysis) = sample.parts();
        let mut lost = analysis.mentions[0].clone();
        lost.entity = EntityId(77);
        analysis.mentions.push(lost.clone());
        lost.entity = EntityId(0);
        lost.paragraph = ParagraphId(u32::MAX);
        analysis.mentions.push(lost);
        analysis.stances = vec![
            row(0, Holder::Writer, 99, Stance::Critical),
            row(9, Holder::Writer, 0, Stance::Critical),
            row(0, Holder::Source(EntityId(5)), 0, Stance::Critical),
        ];
        let reading = Reading::new(discussion, analysis, Lowercase::STANDARD);
        assert_eq!(reading.mentions_in(ParagraphId(0)).count(), 1);
        assert_eq!(reading.rows_in(ParagraphId(0)).len(), 1);
        assert_eq!(reading.analysis.stances.len(), 1);
        assert_eq!(reading.name(EntityId(77)), "");
        assert_eq!(Reading::default().rows_in(ParagraphId(0)), []);
    }
}
