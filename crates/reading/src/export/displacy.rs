//! JSON that spaCy takes twice: displaCy's `manual` renderer draws `ents`, and `Doc.from_json` opens
//! it as a document with the mentions and opinions as groups of spans. On one line.
//!
//! Places count code points. Labels are those of spaCy's English models where there is one, so that
//! displaCy's colours fit. Entities may not overlap there: `ents` holds outer mentions only, `spans`
//! all of them. spaCy's tokens cover the text; what lies between ours (more white space than one
//! space, the line that marks the comments) becomes a token too.

use discussion::{
    Span,
    offsets::{Offsets, Unit},
};
use engine::EntityType;
use serde::Serialize;

use crate::{reading::Reading, term::Term};

#[derive(Serialize)]
struct Document<'a> {
    text: &'a str,
    title: &'a str,
    ents: Vec<LabelJson>,
    tokens: Vec<TokenJson>,
    sents: Vec<PlaceJson>,
    spans: SpansJson<'a>,
}

#[derive(Serialize)]
struct PlaceJson {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct LabelJson {
    #[serde(flatten)]
    place: PlaceJson,
    label: &'static str,
}

#[derive(Serialize)]
struct TokenJson {
    id: usize,
    #[serde(flatten)]
    place: PlaceJson,
}

#[derive(Serialize)]
struct SpansJson<'a> {
    mentions: Vec<SpanJson<'a>>,
    /// Labelled with the stance of the paragraph's writer.
    stances: Vec<SpanJson<'a>>,
    opinions: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
struct SpanJson<'a> {
    #[serde(flatten)]
    place: PlaceJson,
    label: &'static str,
    kb_id: &'a str,
}

/// A reading in this format.
#[must_use]
pub fn to_json(reading: &Reading) -> String {
    let discussion = &reading.discussion;
    let offsets = Offsets::new(&discussion.text);
    let place = |span: Span| {
        let (start, end) = offsets.span(span, Unit::CodePoints);
        PlaceJson { start, end }
    };
    let tokens = tokens(reading);
    // spaCy knows places between tokens only.
    let at_tokens = |span: Span| {
        let first = tokens.partition_point(|token| token.end <= span.start);
        let behind = tokens.partition_point(|token| token.start < span.end);
        let covered = tokens.get(first..behind)?;
        Some(covered.first()?.cover(*covered.last()?))
    };
    let mut ents: Vec<LabelJson> = Vec::new();
    let mut end = 0;
    let (mut mentions, mut stances, mut opinions) = (Vec::new(), Vec::new(), Vec::new());
    for paragraph in reading.paragraphs() {
        for (_, mention) in reading.mentions_in(paragraph) {
            let Some(entity) = reading.analysis.entities.get(mention.entity.index()) else {
                continue;
            };
            let Some(span) = at_tokens(mention.span) else { continue };
            let (label, kb_id) = (label(entity.kind), entity.slug.as_str());
            if span.start >= end {
                end = span.end;
                ents.push(LabelJson { place: place(span), label });
            }
            mentions.push(SpanJson { place: place(span), label, kb_id });
            if let Some(stance) = reading.writer_stance(paragraph, mention.entity) {
                stances.push(SpanJson { place: place(span), label: stance.term(), kb_id });
            }
        }
        for opinion in reading.opinions_in(paragraph) {
            let Some(span) = at_tokens(opinion.span) else { continue };
            let (label, kb_id) = (opinion.polarity.term(), reading.slug(opinion.target));
            opinions.push(SpanJson { place: place(span), label, kb_id });
        }
    }
    let document = Document {
        text: &discussion.text,
        title: &discussion.title,
        ents,
        sents: discussion
            .sentences
            .iter()
            .filter_map(|sentence| at_tokens(sentence.span))
            .map(place)
            .collect(),
        tokens: tokens
            .iter()
            .enumerate()
            .map(|(id, span)| TokenJson { id, place: place(*span) })
            .collect(),
        spans: SpansJson { mentions, stances, opinions },
    };
    serde_json::to_string(&document).unwrap_or_default()
}

/// Tokens that cover the text but for single spaces between them, which spaCy keeps as a flag of
/// the token before.
fn tokens(reading: &Reading) -> Vec<Span> {
    let text = &reading.discussion.text;
    let mut tokens: Vec<Span> = Vec::with_capacity(reading.discussion.tokens.len() * 5 / 4);
    let gap = |tokens: &mut Vec<Span>, from: u32, to: u32| {
        let between = Span { start: from, end: to }.of(text);
        let flagged = u32::from(!tokens.is_empty() && between.starts_with(' '));
        if from + flagged < to {
            tokens.push(Span { start: from + flagged, end: to });
        }
    };
    let mut at = 0;
    for token in &reading.discussion.tokens {
        // Nothing that is out of order could be shown as a sequence.
        if token.span.start < at || token.span.is_empty() {
            continue;
        }
        gap(&mut tokens, at, token.span.start);
        tokens.push(token.span);
        at = token.span.end;
    }
    gap(&mut tokens, at, text.len() as u32);
    tokens
}

fn label(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "PERSON",
        EntityType::Organisation => "ORG",
        EntityType::Place => "GPE",
        EntityType::Group => "NORP",
        EntityType::Event => "EVENT",
        EntityType::Work => "WORK_OF_ART",
        EntityType::Other => "MISC",
    }
}
