//! What the writer of a comment expresses toward an entity over a whole paragraph, for the trained
//! model: what its sentences show at each mention of the entity, and the sentences beside these.
//! Commenters judge in the next sentence, by a pronoun or without naming anybody, as often as beside
//! the name.

use discussion::Span;

use super::{
    Scene,
    features::{Feature, key},
    verdicts,
};
use crate::{
    analysis::{EntityId, Evidence, EvidenceRole, MentionId, Polarity},
    grammar::{Parsed, tags::Tag},
    models::{Weights, lexicon::Classes},
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
pub(super) type Trait = (u32, f32, Option<Span>);

/// A word of a sentence that may judge.
struct Told {
    span: Span,
    form: u32,
    /// Its polarity with the negation before it.
    polarity: f32,
    tells: bool,
}

/// A sentence as it is remembered until its paragraph ends.
struct Remembered {
    told: Vec<Told>,
    question: bool,
    entities: Vec<EntityId>,
}

/// A mention as it is remembered until its paragraph ends.
struct Seen {
    entity: EntityId,
    mention: MentionId,
    sentence: usize,
    clause: Span,
    traits: Vec<Trait>,
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
                Some(Evidence { span: span?, role: EvidenceRole::Cue, weight })
            })
            .collect();
        discussion::order::sort_by_key(&mut evidence, |evidence| evidence.span);
        evidence.dedup_by_key(|evidence| evidence.span);
        evidence
    }
}

impl Writing {
    /// Remembers a sentence that the rules have read, with what the model for reports makes of it.
    pub(super) fn add(&mut self, scene: &Scene<'_>, reports: &Weights) {
        let parsed = scene.parsed;
        let sentence = self.sentences.len();
        let tells = |word: Option<u16>| {
            let word = parsed.words.get(usize::from(word?))?;
            word.tag.tells().then_some(word.span)
        };
        let mut entities = Vec::new();
        for (m, placed) in parsed.mentions.iter().enumerate() {
            let Some(entity) = scene.entity(m) else { continue };
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
            let clause = parsed.clauses.get(parsed.clause_at(placed.first));
            self.seen.push(Seen {
                entity,
                mention: MentionId(placed.mention),
                sentence,
                clause: clause.map_or(parsed.span, |clause| parsed.bytes(&clause.words)),
                traits,
            });
        }
        self.sentences.push(Remembered { told: told(parsed), question: parsed.question, entities });
    }

    /// What was seen of every entity, in the order of their numbers.
    pub(super) fn subjects(mut self) -> Vec<Subject> {
        let mut seen = std::mem::take(&mut self.seen);
        discussion::order::sort_by_key(&mut seen, |seen| (seen.entity, seen.mention));
        seen.chunk_by(|a, b| a.entity == b.entity)
            .filter_map(|seen| {
                let first = seen.first()?;
                let (traits, words) = self.traits(seen);
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
                let span = word.tells.then_some(word.span);
                traits.push((key(&[60, word.form]), 0.15, span));
                traits.push((key(&[61, beside, word.form]), 0.15, span));
                if word.polarity != 0.0 {
                    traits.push((key(&[62, place]), word.polarity * 2.0, span));
                    traits.push((key(&[63]), word.polarity * 2.0, span));
                    sum += word.polarity;
                }
            }
            traits.push((key(&[64, place, sign(sum)]), 1.0, None));
            traits.push((key(&[65, place, u32::from(sentence.question)]), 1.0, None));
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
fn told(parsed: &Parsed) -> Vec<Told> {
    let words = parsed.words.iter().enumerate().take(WORDS);
    words
        .filter(|(_, word)| word.tag != Tag::Stop && word.tag != Tag::Name)
        .map(|(i, word)| {
            let negated = (i.saturating_sub(3)..i).any(|j| parsed.is(j, Classes::NEGATOR));
            let sign = if negated { -0.6 } else { 1.0 };
            Told {
                span: word.span,
                form: word.form,
                polarity: word.entry.polarity * sign,
                tells: word.tag.tells(),
            }
        })
        .collect()
}
