//! How a mention stands in its sentence, as far as its neighbours show it.

use discussion::TokenKind;

use crate::{
    analysis::Mention,
    closed::ClosedList,
    coreference::{
        scene::{Scene, is_word, token_at},
        short::Short,
    },
};

/// What the words beside a mention show.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Role {
    /// Before a verb, or first of the sentence.
    pub(crate) subject: bool,
}

impl Role {
    pub(crate) fn of(scene: &Scene<'_>, mention: &Mention) -> Self {
        let tokens = scene.tokens(mention.sentence);
        let first = token_at(tokens, mention.span.start);
        let end = token_at(tokens, mention.span.end.saturating_sub(1)) + 1;
        let next = tokens.get(end);
        let possessive = next.is_some_and(|next| {
            next.kind == TokenKind::Clitic && scene.text(next.span).ends_with(['s', 'S', '\'', '’'])
        });
        let before = first.checked_sub(1).and_then(|at| tokens.get(at));
        let behind_preposition = before
            .is_some_and(|before| PREPOSITIONS.has(Short::of(scene.text(before.span)).bytes()));
        let verb_follows = next.filter(|next| is_word(next)).is_some_and(|next| {
            let text = scene.text(next.span);
            let word = Short::of(text);
            AUXILIARIES.has(word.bytes())
                || !SMALL.has(word.bytes())
                    && (ends(text, "ed") || ends(text, "s") || is_verb(scene, text, &word))
        });
        Self { subject: !behind_preposition && !possessive && (first == 0 || verb_follows) }
    }
}

/// Whether a word ends with small or capital letters, given small.
pub(super) fn ends(text: &str, ending: &str) -> bool {
    text.len()
        .checked_sub(ending.len())
        .and_then(|at| text.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// Whether a word, also given in lower case as far as it is short, is the form of a verb.
pub(super) fn is_verb(scene: &Scene<'_>, text: &str, word: &Short) -> bool {
    let lexicon = &scene.models.lexicon;
    let entry = match word.as_str() {
        "" => lexicon.entry(&text.to_ascii_lowercase()),
        word => lexicon.entry(word),
    };
    entry.verb.is_some()
}

/// Words that begin no noun phrase behind a pronoun, and are no verb behind a name.
pub(crate) static SMALL: ClosedList = ClosedList::new(&[
    "a", "an", "the", "to", "in", "on", "at", "for", "from", "with", "of", "by", "and", "or",
    "but", "that", "as", "when", "while", "because", "if", "into", "out", "up", "down", "about",
    "is", "was", "had", "has", "would", "will", "could", "can", "not", "who", "which", "after",
    "before", "over", "off", "away", "back", "than", "through", "until", "during", "this", "his",
    "so",
]);

/// Prepositions that bind what follows.
pub(crate) static PREPOSITIONS: ClosedList = ClosedList::new(&[
    "of",
    "with",
    "by",
    "to",
    "from",
    "for",
    "in",
    "on",
    "at",
    "against",
    "about",
    "after",
    "before",
    "under",
    "over",
    "between",
    "among",
    "through",
    "into",
    "than",
    "like",
    "without",
    "behind",
    "near",
    "toward",
    "towards",
    "upon",
    "via",
    "including",
]);

/// Words between a subject and its verb, and forms of the verbs that have no other ending.
pub(crate) static AUXILIARIES: ClosedList = ClosedList::new(&[
    "is", "was", "has", "had", "will", "would", "can", "could", "should", "may", "might", "must",
    "did", "does", "do", "are", "were", "have", "also", "never", "then", "later", "became", "who",
]);
