//! Clauses: groups of verbs with their subjects and objects.

use std::ops::Range;

use crate::{
    grammar::{Word, tags::Tag},
    models::lexicon::{Classes, Forms, Lexicon, VerbKind},
};

/// A verb with what belongs to it. Ranges count words of the sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clause {
    /// All its words.
    pub(crate) words: Range<usize>,
    /// Its verbs: auxiliaries, negators, adverbs between, and the verb itself.
    pub(crate) group: Range<usize>,
    /// The verb that carries the meaning; none in a sentence without a verb.
    pub(crate) head: Option<usize>,
    /// The noun phrase that it is said of; empty where there is none.
    pub(crate) subject: Range<usize>,
    /// What stands behind the verbs.
    pub(crate) object: Range<usize>,
    /// The object in front of the clause (`whom they support`).
    pub(crate) fronted: Range<usize>,
    /// The subject is the one that something is done to.
    pub(crate) passive: bool,
    /// Words that turn it round.
    pub(crate) negators: Vec<usize>,
    /// `should`, `must`.
    pub(crate) necessity: Option<usize>,
    /// `may`, `would`, and what stands under `if`.
    pub(crate) possibility: Option<usize>,
    /// Begins with `to`, or is a gerund or participle.
    pub(crate) infinite: bool,
    /// The clause whose verb this one hangs on.
    pub(crate) governor: Option<usize>,
    /// It is what the governor says, thinks or wants.
    pub(crate) complement: bool,
    /// Begins with `who` or `which`.
    pub(crate) relative: bool,
    /// `because`, `if`, `but` at its head.
    pub(crate) marker: Option<usize>,
    /// The subject stands behind the verb (`said Kerry`).
    pub(crate) inverted: bool,
    /// The subject is that of another clause.
    pub(crate) shared: bool,
}

pub(super) struct Finder<'a> {
    pub(super) words: &'a [Word],
    lexicon: &'a Lexicon,
    pub(super) clauses: Vec<Clause>,
    /// Where each clause begins.
    starts: Vec<usize>,
}

/// The clauses of a sentence in order; one without a verb where there is no verb.
pub(crate) fn find(words: &[Word], lexicon: &Lexicon) -> Vec<Clause> {
    let mut finder = Finder { words, lexicon, clauses: Vec::new(), starts: Vec::new() };
    let mut at = 0;
    while let Some((group, head)) = finder.group(at) {
        at = group.end;
        finder.add(group, head);
    }
    finder.finish()
}

