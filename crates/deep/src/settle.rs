//! Settling: the networks' verdicts take the place of the quick reader's opinions.

mod evidence;
mod pairs;
mod writers;

use std::collections::BTreeMap;

use discussion::{Discussion, ParagraphId, SentenceId, Span};
use engine::{
    EntityId, Mention, MentionId, Models, Stance, attribution::Attributions, opinions,
    opinions::Opinions,
};

use crate::{
    progress::{Progress, Reading},
    read::Mentioned,
    thresholds::SHARED,
    verdicts::TargetVerdict,
    windows::Window,
};

/// Writers' stances by paragraph and target, each with how sure it is.
pub(crate) type Settled = BTreeMap<(ParagraphId, EntityId), (Stance, f32)>;

/// Settles every paragraph of which something has been read. Opinions stay in the order of their
/// paragraphs.
pub(crate) fn settle(
    progress: &Progress,
    discussion: &Discussion,
    models: &Models,
    mentions: &[Mention],
    attributions: &Attributions,
    opinions: &mut Opinions,
) -> Settled {
    let mut settled = Settled::new();
    let readings: Vec<_> =
        progress.readings().map(|(_, window, reading)| (window, reading)).collect();
    for read in readings.chunk_by(|a, b| a.0.paragraph == b.0.paragraph) {
        let Some((window, _)) = read.first() else { continue };
        let paragraph = window.paragraph;
        let windows: Vec<Seen<'_>> =
            read.iter().map(|(window, reading)| Seen::of(mentions, window, reading)).collect();
        if windows.iter().all(|seen| seen.mentioned.entities.is_empty()) {
            continue;
        }
        let ground = Ground {
            discussion,
            mentions,
            attributions,
            paragraph,
            telling: opinions::telling_words(discussion, models, mentions, paragraph),
        };
        ground.pairs(&windows, opinions);
        ground.writers(progress, &windows, opinions, &mut settled);
    }
    opinions.opinions.sort_by_key(|opinion| (opinion.paragraph, opinion.span));
    settled
}

/// A window that was read, with who is mentioned in it as far as it is known now.
pub(crate) struct Seen<'a> {
    reading: &'a Reading,
    mentioned: Mentioned,
}

impl<'a> Seen<'a> {
    fn of(mentions: &[Mention], window: &Window, reading: &'a Reading) -> Self {
        Self { reading, mentioned: Mentioned::of(mentions, window) }
    }

    /// The verdict on the mentions of an entity, or on nearly the same ones.
    fn verdict(&self, spans: &[Span]) -> Option<&'a TargetVerdict> {
        let targets = self.reading.targets.iter();
        let shared = targets.map(|target| (shared(&target.mentions, spans), target));
        shared
            .filter(|(share, _)| *share >= SHARED)
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, target)| target)
    }
}

/// How much two lists of mentions share of what they hold together.
pub(crate) fn shared(some: &[Span], others: &[Span]) -> f32 {
    let both = some.iter().filter(|span| others.contains(span)).count();
    both as f32 / (some.len() + others.len() - both).max(1) as f32
}

/// What the opinions of a paragraph are made with.
pub(crate) struct Ground<'a> {
    discussion: &'a Discussion,
    mentions: &'a [Mention],
    attributions: &'a Attributions,
    paragraph: ParagraphId,
    /// The words of the paragraph that a reader can be shown.
    telling: Vec<Span>,
}

impl Ground<'_> {
    /// The mention that an opinion is said to be read at, and its sentence: the one nearest before
    /// the words that show it, else the first.
    fn placed(&self, places: &[(Span, SentenceId)], shown: Option<Span>) -> (MentionId, Span) {
        let sentence_of = |id: SentenceId| {
            self.discussion.sentences.get(id.index()).map_or(Span::default(), |s| s.span)
        };
        let in_sentence =
            |place: &&(Span, SentenceId)| shown.is_some_and(|s| sentence_of(place.1).contains(s));
        let place = places.iter().find(in_sentence).or(places.first());
        let (span, sentence) = place.copied().unwrap_or_default();
        let mention = self.mentions.iter().position(|mention| mention.span == span);
        let mention = u32::try_from(mention.unwrap_or(0)).unwrap_or(0);
        (MentionId(mention), sentence_of(sentence))
    }
}
