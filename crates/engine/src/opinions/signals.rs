//! Signals: single words or constructions that speak for or against one mention.

use discussion::Span;

use crate::{
    analysis::{Evidence, EvidenceRole, Holder},
    grammar::{Parsed, clauses::Clause, tags::Tag},
    models::lexicon::Classes,
};

/// One reason to think that a holder is for or against a mention. The weights of its evidence add
/// up to what it says.
#[derive(Clone, Debug)]
pub(super) struct Signal {
    /// Index into [`Parsed::mentions`].
    pub(super) mention: usize,
    pub(super) holder: Holder,
    /// The words of the clause that it stands in.
    pub(super) clause: Span,
    pub(super) evidence: Vec<Evidence>,
}

impl Signal {
    /// What it says: above 0 for, below against.
    pub(super) fn sum(&self) -> f32 {
        self.evidence.iter().map(|evidence| evidence.weight).sum()
    }
}

/// What a negation leaves of a judgement: the other side, but less of it.
const NEGATED: f32 = -0.7;
/// What is left of a hostile act that is not done.
const UNDONE: f32 = -0.15;
/// What `very` makes of it.
const STRONGER: f32 = 1.3;
/// What `slightly` leaves of it.
const WEAKER: f32 = 0.6;
/// What a question leaves of it.
const ASKED: f32 = 0.35;
/// What `may` and `if` leave of it.
const UNSURE: f32 = 0.5;
/// What `so-called` leaves of it.
const SO_CALLED: f32 = -0.1;
/// What is left of it in front of `but`.
const OUTWEIGHED: f32 = 0.6;

/// Builds the evidence of one signal: a cue and what changes it, each with the weight that it adds.
pub(super) struct Weighing<'a> {
    parsed: &'a Parsed,
    sum: f32,
    evidence: Vec<Evidence>,
}

impl<'a> Weighing<'a> {
    /// Begins with the cue at a word.
    pub(super) fn new(parsed: &'a Parsed, cue: usize, role: EvidenceRole, weight: f32) -> Self {
        let mut weighing = Self { parsed, sum: 0.0, evidence: Vec::with_capacity(2) };
        weighing.add(cue, role, weight);
        weighing
    }

    fn add(&mut self, i: usize, role: EvidenceRole, weight: f32) {
        if let Some(word) = self.parsed.words.get(i) {
            self.sum += weight;
            self.evidence.push(Evidence { span: word.span, role, weight });
        }
    }

    fn scale(&mut self, i: usize, role: EvidenceRole, factor: f32) {
        let change = self.sum * (factor - 1.0);
        self.add(i, role, change);
    }

    /// Turns it round for every negator.
    pub(super) fn negated(self, negators: impl IntoIterator<Item = usize>) -> Self {
        self.turned(negators, NEGATED)
    }

    /// Takes a hostile act back: who does not attack somebody is hardly for them.
    pub(super) fn undone(self, negators: impl IntoIterator<Item = usize>) -> Self {
        self.turned(negators, UNDONE)
    }

    fn turned(mut self, negators: impl IntoIterator<Item = usize>, factor: f32) -> Self {
        let mut seen: Vec<usize> = Vec::new();
        for i in negators {
            if !seen.contains(&i) {
                seen.push(i);
                self.scale(i, EvidenceRole::Negation, factor);
            }
        }
        self
    }

    /// Makes it stronger or weaker by the degree words right before the cue.
    pub(super) fn graded(mut self, cue: usize) -> Self {
        for i in (cue.saturating_sub(2)..cue).rev() {
            if self.parsed.is(i, Classes::INTENSIFIER) {
                self.scale(i, EvidenceRole::Degree, STRONGER);
            } else if self.parsed.is(i, Classes::DIMINISHER) {
                self.scale(i, EvidenceRole::Degree, WEAKER);
            } else if self.parsed.is(i, Classes::SO_CALLED) {
                self.scale(i, EvidenceRole::Degree, SO_CALLED);
            } else {
                break;
            }
        }
        self
    }

    /// Makes it less sure where the clause only supposes or asks, or another one outweighs it.
    pub(super) fn in_clause(mut self, clause: &Clause, k: usize) -> Self {
        if let Some(possible) = clause.possibility {
            self.scale(possible, EvidenceRole::Degree, UNSURE);
        }
        if self.parsed.question {
            let mark = self.parsed.words.len().saturating_sub(1);
            self.scale(mark, EvidenceRole::Degree, ASKED);
        }
        if self.sum > 0.0
            && let Some(opener) = mocks(self.parsed)
        {
            self.scale(opener, EvidenceRole::Negation, NEGATED);
        }
        let concession =
            clause.marker.filter(|&marker| self.parsed.is(marker, Classes::CONCESSION));
        if let Some(marker) = concession.or_else(|| outweighed(self.parsed, k)) {
            self.scale(marker, EvidenceRole::Degree, OUTWEIGHED);
        }
        self
    }

    /// What part of it falls on the mention. All weights change alike.
    pub(super) fn shared(mut self, share: f32) -> Self {
        for evidence in &mut self.evidence {
            evidence.weight *= share;
        }
        self.sum *= share;
        self
    }

    /// Adds words that carry no weight.
    pub(super) fn with(mut self, i: usize, role: EvidenceRole) -> Self {
        if !self.evidence.iter().any(|e| self.parsed.words.get(i).is_some_and(|w| w.span == e.span))
        {
            self.add(i, role, 0.0);
        }
        self
    }

    /// The evidence, and its sum.
    pub(super) fn done(self) -> (Vec<Evidence>, f32) {
        (self.evidence, self.sum)
    }
}

/// The word with which a sentence begins to mock: the second of `oh sure`, `yeah right`, `oh wow`.
fn mocks(parsed: &Parsed) -> Option<usize> {
    let ironic = |i: usize| parsed.is(i, Classes::IRONY);
    // `Carl: Oh sure, …`
    let first = (0..3).find(|&i| ironic(i))?;
    let second = first + 1 + usize::from(parsed.tag(first + 1) == Tag::Comma);
    ironic(second).then_some(second)
}

/// The `but` that follows a clause in its sentence.
fn outweighed(parsed: &Parsed, k: usize) -> Option<usize> {
    let next = parsed.clauses.get(k + 1)?;
    let here = parsed.clauses.get(k)?;
    (here.group.end..next.group.start.max(here.words.end))
        .find(|&i| parsed.is(i, Classes::CONTRAST) && parsed.is(i, Classes::COORDINATOR))
}
