//! W3C Web Annotation (JSON-LD): a collection with one page that holds every mention and every
//! opinion as an annotation. On one line.
//!
//! Each is found by its words with what stands around them (`TextQuoteSelector`) and by its place
//! in code points (`TextPositionSelector`). The place counts in the text as it was read, so that
//! text, named by its hash, is the source; where the discussion has an address, this is the scope.

use discussion::{
    Span,
    offsets::{Offsets, Unit},
};
use engine::{Opinion, Polarity, analysis::sha256};
use serde::Serialize;

use super::holders;
use crate::{reading::Reading, term::Term};

/// Code points of the text that a quotation brings with it on each side, at most.
const AROUND: usize = 32;

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: &'a str,
    generator: Generator,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Generator {
    r#type: &'static str,
    name: &'static str,
    #[serde(rename = "schema:softwareVersion")]
    version: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    part_of: String,
    start_index: u32,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Target<'a>,
}

#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    purpose: &'static str,
    value: String,
    format: &'static str,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    selector: (Quote<'a>, Position),
}

#[derive(Serialize)]
struct Quote<'a> {
    r#type: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

#[derive(Serialize)]
struct Position {
    r#type: &'static str,
    start: u32,
    end: u32,
}

/// A reading in this format.
#[must_use]
pub fn to_json(reading: &Reading) -> String {
    let hash = sha256(reading.discussion.text.as_bytes());
    let source = uuid(&hash, "text");
    let text = &reading.discussion.text;
    let offsets = Offsets::new(text);
    let scope = reading.discussion.source.as_deref().filter(|source| is_address(source));
    let target = |span: Span| {
        let (start, end) = offsets.span(span, Unit::CodePoints);
        let (prefix, suffix) = around(text, span);
        let exact = span.of(text);
        Target {
            source: &source,
            scope,
            selector: (
                Quote { r#type: "TextQuoteSelector", exact, prefix, suffix },
                Position { r#type: "TextPositionSelector", start, end },
            ),
        }
    };
    let mut items = Vec::new();
    for paragraph in reading.paragraphs() {
        for (id, mention) in reading.mentions_in(paragraph) {
            let kind = reading.analysis.entities.get(mention.entity.index()).map(|e| e.kind.term());
            items.push(Annotation {
                id: uuid(&hash, &format!("mention {}", id.0)),
                r#type: "Annotation",
                motivation: "identifying",
                body: vec![
                    body("identifying", reading.name(mention.entity).to_owned()),
                    body("tagging", kind.unwrap_or("other").to_owned()),
                    body("tagging", reading.slug(mention.entity).to_owned()),
                ],
                target: target(mention.span),
            });
        }
    }
    let opinions = reading.paragraphs().flat_map(|paragraph| reading.opinions_in(paragraph));
    for (number, opinion) in opinions.enumerate() {
        items.push(Annotation {
            id: uuid(&hash, &format!("opinion {number}")),
            r#type: "Annotation",
            motivation: "assessing",
            body: vec![
                body("assessing", opinion.polarity.term().to_owned()),
                body("identifying", reading.name(opinion.target).to_owned()),
                body("tagging", reading.slug(opinion.target).to_owned()),
                body("describing", in_words(reading, opinion)),
            ],
            target: target(opinion.span),
        });
    }
    let id = uuid(&hash, "collection");
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: id.clone(),
        r#type: "AnnotationCollection",
        label: &reading.discussion.title,
        generator: Generator {
            r#type: "Software",
            name: "Stancelight",
            version: reading.analysis.stamp.engine.clone(),
        },
        total: items.len(),
        first: Page {
            id: uuid(&hash, "page"),
            r#type: "AnnotationPage",
            part_of: id,
            start_index: 0,
            items,
        },
    };
    serde_json::to_string(&collection).unwrap_or_default()
}

fn body(purpose: &'static str, value: String) -> Body {
    Body { r#type: "TextualBody", purpose, value, format: "text/plain" }
}

/// An opinion as a sentence, for programs that only show annotations.
fn in_words(reading: &Reading, opinion: &Opinion) -> String {
    let polarity = match opinion.polarity {
        Polarity::Supportive => "For",
        Polarity::Critical => "Against",
    };
    let target = reading.name(opinion.target);
    let holder = holders::in_words(reading, opinion.paragraph, opinion.holder);
    let cues: Vec<_> = opinion
        .evidence
        .iter()
        .map(|evidence| format!("\u{201c}{}\u{201d}", reading.discussion.slice(evidence.span)))
        .collect();
    format!("{polarity} {target}, held by {holder}; read from {}.", cues.join(", "))
}

/// An address that programs can follow.
fn is_address(source: &str) -> bool {
    let rest = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace()))
}

/// What stands before and behind a span: whole words where there are such.
fn around(text: &str, span: Span) -> (&str, &str) {
    let before = text.get(..span.start as usize).unwrap_or("");
    let behind = text.get(span.end as usize..).unwrap_or("");
    let from = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(i, _)| i);
    let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(i, _)| i);
    let mut prefix = before.get(from..).unwrap_or("");
    let mut suffix = behind.get(..to).unwrap_or("");
    if from > 0
        && let Some((_, words)) = prefix.split_once(char::is_whitespace)
    {
        prefix = words;
    }
    if to < behind.len()
        && let Some((words, _)) = suffix.rsplit_once(char::is_whitespace)
    {
        suffix = words;
    }
    (prefix, suffix)
}

/// A name for something of a text: a UUID of version 8 (RFC 9562) made of a hash, so that the same
/// reading has the same names.
fn uuid(text_hash: &str, what: &str) -> String {
    let hash = sha256(format!("{text_hash} {what}").as_bytes());
    let part = |range: std::ops::Range<usize>| hash.get(range).unwrap_or("");
    format!(
        "urn:uuid:{}-{}-8{}-a{}-{}",
        part(0..8),
        part(8..12),
        part(12..15),
        part(15..18),
        part(18..30)
    )
}
