//! The subject of a verb: before it, behind it, in front of a relative pronoun, an apposition or
//! parentheses, or shared with the verb before.

use std::ops::Range;

use crate::{
    grammar::{
        clauses::{Clause, Finder},
        tags::Tag,
    },
    models::lexicon::{Classes, Forms, VerbKind},
};

/// How far a subject is looked for, in words.
const REACH: usize = 40;

impl Finder<'_> {
    /// Finds the subject of a clause and gives the place where the clause begins.
    pub(super) fn subject(&self, k: usize, clause: &mut Clause, bare: bool) -> usize {
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
        if p > floor && self.tag(p - 1) == Tag::Close {
            // What stands in parentheses behind the subject.
            let open = (p.saturating_sub(REACH)..p).rev().find(|&i| self.tag(i) == Tag::Open);
            if let Some(open) = open.filter(|&open| open > 0) {
                let outer =
                    self.clauses.iter().enumerate().rev().find(|(_, c)| c.group.end <= open);
                let floor = outer.map_or(0, |(_, c)| c.group.end);
                if self.tag(open - 1).heads() && open > floor {
                    let start = self.phrase_start(open, floor, outer);
                    clause.subject = start..open;
                    return p;
                }
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
                        clause.infinite |= previous.infinite
                            && clause.head.is_some_and(|h| self.forms(h).has(Forms::BASE));
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
            Tag::Adjective if !(floor..p).any(|i| self.tag(i).heads()) => {
                // `is ready to help`.
                if clause.infinite {
                    share(clause);
                    clause.complement = true;
                }
                p
            }
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
        let head = clause.head.unwrap_or(clause.group.start);
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
                Tag::Comma => {
                    previous.is_none()
                        && (i..p).any(|j| self.tag(j) == Tag::Coordinator)
                        && (floor..i).all(|j| self.tag(j).nominal() || self.tag(j) == Tag::Comma)
                        && self.tag(floor) != Tag::Number
                }
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
            let outer =
                if previous.fronted.is_empty() { &previous.subject } else { &previous.fronted };
            return Some(outer.clone()).filter(|subject| !subject.is_empty());
        }
        let open = (floor..comma)
            .rev()
            .take(14)
            .take_while(|&i| !matches!(self.tag(i), Tag::Break | Tag::Stop | Tag::Quote))
            .find(|&i| self.tag(i) == Tag::Comma)?;
        let start = self.phrase_start(open, floor, previous);
        let names = |range: Range<usize>| {
            range.into_iter().any(|i| self.words.get(i).is_some_and(|w| w.mention.is_some()))
        };
        // `her adviser, Jane Doe, said`: the name stands in the apposition.
        if self.words.get(open + 1).is_some_and(|w| w.mention.is_some()) && !names(start..open) {
            return Some(open + 1..comma);
        }
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
}
