//! What the writer of a comment expresses toward an entity over a whole paragraph, for the trained
//! model: what its sentences show at each mention of the entity, and the sentences beside these.
//! Commenters judge in the next sentence, by a pronoun or without naming anybody, as often as beside
//! the name.

use discussion::{Discussion, Span};

use super::{
    Scene,
    features::{Feature, key},
    verdicts,
};
use crate::{
    analysis::{Entity, EntityId, EntityType, Evidence, EvidenceRole, MentionId, Polarity},
    grammar::{Parsed, tags::Tag},
    models::{Models, lexicon::Classes},
};

/// How many sentences before and behind a mention are looked at.
const BESIDE: usize = 3;
/// How many sentences are looked at for one entity in one paragraph.
const MOST: usize = 24;
/// How many words of a sentence are looked at.
const WORDS: usize = 48;
/// How many mentions of one entity are looked at in one paragraph.
const MENTIONS: usize = 12;

/// A feature of an entity in a paragraph, with the words that it stands on, if they tell a reader
/// anything.
pub(super) type Trait = (u32, f32, Option<verdicts::Standing>);

/// What the sentences are read with.
pub(super) struct Reader<'a> {
    pub(super) discussion: &'a Discussion,
    pub(super) models: &'a Models,
    pub(super) entities: &'a [Entity],
}

/// A word of a sentence that may judge.
struct Told {
    span: Span,
    form: u32,
    /// The class of words of like use.
    like: u32,
    /// Its polarity with the negation before it.
    polarity: f32,
    tells: bool,
}

/// A sentence as it is remembered until its paragraph ends.
struct Remembered {
    told: Vec<Told>,
    question: bool,
    entities: Vec<EntityId>,
    /// How often the classes of [`MANNERS`] and marks of excitement and quotation occur, up to two.
    manners: [u32; 8],
    /// What the words say by the weights for reports: for and against.
    sums: [f32; 2],
}

/// A mention as it is remembered until its paragraph ends.
struct Seen {
    entity: EntityId,
    mention: MentionId,
    sentence: usize,
    clause: Span,
    traits: Vec<Trait>,
    /// What the model for reports makes of it: for and against.
    sums: [f32; 2],
}

/// The sentences of one paragraph.
#[derive(Default)]
pub(super) struct Writing {
    sentences: Vec<Remembered>,
    seen: Vec<Seen>,
}

/// An entity in a paragraph, with what the paragraph shows of it.
pub(super) struct Subject {
    pub(super) entity: EntityId,
    /// Its first mention, and the clause of that.
    pub(super) mention: MentionId,
    pub(super) clause: Span,
    pub(super) traits: Vec<Trait>,
    /// The polarity of all words that judge in its sentences and beside them.
    pub(super) words: f32,
}

impl Subject {
    /// The words that speak for a side, as evidence in the order of the text.
    pub(super) fn judging_words(&self, side: Polarity) -> Vec<Evidence> {
        let sign = if side == Polarity::Supportive { 1.0 } else { -1.0 };
        let mut evidence: Vec<Evidence> = self
            .traits
            .iter()
            .filter(|(trait_key, value, _)| *trait_key == key(&[63]) && value * sign > 0.0)
            .filter_map(|&(_, weight, span)| {
                let (span, tells) = span?;
                tells.then_some(Evidence { span, role: EvidenceRole::Cue, weight })
            })
            .collect();
        discussion::order::sort_by_key(&mut evidence, |evidence| evidence.span);
        evidence.dedup_by_key(|evidence| evidence.span);
        evidence
    }
}

impl Writing {
    /// Remembers a sentence that the rules have read, with what the model for reports makes of it.
    pub(super) fn add(&mut self, scene: &Scene<'_>, reader: &Reader<'_>) {
        let parsed = scene.parsed;
        let reports = &reader.models.stance;
        let sentence = self.sentences.len();
        let tells = |word: Option<u16>| {
            let word = parsed.words.get(usize::from(word?))?;
            Some((word.span, word.tag.tells()))
        };
        let mut entities = Vec::new();
        for (m, placed) in parsed.mentions.iter().enumerate() {
            let Some(entity) = scene.entity(m).filter(|_| !scene.speaks(m, reader.discussion))
            else {
                continue;
            };
            entities.push(entity);
            if self.seen.iter().filter(|seen| seen.entity == entity).count() >= MENTIONS {
                continue;
            }
            let mut traits: Vec<Trait> = scene
                .features(m)
                .into_iter()
                .map(|Feature { key, value, word }| (key, value, tells(word)))
                .collect();
            let [pro, contra] = verdicts::sums(reports, traits.iter().map(|t| (t.0, t.1)));
            traits.push((key(&[71]), pro / 2.0, None));
            traits.push((key(&[72]), contra / 2.0, None));
            for (i, word) in parsed.words.iter().enumerate() {
                let (side, distance) = match () {
                    () if i < placed.first => (0, placed.first - i),
                    () if i > placed.last => (1, i - placed.last),
                    () => continue,
                };
                let near = match distance {
                    1..3 => 0,
                    3..6 => 1,
                    6..12 => 2,
                    _ => continue,
                };
                let like = like(reader, word.span);
                let span = Some((word.span, word.tag.tells()));
                traits.push((key(&[89, side, near, like]), 0.5, span));
            }
            let clause = parsed.clauses.get(parsed.clause_at(placed.first));
            self.seen.push(Seen {
                entity,
                mention: MentionId(placed.mention),
                sentence,
                clause: clause.map_or(parsed.span, |clause| parsed.bytes(&clause.words)),
                traits,
                sums: [pro, contra],
            });
        }
        let told = told(parsed, reader);
        let sums = told.iter().fold([0.0; 2], |[pro, contra], word| {
            let key = key(&[15, word.form]);
            [pro + 0.5 * reports.weight(key, 0), contra + 0.5 * reports.weight(key, 1)]
        });
        let manners = manners(parsed, reader.discussion);
        let question = parsed.question;
        self.sentences.push(Remembered { told, question, entities, manners, sums });
    }

