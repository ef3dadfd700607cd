//! Names that the gazetteer knows, longest first, in the letters in which they count.

use discussion::Discussion;

use crate::{
    analysis::EntityType,
    models::{
        Models,
        gazetteer::{Form, FormCase, FormKind},
        words::Word,
    },
    names::{
        casing::Mode,
        fold,
        lexemes::{Count, Lexeme, Lexemes},
        units::{Gap, Shape, Unit},
        vocabulary::Class,
    },
};

/// A known name in a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    /// First unit.
    pub(crate) first: usize,
    /// The unit behind the last one.
    pub(crate) end: usize,
    /// The likeliest reading.
    pub(crate) form: Form,
    /// From 0 to 1.
    pub(crate) confidence: f32,
}

/// No form has more words than this.
const LONGEST: usize = 10;

/// What a reader of a sentence has at hand.
pub(crate) struct Sight<'a> {
    pub(crate) discussion: &'a Discussion,
    pub(crate) models: &'a Models,
    pub(crate) lexemes: &'a Lexemes<'a>,
    pub(crate) units: &'a [Unit],
    pub(crate) mode: Mode,
}

impl<'a> Sight<'a> {
    /// The word that a unit is.
    #[inline]
    pub(crate) fn lexeme(&self, unit: &Unit) -> &'a Lexeme {
        self.lexemes.get(unit.lexeme)
    }

    /// What the list of words says of a unit.
    #[inline]
    pub(crate) fn word(&self, unit: &Unit) -> Word {
        self.lexeme(unit).word
    }

    /// What a unit tells of the words beside it.
    #[inline]
    pub(crate) fn class_of(&self, unit: &Unit) -> Class {
        self.lexeme(unit).class
    }

    /// How the document writes a unit's word.
    #[inline]
    pub(crate) fn count(&self, unit: &Unit) -> Count {
        self.lexeme(unit).count
    }

    /// Whether a capital at the start of a sentence is there because the word is a name.
    fn explains_start(&self, unit: &Unit) -> bool {
        let Lexeme { count, word, .. } = self.lexeme(unit);
        if count.lower > 0 || word.is_ordinary() { count.capital > count.lower * 2 } else { true }
    }

    /// The longest known name that begins at a unit.
    pub(crate) fn known_at(&self, first: usize) -> Option<Known> {
        // Most words begin no known name.
        if !self.units.get(first).is_some_and(|unit| self.lexeme(unit).begins) {
            return self.possessive_at(first).or_else(|| self.misspelt_at(first));
        }
        let mut hash = 0;
        let mut best = None;
        for (at, unit) in self.units.iter().enumerate().skip(first).take(LONGEST) {
            if at > first && matches!(unit.gap, Gap::Hard | Gap::Possessive) {
                break;
            }
            // A comma may stand inside `Washington, D.C.` only.
            if at > first && unit.gap == Gap::Soft && unit.shape == Shape::Lower {
                break;
            }
            let key = self.lexeme(unit).key;
            hash = if at == first { key } else { fold::join(hash, key) };
            let Some((forms, longer)) = self.models.gazetteer.at(hash) else { break };
            let reading = forms
                .iter()
                .filter_map(|form| Some((*form, self.counts(form, first, at + 1)?)))
                .reduce(|best, next| if next.1 > best.1 { next } else { best });
            if let Some((form, confidence)) = reading {
                best = Some(Known { first, end: at + 1, form, confidence });
            }
            if !longer {
                break;
            }
        }
        best.or_else(|| self.possessive_at(first)).or_else(|| self.misspelt_at(first))
    }

    /// A known name from which a word with a capital, which is no word and no other name, differs by
    /// a letter (`Afganistan`).
    fn misspelt_at(&self, first: usize) -> Option<Known> {
        /// Short names resemble too many words.
        const SHORTEST: usize = 7;
        let unit = self.units.get(first)?;
        let word = self.word(unit);
        let other = word.is_ordinary() || word.is_first_name() || word.is_surname();
        if unit.shape != Shape::Capital || other || unit.span.len() < SHORTEST {
            return None;
        }
        let written = fold::folded(self.discussion.slice(unit.span));
        let (form, _) =
            self.models.gazetteer.spellings_near(&written).find(|(form, _)| {
                form.len() >= SHORTEST && fold::one_letter_apart(&written, form)
            })?;
        let form =
            self.models.gazetteer.word(form).iter().find(|form| form.case == FormCase::Any)?;
        Some(Known { first, end: first + 1, form: *form, confidence: 0.6 })
    }

    /// A known person or place with the ending of a possessive and no apostrophe (`Kerrys`).
    fn possessive_at(&self, first: usize) -> Option<Known> {
        let unit = self.units.get(first)?;
        if unit.shape != Shape::Capital || self.word(unit).is_ordinary() {
            return None;
        }
        let stem = self.discussion.slice(unit.span).strip_suffix('s').filter(|s| s.len() >= 4)?;
        let form = self.models.gazetteer.word(stem).iter().find(|form| {
            (form.case == FormCase::Any || form.case == FormCase::Exact(fold::exact(stem)))
                && form.kind == FormKind::Name
                && self.models.gazetteer.entry(form.entry).is_some_and(|entry| {
                    matches!(entry.kind, EntityType::Person | EntityType::Place)
                })
        })?;
        Some(Known { first, end: first + 1, form: *form, confidence: 0.7 })
    }

    /// How sure it is that a form counts in the letters and at the place where it stands.
    fn counts(&self, form: &Form, first: usize, end: usize) -> Option<f32> {
        let units = self.units.get(first..end)?;
        let (head, last) = (units.first()?, units.last()?);
        let single = units.len() == 1;
        let capitals = head.shape.is_capital() && (single || last.shape.is_capital());
        let ordinary = single && self.word(head).is_ordinary();
        if single && self.class_of(head).is_never() {
            return None;
        }
        if self.mode == Mode::Loud && ordinary {
            return None;
        }
        match form.case {
            FormCase::Exact(exact) => {
                let written = units.iter().fold(String::new(), |mut written, unit| {
                    written.push_str(self.discussion.slice(unit.span));
                    written
                });
                let fits = fold::exact(&written) == exact
                    || (self.mode == Mode::Loud && head.shape == Shape::Upper);
                // A word of one letter case, as at the start of a sentence, tells less.
                let unsure = ordinary && head.starts && head.shape != Shape::Upper;
                (fits && (!unsure || self.explains_start(head))).then_some(0.9)
            }
            FormCase::Weak => {
                let explained = head.starts && !self.explains_start(head);
                let fits = head.shape.is_capital() && self.mode == Mode::Normal && !explained;
                fits.then_some(0.7)
            }
            FormCase::Any if capitals => Some(if single { 0.93 } else { 0.96 }),
            FormCase::Any if ordinary => None,
            // A known name in lower case, and a hashtag.
            FormCase::Any => {
                let whole = units.iter().map(|unit| unit.span.len()).sum::<usize>() >= 4;
                let adjective = form.kind == FormKind::Adjective;
                (whole || !single).then_some(if adjective { 0.75 } else { 0.8 })
            }
        }
    }
}
