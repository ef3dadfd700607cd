//! Opinions: who expresses what toward whom, and by which words.
//!
//! Every sentence is read for signals: verbs, nouns and adjectives that relate a holder to a target
//! ([`relations`]), and words that judge, by their place beside a mention ([`cues`]). The signals of
//! one holder toward one entity in one sentence make an opinion if their sum is large enough, and
//! an abstention if strong ones contradict each other. The score is a logistic function of the sum;
//! the evidence is exactly the summands.

mod between;
mod cues;
mod direction;
pub(crate) mod features;
mod relations;
mod replies;
mod settled;
mod signals;
mod training;
mod verdicts;
mod writers;

use discussion::{Discussion, ParagraphId, Section, Span};

pub use self::training::{Facing, Shown, examples, facing, subjects};
use self::{
    relations::Role,
    signals::{Signal, Weighing},
    verdicts::Verdict,
    writers::{Reader, Writing},
};
use crate::{
    analysis::{
        Entity, EntityId, Evidence, EvidenceRole, Holder, Mention, MentionId, Opinion, Polarity,
        RunnerUp, Stance, Tier,
    },
    attribution::Attributions,
    grammar::Parsed,
    models::{Lexicon, Models},
};

/// What was found, and where the engine abstains.
#[derive(Clone, Debug, Default)]
pub struct Opinions {
    /// In the order of the text.
    pub opinions: Vec<Opinion>,
    /// Where signals were there but disagreed.
    pub unclear: Vec<(ParagraphId, Holder, EntityId)>,
}

/// The least sum that expresses an opinion.
const THRESHOLD: f32 = 0.2;
/// Signals on both sides of at least this sum contradict each other,
const STRONG: f32 = 0.5;
/// unless one side is this many times the other.
const PREVAILS: f32 = 1.8;
/// Signals of a smaller sum give way to what the model, which knows of them, sees in a report. This
/// and the next three were chosen by the macro-F1 on a part of NewsMTSC's training part that the
/// weights were not trained on.
const MODERATE: f32 = 0.8;
/// From this likelihood on, they give way.
const NOTHING: f32 = 0.5;
/// From this likelihood on, the model alone sees an opinion of a source; below, it is nobody's in
/// particular,
const SOURCE: f32 = 0.8;
/// and there is one from this likelihood on.
const NOBODY: f32 = 0.35;
/// From this likelihood on, the model's verdict contradicts strong signals of the other side.
const CONTRADICTS: f32 = 0.8;
/// Slope and intercept of the logistic function that makes a score of a sum.
const SLOPE: f32 = 1.8;
const INTERCEPT: f32 = -0.3;

/// Reads opinions from cue words, their scope and the direction of verbs.
#[must_use]
pub fn find(
    discussion: &Discussion,
    models: &Models,
    entities: &[Entity],
    mentions: &[Mention],
    attributions: &Attributions,
) -> Opinions {
    let mut opinions = expressed(discussion, models, entities, mentions, attributions);
    opinions.answer(discussion, mentions);
    opinions
}

/// The opinions that words express, before replies take over those of the posts that they answer
/// ([`Opinions::answer`]).
#[must_use]
pub fn expressed(
    discussion: &Discussion,
    models: &Models,
    entities: &[Entity],
    mentions: &[Mention],
    attributions: &Attributions,
) -> Opinions {
    let reader = Reader { discussion, models, entities };
    let mut opinions = Opinions::default();
    for sentences in discussion.sentences.chunk_by(|a, b| a.paragraph == b.paragraph) {
        let Some(paragraph) = sentences.first().map(|sentence| sentence.paragraph) else {
            continue;
        };
        let span = sentences.iter().map(|sentence| sentence.span).reduce(Span::cover);
        if !span.is_some_and(|span| mentioned(mentions, span)) {
            continue;
        }
        let reports = discussion.section(paragraph) == Section::Article;
        let mut writing = Writing::default();
        let mut found = Opinions::default();
        for sentence in sentences {
            for parsed in Parsed::pieces(discussion, &models.lexicon, mentions, sentence) {
                let mut scene =
                    Scene::new(&parsed, &models.lexicon, mentions, attributions, reports);
                scene.read();
                let mut verdicts: Vec<Verdict> = Vec::new();
                if reports && !models.stance.is_empty() && !parsed.mentions.is_empty() {
                    scene.assign_roles();
                    verdicts.extend(
                        (0..parsed.mentions.len()).map(|m| scene.verdict(&models.stance, m)),
                    );
                } else if !reports && !models.comments.is_empty() {
                    scene.assign_roles();
                    writing.add(&scene, &reader);
                }
                let between = scene.between(&discussion.text, models);
                let signals = std::mem::take(&mut scene.signals);
                let first = found.opinions.len();
                scene.judge(sentence.paragraph, signals, &verdicts, &mut found);
                scene.settle_between(sentence.paragraph, &between, first, &mut found);
            }
        }
        for subject in writing.subjects(&reader) {
            found.settle(paragraph, &subject, Verdict::on(&models.comments, &subject.traits));
        }
        opinions.opinions.append(&mut found.opinions);
        opinions.unclear.append(&mut found.unclear);
    }
    opinions
}

