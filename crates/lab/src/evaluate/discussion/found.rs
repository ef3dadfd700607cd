//! What the engine finds in a post, in the names of gold entities.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use anyhow::Result;
use discussion::Span;
use engine::{Analysis, EntityId, Holder, MentionKind, Stance};

use crate::{
    corpus::{Assembled, Labelled},
    data::comments::{Item, Relation},
    evaluate::{Setup, stance::signed},
    metrics::Hits,
    passage::Passage,
};

/// What the engine finds in one post, in names of gold entities.
#[derive(Default)]
pub(super) struct Found {
    pub(super) mentions: Hits,
    /// How many entities it names.
    pub(super) entities: usize,
    /// How many of these are gold entities that it names.
    pub(super) matched: usize,
    pub(super) stances: BTreeMap<String, Stance>,
    pub(super) reported: Vec<Relation>,
}

impl Found {
    /// Reads a comment that stands alone.
    pub(super) fn in_comment(item: &Item, setup: &Setup) -> Result<Self> {
        let passage = Passage::comment(&item.text)?;
        let analysis = setup.analyze(&passage.discussion)?;
        let gold: Vec<(Span, &str)> = item
            .mentions
            .iter()
            .map(|mention| (passage.span(mention.span), mention.entity.as_str()))
            .collect();
        let matched = match_entities(&named(&analysis, &Span::new(0, usize::MAX)), &gold);
        let all = 0..u32::try_from(passage.discussion.paragraphs.len()).unwrap_or(u32::MAX);
        Ok(Self::in_post(&analysis, &Span::new(0, usize::MAX), &all, &gold, &matched))
    }

    /// Reads a discussion as a whole, and says what was found post by post.
    pub(super) fn in_discussion(labelled: &Labelled, setup: &Setup) -> Result<Vec<Self>> {
        let assembled = Assembled::of(labelled);
        let discussion = &assembled.discussion;
        let analysis = setup.analyze(discussion)?;
        let gold: Vec<(Span, &str)> = labelled
            .paragraphs()
            .enumerate()
            .flat_map(|(number, (_, paragraph))| {
                let mentions = paragraph.mentions.iter().filter(|mention| mention.is_named());
                mentions.map(move |mention| (number, mention))
            })
            .map(|(number, mention)| {
                (assembled.span(number, &mention.piece), mention.entity.as_str())
            })
            .collect();
        let matched = match_entities(&named(&analysis, &Span::new(0, usize::MAX)), &gold);
        let spans = |paragraphs: &Range<u32>| {
            let inside = paragraphs.start as usize..paragraphs.end as usize;
            let inside = discussion.paragraphs.get(inside).unwrap_or(&[]).iter();
            inside.map(|paragraph| paragraph.span).reduce(Span::cover).unwrap_or_default()
        };
        let found = discussion
            .posts
            .iter()
            .map(|post| {
                let span = spans(&post.paragraphs);
                let gold: Vec<(Span, &str)> =
                    gold.iter().filter(|(at, _)| span.contains(*at)).copied().collect();
                Self::in_post(&analysis, &span, &post.paragraphs, &gold, &matched)
            })
            .collect();
        Ok(found)
    }

    fn in_post(
        analysis: &Analysis,
        span: &Span,
        paragraphs: &Range<u32>,
        gold: &[(Span, &str)],
        matched: &BTreeMap<EntityId, String>,
    ) -> Self {
        let predicted = named(analysis, span);
        let entities: BTreeSet<EntityId> = predicted.iter().map(|(_, entity)| *entity).collect();
        let is_gold = |entity: &&EntityId| {
            matched.get(entity).is_some_and(|name| gold.iter().any(|(_, other)| other == name))
        };
        Self {
            mentions: Hits::count(&spans(&predicted), &spans(gold)),
            matched: entities.iter().filter(is_gold).count(),
            entities: entities.len(),
            stances: matched
                .iter()
                .map(|(entity, name)| (name.clone(), writer_stance(analysis, *entity, paragraphs)))
                .collect(),
            reported: reported(analysis, matched, paragraphs),
        }
    }
}

/// The names and adjectives inside a span.
fn named(analysis: &Analysis, span: &Span) -> Vec<(Span, EntityId)> {
    analysis
        .mentions
        .iter()
        .filter(|m| matches!(m.kind, MentionKind::Name | MentionKind::Adjective))
        .filter(|mention| span.contains(mention.span))
        .map(|mention| (mention.span, mention.entity))
        .collect()
}

fn spans<T>(mentions: &[(Span, T)]) -> Vec<Span> {
    mentions.iter().map(|(span, _)| *span).collect()
}

