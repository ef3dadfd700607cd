//! Features of a candidate for `he` or `she`: classes of the words around both, crossed.

use discussion::{Token, TokenKind};

use crate::{
    analysis::Mention,
    coreference::{
        role::{AUXILIARIES, PREPOSITIONS, ends, is_verb},
        scene::{Scene, is_word, token_at},
        short::Short,
    },
};

/// Classes of a neighbouring word.
const CLASSES: usize = 9;
/// Cases of a pronoun.
const CASES: usize = 4;
/// Steps of distance.
const STEPS: usize = 6;

const BEFORE: usize = 0;
const AFTER: usize = BEFORE + CLASSES * CASES;
const DISTANCE: usize = AFTER + CLASSES * CASES;
const BEFORE_AT: usize = DISTANCE + STEPS * CASES * 2;
const AFTER_AT: usize = BEFORE_AT + CLASSES * STEPS;
const BOTH: usize = AFTER_AT + CLASSES * STEPS;
const KNOWN: usize = BOTH + CLASSES * CLASSES;
const CHAINED: usize = KNOWN + 1;
const UNTYPED: usize = CHAINED + 1;
const BYTES: usize = UNTYPED + 1;

/// How many features there are.
pub const FEATURES: usize = BYTES + 1;

/// The features of one candidate.
#[derive(Clone, Debug, Default)]
pub struct Features {
    /// Numbers of the features that it has.
    pub set: Vec<u16>,
    /// Logarithm of the distance.
    pub distance: f32,
}

impl Features {
    /// The linear score of the candidate.
    #[must_use]
    pub fn score(&self, weights: &[f32; FEATURES]) -> f32 {
        self.each().map(|(feature, value)| weights[feature] * value).sum()
    }

    /// Number and value of each feature.
    pub fn each(&self) -> impl Iterator<Item = (usize, f32)> {
        let set = self.set.iter().map(|feature| (usize::from(*feature), 1.0));
        set.chain(std::iter::once((BYTES, self.distance)))
    }

    pub(crate) fn of(traits: &Traits) -> Self {
        let Traits { neighbours, pronoun, begins, distance, bytes, known, chained, untyped } =
            *traits;
        let (before, after) = (neighbours.before as usize, neighbours.after as usize);
        let always = [
            BEFORE + before * CASES + pronoun,
            AFTER + after * CASES + pronoun,
            DISTANCE + (distance * CASES + pronoun) * 2 + usize::from(begins),
            BEFORE_AT + before * STEPS + distance,
            AFTER_AT + after * STEPS + distance,
            BOTH + before * CLASSES + after,
        ];
        let sometimes = [(known, KNOWN), (chained, CHAINED), (untyped, UNTYPED)];
        let mut set = Vec::with_capacity(always.len() + sometimes.len());
        set.extend(always.map(|feature| feature as u16));
        set.extend(sometimes.iter().filter(|(has, _)| *has).map(|(_, feature)| *feature as u16));
        let bytes = f32::from(u16::try_from(bytes).unwrap_or(u16::MAX));
        Self { set, distance: (1.0 + bytes / 30.0).ln() }
    }
}

/// What the features of a candidate are made of.
pub(crate) struct Traits {
    pub(crate) neighbours: Neighbours,
    /// The case of the pronoun, below [`CASES`].
    pub(crate) pronoun: usize,
    /// Whether the pronoun is among the first words of its sentence.
    pub(crate) begins: bool,
    /// Step of distance, below [`STEPS`].
    pub(crate) distance: usize,
    pub(crate) bytes: u32,
    /// Whether the gender is known to fit.
    pub(crate) known: bool,
    /// Whether the last pronoun of that gender meant the same.
    pub(crate) chained: bool,
    /// Whether it is not known that the candidate is a person at all.
    pub(crate) untyped: bool,
}

/// The classes of the words beside a mention.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Neighbours {
    before: Class,
    after: Class,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Edge of the sentence, or a mark that ends a clause.
    Edge,
    Comma,
    Possessive,
    Auxiliary,
    Verb,
    Preposition,
    And,
    /// Begins a clause.
    Conjunction,
    Other,
}

impl Neighbours {
    pub(crate) fn of(scene: &Scene<'_>, mention: &Mention) -> Self {
        let tokens = scene.tokens(mention.sentence);
        let first = token_at(tokens, mention.span.start);
        let end = token_at(tokens, mention.span.end.saturating_sub(1)) + 1;
        let before = first.checked_sub(1).and_then(|at| tokens.get(at));
        Self { before: class(scene, before), after: class(scene, tokens.get(end)) }
    }
}

fn class(scene: &Scene<'_>, token: Option<&Token>) -> Class {
    let Some(token) = token else { return Class::Edge };
    let text = scene.text(token.span);
    match token.kind {
        TokenKind::Clitic if text.ends_with(['s', 'S', '\'', '’']) => return Class::Possessive,
        TokenKind::Clitic => return Class::Auxiliary,
        TokenKind::Punctuation if text == "," => return Class::Comma,
        TokenKind::Punctuation => return Class::Edge,
        _ => {}
    }
    let word = Short::of(text);
    match word.as_str() {
        "and" | "or" | "but" | "&" => Class::And,
        "that" | "when" | "while" | "as" | "because" | "if" | "where" | "although" | "though"
        | "since" | "until" | "who" | "whom" | "which" | "so" | "whose" => Class::Conjunction,
        _ if PREPOSITIONS.has(word.bytes()) => Class::Preposition,
        _ if AUXILIARIES.has(word.bytes()) => Class::Auxiliary,
        _ if is_word(token)
            && (ends(text, "ed") || ends(text, "ing") || is_verb(scene, text, &word)) =>
        {
            Class::Verb
        }
        _ => Class::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_have_numbers_of_their_own() {
        let all = Traits {
            neighbours: Neighbours { before: Class::Other, after: Class::Other },
            pronoun: CASES - 1,
            begins: true,
            distance: STEPS - 1,
            bytes: 0,
            known: true,
            chained: true,
            untyped: true,
        };
        let features = Features::of(&all);
        let numbers: Vec<_> = features.each().map(|(number, _)| number).collect();
        assert_eq!(
            numbers,
            [
                AFTER - 1,
                DISTANCE - 1,
                BEFORE_AT - 1,
                AFTER_AT - 1,
                BOTH - 1,
                KNOWN - 1,
                KNOWN,
                CHAINED,
                UNTYPED,
                BYTES
            ]
        );
        assert!(features.score(&[1.0; FEATURES]) == 9.0);
    }
}
