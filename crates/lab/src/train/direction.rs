//! `lab train direction`: which of two named in a sentence is for or against the other, from DSE and
//! our own corpus. One set of weights scores what either may hold toward the other; the five
//! classes share one sum of likelihoods, so that the direction is learnt once for both orders.

use std::{fs, path::Path};

use anyhow::Result;
use engine::{Models, attribution, models::Weights, opinions};
use rayon::prelude::*;

use super::{Setup, linear::softmax};
use crate::{
    corpus::{Assembled, Labelled},
    data::{
        self,
        dse::{CLASSES, Item},
    },
    given::Given,
    metrics::Confusion,
    passage::Passage,
};

/// Two mentions, and their class among [`data::dse::CLASSES`].
#[derive(Clone, Debug)]
struct Example {
    /// What the first may hold toward the second, and the other way round.
    features: [Vec<(u32, f32)>; 2],
    class: usize,
    /// Examples of the same sentence share a group.
    group: u64,
    weight: f32,
    /// Of our own corpus.
    own: bool,
}

/// How to train; see [`super::linear::Settings`].
#[derive(Clone, Copy, Debug)]
struct Settings {
    bits: u32,
    rounds: usize,
    rate: f32,
    decay: f32,
    least: u32,
}

/// Chosen by fivefold cross-validation, with the development parts' figures printed beside it.
const SETTINGS: Settings = Settings { bits: 16, rounds: 10, rate: 0.01, decay: 1.3e-3, least: 3 };
/// What an example of our own corpus, whose labels are cleaner, counts beside one of DSE.
const OWN: f32 = 2.0;
/// In how many parts the training part is cut to judge each by the others.
const FOLDS: u64 = 5;

/// Trains on both training parts, says how models do on what they were not trained on, and writes
/// the file.
pub(super) fn train(setup: &Setup) -> Result<()> {
    let known = setup.load_without(&[Weights::DIRECTION])?;
    let folder = setup.data.join("dse");
    let mut training = examples(&folder.join("train.jsonl"), &known)?;
    training.extend(own(&setup.corpus.join("train.jsonl"), &known)?);
    let held: Vec<Judged> = (0..FOLDS)
        .into_par_iter()
        .flat_map_iter(|fold| {
            let (held, rest): (Vec<&Example>, Vec<&Example>) =
                training.iter().partition(|example| example.group % FOLDS == fold);
            let model = Joint::train(&rest, SETTINGS);
            held.into_iter().map(|example| model.judge(example)).collect::<Vec<_>>()
        })
        .collect();
    let model = Joint::train(&training.iter().collect::<Vec<_>>(), SETTINGS);
    let mut development = examples(&folder.join("dev.jsonl"), &known)?;
    development.extend(own(&setup.corpus.join("dev.jsonl"), &known)?);
    let judge = |examples: &[Example]| examples.iter().map(|e| model.judge(e)).collect();
    for (part, judged) in
        [("held out", held), ("training", judge(&training)), ("development", judge(&development))]
    {
        for (name, own) in [("dse", false), ("corpus", true)] {
            let judged = judged.iter().filter(|judged| judged.own == own);
            eprintln!("direction, {name}, {part}: {}", figures(judged));
        }
    }
    let weights: Vec<Vec<f32>> = model.weights.iter().map(|sides| sides.to_vec()).collect();
    fs::write(setup.models.join(Weights::DIRECTION), Weights::write(&model.bias, &weights))?;
    Ok(())
}

/// An example's class with the likelihood of each.
struct Judged {
    class: usize,
    likely: [f32; 5],
    own: bool,
}

/// Accuracy and macro-F1 of the likeliest class, and where rarer classes are raised as the engine
/// does.
fn figures<'a>(judged: impl Iterator<Item = &'a Judged> + Clone) -> String {
    let score = |raised: [f32; 5]| {
        let mut confusion = Confusion::new(CLASSES);
        for Judged { class, likely, .. } in judged.clone() {
            let weighed = |class: usize| likely[class] * raised[class];
            let best = (0..5).max_by(|a, b| weighed(*a).total_cmp(&weighed(*b)));
            confusion.add(*class, best);
        }
        format!("accuracy {:.4}, macro-F1 {:.4}", confusion.accuracy(), confusion.macro_f1())
    };
    let (plain, raised) = (score([1.0; 5]), score([0.6, 1.3, 1.95, 1.0, 1.5]));
    format!("{} examples, {plain}; raised, {raised}", judged.count())
}

