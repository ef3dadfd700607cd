//! Words that judge, by their place beside a mention: what it is said to be, what stands before its
//! name, what it owns, what it brings about; and, with little weight, what else its clause says.

use std::ops::Range;

use super::{Scene, relations::negators, signals::Weighing};
use crate::{
    analysis::{EvidenceRole, Holder, MentionKind},
    grammar::{
        clauses::Clause,
        phrases::{self, Named},
        tags::Tag,
    },
    models::lexicon::{Classes, Prepositions, VerbKind},
};

/// A list's weight, from -4 to 4, as a weight here.
const CUE: f32 = 0.5;
/// A thing in the world that a mention is said to be (`X is a threat`).
const EVENT: f32 = 0.6;
/// What a verb's object says of its subject (`X spreads lies`).
const EFFECT: f32 = 0.55;
/// What stands elsewhere in the clause, in comments and in reports.
const NEARBY: f32 = 0.4;
const REPORTED: f32 = 0.35;
/// Kind adjectives milder than this only open what follows them (`interested in`, `ready to`).
const MILD: f32 = 0.9;
/// Milder words speak only where they are said of the mention itself.
const TELLING: f32 = 1.0;
/// How far such a word may stand, in words.
const WINDOW: usize = 8;

impl Scene<'_> {
    /// The weight of a word that judges; 0 for any other.
    fn cue(&self, i: usize) -> f32 {
        let Some(word) = self.parsed.words.get(i) else { return 0.0 };
        // A title before a name (`Justice`) and people by what they do judge nobody; words like
        // `just` are adverbs of time and degree.
        let title = word.capital && i > 0 && self.parsed.tag(i + 1) == Tag::Name;
        if word.tag == Tag::Name
            || word.tag.verbal()
            || title
            || word.entry.is(Classes::ADVERB.or(Classes::PERSON))
        {
            return 0.0;
        }
        let event = if word.entry.is(Classes::EVENT) { EVENT } else { 1.0 };
        word.entry.polarity * CUE * event
    }

    /// Whether a word relates to a target behind its preposition; it then speaks of that target.
    fn relates(&self, i: usize) -> bool {
        let relation = self.parsed.words.get(i).and_then(|w| self.lexicon.relation(&w.entry));
        relation.is_some_and(|relation| {
            self.parsed
                .words
                .get(i + 1)
                .is_some_and(|next| next.entry.preposition.has(relation.prepositions))
        })
    }

    /// `X is corrupt`, `X has brought peace`, `X called Y a liar`.
    pub(super) fn predicate(&mut self, k: usize) {
        let parsed = self.parsed;
        let Some(clause) = parsed.clauses.get(k) else { return };
        let Some(verb) = parsed.verb(clause, self.lexicon) else { return };
        let Some(head) = clause.head else { return };
        if verb.kind.has(VerbKind::COPULA) && !clause.passive {
            let mut predicate = clause.object.clone();
            let subjects = if clause.subject.is_empty() {
                // `Is Russia right?`
                let end = phrases::base_end(parsed, predicate.start, predicate.end);
                let asked = phrases::named(parsed, &(predicate.start..end));
                predicate.start = asked
                    .first()
                    .and_then(|(m, _)| parsed.mentions.get(*m))
                    .map_or(end, |placed| placed.last + 1);
                if parsed.question { asked } else { Vec::new() }
            } else {
                phrases::named(parsed, &clause.subject)
            };
            // Who asks whether somebody is honest has not said so.
            let strength = if clause.subject.is_empty() { 0.5 } else { 1.0 };
            self.said_of(k, &subjects, predicate, strength);
            return;
        }
        // `X called Y a liar`: the subject judges the object.
        if verb.kind.has(VerbKind::ATTITUDE) && verb.object == 0.0 && parsed.tag(head) == Tag::Verb
        {
            self.named_as(k, clause);
            return;
        }
        if verb.object != 0.0 || clause.passive {
            return;
        }
        let subjects = phrases::named(parsed, &clause.subject);
        let end = phrases::base_end(parsed, clause.object.start, clause.object.end);
        if !verb.kind.has(VerbKind::REPORT.or(VerbKind::DESIRE)) {
            self.said_of(k, &subjects, clause.object.start..end, EFFECT);
        }
        // `X foolishly went`.
        let adverbs = clause.group.start.saturating_sub(1)..clause.group.end;
        for i in adverbs.filter(|&i| parsed.tag(i) == Tag::Adverb) {
            self.said_of(k, &subjects, i..i + 1, EFFECT);
        }
    }

    /// Everything that judges in a predicate falls on its subject, less behind a preposition.
    fn said_of(&mut self, k: usize, subjects: &[Named], predicate: Range<usize>, strength: f32) {
        let parsed = self.parsed;
        let Some(clause) = parsed.clauses.get(k) else { return };
        if subjects.is_empty() {
            return;
        }
        let mut part = strength;
        for i in predicate.clone() {
            match parsed.tag(i) {
                Tag::Preposition => part = strength * 0.4,
                Tag::Break | Tag::Stop | Tag::Relative => break,
                _ => {}
            }
            let comparison = parsed.is(i, Classes::COMPARATIVE) && strength == 1.0;
            if comparison {
                self.compared(k, i, subjects, predicate.end);
            }
            let cue = self.cue(i);
            // `is ready to help`: what the adjective opens tells, not the adjective.
            let opens = matches!(parsed.tag(i + 1), Tag::To | Tag::Preposition)
                && (0.0..MILD).contains(&cue)
                && strength == 1.0;
            if cue == 0.0 || comparison || opens || self.relates(i) {
                continue;
            }
            let near = i.saturating_sub(2).max(predicate.start)..i;
            let turned = negators(self, clause, near);
            for (m, place) in subjects {
                if self.used.contains(&(*m, i)) {
                    continue;
                }
                let Some(holder) = self.judge_of(i, *m) else { continue };
                let scare = self.distanced(i, holder);
                let weighing = Weighing::new(parsed, i, EvidenceRole::Cue, cue)
                    .graded(i)
                    .negated(turned.iter().copied())
                    .in_clause(clause, k)
                    .shared(part * place.share() * scare);
                self.used.push((*m, i));
                self.push(*m, holder, k, weighing);
            }
        }
    }

    /// `X is worse than Y`.
    fn compared(&mut self, k: usize, i: usize, subjects: &[Named], end: usize) {
        let parsed = self.parsed;
        let Some(clause) = parsed.clauses.get(k) else { return };
        let Some(than) = (i + 1..end).take(5).find(|&j| {
            parsed.tag(j) == Tag::Subordinator
                && parsed.words.get(j).is_some_and(|w| !w.entry.is(Classes::RELATIVE))
        }) else {
            return;
        };
        let quality = self.cue(i + 1);
        let value = match () {
            () if quality != 0.0 => quality,
            () if parsed.is(i, Classes::WORSE) => -1.0,
            () => 1.0,
        };
        let others = phrases::named(parsed, &(than + 1..end));
        let sides = subjects.iter().map(|n| (n, 1.0)).chain(others.iter().map(|n| (n, -0.5)));
        for ((m, place), side) in sides {
            let Some(holder) = self.judge_of(i, *m) else { continue };
            let weighing = Weighing::new(parsed, i, EvidenceRole::Cue, value)
                .negated(clause.negators.iter().copied())
                .in_clause(clause, k)
                .shared(side * place.share());
            self.used.push((*m, i));
            self.used.push((*m, i + 1));
            self.push(*m, holder, k, weighing);
        }
    }

    /// `X called Y a liar`, `Y was described as weak`.
    fn named_as(&mut self, k: usize, clause: &Clause) {
        let parsed = self.parsed;
        let targets = if clause.passive {
            phrases::named(parsed, &clause.subject)
        } else {
            self.objects(clause, Prepositions::DIRECT)
        };
        let head = clause.head.unwrap_or(clause.group.start);
        let speaker = self.teller(head);
        let holders: Vec<Holder> = if clause.passive {
            vec![Holder::Unnamed]
        } else if clause.subject.clone().any(|i| parsed.is(i, Classes::FIRST_PERSON)) {
            vec![speaker]
        } else {
            phrases::named(parsed, &clause.subject)
                .iter()
                .filter_map(|(m, _)| self.entity(*m).map(Holder::Source))
                .collect()
        };
        for i in clause.object.clone() {
            let cue = self.cue(i);
            if cue == 0.0 {
                continue;
            }
            for (m, place) in &targets {
                let behind = parsed.mentions.get(*m).is_none_or(|placed| i > placed.last);
                if !behind && !clause.passive {
                    continue;
                }
                for holder in &holders {
                    let weighing = Weighing::new(parsed, i, EvidenceRole::Cue, cue)
                        .graded(i)
                        .negated(clause.negators.iter().copied())
                        .with(head, EvidenceRole::Direction)
                        .shared(place.share());
                    self.push(*m, *holder, k, weighing);
                }
                self.used.push((*m, i));
            }
        }
    }

    /// `the corrupt X`, `X's lies`, `the hypocrisy of X`, `X, a brutal dictator,`.
    pub(super) fn beside(&mut self) {
        let parsed = self.parsed;
        for m in 0..parsed.mentions.len() {
            let Some(placed) = parsed.mentions.get(m).copied() else { break };
            let k = parsed.clause_at(placed.first);
            let mut start = placed.first;
            while start > 0
                && placed.first - start < WINDOW
                && (matches!(parsed.tag(start - 1), Tag::Adjective | Tag::Noun | Tag::Quote)
                    || (parsed.tag(start - 1) == Tag::Adverb && start < placed.first)
                    || parsed.is(start - 1, Classes::SO_CALLED))
            {
                start -= 1;
            }
            if placed.kind != MentionKind::Pronoun {
                self.attributive(m, k, start..placed.first, 1.0);
            }
            let owner = parsed.tag(placed.last + 1) == Tag::Marker;
            let possessive =
                placed.kind == MentionKind::Pronoun && parsed.tag(placed.first) == Tag::Possessive;
            let end = parsed.words.len().min(placed.last + 1 + WINDOW);
            if owner || possessive || placed.kind == MentionKind::Adjective {
                let from = placed.last + 1 + usize::from(owner);
                let part = if placed.kind == MentionKind::Adjective { 0.7 } else { 0.8 };
                let phrase = from..phrases::base_end(parsed, from, end);
                self.attributive(m, k, phrase, part);
            }
            // `the hypocrisy of X`
            let before = placed
                .first
                .checked_sub(1)
                .map(|b| if parsed.tag(b) == Tag::Determiner { b.saturating_sub(1) } else { b });
            if let Some(of) = before.filter(|&b| {
                parsed.words.get(b).is_some_and(|word| word.entry.preposition.has(Prepositions::OF))
            }) {
                let mut from = of;
                while from > 0 && of - from < WINDOW && parsed.tag(from - 1).nominal() {
                    from -= 1;
                }
                self.attributive(m, k, from..of, 0.8);
            }
            // An apposition between commas.
            if parsed.tag(placed.last + 1) == Tag::Comma
                && matches!(parsed.tag(placed.last + 2), Tag::Determiner | Tag::Adjective)
            {
                let from = placed.last + 2;
                let close = phrases::base_end(parsed, from, end);
                let closed = matches!(parsed.tag(close), Tag::Comma | Tag::Stop | Tag::Preposition);
                if closed {
                    self.attributive(m, k, from..close, 0.8);
                }
            }
        }
    }

    /// Words that judge in the mention's own phrase.
    fn attributive(&mut self, m: usize, k: usize, phrase: Range<usize>, part: f32) {
        let parsed = self.parsed;
        let Some(clause) = parsed.clauses.get(k) else { return };
        for i in phrase.clone() {
            let cue = self.cue(i);
            if cue == 0.0 || self.relates(i) || self.used.contains(&(m, i)) {
                continue;
            }
            let Some(holder) = self.judge_of(i, m) else { continue };
            let negators: Vec<usize> = (phrase.start.saturating_sub(1)..i)
                .filter(|&j| parsed.is(j, Classes::NEGATOR))
                .collect();
            let scare = self.distanced(i, holder);
            let weighing = Weighing::new(parsed, i, EvidenceRole::Cue, cue)
                .graded(i)
                .negated(negators)
                .in_clause(clause, k)
                .shared(part * scare);
            self.used.push((m, i));
            self.push(m, holder, k, weighing);
        }
    }

    /// What else judges in the clause of a mention, weighed little and less with distance. Things in
    /// the world do not count here.
    pub(super) fn nearby(&mut self) {
        let parsed = self.parsed;
        let strength = if self.reports { REPORTED } else { NEARBY };
        // A word that speaks of one mention does not speak of its neighbours.
        let mut taken: Vec<usize> = self.used.iter().map(|(_, i)| *i).collect();
        discussion::order::sort(&mut taken);
        for m in 0..parsed.mentions.len() {
            let Some(placed) = parsed.mentions.get(m).copied() else { break };
            let k = parsed.clause_at(placed.first);
            let Some(clause) = parsed.clauses.get(k) else { continue };
            let from = placed.first.saturating_sub(WINDOW).max(clause.words.start);
            let to = (placed.last + 1 + WINDOW).min(clause.words.end);
            for i in (from..placed.first).chain(placed.last + 1..to) {
                let Some(word) = parsed.words.get(i) else { break };
                let directed = word.tag.verbal()
                    && self
                        .lexicon
                        .verb(&word.entry)
                        .is_some_and(|verb| verb.object != 0.0 || verb.subject != 0.0);
                if word.entry.polarity.abs() < TELLING
                    || word.entry.is(Classes::ADVERB.or(Classes::PERSON))
                    || word.tag == Tag::Name
                    || directed
                    || word.entry.is(Classes::EVENT.or(Classes::NEGATOR))
                    || word.entry.relation.is_some()
                    || taken.binary_search(&i).is_ok()
                    || (i > 0 && parsed.is(i - 1, Classes::SO_CALLED))
                    || parsed.clause_at(i) != k
                {
                    continue;
                }
                let Some(holder) = self.judge_of(i, m) else { continue };
                let distance = placed.first.abs_diff(i).min(placed.last.abs_diff(i));
                #[allow(clippy::cast_precision_loss, reason = "a few words")]
                let decay = 1.0 / (1.0 + 0.15 * distance as f32);
                let negated: Vec<usize> = clause
                    .negators
                    .iter()
                    .copied()
                    .chain((i.saturating_sub(3)..i).filter(|&j| parsed.is(j, Classes::NEGATOR)))
                    .filter(|&j| j < i)
                    .collect();
                let weight = word.entry.polarity * CUE * strength * decay;
                let weighing = Weighing::new(parsed, i, EvidenceRole::Cue, weight)
                    .graded(i)
                    .negated(negated)
                    .in_clause(clause, k);
                self.push(m, holder, k, weighing);
            }
        }
    }

    /// How much is left of a word between quotation marks that its writer only borrows.
    fn distanced(&self, i: usize, holder: Holder) -> f32 {
        let parsed = self.parsed;
        let marked = |range: Range<usize>| range.into_iter().any(|j| parsed.tag(j) == Tag::Quote);
        let inside =
            marked(i.saturating_sub(3)..i) && marked(i + 1..(i + 4).min(parsed.words.len()));
        if inside && holder == Holder::Writer { 0.3 } else { 1.0 }
    }
}
