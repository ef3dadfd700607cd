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

/// How far a subject is looked for, in words.
const REACH: usize = 40;

struct Finder<'a> {
    words: &'a [Word],
    lexicon: &'a Lexicon,
    clauses: Vec<Clause>,
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
    fn tag(&self, i: usize) -> Tag {
        self.words.get(i).map_or(Tag::Stop, |word| word.tag)
    }

    fn is(&self, i: usize, classes: Classes) -> bool {
        self.words.get(i).is_some_and(|word| word.entry.is(classes))
    }

    fn forms(&self, i: usize) -> Forms {
        self.words.get(i).map_or(Forms::default(), |word| word.entry.forms)
    }

    fn kind(&self, i: usize) -> VerbKind {
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

    /// Finds the subject of a clause and gives the place where the clause begins.
    fn subject(&self, k: usize, clause: &mut Clause, bare: bool) -> usize {
        let group = clause.group.clone();
        let previous = k.checked_sub(1).and_then(|p| Some((p, self.clauses.get(p)?)));
        let floor = previous.map_or(0, |(_, p)| p.group.end).max(group.start.saturating_sub(REACH));
        let mut p = group.start;
        while p > floor
            && matches!(self.tag(p - 1), Tag::Adverb | Tag::Negator | Tag::Modal | Tag::Auxiliary)
        {
            p -= 1;
            if self.is(p, Classes::NEGATOR) {
                clause.negators.push(p);
            }
            if self.is(p, Classes::NECESSITY) {
                clause.necessity = Some(p);
            }
        }
        let share = |clause: &mut Clause| {
            if let Some((number, previous)) = previous {
                clause.subject = previous.subject.clone();
                clause.governor = Some(number);
                clause.shared = true;
            }
        };
        if p <= floor {
            // Nothing between: `want to win`, or the head of the sentence.
            if previous.is_some() {
                share(clause);
                clause.complement = clause.infinite;
            } else {
                self.behind(clause);
            }
            return group.start;
        }
        let behind = p - 1;
        match self.tag(behind) {
            Tag::Relative => {
                clause.relative = true;
                clause.governor = previous.map(|(number, _)| number);
                clause.subject = self.antecedent(behind, floor);
                behind
            }
            Tag::Coordinator => {
                let after_break = behind > 0 && self.tag(behind - 1) == Tag::Break;
                if !after_break {
                    share(clause);
                    if let Some((_, previous)) = previous {
                        clause.governor = previous.governor;
                        clause.complement = previous.complement;
                        clause.infinite |=
                            previous.infinite && self.forms(group.end - 1).has(Forms::BASE);
                        clause.necessity =
                            clause.necessity.or(if bare { previous.necessity } else { None });
                    }
                }
                clause.marker = Some(behind);
                behind
            }
            Tag::Preposition | Tag::Subordinator => {
                share(clause);
                clause.marker = Some(behind);
                if self.is(behind, Classes::NEGATOR) {
                    clause.negators.push(behind);
                }
                clause.infinite = true;
                behind
            }
            Tag::Comma | Tag::Break | Tag::Quote | Tag::Open | Tag::Close | Tag::Stop => {
                if clause.infinite {
                    share(clause);
                    return p;
                }
                if self.tag(behind) == Tag::Comma
                    && let Some(subject) = self.before_apposition(behind, floor, previous)
                {
                    clause.subject = subject;
                    return p;
                }
                self.behind(clause);
                p
            }
            // `that X is corrupt was known`: a clause is the subject.
            Tag::Adjective if !(floor..p).any(|i| self.tag(i).heads()) => p,
            _ => self.phrase_before(clause, p, floor, previous, bare),
        }
    }

    /// The subject is the noun phrase that ends before `p`.
    fn phrase_before(
        &self,
        clause: &mut Clause,
        p: usize,
        floor: usize,
        previous: Option<(usize, &Clause)>,
        bare: bool,
    ) -> usize {
        let start = self.phrase_start(p, floor, previous);
        let governor = previous.filter(|(_, previous)| {
            (previous.group.end..start).all(|i| {
                !matches!(self.tag(i), Tag::Break | Tag::Coordinator | Tag::Comma | Tag::Stop)
            })
        });
        clause.subject = start..p;
        if start > 0 && self.tag(start - 1) == Tag::Relative && governor.is_none() {
            clause.relative = true;
            clause.fronted = self.antecedent(start - 1, floor);
            return start - 1;
        }
        let Some((number, previous)) = governor else {
            // A mark at the head: `because`, `but`, `if`.
            let mut first = start;
            while first > floor
                && matches!(self.tag(first - 1), Tag::Subordinator | Tag::Coordinator | Tag::Adverb)
            {
                first -= 1;
                clause.marker = Some(first);
            }
            return first;
        };
        clause.governor = Some(number);
        let report = previous.head.is_some_and(|head| {
            self.kind(head).has(VerbKind::REPORT.or(VerbKind::DESIRE).or(VerbKind::QUOTE))
        });
        let named = (start..p).any(|i| {
            self.words.get(i).is_some_and(|word| word.mention.is_some())
                || self.tag(i) == Tag::Pronoun
        });
        if clause.infinite {
            // `want ISIS to win`; but `has a plan to win` and `stands with X to win`.
            let direct = start <= previous.group.end
                || self.is(start - 1, Classes::PREPOSITION) && !clause.group.is_empty();
            clause.complement = true;
            if !(named && direct) {
                clause.subject = previous.subject.clone();
                clause.shared = true;
            }
            return clause.group.start;
        }
        let connected = start > previous.group.end;
        if let Some(connector) = start.checked_sub(1).filter(|_| connected) {
            match self.tag(connector) {
                Tag::Subordinator => {
                    clause.marker = Some(connector);
                    clause.complement = self
                        .words
                        .get(connector)
                        .is_some_and(|word| word.entry.is(Classes::RELATIVE));
                    return connector;
                }
                Tag::Relative => {
                    clause.relative = true;
                    clause.fronted = self.antecedent(connector, floor.min(previous.group.end));
                    clause.marker = None;
                    return connector;
                }
                _ => {}
            }
        }
        // A participle behind an object (`troops backed by Iran`), unless somebody says it.
        let head = clause.group.end - 1;
        let participle = bare && self.forms(head).has(Forms::PARTICIPLE);
        if participle && !report && !previous.relative {
            clause.passive = true;
            clause.infinite = true;
            return clause.group.start;
        }
        if previous.relative && !report {
            // `the man who shot X said`: the verb of the outer clause.
            clause.subject = previous.subject.clone();
            clause.governor = previous.governor;
            return clause.group.start;
        }
        clause.complement = true;
        start
    }

    /// Where the noun phrase that ends before `p` begins.
    fn phrase_start(&self, p: usize, floor: usize, previous: Option<(usize, &Clause)>) -> usize {
        let mut start = p;
        while start > floor {
            let i = start - 1;
            let goes_on = match self.tag(i) {
                tag if tag.nominal() => true,
                Tag::Adverb => !self.is(i, Classes::CONTRAST),
                Tag::Preposition => start < p,
                Tag::Coordinator => {
                    // `Russia and Iran attacked`; but `X hit Y and Z praised it`.
                    let object = previous.is_some_and(|(_, previous)| {
                        i > previous.group.end
                            && !previous
                                .head
                                .is_some_and(|head| self.kind(head).has(VerbKind::REPORT))
                    });
                    i > floor
                        && !object
                        && !self.is(i, Classes::CONTRAST)
                        && self.tag(i - 1).nominal()
                }
                Tag::Comma => previous.is_none() && (i..p).any(|j| self.tag(j) == Tag::Coordinator),
                Tag::Quote => i > floor && self.tag(i - 1).nominal() && self.tag(i + 1).nominal(),
                _ => false,
            };
            if !goes_on {
                break;
            }
            start = i;
        }
        // A fronted phrase with a preposition is no subject, but what follows it may be.
        while start < p && matches!(self.tag(start), Tag::Adverb | Tag::Preposition | Tag::Comma) {
            start += 1;
        }
        start
    }

    /// The noun phrase before a relative pronoun.
    fn antecedent(&self, relative: usize, floor: usize) -> Range<usize> {
        let mut end = relative;
        while end > 0 && matches!(self.tag(end - 1), Tag::Comma | Tag::Preposition) {
            end -= 1;
        }
        let mut start = end;
        let floor = floor.min(end).max(end.saturating_sub(REACH));
        while start > floor && self.tag(start - 1).nominal() {
            start -= 1;
        }
        start..end
    }

    /// The subject before an apposition or a relative clause between commas.
    fn before_apposition(
        &self,
        comma: usize,
        floor: usize,
        previous: Option<(usize, &Clause)>,
    ) -> Option<Range<usize>> {
        if let Some((_, previous)) =
            previous.filter(|(_, previous)| previous.relative || previous.infinite)
        {
            return Some(previous.subject.clone()).filter(|subject| !subject.is_empty());
        }
        let open = (floor..comma)
            .rev()
            .take(14)
            .take_while(|&i| !matches!(self.tag(i), Tag::Break | Tag::Stop | Tag::Quote))
            .find(|&i| self.tag(i) == Tag::Comma)?;
        let start = self.phrase_start(open, floor, previous);
        Some(start..open).filter(|subject| !subject.is_empty() && self.tag(open - 1).heads())
    }

    /// The subject behind the verb: `said Kerry`, `is Russia right`.
    fn behind(&self, clause: &mut Clause) {
        let Some(head) = clause.head else { return };
        let inverts =
            self.kind(head).has(VerbKind::REPORT.or(VerbKind::QUOTE).or(VerbKind::COPULA))
                && !self.forms(head).only(Forms::BASE)
                && clause.group.len() == 1;
        if !inverts {
            return;
        }
        let start = clause.group.end;
        let mut end = start;
        while end < self.words.len() && end < start + REACH && self.tag(end).nominal() {
            let again = end > start
                && self.tag(end - 1).heads()
                && matches!(self.tag(end), Tag::Determiner | Tag::Possessive | Tag::Adjective);
            if again {
                break;
            }
            end += 1;
        }
        if end > start {
            clause.subject = start..end;
            clause.inverted = true;
        }
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
        let Some(governor) = clause.governor.filter(|&g| g < k && clause.complement) else {
            return;
        };
        let Some(governor) = self.clauses.get(governor) else { return };
        let Some(head) = governor.head else { return };
        // `fails to help`, `refuses to help`.
        if clause.infinite && self.is(head, Classes::NEGATOR) {
            clause.negators.push(head);
        }
        // `does not want to help`, `does not think that X helps`; not `did not say that`.
        let raises = self.kind(head).has(VerbKind::RAISES.or(VerbKind::DESIRE)) || clause.infinite;
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
