//! The deep reading: whether the reader wants it, how far it has come, and what it changes on the page.

use std::rc::Rc;

use discussion::{ParagraphId, Span};
use engine::{Analysis, EntityId, Holder, MentionId, Summand};
use reading::{Reading, Row};

use crate::{
    protocol::{
        self, Outcome, Reply,
        deep::{Failure, Order, Progress, Question, Said, Weights},
    },
    state::{Dialog, Effect, Shared, State, Why},
};

/// What the build has of the deep reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// The address of its script.
    pub script: String,
    /// The address of its program.
    pub program: String,
    /// Its weights.
    pub weights: Weights,
}

impl Offer {
    /// From what the build says of it: script, program, weights, their size and their hash.
    #[must_use]
    pub fn listed(list: &str) -> Option<Self> {
        let mut parts = list.split(' ').map(str::to_owned);
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let (script, program, address) = (next()?, next()?, next()?);
        let (bytes, hash) = (next()?.parse().ok()?, next()?);
        let beside = vec![script.clone(), program.clone()];
        let weights = Weights { address, hash, bytes, program: beside };
        Some(Self { script, program, weights })
    }
}

/// The deep reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deep {
    /// What there is of it; none where the build has none.
    pub offer: Option<Rc<Offer>>,
    /// Whether the reader wants it.
    pub on: bool,
    /// Whether it is off only since the browser asks to save data.
    pub saves_data: bool,
    /// How far it has come.
    pub stage: Stage,
    /// A judgement that is being explained, or is.
    pub explained: Option<Explained>,
    /// The number of the text that it reads.
    text: u32,
    /// How far it was read when the page showed it last.
    shown: Progress,
    /// A reading that waits until the reader has closed a dialog.
    waiting: Option<Box<Analysis>>,
}

/// How far the deep reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// It does not run.
    #[default]
    Off,
    /// So many bytes of the weights are here.
    Loading(u32),
    /// It begins with a text.
    Starting,
    /// The text is read so far.
    Reading(Progress),
    /// The reader has stopped it there.
    Resting(Progress),
    /// The whole text is read.
    Done(Progress),
    /// It cannot go on.
    Failed(Failure),
}

/// A judgement, and what leaving words out changes in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// What was asked, as the page names it.
    asked: (ParagraphId, String, String),
    question: Question,
    /// What each word adds, those that add most first; none until the answer is here.
    pub words: Option<Rc<[Summand]>>,
}

/// How many words are shown, at most.
const MOST_WORDS: usize = 12;

impl Deep {
    /// The deep reading as the page begins: `wish` is what the reader said before. Where they never
    /// said so, it is wanted unless the browser asks to save data.
    #[must_use]
    pub fn new(offer: Option<Offer>, wish: Option<bool>, saves_data: bool) -> Self {
        let saves_data = wish.is_none() && saves_data;
        let on = wish.unwrap_or(!saves_data);
        Self { offer: offer.map(Rc::new), on, saves_data, ..Self::default() }
    }

    /// Whether its program runs.
    fn runs(&self) -> bool {
        !matches!(self.stage, Stage::Off | Stage::Failed(_))
    }
}

impl State {
    /// Has the deep reader read what was read quickly, if the reader wants it.
    pub(super) fn deepen(&mut self, effects: &mut Vec<Effect>) {
        self.deep.explained = None;
        self.deep.waiting = None;
        let Some(offer) = self.deep.offer.clone() else { return };
        if !self.deep.on || self.reading.is_none() {
            self.end_deep(effects);
            return;
        }
        if !self.deep.runs() {
            effects.push(Effect::StartDeep(offer));
            self.deep.stage = Stage::Loading(0);
        } else if !matches!(self.deep.stage, Stage::Loading(_)) {
            self.deep.stage = Stage::Starting;
        }
        if self.deep.text != self.request {
            (self.deep.text, self.deep.shown) = (self.request, Progress::default());
        }
        effects.push(Effect::LookDeeper);
        let reply = self.packed.to_vec();
        effects.push(Effect::Deep(Order::Read { text: self.request, reply }));
    }

