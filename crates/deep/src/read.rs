//! Reading: windows go through the networks, and what these say is kept.

use std::collections::BTreeMap;

use discussion::{Discussion, SentenceId, Span};
use engine::{
    EntityId, Labelled, Mention, Models, attribution, attribution::Attributions,
    models::tagger::LABELS,
};

use crate::{
    network::{Judged, ReadError},
    progress::{Progress, Reading},
    reader::{FIRST, Input, Reader},
    verdicts::{PairVerdict, TargetVerdict, Verdict, likelihoods},
    windows::Window,
};

/// The most targets of a window that are judged, and the most pairs: a window has not 200 pieces.
const TARGETS: usize = 96;
const PAIRS: usize = 128;
/// Where nothing is this likely, what words add to an opinion is not kept.
const NOTHING: f32 = 0.97;

/// Reads some windows, by their numbers in [`Progress::windows`]. Windows that were read before
/// are read anew, with the names that have been found since.
///
/// # Errors
/// Where a network fails; what was read before stays.
pub fn read(
    reader: &Reader,
    discussion: &Discussion,
    models: &Models,
    progress: &mut Progress,
    batch: &[usize],
) -> Result<(), ReadError> {
    if progress.model != reader.hash() {
        *progress = Progress::new(reader, discussion);
    }
    let mut inputs = Vec::with_capacity(batch.len());
    for &at in batch {
        let Some(window) = progress.windows().get(at).copied() else { continue };
        let input = reader.encode(discussion, &window)?;
        let labels = labels(reader, &input);
        inputs.push((at, window, input));
        progress.keep(at, Reading { labels, ..Reading::default() });
    }
    let labels = progress.labels();
    let (entities, mentions) = engine::find_labelled_mentions(discussion, models, &labels);
    let attributions = attribution::find(discussion, models, &entities, &mentions);
    for (at, window, input) in inputs {
        let mentioned = Mentioned::of(&mentions, &window);
        let targets = targets(reader, &input, &mentioned)?;
        let pairs = pairs(reader, &input, &mentioned, &attributions)?;
        if let Some(reading) = progress.reading_mut(at) {
            reading.targets = targets;
            reading.pairs = pairs;
        }
    }
    Ok(())
}

/// Reads a whole discussion.
///
/// # Errors
/// Where a network fails.
pub fn read_all(
    reader: &Reader,
    discussion: &Discussion,
    models: &Models,
) -> Result<Progress, ReadError> {
    /// So many windows are held at a time.
    const BATCH: usize = 64;
    let mut progress = Progress::new(reader, discussion);
    let all: Vec<usize> = (0..progress.windows().len()).collect();
    for batch in all.chunks(BATCH) {
        read(reader, discussion, models, &mut progress, batch)?;
    }
    for batch in stale(&progress, discussion, models).chunks(BATCH) {
        read(reader, discussion, models, &mut progress, batch)?;
    }
    Ok(progress)
}

/// The windows whose verdicts were made for other mentions than those that are found by now, since
/// names were read elsewhere later. Reading these anew, when all others have been read, gives a
/// result that does not depend on the order of reading.
#[must_use]
pub fn stale(progress: &Progress, discussion: &Discussion, models: &Models) -> Vec<usize> {
    let (entities, mentions) =
        engine::find_labelled_mentions(discussion, models, &progress.labels());
    let attributions = attribution::find(discussion, models, &entities, &mentions);
    let changed = |window: &Window, reading: &Reading| {
        let mentioned = Mentioned::of(&mentions, window);
        let targets = mentioned.targets();
        let pairs = mentioned.pairs(&attributions);
        !targets.iter().eq(reading.targets.iter().map(|target| &target.mentions))
            || !pairs.iter().eq(reading.pairs.iter().map(|pair| &pair.mentions))
    };
    let readings = progress.readings();
    readings.filter(|(_, window, reading)| changed(window, reading)).map(|(at, ..)| at).collect()
}

/// The label of every word of a window, which stands on its first piece.
fn labels(reader: &Reader, input: &Input) -> Vec<Labelled> {
    let scores: Vec<&[f32]> = input.encoded.names.chunks(reader.labels.len().max(1)).collect();
    let mut labels = Vec::with_capacity(input.words().len());
    let mut last = None;
    for (at, piece) in input.pieces.pieces.iter().enumerate() {
        if last == Some(piece.word) {
            continue;
        }
        last = Some(piece.word);
        let (Some(scores), Some(span)) =
            (scores.get(at + FIRST), input.words().get(piece.word as usize))
        else {
            continue;
        };
        labels.push(labelled(*span, scores, &reader.labels));
    }
    labels
}

/// The label of highest score, and how much better each is than none.
fn labelled(span: Span, scores: &[f32], labels: &[u8]) -> Labelled {
    let by_label = || scores.iter().zip(labels);
    let none = by_label().find(|(_, label)| **label == 0).map_or(0.0, |(score, _)| *score);
    let mut best = (0, f32::MIN);
    let mut known = [f32::MIN; LABELS];
    known[0] = 0.0;
    for (score, label) in by_label().filter(|(_, label)| **label > 0) {
        if *score - none > best.1 {
            best = (*label, *score - none);
        }
        if let Some(place) = known.get_mut(usize::from(*label)) {
            *place = *score - none;
        }
    }
    let (label, margin) = if best.1 > 0.0 { best } else { (0, -best.1) };
    Labelled { span, label, margin, scores: known }
}

