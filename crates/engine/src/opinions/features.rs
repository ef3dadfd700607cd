//! Features of a mention in its sentence, for the trained model: the words around it by their place,
//! the verbs that it is subject or object of, words that judge with their negation, and the signals
//! that the rules found. Names are masked, so that no opinion is learnt about anybody in particular.

use super::{Scene, relations::Side};
use crate::{
    analysis::{EvidenceRole, Holder, MentionKind},
    grammar::{phrases, phrases::Place, tags::Tag},
    models::{
        keys,
        lexicon::{Classes, VerbKind},
    },
};

/// One feature: its hashed key, its value, and the word that it stands on, if any.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Feature {
    pub(crate) key: u32,
    pub(crate) value: f32,
    pub(crate) word: Option<u16>,
}

/// How far words are looked at, in words.
const REACH: usize = 12;
/// What counts as the sentence, in words around the mention.
const SENTENCE: usize = 48;
/// Stands for any name.
const NAME: u32 = 1;
/// Stands for the target itself.
const TARGET: u32 = 2;

/// The key of some numbers.
pub(super) fn key(parts: &[u32]) -> u32 {
    let hash = keys::of_numbers(parts.iter().copied());
    #[allow(clippy::cast_possible_truncation, reason = "the upper half is mixed best")]
    let key = (((hash >> 32) as u32 ^ (hash as u32)) & 0x00ff_ffff) | (parts[0] << 24);
    key
}

