//! `attribution`: whether the sources of what GUM's documents attribute are found.
//!
//! A predicted attribution is right where the words that name its source overlap those of a gold
//! attribution, one to one in the order of the text. Attributions without a source in words are left
//! out on both sides. Where the same words report several stretches of text (`"…," she said. "…"`),
//! they count once, as gold has it. `f1_every_stretch` is what it comes to if every predicted stretch
//! counted, with a source or without. All gold sources count, those whose source is the writer or a speaker in the first
//! person included, although the engine by design takes these for the writer's own words; the
//! figures without them stand beside.

use std::path::PathBuf;

use anyhow::Result;
use discussion::Span;
use engine::Models;
use rayon::prelude::*;

use crate::{
    data::{self, gum::Document},
    evaluate::{Setup, scores::Scores},
    metrics::Hits,
    passage::Passage,
};

/// Evaluates the attributions of some files.
pub(super) fn evaluate(files: &[PathBuf], setup: &Setup) -> Result<Scores> {
    let mut documents: Vec<Document> = Vec::new();
    for file in files {
        documents.extend(data::read(file)?);
    }
    let compared: Vec<Option<[Hits; 3]>> = documents
        .par_iter()
        .map(|document| {
            let passage = Passage::article(&document.text).ok()?;
            Some(compare(&passage, document, &setup.models))
        })
        .collect();
    let (mut all, mut others, mut every) = <(Hits, Hits, Hits)>::default();
    for [sources, other, stretches] in compared.iter().flatten() {
        all += *sources;
        others += *other;
        every += *stretches;
    }
    Ok(Scores::over(all.gold)
        .figure("precision", all.precision())
        .figure("recall", all.recall())
        .figure("f1", all.f1())
        .figure("f1_every_stretch", every.f1())
        .part("without_first_person", others.figures())
        .refused(compared.iter().filter(|document| document.is_none()).count()))
}

/// The hits over all attributions, over those whose source is not in the first person, and over all
/// with every predicted stretch counted.
fn compare(passage: &Passage, document: &Document, models: &Models) -> [Hits; 3] {
    let gold: Vec<Vec<Span>> = document
        .attributions
        .iter()
        .map(|attribution| attribution.source.iter().map(|at| passage.span(*at)).collect())
        .filter(|parts: &Vec<Span>| !parts.is_empty())
        .collect();
    let mut found = engine::analyze(&passage.discussion, models).attributions;
    let every: Vec<Span> = found.iter().map(|attribution| attribution.source).collect();
    found.sort_by_key(|attribution| (attribution.source, attribution.cue));
    found.dedup_by_key(|attribution| (attribution.source, attribution.cue));
    let predicted: Vec<Span> = found
        .iter()
        .map(|attribution| attribution.source)
        .filter(|source| !source.is_empty())
        .collect();
    let first_person = |text: &str| {
        ["i", "we", "me", "us", "my", "our"].iter().any(|word| text.eq_ignore_ascii_case(word))
    };
    let others: Vec<Vec<Span>> = gold
        .iter()
        .filter(|parts| !parts.iter().any(|part| first_person(passage.discussion.slice(*part))))
        .cloned()
        .collect();
    [hits(&predicted, &gold), hits(&predicted, &others), hits(&every, &gold)]
}

fn hits(predicted: &[Span], gold: &[Vec<Span>]) -> Hits {
    let mut open: Vec<&Vec<Span>> = gold.iter().collect();
    let right = predicted
        .iter()
        .filter(|span| {
            let at = open.iter().position(|parts| parts.iter().any(|part| part.overlaps(**span)));
            at.map(|at| open.remove(at)).is_some()
        })
        .count();
    Hits { right, predicted: predicted.len(), gold: gold.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gold_source_is_found_once() {
        let gold = [vec![Span::new(0, 4)], vec![Span::new(10, 14), Span::new(20, 24)]];
        let predicted = [Span::new(0, 2), Span::new(1, 4), Span::new(22, 30)];
        assert_eq!(hits(&predicted, &gold), Hits { right: 2, predicted: 3, gold: 2 });
    }
}
