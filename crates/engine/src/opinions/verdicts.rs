//! The trained model's verdict on a mention: how likely what its sentence expresses toward it is
//! supportive, critical or neither, and by which words.

use super::{Scene, features::Feature};
use crate::{
    analysis::{Evidence, EvidenceRole, Polarity},
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

    /// How likely nothing is expressed.
    pub(super) fn neither(&self) -> f32 {
        1.0 - self.supportive - self.critical
    }
}

impl Scene<'_> {
    /// Judges a mention with the trained model.
    pub(super) fn verdict(&self, weights: &Weights, m: usize) -> Verdict {
        let features = self.features(m);
        let (mut pro, mut contra) = (weights.bias(SUPPORTIVE), weights.bias(CRITICAL));
        let mut by_word: Vec<(u16, f32)> = Vec::with_capacity(features.len());
        for Feature { key, value, word } in features {
            let for_it = weights.weight(key, SUPPORTIVE) * value;
            let against_it = weights.weight(key, CRITICAL) * value;
            pro += for_it;
            contra += against_it;
            if let Some(word) = word {
                by_word.push((word, for_it - against_it));
            }
        }
        let largest = pro.max(contra).max(0.0);
        let (e_pro, e_contra) = ((pro - largest).exp(), (contra - largest).exp());
        let sum = e_pro + e_contra + (-largest).exp();
        let mut verdict =
            Verdict { supportive: e_pro / sum, critical: e_contra / sum, evidence: Vec::new() };
        if let Some((polarity, _)) = verdict.side() {
            verdict.evidence = self.carried(by_word, polarity);
        }
        verdict
    }

    /// The words that speak most for a side, in the order of the text.
    fn carried(&self, mut by_word: Vec<(u16, f32)>, polarity: Polarity) -> Vec<Evidence> {
        discussion::order::sort_by_key(&mut by_word, |(word, _)| *word);
        let mut summed: Vec<(u16, f32)> = by_word
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|part| Some((part.first()?.0, part.iter().map(|(_, w)| w).sum())))
            .collect();
        let sign = if polarity == Polarity::Supportive { 1.0 } else { -1.0 };
        let content = |word: u16| {
            self.parsed.words.get(usize::from(word)).is_some_and(|word| word.tag.tells())
        };
        summed.retain(|(word, weight)| weight * sign > 0.02 && content(*word));
        discussion::order::sort_by(&mut summed, |a, b| {
            (b.1 * sign).total_cmp(&(a.1 * sign)).then(a.0.cmp(&b.0))
        });
        summed.truncate(SHOWN);
        discussion::order::sort_by_key(&mut summed, |(word, _)| *word);
        summed
            .into_iter()
            .filter_map(|(word, weight)| {
                let span = self.parsed.words.get(usize::from(word))?.span;
                Some(Evidence { span, role: EvidenceRole::Cue, weight })
            })
            .collect()
    }
}
