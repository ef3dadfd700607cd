//! `lab train stance`: the polarity toward a mention in its sentence, from NewsMTSC, and then what
//! commenters hold in a paragraph, from our own corpus.

pub(super) mod comments;
mod plain;

use std::{fs, path::Path};

use anyhow::Result;
use engine::{Models, attribution, models::Weights, opinions};
use rayon::prelude::*;

use super::{
    Setup,
    linear::{Example, Linear, Settings},
};
use crate::{
    data::{
        self,
        newsmtsc::{Item, Label},
    },
    given::Given,
    passage::Passage,
};

/// Chosen by fourfold cross-validation on the training part.
const SETTINGS: Settings =
    Settings { classes: 2, bits: 17, rounds: 4, rate: 0.02, decay: 1e-4, least: 2 };

/// Trains on the training part, says how it does on the development part, and writes the file.
pub(super) fn train(setup: &Setup) -> Result<()> {
    let mut known = setup.load_without(&[Weights::STANCE, Weights::COMMENTS])?;
    let folder = setup.data.join("newsmtsc");
    let training = examples(&folder.join("train.jsonl"), &known)?;
    // Neighbours share a sentence, and files may be sorted by class.
    let groups: Vec<Vec<Example>> = training.chunks(8).map(<[Example]>::to_vec).collect();
    cross_validate("stance", &groups, |rest| Linear::train(rest, SETTINGS));
    let development = examples(&folder.join("dev.jsonl"), &known)?;
    let model = Linear::train(&training, SETTINGS);
    for (name, examples) in [("training", &training), ("development", &development)] {
        let (f1, accuracy) = score(&model, examples);
        eprintln!("{name}: {} examples, macro-F1 {f1:.4}, accuracy {accuracy:.4}", examples.len());
    }
    let file = Weights::write(&model.bias, &model.weights);
    known.stance = Weights::parse(Weights::STANCE, &file)?;
    fs::write(setup.models.join(Weights::STANCE), file)?;
    comments::train(setup, &known)
}

/// Trains what commenters hold alone, with the model for reports that is there.
pub(super) fn train_comments(setup: &Setup) -> Result<()> {
    comments::train(setup, &setup.load_without(&[Weights::COMMENTS])?)
}

/// Says how models do on the fifth of the examples that they were not trained on: how often they are
/// right where they say how sure they are, and the macro-F1 for each likelihood from which a side
/// would be taken.
fn cross_validate(
    name: &str,
    groups: &[Vec<Example>],
    train: impl Fn(&[Example]) -> Linear + Sync,
) {
    const FOLDS: usize = 5;
    let judged: Vec<(usize, Vec<f32>)> = (0..FOLDS)
        .into_par_iter()
        .flat_map_iter(|fold| {
            let (held, rest): (Vec<_>, Vec<_>) =
                groups.iter().enumerate().partition(|(i, _)| i % FOLDS == fold);
            let rest: Vec<Example> =
                rest.into_iter().flat_map(|(_, group)| group.clone()).collect();
            let model = train(&rest);
            held.into_iter()
                .flat_map(|(_, group)| group)
                .map(move |example| (example.class, model.predict(&example.features)))
        })
        .collect();
    let side = |shares: &[f32]| if shares[1] > shares[2] { 1 } else { 2 };
    for step in 3..10u8 {
        let from = f32::from(step) / 10.0;
        let inside: Vec<_> = judged
            .iter()
            .map(|(class, shares)| (shares[side(shares)], side(shares) == *class))
            .filter(|(likely, _)| (from..from + 0.1).contains(likely))
            .collect();
        let count = (inside.len() as f32).max(1.0);
        let said: f32 = inside.iter().map(|(likely, _)| likely).sum();
        let right = inside.iter().filter(|(_, right)| *right).count() as f32;
        eprintln!(
            "{name}: {} of likelihood {:.3} were right in {:.3}",
            inside.len(),
            said / count,
            right / count
        );
    }
    for step in 4..11u8 {
        let least = f32::from(step) / 20.0;
        let mut confusion = [[0.0f32; 3]; 3];
        for (class, shares) in &judged {
            let side = side(shares);
            confusion[*class][if shares[side] >= least { side } else { 0 }] += 1.0;
        }
        let (f1, accuracy) = figures(&confusion);
        eprintln!("{name}: from {least:.2} on, macro-F1 {f1:.4}, accuracy {accuracy:.4}");
    }
}

/// The examples of a file: class 1 is supportive, class 2 critical.
fn examples(file: &Path, models: &Models) -> Result<Vec<Example>> {
    let items: Vec<Item> = data::read(file)?;
    let examples = items.par_iter().flat_map_iter(|item| of(item, models)).collect();
    Ok(examples)
}

fn of(item: &Item, models: &Models) -> Vec<Example> {
    let Ok(passage) = Passage::article(&item.text) else { return Vec::new() };
    let mut found = Vec::new();
    for target in &item.targets {
        let span = passage.token_span(target.span);
        let Given { entities, mentions } = Given::mentions(&passage, models, &[span], false);
        let attributions = attribution::find(&passage.discussion, models, &entities, &mentions);
        let class = match target.label {
            Label::Neutral => 0,
            Label::Positive => 1,
            Label::Negative => 2,
        };
        let examples = opinions::examples(&passage.discussion, models, &mentions, &attributions);
        found.extend(
            examples
                .into_iter()
                .find(|(id, _)| mentions.get(id.index()).is_some_and(|m| m.span == span))
                .map(|(_, features)| Example { features, class, weight: 1.0 }),
        );
    }
    found
}

/// Macro-F1 and accuracy.
fn score(model: &Linear, examples: &[Example]) -> (f32, f32) {
    let mut confusion = [[0.0f32; 3]; 3];
    for example in examples {
        let shares = model.predict(&example.features);
        let best = (0..3).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).unwrap_or(0);
        confusion[example.class][best] += 1.0;
    }
    figures(&confusion)
}

/// Macro-F1 and accuracy of a confusion, by gold and predicted class.
fn figures(confusion: &[[f32; 3]; 3]) -> (f32, f32) {
    let f1 = (0..3).map(|class| {
        let predicted: f32 = confusion.iter().map(|row| row[class]).sum();
        let gold: f32 = confusion[class].iter().sum();
        2.0 * confusion[class][class] / (predicted + gold).max(1.0)
    });
    let right: f32 = (0..3).map(|class| confusion[class][class]).sum();
    (f1.sum::<f32>() / 3.0, right / confusion.iter().flatten().sum::<f32>().max(1.0))
}