/// A number for the beginning of a sentence: several items of one sentence differ in signs.
fn group(text: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for c in text.chars().filter(|c| c.is_alphabetic()).take(40).flat_map(char::to_lowercase) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash >> 16
}

/// The pairs of DSE that stand in one sentence.
fn examples(file: &Path, models: &Models) -> Result<Vec<Example>> {
    let items: Vec<Item> = data::read(file)?;
    Ok(items.par_iter().filter_map(|item| of(item, models)).collect())
}

fn of(item: &Item, models: &Models) -> Option<Example> {
    let passage = Passage::article(&item.text).ok()?;
    let spans = item.entities.map(|at| passage.token_span(at));
    let Given { entities, mentions } = Given::mentions(&passage, models, &spans, true);
    let attributions = attribution::find(&passage.discussion, models, &entities, &mentions);
    let is = |id: engine::MentionId, span| mentions.get(id.index()).is_some_and(|m| m.span == span);
    let facing = opinions::facing(&passage.discussion, models, &mentions, &attributions, |a, b| {
        is(a, spans[0]) && is(b, spans[1])
    });
    let facing = facing.into_iter().next()?;
    Some(Example {
        features: facing.features,
        class: item.label.min(4),
        group: group(&item.text),
        weight: 1.0,
        own: false,
    })
}

/// Our own corpus: any two entities of a sentence, at the two mentions that stand nearest to each
/// other. A labelled opinion counts in the sentences that hold a cue of it.
fn own(file: &Path, models: &Models) -> Result<Vec<Example>> {
    let discussions: Vec<Labelled> = data::read(file)?;
    let found = discussions.par_iter().enumerate();
    Ok(found.flat_map_iter(|(i, labelled)| of_discussion(labelled, i as u64, models)).collect())
}

fn of_discussion(labelled: &Labelled, group: u64, models: &Models) -> Vec<Example> {
    let assembled = Assembled::of(labelled);
    let discussion = &assembled.discussion;
    let (entities, mentions) = super::stance::comments::given(labelled, &assembled);
    let attributions = attribution::find(discussion, models, &entities, &mentions);
    let paragraphs: Vec<_> = labelled.paragraphs().map(|(_, paragraph)| paragraph).collect();
    let slug = |id: engine::MentionId| {
        let entity = mentions.get(id.index()).map_or(usize::MAX, |m| m.entity.index());
        labelled.entities.get(entity).map_or("", |entity| entity.slug.as_str())
    };
    let mut examples = Vec::new();
    for facing in opinions::facing(discussion, models, &mentions, &attributions, |_, _| true) {
        let Some(first) = mentions.get(facing.mentions[0].index()) else { continue };
        let Some(paragraph) = paragraphs.get(first.paragraph.index()) else { continue };
        let Some(sentence) = discussion.sentences.get(first.sentence.index()) else { continue };
        let slugs = facing.mentions.map(slug);
        let mut class = Some(0);
        for opinion in &paragraph.opinions {
            let direction = match (opinion.holder.as_str(), opinion.target.as_str()) {
                pair if pair == (slugs[0], slugs[1]) => 0,
                pair if pair == (slugs[1], slugs[0]) => 1,
                _ => continue,
            };
            let here = opinion
                .cues
                .iter()
                .any(|cue| sentence.span.overlaps(assembled.span(first.paragraph.index(), cue)));
            let sign = usize::from(opinion.polarity == "critical");
            class = (here && class == Some(0)).then_some(class_of(direction, sign));
        }
        if let Some(class) = class {
            examples.push(Example {
                features: facing.features,
                class,
                group,
                weight: OWN,
                own: true,
            });
        }
    }
    examples
}

/// The weights of the two signs.
struct Joint {
    bias: [f32; 2],
    weights: Vec<[f32; 2]>,
}

/// The class of a direction and a sign.
const fn class_of(direction: usize, sign: usize) -> usize {
    1 + direction + 2 * sign
}

