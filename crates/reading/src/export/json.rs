//! Stancelight JSON: everything that a reading holds.
//!
//! Offsets count Unicode code points from the start of `text`, ends exclusive. Paragraphs are named
//! `p1`, `p2`, … as on the page; posts, mentions and opinions are numbered from 0 in their order.
//! Scores, weights and confidences have at most four decimals.

use discussion::{
    ParagraphId, Span,
    offsets::{Offsets, Unit},
};
use engine::{EntityId, Holder};
use serde::Serialize;

use crate::{reading::Reading, term::Term};

/// A reading as Stancelight JSON, on one line, or indented for people.
#[must_use]
pub fn to_json(reading: &Reading, pretty: bool) -> String {
    let document = Document::of(reading);
    let json = if pretty {
        serde_json::to_string_pretty(&document)
    } else {
        serde_json::to_string(&document)
    };
    // Only a map with keys that are no strings could fail, and there is none.
    json.unwrap_or_default()
}

#[derive(Serialize)]
struct Document<'a> {
    stamp: StampJson<'a>,
    offsets: &'static str,
    title: &'a str,
    source: Option<&'a str>,
    border: BorderJson,
    posts: Vec<PostJson<'a>>,
    paragraphs: Vec<ParagraphJson>,
    entities: Vec<EntityJson<'a>>,
    mentions: Vec<MentionJson<'a>>,
    attributions: Vec<AttributionJson<'a>>,
    opinions: Vec<OpinionJson<'a>>,
    stances: Vec<StanceJson<'a>>,
    text: &'a str,
}

#[derive(Serialize)]
struct StampJson<'a> {
    engine: &'a str,
    tier: &'static str,
    #[serde(serialize_with = "as_map")]
    models: &'a [(String, String)],
    text: &'a str,
}

#[derive(Serialize)]
struct BorderJson {
    /// From 1; none where there are no comments.
    paragraph: Option<u64>,
    confidence: f64,
    origin: &'static str,
}

#[derive(Serialize)]
struct PostJson<'a> {
    id: usize,
    section: &'static str,
    author: Option<&'a str>,
    time: Option<&'a str>,
    parent: Option<u32>,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct ParagraphJson {
    id: String,
    post: u32,
    kind: &'static str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct EntityJson<'a> {
    slug: &'a str,
    name: &'a str,
    r#type: &'static str,
    aliases: &'a [String],
    gender: &'static str,
    known_as: Option<&'a str>,
}

#[derive(Serialize)]
struct MentionJson<'a> {
    paragraph: String,
    #[serde(flatten)]
    place: Place,
    text: &'a str,
    entity: Option<&'a str>,
    kind: &'static str,
    confidence: f64,
}

#[derive(Serialize)]
struct AttributionJson<'a> {
    holder: HolderJson<'a>,
    source: Place,
    cue: Place,
    content: Place,
    quoted: bool,
}

#[derive(Serialize)]
struct OpinionJson<'a> {
    paragraph: String,
    #[serde(flatten)]
    place: Place,
    holder: HolderJson<'a>,
    target: Option<&'a str>,
    mention: u32,
    polarity: &'static str,
    score: f64,
    tier: &'static str,
    evidence: Vec<EvidenceJson>,
    runner_up: RunnerUpJson,
    /// Without a place for what stands on no word.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    summands: Vec<SummandJson>,
}

#[derive(Serialize)]
struct RunnerUpJson {
    stance: &'static str,
    score: f64,
}

#[derive(Serialize)]
struct SummandJson {
    #[serde(flatten)]
    place: Option<Place>,
    weight: f64,
}

#[derive(Serialize)]
struct EvidenceJson {
    #[serde(flatten)]
    place: Place,
    role: &'static str,
    weight: f64,
}

#[derive(Serialize)]
struct StanceJson<'a> {
    paragraph: String,
    holder: HolderJson<'a>,
    target: Option<&'a str>,
    stance: &'static str,
    score: f64,
    tier: &'static str,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum HolderJson<'a> {
    Writer,
    /// Without an entity: somebody whom no entity stands for.
    Source {
        entity: Option<&'a str>,
    },
}

