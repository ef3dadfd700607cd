//! Stancelight JSON: the discussion in it, exactly as it was written.
//!
//! Text, posts, paragraphs and border are taken from the file; sentences and tokens follow from
//! them. What the file says of mentions and opinions is not read here: the engine reads the same
//! text again, and where it is the same engine finds the same. A damaged file opens as far as its
//! paragraphs make sense.

use super::{ImportError, MAX_BYTES, json::Value, title};
use crate::{
    border::{Border, BorderOrigin},
    discussion::{Discussion, ParagraphId, ParagraphKind, Post, PostId, Section},
    offsets::{Offsets, Unit},
    paragraphs::Block,
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
    let mut discussion = Discussion {
        source: document.text_of("source").map(str::to_owned),
        text: text.to_owned(),
        ..Discussion::default()
    };
    let unit = document.text_of("offsets").and_then(unit).unwrap_or(Unit::CodePoints);
    let (post_of, broken) = push_paragraphs(&mut discussion, document, unit);
    if discussion.paragraphs.is_empty() {
        return Err(ImportError::Empty);
    }
    let given = document.text_of("title").filter(|title| !title.trim().is_empty());
    discussion.title = match given {
        // As it is, to the letter: what is written again is the same.
        Some(title) => title.to_owned(),
        None => title::choose(None, name, &discussion),
    };
    set_posts(&mut discussion, document, &post_of);
    let border = document.get("border");
    let confidence = border.and_then(|border| border.get("confidence")?.number()).unwrap_or(1.0);
    discussion.border = Border {
        paragraph: discussion.posts.get(1).map(|post| ParagraphId(post.paragraphs.start)),
        confidence: (confidence as f32).clamp(0.0, 1.0),
        origin: match border.and_then(|border| border.text_of("origin")) {
            Some("scored") => BorderOrigin::Scored,
            Some("reader") => BorderOrigin::Reader,
            _ => BorderOrigin::Marked,
        },
    };
    Ok((discussion, broken))
}

/// Adds the paragraphs that lie in the text in order, and gives the number of each one's post.
fn push_paragraphs(
    discussion: &mut Discussion,
    document: Value<'_>,
    unit: Unit,
) -> (Vec<u32>, usize) {
    let text = discussion.text.clone();
    let offsets = Offsets::new(&text);
    let place = |paragraph: Value<'_>, key: &str| {
        let place: u32 = paragraph.get(key)?.word()?.parse().ok()?;
        Some(offsets.to_byte(place, unit))
    };
    let (mut post_of, mut broken) = (Vec::new(), 0);
    let mut end = 0;
    for paragraph in document.list_of("paragraphs").into_iter().flat_map(Value::items) {
        let found = place(paragraph, "start").zip(place(paragraph, "end"));
        let span = found.filter(|(start, behind)| end <= *start && start < behind);
        let Some(span) = span.and_then(|(start, end)| trimmed(&text, Span { start, end })) else {
            broken += 1;
            continue;
        };
        let kind = match paragraph.text_of("kind") {
            Some("heading") => ParagraphKind::Heading,
            Some("item") => ParagraphKind::Item,
            Some("quote") => ParagraphKind::Quote,
            _ => ParagraphKind::Body,
        };
        let count = discussion.paragraphs.len();
        discussion.push_paragraph(Block { span, kind });
        if discussion.paragraphs.len() == count {
            broken += 1;
            continue;
        }
        end = span.end;
        // Posts stand in order, and the first paragraph is the article's.
        let least = post_of.last().copied().unwrap_or(0);
        let post = paragraph.word_of("post").and_then(|number| number.parse().ok());
        post_of.push(if count == 0 { 0 } else { post.unwrap_or(least).max(least) });
    }
    (post_of, broken)
}

/// A span without white space around it; none where nothing else is in it.
fn trimmed(text: &str, span: Span) -> Option<Span> {
    let said = span.of(text).trim_start();
    let start = span.end as usize - said.len();
    let said = said.trim_end();
    (!said.is_empty()).then(|| Span::new(start, start + said.len()))
}

/// Makes the posts that have paragraphs, the article's first.
fn set_posts(discussion: &mut Discussion, document: Value<'_>, post_of: &[u32]) {
    let given: Vec<Value<'_>> =
        document.list_of("posts").into_iter().flat_map(Value::items).collect();
    let mut numbers: Vec<Option<u32>> = vec![None; given.len()];
    let mut posts: Vec<Post> = Vec::new();
    let mut last = None;
    for (i, number) in (0_u32..).zip(post_of) {
        if last == Some(*number)
            && let Some(post) = posts.last_mut()
        {
            post.paragraphs.end = i + 1;
            continue;
        }
        last = Some(*number);
        let post = given.get(*number as usize).copied();
        let word = |key: &str| post.and_then(|post| post.word_of(key)).map(str::to_owned);
        let parent = word("parent")
            .and_then(|parent| parent.parse::<usize>().ok())
            .and_then(|parent| *numbers.get(parent)?);
        if let Some(slot) = numbers.get_mut(*number as usize) {
            *slot = Some(posts.len() as u32);
        }
        let article = posts.is_empty();
        posts.push(Post {
            section: if article { Section::Article } else { Section::Comments },
            author: word("author"),
            time: word("time"),
            parent: parent.map(PostId),
            paragraphs: i..i + 1,
        });
    }
    discussion.posts = posts;
    discussion.name_posts();
}
