//! What those who are mentioned hold toward each other.

use discussion::Span;
use engine::{
    EntityId, Evidence, EvidenceRole, Holder, Opinion, Polarity, RunnerUp, Tier, opinions::Opinions,
};

use super::{Ground, Seen, evidence::summands, shared, writers::runner_up};
use crate::{
    thresholds::{HOLDS, NOTHING, SHARED},
    verdicts::PairVerdict,
};

/// A verdict on two entities.
struct Between<'a> {
    /// The one that is mentioned first, and the other.
    entities: [EntityId; 2],
    verdict: &'a PairVerdict,
    seen: &'a Seen<'a>,
}

impl Ground<'_> {
    /// Sets what the networks say between two entities against what the rules found there.
    pub(super) fn pairs(&self, windows: &[Seen<'_>], opinions: &mut Opinions) {
        for seen in windows {
            for verdict in &seen.reading.pairs {
                let entity = |spans: &[Span]| {
                    let entities = seen.mentioned.entities.iter();
                    entities
                        .map(|(entity, places)| {
                            let places: Vec<Span> = places.iter().map(|(span, _)| *span).collect();
                            (shared(&places, spans), *entity)
                        })
                        .filter(|(share, _)| *share >= SHARED)
                        .reduce(|best, next| if next.0 > best.0 { next } else { best })
                        .map(|(_, entity)| entity)
                };
                let [first, second] = &verdict.mentions;
                if let (Some(first), Some(second)) = (entity(first), entity(second))
                    && first != second
                {
                    let between = Between { entities: [first, second], verdict, seen };
                    self.between(&between, opinions);
                }
            }
        }
    }

    fn between(&self, between: &Between<'_>, opinions: &mut Opinions) {
        for direction in 0..2 {
            let holder = Holder::Source(between.entities[direction]);
            let target = between.entities[1 - direction];
            let [pro, contra] = between.verdict.sides(direction);
            let nothing = between.verdict.likely[0];
            let side = usize::from(contra > pro);
            let polarity = if side == 0 { Polarity::Supportive } else { Polarity::Critical };
            let most = between.verdict.likely.iter().copied().fold(0.0, f32::max);
            let score = pro.max(contra);
            let said = score >= HOLDS && score >= most;
            let of_pair = |opinion: &Opinion| {
                opinion.paragraph == self.paragraph
                    && opinion.holder == holder
                    && opinion.target == target
            };
            let mut joined: Vec<Evidence> = Vec::new();
            opinions.opinions.retain(|opinion| {
                if !of_pair(opinion) {
                    return true;
                }
                if said && opinion.polarity == polarity {
                    joined.extend(opinion.evidence.iter().cloned());
                }
                !(said || nothing >= NOTHING)
            });
            if !said {
                continue;
            }
            opinions.unclear.retain(|unclear| *unclear != (self.paragraph, holder, target));
            let likely = [pro, contra, (1.0 - pro - contra).max(0.0)];
            let runner_up = runner_up(likely, side);
            opinions
                .opinions
                .extend(self.held(between, direction, polarity, score, runner_up, joined));
        }
    }

    fn held(
        &self,
        between: &Between<'_>,
        direction: usize,
        polarity: Polarity,
        score: f32,
        runner_up: RunnerUp,
        joined: Vec<Evidence>,
    ) -> Option<Opinion> {
        let (holder, target) = (between.entities[direction], between.entities[1 - direction]);
        let parts = &between.verdict.parts[direction];
        let mut evidence = self.evidence(parts, polarity);
        let strongest = evidence
            .iter()
            .reduce(|best, next| if next.weight.abs() > best.weight.abs() { next } else { best });
        let shown = strongest.map(|evidence| evidence.span);
        let places = between.seen.mentioned.entities.get(&target)?;
        let (mention, span) = self.placed(places, shown);
        let new = |joined: &Evidence| evidence.iter().all(|own| !own.span.overlaps(joined.span));
        let joined: Vec<Evidence> = joined.into_iter().filter(new).collect();
        evidence.extend(joined);
        if evidence.iter().all(|evidence| evidence.role == EvidenceRole::Holder) {
            return None;
        }
        let named = between.seen.mentioned.entities.get(&holder)?;
        let named = named.iter().find(|(at, _)| span.contains(*at)).or(named.first());
        if let Some((at, _)) = named
            && evidence.iter().all(|own| !own.span.overlaps(*at))
        {
            evidence.push(Evidence { span: *at, role: EvidenceRole::Holder, weight: 0.0 });
        }
        evidence.sort_by_key(|evidence| evidence.span);
        Some(Opinion {
            paragraph: self.paragraph,
            span,
            holder: Holder::Source(holder),
            target,
            mention,
            polarity,
            score,
            tier: Tier::Deep,
            evidence,
            runner_up,
            summands: summands(between.verdict.odds[direction], parts),
        })
    }
}
