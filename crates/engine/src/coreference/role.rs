//! How a mention stands in its sentence, as far as its neighbours show it.

use discussion::TokenKind;

use crate::{
    analysis::Mention,
    coreference::scene::{Scene, is_word, token_at},
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
        let behind_preposition = before.is_some_and(|before| {
            PREPOSITIONS.contains(&scene.text(before.span).to_ascii_lowercase().as_str())
        });
        let verb_follows = next.filter(|next| is_word(next)).is_some_and(|next| {
            let text = scene.text(next.span).to_ascii_lowercase();
            let small = SMALL.contains(&text.as_str());
            AUXILIARIES.contains(&text.as_str())
                || !small
                    && (scene.models.lexicon.entry(&text).verb.is_some()
                        || text.ends_with("ed")
                        || text.ends_with('s'))
        });
        Self { subject: !behind_preposition && !possessive && (first == 0 || verb_follows) }
    }
}

/// Words that begin no noun phrase behind a pronoun, and are no verb behind a name.
pub(crate) const SMALL: &[&str] = &[
    "a", "an", "the", "to", "in", "on", "at", "for", "from", "with", "of", "by", "and", "or",
    "but", "that", "as", "when", "while", "because", "if", "into", "out", "up", "down", "about",
    "is", "was", "had", "has", "would", "will", "could", "can", "not", "who", "which", "after",
    "before", "over", "off", "away", "back", "than", "through", "until", "during", "this", "his",
    "so",
];

/// Prepositions that bind what follows.
pub(crate) const PREPOSITIONS: &[&str] = &[
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
];

/// Words between a subject and its verb, and forms of the verbs that have no other ending.
pub(crate) const AUXILIARIES: &[&str] = &[
    "is", "was", "has", "had", "will", "would", "can", "could", "should", "may", "might", "must",
    "did", "does", "do", "are", "were", "have", "also", "never", "then", "later", "became", "who",
];