impl Opinions {
    /// Adds what replies take over from the posts that they answer, and puts all in order.
    pub fn answer(&mut self, discussion: &Discussion, mentions: &[Mention]) {
        self.take_over(discussion, mentions);
        discussion::order::sort_by_key(&mut self.opinions, |opinion| {
            (opinion.paragraph, opinion.span, opinion.holder, opinion.target)
        });
        discussion::order::sort(&mut self.unclear);
        self.unclear.dedup();
    }
}

/// The words of a paragraph, in order, in which a reader sees a judgement where they are shown as
/// evidence: no names, and none that only hold a sentence together.
#[must_use]
pub fn telling_words(
    discussion: &Discussion,
    models: &Models,
    mentions: &[Mention],
    paragraph: ParagraphId,
) -> Vec<Span> {
    discussion
        .sentences_of(paragraph)
        .flat_map(|(_, sentence)| {
            Parsed::pieces(discussion, &models.lexicon, mentions, sentence).into_iter().flat_map(
                |parsed| {
                    let telling = parsed
                        .words
                        .iter()
                        .filter(|word| word.tag.tells() && word.mention.is_none());
                    telling.map(|word| word.span).collect::<Vec<_>>()
                },
            )
        })
        .collect()
}

/// Whether a span holds a mention.
fn mentioned(mentions: &[Mention], span: Span) -> bool {
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    mentions.get(from).is_some_and(|mention| mention.span.start < span.end)
}

/// One sentence while it is read.
struct Scene<'a> {
    parsed: &'a Parsed,
    lexicon: &'a Lexicon,
    mentions: &'a [Mention],
    attributions: &'a Attributions,
    /// Stands in the article, whose style reports.
    reports: bool,
    signals: Vec<Signal>,
    /// Cue words that were already counted for a mention.
    used: Vec<(usize, usize)>,
    /// By mention; filled where the trained model needs them.
    roles: Vec<Role>,
}

impl<'a> Scene<'a> {
    fn new(
        parsed: &'a Parsed,
        lexicon: &'a Lexicon,
        mentions: &'a [Mention],
        attributions: &'a Attributions,
        reports: bool,
    ) -> Self {
        let (signals, used, roles) = (Vec::new(), Vec::new(), Vec::new());
        Self { parsed, lexicon, mentions, attributions, reports, signals, used, roles }
    }

    fn read(&mut self) {
        for k in 0..self.parsed.clauses.len() {
            self.relate(k);
        }
        self.nouns();
        for k in 0..self.parsed.clauses.len() {
            self.predicate(k);
        }
        self.beside();
        self.nearby();
    }

    fn mention(&self, m: usize) -> Option<&Mention> {
        let placed = self.parsed.mentions.get(m)?;
        self.mentions.get(placed.mention as usize)
    }

    fn entity(&self, m: usize) -> Option<EntityId> {
        self.mention(m).map(|mention| mention.entity)
    }

    /// Who says the word at an index.
    fn teller(&self, i: usize) -> Holder {
        let span = self.parsed.words.get(i).map_or(self.parsed.span, |word| word.span);
        self.attributions.holder_at(span)
    }