    /// What was seen of every entity, in the order of their numbers.
    pub(super) fn subjects(mut self, reader: &Reader<'_>) -> Vec<Subject> {
        let mut seen = std::mem::take(&mut self.seen);
        discussion::order::sort_by_key(&mut seen, |seen| (seen.entity, seen.mention));
        let all = seen;
        all.chunk_by(|a, b| a.entity == b.entity)
            .filter_map(|seen| {
                let first = seen.first()?;
                let (mut traits, words) = self.traits(seen);
                self.standing(reader, seen, &all, &mut traits);
                Some(Subject {
                    entity: first.entity,
                    mention: first.mention,
                    clause: first.clause,
                    traits,
                    words,
                })
            })
            .collect()
    }

    /// What was seen of an entity, and the polarity of all words about.
    fn traits(&self, seen: &[Seen]) -> (Vec<Trait>, f32) {
        let mut traits = Vec::new();
        // Several mentions say more than one, but not so many times more.
        let share = 1.0 / (seen.len() as f32).sqrt();
        for &(key, value, span) in seen.iter().flat_map(|seen| &seen.traits) {
            traits.push((key, value * share, span));
        }
        let mut near: Vec<(usize, u32)> = Vec::new();
        for Seen { sentence, .. } in seen {
            for other in sentence.saturating_sub(BESIDE)..=sentence + BESIDE {
                let beside = match other.cmp(sentence) {
                    std::cmp::Ordering::Equal => 0,
                    std::cmp::Ordering::Less => 1,
                    std::cmp::Ordering::Greater => 2,
                };
                near.push((other, beside));
            }
        }
        discussion::order::sort(&mut near);
        near.dedup_by_key(|(sentence, _)| *sentence);
        near.truncate(MOST);
        let entity = seen.first().map(|seen| seen.entity);
        let (mut all, mut here) = (0.0, 0.0);
        for (number, beside) in near {
            let Some(sentence) = self.sentences.get(number) else { continue };
            let others = sentence.entities.iter().any(|other| Some(*other) != entity);
            let place = beside * 2 + u32::from(others);
            let mut sum = 0.0;
            for word in &sentence.told {
                let span = Some((word.span, word.tells));
                traits.push((key(&[60, word.form]), 0.15, span));
                traits.push((key(&[61, beside, word.form]), 0.15, span));
                traits.push((key(&[74, word.like]), 0.3, span));
                traits.push((key(&[75, beside, word.like]), 0.3, span));
                if word.polarity != 0.0 {
                    traits.push((key(&[62, place]), word.polarity * 2.0, span));
                    traits.push((key(&[63]), word.polarity * 2.0, span));
                    sum += word.polarity;
                }
            }
            traits.push((key(&[64, place, sign(sum)]), 1.0, None));
            traits.push((key(&[65, place, u32::from(sentence.question)]), 1.0, None));
            for (manner, count) in (0u32..).zip(sentence.manners) {
                traits.push((key(&[81, beside, manner]), count as f32 / 2.0, None));
            }
            traits.push((key(&[94, beside]), sentence.sums[0] / 2.0, None));
            traits.push((key(&[95, beside]), sentence.sums[1] / 2.0, None));
            all += sum;
            if beside == 0 {
                here += sum;
            }
        }
        let count = u32::try_from(self.sentences.len().min(6)).unwrap_or(6);
        let mentions = u32::try_from(seen.len().min(4)).unwrap_or(4);
        traits.push((key(&[67, count]), 1.0, None));
        traits.push((key(&[68, mentions]), 1.0, None));
        traits.push((key(&[69, sign(all), sign(here)]), 1.0, None));
        traits.push((key(&[70]), 1.0, None));
        (traits, all)
    }
}

