//! The weights for `he` and `she`, fitted on GAP's development part (here its training file).
//!
//! A candidate's score is linear; the chance of each candidate, and of none of them at score 0, is
//! the soft maximum of the scores. Weights maximise the chance of what is annotated, by gradient
//! ascent with a little shrinkage.

use anyhow::Result;
use engine::{
    EntityType, Models,
    coreference::{
        Scene,
        pronouns::{FEATURES, Features, choices, score},
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

/// Fits the weights and writes them as the constant of the engine to standard error.
pub(super) fn train(setup: &Setup) -> Result<()> {
    let models = setup.load()?;
    let items: Vec<Item> = data::read(&setup.data.join("gap/train.jsonl"))?;
    let examples: Vec<Example> = items.iter().filter_map(|item| example(item, &models)).collect();
    let weights = fit(&examples);
    eprintln!("{} passages; WEIGHTS: {weights:.2?}", examples.len());
    Ok(())
}

fn example(item: &Item, models: &Models) -> Option<Example> {
    let passage = Passage::article(&item.text).ok()?;
    let names = [item.a, item.b].map(|at| passage.token_span(at));
    let named = given::names(&passage, models, &names, EntityType::Person);
    let (entities, mentions) = entities::link(&passage.discussion, models, named);
    let scene = Scene::new(&passage.discussion, models, &entities, &mentions);
    let pronoun = passage.span(item.pronoun.span);
    let choice = choices(&scene).into_iter().find(|choice| choice.span == pronoun)?;
    let example = choice.candidates.iter().map(|candidate| {
        let at = names.iter().position(|name| *name == candidate.span);
        (candidate.features, [item.a_coref, item.b_coref][at.unwrap_or(0)])
    });
    Some(example.collect())
}

fn fit(examples: &[Example]) -> Features {
    let mut weights = [0.0; FEATURES];
    for _ in 0..ROUNDS {
        let mut gradient = [0.0; FEATURES];
        for example in examples {
            let chances = chances(example, &weights);
            let right = example.iter().filter(|(_, right)| *right).count();
            for ((features, is_right), chance) in example.iter().zip(chances) {
                let wanted = if *is_right { 1.0 / right as f32 } else { 0.0 };
                for (sum, feature) in gradient.iter_mut().zip(features) {
                    *sum += (wanted - chance) * feature;
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
fn chances(example: &Example, weights: &Features) -> Vec<f32> {
    let scores: Vec<f32> = example.iter().map(|(features, _)| score(features, weights)).collect();
    let top = scores.iter().copied().fold(0.0_f32, f32::max);
    let total: f32 = scores.iter().map(|score| (score - top).exp()).sum::<f32>() + (-top).exp();
    scores.iter().map(|score| (score - top).exp() / total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_the_right_one_gains_weight() {
        let (mut one, mut other) = ([0.0; FEATURES], [0.0; FEATURES]);
        (one[3], other[5]) = (1.0, 1.0);
        let weights = fit(&[vec![(one, true), (other, false)]]);
        assert!(weights[3] > 0.5 && weights[5] < -0.2, "{weights:?}");
        assert_eq!(weights[0], 0.0);
    }
}
