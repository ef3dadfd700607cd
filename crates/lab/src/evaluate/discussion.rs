//! `discussion`: whole comments, end to end, with nothing given.
//!
//! - Mentions: names and adjectives, by span whatever their type.
//! - Entities: a predicted entity matches the gold entity with which it shares most mentions, one
//!   to one, the pairs with most shared mentions first.
//! - Stance: the writer's stance on each gold entity, from the paragraphs of the comment taken
//!   together; an entity that was not found is an abstention. Entities on which gold is mixed are
//!   left out of the three classes; a predicted mixed or unclear is a miss for the gold class.
//! - Reported relations: holder, target and sign, in names of gold entities. A relation of an
//!   entity that matches no gold entity is a false positive.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use anyhow::Result;
use discussion::Span;
use engine::{Analysis, EntityId, Holder, MentionKind, Stance};
use rayon::prelude::*;
use serde_json::json;

use crate::{
    data::{
        self,
        comments::{CLASSES, Item, Relation},
    },
    evaluate::{Setup, scores::Scores, stance::signed},
    metrics::{Confusion, Hits, rounded},
    passage::Passage,
    vader::{Vader, VaderClass},
};

/// Evaluates the comments of some files.
pub(super) fn evaluate(files: &[PathBuf], setup: &Setup) -> Result<Scores> {
    let mut items: Vec<Item> = Vec::new();
    for file in files {
        items.extend(data::read(file)?);
    }
    let found: Vec<Option<Found>> =
        items.par_iter().map(|item| Found::in_comment(item, setup).ok()).collect();

    let (mut mentions, mut entities, mut reported) =
        (Hits::default(), Hits::default(), Hits::default());
    let mut confusion = Confusion::new(CLASSES);
    for (item, found) in items.iter().zip(&found) {
        let nothing = Found::default();
        let found = found.as_ref().unwrap_or(&nothing);
        let gold = item.entities();
        mentions += Hits { gold: item.mentions.len(), ..found.mentions };
        entities +=
            Hits { right: found.matched.len(), predicted: found.entities, gold: gold.len() };
        reported += Hits::count(&found.reported, &item.reported);
        for judgement in &item.stance {
            let Some(class) = class_of(&judgement.stance) else { continue };
            let stance = found.stances.get(judgement.entity.as_str()).copied();
            confusion.add(class, stance.and_then(class_of_stance));
        }
    }
    let mut scores = Scores::over(items.len())
        .figure("mention_f1", mentions.f1())
        .figure("entity_f1", entities.f1())
        .figure("stance_macro_f1", confusion.macro_f1())
        .figure("reported_precision", reported.precision())
        .figure("reported_recall", reported.recall())
        .figure("reported_f1", reported.f1())
        .part("mentions", mentions.figures())
        .part("entities", entities.figures())
        .part("by_class", confusion.by_class())
        .part("confusion", confusion.counts())
        .refused(found.iter().filter(|found| found.is_none()).count());
    if let Some(vader) = &setup.vader {
        let floors = json!({
            "neutral": rounded(floor(&items, |_| Some(2)).macro_f1()),
            "vader": rounded(floor(&items, |text| Some(vader_class(vader, text))).macro_f1()),
        });
        scores = scores
            .part("floors", floors)
            .note("The floors are given the gold mentions; the engine is not.".to_owned());
    }
    Ok(scores)
}

/// What the engine finds in one comment, in names of gold entities.
#[derive(Default)]
struct Found {
    mentions: Hits,
    /// How many entities it names.
    entities: usize,
    matched: BTreeMap<EntityId, String>,
    stances: BTreeMap<String, Stance>,
    reported: Vec<Relation>,
}

impl Found {
    fn in_comment(item: &Item, setup: &Setup) -> Result<Self> {
        let passage = Passage::comment(&item.text)?;
        let analysis = engine::analyze(&passage.discussion, &setup.models);
        let predicted: Vec<(Span, EntityId)> = analysis
            .mentions
            .iter()
            .filter(|m| matches!(m.kind, MentionKind::Name | MentionKind::Adjective))
            .map(|mention| (mention.span, mention.entity))
            .collect();
        let gold: Vec<(Span, &str)> = item
            .mentions
            .iter()
            .map(|mention| (passage.span(mention.span), mention.entity.as_str()))
            .collect();
        let matched = match_entities(&predicted, &gold);
        Ok(Self {
            mentions: Hits::count(&spans(&predicted), &spans(&gold)),
            entities: predicted.iter().map(|(_, entity)| entity).collect::<BTreeSet<_>>().len(),
            stances: matched
                .iter()
                .map(|(entity, name)| (name.clone(), writer_stance(&analysis, *entity)))
                .collect(),
            reported: reported(&analysis, &matched),
            matched,
        })
    }
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
fn writer_stance(analysis: &Analysis, entity: EntityId) -> Stance {
    let rows: BTreeSet<Stance> = analysis
        .stances
        .iter()
        .filter(|row| row.holder == Holder::Writer && row.target == entity)
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
fn reported(analysis: &Analysis, matched: &BTreeMap<EntityId, String>) -> Vec<Relation> {
    let mut sums: BTreeMap<(EntityId, EntityId), f32> = BTreeMap::new();
    for opinion in &analysis.opinions {
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

fn class_of(stance: &str) -> Option<usize> {
    CLASSES.iter().position(|class| *class == stance)
}

fn class_of_stance(stance: Stance) -> Option<usize> {
    match stance {
        Stance::Supportive => Some(0),
        Stance::Critical => Some(1),
        Stance::Neutral => Some(2),
        Stance::Mixed | Stance::Unclear => None,
    }
}

/// A judge that is told the entities and sees the sentences that name each.
fn floor(items: &[Item], judge: impl Fn(&str) -> Option<usize>) -> Confusion {
    let mut confusion = Confusion::new(CLASSES);
    for item in items {
        let Ok(passage) = Passage::comment(&item.text) else { continue };
        for judgement in &item.stance {
            let Some(class) = class_of(&judgement.stance) else { continue };
            confusion.add(class, judge(&naming(item, &passage, &judgement.entity)));
        }
    }
    confusion
}

/// The sentences of a comment that name an entity.
fn naming(item: &Item, passage: &Passage, entity: &str) -> String {
    let sentences: BTreeSet<_> = item
        .mentions
        .iter()
        .filter(|mention| mention.entity == entity)
        .map(|mention| passage.place(passage.span(mention.span)).1)
        .collect();
    let texts: Vec<&str> = sentences
        .into_iter()
        .filter_map(|id| passage.discussion.sentences.get(id.index()))
        .map(|sentence| passage.discussion.slice(sentence.span))
        .collect();
    texts.join(" ")
}

fn vader_class(vader: &Vader, text: &str) -> usize {
    match vader.class(text) {
        VaderClass::Positive => 0,
        VaderClass::Negative => 1,
        VaderClass::Neutral => 2,
    }
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
            assert_eq!(writer_stance(&analysis, EntityId(0)), expected);
        };
        check(&[Stance::Neutral, Stance::Critical], Stance::Critical);
        check(&[Stance::Supportive, Stance::Critical], Stance::Mixed);
        check(&[Stance::Supportive, Stance::Mixed], Stance::Mixed);
        check(&[Stance::Neutral, Stance::Unclear], Stance::Unclear);
        check(&[Stance::Neutral], Stance::Neutral);
        check(&[], Stance::Unclear);
    }
}
