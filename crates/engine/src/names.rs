//! Names: which spans of the text name somebody or something.

mod casing;
mod evidence;
pub mod features;
pub mod fold;
mod judge;
mod known;
pub mod labels;
mod lexemes;
mod sequences;
mod titles;
mod units;
mod vocabulary;

use discussion::{Discussion, SentenceId, Span};

use crate::{
    analysis::{EntityType, Gender, MentionKind},
    models::{Models, gazetteer::FormKind, tagger::Path},
    names::{
        features::{Runs, TEMPLATES},
        known::Sight,
        labels::Labels,
        lexemes::Lexemes,
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
    find_labelled(discussion, models, &Labels::default())
}

/// The same, with another reader's labels in the place of the tagger's in the sentences that it
/// read as a whole.
#[must_use]
pub fn find_labelled(discussion: &Discussion, models: &Models, given: &Labels) -> Vec<NamedSpan> {
    let mut found = Vec::new();
    let mut runs = Runs::default();
    let mut path = Path::default();
    let mut labels = Vec::new();
    let (mut words, mut added) = (Vec::new(), Vec::new());
    each_sentence(discussion, models, |id, sight, mut sequences| {
        let is_read = given.of(sight.units, &mut words);
        if is_read || !models.tagger.is_empty() {
            runs.find(sight, &sequences);
            if runs.all.is_empty() && sequences.is_empty() && !is_read {
                return;
            }
            labels::begin(sight.units.len(), is_read.then_some(&words), &mut labels);
            let mut rest = runs.rows.as_slice();
            for run in runs.all.iter().filter(|_| !models.tagger.is_empty()) {
                let count = run.end - run.first;
                let (these, others) = rest.split_at((count * TEMPLATES).min(rest.len()));
                rest = others;
                let places = labels.get_mut(run.first..run.end).unwrap_or(&mut []);
                added.clear();
                if is_read {
                    let words = words.get(run.first..run.end).unwrap_or(&[]);
                    added.extend(words.iter().map(|word| labels::added(*word)));
                }
                models.tagger.label_with(these, TEMPLATES, &added, &mut path, places);
            }
            if is_read {
                labels::complete(&words, &mut labels);
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
    let mut runs = Runs::default();
    each_sentence(discussion, models, |_, sight, sequences| {
        runs.find(sight, &sequences);
        let mut rest = runs.rows.as_slice();
        for run in &runs.all {
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
    let document = Document::read(discussion, models);
    // Names of people in full, so that a surname alone is known by itself.
    let mut parts = Parts::default();
    let mut found: Vec<Vec<Sequence>> = Vec::with_capacity(document.sentences.len());
    for at in 0..document.sentences.len() {
        let sight = document.sight(discussion, models, at);
        let sequences = sight.sequences(&Parts::default());
        for sequence in &sequences {
            if sequence.entity_type == EntityType::Person && sequence.end - sequence.first > 1 {
                // An ordinary word is known by itself as a surname, but not as a first name.
                let named = sight.units.get(sequence.first..sequence.end).unwrap_or(&[]);
                parts.extend(named.iter().rev().enumerate().filter_map(|(from_end, unit)| {
                    let plain = !sight.word(unit).is_ordinary();
                    (plain || from_end == 0).then_some(unit.lexeme)
                }));
            }
        }
        found.push(sequences);
    }
    for (at, mut sequences) in found.into_iter().enumerate() {
        let sight = document.sight(discussion, models, at);
        // Nothing else can have changed.
        if sight.units.iter().any(|unit| unit.starts && parts.contains(&unit.lexeme)) {
            sequences = sight.sequences(&parts);
        }
        read(SentenceId(u32::try_from(at).unwrap_or(u32::MAX)), &sight, sequences);
    }
}

/// Tokens of a text in which most words have been seen before.
const MANY: usize = 20_000;

/// The words of a document, sentence by sentence.
struct Document<'a> {
    lexemes: Lexemes<'a>,
    units: Vec<Unit>,
    /// For each sentence the unit behind its last one, and what its capitals mean.
    sentences: Vec<(usize, casing::Mode)>,
}

impl<'a> Document<'a> {
    fn read(discussion: &Discussion, models: &'a Models) -> Self {
        // About every sixth word of a text is another one; in a long one fewer.
        let mut lexemes = Lexemes::new(models, discussion.tokens.len().min(MANY) / 3);
        let mut units = Vec::with_capacity(discussion.tokens.len());
        let mut sentences = Vec::with_capacity(discussion.sentences.len());
        for (number, sentence) in discussion.sentences.iter().enumerate() {
            let first = units.len();
            let id = SentenceId(u32::try_from(number).unwrap_or(u32::MAX));
            units::units_of(discussion, id, &mut lexemes, &mut units);
            let these = units.get(first..).unwrap_or(&[]);
            let text = discussion.slice(sentence.span);
            let stopped = text.ends_with(['.', '!', '?', '…', ',', ';']);
            let mode = casing::mode(these, &lexemes, stopped);
            lexemes.count(these, mode);
            sentences.push((units.len(), mode));
        }
        Self { lexemes, units, sentences }
    }

    fn sight<'s>(
        &'s self,
        discussion: &'s Discussion,
        models: &'s Models,
        sentence: usize,
    ) -> Sight<'s> {
        let first = sentence.checked_sub(1).and_then(|before| self.sentences.get(before));
        let first = first.map_or(0, |(end, _)| *end);
        let (end, mode) =
            self.sentences.get(sentence).copied().unwrap_or((0, casing::Mode::Normal));
        let units = self.units.get(first..end).unwrap_or(&[]);
        Sight { discussion, models, lexemes: &self.lexemes, units, mode }
    }
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
