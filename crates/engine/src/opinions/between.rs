//! What two who are named in one sentence hold toward each other: the trained model's verdict on any
//! two entities, set against what the rules found between them.

use discussion::ParagraphId;

use super::{Opinions, Scene, direction::Ground, features::Feature, verdicts};
use crate::{
    analysis::{
        EntityId, Evidence, EvidenceRole, Holder, MentionId, Opinion, Polarity, RunnerUp, Stance,
        Tier,
    },
    models::{Models, Weights},
};

/// What none counts beside an opinion, a supportive one beside a critical one, and one that the
/// second holds toward the first beside the other direction: rare sides are raised. Chosen among
/// about twenty settings while cross-validation and development parts were both looked at.
const NONE: f32 = 0.6;
const SUPPORTIVE: f32 = 1.3;
const BACKWARD: f32 = 1.5;
/// In a report, what the rules found is taken back where the model is surer than this that there is
/// nothing.
const NOTHING: f32 = 0.9;
/// What the model sees alone counts from this likelihood on. This was chosen while development parts
/// were looked at.
const ALONE: f32 = 0.35;

/// What the model says of two entities of a sentence.
pub(super) struct Between {
    /// Mentions of the one who would hold an opinion and of the one it would be held toward, by
    /// direction.
    mentions: [(usize, usize); 2],
    /// Likelihood of an opinion by direction, and by supportive and critical.
    likely: [[f32; 2]; 2],
    /// The direction and the side that were chosen.
    chosen: Option<(usize, usize)>,
    evidence: Vec<Evidence>,
}

/// What the weights of a side add up to.
fn sums(weights: &Weights, features: &[Feature]) -> [f32; 2] {
    verdicts::sums(weights, features.iter().map(|f| (f.key, f.value)))
}

