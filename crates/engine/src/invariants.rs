//! What the mentions and entities of every text promise, as one function that tests and fuzz
//! targets share.

use std::cmp::Reverse;

use discussion::Discussion;

use crate::analysis::{Analysis, Entity, EvidenceRole, Holder, Mention, Stance};

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

/// Checks every promise of an [`Analysis`]: those of its mentions, and of what is said of them.
///
/// Every opinion has words of the text that show it, which are more than its holder's name; every
/// entity that a paragraph mentions has one row for the paragraph's writer; a stance that is neither
/// neutral nor unclear has an opinion.
///
/// # Errors
/// The first promise that is broken, as a sentence.
pub fn check_analysis(discussion: &Discussion, analysis: &Analysis) -> Result<(), String> {
    check(discussion, &analysis.entities, &analysis.mentions)?;
    let is_text = |span: discussion::Span| {
        discussion.text.get(span.range()).is_some_and(|text| !text.is_empty())
    };
    for opinion in &analysis.opinions {
        let broken = |what: &str| Err(format!("an opinion {what}: {opinion:?}"));
        let evidence = &opinion.evidence;
        if evidence.iter().all(|evidence| evidence.role == EvidenceRole::Holder) {
            return broken("has no evidence");
        }
        if !evidence.iter().all(|evidence| is_text(evidence.span)) || !is_text(opinion.span) {
            return broken("is cut wrongly");
        }
        if !evidence.is_sorted_by_key(|evidence| evidence.span) {
            return broken("has evidence out of order");
        }
        if !(0.0..=1.0).contains(&opinion.score) {
            return broken("has no score from 0 to 1");
        }
        let mention = analysis.mentions.get(opinion.mention.index());
        if mention.is_none_or(|mention| mention.paragraph != opinion.paragraph)
            && !evidence.iter().any(|evidence| evidence.role == EvidenceRole::Answer)
        {
            return broken("has a mention elsewhere");
        }
    }
    if !analysis.opinions.is_sorted_by_key(|o| (o.paragraph, o.span, o.holder, o.target)) {
        return Err("opinions are not in order".to_owned());
    }
    let key = |row: &crate::analysis::StanceRow| (row.paragraph, row.holder, row.target);
    if !analysis.stances.is_sorted_by_key(key) {
        return Err("stances are not in order".to_owned());
    }
    if let Some(pair) = analysis.stances.windows(2).find(|pair| key(&pair[0]) == key(&pair[1])) {
        return Err(format!("there are two stances: {pair:?}"));
    }
    for mention in &analysis.mentions {
        let row = (mention.paragraph, Holder::Writer, mention.entity);
        if analysis.stances.binary_search_by_key(&row, key).is_err() {
            return Err(format!("its writer has no stance on {mention:?}"));
        }
    }
    for row in &analysis.stances {
        let says = matches!(row.stance, Stance::Supportive | Stance::Critical | Stance::Mixed);
        let first = analysis.opinions.partition_point(|o| o.paragraph < row.paragraph);
        let mut here = analysis.opinions.iter().skip(first);
        if says && !here.any(|o| (o.paragraph, o.holder, o.target) == key(row)) {
            return Err(format!("a stance has no opinion: {row:?}"));
        }
    }
    Ok(())
}
