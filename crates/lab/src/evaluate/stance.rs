//! `stance`: the polarity toward a given target, whoever holds it, in NewsMTSC's three classes.
//!
//! The predicted class is the sign of the sum over the opinions that the engine reads toward the
//! target, each with its score; no opinion is neutral. An opinion read at another mention of the
//! same entity (`he`) counts as well: the sentence says it of the target. Of the deep tier it is the
//! likeliest class toward the given span. Floors on the same items: the most frequent class, and
//! VADER's class of the whole sentence.

use std::path::PathBuf;

use anyhow::Result;
use engine::{Opinion, Polarity};
use serde_json::{Map, json};

use crate::{
    data::{
        self,
        newsmtsc::{CLASSES, Item, Label, Target},
    },
    evaluate::{Setup, scores::Scores},
    given::Given,
    metrics::{Confusion, rounded},
    passage::Passage,
    vader::{Vader, VaderClass},
};

/// Evaluates the stance on the targets of some files.
pub(super) fn evaluate(files: &[PathBuf], setup: &Setup) -> Result<Scores> {
    let mut items: Vec<Item> = Vec::new();
    for file in files {
        items.extend(data::read(file)?);
    }
    let targets: Vec<(&Item, &Target)> = items
        .iter()
        .flat_map(|item| item.targets.iter().map(move |target| (item, target)))
        .collect();
    let judged: Vec<Option<Label>> =
        setup.each(&targets, |(item, target)| match Passage::article(&item.text) {
            Ok(passage) => judge(&passage, target, setup).map(Some),
            Err(_) => Ok(None),
        })?;

    let mut confusion = Confusion::new(CLASSES);
    for ((_, target), label) in targets.iter().zip(&judged) {
        confusion.add(target.label as usize, Some(label.unwrap_or(Label::Neutral) as usize));
    }
    let mut floors = Map::new();
    floors.insert("majority".to_owned(), floor(&majority(&targets)));
    if let Some(vader) = &setup.vader {
        floors.insert("vader".to_owned(), floor(&sentence_floor(&targets, vader)));
    }
    Ok(Scores::over(targets.len())
        .figure("macro_f1", confusion.macro_f1())
        .figure("accuracy", confusion.accuracy())
        .part("by_class", confusion.by_class())
        .part("confusion", confusion.counts())
        .part("floors", floors.into())
        .refused(judged.iter().filter(|label| label.is_none()).count()))
}

fn judge(passage: &Passage, target: &Target, setup: &Setup) -> Result<Label> {
    let span = passage.token_span(target.span);
    if let Some(reader) = &setup.deep {
        let [pro, contra, neither] = deep::given::toward(reader, &passage.discussion, &[span])?;
        return Ok(match () {
            () if neither >= pro.max(contra) => Label::Neutral,
            () if pro > contra => Label::Positive,
            () => Label::Negative,
        });
    }
    let models = &setup.models;
    let given = Given::mentions(passage, models, &[span], false);
    let Some(entity) = given.entity_at(span) else { return Ok(Label::Neutral) };
    let analysis =
        engine::analyze_given(&passage.discussion, models, given.entities, given.mentions);
    let sum: f32 =
        analysis.opinions.iter().filter(|opinion| opinion.target == entity).map(signed).sum();
    Ok(if sum > 0.0 {
        Label::Positive
    } else if sum < 0.0 {
        Label::Negative
    } else {
        Label::Neutral
    })
}

/// An opinion's score, above 0 where it is supportive, below where it is critical.
pub(super) fn signed(opinion: &Opinion) -> f32 {
    match opinion.polarity {
        Polarity::Supportive => opinion.score,
        Polarity::Critical => -opinion.score,
    }
}

/// Every target given the most frequent class.
fn majority(targets: &[(&Item, &Target)]) -> Confusion {
    let count = |class: &usize| targets.iter().filter(|(_, t)| t.label as usize == *class).count();
    let most = (0..CLASSES.len()).max_by_key(count).unwrap_or_default();
    let mut confusion = Confusion::new(CLASSES);
    targets.iter().for_each(|(_, target)| confusion.add(target.label as usize, Some(most)));
    confusion
}

/// Every target given VADER's class of its sentence.
fn sentence_floor(targets: &[(&Item, &Target)], vader: &Vader) -> Confusion {
    let mut confusion = Confusion::new(CLASSES);
    for (item, target) in targets {
        let label = match vader.class(&item.text) {
            VaderClass::Negative => Label::Negative,
            VaderClass::Neutral => Label::Neutral,
            VaderClass::Positive => Label::Positive,
        };
        confusion.add(target.label as usize, Some(label as usize));
    }
    confusion
}

fn floor(confusion: &Confusion) -> serde_json::Value {
    json!({
        "macro_f1": rounded(confusion.macro_f1()),
        "accuracy": rounded(confusion.accuracy()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floors_by_hand() {
        let line = r#"{"text": "A good day for Mina Aas, a bad one for Per Lie.", "targets": [
            {"start": 15, "end": 23, "label": "positive"},
            {"start": 39, "end": 46, "label": "negative"},
            {"start": 0, "end": 1, "label": "negative"}]}"#;
        let item: Item = serde_json::from_str(line).unwrap();
        let targets: Vec<_> = item.targets.iter().map(|target| (&item, target)).collect();
        let most = majority(&targets);
        assert!((most.accuracy() - 2.0 / 3.0).abs() < 1e-9);
        // Negative has F1 0.8, positive 0, and neutral is nowhere.
        assert!((most.macro_f1() - 0.4).abs() < 1e-9);
        assert!((sentence_floor(&targets, &Vader::default()).accuracy()).abs() < 1e-9);
    }
}
