//! Words that relate a holder to a target: directed verbs (`A undermines B`), verbs of wanting
//! (`A wants B to win`), directed nouns (`A's support for B`) and adjectives (`A is proud of B`).

use std::ops::Range;

use super::{Scene, signals::Weighing};
use crate::{
    analysis::{EvidenceRole, Holder},
    attribution::by,
    grammar::{
        clauses::Clause,
        phrases::{self, Named, Place},
        tags::Tag,
    },
    models::lexicon::{Classes, Forms, Prepositions, Relation, Verb, VerbKind},
};

/// A verb's value as a weight.
const VERB: f32 = 0.6;
/// How the text presents the subject of an act counts less than what the subject does.
const ACTOR: f32 = 0.8;
/// A directed noun or adjective as a weight.
const NOUN: f32 = 0.5;

/// Which end of a verb a mention stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Agent,
    Patient,
}

/// A mention's part in a clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    /// Index into [`crate::grammar::Parsed::mentions`].
    pub(super) mention: usize,
    /// Index into [`crate::grammar::Parsed::clauses`].
    pub(super) clause: usize,
    pub(super) side: Side,
    pub(super) place: Place,
}

/// Those who act, as far as the sentence tells.
enum Agents {
    /// Nobody is named: an imperative, or `X should be thanked`.
    Absent,
    /// The one who speaks.
    Speaker,
    /// These mentions.
    Named(Vec<Named>),
    /// Somebody whom no mention stands for (`critics`).
    Somebody,
    /// A thing, or nothing that could hold an opinion.
    Something,
}

