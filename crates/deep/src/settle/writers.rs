//! What the writer of a paragraph holds on whom it mentions, and in what light an article shows
//! them.

use std::collections::BTreeMap;

use discussion::{Section, SentenceId, Span};
use engine::{EntityId, Holder, Opinion, Polarity, RunnerUp, Stance, Tier, opinions::Opinions};

use super::{Ground, Seen, Settled, evidence::summands};
use crate::{
    progress::Progress,
    thresholds::{BOTH, LIGHT, MARGIN, QUICK, QUICK_LEAST, QUICK_MOST, QUICK_NEITHER, SOURCE},
    verdicts::{TargetVerdict, Verdict},
};

/// The places of an entity in a window, and the verdict on them.
type Judged<'a> = (&'a [(Span, SentenceId)], &'a TargetVerdict);

impl Ground<'_> {
    /// Settles what the writer holds on every entity whose mentions in the paragraph have all been
    /// read.
    pub(super) fn writers(
        &self,
        progress: &Progress,
        windows: &[Seen<'_>],
        opinions: &mut Opinions,
        settled: &mut Settled,
    ) {
        let mut judged: BTreeMap<EntityId, Vec<Judged<'_>>> = BTreeMap::new();
        for seen in windows {
            for (entity, places) in &seen.mentioned.entities {
                let spans: Vec<Span> = places.iter().map(|(span, _)| *span).collect();
                if let Some(verdict) = seen.verdict(&spans) {
                    judged.entry(*entity).or_default().push((places, verdict));
                }
            }
        }
        let first = self.mentions.partition_point(|m| m.paragraph < self.paragraph);
        let unread = |entity: EntityId| {
            let here = self.mentions.get(first..).unwrap_or(&[]).iter();
            here.take_while(|mention| mention.paragraph == self.paragraph)
                .any(|mention| mention.entity == entity && !progress.covers(mention.span))
        };
        for (entity, judged) in judged.iter().filter(|(entity, _)| !unread(**entity)) {
            self.writer(*entity, judged, opinions, settled);
            if self.discussion.section(self.paragraph) == Section::Article {
                self.light(*entity, judged, opinions);
            }
        }
    }

    fn writer(
        &self,
        target: EntityId,
        judged: &[Judged<'_>],
        opinions: &mut Opinions,
        settled: &mut Settled,
    ) {
        let of_writer =
            |holder: Holder, entity: EntityId| holder == Holder::Writer && entity == target;
        let here = opinions.opinions.iter().filter(|opinion| {
            opinion.paragraph == self.paragraph && of_writer(opinion.holder, opinion.target)
        });
        let quick = quick(here);
        opinions.opinions.retain(|opinion| {
            opinion.paragraph != self.paragraph || !of_writer(opinion.holder, opinion.target)
        });
        opinions.unclear.retain(|(paragraph, holder, entity)| {
            *paragraph != self.paragraph || !of_writer(*holder, *entity)
        });
        let likely = together(judged.iter().map(|(_, verdict)| &verdict.writer));
        let likely = beside(likely, quick);
        let (stance, score) = decided(likely);
        let sides: &[Polarity] = match stance {
            Stance::Supportive => &[Polarity::Supportive],
            Stance::Critical => &[Polarity::Critical],
            Stance::Mixed => &[Polarity::Supportive, Polarity::Critical],
            Stance::Neutral | Stance::Unclear => &[],
        };
        let made: Vec<Opinion> = sides
            .iter()
            .filter_map(|side| {
                self.opinion(Holder::Writer, target, *side, likely, judged, |verdict| {
                    &verdict.writer
                })
            })
            .collect();
        // A stance that no word shows is none.
        let shown = made.len() == sides.len();
        let (stance, score) = if shown { (stance, score) } else { (Stance::Unclear, score) };
        if shown {
            opinions.opinions.extend(made);
        }
        settled.insert((self.paragraph, target), (stance, score));
    }

    /// What an article shows of somebody whom its writer does not judge: the light is a source's
    /// where it stands in the source's words, and else nobody's in particular.
    fn light(&self, target: EntityId, judged: &[Judged<'_>], opinions: &mut Opinions) {
        let here =
            |opinion: &Opinion| opinion.paragraph == self.paragraph && opinion.target == target;
        opinions.opinions.retain(|opinion| {
            !(here(opinion) && opinion.holder == Holder::Unnamed && opinion.tier == Tier::Quick)
        });
        if opinions.opinions.iter().any(here) {
            return;
        }
        let likely = together(judged.iter().map(|(_, verdict)| &verdict.anyone));
        let (side, score) = match likely {
            [pro, contra, _] if pro > contra => (Polarity::Supportive, pro),
            [_, contra, _] => (Polarity::Critical, contra),
        };
        if score < LIGHT {
            return;
        }
        let places = judged.iter().flat_map(|(places, _)| *places);
        let said = places.map(|(span, _)| self.attributions.holder_at(*span));
        let holder = said
            .into_iter()
            .find(|holder| *holder != Holder::Writer && *holder != Holder::Source(target))
            .filter(|_| score >= SOURCE)
            .unwrap_or(Holder::Unnamed);
        opinions
            .opinions
            .extend(self.opinion(holder, target, side, likely, judged, |verdict| &verdict.anyone));
    }

    /// An opinion by the words that show it; the window that says most of its side is shown.
    fn opinion(
        &self,
        holder: Holder,
        target: EntityId,
        polarity: Polarity,
        likely: [f32; 3],
        judged: &[Judged<'_>],
        of: impl Fn(&TargetVerdict) -> &Verdict,
    ) -> Option<Opinion> {
        let side = usize::from(polarity == Polarity::Critical);
        let (places, verdict) =
            judged.iter().map(|(places, verdict)| (*places, of(verdict))).reduce(
                |best, next| if next.1.likely[side] > best.1.likely[side] { next } else { best },
            )?;
        let evidence = self.evidence(&verdict.parts, polarity);
        let strongest = evidence
            .iter()
            .reduce(|best, next| if next.weight.abs() > best.weight.abs() { next } else { best });
        let (mention, span) = self.placed(places, strongest.map(|evidence| evidence.span));
        strongest?;
        Some(Opinion {
            paragraph: self.paragraph,
            span,
            holder,
            target,
            mention,
            polarity,
            score: likely[side],
            tier: Tier::Deep,
            evidence,
            runner_up: runner_up(likely, side),
            summands: summands(verdict.odds, &verdict.parts),
        })
    }
}

/// The likelihoods of several windows taken together: a side is there if any of them shows it.
fn together<'a>(verdicts: impl Iterator<Item = &'a Verdict>) -> [f32; 3] {
    let mut none = [1.0_f32; 2];
    let mut neither = 1.0;
    for verdict in verdicts {
        let [pro, contra, neutral] = verdict.likely;
        none = [none[0] * (1.0 - pro), none[1] * (1.0 - contra)];
        neither *= neutral;
    }
    let sums = [1.0 - none[0], 1.0 - none[1], neither];
    let all = sums.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    sums.map(|sum| sum / all)
}

/// How likely the quick reader takes each stance to be, by its opinions of one writer on one target.
fn quick<'a>(opinions: impl Iterator<Item = &'a Opinion>) -> [f32; 3] {
    let mut sides = [0.0_f32; 2];
    for opinion in opinions {
        let side = &mut sides[usize::from(opinion.polarity == Polarity::Critical)];
        *side = side.max(opinion.score.clamp(0.0, QUICK_MOST));
    }
    let [pro, contra] = sides.map(|side| side.max(QUICK_LEAST));
    let neither = if sides == [0.0; 2] { QUICK_NEITHER } else { 1.0 - pro.max(contra) };
    [pro, contra, neither.max(QUICK_LEAST)]
}

/// The deep reader's likelihoods with the quick reader's beside them: the two err in different
/// places.
fn beside(deep: [f32; 3], quick: [f32; 3]) -> [f32; 3] {
    let mut both = [0.0; 3];
    for ((both, deep), quick) in both.iter_mut().zip(deep).zip(quick) {
        *both = deep.max(1e-6).powf(1.0 - QUICK) * quick.powf(QUICK);
    }
    let all = both.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    both.map(|both| both / all)
}

/// The stance that likelihoods make.
fn decided([pro, contra, neither]: [f32; 3]) -> (Stance, f32) {
    if pro.min(contra) >= BOTH {
        return (Stance::Mixed, pro + contra);
    }
    let mut ranked =
        [(Stance::Supportive, pro), (Stance::Critical, contra), (Stance::Neutral, neither)];
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let [(stance, score), (_, next), _] = ranked;
    if score - next < MARGIN { (Stance::Unclear, score) } else { (stance, score) }
}

/// The likeliest of the readings that are not the given side.
pub(super) fn runner_up([pro, contra, neither]: [f32; 3], side: usize) -> RunnerUp {
    let (stance, score) =
        if side == 0 { (Stance::Critical, contra) } else { (Stance::Supportive, pro) };
    if score > neither {
        RunnerUp { stance, score }
    } else {
        RunnerUp { stance: Stance::Neutral, score: neither }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likelihoods_decide() {
        assert_eq!(decided([0.8, 0.1, 0.1]).0, Stance::Supportive);
        assert_eq!(decided([0.1, 0.7, 0.2]).0, Stance::Critical);
        assert_eq!(decided([0.1, 0.1, 0.8]).0, Stance::Neutral);
        assert_eq!(decided([0.45, 0.45, 0.1]).0, Stance::Mixed);
        assert_eq!(decided([0.01, 0.495, 0.495]).0, Stance::Unclear);
    }

    #[test]
    fn the_quick_reader_has_a_third_of_the_say() {
        let sure = beside([0.05, 0.9, 0.05], quick([].into_iter()));
        assert_eq!(decided(sure).0, Stance::Critical);
        let unsure = beside([0.05, 0.5, 0.45], quick([].into_iter()));
        assert_eq!(decided(unsure).0, Stance::Neutral);
        assert!((sure.iter().sum::<f32>() - 1.0).abs() < 1e-5);
    }

    #[test]
    fn a_side_that_one_window_shows_is_there() {
        let verdict = |likely| Verdict { likely, ..Verdict::default() };
        let one = [verdict([0.1, 0.8, 0.1])];
        let likely = together(one.iter());
        assert!((likely[1] - 0.8).abs() < 1e-6, "{likely:?}");
        let two = [verdict([0.05, 0.9, 0.05]), verdict([0.05, 0.05, 0.9])];
        assert_eq!(decided(together(two.iter())).0, Stance::Critical);
        let both = [verdict([0.05, 0.9, 0.05]), verdict([0.9, 0.05, 0.05])];
        assert_eq!(decided(together(both.iter())).0, Stance::Mixed);
    }
}
