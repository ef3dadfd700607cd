//! Multinomial logistic regression over hashed features: by stochastic gradients with a step of its
//! own for each weight (AdaGrad), averaged over all steps, where examples are many; or with every
//! weight drawn to 0 alike, to the least of the whole sum ([`Linear::fit`]), where they are few.

use super::lbfgs;

/// One example: its features and its class. Class 0 has no weights: it is what is left over.
#[derive(Clone, Debug)]
pub(super) struct Example {
    pub(super) features: Vec<(u32, f32)>,
    pub(super) class: usize,
    /// How much it counts.
    pub(super) weight: f32,
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    /// Classes without the one that is left over.
    pub(super) classes: usize,
    /// Binary logarithm of the number of buckets.
    pub(super) bits: u32,
    /// Rounds over all examples.
    pub(super) rounds: usize,
    /// Length of the first step.
    pub(super) rate: f32,
    /// Strength with which weights are drawn to 0.
    pub(super) decay: f32,
    /// Buckets that fewer examples use stay 0.
    pub(super) least: u32,
}

/// How to fit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// Classes without the one that is left over.
    pub(super) classes: usize,
    /// Binary logarithm of the number of buckets.
    pub(super) bits: u32,
    /// What the loss of one example counts beside half the sum of the squared weights.
    pub(super) trust: f32,
    /// Buckets that fewer examples use stay 0.
    pub(super) least: u32,
}

/// A trained model: a bias and, for each bucket, a weight for each class but the first.
pub(super) struct Linear {
    pub(super) bias: Vec<f32>,
    pub(super) weights: Vec<Vec<f32>>,
}

impl Linear {
    /// Trains on some examples, in an order that is the same every time.
    pub(super) fn train(examples: &[Example], settings: Settings) -> Self {
        let buckets = 1usize << settings.bits;
        let mask = buckets - 1;
        let counts = counts(examples, buckets);
        let used = |key: u32| {
            let bucket = key as usize & mask;
            (counts[bucket] >= settings.least).then_some(bucket)
        };
        let classes = settings.classes;
        let mut weights = vec![0.0f32; buckets * classes];
        let mut squares = vec![1e-8f32; buckets * classes];
        let mut sums = vec![0.0f64; buckets * classes];
        let mut since = vec![0u64; buckets * classes];
        let mut bias = vec![0.0f32; classes];
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
            for example in order.iter().filter_map(|i| examples.get(*i)) {
                step += 1;
                let mut scores = bias.clone();
                for (key, value) in &example.features {
                    let Some(bucket) = used(*key) else { continue };
                    for (class, score) in scores.iter_mut().enumerate() {
                        *score += weights[bucket * classes + class] * value;
                    }
                }
                let shares = shares(&scores);
                for class in 0..classes {
                    let error = shares[class + 1] - f32::from(u8::from(example.class == class + 1));
                    bias[class] -= 0.01 * error;
                    for (key, value) in &example.features {
                        let Some(bucket) = used(*key) else { continue };
                        let at = bucket * classes + class;
                        let gradient = error * value + settings.decay * weights[at];
                        squares[at] += gradient * gradient;
                        sums[at] += f64::from(weights[at]) * (step - since[at]) as f64;
                        since[at] = step;
                        weights[at] -= settings.rate * gradient / squares[at].sqrt();
                    }
                }
            }
        }
        let averaged: Vec<f32> = (0..weights.len())
            .map(|at| {
                let sum = sums[at] + f64::from(weights[at]) * (step - since[at]) as f64;
                (sum / step.max(1) as f64) as f32
            })
            .collect();
        Self { bias, weights: averaged.chunks(classes).map(<[f32]>::to_vec).collect() }
    }

    /// Fits all examples at once: half the squared weights plus the loss, by L-BFGS (Nocedal and
    /// Wright, Numerical Optimization, 2006, algorithm 7.4). All classes have weights while it
    /// fits; those of the left-over class are taken off the others at the end.
    pub(super) fn fit(examples: &[Example], fit: Fit) -> Self {
        let buckets = 1usize << fit.bits;
        let columns: Vec<Option<usize>> = counts(examples, buckets)
            .into_iter()
            .scan(0, |next, count| {
                let used = count >= fit.least;
                *next += usize::from(used);
                Some(used.then_some(*next - 1))
            })
            .collect();
        let width = columns.iter().flatten().count();
        let rows: Vec<Vec<(usize, f32)>> = examples
            .iter()
            .map(|example| {
                let column = |key: u32| columns[key as usize & (buckets - 1)];
                let mut row: Vec<(usize, f32)> = example
                    .features
                    .iter()
                    .filter_map(|(key, value)| Some((column(*key)?, *value)))
                    .collect();
                row.sort_unstable_by_key(|(column, _)| *column);
                row
            })
            .collect();
        let all = fit.classes + 1;
        // The biases stand behind the weights and are not drawn to 0.
        let loss = |at: &[f64], gradient: &mut [f64]| -> f64 {
            let (weights, bias) = at.split_at(width * all);
            let mut sum = 0.5 * weights.iter().map(|weight| weight * weight).sum::<f64>();
            gradient.fill(0.0);
            gradient[..width * all].copy_from_slice(weights);
            for (row, example) in rows.iter().zip(examples) {
                let mut scores = bias.to_vec();
                for (column, value) in row {
                    for (class, score) in scores.iter_mut().enumerate() {
                        *score += weights[column * all + class] * f64::from(*value);
                    }
                }
                let largest = scores.iter().copied().fold(f64::MIN, f64::max);
                let total: f64 = scores.iter().map(|score| (score - largest).exp()).sum();
                let trust = f64::from(fit.trust * example.weight);
                sum += trust * (total.ln() + largest - scores[example.class]);
                for (class, score) in scores.iter().enumerate() {
                    let right = f64::from(u8::from(class == example.class));
                    let error = trust * ((score - largest).exp() / total - right);
                    gradient[width * all + class] += error;
                    for (column, value) in row {
                        gradient[column * all + class] += error * f64::from(*value);
                    }
                }
            }
            sum
        };
        let found = lbfgs::least(loss, vec![0.0; (width + 1) * all]);
        let less = |of: usize, class: usize| (found[of * all + class + 1] - found[of * all]) as f32;
        let row = |of: usize| (0..fit.classes).map(|class| less(of, class)).collect::<Vec<f32>>();
        let nothing = || vec![0.0; fit.classes];
        Self {
            bias: row(width),
            weights: columns.iter().map(|column| column.map_or_else(nothing, row)).collect(),
        }
    }

    /// The share of each class, the left-over one first.
    pub(super) fn predict(&self, features: &[(u32, f32)]) -> Vec<f32> {
        let mask = self.weights.len() - 1;
        let mut scores = self.bias.clone();
        for (key, value) in features {
            for (score, weight) in scores.iter_mut().zip(&self.weights[*key as usize & mask]) {
                *score += weight * value;
            }
        }
        shares(&scores)
    }
}