impl Scene<'_> {
    /// Reads the verb of a clause.
    pub(super) fn relate(&mut self, k: usize) {
        let parsed = self.parsed;
        let Some(clause) = parsed.clauses.get(k) else { return };
        let (Some(head), Some(verb)) = (clause.head, parsed.verb(clause, self.lexicon)) else {
            return;
        };
        if parsed.tag(head) != Tag::Verb {
            return;
        }
        let targets = if clause.passive {
            phrases::named(parsed, &clause.subject)
        } else {
            self.objects(clause, verb.prepositions)
        };
        if verb.object != 0.0 {
            self.act(k, head, verb, &targets);
        }
        if verb.subject != 0.0 && !clause.passive {
            self.fate(k, head, verb);
        }
        if clause.passive && clause.complement {
            self.wish(k, head, verb.object, &targets);
        }
    }

    /// The mentions that a verb's object names.
    pub(super) fn objects(&self, clause: &Clause, prepositions: Prepositions) -> Vec<Named> {
        let parsed = self.parsed;
        if !clause.fronted.is_empty() {
            return phrases::named(parsed, &clause.fronted);
        }
        let mut from = clause.object.start;
        while from < clause.object.end
            && matches!(parsed.tag(from), Tag::Adverb | Tag::Negator | Tag::Quote | Tag::Comma)
        {
            from += 1;
        }
        let behind = (from..clause.object.end).take(8).find(|&i| {
            parsed.words.get(i).is_some_and(|word| {
                word.tag == Tag::Preposition && word.entry.preposition.has(prepositions)
            })
        });
        if let Some(preposition) = behind {
            return phrases::named(parsed, &(preposition + 1..clause.object.end));
        }
        if prepositions.has(Prepositions::DIRECT) {
            let named = phrases::named(parsed, &(from..clause.object.end));
            // `thank you, Russia`: whoever is addressed.
            let you = parsed.is(from, Classes::SECOND_PERSON);
            if named.is_empty() && you {
                let next = from + 1 + usize::from(parsed.tag(from + 1) == Tag::Comma);
                return phrases::named(parsed, &(next..clause.object.end));
            }
            return named;
        }
        Vec::new()
    }

    /// Notes at which ends of which verbs the mentions stand, and puts the signals in the order of
    /// their mentions.
    pub(super) fn assign_roles(&mut self) {
        let parsed = self.parsed;
        for (k, clause) in parsed.clauses.iter().enumerate() {
            let Some(verb) = parsed.verb(clause, self.lexicon) else { continue };
            let subjects = phrases::named(parsed, &clause.subject);
            let (others, first, second) = if clause.passive {
                (phrases::named(parsed, &by(parsed, clause)), Side::Patient, Side::Agent)
            } else {
                (self.objects(clause, verb.prepositions), Side::Agent, Side::Patient)
            };
            let sides = [(subjects, first), (others, second)];
            self.roles.extend(sides.into_iter().flat_map(|(named, side)| {
                named.into_iter().map(move |(mention, place)| Role {
                    mention,
                    clause: k,
                    side,
                    place,
                })
            }));
        }
        discussion::order::sort_by_key(&mut self.roles, |role| (role.mention, role.clause));
        discussion::order::sort_by_key(&mut self.signals, |signal| signal.mention);
    }

    /// Who acts in a clause.
    fn agents(&self, clause: &Clause) -> Agents {
        let parsed = self.parsed;
        let phrase = if clause.passive { by(parsed, clause) } else { clause.subject.clone() };
        if phrase.is_empty() {
            return Agents::Absent;
        }
        let head = phrases::head(parsed, &phrase);
        if head.is_some_and(|head| parsed.is(head, Classes::FIRST_PERSON)) {
            return Agents::Speaker;
        }
        let named = phrases::named(parsed, &phrase);
        if !named.is_empty() {
            return Agents::Named(named);
        }
        let Some(head) = head else { return Agents::Something };
        // `X said she supported it`: a pronoun that nobody resolved is most likely who says so.
        if parsed.tag(head) == Tag::Pronoun
            && phrase.len() == 1
            && parsed.is(head, Classes::THIRD_PERSON)
            && let Some(governor) = clause.governor.and_then(|g| parsed.clauses.get(g))
            && clause.complement
        {
            let named = phrases::named(parsed, &governor.subject);
            if !named.is_empty() {
                return Agents::Named(named);
            }
        }
        let person = parsed.is(head, Classes::SUBJECT_PRONOUN.or(Classes::GENERIC));
        let thing = parsed.words.get(head).is_some_and(|word| word.span.len() == 2)
            && !parsed.is(head, Classes::GENERIC)
            || parsed.is(head, Classes::SECOND_PERSON);
        if person && !thing {
            return Agents::Somebody;
        }
        if parsed.is(head, Classes::PERSON) { Agents::Somebody } else { Agents::Something }
    }

    /// Whether a clause without a subject is an imperative.
    fn imperative(&self, clause: &Clause) -> bool {
        !clause.passive
            && clause.group.len() == 1
            && clause.head.and_then(|head| self.parsed.words.get(head)).is_some_and(|word| {
                word.entry.forms.has(Forms::BASE) && !word.entry.forms.has(Forms::PAST)
            })
    }

    /// Whether a mention in that place of the subject acts itself: not in `Russia's president said`.
    fn acts(&self, clause: &Clause, place: Place) -> bool {
        let parsed = self.parsed;
        let phrase = if clause.passive { by(parsed, clause) } else { clause.subject.clone() };
        let end = phrases::base_end(parsed, phrase.start, phrase.end);
        let person = phrases::head(parsed, &(phrase.start..end))
            .is_some_and(|head| parsed.is(head, Classes::PERSON));
        place != Place::Owner || !person
    }

    /// `A undermines B`: what A shows toward B.
    fn act(&mut self, k: usize, head: usize, verb: Verb, targets: &[Named]) {
        let parsed = self.parsed;
        let Some(clause) = parsed.clauses.get(k) else { return };
        // `want X to win`: what X is wanted to do tells, not that X is wanted.
        let wished = verb.kind.has(VerbKind::DESIRE)
            && parsed
                .clauses
                .get(k + 1)
                .is_some_and(|next| next.complement && next.governor == Some(k) && !next.shared);
        if targets.is_empty() || wished {
            return;
        }
        let speaker = self.teller(head);
        let agents = self.agents(clause);
        let holders: Vec<(Holder, f32)> = match agents {
            _ if clause.necessity.is_some() => vec![(speaker, 1.0)],
            Agents::Speaker => vec![(speaker, 1.0)],
            Agents::Absent if clause.passive && verb.kind.has(VerbKind::ATTITUDE) => {
                vec![(Holder::Unnamed, 0.8)]
            }
            // `Help them!`, `to help them`.
            Agents::Absent if clause.infinite || self.imperative(clause) => vec![(speaker, 0.9)],
            Agents::Absent if verb.kind.has(VerbKind::ATTITUDE) => vec![(Holder::Unnamed, 0.8)],
            Agents::Named(named) => named
                .iter()
                .filter(|(_, place)| self.acts(clause, *place))
                .filter_map(|(m, place)| Some((Holder::Source(self.entity(*m)?), place.share())))
                .collect(),
            Agents::Somebody => vec![(Holder::Unnamed, 0.8)],
            Agents::Something if verb.kind.has(VerbKind::ATTITUDE) => vec![(Holder::Unnamed, 0.7)],
            Agents::Absent | Agents::Something => Vec::new(),
        };
        for (holder, part) in holders {
            for (m, place) in targets {
                let mut weighing =
                    Weighing::new(parsed, head, EvidenceRole::Direction, verb.object * VERB)
                        .graded(head);
                let negators = clause.negators.iter().copied();
                let hostile = verb.object < 0.0 && verb.kind.has(VerbKind::ACT);
                weighing =
                    if hostile { weighing.undone(negators) } else { weighing.negated(negators) };
                weighing = weighing.in_clause(clause, k).shared(part * place.share());
                if let Some(necessity) = clause.necessity {
                    weighing = weighing.with(necessity, EvidenceRole::Cue);
                }
                self.used.push((*m, head));
                self.push(*m, holder, k, weighing);
            }
        }
    }

    /// `A betrayed B`, `A failed`: how the text presents A; `C wants A to win`: what C shows.
    fn fate(&mut self, k: usize, head: usize, verb: Verb) {
        let parsed = self.parsed;
        let Some(clause) = parsed.clauses.get(k) else { return };
        let subjects = phrases::named(parsed, &clause.subject);
        if self.wish(k, head, verb.subject, &subjects) {
            return;
        }
        let wished = clause.necessity.is_some() || clause.infinite;
        let strength = match () {
            // What somebody should or wants to do presents nobody in that light.
            () if clause.infinite && verb.kind.has(VerbKind::ACT) => return,
            () if verb.kind.has(VerbKind::FATE) && !wished => VERB * ACTOR,
            () => VERB * ACTOR,
        };
        for (m, place) in subjects {
            let Some(holder) = self.judge_of(head, m) else { continue };
            let mut weighing =
                Weighing::new(parsed, head, EvidenceRole::Cue, verb.subject * strength)
                    .graded(head);
            let negators = clause.negators.iter().copied();
            let hostile = verb.subject < 0.0 && verb.kind.has(VerbKind::ACT);
            weighing = if hostile { weighing.undone(negators) } else { weighing.negated(negators) };
            weighing = weighing.in_clause(clause, k).shared(place.share());
            self.used.push((m, head));
            self.push(m, holder, k, weighing);
        }
    }

    /// `C wants A to win`: whoever wants it is for A. Whether the clause is wished for by somebody
    /// other than its subject.
    fn wish(&mut self, k: usize, head: usize, value: f32, subjects: &[Named]) -> bool {
        let parsed = self.parsed;
        let Some(clause) = parsed.clauses.get(k).filter(|clause| clause.complement) else {
            return false;
        };
        let Some(governor) = clause.governor.and_then(|g| parsed.clauses.get(g)) else {
            return false;
        };
        let wants =
            parsed.verb(governor, self.lexicon).is_some_and(|verb| verb.kind.has(VerbKind::DESIRE));
        let (Some(wanting), false, true) = (governor.head, clause.shared, wants) else {
            return false;
        };
        let holders: Vec<Holder> = match self.agents(governor) {
            Agents::Speaker | Agents::Absent => vec![self.teller(wanting)],
            Agents::Named(named) => {
                named.iter().filter_map(|(m, _)| self.entity(*m).map(Holder::Source)).collect()
            }
            Agents::Somebody => vec![Holder::Unnamed],
            Agents::Something => Vec::new(),
        };
        for holder in holders {
            for (m, place) in subjects {
                let weighing = Weighing::new(parsed, head, EvidenceRole::Cue, value * VERB)
                    .with(wanting, EvidenceRole::Direction)
                    .negated(clause.negators.iter().copied())
                    .shared(place.share());
                self.used.push((*m, head));
                self.push(*m, holder, k, weighing);
            }
        }
        true
    }

    /// Nouns and adjectives with a preposition before their target.
    pub(super) fn nouns(&mut self) {
        let parsed = self.parsed;
        for i in 0..parsed.words.len() {
            let Some(word) = parsed.words.get(i) else { break };
            let Some(relation) = self.lexicon.relation(&word.entry) else { continue };
            if !matches!(word.tag, Tag::Noun | Tag::Adjective | Tag::Preposition | Tag::Adverb) {
                continue;
            }
            let next = (i + 1..i + 3).find(|&j| parsed.tag(j) != Tag::Adverb).unwrap_or(i + 1);
            let joined = parsed
                .words
                .get(next)
                .is_some_and(|next| next.entry.preposition.has(relation.prepositions));
            if joined {
                let k = parsed.clause_at(i);
                let end = parsed.clauses.get(k).map_or(next + 1, |c| c.words.end.max(next + 1));
                let targets = phrases::named(parsed, &(next + 1..end));
                self.noun(i, k, relation, &targets);
            }
        }
    }

    fn noun(&mut self, i: usize, k: usize, relation: Relation, targets: &[Named]) {
        let parsed = self.parsed;
        let Some(clause) = parsed.clauses.get(k) else { return };
        let mut start = i;
        while start > 0 && parsed.tag(start - 1).nominal() {
            start -= 1;
        }
        let own: Vec<Named> = phrases::named(parsed, &(start..i + 1));
        let copular = parsed
            .verb(clause, self.lexicon)
            .is_some_and(|verb| verb.kind.has(VerbKind::COPULA.or(VerbKind::LIGHT)));
        let predicate = clause.object.contains(&i);
        let event = parsed.is(i, Classes::EVENT);
        let speaker = self.teller(i);
        let mine = (start..i).any(|j| parsed.is(j, Classes::FIRST_PERSON));
        let holders: Vec<Holder> = if mine {
            vec![speaker]
        } else if relation.noun && !own.is_empty() {
            self.sources(&own)
        } else if predicate && (copular || relation.noun) {
            match self.agents(clause) {
                Agents::Speaker => vec![speaker],
                Agents::Named(named) => self.sources(&named),
                Agents::Somebody => vec![Holder::Unnamed],
                Agents::Absent => vec![speaker],
                Agents::Something => Vec::new(),
            }
        } else if clause.head.is_none() || (start == 0 && !relation.noun) {
            // `Shame on X!`, `Sick of X.`
            if event { Vec::new() } else { vec![speaker] }
        } else if event || !relation.noun {
            Vec::new()
        } else {
            vec![Holder::Unnamed]
        };
        let negators = negators(self, clause, start..i);
        for holder in holders {
            for (m, place) in targets {
                let weighing =
                    Weighing::new(parsed, i, EvidenceRole::Direction, relation.target * NOUN)
                        .graded(i)
                        .negated(negators.iter().copied())
                        .in_clause(clause, k)
                        .shared(place.share());
                self.used.push((*m, i));
                self.push(*m, holder, k, weighing);
            }
        }
        if relation.holder != 0.0 {
            for (m, place) in own {
                let Some(judge) = self.judge_of(i, m) else { continue };
                let weighing = Weighing::new(parsed, i, EvidenceRole::Cue, relation.holder * NOUN)
                    .negated(negators.iter().copied())
                    .in_clause(clause, k)
                    .shared(place.share());
                self.used.push((m, i));
                self.push(m, judge, k, weighing);
            }
        }
    }

    fn sources(&self, named: &[Named]) -> Vec<Holder> {
        named.iter().filter_map(|(m, _)| self.entity(*m).map(Holder::Source)).collect()
    }
}

/// What turns a word in a phrase round: the negators of its clause if it stands in the predicate,
/// and those in its own phrase.
pub(super) fn negators(scene: &Scene<'_>, clause: &Clause, phrase: Range<usize>) -> Vec<usize> {
    let predicate = clause.object.contains(&phrase.end);
    let mut negators = if predicate { clause.negators.clone() } else { Vec::new() };
    let from = phrase.start.saturating_sub(3).max(if predicate { clause.object.start } else { 0 });
    for i in from..phrase.end {
        let near = i >= phrase.start || !matches!(scene.parsed.tag(i), Tag::Comma | Tag::Break);
        if near && scene.parsed.is(i, Classes::NEGATOR) {
            negators.push(i);
        }
    }
    negators
}
