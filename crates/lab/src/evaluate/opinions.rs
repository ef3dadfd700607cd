//! `opinions`: who is for or against whom, in DSE's five classes, with both spans given.
//!
//! The predicted class is the direction and sign of the larger of two sums: over the opinions that
//! the first entity holds toward the second, and the other way round. No opinion between them is
//! neutral. Of the deep tier it is the likeliest class of the given spans. Since every item has exactly one class, micro-F1 over the five is the accuracy.

use std::path::PathBuf;

use anyhow::Result;
use discussion::Span;
use engine::{EntityId, Holder};

use crate::{
    data::{
        self,
        dse::{CLASSES, Item},
    },
    evaluate::{Setup, scores::Scores, stance::signed},
    given::Given,
    metrics::Confusion,
    passage::Passage,
};

/// Evaluates the sentiment between the entities of some files.
pub(super) fn evaluate(files: &[PathBuf], setup: &Setup) -> Result<Scores> {
    let mut items: Vec<Item> = Vec::new();
    for file in files {
        items.extend(data::read(file)?);
    }
    let judged: Vec<Option<usize>> =
        setup.each(&items, |item| match Passage::article(&item.text) {
            Ok(passage) => judge(&passage, item, setup).map(Some),
            Err(_) => Ok(None),
        })?;
    let mut confusion = Confusion::new(CLASSES);
    for (item, label) in items.iter().zip(&judged) {
        confusion.add(item.label.min(CLASSES.len() - 1), Some(label.unwrap_or(0)));
    }
    Ok(Scores::over(items.len())
        .figure("micro_f1", confusion.accuracy())
        .figure("macro_f1", confusion.macro_f1())
        .part("by_class", confusion.by_class())
        .part("confusion", confusion.counts())
        .refused(judged.iter().filter(|label| label.is_none()).count()))
}

fn judge(passage: &Passage, item: &Item, setup: &Setup) -> Result<usize> {
    let spans: [Span; 2] = item.entities.map(|at| passage.token_span(at));
    if let Some(reader) = &setup.deep {
        let [first, second] = &spans;
        let spans = [std::slice::from_ref(first), std::slice::from_ref(second)];
        let likely = deep::given::between(reader, &passage.discussion, spans)?;
        let most = (0..likely.len()).reduce(|a, b| if likely[b] > likely[a] { b } else { a });
        return Ok(most.unwrap_or(0));
    }
    let models = &setup.models;
    let given = Given::mentions(passage, models, &spans, true);
    let entities = spans.map(|span| given.entity_at(span));
    let [Some(first), Some(second)] = entities else { return Ok(0) };
    let analysis =
        engine::analyze_given(&passage.discussion, models, given.entities, given.mentions);
    let sum = |holder: EntityId, target: EntityId| -> f32 {
        analysis
            .opinions
            .iter()
            .filter(|opinion| opinion.holder == Holder::Source(holder) && opinion.target == target)
            .map(signed)
            .sum()
    };
    Ok(class(sum(first, second), sum(second, first)))
}

/// The class of two sums.
fn class(forward: f32, backward: f32) -> usize {
    let (sum, supportive, critical) =
        if forward.abs() >= backward.abs() { (forward, 1, 3) } else { (backward, 2, 4) };
    if sum > 0.0 {
        supportive
    } else if sum < 0.0 {
        critical
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_and_sign_make_the_class() {
        for (forward, backward, expected) in [
            (0.0, 0.0, "neutral"),
            (0.4, 0.0, "p>q+"),
            (0.0, 0.4, "q>p+"),
            (-0.9, 0.3, "p>q-"),
            (0.2, -0.6, "q>p-"),
        ] {
            assert_eq!(CLASSES[class(forward, backward)], expected);
        }
    }
}
