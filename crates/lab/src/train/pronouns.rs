//! The weights for `he` and `she`, fitted on GAP's development part (here its training file).
//!
//! A candidate's score is linear; the chance of each candidate, and of none of them at score 0, is
//! the soft maximum of the scores. Weights maximise the chance of what is annotated, by gradient
//! ascent with a little shrinkage.

use std::{fmt::Write as _, fs};

use anyhow::Result;
use engine::{
    EntityType, Models,
    coreference::{
        Scene,
        pronouns::{FEATURES, Features, choices},
    },
    entities,
};

use super::Setup;
use crate::{
    data::{self, gap::Item},
    given,
    passage::Passage,
};

const ROUNDS: usize = 600;
const RATE: f32 = 1.0;
const SHRINKAGE: f32 = 0.001;

/// The candidates of one pronoun, and which of them it means.
type Example = Vec<(Features, bool)>;

/// Fits the weights and writes them as source of the engine.
pub(super) fn train(setup: &Setup) -> Result<()> {
    let models = setup.load()?;
    let items: Vec<Item> = data::read(&setup.data.join("gap/train.jsonl"))?;
    let examples: Vec<Example> = items.iter().filter_map(|item| example(item, &models)).collect();
    let weights = fit(&examples);
    let mut source = HEAD.to_owned();
    for row in weights.chunks(10) {
        let row: Vec<_> = row.iter().map(|weight| format!("{weight:.2}")).collect();
        let _ = writeln!(source, "    {},", row.join(", "));
    }
    source.push_str("];\n");
    fs::write(SOURCE, source)?;
    eprintln!("{} passages; {SOURCE}", examples.len());
    Ok(())
}

const SOURCE: &str = "crates/engine/src/coreference/weights.rs";

const HEAD: &str = "\
//! Weights for `he` and `she`: written by `lab train pronouns`.

use crate::coreference::features::FEATURES;

/// The weight of each feature.
#[rustfmt::skip]
pub const WEIGHTS: [f32; FEATURES] = [
";

fn example(item: &Item, models: &Models) -> Option<Example> {
    let passage = Passage::article(&item.text).ok()?;
    let names = [item.a, item.b].map(|at| passage.token_span(at));
    let named = given::names(&passage, models, &names, EntityType::Person);
    let (entities, mentions) = entities::link(&passage.discussion, models, &named);
    let scene = Scene::new(&passage.discussion, models, &entities, &mentions);
    let pronoun = passage.span(item.pronoun.span);
    let choice = choices(&scene).into_iter().find(|choice| choice.span == pronoun)?;
    let entity = |span| mentions.iter().find(|mention| mention.span == span).map(|m| m.entity);
    let given = names.map(entity);
    let right = [item.a_coref, item.b_coref];
    let example = choice.candidates.iter().filter_map(|candidate| {
        let at = given.iter().position(|entity| *entity == Some(candidate.entity));
        // Where neither of the two is meant, another candidate may be.
        let is_right = at.is_some_and(|at| right[at]);
        (at.is_some() || right.contains(&true)).then(|| (candidate.features.clone(), is_right))
    });
    Some(example.collect())
}

fn fit(examples: &[Example]) -> [f32; FEATURES] {
    let mut weights = [0.0; FEATURES];
    for _ in 0..ROUNDS {
        let mut gradient = [0.0; FEATURES];
        for example in examples {
            let chances = chances(example, &weights);
            let right = example.iter().filter(|(_, right)| *right).count();
            for ((features, is_right), chance) in example.iter().zip(chances) {
                let wanted = if *is_right { 1.0 / right as f32 } else { 0.0 };
                for (feature, value) in features.each() {
                    gradient[feature] += (wanted - chance) * value;
                }
            }
        }
        for (weight, sum) in weights.iter_mut().zip(gradient) {
            *weight += RATE * (sum / examples.len() as f32 - SHRINKAGE * *weight);
        }
    }
    weights
}

/// The chance of each candidate where none of them has the score 0.
fn chances(example: &Example, weights: &[f32; FEATURES]) -> Vec<f32> {
    let scores: Vec<f32> = example.iter().map(|(features, _)| features.score(weights)).collect();
    let top = scores.iter().copied().fold(0.0_f32, f32::max);
    let total: f32 = scores.iter().map(|score| (score - top).exp()).sum::<f32>() + (-top).exp();
    scores.iter().map(|score| (score - top).exp() / total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_the_right_one_gains_weight() {
        let features = |number| Features { set: vec![number], distance: 0.0 };
        let (one, other) = (features(3), features(5));
        let weights = fit(&[vec![(one, true), (other, false)]]);
        assert!(weights[3] > 0.5 && weights[5] < -0.2, "{weights:?}");
        assert_eq!(weights[0], 0.0);
    }
}
