//! Names: which spans of the text name somebody or something.

mod casing;
mod evidence;
pub mod features;
pub mod fold;
mod judge;
mod known;
mod sequences;
mod titles;
mod units;
mod vocabulary;

use discussion::{Discussion, SentenceId, Span};

use crate::{
    analysis::{EntityType, Gender, MentionKind},
    models::{Models, gazetteer::FormKind},
    names::{
        casing::Casing,
        features::TEMPLATES,
        known::Sight,
        sequences::{Parts, Sequence},
        units::Unit,
    },
};

/// A span that names an entity, before it is known which one.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedSpan {
    /// Its bytes, without titles and possessive endings.
    pub span: Span,
    /// Where it stands.
    pub sentence: SentenceId,
    /// Name or adjective.
    pub kind: MentionKind,
    /// What it seems to name.
    pub entity_type: EntityType,
    /// From 0 to 1.
    pub confidence: f32,
    /// Gender, where a title or a first name tells.
    pub gender: Gender,
    /// The gazetteer entry that it may be.
    pub known_as: Option<u32>,
    /// Whether it is a noun for the people of that entry (`Russians`).
    pub people: bool,
}

/// Finds names and adjectives in the order of the text.
#[must_use]
pub fn find(discussion: &Discussion, models: &Models) -> Vec<NamedSpan> {
    let mut found = Vec::new();
    let mut rows = Vec::new();
    each_sentence(discussion, models, |id, sight, mut sequences| {
        if !models.tagger.is_empty() {
            rows.clear();
            let runs = features::runs(sight, &sequences, &mut rows);
            let mut rest = rows.as_slice();
            let mut labels = vec![(0, 0.0); sight.units.len()];
            for run in &runs {
                let count = run.end - run.first;
                let (these, others) = rest.split_at((count * TEMPLATES).min(rest.len()));
                rest = others;
                let found = models.tagger.label(these, TEMPLATES);
                for (label, found) in labels.iter_mut().skip(run.first).zip(found) {
                    *label = found;
                }
            }
            sequences = sight.judged(&sequences, &labels);
        }
        for sequence in sequences {
            let covered = sight.units.get(sequence.first..sequence.end).unwrap_or(&[]);
            let (Some(first), Some(last)) = (covered.first(), covered.last()) else { continue };
            found.push(NamedSpan {
                span: placed(discussion, first.span.cover(last.span), sequence.entity_type),
                sentence: id,
                kind: match (sequence.kind, sequence.entity_type) {
                    (FormKind::Name, _) | (FormKind::People, EntityType::Group) => {
                        MentionKind::Name
                    }
                    _ => MentionKind::Adjective,
                },
                entity_type: sequence.entity_type,
                confidence: sequence.confidence,
                gender: sequence.gender,
                known_as: sequence.known_as,
                people: sequence.kind == FormKind::People && sequence.known_as.is_some(),
            });
        }
    });
    found
}

/// What the tagger is trained on: a run of words with the rows of their features.
#[derive(Clone, Debug, Default)]
pub struct Instance {
    /// The words.
    pub words: Vec<Span>,
    /// [`features::TEMPLATES`] rows for each word.
    pub rows: Vec<u32>,
}

/// The runs of words that may belong to names.
#[must_use]
pub fn instances(discussion: &Discussion, models: &Models) -> Vec<Instance> {
    let mut instances = Vec::new();
    each_sentence(discussion, models, |_, sight, sequences| {
        let mut rows = Vec::new();
        let runs = features::runs(sight, &sequences, &mut rows);
        let mut rest = rows.as_slice();
        for run in runs {
            let units = sight.units.get(run.first..run.end).unwrap_or(&[]);
            let (these, others) = rest.split_at((units.len() * TEMPLATES).min(rest.len()));
            rest = others;
            let words = units.iter().map(|unit| unit.span).collect();
            instances.push(Instance { words, rows: these.to_vec() });
        }
    });
    instances
}

/// Reads the whole text, then calls `read` with what the rules find in each sentence.
fn each_sentence(
    discussion: &Discussion,
    models: &Models,
    mut read: impl FnMut(SentenceId, &Sight<'_>, Vec<Sequence>),
) {
    let mut casing = Casing::default();
    let mut units = Vec::new();
    for id in sentences(discussion) {
        units::units_of(discussion, id, &mut units);
        casing.read(&units, mode(discussion, id, &units));
    }
    let mut with = |parts: &Parts, read: &mut dyn FnMut(SentenceId, &Sight<'_>, Vec<Sequence>)| {
        for id in sentences(discussion) {
            units::units_of(discussion, id, &mut units);
            let mode = mode(discussion, id, &units);
            let sight = Sight { discussion, models, casing: &casing, units: &units, mode };
            read(id, &sight, sight.sequences(parts));
        }
    };
    // Names of people in full, so that a surname alone is known by itself.
    let mut parts = Parts::default();
    with(&Parts::default(), &mut |_, sight, sequences| {
        for sequence in sequences {
            if sequence.entity_type == EntityType::Person && sequence.end - sequence.first > 1 {
                // An ordinary word is known by itself as a surname, but not as a first name.
                let named = sight.units.get(sequence.first..sequence.end).unwrap_or(&[]);
                parts.extend(named.iter().rev().enumerate().filter_map(|(from_end, unit)| {
                    let plain = !models.words.get(unit.key).is_ordinary();
                    (plain || from_end == 0).then_some(unit.key)
                }));
            }
        }
    });
    with(&parts, &mut read);
}

/// Without the sign of an `at` before a place (`@ Oslo`), which is no handle, and without signs of
/// the direction of writing at its ends.
fn placed(discussion: &Discussion, span: Span, entity_type: EntityType) -> Span {
    let text = discussion.slice(span);
    let apart = text.starts_with("@ ") && entity_type == EntityType::Place;
    let bare = if apart { text.get(2..).unwrap_or(text) } else { text };
    let from = text.len() - bare.trim_start_matches(is_direction).len();
    let to = bare.trim_end_matches(is_direction).len() + text.len() - bare.len();
    if from >= to {
        return span;
    }
    Span::new(span.start as usize + from, span.start as usize + to)
}

/// Whether a sign only tells in which direction its neighbours are written.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn mode(discussion: &Discussion, id: SentenceId, units: &[Unit]) -> casing::Mode {
    let text = discussion.sentences.get(id.index()).map_or("", |s| discussion.slice(s.span));
    casing::mode(units, text.ends_with(['.', '!', '?', '…', ',', ';']))
}

fn sentences(discussion: &Discussion) -> impl Iterator<Item = SentenceId> {
    (0..u32::try_from(discussion.sentences.len()).unwrap_or(u32::MAX)).map(SentenceId)
}