/// Pairs predicted with gold entities by the mentions that they share.
fn match_entities(
    predicted: &[(Span, EntityId)],
    gold: &[(Span, &str)],
) -> BTreeMap<EntityId, String> {
    let mut shared: BTreeMap<(EntityId, &str), usize> = BTreeMap::new();
    for (span, entity) in predicted {
        for (_, name) in gold.iter().filter(|(other, _)| other == span) {
            *shared.entry((*entity, name)).or_default() += 1;
        }
    }
    let mut pairs: Vec<_> = shared.into_iter().collect();
    pairs.sort_by_key(|(pair, count)| (Reverse(*count), *pair));
    let mut matched: BTreeMap<EntityId, String> = BTreeMap::new();
    for ((entity, name), _) in pairs {
        if !matched.contains_key(&entity) && !matched.values().any(|taken| taken == name) {
            matched.insert(entity, name.to_owned());
        }
    }
    matched
}

/// The writer's stance on an entity over all paragraphs: the one stance that the paragraphs which
/// take one agree on, mixed where they do not, unclear where only that was said.
fn writer_stance(analysis: &Analysis, entity: EntityId, paragraphs: &Range<u32>) -> Stance {
    let rows: BTreeSet<Stance> = analysis
        .stances
        .iter()
        .filter(|row| row.holder == Holder::Writer && row.target == entity)
        .filter(|row| paragraphs.contains(&row.paragraph.0))
        .map(|row| row.stance)
        .collect();
    let has = |stance| rows.contains(&stance);
    match (has(Stance::Supportive), has(Stance::Critical)) {
        (true, true) => Stance::Mixed,
        _ if has(Stance::Mixed) => Stance::Mixed,
        (true, false) => Stance::Supportive,
        (false, true) => Stance::Critical,
        _ if has(Stance::Unclear) || rows.is_empty() => Stance::Unclear,
        _ => Stance::Neutral,
    }
}

/// What the comment says that named sources hold: the sign of the sum of their opinions.
fn reported(
    analysis: &Analysis,
    matched: &BTreeMap<EntityId, String>,
    paragraphs: &Range<u32>,
) -> Vec<Relation> {
    let mut sums: BTreeMap<(EntityId, EntityId), f32> = BTreeMap::new();
    for opinion in analysis.opinions.iter().filter(|o| paragraphs.contains(&o.paragraph.0)) {
        if let Holder::Source(holder) = opinion.holder {
            *sums.entry((holder, opinion.target)).or_default() += signed(opinion);
        }
    }
    let name = |entity: EntityId| {
        matched.get(&entity).cloned().unwrap_or_else(|| format!("unmatched {}", entity.0))
    };
    sums.into_iter()
        .filter(|(_, sum)| *sum != 0.0)
        .map(|((holder, target), sum)| Relation {
            holder: name(holder),
            target: name(target),
            stance: if sum > 0.0 { "supportive" } else { "critical" }.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use engine::StanceRow;

    use super::*;

    #[test]
    fn entities_match_one_to_one_by_shared_mentions() {
        let span = |at| Span::new(at, at + 2);
        let predicted = [
            (span(0), EntityId(0)),
            (span(10), EntityId(0)),
            (span(20), EntityId(1)),
            (span(30), EntityId(2)),
        ];
        let gold = [(span(0), "Mina"), (span(10), "Oslo"), (span(20), "Oslo"), (span(40), "Per")];
        let matched = match_entities(&predicted, &gold);
        // Entity 0 shares one mention with each; the first pair in order wins, and Oslo is left.
        assert_eq!(matched[&EntityId(0)], "Mina");
        assert_eq!(matched[&EntityId(1)], "Oslo");
        assert_eq!(matched.len(), 2);
    }

    #[test]
    fn paragraphs_are_taken_together() {
        let check = |stances: &[Stance], expected| {
            let rows = stances.iter().map(|stance| StanceRow {
                paragraph: discussion::ParagraphId(0),
                holder: Holder::Writer,
                target: EntityId(0),
                stance: *stance,
                score: 0.5,
                tier: engine::Tier::Quick,
            });
            let analysis = Analysis { stances: rows.collect(), ..Analysis::default() };
            assert_eq!(writer_stance(&analysis, EntityId(0), &(0..1)), expected);
        };
        check(&[Stance::Neutral, Stance::Critical], Stance::Critical);
        check(&[Stance::Supportive, Stance::Critical], Stance::Mixed);
        check(&[Stance::Supportive, Stance::Mixed], Stance::Mixed);
        check(&[Stance::Neutral, Stance::Unclear], Stance::Unclear);
        check(&[Stance::Neutral], Stance::Neutral);
        check(&[], Stance::Unclear);
    }
}
