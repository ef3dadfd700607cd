//! What a reporting clause says: where its content begins and ends.

use std::ops::Range;

use discussion::Span;

use crate::{
    grammar::{Parsed, clauses::Clause, tags::Tag},
    models::{
        Lexicon,
        lexicon::{Classes, Forms, VerbKind},
    },
};

/// What a reporting clause says: what hangs on its verb, else what stands before it.
pub(super) fn content(parsed: &Parsed, lexicon: &Lexicon, k: usize) -> Option<Span> {
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
    // `I think, …` at the head of a sentence.
    let speaks = before.is_none() && own && !beside && !addressed && !explicit;
    if speaks
        && parsed.is(subject, Classes::SUBJECT_PRONOUN)
        && matches!(parsed.tag(ahead), Tag::Comma | Tag::Break)
        && (ahead..len).any(|i| parsed.tag(i).verbal())
    {
        return Some(parsed.bytes(&trimmed(parsed, ahead..len)));
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
pub(super) fn content_end(parsed: &Parsed, k: usize) -> usize {
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
pub(super) fn trimmed(parsed: &Parsed, range: Range<usize>) -> Range<usize> {
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