/// How many examples use each bucket.
fn counts(examples: &[Example], buckets: usize) -> Vec<u32> {
    let mut counts = vec![0u32; buckets];
    for example in examples {
        let keys = example.features.iter().map(|(key, _)| *key as usize & (buckets - 1));
        let mut seen: Vec<usize> = keys.collect();
        seen.sort_unstable();
        seen.dedup();
        for bucket in seen {
            counts[bucket] += 1;
        }
    }
    counts
}

/// Scores as shares of 1; the left-over class, whose score is 0, comes first.
fn shares(scores: &[f32]) -> Vec<f32> {
    let mut shares: Vec<f32> = std::iter::once(0.0).chain(scores.iter().copied()).collect();
    softmax(&mut shares);
    shares
}

/// Turns scores, one of which is 0, into shares of 1.
pub(super) fn softmax(scores: &mut [f32]) {
    let largest = scores.iter().copied().fold(0.0, f32::max);
    for score in &mut *scores {
        *score = (*score - largest).exp();
    }
    let sum: f32 = scores.iter().sum();
    for score in scores {
        *score /= sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separable_examples_are_learnt() {
        let examples: Vec<Example> = (0..60)
            .map(|i| Example {
                features: vec![(i % 3, 1.0), (7, 1.0)],
                class: (i % 3) as usize,
                weight: 1.0,
            })
            .collect();
        let settings =
            Settings { classes: 2, bits: 3, rounds: 20, rate: 0.3, decay: 0.0, least: 1 };
        let fit = Fit { classes: 2, bits: 3, trust: 1.0, least: 1 };
        for model in [Linear::train(&examples, settings), Linear::fit(&examples, fit)] {
            for example in &examples {
                let shares = model.predict(&example.features);
                assert!(shares.iter().all(|share| *share <= shares[example.class]));
            }
        }
    }
}