impl Scene<'_> {
    /// Asks the model about any two entities of the sentence.
    pub(super) fn between(&self, text: &str, models: &Models) -> Vec<Between> {
        if models.direction.is_empty() || self.parsed.mentions.len() < 2 {
            return Vec::new();
        }
        let facing = self.facing(|_, _| true);
        if facing.is_empty() {
            return Vec::new();
        }
        let ground = self.ground(text, &models.words, &models.stance);
        facing.into_iter().map(|pair| self.weigh(&ground, &models.direction, pair)).collect()
    }

    fn weigh(&self, ground: &Ground, weights: &Weights, (a, b): (usize, usize)) -> Between {
        let mentions = [(a, b), (b, a)];
        let features = mentions.map(|(holder, target)| self.directed(ground, holder, target));
        let scores = [sums(weights, &features[0]), sums(weights, &features[1])];
        let largest = scores.iter().flatten().copied().fold(0.0, f32::max);
        let shares = scores.map(|sides| sides.map(|score| (score - largest).exp()));
        let none = (-largest).exp();
        let all = none + shares.iter().flatten().sum::<f32>();
        let likely = shares.map(|sides| sides.map(|share| share / all));
        let mut chosen = None;
        let mut most = none / all * NONE;
        for (direction, sides) in likely.iter().enumerate() {
            for (side, share) in sides.iter().enumerate() {
                let weight = if direction == 1 { BACKWARD } else { 1.0 }
                    * if side == 0 { SUPPORTIVE } else { 1.0 };
                if share * weight > most {
                    most = share * weight;
                    chosen = Some((direction, side));
                }
            }
        }
        let evidence = chosen
            .and_then(|(direction, side)| Some((features.get(direction)?, side)))
            .map(|(features, side)| self.telling(weights, features, side))
            .unwrap_or_default();
        Between { mentions, likely, chosen, evidence }
    }

    /// The words that speak most for a side.
    fn telling(&self, weights: &Weights, features: &[Feature], side: usize) -> Vec<Evidence> {
        let polarity = polarity(side);
        let sign = if side == 0 { 1.0 } else { -1.0 };
        let by_word = features.iter().filter_map(|Feature { key, value, word }| {
            let word = self.parsed.words.get(usize::from((*word)?))?;
            let tells = word.tag.tells() && word.mention.is_none();
            tells.then_some((word.span, weights.weight(*key, side) * value * sign))
        });
        verdicts::carried(by_word.collect(), polarity)
    }

    /// Adds what the model says to the opinions of sources that the rules found in the sentence, which
    /// are those behind `first`; one that the model says the opposite of is taken back.
    pub(super) fn settle_between(
        &self,
        paragraph: ParagraphId,
        between: &[Between],
        first: usize,
        opinions: &mut Opinions,
    ) {
        let of = |holder: EntityId, target: EntityId| {
            between.iter().find_map(|pair| {
                let direction = pair.mentions.iter().position(|(h, t)| {
                    self.entity(*h) == Some(holder) && self.entity(*t) == Some(target)
                })?;
                Some((pair, direction))
            })
        };
        let mut number = 0;
        opinions.opinions.retain(|opinion| {
            number += 1;
            let Holder::Source(holder) = opinion.holder else { return true };
            let Some((pair, direction)) = of(holder, opinion.target) else { return true };
            let side = usize::from(opinion.polarity == Polarity::Critical);
            let none = 1.0 - pair.likely.iter().flatten().sum::<f32>();
            let doubted = self.reports && none > NOTHING;
            number <= first || !doubted && pair.chosen != Some((direction, 1 - side))
        });
        for pair in between {
            let Some((direction, side)) = pair.chosen else { continue };
            let (holder, target) = pair.mentions[direction];
            let (Some(source), Some(entity)) = (self.entity(holder), self.entity(target)) else {
                continue;
            };
            let (likely, polarity) = (pair.likely[direction][side], polarity(side));
            let mut found = false;
            for opinion in opinions.opinions.iter_mut().skip(first) {
                if opinion.holder == Holder::Source(source) && opinion.target == entity {
                    found = true;
                    if opinion.polarity == polarity {
                        opinion.score = opinion.score.max(likely);
                    }
                }
            }
            if found || likely < ALONE || pair.evidence.is_empty() {
                continue;
            }
            let placed = |m: usize| self.parsed.mentions.get(m);
            let (Some(named), Some(at)) = (placed(holder), placed(target)) else { continue };
            let clause = self.parsed.clauses.get(self.parsed.clause_at(at.first));
            let mut evidence = pair.evidence.clone();
            let span = self.parsed.bytes(&(named.first..named.last + 1));
            evidence.push(Evidence { span, role: EvidenceRole::Holder, weight: 0.0 });
            let words = self.parsed.bytes(&(at.first..at.last + 1));
            evidence.extend(self.reported_by(words, Holder::Source(source)));
            opinions.opinions.push(Opinion {
                paragraph,
                span: clause.map_or(self.parsed.span, |clause| self.parsed.bytes(&clause.words)),
                holder: Holder::Source(source),
                target: entity,
                mention: MentionId(at.mention),
                polarity,
                score: likely,
                tier: Tier::Quick,
                evidence: super::merged(evidence),
                runner_up: pair.runner_up(likely),
                summands: Vec::new(),
            });
        }
    }
}

impl Between {
    /// The likeliest of all readings but the chosen one, as a stance of the same holder.
    fn runner_up(&self, likely: f32) -> RunnerUp {
        let Some((direction, side)) = self.chosen else { return RunnerUp::default() };
        let other = self.likely.get(direction).map_or(0.0, |sides| sides[1 - side.min(1)]);
        let stance = if side == 0 { Stance::Critical } else { Stance::Supportive };
        let neutral = (1.0 - likely - other).max(0.0);
        if other > neutral {
            RunnerUp { stance, score: other }
        } else {
            RunnerUp { stance: Stance::Neutral, score: neutral }
        }
    }
}

fn polarity(side: usize) -> Polarity {
    if side == 0 { Polarity::Supportive } else { Polarity::Critical }
}
