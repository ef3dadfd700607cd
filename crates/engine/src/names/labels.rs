//! Labels from outside: another reader's word on which words name what, in the place of the linear
//! tagger's.

use discussion::Span;
use serde::{Deserialize, Serialize};

use crate::{analysis::EntityType, names::units::Unit};

/// What the other reader takes a word for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Labelled {
    /// The word, or a part of one.
    pub span: Span,
    /// See [`label`]; 0 where it belongs to no name.
    pub label: u8,
    /// The natural logarithm of how many times likelier this label is than none (or, where there
    /// is none, than the likeliest one).
    pub margin: f32,
}

/// What another reader read, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Labels {
    /// The stretches of text that it read.
    pub read: Vec<Span>,
    /// Its words there.
    pub words: Vec<Labelled>,
}

/// The types of names, in the order of their labels.
const TYPES: [EntityType; 7] = [
    EntityType::Person,
    EntityType::Organisation,
    EntityType::Place,
    EntityType::Group,
    EntityType::Event,
    EntityType::Work,
    EntityType::Other,
];

/// The label of the first word of a name, or of a further one.
#[must_use]
pub fn label(kind: EntityType, first: bool) -> u8 {
    let place = TYPES.iter().position(|other| *other == kind).unwrap_or(TYPES.len() - 1);
    u8::try_from(place).unwrap_or(0) * 2 + if first { 1 } else { 2 }
}

/// The type of a label.
pub(crate) fn entity_type(label: u8) -> Option<EntityType> {
    TYPES.get(usize::from(label.checked_sub(1)?) / 2).copied()
}

impl Labels {
    /// Writes a label and its margin for each unit into `labels`; gives whether all of them were
    /// read. A further word of a name behind none or behind another type's begins one.
    pub(crate) fn of(&self, units: &[Unit], labels: &mut Vec<(u8, f32)>) -> bool {
        labels.clear();
        let mut before = 0;
        for unit in units {
            if !self.has_read(unit.span) {
                return false;
            }
            let (label, margin) = self.at(unit.span);
            let goes_on = label > 0 && label % 2 == 0;
            let continued = goes_on && (before == label || before + 1 == label);
            before = if goes_on && !continued { label - 1 } else { label };
            labels.push((before, margin));
        }
        !units.is_empty()
    }

    fn has_read(&self, span: Span) -> bool {
        let next = self.read.partition_point(|read| read.end <= span.start);
        self.read.get(next).is_some_and(|read| read.contains(span))
    }

    /// The label of the first word inside a unit that has one.
    fn at(&self, span: Span) -> (u8, f32) {
        let next = self.words.partition_point(|word| word.span.end <= span.start);
        let inside = self.words.get(next..).unwrap_or(&[]);
        let mut inside = inside.iter().take_while(|word| word.span.start < span.end).peekable();
        let first = inside.peek().map_or((0, 0.0), |word| (word.label, word.margin));
        inside.find(|word| word.label > 0).map_or(first, |word| (word.label, word.margin))
    }
}

#[cfg(test)]
mod tests {
    use discussion::TokenKind;

    use super::*;
    use crate::names::units::{Gap, Shape};

    fn unit(start: usize, end: usize) -> Unit {
        Unit {
            span: Span::new(start, end),
            lexeme: 0,
            shape: Shape::Capital,
            gap: Gap::None,
            starts: false,
            kind: TokenKind::Word,
        }
    }

    fn word(start: usize, end: usize, label: u8) -> Labelled {
        Labelled { span: Span::new(start, end), label, margin: 2.0 }
    }

    #[test]
    fn labels_have_types() {
        for (number, kind) in (0..).zip(TYPES) {
            assert_eq!(label(kind, true), number * 2 + 1);
            assert_eq!(entity_type(label(kind, true)), Some(kind));
            assert_eq!(entity_type(label(kind, false)), Some(kind));
        }
        assert_eq!(entity_type(0), None);
        assert_eq!(entity_type(15), None);
    }

    #[test]
    fn units_take_the_labels_of_the_words_inside() {
        // `U.S. @mina Aas`: the words are cut finer than the units.
        let words = [
            word(0, 1, 5),
            word(1, 2, 6),
            word(2, 3, 6),
            word(3, 4, 6),
            word(5, 6, 0),
            word(6, 10, 2),
            word(11, 14, 2),
        ];
        let labels = Labels { read: vec![Span::new(0, 14)], words: words.to_vec() };
        let mut found = Vec::new();
        assert!(labels.of(&[unit(0, 4), unit(5, 10), unit(11, 14)], &mut found));
        assert_eq!(found.iter().map(|(label, _)| *label).collect::<Vec<_>>(), [5, 1, 2]);
    }

    #[test]
    fn what_was_not_read_has_no_labels() {
        let labels = Labels { read: vec![Span::new(5, 10)], words: Vec::new() };
        let mut found = Vec::new();
        assert!(!labels.of(&[unit(0, 4), unit(5, 10)], &mut found));
        assert!(!labels.of(&[unit(5, 11)], &mut found));
        assert!(!labels.of(&[], &mut found));
        assert!(labels.of(&[unit(5, 8)], &mut found));
        assert_eq!(found, [(0, 0.0)]);
    }
}
