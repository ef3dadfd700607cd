//! Stancelight JSON: the discussion in it, exactly as it was written.
//!
//! Text, posts, paragraphs and border are taken from the file; sentences and tokens follow from
//! them. What the file says of mentions and opinions is not read here: the engine reads the same
//! text again, and where it is the same engine finds the same. A damaged file opens as far as its
//! paragraphs make sense.

use super::{ImportError, MAX_BYTES, json::Value};
use crate::{
    border::BorderOrigin,
    discussion::{Discussion, ParagraphKind},
    offsets::{Offsets, Unit},
    outline::{Outline, OutlineParagraph, OutlinePost},
    span::Span,
};

/// The largest file of this kind in bytes: beside the text it holds what was found in it.
pub(super) const MAX_DOCUMENT_BYTES: usize = 8 * MAX_BYTES;

/// Whether bytes begin as such a file does.
pub(super) fn begins(bytes: &[u8]) -> bool {
    let head = bytes.get(..200).unwrap_or(bytes);
    let stamp = b"\"stamp\"";
    head.trim_ascii_start().starts_with(b"{") && head.windows(stamp.len()).any(|at| at == stamp)
}

/// Whether a value is such a document.
pub(super) fn is_document(value: Value<'_>) -> bool {
    value.has("stamp")
        && value.text_of("offsets").is_some_and(|unit| self::unit(unit).is_some())
        && value.text_of("text").is_some()
        && value.list_of("paragraphs").is_some()
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "codepoints" => Some(Unit::CodePoints),
        "utf16" => Some(Unit::Utf16),
        _ => None,
    }
}

/// The discussion of a document, and how many of its paragraphs make no sense.
///
/// # Errors
/// Where there is no text, or more than can be opened.
pub(super) fn read(
    document: Value<'_>,
    name: Option<&str>,
) -> Result<(Discussion, usize), ImportError> {
    let text = document.text_of("text").unwrap_or("");
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: text.len() });
    }
    let unit = document.text_of("offsets").and_then(unit).unwrap_or(Unit::CodePoints);
    let border = document.get("border");
    let confidence = border.and_then(|border| border.get("confidence")?.number()).unwrap_or(1.0);
    let given = document.text_of("title").filter(|title| !title.trim().is_empty());
    let outline = Outline {
        title: given.unwrap_or("").to_owned(),
        source: document.text_of("source").map(str::to_owned),
        text: text.to_owned(),
        posts: posts(document),
        paragraphs: paragraphs(document, text, unit),
        confidence: confidence as f32,
        origin: match border.and_then(|border| border.text_of("origin")) {
            Some("scored") => BorderOrigin::Scored,
            Some("reader") => BorderOrigin::Reader,
            _ => BorderOrigin::Marked,
        },
    };
    outline.discussion(name)
}

/// The paragraphs as the file has them; one whose place is missing gets one that is nowhere.
fn paragraphs(document: Value<'_>, text: &str, unit: Unit) -> Vec<OutlineParagraph> {
    let offsets = Offsets::new(text);
    let place = |paragraph: Value<'_>, key: &str| {
        let place: u32 = paragraph.get(key)?.word()?.parse().ok()?;
        Some(offsets.to_byte(place, unit))
    };
    let mut least = 0;
    let items = document.list_of("paragraphs").into_iter().flat_map(Value::items);
    items
        .map(|paragraph| {
            let found = place(paragraph, "start").zip(place(paragraph, "end"));
            let (start, end) = found.unwrap_or_default();
            let post = paragraph.word_of("post").and_then(|number| number.parse().ok());
            least = post.unwrap_or(least);
            OutlineParagraph {
                span: Span { start, end },
                kind: match paragraph.text_of("kind") {
                    Some("heading") => ParagraphKind::Heading,
                    Some("item") => ParagraphKind::Item,
                    Some("quote") => ParagraphKind::Quote,
                    _ => ParagraphKind::Body,
                },
                post: least,
            }
        })
        .collect()
}

fn posts(document: Value<'_>) -> Vec<OutlinePost> {
    let items = document.list_of("posts").into_iter().flat_map(Value::items);
    items
        .map(|post| {
            let word = |key: &str| post.word_of(key).map(str::to_owned);
            OutlinePost {
                author: word("author"),
                time: word("time"),
                parent: word("parent").and_then(|parent| parent.parse().ok()),
            }
        })
        .collect()
}
