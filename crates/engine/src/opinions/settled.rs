//! What the trained model says of a commenter's stance in a paragraph, set against what the rules
//! found there.

use discussion::ParagraphId;

use super::{Opinions, verdicts::Verdict, writers::Subject};
use crate::analysis::{Holder, Opinion, Polarity, RunnerUp, Stance, Tier};

/// The rules' opinions of at least this score stand unless the model contradicts. This and the next
/// were chosen on a third of the corpus's training part that the weights were not trained on.
const KEPT: f32 = 0.8;
/// From this likelihood on, the model contradicts them.
const CONTRADICTS: f32 = 0.8;
/// From this polarity on, the words of a comment contradict what the model takes it for,
const WORDS_CONTRADICT: f32 = 7.0;
/// unless the model is this sure.
const SURE_OF_IRONY: f32 = 0.65;
/// How sure it is that the words of a comment mean what they say of whom it names.
const GUESS: f32 = 0.5;
/// The rules see both sides where each has an opinion of at least this score; no model has learnt
/// to.
const BOTH: f32 = 0.75;

impl Opinions {
    /// Sets what the trained model says of a commenter's stance on an entity in a paragraph against
    /// what the rules found there. The model knows what they found.
    pub(super) fn settle(&mut self, paragraph: ParagraphId, subject: &Subject, verdict: Verdict) {
        let target = subject.entity;
        let of_writer =
            |opinion: &Opinion| opinion.holder == Holder::Writer && opinion.target == target;
        let clear = |polarity: Polarity| {
            self.opinions.iter().any(|o| of_writer(o) && o.polarity == polarity && o.score >= BOTH)
        };
        if clear(Polarity::Supportive) && clear(Polarity::Critical) {
            return;
        }
        let side = verdict.side();
        let stands = |opinion: &Opinion| match side {
            Some((polarity, likely)) => {
                opinion.polarity == polarity || opinion.score >= KEPT && likely < CONTRADICTS
            }
            None => opinion.score >= KEPT && verdict.neither() < CONTRADICTS,
        };
        self.opinions.retain(|opinion| !of_writer(opinion) || stands(opinion));
        let left = self.opinions.iter_mut().filter(|opinion| of_writer(opinion));
        let mut is_judged = false;
        for opinion in left {
            is_judged = true;
            if let Some((_, likely)) = side.filter(|(polarity, _)| *polarity == opinion.polarity) {
                opinion.score = opinion.score.max(likely);
                opinion.runner_up = verdict.runner_up(opinion.polarity);
                opinion.summands.clone_from(&verdict.summands);
            }
        }
        self.unclear.retain(|(_, holder, entity)| *holder != Holder::Writer || *entity != target);
        let Some((polarity, likely)) = side.filter(|_| !is_judged) else { return };
        // Irony turns words round, but a guess that it does convinces nobody.
        let words = if polarity == Polarity::Supportive { subject.words } else { -subject.words };
        let meant = words < -WORDS_CONTRADICT && likely < SURE_OF_IRONY;
        let (polarity, score, evidence, runner_up) = if meant {
            let (other, stance) = match polarity {
                Polarity::Supportive => (Polarity::Critical, Stance::Supportive),
                Polarity::Critical => (Polarity::Supportive, Stance::Critical),
            };
            let runner_up = RunnerUp { stance, score: likely };
            (other, GUESS, subject.judging_words(other), runner_up)
        } else {
            (polarity, likely, verdict.evidence.clone(), verdict.runner_up(polarity))
        };
        if evidence.is_empty() {
            return;
        }
        self.opinions.push(Opinion {
            paragraph,
            span: subject.clause,
            holder: Holder::Writer,
            target,
            mention: subject.mention,
            polarity,
            score,
            tier: Tier::Quick,
            evidence,
            runner_up,
            summands: verdict.summands,
        });
    }
}
