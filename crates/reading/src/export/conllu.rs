//! CoNLL-U with entities in the last column, as CorefUD and Universal Anaphora write them.
//!
//! A reading has no parts of speech and no trees, and the format does not allow to leave them out:
//! every word is an `X` and hangs as `dep` on the first one, which is what Universal Dependencies
//! has for what is not known. Forms are in Unicode's form C, as the format asks; `TokenRange` says
//! where a token stands in the text as it is, in code points.
//!
//! A discussion is a document, since entities may not go over more than one, and its identifiers
//! begin with the start of the text's hash, since they may not occur twice in a file. What begins a
//! post says so. A mention covers every token that it touches; mentions that cross a sentence's end,
//! and a second one over the same tokens, are left out. Its head is its first word, as that of a name
//! is. Opinions have no place in this format; an entity's stance is that of the paragraph's writer.

use std::{fmt::Write as _, ops::RangeInclusive};

use discussion::{
    ParagraphId, SentenceId, Token,
    offsets::{Offsets, Unit},
};
use engine::{EntityType, analysis::sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::{json::paragraph_name, lines::on_one_line};
use crate::{reading::Reading, term::Term};

/// Digits of the text's hash in identifiers.
const HASH_DIGITS: usize = 8;

/// A reading in this format.
#[must_use]
pub fn to_conllu(reading: &Reading) -> String {
    let hash = sha256(reading.discussion.text.as_bytes());
    let document = format!("t{}", hash.get(..HASH_DIGITS).unwrap_or(""));
    let offsets = Offsets::new(&reading.discussion.text);
    let mut out = String::new();
    let mut post = None;
    for paragraph in reading.paragraphs() {
        let here = reading.discussion.paragraphs.get(paragraph.index()).map(|p| p.post);
        let mut first = true;
        for (number, (sentence, _)) in reading.discussion.sentences_of(paragraph).enumerate() {
            if reading.discussion.tokens_of(sentence).is_empty() {
                continue;
            }
            if out.is_empty() {
                document_head(reading, &document, &mut out);
            }
            if first && post != here {
                post = here;
                post_head(reading, paragraph, &mut out);
            }
            let name = format!("{document}-{}", paragraph_name(paragraph));
            if first {
                let _ = writeln!(out, "# newpar id = {name}");
            }
            first = false;
            let _ = writeln!(out, "# sent_id = {name}-s{}", number + 1);
            write_sentence(reading, paragraph, sentence, &document, &offsets, &mut out);
        }
    }
    out
}

/// Adds what is said of a document or a post, unless there is nothing to say.
fn comment(out: &mut String, key: &str, value: &str) {
    let value = normal(&on_one_line(value));
    if !value.is_empty() {
        let _ = writeln!(out, "# {key} = {value}");
    }
}

fn document_head(reading: &Reading, document: &str, out: &mut String) {
    comment(out, "newdoc id", document);
    comment(out, "global.Entity", "eid-etype-head-other");
    comment(out, "meta::title", &reading.discussion.title);
    comment(out, "meta::source", reading.discussion.source.as_deref().unwrap_or(""));
}

fn post_head(reading: &Reading, paragraph: ParagraphId, out: &mut String) {
    let number = reading.discussion.paragraphs.get(paragraph.index()).map_or(0, |p| p.post.0);
    comment(out, "post", &number.to_string());
    comment(out, "section", reading.discussion.section(paragraph).term());
    let Some(post) = reading.discussion.posts.get(number as usize) else { return };
    comment(out, "author", post.author.as_deref().unwrap_or(""));
    comment(out, "time", post.time.as_deref().unwrap_or(""));
    let parent = post.parent.map(|parent| parent.0.to_string());
    comment(out, "parent", &parent.unwrap_or_default());
}

fn write_sentence(
    reading: &Reading,
    paragraph: ParagraphId,
    sentence: SentenceId,
    document: &str,
    offsets: &Offsets<'_>,
    out: &mut String,
) {
    let tokens = reading.discussion.tokens_of(sentence);
    let last = tokens.len().saturating_sub(1);
    let apart = |i: usize| {
        tokens
            .get(i + 1)
            .is_none_or(|next| tokens.get(i).is_none_or(|t| t.span.end < next.span.start))
    };
    let forms: Vec<String> = tokens.iter().map(|token| form(reading, token)).collect();
    let mut text = String::new();
    for (i, form) in forms.iter().enumerate() {
        text += form;
        if i < last && apart(i) {
            text.push(' ');
        }
    }
    let _ = writeln!(out, "# text = {text}");
    let entities = entities(reading, paragraph, sentence, document);
    for (i, (token, form)) in tokens.iter().zip(&forms).enumerate() {
        let mut misc = String::new();
        if let Some(entity) = entities.get(i).filter(|entity| !entity.is_empty()) {
            let _ = write!(misc, "Entity={entity}|");
        }
        if !apart(i) {
            misc += "SpaceAfter=No|";
        }
        let (start, end) = offsets.span(token.span, Unit::CodePoints);
        let _ = write!(misc, "TokenRange={start}:{end}");
        let tree = if i == 0 { "0\troot" } else { "1\tdep" };
        let _ = writeln!(out, "{}\t{form}\t_\tX\t_\t_\t{tree}\t_\t{misc}", i + 1);
    }
    out.push('\n');
}

/// A token's word; white space inside it, which the format does not allow, left out.
fn form(reading: &Reading, token: &Token) -> String {
    let word = normal(reading.discussion.slice(token.span));
    let word: String = word.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    if word.is_empty() { "\u{fffd}".to_owned() } else { word }
}

fn normal(text: &str) -> String {
    text.nfc().collect()
}

/// The brackets at every token of a sentence.
fn entities(
    reading: &Reading,
    paragraph: ParagraphId,
    sentence: SentenceId,
    document: &str,
) -> Vec<String> {
    let tokens = reading.discussion.tokens_of(sentence);
    let mut seen: Vec<(usize, usize, u32)> = Vec::new();
    let mut spans: Vec<(RangeInclusive<usize>, String, String)> = Vec::new();
    for (_, mention) in reading.mentions_in(paragraph) {
        let Some(entity) = reading.analysis.entities.get(mention.entity.index()) else { continue };
        let inside = tokens.first().is_some_and(|first| first.span.start <= mention.span.start)
            && tokens.last().is_some_and(|last| mention.span.end <= last.span.end);
        let touched = |token: &Token| token.span.overlaps(mention.span);
        let ends = (tokens.iter().position(touched), tokens.iter().rposition(touched));
        let (true, (Some(first), Some(last))) = (inside, ends) else { continue };
        let number = mention.entity.0;
        // Two mentions of one entity that cross could not be told apart again.
        let crosses = |(from, to, other): &(usize, usize, u32)| {
            *other == number
                && ((first < *from && (*from..*to).contains(&last))
                    || (*from < first && first <= *to && *to < last))
        };
        let again = |(from, to, _): &(usize, usize, u32)| (*from, *to) == (first, last);
        if seen.iter().any(|known| again(known) || crosses(known)) {
            continue;
        }
        seen.push((first, last, number));
        let stance = reading.writer_stance(paragraph, mention.entity).map_or("", Term::term);
        let (id, kind) = (format!("{document}e{}", number + 1), mention.kind.term());
        let (ours, name) = (entity.kind.term(), escaped(&entity.name));
        let other = format!("type:{ours},kind:{kind},stance:{stance},name:{name}");
        spans.push((first..=last, id, format!("{}-1-{other}", type_name(entity.kind))));
    }
    let mut brackets = vec![String::new(); tokens.len()];
    for (i, bracket) in brackets.iter_mut().enumerate() {
        let mut opening: Vec<_> =
            spans.iter().filter(|(span, ..)| *span.start() == i && *span.end() > i).collect();
        discussion::order::sort_by_key(&mut opening, |(span, ..)| usize::MAX - *span.end());
        let mut closing: Vec<_> =
            spans.iter().filter(|(span, ..)| *span.end() == i && *span.start() < i).collect();
        discussion::order::sort_by_key(&mut closing, |(span, ..)| usize::MAX - *span.start());
        let closed: String = closing.iter().map(|(_, id, _)| format!("{id})")).collect();
        // Outer ones open first and close last, and what is one token long stands between; but an
        // opening bracket and a closing one behind it would read as one.
        let crossed = !opening.is_empty();
        if crossed {
            bracket.push_str(&closed);
        }
        for (_, id, rest) in opening {
            let _ = write!(bracket, "({id}-{rest}");
        }
        let single = |span: &RangeInclusive<usize>| *span.start() == i && *span.end() == i;
        for (_, id, rest) in spans.iter().filter(|(span, ..)| single(span)) {
            let _ = write!(bracket, "({id}-{rest})");
        }
        if !crossed {
            bracket.push_str(&closed);
        }
    }
    brackets
}

/// The type as the format calls it, which has a closed list of them.
fn type_name(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person | EntityType::Group => "person",
        EntityType::Organisation => "organization",
        EntityType::Place => "place",
        EntityType::Event => "event",
        EntityType::Work => "abstract",
        EntityType::Other => "other",
    }
}

/// A name as a value inside brackets: what would part it there, in the notation of addresses.
fn escaped(name: &str) -> String {
    let mut out = String::new();
    for c in normal(&on_one_line(name)).chars() {
        match c {
            '%' | '-' | '(' | ')' | ',' | ':' | '|' | '=' | '[' | ']' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            ' ' => out.push('_'),
            _ => out.push(c),
        }
    }
    out
}
