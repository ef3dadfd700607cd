//! The trained model's verdict on a mention: how likely what its sentence expresses toward it is
//! supportive, critical or neither, and by which words.

use discussion::Span;

use super::{Scene, features::Feature, writers::Trait};
use crate::{
    analysis::{Evidence, EvidenceRole, Polarity, RunnerUp, Stance, Summand},
    models::Weights,
};

/// What the model says of one mention.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    /// Likelihood of supportive, critical and neither; they add up to 1.
    supportive: f32,
    critical: f32,
    /// The words that carry it: what they add to supportive, less what they add to critical.
    pub(super) evidence: Vec<Evidence>,
    /// Everything that was added up.
    pub(super) summands: Vec<Summand>,
}

/// The classes in the file.
const SUPPORTIVE: usize = 0;
const CRITICAL: usize = 1;
/// How many words are shown as evidence.
const SHOWN: usize = 6;

impl Verdict {
    /// The side that is likelier than the other and than neither, and how likely it is.
    pub(super) fn side(&self) -> Option<(Polarity, f32)> {
        let neither = self.neither();
        if self.supportive > self.critical && self.supportive > neither {
            Some((Polarity::Supportive, self.supportive))
        } else if self.critical > neither {
            Some((Polarity::Critical, self.critical))
        } else {
            None
        }
    }

    /// The likelier of the two readings that are not the given side.
    pub(super) fn runner_up(&self, polarity: Polarity) -> RunnerUp {
        let (stance, likely) = match polarity {
            Polarity::Supportive => (Stance::Critical, self.critical),
            Polarity::Critical => (Stance::Supportive, self.supportive),
        };
        let neither = self.neither().max(0.0);
        if likely > neither {
            RunnerUp { stance, score: likely }
        } else {
            RunnerUp { stance: Stance::Neutral, score: neither }
        }
    }

    /// How likely nothing is expressed.
    pub(super) fn neither(&self) -> f32 {
        1.0 - self.supportive - self.critical
    }
}

/// What the weights add up to for supportive and for critical, before any likelihood.
pub(super) fn sums(weights: &Weights, features: impl Iterator<Item = (u32, f32)>) -> [f32; 2] {
    let mut sums = [weights.bias(SUPPORTIVE), weights.bias(CRITICAL)];
    for (key, value) in features {
        sums[0] += weights.weight(key, SUPPORTIVE) * value;
        sums[1] += weights.weight(key, CRITICAL) * value;
    }
    sums
}

impl Verdict {
    fn of(sums: [f32; 2]) -> Self {
        let [pro, contra] = sums;
        let largest = pro.max(contra).max(0.0);
        let (e_pro, e_contra) = ((pro - largest).exp(), (contra - largest).exp());
        let sum = e_pro + e_contra + (-largest).exp();
        let (evidence, summands) = (Vec::new(), Vec::new());
        Self { supportive: e_pro / sum, critical: e_contra / sum, evidence, summands }
    }

    /// The verdict on an entity in a paragraph of a comment.
    pub(super) fn on(weights: &Weights, traits: &[Trait]) -> Self {
        let mut verdict =
            Self::of(sums(weights, traits.iter().map(|(key, value, _)| (*key, *value))));
        let by_word = traits.iter().map(|(key, value, word)| (*key, *value, *word));
        verdict.explain(weights, by_word);
        verdict
    }

    /// Adds up what each word says, and keeps those that carry the verdict as evidence.
    fn explain(
        &mut self,
        weights: &Weights,
        features: impl Iterator<Item = (u32, f32, Option<Standing>)>,
    ) {
        let Some((polarity, _)) = self.side() else { return };
        let mut rest = weights.bias(SUPPORTIVE) - weights.bias(CRITICAL);
        let mut by_word: Vec<(Standing, f32)> = Vec::new();
        for (key, value, word) in features {
            let weight = (weights.weight(key, SUPPORTIVE) - weights.weight(key, CRITICAL)) * value;
            match word {
                Some(word) => by_word.push((word, weight)),
                None => rest += weight,
            }
        }
        discussion::order::sort_by_key(&mut by_word, |(word, _)| word.0);
        let summed: Vec<(Standing, f32)> = by_word
            .chunk_by(|a, b| a.0.0 == b.0.0)
            .filter_map(|part| Some((part.first()?.0, part.iter().map(|(_, w)| w).sum())))
            .collect();
        let telling = summed.iter().filter(|((_, tells), _)| *tells);
        self.evidence = carried(telling.map(|((span, _), w)| (*span, *w)).collect(), polarity);
        self.summands.push(Summand { span: Span::default(), weight: rest });
        let words = summed.iter().filter(|(_, weight)| *weight != 0.0);
        self.summands
            .extend(words.map(|((span, _), weight)| Summand { span: *span, weight: *weight }));
    }
}

/// The word that a feature stands on, and whether it tells a reader anything.
pub(super) type Standing = (Span, bool);

impl Scene<'_> {
    /// Judges a mention with the trained model.
    pub(super) fn verdict(&self, weights: &Weights, m: usize) -> Verdict {
        let features = self.features(m);
        let mut verdict = Verdict::of(sums(weights, features.iter().map(|f| (f.key, f.value))));
        let by_word = features.iter().map(|Feature { key, value, word }| {
            let word = word.and_then(|word| self.parsed.words.get(usize::from(word)));
            (*key, *value, word.map(|word| (word.span, word.tag.tells())))
        });
        verdict.explain(weights, by_word);
        verdict
    }
}

/// The words that speak most for a side, in the order of the text.
pub(super) fn carried(mut by_word: Vec<(Span, f32)>, polarity: Polarity) -> Vec<Evidence> {
    discussion::order::sort_by_key(&mut by_word, |(span, _)| *span);
    let sign = if polarity == Polarity::Supportive { 1.0 } else { -1.0 };
    let mut summed: Vec<(Span, f32)> = by_word
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|part| Some((part.first()?.0, part.iter().map(|(_, w)| w).sum())))
        .filter(|(_, weight): &(Span, f32)| weight * sign > 0.02)
        .collect();
    discussion::order::sort_by(&mut summed, |a, b| {
        (b.1 * sign).total_cmp(&(a.1 * sign)).then(a.0.cmp(&b.0))
    });
    summed.truncate(SHOWN);
    discussion::order::sort_by_key(&mut summed, |(span, _)| *span);
    let evidence = |(span, weight)| Evidence { span, role: EvidenceRole::Cue, weight };
    summed.into_iter().map(evidence).collect()
}
