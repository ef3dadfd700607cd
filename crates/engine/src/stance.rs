//! Stance: a holder's opinions on a target taken together, paragraph by paragraph.

use discussion::{Discussion, ParagraphId};

use crate::{
    analysis::{Entity, EntityId, Holder, Mention, Polarity, Stance, StanceRow, Tier},
    opinions::Opinions,
};

/// How sure a named entity without any opinion is a neutral one.
const NEUTRAL: f32 = 0.7;
/// How sure the engine is where it abstains.
const UNCLEAR: f32 = 0.5;
/// The score from which an opinion counts as clearly there.
const CLEAR: f32 = 0.7;

/// What one holder shows toward one target in one paragraph.
#[derive(Clone, Copy, Debug, Default)]
struct Sides {
    supportive: f32,
    critical: f32,
    unclear: bool,
}

impl Sides {
    fn of(polarity: Polarity, score: f32) -> Self {
        let score = score.clamp(0.0, 1.0);
        match polarity {
            Polarity::Supportive => Self { supportive: score, ..Self::default() },
            Polarity::Critical => Self { critical: score, ..Self::default() },
        }
    }

    fn add(&mut self, more: Self) {
        // Several opinions on one side make it surer: the chance that not all of them err.
        let either = |a: f32, b: f32| 1.0 - (1.0 - a) * (1.0 - b);
        self.supportive = either(self.supportive, more.supportive);
        self.critical = either(self.critical, more.critical);
        self.unclear |= more.unclear;
    }

    fn stance(self) -> (Stance, f32) {
        let Self { supportive, critical, unclear } = self;
        let (weaker, stronger) = (supportive.min(critical), supportive.max(critical));
        if weaker >= CLEAR {
            (Stance::Mixed, weaker)
        } else if stronger == 0.0 {
            if unclear { (Stance::Unclear, UNCLEAR) } else { (Stance::Neutral, NEUTRAL) }
        } else if weaker > 0.0 && stronger - weaker < 0.1 {
            (Stance::Unclear, UNCLEAR)
        } else {
            let stance = if supportive > critical { Stance::Supportive } else { Stance::Critical };
            (stance, stronger * (1.0 - weaker / 2.0))
        }
    }
}

/// Sums up opinions; every entity of a paragraph gets a row for the paragraph's writer. Rows are
/// ordered by paragraph, holder and target.
#[must_use]
pub fn sum_up(
    _discussion: &Discussion,
    _entities: &[Entity],
    mentions: &[Mention],
    opinions: &Opinions,
) -> Vec<StanceRow> {
    let none = Sides::default();
    let mut keyed: Vec<((ParagraphId, Holder, EntityId), Sides)> = mentions
        .iter()
        .map(|mention| ((mention.paragraph, Holder::Writer, mention.entity), none))
        .chain(opinions.opinions.iter().map(|opinion| {
            let sides = Sides::of(opinion.polarity, opinion.score);
            ((opinion.paragraph, opinion.holder, opinion.target), sides)
        }))
        .chain(opinions.unclear.iter().map(|&key| (key, Sides { unclear: true, ..none })))
        .collect();
    discussion::order::sort_by_key(&mut keyed, |(key, _)| *key);
    keyed
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|rows| {
            let mut sides = none;
            rows.iter().for_each(|(_, more)| sides.add(*more));
            rows.first().map(|(key, _)| (*key, sides))
        })
        .map(|((paragraph, holder, target), sides)| {
            let (stance, score) = sides.stance();
            StanceRow { paragraph, holder, target, stance, score, tier: Tier::Quick }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_make_a_stance() {
        let check = |opinions: &[(Polarity, f32)], unclear: bool, expected: Stance| {
            let mut sides = Sides { unclear, ..Sides::default() };
            for (polarity, score) in opinions {
                sides.add(Sides::of(*polarity, *score));
            }
            assert_eq!(sides.stance().0, expected, "{opinions:?}");
        };
        let (pro, contra) = (Polarity::Supportive, Polarity::Critical);
        check(&[], false, Stance::Neutral);
        check(&[], true, Stance::Unclear);
        check(&[(pro, 0.8)], false, Stance::Supportive);
        check(&[(pro, 0.8)], true, Stance::Supportive);
        check(&[(contra, 0.6), (contra, 0.6)], false, Stance::Critical);
        check(&[(contra, 0.8), (pro, 0.8)], false, Stance::Mixed);
        check(&[(contra, 0.9), (pro, 0.65)], false, Stance::Critical);
        check(&[(contra, 0.62), (pro, 0.66)], false, Stance::Unclear);
    }
}
