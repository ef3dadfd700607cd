//! Evidence of what a run of capitalised words names: titles, first names, the last word, the word
//! before.

use discussion::TokenKind;

use crate::{
    analysis::{EntityType, Gender},
    models::gazetteer::FormKind,
    names::{
        known::Sight,
        sequences::Sequence,
        units::{Gap, Shape},
    },
};

impl Sight<'_> {
    /// What the last word of a name says that it is.
    pub(super) fn tail_type(&self, last: usize) -> Option<EntityType> {
        let class = self.class(last);
        if class.ends_organisation() {
            Some(EntityType::Organisation)
        } else if class.ends_place() {
            Some(EntityType::Place)
        } else if class.ends_event() {
            Some(EntityType::Event)
        } else if class.ends_work() {
            Some(EntityType::Work)
        } else {
            None
        }
    }

    /// Decides what a run of capitalised words names, if anything.
    pub(super) fn judge(
        &self,
        first: usize,
        end: usize,
        title: Option<Gender>,
    ) -> Option<Sequence> {
        let units = self.units.get(first..end)?;
        let head = units.first()?;
        let count = units.len();
        let head_word = self.word(head);
        let ordinary = units
            .iter()
            .filter(|unit| self.word(unit).is_ordinary() || unit.shape == Shape::Lower)
            .count();
        let sequence = |entity_type, gender, confidence| {
            Some(Sequence {
                first,
                end,
                kind: FormKind::Name,
                entity_type,
                gender,
                confidence,
                known_as: None,
            })
        };
        let first_gender =
            if head_word.is_first_name() { head_word.gender() } else { Gender::Unknown };
        if head.kind == TokenKind::Handle {
            return sequence(EntityType::Other, Gender::Unknown, 0.5);
        }
        if let Some(gender) = title {
            let gender = if gender == Gender::Unknown { first_gender } else { gender };
            return sequence(EntityType::Person, gender, 0.9);
        }
        if count >= 2 {
            let heads = self.class(first);
            let linked = units.iter().any(|unit| unit.shape == Shape::Lower);
            if heads.heads_event() && linked {
                return sequence(EntityType::Event, Gender::Unknown, 0.8);
            }
            if heads.heads_organisation() && linked {
                return sequence(EntityType::Organisation, Gender::Unknown, 0.8);
            }
            if head_word.is_first_name()
                && !linked_tail(self.tail_type(end - 1), count, head_word.is_ordinary())
            {
                return sequence(EntityType::Person, first_gender, 0.88);
            }
            if let Some(tail) = self.tail_type(end - 1) {
                return sequence(tail, Gender::Unknown, 0.8);
            }
            if heads.heads_place() || heads.is_side() {
                return sequence(EntityType::Place, Gender::Unknown, 0.75);
            }
            if ordinary == count {
                return sequence(EntityType::Other, Gender::Unknown, 0.45);
            }
            if self.place_before(first) && !self.word(&units[count - 1]).is_surname() {
                return sequence(EntityType::Place, Gender::Unknown, 0.65);
            }
            if units.iter().all(|unit| unit.shape == Shape::Upper) {
                return sequence(EntityType::Organisation, Gender::Unknown, 0.5);
            }
            if count <= 3 && ordinary == 0 {
                return sequence(EntityType::Person, first_gender, 0.6);
            }
            return sequence(EntityType::Other, first_gender, 0.5);
        }
        if head_word.is_ordinary() && !head.starts {
            // One capitalised ordinary word is emphasis or a title more often than a name.
            return None;
        }
        if self.place_before(first) && !head_word.is_first_name() && head.shape == Shape::Capital {
            return sequence(EntityType::Place, Gender::Unknown, 0.65);
        }
        if head.shape == Shape::Upper {
            let text = self.discussion.slice(head.span);
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            let plain = letters == text.chars().filter(|c| *c != '.').count();
            return match letters {
                3..=6 if plain => sequence(EntityType::Organisation, Gender::Unknown, 0.55),
                2..=8 => sequence(EntityType::Other, Gender::Unknown, 0.5),
                _ => None,
            };
        }
        if head_word.is_first_name() || head_word.is_surname() || self.speaks(end) {
            return sequence(EntityType::Person, first_gender, 0.75);
        }
        // A capital that the start of a sentence explains needs a reason besides.
        let count = self.count(head);
        let owns = self.units.get(end).is_some_and(|unit| unit.gap == Gap::Possessive);
        (!head.starts || count.capital > 0 || owns)
            .then_some(())
            .and_then(|()| sequence(EntityType::Other, Gender::Unknown, 0.5))
    }

    fn place_before(&self, first: usize) -> bool {
        first > 0
            && self.units.get(first).is_some_and(|unit| unit.gap == Gap::None)
            && self.class(first - 1).is_place_preposition()
    }

    fn speaks(&self, end: usize) -> bool {
        self.class(end).is_speech() && self.joined(end)
    }
}

/// Whether a last word such as `Foundation` outweighs a first name (`Bill Gates Foundation`).
fn linked_tail(tail: Option<EntityType>, count: usize, ordinary_head: bool) -> bool {
    match tail {
        Some(EntityType::Organisation | EntityType::Event | EntityType::Place) => {
            count > 2 || ordinary_head
        }
        _ => false,
    }
}