/// In code points.
#[derive(Serialize)]
struct Place {
    start: u32,
    end: u32,
}

impl<'a> Document<'a> {
    fn of(reading: &'a Reading) -> Self {
        let Reading { discussion, analysis, .. } = reading;
        let offsets = Offsets::new(&discussion.text);
        let place = |span: Span| {
            let (start, end) = offsets.span(span, Unit::CodePoints);
            Place { start, end }
        };
        let slug = |id: EntityId| analysis.entities.get(id.index()).map(|e| e.slug.as_str());
        let holder = |holder: Holder| match holder {
            Holder::Writer => HolderJson::Writer,
            Holder::Source(source) => HolderJson::Source { entity: slug(source) },
            Holder::Unnamed => HolderJson::Source { entity: None },
        };
        Self {
            stamp: StampJson {
                engine: &analysis.stamp.engine,
                tier: analysis.stamp.tier.term(),
                models: &analysis.stamp.models,
                text: &analysis.stamp.text,
            },
            offsets: "codepoints",
            title: &discussion.title,
            source: discussion.source.as_deref(),
            border: BorderJson {
                paragraph: discussion.border.paragraph.map(|p| u64::from(p.0) + 1),
                confidence: rounded(discussion.border.confidence),
                origin: discussion.border.origin.term(),
            },
            posts: discussion
                .posts
                .iter()
                .enumerate()
                .map(|(id, post)| PostJson {
                    id,
                    section: post.section.term(),
                    author: post.author.as_deref(),
                    time: post.time.as_deref(),
                    parent: post.parent.map(|parent| parent.0),
                    place: place(
                        post.paragraphs
                            .clone()
                            .filter_map(|i| discussion.paragraphs.get(i as usize))
                            .map(|paragraph| paragraph.span)
                            .reduce(Span::cover)
                            .unwrap_or_default(),
                    ),
                })
                .collect(),
            paragraphs: discussion
                .paragraphs
                .iter()
                .zip(0..)
                .map(|(paragraph, i)| ParagraphJson {
                    id: paragraph_name(ParagraphId(i)),
                    post: paragraph.post.0,
                    kind: paragraph.kind.term(),
                    place: place(paragraph.span),
                })
                .collect(),
            entities: analysis
                .entities
                .iter()
                .map(|entity| EntityJson {
                    slug: &entity.slug,
                    name: &entity.name,
                    r#type: entity.kind.term(),
                    aliases: &entity.aliases,
                    gender: entity.gender.term(),
                    known_as: entity.known_as.as_deref(),
                })
                .collect(),
            mentions: analysis
                .mentions
                .iter()
                .map(|mention| MentionJson {
                    paragraph: paragraph_name(mention.paragraph),
                    place: place(mention.span),
                    text: discussion.slice(mention.span),
                    entity: slug(mention.entity),
                    kind: mention.kind.term(),
                    confidence: rounded(mention.confidence),
                })
                .collect(),
            attributions: analysis
                .attributions
                .iter()
                .map(|attribution| AttributionJson {
                    holder: holder(attribution.holder),
                    source: place(attribution.source),
                    cue: place(attribution.cue),
                    content: place(attribution.content),
                    quoted: attribution.quoted,
                })
                .collect(),
            opinions: analysis
                .opinions
                .iter()
                .map(|opinion| OpinionJson {
                    paragraph: paragraph_name(opinion.paragraph),
                    place: place(opinion.span),
                    holder: holder(opinion.holder),
                    target: slug(opinion.target),
                    mention: opinion.mention.0,
                    polarity: opinion.polarity.term(),
                    score: rounded(opinion.score),
                    tier: opinion.tier.term(),
                    evidence: opinion
                        .evidence
                        .iter()
                        .map(|evidence| EvidenceJson {
                            place: place(evidence.span),
                            role: evidence.role.term(),
                            weight: rounded(evidence.weight),
                        })
                        .collect(),
                    runner_up: RunnerUpJson {
                        stance: opinion.runner_up.stance.term(),
                        score: rounded(opinion.runner_up.score),
                    },
                    summands: opinion
                        .summands
                        .iter()
                        .map(|summand| SummandJson {
                            place: (!summand.span.is_empty()).then(|| place(summand.span)),
                            weight: rounded(summand.weight),
                        })
                        .collect(),
                })
                .collect(),
            stances: analysis
                .stances
                .iter()
                .map(|row| StanceJson {
                    paragraph: paragraph_name(row.paragraph),
                    holder: holder(row.holder),
                    target: slug(row.target),
                    stance: row.stance.term(),
                    score: rounded(row.score),
                    tier: row.tier.term(),
                })
                .collect(),
            text: &discussion.text,
        }
    }
}

