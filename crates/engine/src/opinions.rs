//! Opinions: who expresses what toward whom, and by which words.
//!
//! Every sentence is read for signals: verbs, nouns and adjectives that relate a holder to a target
//! ([`relations`]), and words that judge, by their place beside a mention ([`cues`]). The signals of
//! one holder toward one entity in one sentence make an opinion if their sum is large enough, and
//! an abstention if strong ones contradict each other. The score is a logistic function of the sum;
//! the evidence is exactly the summands.

mod cues;
mod relations;
mod signals;

use discussion::{Discussion, ParagraphId, Section, Span};

use self::signals::{Signal, Weighing};
use crate::{
    analysis::{
        Entity, EntityId, Evidence, EvidenceRole, Holder, Mention, MentionId, Opinion, Polarity,
        Tier,
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
/// Slope and intercept of the logistic function that makes a score of a sum.
const SLOPE: f32 = 1.8;
const INTERCEPT: f32 = -0.3;

/// Reads opinions from cue words, their scope and the direction of verbs.
#[must_use]
pub fn find(
    discussion: &Discussion,
    models: &Models,
    _entities: &[Entity],
    mentions: &[Mention],
    attributions: &Attributions,
) -> Opinions {
    let mut opinions = Opinions::default();
    for sentence in &discussion.sentences {
        if !mentioned(mentions, sentence.span) {
            continue;
        }
        for parsed in Parsed::pieces(discussion, &models.lexicon, mentions, sentence) {
            let mut scene = Scene {
                parsed: &parsed,
                lexicon: &models.lexicon,
                mentions,
                attributions,
                reports: discussion.section(sentence.paragraph) == Section::Article,
                signals: Vec::new(),
                used: Vec::new(),
            };
            scene.read();
            let signals = scene.signals;
            judge(sentence.paragraph, &parsed, mentions, attributions, signals, &mut opinions);
        }
    }
    opinions
        .opinions
        .sort_by_key(|opinion| (opinion.paragraph, opinion.span, opinion.holder, opinion.target));
    opinions.unclear.sort_unstable();
    opinions.unclear.dedup();
    opinions
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
}

impl Scene<'_> {
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

/// Makes opinions and abstentions of the signals of one sentence.
fn judge(
    paragraph: ParagraphId,
    parsed: &Parsed,
    mentions: &[Mention],
    attributions: &Attributions,
    signals: Vec<Signal>,
    opinions: &mut Opinions,
) {
    let mut keyed: Vec<(Holder, EntityId, u32, Signal)> = signals
        .into_iter()
        .filter_map(|signal| {
            let placed = parsed.mentions.get(signal.mention)?;
            let entity = mentions.get(placed.mention as usize)?.entity;
            Some((signal.holder, entity, placed.mention, signal))
        })
        .collect();
    keyed.sort_by_key(|(holder, entity, mention, _)| (*holder, *entity, *mention));
    for group in keyed.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some((holder, target, ..)) = group.first() else { continue };
        let sum = |signal: &Signal| signal.evidence.iter().map(|e| e.weight).sum::<f32>();
        let sums = group.iter().map(|(.., signal)| sum(signal));
        let (mut pro, mut contra) = (0.0, 0.0);
        for sum in sums {
            if sum > 0.0 { pro += sum } else { contra -= sum }
        }
        if pro.min(contra) >= STRONG && pro.max(contra) < PREVAILS * pro.min(contra) {
            opinions.unclear.push((paragraph, *holder, *target));
            continue;
        }
        let total: f32 = pro - contra;
        if total.abs() < THRESHOLD {
            continue;
        }
        let strongest = group.iter().max_by(|a, b| sum(&a.3).abs().total_cmp(&sum(&b.3).abs()));
        let Some((_, _, mention, strongest)) = strongest else { continue };
        let mut evidence: Vec<Evidence> =
            group.iter().flat_map(|(.., signal)| signal.evidence.iter().cloned()).collect();
        if let Some(attribution) = evidence.first().and_then(|e| attributions.at(e.span))
            && !attribution.cue.is_empty()
            && *holder != Holder::Writer
            && attribution.holder == *holder
        {
            evidence.push(Evidence {
                span: attribution.cue,
                role: EvidenceRole::Holder,
                weight: 0.0,
            });
        }
        opinions.opinions.push(Opinion {
            paragraph,
            span: strongest.clause,
            holder: *holder,
            target: *target,
            mention: MentionId(*mention),
            polarity: if total > 0.0 { Polarity::Supportive } else { Polarity::Critical },
            score: score(total),
            tier: Tier::Quick,
            evidence: merged(evidence),
        });
    }
}

/// From 0 to 1, how sure a sum makes.
fn score(sum: f32) -> f32 {
    1.0 / (1.0 + (-(SLOPE * sum.abs() + INTERCEPT)).exp())
}

/// Evidence in the order of the text, with the weights of the same words in the same role added.
fn merged(mut evidence: Vec<Evidence>) -> Vec<Evidence> {
    evidence.sort_by_key(|e| (e.span, e.role as u8));
    evidence.dedup_by(|next, kept| {
        let same = next.span == kept.span && next.role == kept.role;
        if same {
            kept.weight += next.weight;
        }
        same
    });
    evidence
}
