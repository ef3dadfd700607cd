//! Attribution: who says which part of the text.

use discussion::{Discussion, Span};

use crate::{
    analysis::{Attribution, Entity, Holder, Mention},
    models::Models,
};

/// What the text's sources say.
#[derive(Clone, Debug, Default)]
pub struct Attributions {
    /// In the order of the text.
    pub attributions: Vec<Attribution>,
}

impl Attributions {
    /// Who says what stands at a span: the innermost attribution whose content holds it, else the
    /// writer.
    #[must_use]
    pub fn holder_at(&self, span: Span) -> Holder {
        self.at(span).map_or(Holder::Writer, |attribution| attribution.holder)
    }

    /// The innermost attribution whose content holds a span.
    #[must_use]
    pub fn at(&self, span: Span) -> Option<&Attribution> {
        self.attributions
            .iter()
            .filter(|attribution| attribution.content.contains(span))
            .min_by_key(|attribution| attribution.content.len())
    }
}

/// Finds quotations and reported speech.
#[must_use]
pub fn find(
    _discussion: &Discussion,
    _models: &Models,
    _entities: &[Entity],
    _mentions: &[Mention],
) -> Attributions {
    Attributions::default()
}