impl Scene<'_> {
    /// Whether a mention only says whose words follow (`Marta: She never …`).
    fn speaks(&self, m: usize, discussion: &Discussion) -> bool {
        self.mention(m).is_some_and(|mention| {
            let paragraph = discussion.paragraphs.get(mention.paragraph.index());
            paragraph.is_some_and(|paragraph| paragraph.span.start == mention.span.start)
                && discussion
                    .text
                    .get(mention.span.end as usize..)
                    .is_some_and(|rest| rest.starts_with(": "))
        })
    }
}

impl Writing {
    /// How an entity stands among the others of the paragraph.
    fn standing(&self, reader: &Reader<'_>, seen: &[Seen], all: &[Seen], traits: &mut Vec<Trait>) {
        let Some(first) = seen.first() else { return };
        let kind = |seen: &Seen| reader.entities.get(seen.entity.index()).map(|entity| entity.kind);
        let number = kind(first).map_or(9, |kind| kind as u32);
        let mut add = |parts: &[u32], value: f32| traits.push((key(parts), value, None));
        let mut others: Vec<EntityId> = all.iter().map(|seen| seen.entity).collect();
        others.dedup();
        let count = u32::try_from(others.len().min(5)).unwrap_or(5);
        let people = all
            .chunk_by(|a, b| a.entity == b.entity)
            .filter(|of| of.first().and_then(kind) == Some(EntityType::Person))
            .count();
        let only = kind(first) == Some(EntityType::Person) && people == 1;
        let often = u32::from(seen.len() > 1) + u32::from(seen.len() > 3);
        add(&[73, number], 1.0);
        add(&[76, number, often], 1.0);
        add(&[77, count], 1.0);
        add(&[78, u32::from(only), often], 1.0);
        let opens = all.iter().all(|other| other.mention >= first.mention);
        let last = self.sentences.len().saturating_sub(1);
        let closes = seen.iter().any(|seen| seen.sentence == last);
        add(&[79, u32::from(opens), u32::from(closes), count.min(3)], 1.0);
        let Some(end) = self.sentences.last() else { return };
        for word in &end.told {
            let span = Some((word.span, word.tells));
            traits.push((key(&[91, word.form]), 0.2, span));
            traits.push((key(&[92, word.like]), 0.3, span));
        }
        let sum: f32 = end.told.iter().map(|word| word.polarity).sum();
        traits.push((key(&[90, sign(sum), u32::from(closes)]), 1.0, None));
        let mean = |seen: &mut dyn Iterator<Item = &Seen>| {
            let (mut sum, mut count) = (0.0, 0.0f32);
            for seen in seen {
                sum += seen.sums[0] - seen.sums[1];
                count += 1.0;
            }
            sum / count.max(1.0)
        };
        let own = mean(&mut seen.iter());
        let rest = mean(&mut all.iter().filter(|seen| seen.entity != first.entity));
        traits.push((key(&[93]), (own - rest) / 3.0, None));
        traits.push((key(&[96]), rest / 3.0, None));
    }
}

/// The class of words of like use that a word belongs to.
fn like(reader: &Reader<'_>, span: Span) -> u32 {
    u32::from(reader.models.words.of(reader.discussion.slice(span)).cluster())
}

/// How the sentence speaks.
fn manners(parsed: &Parsed, discussion: &Discussion) -> [u32; 8] {
    let mut manners = [0; 8];
    const CLASSES: [Classes; 6] = [
        Classes::FIRST_PERSON,
        Classes::SECOND_PERSON,
        Classes::NEGATOR,
        Classes::INTENSIFIER,
        Classes::CONTRAST,
        Classes::CONDITIONAL,
    ];
    for i in 0..parsed.words.len() {
        for (manner, class) in manners.iter_mut().zip(CLASSES) {
            *manner += u32::from(parsed.is(i, class));
        }
        manners[6] += u32::from(parsed.tag(i) == Tag::Quote);
    }
    manners[7] += u32::from(discussion.slice(parsed.span).contains('!'));
    manners.map(|count| count.min(2))
}

/// 0 for nothing, 1 for, 2 against.
fn sign(sum: f32) -> u32 {
    if sum > 0.3 {
        1
    } else if sum < -0.3 {
        2
    } else {
        0
    }
}

/// The words of a sentence that are no names and no stops.
fn told(parsed: &Parsed, reader: &Reader<'_>) -> Vec<Told> {
    let words = parsed.words.iter().enumerate().take(WORDS);
    words
        .filter(|(_, word)| word.tag != Tag::Stop && word.tag != Tag::Name)
        .map(|(i, word)| {
            let negated = (i.saturating_sub(3)..i).any(|j| parsed.is(j, Classes::NEGATOR));
            let sign = if negated { -0.6 } else { 1.0 };
            Told {
                span: word.span,
                form: word.form,
                like: like(reader, word.span),
                polarity: word.entry.polarity * sign,
                tells: word.tag.tells(),
            }
        })
        .collect()
}
