//! Reporting verbs, nouns and phrases, and whom they name as the source.

use std::ops::Range;

use discussion::Span;

use super::{Reader, Speaker};
use crate::{
    analysis::{Attribution, Holder},
    grammar::{
        Parsed,
        clauses::Clause,
        phrases::{self, Place},
        tags::Tag,
    },
    models::{
        Lexicon,
        lexicon::{Classes, Forms, Prepositions, VerbKind},
    },
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
        let it = source.len() == 1 && parsed.is(source.start, Classes::IMPERSONAL);
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

/// What a reporting clause says: what hangs on its verb, else what stands before it.
fn content(parsed: &Parsed, lexicon: &Lexicon, k: usize) -> Option<Span> {
    let clause = parsed.clauses.get(k)?;
    let len = parsed.words.len();
    let next = parsed.clauses.get(k + 1);
    // `said that …`, `told her that …`: what follows `that`, however it goes on.
    let ahead = if clause.inverted { clause.subject.end } else { clause.group.end };
    let that = (ahead..len).take(12).take_while(|&i| {
        parsed.tag(i).nominal()
            || matches!(parsed.tag(i), Tag::Subordinator | Tag::Preposition | Tag::Adverb)
    });
    let that = that
        .into_iter()
        .find(|&i| parsed.tag(i) == Tag::Subordinator && parsed.is(i, Classes::RELATIVE));
    if let Some(that) = that {
        let content = trimmed(parsed, that + 1..content_end(parsed, k + 1));
        return Some(parsed.bytes(&content));
    }
    let explicit = parsed
        .verb(clause, lexicon)
        .is_some_and(|verb| verb.kind.has(VerbKind::EXPLICIT) || !verb.kind.has(VerbKind::REPORT));
    // `found yields would fall`, but not `found a boy injured`.
    let finite = |next: &Clause| {
        next.group.len() > 1
            || next.head.is_some_and(|head| {
                let ends = next.subject.end.wrapping_sub(1);
                parsed.words.get(head).is_some_and(|w| !w.entry.forms.has(Forms::PARTICIPLE))
                    || parsed.is(ends, Classes::SUBJECT_PRONOUN)
            })
    };
    let hangs = next.is_some_and(|next| {
        next.governor == Some(k)
            && next.complement
            && (!next.infinite || clause.passive && !explicit)
            && (!explicit
                || finite(next)
                    && next.marker.is_none()
                    && !clause.infinite
                    && clause.fronted.is_empty()
                    && next.subject.start == ahead)
    });
    if let Some(next) = next.filter(|_| hangs) {
        let mut from = match next.marker {
            Some(marker) => marker + 1,
            None if next.shared || next.infinite => next.group.start,
            None => next.subject.start,
        };
        // A fronted phrase between (`said that, in Syria, …`) belongs to what is said.
        if next.marker.is_none() && !next.shared {
            from = from.min(next.words.start.max(clause.group.end));
        }
        let end = content_end(parsed, k + 1);
        let content = trimmed(parsed, from..end);
        return Some(parsed.bytes(&content));
    }
    // `…, critics say.`: nothing but a place or a time behind the verb.
    let start = if clause.inverted { clause.group.start } else { clause.subject.start };
    let start = start.min(clause.group.start);
    // Beside quotation marks, the quotation is what is said.
    let quote = |i: usize| parsed.tag(i) == Tag::Quote;
    let quoted = (ahead..len).take(6).any(quote);
    let before = start.checked_sub(1);
    let beside = before
        .is_some_and(|before| quote(before) || before.checked_sub(1).is_some_and(quote))
        || quote(ahead)
        || quote(ahead + 1) && matches!(parsed.tag(ahead), Tag::Comma | Tag::Break);
    let closes = matches!(parsed.tag(ahead), Tag::Comma | Tag::Break | Tag::Stop | Tag::Close);
    let own = !clause.shared && !clause.infinite && clause.negators.is_empty();
    let subject = clause.subject.end.wrapping_sub(1);
    let addressed = parsed.is(subject, Classes::SECOND_PERSON);
    if let Some(before) = before.filter(|_| !beside && own && !addressed) {
        // `As X told us, …`.
        let as_said = parsed.is(before, Classes::REPORTING_AS);
        let comma = (ahead..len).take(10).find(|&i| parsed.tag(i) == Tag::Comma);
        if let Some(comma) = comma.filter(|_| as_said) {
            let content = if before == 0 { comma + 1..len } else { 0..before };
            return Some(parsed.bytes(&trimmed(parsed, content)));
        }
        let pronoun = parsed.is(subject, Classes::SUBJECT_PRONOUN);
        let follows = matches!(parsed.tag(before), Tag::Comma | Tag::Break)
            || pronoun && closes && parsed.tag(before) != Tag::Subordinator;
        let bare = !matches!(
            parsed.tag(ahead),
            Tag::Name | Tag::Noun | Tag::Determiner | Tag::Pronoun | Tag::Possessive | Tag::To
        ) || parsed.is(ahead, Classes::ADVERB);
        let rest = (ahead..len).any(|i| parsed.tag(i).verbal());
        let said = parsed.clauses.get(..k)?.iter().any(|clause| clause.head.is_some());
        let inserted = closes && rest && parsed.tag(ahead) == Tag::Comma;
        if follows && bare && (said || inserted) {
            let end = if inserted { len } else { before + 1 };
            return Some(parsed.bytes(&trimmed(parsed, 0..end)));
        }
    }
    // `said although …`, `said Ann Lee, the mayor, left`: whatever has a verb.
    let says = !explicit
        && !clause.infinite
        && !clause.passive
        && clause.fronted.is_empty()
        && !closes
        && !quoted;
    let goes_on = next.is_some_and(|next| {
        let marked = next.marker.is_some_and(|marker| {
            parsed.tag(marker) == Tag::Coordinator
                || parsed.is(marker, Classes::SUBORDINATOR)
                    && !parsed.is(marker, Classes::CONCESSION.or(Classes::CONDITIONAL))
        });
        let close = ahead..next.subject.start;
        let between = close
            .clone()
            .any(|i| matches!(parsed.tag(i), Tag::Coordinator | Tag::Break | Tag::Relative))
            || parsed.tag(ahead) == Tag::Preposition;
        let near = close.len() < 16 && next.subject.start >= ahead && !next.subject.is_empty();
        !next.shared && !next.infinite && !next.relative && !marked && near && !between
    });
    (says && goes_on).then(|| parsed.bytes(&trimmed(parsed, ahead..content_end(parsed, k + 1))))
}

/// Where indirect speech that begins with a clause ends: at a `but` with a subject of its own, or
/// with the sentence.
fn content_end(parsed: &Parsed, k: usize) -> usize {
    parsed
        .clauses
        .iter()
        .skip(k + 1)
        .find(|other| {
            let contrast = other.marker.is_some_and(|marker| {
                parsed.is(marker, Classes::COORDINATOR)
                    && parsed.is(marker, Classes::CONTRAST)
                    && marker > 0
                    && parsed.tag(marker - 1) == Tag::Comma
            });
            contrast && !other.shared
        })
        .map_or(parsed.words.len(), |other| other.words.start)
}

/// A range of words without the signs around it.
fn trimmed(parsed: &Parsed, range: Range<usize>) -> Range<usize> {
    let sign = |i: usize| matches!(parsed.tag(i), Tag::Comma | Tag::Break | Tag::Quote | Tag::Stop);
    let mut range = range.start..range.end.min(parsed.words.len());
    while range.start < range.end && sign(range.start) {
        range.start += 1;
    }
    while range.start < range.end && sign(range.end - 1) {
        range.end -= 1;
    }
    range
}