    /// Who judges a mention by a cue: whoever says the cue, provided that both are said by the
    /// same, or that the cue is a fragment quoted inside the clause.
    fn judge_of(&self, cue: usize, m: usize) -> Option<Holder> {
        let cue = self.parsed.words.get(cue)?.span;
        let target = self.mention(m)?.span;
        let of_cue = self.attributions.at(cue);
        let of_target = self.attributions.at(target);
        match (of_cue, of_target) {
            (None, None) => Some(Holder::Writer),
            (Some(a), Some(b)) if a.content == b.content => Some(a.holder),
            (Some(a), _) if a.quoted && !a.content.contains(target) && a.content.len() < 60 => {
                Some(a.holder)
            }
            _ => None,
        }
    }

    fn push(&mut self, m: usize, holder: Holder, k: usize, weighing: Weighing<'_>) {
        let (evidence, sum) = weighing.done();
        if Some(holder) == self.entity(m).map(Holder::Source) || sum == 0.0 {
            return;
        }
        let clause = self
            .parsed
            .clauses
            .get(k)
            .map_or(self.parsed.span, |clause| self.parsed.bytes(&clause.words));
        self.signals.push(Signal { mention: m, holder, clause, evidence });
    }
}

impl Scene<'_> {
    /// Makes opinions and abstentions of the signals and the verdicts of one sentence.
    fn judge(
        &self,
        paragraph: ParagraphId,
        signals: Vec<Signal>,
        verdicts: &[Verdict],
        opinions: &mut Opinions,
    ) {
        let mut keyed: Vec<(Holder, EntityId, Signal)> = signals
            .into_iter()
            .filter_map(|signal| Some((signal.holder, self.entity(signal.mention)?, signal)))
            .collect();
        discussion::order::sort_by_key(&mut keyed, |(holder, entity, signal)| {
            (*holder, *entity, signal.mention)
        });
        let mut settled: Vec<EntityId> = Vec::new();
        for group in keyed.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let Some((holder, target, _)) = group.first() else { continue };
            let signals: Vec<&Signal> = group.iter().map(|(.., signal)| signal).collect();
            let verdict = signals
                .iter()
                .filter_map(|signal| verdicts.get(signal.mention))
                .min_by(|a, b| a.neither().total_cmp(&b.neither()));
            let before = (opinions.opinions.len(), opinions.unclear.len());
            self.judge_signals(paragraph, *holder, *target, &signals, verdict, opinions);
            if (opinions.opinions.len(), opinions.unclear.len()) != before {
                settled.push(*target);
            }
        }
        for (m, verdict) in verdicts.iter().enumerate() {
            let Some(target) = self.entity(m) else { continue };
            if !settled.contains(&target) {
                opinions.opinions.extend(self.judged_alone(paragraph, m, target, verdict));
            }
        }
    }

    /// The opinion that the signals of one holder toward one entity make.
    fn judge_signals(
        &self,
        paragraph: ParagraphId,
        holder: Holder,
        target: EntityId,
        signals: &[&Signal],
        verdict: Option<&Verdict>,
        opinions: &mut Opinions,
    ) {
        let (mut pro, mut contra) = (0.0f32, 0.0f32);
        for sum in signals.iter().map(|signal| signal.sum()) {
            if sum > 0.0 { pro += sum } else { contra -= sum }
        }
        let total = pro - contra;
        let polarity = if total > 0.0 { Polarity::Supportive } else { Polarity::Critical };
        let mut disagree =
            pro.min(contra) >= STRONG && pro.max(contra) < PREVAILS * pro.min(contra);
        let mut sure = score(total);
        let other = if polarity == Polarity::Supportive { contra } else { pro };
        let stance = match polarity {
            _ if other == 0.0 => Stance::Neutral,
            Polarity::Supportive => Stance::Critical,
            Polarity::Critical => Stance::Supportive,
        };
        let mut runner_up = RunnerUp { stance, score: 1.0 - sure };
        let mut summands = Vec::new();
        match verdict.map(|verdict| (verdict.side(), verdict)) {
            // The model knows the signals of both sides.
            Some((Some((side, likely)), verdict)) if side == polarity => {
                sure = sure.max(likely);
                runner_up = verdict.runner_up(side);
                summands.clone_from(&verdict.summands);
                disagree = false;
            }
            // Weak signals give way to what the model sees in a report.
            Some((Some((_, likely)), _)) if total.abs() < MODERATE && likely > NOTHING => {
                return;
            }
            Some((Some((_, likely)), _)) if likely > CONTRADICTS => {
                opinions.unclear.push((paragraph, holder, target));
                return;
            }
            Some((None, verdict)) if total.abs() < MODERATE && verdict.neither() > NOTHING => {
                return;
            }
            _ => {}
        }
        // A reporter whose words disagree is not understood; a commenter may well hold both.
        let both = disagree || pro.min(contra) >= MODERATE;
        if both && !self.reports && holder == Holder::Writer {
            for side in [true, false] {
                let one: Vec<&Signal> =
                    signals.iter().copied().filter(|signal| (signal.sum() > 0.0) == side).collect();
                self.judge_signals(paragraph, holder, target, &one, None, opinions);
            }
            return;
        }
        if disagree {
            opinions.unclear.push((paragraph, holder, target));
            return;
        }
        if total.abs() < THRESHOLD {
            return;
        }
        let strongest = signals.iter().max_by(|a, b| a.sum().abs().total_cmp(&b.sum().abs()));
        let Some(strongest) = strongest else { return };
        let Some(placed) = self.parsed.mentions.get(strongest.mention) else { return };
        let mut evidence: Vec<Evidence> =
            signals.iter().flat_map(|signal| signal.evidence.iter().cloned()).collect();
        let cue = evidence.first().and_then(|e| self.reported_by(e.span, holder));
        evidence.extend(cue);
        opinions.opinions.push(Opinion {
            paragraph,
            span: strongest.clause,
            holder,
            target,
            mention: MentionId(placed.mention),
            polarity,
            score: sure,
            tier: Tier::Quick,
            evidence: merged(evidence),
            runner_up,
            summands,
        });
    }

    /// The opinion that only the model sees. In the article it is nobody's in particular: reports
    /// show people in a light without the reporter judging them.
    fn judged_alone(
        &self,
        paragraph: ParagraphId,
        m: usize,
        target: EntityId,
        verdict: &Verdict,
    ) -> Option<Opinion> {
        let (polarity, likely) = verdict.side()?;
        let mention = self.mention(m)?;
        let holder = match self.attributions.at(mention.span).map(|said| said.holder) {
            Some(holder) if holder != Holder::Source(target) && likely >= SOURCE => holder,
            _ => Holder::Unnamed,
        };
        let mut evidence = verdict.evidence.clone();
        if likely < NOBODY || evidence.is_empty() {
            return None;
        }
        evidence.extend(self.reported_by(mention.span, holder));
        let placed = self.parsed.mentions.get(m)?;
        let clause = self.parsed.clauses.get(self.parsed.clause_at(placed.first));
        Some(Opinion {
            paragraph,
            span: clause.map_or(self.parsed.span, |clause| self.parsed.bytes(&clause.words)),
            holder,
            target,
            mention: MentionId(placed.mention),
            polarity,
            score: likely,
            tier: Tier::Quick,
            evidence: merged(evidence),
            runner_up: verdict.runner_up(polarity),
            summands: verdict.summands.clone(),
        })
    }

    /// The words that report what a source says at a span.
    fn reported_by(&self, span: Span, holder: Holder) -> Option<Evidence> {
        let said = self.attributions.at(span)?;
        (holder != Holder::Writer && said.holder == holder && !said.cue.is_empty())
            .then_some(Evidence { span: said.cue, role: EvidenceRole::Holder, weight: 0.0 })
    }
}

/// From 0 to 1, how sure a sum makes.
fn score(sum: f32) -> f32 {
    1.0 / (1.0 + (-(SLOPE * sum.abs() + INTERCEPT)).exp())
}

/// Evidence in the order of the text, with the weights of the same words in the same role added.
fn merged(mut evidence: Vec<Evidence>) -> Vec<Evidence> {
    discussion::order::sort_by_key(&mut evidence, |e| (e.span, e.role as u8));
    evidence.dedup_by(|next, kept| {
        let same = next.span == kept.span && next.role == kept.role;
        if same {
            kept.weight += next.weight;
        }
        same
    });
    evidence
}
