//! Names from capitals: sequences of capitalised words, with titles before them and with the
//! words that tell what they name.

use discussion::TokenKind;

use crate::{
    analysis::{EntityType, Gender},
    models::gazetteer::FormKind,
    names::{
        casing::Mode,
        known::{Known, Sight},
        units::{Gap, Shape, Unit},
        vocabulary::Class,
    },
};

/// A name in a sentence, by its units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sequence {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) kind: FormKind,
    pub(crate) entity_type: EntityType,
    pub(crate) gender: Gender,
    pub(crate) confidence: f32,
    pub(crate) known_as: Option<u32>,
}

/// Words that the document shows to be parts of names of people.
pub(crate) type Parts = rustc_hash::FxHashSet<u32>;

impl Sight<'_> {
    /// All names of the sentence in order.
    pub(crate) fn sequences(&self, parts: &Parts) -> Vec<Sequence> {
        let mut found = Vec::new();
        let mut at = 0;
        // The gender of a title directly before, if there is one.
        let mut title: Option<Gender> = None;
        while at < self.units.len() {
            if self.is_plain(at) {
                title = None;
                at += 1;
                continue;
            }
            if let Some((end, gender)) = self.title_at(at) {
                title = Some(gender);
                at = end;
                continue;
            }
            let next = self.name_at(at, title, parts);
            title = None;
            match next {
                Some(sequence) => {
                    at = sequence.end.max(at + 1);
                    found.push(sequence);
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether neither a title nor a name can begin at a unit, as with most words.
    fn is_plain(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            let lexeme = self.lexeme(unit);
            !unit.shape.is_capital()
                && unit.kind != TokenKind::Handle
                && !lexeme.begins
                && !lexeme.class.is_title()
                && !lexeme.class.is_title_part()
        })
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.units.get(at).map_or(Class::default(), |unit| self.class_of(unit))
    }

    pub(super) fn joined(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| matches!(unit.gap, Gap::None | Gap::Inside))
    }

    fn name_at(&self, at: usize, title: Option<Gender>, parts: &Parts) -> Option<Sequence> {
        let known = self.known_at(at);
        if let Some(known) = known {
            return Some(self.around_known(known));
        }
        if !self.eligible(at, title.is_some(), parts) {
            return None;
        }
        let end = self.run_from(at, parts);
        self.judge(at, end, title)
    }

    /// Whether a unit's capital shows that it is (part of) a name.
    fn eligible(&self, at: usize, titled: bool, parts: &Parts) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        if unit.kind == TokenKind::Handle {
            return true;
        }
        let class = self.class_of(unit);
        if !unit.shape.is_capital() || class.is_function() {
            return false;
        }
        // `April Jones` and `May Smith` are people.
        let first_name = self.word(unit).is_first_name();
        if class.is_never() && !(first_name && self.follows_capital(at)) {
            return false;
        }
        if titled {
            return true;
        }
        if unit.shape == Shape::Initial {
            // `J. K. Rowling`, but not `Plan B` and the pronoun.
            return self.follows_capital(at) && self.discussion.slice(unit.span) != "I";
        }
        let ordinary = self.word(unit).is_ordinary();
        let count = self.count(unit);
        match self.mode {
            Mode::Loud => false,
            Mode::Title => !ordinary && count.lower == 0,
            Mode::Normal if unit.shape == Shape::Upper => !ordinary && count.lower == 0,
            Mode::Normal if unit.starts => {
                if parts.contains(&unit.lexeme) {
                    return true;
                }
                if ordinary || count.lower > 0 {
                    // `Supreme Court ruled`: two ordinary words with capitals are a name.
                    return count.capital > count.lower * 2
                        || (self.follows_capital(at)
                            && self.ordinary_capital(at + 1)
                            && count.lower == 0);
                }
                true
            }
            Mode::Normal => true,
        }
    }

    fn follows_capital(&self, at: usize) -> bool {
        let next = self.units.get(at + 1);
        next.is_some_and(|next| {
            next.shape.is_capital()
                && next.gap != Gap::Possessive
                && next.span.start - self.units.get(at).map_or(0, |unit| unit.span.end) <= 2
        })
    }

    fn ordinary_capital(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            unit.shape == Shape::Capital
                && unit.gap == Gap::None
                && self.word(unit).is_ordinary()
                && !self.class_of(unit).is_function()
                && !self.class_of(unit).is_never()
        })
    }

    /// The end of the sequence of capitalised words that begins at a unit.
    fn run_from(&self, first: usize, parts: &Parts) -> usize {
        let mut end = first + 1;
        while let Some(unit) = self.units.get(end) {
            let class = self.class_of(unit);
            let initial_stop = self.units.get(end - 1).is_some_and(|before| {
                before.shape == Shape::Initial && unit.span.start - before.span.end <= 2
            });
            if !(matches!(unit.gap, Gap::None | Gap::Inside) || initial_stop || self.ampersand(end))
            {
                break;
            }
            if unit.shape.is_capital()
                && !class.is_function()
                && (!class.is_never() || class.is_generation())
            {
                let known = self.known_at(end);
                if known.is_some_and(|known| !self.belongs(first, end, known)) {
                    break;
                }
                if self.mode != Mode::Normal && !self.eligible(end, false, parts) {
                    break;
                }
                end = known.map_or(end + 1, |known| known.end.max(end + 1));
                continue;
            }
            match self.joint(first, end) {
                Some(next) => end = next,
                None => break,
            }
        }
        end
    }

    fn ampersand(&self, at: usize) -> bool {
        let (Some(before), Some(unit)) =
            (at.checked_sub(1).and_then(|b| self.units.get(b)), self.units.get(at))
        else {
            return false;
        };
        let between = discussion::Span::new(before.span.end as usize, unit.span.start as usize);
        unit.gap == Gap::Soft && self.discussion.slice(between).trim() == "&"
    }

    /// Whether a known name inside a run of capitals is part of the longer name.
    fn belongs(&self, first: usize, at: usize, known: Known) -> bool {
        let first_name = self.units.get(first).is_some_and(|unit| self.word(unit).is_first_name());
        let kind = self.models.gazetteer.entry(known.form.entry).map(|entry| entry.kind);
        match kind {
            // `Teresa Kerry` is a person of her own.
            Some(EntityType::Person) => known.end == at + 1,
            Some(EntityType::Place) => {
                self.class(at - 1).is_side()
                    || self.class(at - 1).heads_place()
                    || (first_name && known.end == at + 1 && known.form.kind == FormKind::Name)
                    || self.class(known.end).ends_organisation() && self.joined(known.end)
            }
            _ => first_name && known.end == at + 1 && known.form.kind == FormKind::Name,
        }
    }

    /// Where a run goes on behind a small word inside a name (`University of X`, `Ludwig van Y`).
    fn joint(&self, first: usize, at: usize) -> Option<usize> {
        let unit = self.units.get(at)?;
        let class = self.class_of(unit);
        let next = self.units.get(at + 1)?;
        let capital = |unit: &Unit| {
            let class = self.class_of(unit);
            unit.shape.is_capital()
                && unit.gap == Gap::None
                && !class.is_function()
                && !class.is_never()
        };
        let word = self.discussion.slice(unit.span);
        if class.is_particle() && unit.shape == Shape::Lower && word != "a" {
            if capital(next) {
                return Some(at + 2);
            }
            let further = self.units.get(at + 2)?;
            if self.class_of(next).is_particle() && next.shape == Shape::Lower && capital(further) {
                return Some(at + 3);
            }
        }
        if !class.is_joint() || unit.shape != Shape::Lower {
            return None;
        }
        let before = self.class(at - 1);
        let head = (first..at).any(|i| self.class(i).heads_organisation());
        let event = self.class(first).heads_event();
        let allowed = match word {
            "of" => {
                head || event
                    || before.heads_place()
                    || before.ends_organisation()
                    || before.ends_place()
            }
            "for" | "on" => head && (before.heads_organisation() || before.ends_organisation()),
            "and" => {
                (first..at).any(|i| {
                    matches!(self.discussion.slice(self.units[i].span), "of" | "for" | "on")
                }) && head
            }
            _ => false,
        };
        if !allowed {
            return None;
        }
        if capital(next) {
            return Some(at + 2);
        }
        let further = self.units.get(at + 2)?;
        (word != "and" && self.discussion.slice(next.span) == "the" && capital(further))
            .then_some(at + 3)
    }

    /// A known name with what stands around it: `Boston` in `Boston Marathon` names an event.
    fn around_known(&self, known: Known) -> Sequence {
        let entry = self.models.gazetteer.entry(known.form.entry);
        let kind = entry.map_or(EntityType::Other, |entry| entry.kind);
        let gender = entry.map_or(Gender::Unknown, |entry| entry.gender);
        let plain = Sequence {
            first: known.first,
            end: known.end,
            kind: known.form.kind,
            entity_type: kind,
            gender,
            confidence: known.confidence,
            known_as: Some(known.form.entry),
        };
        let Some(next) = self.units.get(known.end) else { return plain };
        let head = &self.units[known.first];
        if !head.shape.is_capital()
            || !next.shape.is_capital()
            || !matches!(next.gap, Gap::None | Gap::Inside)
            || self.mode == Mode::Loud
        {
            return plain;
        }
        let class = self.class_of(next);
        let single = known.end == known.first + 1;
        if class.is_generation() && kind == EntityType::Person {
            return Sequence { end: known.end + 1, known_as: None, ..plain };
        }
        // Known names that go on: an organisation, place or event named after a place or people.
        let mut end = known.end;
        while self.units.get(end).is_some_and(|unit| {
            unit.shape.is_capital()
                && matches!(unit.gap, Gap::None)
                && !self.class_of(unit).is_function()
                && !self.class_of(unit).is_never()
                && self.title_at(end).is_none()
        }) && self
            .known_at(end)
            .is_none_or(|inner| inner.end == end + 1 && self.class(end + 1).ends_organisation())
            && end < known.end + 4
        {
            end += 1;
        }
        let tail = self.tail_type(end - 1);
        while let Some(next) = self.joint(known.first, end).filter(|_| tail.is_some()) {
            end = next;
        }
        if end > known.end
            && let Some(entity_type) = tail
            && (kind != EntityType::Person || entity_type != EntityType::Person)
        {
            return Sequence {
                end,
                kind: FormKind::Name,
                entity_type,
                gender: Gender::Unknown,
                confidence: 0.75,
                known_as: None,
                ..plain
            };
        }
        // `Jordan Smith`, `Hillary Swank`: a first name before a name that is nobody known.
        let word = self.word(head);
        let next_known = self.known_at(known.end);
        let surname_like = next.gap == Gap::None
            && !class.is_function()
            && !class.is_never()
            && (!self.word(next).is_ordinary() || self.word(next).is_surname());
        let stranger = next_known.is_none_or(|next| {
            next.end == known.end + 1
                && self
                    .models
                    .gazetteer
                    .entry(next.form.entry)
                    .is_some_and(|e| e.kind == EntityType::Person)
        });
        if single
            && word.is_first_name()
            && surname_like
            && stranger
            && known.form.kind == FormKind::Name
        {
            return Sequence {
                end: known.end + 1,
                entity_type: EntityType::Person,
                gender: word.gender(),
                confidence: 0.85,
                known_as: None,
                ..plain
            };
        }
        plain
    }
}
