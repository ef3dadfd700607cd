//! What the mentions and entities of every text promise, as one function that tests and fuzz
//! targets share.

use std::cmp::Reverse;

use discussion::Discussion;

use crate::analysis::{Entity, Mention};

/// Checks every promise of [`crate::find_mentions`]; for tests and fuzz targets.
///
/// Mentions stand in order, inside one sentence, on character boundaries; they nest and never
/// cross. Each entity has a mention, a slug of its own, and stands in the order of its first
/// mention.
///
/// # Errors
/// The first promise that is broken, as a sentence.
pub fn check(
    discussion: &Discussion,
    entities: &[Entity],
    mentions: &[Mention],
) -> Result<(), String> {
    let mut next = 0;
    for (at, mention) in mentions.iter().enumerate() {
        let place = |what: &str| Err(format!("mention {at} {what}: {mention:?}"));
        if discussion.text.get(mention.span.range()).is_none_or(str::is_empty) {
            return place("is cut wrongly");
        }
        let sentence = discussion.sentences.get(mention.sentence.index());
        if !sentence.is_some_and(|sentence| {
            sentence.span.contains(mention.span) && sentence.paragraph == mention.paragraph
        }) {
            return place("is not in its sentence");
        }
        if !(0.0..=1.0).contains(&mention.confidence) {
            return place("has no confidence from 0 to 1");
        }
        if mention.entity.index() > next || mention.entity.index() >= entities.len() {
            return place("has an entity out of order");
        }
        next = next.max(mention.entity.index() + 1);
        let later = mentions.iter().skip(at + 1);
        if later
            .take_while(|later| later.span.start < mention.span.end)
            .any(|later| !mention.span.contains(later.span))
        {
            return place("crosses another");
        }
    }
    if !mentions.is_sorted_by_key(|mention| (mention.span.start, Reverse(mention.span.end))) {
        return Err("mentions are not in order".to_owned());
    }
    if next != entities.len() {
        return Err("an entity has no mention".to_owned());
    }
    let of_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let mut slugs: Vec<&str> = entities.iter().map(|entity| entity.slug.as_str()).collect();
    if let Some(slug) = slugs.iter().find(|slug| slug.is_empty() || !slug.chars().all(of_slug)) {
        return Err(format!("{slug:?} is no slug"));
    }
    slugs.sort_unstable();
    match slugs.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(format!("two entities have the slug {}", pair[0])),
        None => Ok(()),
    }
}
