//! Names: which spans of the text name somebody or something.

pub mod fold;

use discussion::{Discussion, SentenceId, Span};

use crate::{
    analysis::{EntityType, Gender, MentionKind},
    models::Models,
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
pub fn find(_discussion: &Discussion, _models: &Models) -> Vec<NamedSpan> {
    Vec::new()
}