/// The name of a paragraph, counted from 1.
pub(super) fn paragraph_name(paragraph: ParagraphId) -> String {
    format!("p{}", u64::from(paragraph.0) + 1)
}

/// With at most four decimals; 0 for what is no number.
pub(super) fn rounded(score: f32) -> f64 {
    if score.is_finite() { (f64::from(score) * 10_000.0).round() / 10_000.0 } else { 0.0 }
}

fn as_map<S: serde::Serializer>(
    pairs: &&[(String, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, hash)| (name, hash)))
}

#[cfg(test)]
mod tests {
    use discussion::Section;
    use engine::{EntityType, Polarity, Stance};
    use serde_json::Value;

    use super::*;
    use crate::sample::Sample;

    fn parsed(reading: &Reading) -> Value {
        let json: Value = serde_json::from_str(&to_json(reading, false)).unwrap();
        assert_eq!(json, serde_json::from_str::<Value>(&to_json(reading, true)).unwrap());
        json
    }

    /// Every object with `start` and `end` lies in the text, and where it has a `text`, repeats it.
    fn check_spans(json: &Value, text: &[char]) {
        if let (Some(start), Some(end)) = (json["start"].as_u64(), json["end"].as_u64()) {
            let (start, end) = (start as usize, end as usize);
            assert!(start <= end && end <= text.len(), "{json}");
            if let Some(repeated) = json["text"].as_str() {
                assert_eq!(repeated, text[start..end].iter().collect::<String>());
            }
        }
        match json {
            Value::Array(items) => items.iter().for_each(|item| check_spans(item, text)),
            Value::Object(items) => items.values().for_each(|item| check_spans(item, text)),
            _ => {}
        }
    }

    #[test]
    fn writes_everything() {
        let reading = Sample::new(&["\u{1f600} Ad\u{e8}le praised Bob."])
            .comment("Cafe\u{301}s love Ad\u{e8}le!")
            .entity("Ad\u{e8}le", EntityType::Person)
            .mention("Ad\u{e8}le", 0, "Ad\u{e8}le")
            .mention("Bob", 0, "Bob")
            .mention("Ad\u{e8}le", 1, "Ad\u{e8}le")
            .opinion(0, Holder::Source(EntityId(0)), "Bob", Polarity::Supportive, "praised")
            .opinion(1, Holder::Unnamed, "Ad\u{e8}le", Polarity::Supportive, "love")
            .source(0, "Ad\u{e8}le", "Bob", Stance::Supportive)
            .unnamed(1, "Ad\u{e8}le", Stance::Supportive)
            .reading();
        insta::assert_snapshot!(to_json(&reading, true));
        let text: Vec<char> = reading.discussion.text.chars().collect();
        check_spans(&parsed(&reading), &text);
        assert_eq!(reading.paragraph_count(Section::Comments), 1);
    }

    #[test]
    fn an_empty_reading_is_valid() {
        let json = parsed(&Reading::default());
        assert_eq!(json["border"]["paragraph"], Value::Null);
        assert_eq!(json["posts"], Value::Array(Vec::new()));
    }

    #[test]
    fn scores_are_short() {
        for (score, expected) in [(0.87654, 0.8765), (0.1, 0.1), (f32::NAN, 0.0), (1.0, 1.0)] {
            assert_eq!(rounded(score).to_string(), f64::to_string(&expected));
        }
    }
}