impl Finder<'_> {
    pub(super) fn tag(&self, i: usize) -> Tag {
        self.words.get(i).map_or(Tag::Stop, |word| word.tag)
    }

    pub(super) fn is(&self, i: usize, classes: Classes) -> bool {
        self.words.get(i).is_some_and(|word| word.entry.is(classes))
    }

    pub(super) fn forms(&self, i: usize) -> Forms {
        self.words.get(i).map_or(Forms::default(), |word| word.entry.forms)
    }

    pub(super) fn kind(&self, i: usize) -> VerbKind {
        self.words
            .get(i)
            .and_then(|word| self.lexicon.verb(&word.entry))
            .map_or(VerbKind::default(), |verb| verb.kind)
    }

    /// The next group of verbs from an index on, and its head.
    fn group(&self, from: usize) -> Option<(Range<usize>, usize)> {
        let mut i = from;
        loop {
            i = (i..self.words.len()).find(|&i| self.tag(i).verbal() || self.tag(i) == Tag::To)?;
            let start = i;
            let mut head = None;
            let mut end = i;
            while i < self.words.len() {
                match self.tag(i) {
                    Tag::Verb => {
                        head = Some(i);
                        end = i + 1;
                        break;
                    }
                    Tag::Auxiliary | Tag::Modal => {
                        head = Some(i);
                        end = i + 1;
                    }
                    Tag::To if i == start => end = i + 1,
                    Tag::Negator if head.is_some() && i == end => end = i + 1,
                    Tag::Adverb | Tag::Negator if i < end + 3 => {}
                    _ => break,
                }
                i += 1;
            }
            // A modal or a form of `do` whose verb stands behind the subject asks or answers.
            let empty = head.is_none_or(|h| {
                self.tag(h) == Tag::Modal
                    || (self.is(h, Classes::DO)
                        && self.tag(h) == Tag::Auxiliary
                        && self.inverts(h, end))
            });
            if !empty {
                return head.map(|head| (start..end, head));
            }
            i = end.max(start + 1);
        }
    }

    /// Whether a verb follows a noun phrase behind an auxiliary.
    fn inverts(&self, head: usize, end: usize) -> bool {
        let behind = (end..self.words.len()).take(8).find(|&i| !self.tag(i).nominal());
        head == 0 || behind.is_some_and(|i| self.tag(i) == Tag::Verb)
    }

    fn add(&mut self, group: Range<usize>, head: usize) {
        let k = self.clauses.len();
        let mut clause = Clause { group: group.clone(), head: Some(head), ..Clause::default() };
        let auxiliaries = group.start..head;
        let forms = self.forms(head);
        let bare = !auxiliaries.clone().any(|i| self.tag(i).verbal());
        let to = self.tag(group.start) == Tag::To;
        let gerund = bare && forms.only(Forms::GERUND);
        clause.infinite = to || gerund;
        clause.passive = forms.has(Forms::PARTICIPLE)
            && auxiliaries.rev().find(|&i| self.tag(i).verbal()).is_some_and(|i| {
                self.is(i, Classes::AUXILIARY)
                    && !self.is(i, Classes::HAVE)
                    && !self.is(i, Classes::DO)
            });
        for i in group {
            if self.is(i, Classes::NEGATOR) && (i != head || self.is(i, Classes::NEGATED_VERB)) {
                clause.negators.push(i);
            }
            if self.is(i, Classes::NECESSITY) {
                clause.necessity = Some(i);
            } else if self.is(i, Classes::POSSIBILITY) {
                clause.possibility = Some(i);
            }
        }
        let start = self.subject(k, &mut clause, bare && !to);
        self.inherit(k, &mut clause);
        self.clauses.push(clause);
        self.starts.push(start);
    }

    /// What a clause takes from the verb that it hangs on.
    fn inherit(&self, k: usize, clause: &mut Clause) {
        let subject_negated = clause
            .subject
            .clone()
            .find(|&i| i < clause.group.start && self.is(i, Classes::NEGATOR));
        if let Some(negator) = subject_negated.filter(|_| !clause.shared) {
            clause.negators.push(negator);
        }
        if clause.marker.is_some_and(|marker| self.is(marker, Classes::CONDITIONAL)) {
            clause.possibility = clause.possibility.or(clause.marker);
        }
        let governs = |g: usize| {
            let copula = self
                .clauses
                .get(g)
                .and_then(|g| g.head)
                .is_some_and(|head| self.kind(head).has(VerbKind::COPULA));
            g < k && (clause.complement || copula && clause.infinite && clause.shared)
        };
        let Some(governor) = clause.governor.filter(|&g| governs(g)) else { return };
        let Some(governor) = self.clauses.get(governor) else { return };
        let Some(head) = governor.head else { return };
        // `fails to help`, `refuses to help`.
        if clause.infinite && self.is(head, Classes::NEGATOR) {
            clause.negators.push(head);
        }
        // `does not want to help`, `does not think that X helps`; not `did not say that`.
        // `is not interested in helping`, `is not ready to help`.
        let copula = self.kind(head).has(VerbKind::COPULA);
        let to = (self.tag(clause.group.start) == Tag::To || copula) && clause.shared;
        let raises = self.kind(head).has(VerbKind::RAISES.or(VerbKind::DESIRE)) || to;
        if raises {
            clause.negators.extend(&governor.negators);
            clause.necessity = clause.necessity.or(governor.necessity);
        }
        if clause.infinite && self.kind(head).has(VerbKind::LIGHT) && self.is(head, Classes::HAVE) {
            clause.necessity = clause.necessity.or(Some(head));
        }
    }

    /// Gives each clause its words and its object.
    fn finish(mut self) -> Vec<Clause> {
        let len = self.words.len();
        if self.clauses.is_empty() {
            return vec![Clause { words: 0..len, object: 0..len, ..Clause::default() }];
        }
        let mut begin = 0;
        for k in 0..self.clauses.len() {
            let next = self.starts.get(k + 1).copied().unwrap_or(len);
            let Some(clause) = self.clauses.get(k) else { break };
            let end = next.max(clause.group.end);
            let from = if clause.inverted { clause.subject.end } else { clause.group.end };
            let stop = (from..end).find(|&i| {
                matches!(self.tag(i), Tag::Break | Tag::Stop)
                    || (self.tag(i) == Tag::Coordinator && self.is(i, Classes::CONTRAST))
            });
            let object = from..stop.unwrap_or(end).max(from);
            if let Some(clause) = self.clauses.get_mut(k) {
                clause.words = begin..end;
                clause.object = object;
            }
            begin = end;
        }
        self.clauses
    }
}