/// Who is mentioned in a window, and where.
pub(crate) struct Mentioned {
    /// The mentions of each entity, in the order of the text.
    pub(crate) entities: BTreeMap<EntityId, Vec<(Span, SentenceId)>>,
}

impl Mentioned {
    pub(crate) fn of(mentions: &[Mention], window: &Window) -> Self {
        let first = mentions.partition_point(|mention| mention.span.start < window.span.start);
        let inside = mentions.get(first..).unwrap_or(&[]);
        let mut entities: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for mention in inside.iter().take_while(|m| m.span.start < window.span.end) {
            if window.span.contains(mention.span) {
                let places = entities.entry(mention.entity).or_default();
                places.push((mention.span, mention.sentence));
            }
        }
        Self { entities }
    }

    /// What is asked about: every entity by all of its mentions, and by those of each sentence.
    pub(crate) fn targets(&self) -> Vec<Vec<Span>> {
        let mut targets = Vec::new();
        for places in self.entities.values() {
            targets.push(places.iter().map(|(span, _)| *span).collect());
            let sentences: Vec<_> = places.chunk_by(|a, b| a.1 == b.1).collect();
            if sentences.len() > 1 {
                targets.extend(
                    sentences.iter().map(|s| s.iter().map(|(span, _)| *span).collect::<Vec<_>>()),
                );
            }
        }
        targets.truncate(TARGETS);
        targets
    }

    /// The pairs that are asked about, each by all mentions of both: entities of one sentence, and
    /// a source with whom it speaks of.
    pub(crate) fn pairs(&self, attributions: &Attributions) -> Vec<[Vec<Span>; 2]> {
        let mut pairs: Vec<[EntityId; 2]> = Vec::new();
        for (one, places) in &self.entities {
            for (other, others) in self.entities.range(*one..).skip(1) {
                let together =
                    places.iter().any(|(_, s)| others.iter().any(|(_, other)| s == other));
                let speaks = |source: &EntityId, of: &[(Span, SentenceId)]| {
                    of.iter().any(|(span, _)| {
                        attributions.holder_at(*span) == engine::Holder::Source(*source)
                    })
                };
                if together || speaks(one, others) || speaks(other, places) {
                    pairs.push([*one, *other]);
                }
            }
        }
        pairs.truncate(PAIRS);
        let spans = |entity: &EntityId| -> Vec<Span> {
            let places = self.entities.get(entity).map(Vec::as_slice).unwrap_or(&[]);
            places.iter().map(|(span, _)| *span).collect()
        };
        let ordered = |[one, other]: &[EntityId; 2]| {
            let mut pair = [spans(one), spans(other)];
            pair.sort();
            pair
        };
        pairs.iter().map(ordered).collect()
    }
}

fn targets(
    reader: &Reader,
    input: &Input,
    mentioned: &Mentioned,
) -> Result<Vec<TargetVerdict>, ReadError> {
    let asked = mentioned.targets();
    let spots: Vec<Vec<usize>> = asked.iter().map(|mentions| input.at(mentions)).collect();
    let judged = reader.networks.targets(&input.encoded, &spots)?;
    let verdict = |judged: &Judged<3>| {
        Verdict::new(judged, input.by_word(judged.parts.iter().map(|part| part[0] - part[1])))
    };
    Ok(asked
        .into_iter()
        .zip(&judged)
        .map(|(mentions, [anyone, writer])| TargetVerdict {
            mentions,
            anyone: verdict(anyone),
            writer: verdict(writer),
        })
        .collect())
}

fn pairs(
    reader: &Reader,
    input: &Input,
    mentioned: &Mentioned,
    attributions: &Attributions,
) -> Result<Vec<PairVerdict>, ReadError> {
    let asked = mentioned.pairs(attributions);
    let spots: Vec<[Vec<usize>; 2]> =
        asked.iter().map(|[first, second]| [input.at(first), input.at(second)]).collect();
    let judged = reader.networks.pairs(&input.encoded, &spots)?;
    Ok(asked
        .into_iter()
        .zip(&judged)
        .map(|(mentions, judged)| {
            let [_, pro_first, pro_second, contra_first, contra_second] = judged.logits;
            let likely = likelihoods(judged.logits);
            let parts = |direction: usize| {
                if likely[0] > NOTHING {
                    return Vec::new();
                }
                let (pro, contra) = (1 + direction, 3 + direction);
                input.by_word(judged.parts.iter().map(|part| part[pro] - part[contra]))
            };
            let odds = [pro_first - contra_first, pro_second - contra_second];
            PairVerdict { mentions, likely, odds, parts: [parts(0), parts(1)] }
        })
        .collect())
}
