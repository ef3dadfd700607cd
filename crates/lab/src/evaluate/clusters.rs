//! `clusters`: whether names of the same entity come together: B³ over the named mentions of
//! GUM's documents. The spans of the names (the heads of the mentions) are given, their types and
//! clusters are not; a name that the engine does not place is a cluster of its own.

use std::{collections::HashMap, path::PathBuf};

use anyhow::Result;
use engine::{EntityType, Models, entities};
use rayon::prelude::*;

use crate::{
    data::{self, gum::Document},
    evaluate::{Setup, scores::Scores},
    given,
    metrics::BCubed,
    passage::Passage,
};

/// Evaluates the clusters of some files.
pub(super) fn evaluate(files: &[PathBuf], setup: &Setup) -> Result<Scores> {
    let mut documents: Vec<Document> = Vec::new();
    for file in files {
        documents.extend(data::read(file)?);
    }
    let clusters: Vec<Option<(Vec<usize>, Vec<usize>)>> = documents
        .par_iter()
        .map(|document| {
            let passage = Passage::article(&document.text).ok()?;
            Some(compare(&passage, document, &setup.models))
        })
        .collect();
    let mut score = BCubed::default();
    for (gold, predicted) in clusters.iter().flatten() {
        score.add(gold, predicted);
    }
    Ok(Scores::over(documents.len())
        .figure("b3_f1", score.f1())
        .figure("b3_precision", score.precision())
        .figure("b3_recall", score.recall())
        .part("mentions", score.mentions.into())
        .refused(clusters.iter().filter(|document| document.is_none()).count()))
}

/// The clusters of the named mentions in gold and in the prediction, side by side.
fn compare(passage: &Passage, document: &Document, models: &Models) -> (Vec<usize>, Vec<usize>) {
    let mut names: Vec<_> = document
        .mentions
        .iter()
        .filter(|mention| mention.named)
        .map(|mention| (passage.token_span(mention.head), mention.group.as_str()))
        .collect();
    names.sort_unstable();
    names.dedup_by_key(|(span, _)| *span);
    let spans: Vec<_> = names.iter().map(|(span, _)| *span).collect();
    let named = given::names(passage, models, &spans, EntityType::Other);
    let (_, mentions) = entities::link(&passage.discussion, models, &named);

    let mut groups: HashMap<&str, usize> = HashMap::new();
    let gold = names
        .iter()
        .map(|(_, group)| {
            let next = groups.len();
            *groups.entry(group).or_insert(next)
        })
        .collect();
    let predicted = spans
        .iter()
        .enumerate()
        .map(|(at, span)| {
            let mention = mentions.iter().find(|mention| mention.span == *span);
            // Singletons are numbered above every entity.
            mention.map_or(usize::MAX - at, |mention| mention.entity.index())
        })
        .collect();
    (gold, predicted)
}