impl Scene<'_> {
    /// The features of a mention, after the rules have read the sentence.
    pub(super) fn features(&self, m: usize) -> Vec<Feature> {
        let mut features = Vec::with_capacity(160);
        let Some(placed) = self.parsed.mentions.get(m) else { return features };
        let (first, last) = (placed.first, placed.last);
        self.words(m, first, last, &mut features);
        self.polarities(first, last, &mut features);
        self.roles(m, &mut features);
        self.signalled(m, &mut features);
        self.circumstances(m, placed.kind, first, &mut features);
        features
    }

    /// The identity of a word: its form, or that it is a name.
    fn identity(&self, i: usize, first: usize, last: usize) -> u32 {
        match self.parsed.words.get(i) {
            _ if (first..=last).contains(&i) => TARGET,
            Some(word) if word.mention.is_some() && word.tag == Tag::Name => NAME,
            Some(word) => word.form,
            None => 0,
        }
    }

    fn words(&self, m: usize, first: usize, last: usize, features: &mut Vec<Feature>) {
        let parsed = self.parsed;
        let clause = parsed.clause_at(first);
        let from = first.saturating_sub(REACH);
        let to = (last + 1 + REACH).min(parsed.words.len());
        let kind = parsed.mentions.get(m).map_or(0, |placed| placed.kind as u32);
        for i in from..to {
            if (first..=last).contains(&i) {
                continue;
            }
            let (side, distance) = if i < first { (0, first - i) } else { (1, i - last) };
            let near = match distance {
                1 => 1,
                2 => 2,
                3 => 3,
                4..6 => 4,
                6..9 => 5,
                _ => 6,
            };
            let word = u16::try_from(i).ok();
            let id = self.identity(i, first, last);
            let mut add =
                |parts: &[u32]| features.push(Feature { key: key(parts), value: 1.0, word });
            add(&[10, side, near, id]);
            if distance < 3 {
                add(&[11, side, near, id, kind]);
            }
            let same = parsed.clause_at(i) == clause;
            add(&[12, u32::from(same), side, id]);
            let next = i + 1;
            if next < to && next != first {
                let following = self.identity(next, first, last);
                add(&[13, u32::from(distance < 5), side, id, following]);
            }
            if next + 1 < to && distance < 6 {
                let two = self.identity(next, first, last);
                let three = self.identity(next + 1, first, last);
                add(&[14, side, id, two, three]);
            }
        }
        for i in first.saturating_sub(SENTENCE)..(last + SENTENCE).min(parsed.words.len()) {
            if parsed.words.get(i).is_some_and(|word| word.tag != Tag::Stop) {
                let word = u16::try_from(i).ok();
                let id = self.identity(i, first, last);
                features.push(Feature { key: key(&[15, id]), value: 0.5, word });
            }
        }
    }

    /// Words that judge, with the negation before them, by where they stand.
    fn polarities(&self, first: usize, last: usize, features: &mut Vec<Feature>) {
        let parsed = self.parsed;
        let clause = parsed.clause_at(first);
        let to = (last + SENTENCE).min(parsed.words.len());
        for i in first.saturating_sub(SENTENCE)..to {
            let Some(entry) = parsed.words.get(i) else { break };
            let polarity = entry.entry.polarity;
            let value = self.lexicon.verb(&entry.entry).map_or(0.0, |verb| verb.object);
            if (polarity == 0.0 && value == 0.0) || (first..=last).contains(&i) {
                continue;
            }
            let negated = (i.saturating_sub(3)..i).any(|j| parsed.is(j, Classes::NEGATOR));
            let sign = if negated { -0.6 } else { 1.0 };
            let distance = if i < first { first - i } else { i - last };
            let near = match distance {
                0..3 => 0,
                3..7 => 1,
                _ => 2,
            };
            let zone =
                if parsed.clause_at(i) == clause { near } else { 3 + u32::from(distance > 7) };
            let event = u32::from(entry.entry.is(Classes::EVENT));
            let side = u32::from(i > last);
            let word = u16::try_from(i).ok();
            let mut add = |parts: &[u32], value: f32| {
                features.push(Feature { key: key(parts), value, word });
            };
            if polarity != 0.0 {
                add(&[20, zone, event], polarity * sign / 2.0);
                add(&[21, zone, side, event, u32::from(polarity * sign > 0.0)], 1.0);
                add(&[22, event], polarity * sign / 2.0);
            }
            if value != 0.0 && entry.tag == Tag::Verb {
                add(&[23, zone, side], value * sign);
            }
        }
    }

    /// The verbs that the mention is subject or object of.
    fn roles(&self, m: usize, features: &mut Vec<Feature>) {
        let parsed = self.parsed;
        let from = self.roles.partition_point(|role| role.mention < m);
        for role in self.roles.iter().skip(from).take_while(|role| role.mention == m) {
            let Some(clause) = parsed.clauses.get(role.clause) else { continue };
            let (side, place) = (role.side, role.place);
            let (Some(head), Some(verb)) = (clause.head, parsed.verb(clause, self.lexicon)) else {
                continue;
            };
            let form = parsed
                .words
                .get(head)
                .map_or(0, |word| word.entry.verb.map_or(word.form, u32::from));
            let negated = u32::from(!clause.negators.is_empty());
            let word = u16::try_from(head).ok();
            let part = side as u32 * 8 + place as u32;
            let value = match side {
                Side::Agent => verb.subject,
                Side::Patient => verb.object,
            };
            let mut add = |parts: &[u32], value: f32| {
                features.push(Feature { key: key(parts), value, word });
            };
            add(&[30, side as u32, form], 1.0);
            add(&[31, side as u32, form, negated], 1.0);
            add(&[32, part, negated], 1.0);
            add(&[33, side as u32, negated], value);
            add(&[34, side as u32, negated], verb.object);
            if verb.kind.has(VerbKind::REPORT) && side == Side::Agent {
                add(&[35, u32::from(place == Place::Head)], 1.0);
            }
            // What the subject's verb acts on, or is said to be.
            let end = phrases::base_end(parsed, clause.object.start, clause.object.end);
            let tail = clause.object.start..end.min(clause.object.start + 6);
            for i in tail {
                let object = u16::try_from(i).ok();
                let id = self.identity(i, usize::MAX, 0);
                let key = key(&[36, side as u32, id, negated]);
                features.push(Feature { key, value: 1.0, word: object });
            }
        }
    }

    /// What the rules found.
    fn signalled(&self, m: usize, features: &mut Vec<Feature>) {
        let from = self.signals.partition_point(|signal| signal.mention < m);
        for signal in self.signals.iter().skip(from).take_while(|signal| signal.mention == m) {
            let holder = match signal.holder {
                Holder::Writer => 0,
                Holder::Source(_) => 1,
                Holder::Unnamed => 2,
            };
            for evidence in &signal.evidence {
                let word = self
                    .parsed
                    .words
                    .binary_search_by_key(&evidence.span.start, |word| word.span.start)
                    .ok()
                    .and_then(|i| u16::try_from(i).ok());
                let directed = u32::from(evidence.role == EvidenceRole::Direction);
                for parts in [&[40, holder, directed][..], &[41][..]] {
                    features.push(Feature { key: key(parts), value: evidence.weight, word });
                }
            }
            let sum: f32 = signal.evidence.iter().map(|evidence| evidence.weight).sum();
            let key = key(&[42, holder, u32::from(sum > 0.0), u32::from(sum.abs() > 0.5)]);
            features.push(Feature { key, value: 1.0, word: None });
        }
    }

    fn circumstances(
        &self,
        m: usize,
        kind: MentionKind,
        first: usize,
        features: &mut Vec<Feature>,
    ) {
        let parsed = self.parsed;
        let mut add =
            |parts: &[u32]| features.push(Feature { key: key(parts), value: 1.0, word: None });
        add(&[50, kind as u32]);
        add(&[51, u32::from(parsed.question)]);
        add(&[52, u32::try_from(first.min(3)).unwrap_or(3)]);
        let span = parsed.words.get(first).map_or(parsed.span, |word| word.span);
        let said = self.attributions.at(span);
        add(&[53, said.map_or(0, |a| 1 + u32::from(a.quoted))]);
        let speaks = self.mention(m).is_some_and(|mention| {
            let sources = &self.attributions.sources;
            let next = sources.partition_point(|source| source.start <= mention.span.start);
            let before = sources.get(next.saturating_sub(2)..next).unwrap_or(&[]);
            before.iter().any(|source| source.contains(mention.span))
        });
        add(&[54, u32::from(speaks)]);
        add(&[55, u32::from(self.reports)]);
    }
}
