//! Names: which spans of the text name somebody or something.

mod casing;
pub mod fold;
mod known;
mod sequences;
mod units;
mod vocabulary;

use discussion::{Discussion, SentenceId, Span};

use crate::{
    analysis::{EntityType, Gender, MentionKind},
    models::{Models, gazetteer::FormKind},
    names::{casing::Casing, known::Sight, sequences::Parts, units::Unit},
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
}

/// Finds names and adjectives in the order of the text.
#[must_use]
pub fn find(discussion: &Discussion, models: &Models) -> Vec<NamedSpan> {
    let mut casing = Casing::default();
    let mut units = Vec::new();
    for id in sentences(discussion) {
        units::units_of(discussion, id, &mut units);
        casing.read(&units, mode(discussion, id, &units));
    }
    // Names of people in full, so that a surname alone is known by itself.
    let mut parts = Parts::default();
    for id in sentences(discussion) {
        units::units_of(discussion, id, &mut units);
        let sight = Sight {
            discussion,
            models,
            casing: &casing,
            units: &units,
            mode: mode(discussion, id, &units),
        };
        for sequence in sight.sequences(&Parts::default()) {
            if sequence.entity_type == EntityType::Person && sequence.end - sequence.first > 1 {
                // An ordinary word is known by itself as a surname, but not as a first name.
                let named = units[sequence.first..sequence.end].iter().rev().enumerate();
                parts.extend(named.filter_map(|(from_end, unit)| {
                    let plain = !models.words.get(unit.key).is_ordinary();
                    (plain || from_end == 0).then_some(unit.key)
                }));
            }
        }
    }
    let mut found = Vec::new();
    for id in sentences(discussion) {
        units::units_of(discussion, id, &mut units);
        let sight = Sight {
            discussion,
            models,
            casing: &casing,
            units: &units,
            mode: mode(discussion, id, &units),
        };
        for sequence in sight.sequences(&parts) {
            let covered = &units[sequence.first..sequence.end];
            let (Some(first), Some(last)) = (covered.first(), covered.last()) else { continue };
            found.push(NamedSpan {
                span: unmarked(discussion, first.span.cover(last.span)),
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
            });
        }
    }
    found
}

/// Without the sign of a hashtag.
fn unmarked(discussion: &Discussion, span: Span) -> Span {
    let sign = discussion.slice(span).starts_with('#');
    Span::new(span.start as usize + usize::from(sign), span.end as usize)
}

fn mode(discussion: &Discussion, id: SentenceId, units: &[Unit]) -> casing::Mode {
    let text = discussion.sentences.get(id.index()).map_or("", |s| discussion.slice(s.span));
    casing::mode(units, text.ends_with(['.', '!', '?', '…', ',', ';']))
}

fn sentences(discussion: &Discussion) -> impl Iterator<Item = SentenceId> {
    (0..u32::try_from(discussion.sentences.len()).unwrap_or(u32::MAX)).map(SentenceId)
}
