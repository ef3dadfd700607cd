//! Labels from outside: another reader's word on which words name what. Where the linear tagger has
//! looked, too, it has a small say beside it.

use discussion::Span;
use serde::{Deserialize, Serialize};

use crate::{
    analysis::EntityType,
    models::tagger::{LABELS, Scores},
    names::units::Unit,
};

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
    /// The same for each label that the linear tagger knows, in its order; the first is 0.
    pub scores: Scores,
}

/// What another reader read, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Labels {
    /// The stretches of text that it read.
    pub read: Vec<Span>,
    /// Its words there.
    pub words: Vec<Labelled>,
}

/// The label of the first word of a name, or of a further one.
#[must_use]
pub fn label(kind: EntityType, first: bool) -> u8 {
    let place = EntityType::IN_ORDER
        .iter()
        .position(|other| *other == kind)
        .unwrap_or(EntityType::IN_ORDER.len() - 1);
    u8::try_from(place).unwrap_or(0) * 2 + if first { 1 } else { 2 }
}

/// The type of a label.
pub(crate) fn entity_type(label: u8) -> Option<EntityType> {
    EntityType::IN_ORDER.get(usize::from(label.checked_sub(1)?) / 2).copied()
}

impl Labels {
    /// Writes what was read of each unit into `found`; gives whether all of them were read.
    pub(crate) fn of<'a>(&'a self, units: &[Unit], found: &mut Vec<Option<&'a Labelled>>) -> bool {
        found.clear();
        for unit in units {
            if !self.has_read(unit.span) {
                return false;
            }
            found.push(self.at(unit.span));
        }
        !units.is_empty()
    }

    fn has_read(&self, span: Span) -> bool {
        let next = self.read.partition_point(|read| read.end <= span.start);
        self.read.get(next).is_some_and(|read| read.contains(span))
    }

    /// The first word inside a unit that has a label, else the first one.
    fn at(&self, span: Span) -> Option<&Labelled> {
        let next = self.words.partition_point(|word| word.span.end <= span.start);
        let inside = self.words.get(next..).unwrap_or(&[]);
        let inside = inside.iter().take_while(|word| word.span.start < span.end);
        inside.clone().find(|word| word.label > 0).or(inside.clone().next())
    }
}

/// How many times a score of the other reader counts beside one of the linear tagger, which is
/// larger. Among 1, 3, 8 and 20 this gave the best F1 on the development parts of three data sets
/// for names.
const COUNTS: f32 = 20.0;

/// The labels to begin with: those that were read, counted as beside the tagger's, or none.
pub(crate) fn begin(
    units: usize,
    words: Option<&Vec<Option<&Labelled>>>,
    labels: &mut Vec<(u8, f32)>,
) {
    labels.clear();
    labels.resize(units, (0, 0.0));
    for (label, word) in labels.iter_mut().zip(words.into_iter().flatten()) {
        *label = word.map_or((0, 0.0), |word| (word.label, word.margin * COUNTS));
    }
}

/// What a word adds to the linear tagger's scores.
pub(crate) fn added(word: Option<&Labelled>) -> Scores {
    word.map_or(Scores::default(), |word| word.scores.map(|score| score * COUNTS))
}

/// Adds what the linear tagger has no labels for, and counts margins as the other reader does.
pub(crate) fn complete(words: &[Option<&Labelled>], labels: &mut [(u8, f32)]) {
    for (label, word) in labels.iter_mut().zip(words) {
        label.1 /= COUNTS;
        if let Some(word) = word
            && usize::from(word.label) >= LABELS
        {
            *label = (word.label, word.margin);
        }
    }
    repair(labels);
}

/// Lets further words of a name that stand behind none, or behind another type's, begin one.
pub(crate) fn repair(labels: &mut [(u8, f32)]) {
    let mut before = 0;
    for (label, _) in labels {
        let goes_on = *label > 0 && *label % 2 == 0;
        if goes_on && before != *label && before + 1 != *label {
            *label -= 1;
        }
        before = *label;
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
        Labelled { span: Span::new(start, end), label, margin: 2.0, scores: Scores::default() }
    }

    fn labels_of(labels: &Labels, units: &[Unit]) -> Option<Vec<u8>> {
        let mut found = Vec::new();
        labels.of(units, &mut found).then(|| {
            let found = found.iter().map(|word| word.map_or((0, 0.0), |w| (w.label, w.margin)));
            let mut found: Vec<_> = found.collect();
            repair(&mut found);
            found.iter().map(|(label, _)| *label).collect()
        })
    }

    #[test]
    fn labels_have_types() {
        for (number, kind) in (0..).zip(EntityType::IN_ORDER) {
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
        let units = [unit(0, 4), unit(5, 10), unit(11, 14)];
        assert_eq!(labels_of(&labels, &units), Some(vec![5, 1, 2]));
    }

    #[test]
    fn further_words_need_a_beginning() {
        let mut labels = [2, 4, 4, 0, 6, 1, 2, 2].map(|label| (label, 1.0));
        repair(&mut labels);
        assert_eq!(labels.map(|(label, _)| label), [1, 3, 4, 0, 5, 1, 2, 2]);
    }

    #[test]
    fn what_was_not_read_has_no_labels() {
        let labels = Labels { read: vec![Span::new(5, 10)], words: Vec::new() };
        assert_eq!(labels_of(&labels, &[unit(0, 4), unit(5, 10)]), None);
        assert_eq!(labels_of(&labels, &[unit(5, 11)]), None);
        assert_eq!(labels_of(&labels, &[]), None);
        assert_eq!(labels_of(&labels, &[unit(5, 8)]), Some(vec![0]));
    }
}
