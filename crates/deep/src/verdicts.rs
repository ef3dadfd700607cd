//! Verdicts: what the networks say of a target or of a pair, kept by the places of the mentions
//! that they were asked about, so that they stay right when it changes who is meant there.

use discussion::Span;
use serde::{Deserialize, Serialize};

use crate::network::Judged;

/// What is said of one target in one window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct TargetVerdict {
    /// The mentions that were asked about together, in order.
    pub(crate) mentions: Vec<Span>,
    /// Toward it, whoever holds it.
    pub(crate) anyone: Verdict,
    /// What the writer holds.
    pub(crate) writer: Verdict,
}

/// How likely each stance is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Verdict {
    /// Likelihood of supportive, critical and neither; they add up to 1.
    pub(crate) likely: [f32; 3],
    /// The natural logarithm of how many times likelier supportive is than critical.
    pub(crate) odds: f32,
    /// What each word added to the odds.
    pub(crate) parts: Vec<(Span, f32)>,
}

/// What is said between two entities of one window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PairVerdict {
    /// The mentions of the one that is mentioned first, and of the other.
    pub(crate) mentions: [Vec<Span>; 2],
    /// Likelihood of nothing; the first supports the second, the second the first; the first
    /// criticises the second, the second the first.
    pub(crate) likely: [f32; 5],
    /// By direction, the first one's opinion of the second first.
    pub(crate) odds: [f32; 2],
    /// What each word added to the odds, by direction; nothing where an opinion is unlikely.
    pub(crate) parts: [Vec<(Span, f32)>; 2],
}

/// Likelihoods of scores.
pub(crate) fn likelihoods<const N: usize>(logits: [f32; N]) -> [f32; N] {
    let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let shares = logits.map(|logit| (logit - most).exp());
    let all: f32 = shares.iter().sum();
    shares.map(|share| share / all)
}

impl Verdict {
    pub(crate) fn new(judged: &Judged<3>, parts: Vec<(Span, f32)>) -> Self {
        let likely = likelihoods(judged.logits);
        Self { likely, odds: judged.logits[0] - judged.logits[1], parts }
    }
}

impl PairVerdict {
    /// Likelihood of supportive and of critical in a direction.
    pub(crate) fn sides(&self, direction: usize) -> [f32; 2] {
        match direction {
            0 => [self.likely[1], self.likely[3]],
            _ => [self.likely[2], self.likely[4]],
        }
    }
}
