//! Reporting verbs, nouns and phrases, and whom they name as the source.

use std::ops::Range;

use discussion::Span;

use super::{
    Reader, Speaker,
    contents::{content, content_end, trimmed},
};
use crate::{
    analysis::{Attribution, Holder},
    grammar::{
        Parsed,
        clauses::Clause,
        phrases::{self, Place},
        tags::Tag,
    },
    models::lexicon::{Classes, Prepositions, VerbKind},
};

impl Reader<'_> {
    /// Finds the reported speech of a sentence, and who could speak its quotations.
    pub(super) fn reported(&mut self, parsed: &Parsed) {
        for k in 0..parsed.clauses.len() {
            self.verb(parsed, k);
        }
        for i in 0..parsed.words.len() {
            if parsed.is(i, Classes::REPORTING_PHRASE) && parsed.tag(i + 1) == Tag::Preposition {
                self.according(parsed, i);
            } else if parsed.is(i, Classes::VIEW_NOUN) && parsed.tag(i) == Tag::Noun {
                self.view(parsed, i);
            }
            if parsed.is(i, Classes::CREDIT) && parsed.tag(i + 1) == Tag::Break {
                self.credit(parsed, i);
            }
            if parsed.is(i, Classes::REPORT_NOUN)
                && parsed.tag(i) == Tag::Noun
                && parsed.tag(i + 1) == Tag::Subordinator
                && parsed.is(i + 1, Classes::RELATIVE)
            {
                self.noun(parsed, i);
            }
        }
    }

    /// A clause whose verb reports.
    fn verb(&mut self, parsed: &Parsed, k: usize) {
        let Some(clause) = parsed.clauses.get(k) else { return };
        if self.certain(parsed, k) {
            return;
        }
        let (Some(head), Some(verb)) = (clause.head, parsed.verb(clause, self.lexicon)) else {
            return;
        };
        let reports = verb.kind.has(VerbKind::REPORT) || parsed.is(head, Classes::REPORTS);
        let speaks = VerbKind::QUOTE.or(VerbKind::ATTITUDE).or(VerbKind::COPULA);
        if !reports && !verb.kind.has(speaks) {
            return;
        }
        let mut source = if clause.passive { by(parsed, clause) } else { clause.subject.clone() };
        // `It is beautiful I think`: a pronoun speaks alone.
        let last = source.end.saturating_sub(1);
        if parsed.is(last, Classes::SUBJECT_PRONOUN) && source.contains(&last) {
            source.start = last;
        }
        // `It is said that`, but not `the method proposed`.
        let reduced = clause.passive && clause.group.len() == 1;
        // `It said that …`: an office or a paper; what needs a `that` (`it shows`) is no speech.
        let speaks_itself = verb.kind.has(VerbKind::REPORT)
            && !verb.kind.has(VerbKind::EXPLICIT)
            && !clause.passive
            && !clause.infinite
            && !parsed.is(source.start, Classes::DETERMINER)
            && parsed.is(source.start, Classes::SUBJECT_PRONOUN);
        let it =
            source.len() == 1 && parsed.is(source.start, Classes::IMPERSONAL) && !speaks_itself;
        if source.is_empty() && (!clause.passive || reduced) || it {
            return;
        }
        let Some(cue) = parsed.words.get(head).map(|word| word.span) else { return };
        let named = parsed.bytes(&source);
        // `This shows that …`: things say nothing, it is the writer who concludes.
        let explicit = verb.kind.has(VerbKind::EXPLICIT) || !verb.kind.has(VerbKind::REPORT);
        let thing = phrases::head(parsed, &source).is_some_and(|head| {
            let person = Classes::PERSON
                .or(Classes::SUBJECT_PRONOUN)
                .or(Classes::GENERIC)
                .or(Classes::SECOND_PERSON);
            parsed.is(head, Classes::IMPERSONAL) || explicit && !parsed.is(head, person)
        });
        let holder = match holder(parsed, &source, self.mentions) {
            Holder::Unnamed if thing => Holder::Writer,
            holder => holder,
        };
        let span = if named.is_empty() { cue } else { cue.cover(named) };
        if verb.kind.has(VerbKind::COPULA) {
            self.view_is(parsed, k);
            return;
        }
        // `called it "a mess"`: names what is judged, and may do so in quotation marks.
        let names = verb.kind.has(VerbKind::ATTITUDE) && verb.object == 0.0;
        let speaks = reports || names || verb.kind.has(VerbKind::QUOTE);
        let speaker = Speaker { holder, source: named, cue, span, reports, speaks };
        if !source.is_empty() {
            self.speakers.push(speaker);
        }
        if reports && let Some(content) = content(parsed, self.lexicon, k) {
            self.push(speaker, content);
        }
    }

    /// `X is sure that …`, `I'm not sure whether …`: whether the clause says so.
    fn certain(&mut self, parsed: &Parsed, k: usize) -> bool {
        let Some(clause) = parsed.clauses.get(k) else { return false };
        let Some(head) = clause.head else { return false };
        let adjective = if parsed.is(head, Classes::CERTAIN) {
            Some(head)
        } else {
            let near = (clause.group.end..parsed.words.len()).take(3);
            let mut near = near.skip_while(|&i| {
                !parsed.is(i, Classes::CERTAIN)
                    && (parsed.tag(i) == Tag::Adverb || parsed.is(i, Classes::INTENSIFIER))
            });
            near.next().filter(|&i| parsed.is(head, Classes::BE) && parsed.is(i, Classes::CERTAIN))
        };
        let source = &clause.subject;
        let it = source.len() == 1 && parsed.is(source.start, Classes::IMPERSONAL);
        let Some(that) = adjective.map(|at| at + 1).filter(|_| !source.is_empty() && !it) else {
            return false;
        };
        let named = parsed.tag(that) == Tag::Subordinator && parsed.is(that, Classes::RELATIVE);
        let open = parsed.is(that, Classes::QUESTION) || parsed.is(that, Classes::CONDITIONAL);
        let bare = parsed.clauses.get(k + 1).is_some_and(|next| {
            next.subject.start == that && !next.subject.is_empty() && !next.shared && !next.infinite
        });
        if !named && !open && !bare {
            return false;
        }
        let from = if named { that + 1 } else { that };
        let content = trimmed(parsed, from..content_end(parsed, k + 1));
        let (said_by, cue) = (parsed.bytes(source), parsed.bytes(&(that - 1..that)));
        let holder = holder(parsed, source, self.mentions);
        let span = cue.cover(said_by);
        let speaker = Speaker { holder, source: said_by, cue, span, reports: false, speaks: false };
        self.push(speaker, parsed.bytes(&content));
        true
    }

    /// `X's argument is that …`.
    fn view_is(&mut self, parsed: &Parsed, k: usize) {
        let Some(clause) = parsed.clauses.get(k) else { return };
        let that = clause.group.end;
        let Some(noun) = phrases::head(parsed, &clause.subject) else { return };
        let views = Classes::REPORT_NOUN.or(Classes::VIEW_NOUN);
        let said = parsed.tag(that) == Tag::Subordinator && parsed.is(that, Classes::RELATIVE);
        if clause.passive || !said || !parsed.is(noun, views) {
            return;
        }
        let phrase = clause.subject.start..noun;
        let mine = phrase.clone().any(|j| parsed.is(j, Classes::FIRST_PERSON));
        let owned = phrase.clone().any(|j| matches!(parsed.tag(j), Tag::Marker | Tag::Possessive));
        if !owned {
            return;
        }
        let owner = phrases::named(parsed, &clause.subject)
            .into_iter()
            .find(|(_, place)| *place == Place::Owner)
            .and_then(|(m, _)| self.mentions.get(parsed.mentions.get(m)?.mention as usize));
        let holder = match owner {
            Some(owner) => Holder::Source(owner.entity),
            None if mine => Holder::Writer,
            None => Holder::Unnamed,
        };
        let (named, cue) = (parsed.bytes(&phrase), parsed.bytes(&(noun..noun + 1)));
        let span = cue.cover(named);
        let speaker = Speaker { holder, source: named, cue, span, reports: true, speaks: true };
        let content = trimmed(parsed, that + 1..content_end(parsed, k + 1));
        self.push(speaker, parsed.bytes(&content));
    }

    /// `according to X`.
    fn according(&mut self, parsed: &Parsed, i: usize) {
        let from = i + 2;
        let source = from..phrases::base_end(parsed, from, parsed.words.len());
        if source.is_empty() {
            return;
        }
        let cue = parsed.bytes(&(i..i + 2));
        self.aside(parsed, i, &source, cue, source.end);
    }

    /// `Photo: X`: a picture or a figure is somebody's. What is attributed is not what the text says
    /// beside it.
    fn credit(&mut self, parsed: &Parsed, i: usize) {
        let end = phrases::base_end(parsed, i + 2, parsed.words.len().min(i + 8));
        let named = (i + 2..end).any(|j| parsed.words.get(j).is_some_and(|word| word.capital));
        let ends = matches!(
            parsed.tag(end),
            Tag::Stop | Tag::Comma | Tag::Break | Tag::Open | Tag::Close | Tag::Coordinator
        ) || end >= parsed.words.len();
        if !named || !ends {
            return;
        }
        let holder = holder(parsed, &(i + 2..end), self.mentions);
        let (source, cue) = (parsed.bytes(&(i + 2..end)), parsed.bytes(&(i..i + 1)));
        self.found.push(Attribution { holder, source, cue, content: cue, quoted: false });
    }

    /// `in X's view`, `in my opinion`, `in the words of X`.
    fn view(&mut self, parsed: &Parsed, i: usize) {
        let Some(start) =
            (i.saturating_sub(6)..i).rev().find(|&j| parsed.tag(j) == Tag::Preposition)
        else {
            return;
        };
        let behind = i + 2..phrases::base_end(parsed, i + 2, parsed.words.len());
        let of = parsed
            .words
            .get(i + 1)
            .is_some_and(|word| word.entry.preposition.has(Prepositions::OF));
        let owned = (start + 1..i).any(|j| matches!(parsed.tag(j), Tag::Marker | Tag::Possessive));
        let (source, end) = if owned {
            (start + 1..i + 1, i + 1)
        } else if of && !behind.is_empty() {
            (behind.clone(), behind.end)
        } else {
            return;
        };
        let cue = parsed.bytes(&(i..i + 1));
        self.aside(parsed, start, &source, cue, end);
    }

    /// A phrase that attributes the rest of its sentence.
    fn aside(
        &mut self,
        parsed: &Parsed,
        start: usize,
        source: &Range<usize>,
        cue: Span,
        end: usize,
    ) {
        let len = parsed.words.len();
        let owner = phrases::named(parsed, source)
            .into_iter()
            .find(|(_, place)| *place == Place::Owner)
            .and_then(|(m, _)| self.mentions.get(parsed.mentions.get(m)?.mention as usize));
        let mine = source.clone().any(|i| parsed.is(i, Classes::FIRST_PERSON));
        let holder = match owner {
            Some(owner) => Holder::Source(owner.entity),
            None if mine => Holder::Writer,
            None => holder(parsed, source, self.mentions),
        };
        let named = parsed.bytes(source);
        let speaker = Speaker {
            holder,
            source: named,
            cue,
            span: cue.cover(named),
            reports: true,
            speaks: true,
        };
        self.speakers.push(speaker);
        let words = |range: Range<usize>| range.filter(|&j| parsed.tag(j).verbal()).count();
        let comma = if parsed.tag(end) == Tag::Comma { end + 1 } else { end };
        let content = if words(0..start) == 0 {
            comma..len
        } else if words(comma..len) == 0 {
            0..start
        } else {
            0..len
        };
        let content = trimmed(parsed, content);
        self.push(speaker, parsed.bytes(&content));
    }

    /// `X's claim that …`, `the warning from X that …`.
    fn noun(&mut self, parsed: &Parsed, i: usize) {
        let mut start = i;
        while start > 0 && parsed.tag(start - 1).nominal() {
            start -= 1;
        }
        let owner = phrases::named(parsed, &(start..i + 1))
            .into_iter()
            .find(|(_, place)| matches!(place, Place::Owner | Place::Modifier));
        let clause = parsed.clauses.get(parsed.clause_at(i));
        let mine = (start..i).any(|j| parsed.is(j, Classes::FIRST_PERSON));
        let (holder, source) = match owner.and_then(|(m, _)| parsed.mentions.get(m)) {
            Some(placed) => (
                self.mentions
                    .get(placed.mention as usize)
                    .map_or(Holder::Unnamed, |m| Holder::Source(m.entity)),
                placed.first..placed.last + 1,
            ),
            None if mine => (Holder::Writer, start..i),
            None => {
                let light = clause
                    .and_then(|clause| parsed.verb(clause, self.lexicon))
                    .is_some_and(|verb| verb.kind.has(VerbKind::LIGHT.or(VerbKind::REPORT)));
                let subject = clause
                    .filter(|clause| light && clause.object.contains(&i))
                    .map_or(0..0, |clause| clause.subject.clone());
                (holder(parsed, &subject, self.mentions), subject)
            }
        };
        let from = i + 2;
        let end =
            parsed.clauses.get(parsed.clause_at(from)).map_or(from, |clause| clause.words.end);
        let cue = parsed.bytes(&(i..i + 1));
        let named = parsed.bytes(&source);
        let speaker =
            Speaker { holder, source: named, cue, span: cue, reports: true, speaks: true };
        let content = trimmed(parsed, from..end);
        self.push(speaker, parsed.bytes(&content));
    }

    fn push(&mut self, speaker: Speaker, content: Span) {
        if !content.is_empty() {
            let Speaker { holder, source, cue, .. } = speaker;
            self.found.push(Attribution { holder, source, cue, content, quoted: false });
        }
    }
}

/// The agent of a passive: the noun phrase behind `by`.
pub(crate) fn by(parsed: &Parsed, clause: &Clause) -> Range<usize> {
    let by = clause.object.clone().find(|&i| {
        parsed.words.get(i).is_some_and(|word| word.entry.preposition.has(Prepositions::BY))
    });
    by.map_or(0..0, |by| by + 1..phrases::base_end(parsed, by + 1, clause.object.end))
}

/// Whom a noun phrase names as a source.
pub(crate) fn holder(
    parsed: &Parsed,
    phrase: &Range<usize>,
    mentions: &[crate::analysis::Mention],
) -> Holder {
    let Some(head) = phrases::head(parsed, phrase) else { return Holder::Unnamed };
    if parsed.is(head, Classes::FIRST_PERSON) {
        return Holder::Writer;
    }
    phrases::named(parsed, phrase)
        .into_iter()
        .filter(|(_, place)| *place != Place::Owner)
        .find_map(|(m, _)| {
            let placed = parsed.mentions.get(m)?;
            mentions.get(placed.mention as usize).map(|mention| Holder::Source(mention.entity))
        })
        .unwrap_or(Holder::Unnamed)
}