    /// Ends its program, if it runs.
    fn end_deep(&mut self, effects: &mut Vec<Effect>) {
        if self.deep.runs() {
            effects.push(Effect::EndDeep);
        }
        self.deep.stage = Stage::Off;
    }

    /// The reader wants the deep reading, or not.
    pub(super) fn switch_deep(&mut self, on: bool, effects: &mut Vec<Effect>) {
        self.deep.on = on;
        self.deep.saves_data = false;
        effects.push(Effect::KeepDeep(on));
        match self.deep.stage {
            Stage::Resting(progress) if on => {
                self.deep.stage = Stage::Reading(progress);
                effects.extend([Effect::LookDeeper, Effect::Deep(Order::Go(true))]);
            }
            Stage::Done(_) if on => {}
            _ if on => self.deepen(effects),
            // What is judged stays, and is not judged again when the reader changes their mind.
            Stage::Reading(progress) => {
                self.deep.stage = Stage::Resting(progress);
                effects.push(Effect::Deep(Order::Go(false)));
            }
            Stage::Loading(_) | Stage::Starting | Stage::Failed(_) => self.end_deep(effects),
            Stage::Off | Stage::Resting(_) | Stage::Done(_) => {}
        }
    }

    /// The reader is somewhere else in the text.
    pub(super) fn look_deeper(&self, effects: &mut Vec<Effect>) {
        if matches!(self.deep.stage, Stage::Reading(_)) {
            effects.push(Effect::LookDeeper);
        }
    }

    /// Takes what the deep reader says.
    pub(super) fn deep_said(&mut self, said: Said, effects: &mut Vec<Effect>) {
        if !self.deep.runs() {
            return;
        }
        match said {
            Said::Loading(bytes) => self.deep.stage = Stage::Loading(bytes),
            Said::Loaded => self.deep.stage = Stage::Starting,
            Said::Read { text, .. } if text != self.deep.text => {}
            Said::Read { progress, analysis, .. } => {
                let rests = matches!(self.deep.stage, Stage::Resting(_));
                self.deep.stage = if progress.is_done() {
                    Stage::Done(progress)
                } else if rests {
                    Stage::Resting(progress)
                } else {
                    Stage::Reading(progress)
                };
                // After a new start, what was judged before stays until as much is judged again.
                let further = progress.is_done() || progress >= self.deep.shown;
                if let Some(analysis) = analysis.filter(|_| further) {
                    self.deep.shown = progress;
                    self.deep.waiting = Some(analysis);
                    self.refine(effects);
                }
                if progress.all == 0 {
                    effects.push(Effect::Ready(Some(self.tier())));
                }
            }
            Said::Explained { question, mut words } => {
                let explained = self.deep.explained.as_mut();
                if let Some(explained) = explained.filter(|asked| asked.question == question) {
                    words.retain(|word| word.weight != 0.0);
                    discussion::order::sort_by(&mut words, |one, other| {
                        other.weight.abs().total_cmp(&one.weight.abs())
                    });
                    words.truncate(MOST_WORDS);
                    explained.words = Some(words.into());
                }
            }
            Said::Failed(failure) => {
                effects.push(Effect::EndDeep);
                self.deep.stage = Stage::Failed(failure);
                self.deep.explained = None;
            }
        }
    }