impl Joint {
    fn train(examples: &[&Example], settings: Settings) -> Self {
        let buckets = 1usize << settings.bits;
        let mask = buckets - 1;
        let mut counts = vec![0u32; buckets];
        for example in examples {
            let both = example.features.iter().flatten();
            let mut seen: Vec<usize> = both.map(|(key, _)| *key as usize & mask).collect();
            seen.sort_unstable();
            seen.dedup();
            for bucket in seen {
                counts[bucket] += 1;
            }
        }
        let used: Vec<bool> = counts.iter().map(|count| *count >= settings.least).collect();
        let mut weights = vec![[0.0f32; 2]; buckets];
        let mut squares = vec![[1e-8f32; 2]; buckets];
        let mut sums = vec![[0.0f64; 2]; buckets];
        let mut since = vec![[0u64; 2]; buckets];
        let mut bias = [0.0f32; 2];
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut random = 0x9e37_79b9_7f4a_7c15u64;
        let mut step = 0u64;
        for _ in 0..settings.rounds {
            for i in (1..order.len()).rev() {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                order.swap(i, (random % (i as u64 + 1)) as usize);
            }
            for example in order.iter().map(|i| examples[*i]) {
                step += 1;
                let shares = shares(&weights, &bias, example, mask);
                for direction in 0..2 {
                    let mut errors = [0.0f32; 2];
                    for (sign, error) in errors.iter_mut().enumerate() {
                        let class = class_of(direction, sign);
                        let gold = f32::from(u8::from(example.class == class));
                        *error = (shares[class] - gold) * example.weight;
                        bias[sign] -= 0.01 * *error;
                    }
                    for (key, value) in &example.features[direction] {
                        let at = *key as usize & mask;
                        if !used[at] {
                            continue;
                        }
                        for sign in 0..2 {
                            let gradient =
                                errors[sign] * value + settings.decay * weights[at][sign];
                            squares[at][sign] += gradient * gradient;
                            sums[at][sign] +=
                                f64::from(weights[at][sign]) * (step - since[at][sign]) as f64;
                            since[at][sign] = step;
                            weights[at][sign] -=
                                settings.rate * gradient / squares[at][sign].sqrt();
                        }
                    }
                }
            }
        }
        let averaged = (0..buckets).map(|at| {
            [0, 1].map(|sign| {
                let rest = f64::from(weights[at][sign]) * (step - since[at][sign]) as f64;
                ((sums[at][sign] + rest) / step.max(1) as f64) as f32
            })
        });
        Self { bias, weights: averaged.collect() }
    }

    fn judge(&self, example: &Example) -> Judged {
        let likely = shares(&self.weights, &self.bias, example, self.weights.len() - 1);
        Judged { class: example.class, likely, own: example.own }
    }
}

/// The likelihood of each class.
fn shares(weights: &[[f32; 2]], bias: &[f32; 2], example: &Example, mask: usize) -> [f32; 5] {
    let mut scores = [0.0f32; 5];
    for direction in 0..2 {
        let mut sums = *bias;
        for (key, value) in &example.features[direction] {
            for (sum, weight) in sums.iter_mut().zip(weights[*key as usize & mask]) {
                *sum += weight * value;
            }
        }
        for sign in 0..2 {
            scores[class_of(direction, sign)] = sums[sign];
        }
    }
    softmax(&mut scores);
    scores
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direction_is_learnt_for_both_orders() {
        // Key 1 speaks for a critical holder, wherever the holder stands.
        let example = |direction: usize| Example {
            features: [0, 1].map(|d| vec![(u32::from(d == direction), 1.0), (2, 1.0)]),
            class: class_of(direction, 1),
            group: 0,
            weight: 1.0,
            own: false,
        };
        let examples: Vec<Example> = (0..60).map(|i| example(usize::from(i % 3 == 0))).collect();
        let settings = Settings { bits: 3, rounds: 20, rate: 0.3, decay: 0.0, least: 1 };
        let model = Joint::train(&examples.iter().collect::<Vec<_>>(), settings);
        for direction in [0, 1] {
            let Judged { class, likely, .. } = model.judge(&example(direction));
            assert!(likely.iter().all(|share| *share <= likely[class]), "{likely:?}");
        }
    }
}