    /// Puts the reading that waits in the place of the one that is shown, unless a correction is
    /// being made; whatever the reader looks at stays where it is.
    pub(super) fn refine(&mut self, effects: &mut Vec<Effect>) {
        if self.dialog == Some(Dialog::Correct) || self.deep.waiting.is_none() {
            return;
        }
        let (Some(analysis), Some(machine)) =
            (self.deep.waiting.take(), self.corrections.machine.take())
        else {
            return;
        };
        let discussion = machine.discussion.clone();
        let outcome = Ok(Outcome { discussion, analysis: *analysis });
        let reply = Reply { id: self.request, outcome, packed: Rc::default() };
        if let Ok(packed) = protocol::pack(&reply) {
            self.packed = Rc::new(packed);
        }
        if let Ok(Outcome { discussion, analysis }) = reply.outcome {
            let machine = Reading::new(discussion, analysis, self.lowercase);
            self.corrections.machine = Some(Shared::new(machine));
        }
        let before = self.reading.clone();
        let (why, closed_at, current, cell) = (self.why, self.closed_at, self.current, self.cell);
        self.reread();
        self.find_again();
        let (Some(before), Some(after)) = (before, self.reading.clone()) else { return };
        let same = |mention: MentionId| same_mention(&before, &after, mention);
        self.why = why.and_then(|why| Some(Why { mention: same(why.mention)?, ..why }));
        self.closed_at = closed_at.and_then(same);
        self.current = current.and_then(same);
        self.cell = cell.and_then(|(row, target)| {
            let same = |entity: EntityId| after.entity(before.slug(entity));
            let row = match row {
                Row::Source(source) => Row::Source(same(source)?),
                other => other,
            };
            Some((row, same(target)?))
        });
        if let (Some(from), Some(to)) = (current, self.current) {
            effects.push(Effect::KeepFocus { from, to });
        }
        effects.push(Effect::Ready(Some(self.tier())));
    }

    /// The tier whose result is on the page.
    pub(super) fn tier(&self) -> engine::Tier {
        let done = matches!(self.deep.stage, Stage::Done(_)) && self.deep.waiting.is_none();
        if done { engine::Tier::Deep } else { engine::Tier::Quick }
    }

    /// Asks which words a judgement hangs on.
    pub(super) fn leave_words_out(
        &mut self,
        paragraph: ParagraphId,
        holder: Holder,
        target: EntityId,
        effects: &mut Vec<Effect>,
    ) {
        let (Some(reading), Some(machine)) = (&self.reading, &self.corrections.machine) else {
            return;
        };
        let same = |entity: EntityId| machine.entity(reading.slug(entity));
        let asked = (paragraph, holder_name(reading, holder), reading.slug(target).to_owned());
        let holder = match holder {
            Holder::Source(source) => same(source).map(Holder::Source),
            other => Some(other),
        };
        let (Some(holder), Some(target)) = (holder, same(target)) else { return };
        let question = Question { text: self.deep.text, paragraph, holder, target };
        self.deep.explained = Some(Explained { asked, question, words: None });
        effects.push(Effect::Deep(Order::Explain(question)));
    }

    /// What is known of a judgement by leaving words out.
    #[must_use]
    pub fn explained(
        &self,
        paragraph: ParagraphId,
        holder: Holder,
        target: EntityId,
    ) -> Option<&Explained> {
        let reading = self.reading.as_ref()?;
        let (known, by, of) = &self.deep.explained.as_ref()?.asked;
        let same = *known == paragraph
            && *of == reading.slug(target)
            && *by == holder_name(reading, holder);
        self.deep.explained.as_ref().filter(|_| same)
    }

    /// Whether the deep reader can be asked about its judgements.
    #[must_use]
    pub fn can_explain(&self) -> bool {
        matches!(self.deep.stage, Stage::Reading(_) | Stage::Resting(_) | Stage::Done(_))
    }
}

/// A holder, whatever numbers entities have.
fn holder_name(reading: &Reading, holder: Holder) -> String {
    match holder {
        Holder::Writer => String::new(),
        Holder::Source(source) => reading.slug(source).to_owned(),
        // No slug is so.
        Holder::Unnamed => "?".to_owned(),
    }
}

/// The mention of the same words in another reading of the same text, or else one that has some of
/// them.
fn same_mention(before: &Reading, after: &Reading, mention: MentionId) -> Option<MentionId> {
    let span: Span = before.analysis.mentions.get(mention.index())?.span;
    let all = || after.analysis.mentions.iter().zip(0..);
    let found = all().find(|(other, _)| other.span == span);
    found.or_else(|| all().find(|(m, _)| m.span.overlaps(span))).map(|(_, id)| MentionId(id))
}

#[cfg(test)]
mod tests;
