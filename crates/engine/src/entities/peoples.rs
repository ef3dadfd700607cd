//! Peoples: `Americans`, `the Russians`, `the French`. A noun for the people of a place names a
//! group of its own, which belongs to the place; the adjective alone (`French cheese`) names the
//! place.

use discussion::{Discussion, Token, TokenKind};

use crate::{
    analysis::{EntityType, MentionKind},
    coreference::{
        role::{AUXILIARIES, PREPOSITIONS},
        scene::token_at,
    },
    models::Models,
    names::NamedSpan,
};

/// Whether a span names the people of a place.
pub(super) fn is_people(discussion: &Discussion, models: &Models, span: &NamedSpan) -> bool {
    let entry = span.known_as.and_then(|known| models.gazetteer.entry(known));
    let of_place = entry.is_some_and(|entry| entry.kind == EntityType::Place);
    of_place
        && (span.people || span.kind == MentionKind::Adjective && stands_alone(discussion, span))
}

/// Whether an adjective whose plural is itself (`the French`, `the Chinese`) stands for a noun:
/// behind `the`, and before what no noun phrase goes on with.
fn stands_alone(discussion: &Discussion, span: &NamedSpan) -> bool {
    let text = |token: &Token| discussion.slice(token.span).to_ascii_lowercase();
    let word = discussion.slice(span.span).to_ascii_lowercase();
    if !["sh", "ch", "ese", "ss"].iter().any(|ending| word.ends_with(ending)) {
        return false;
    }
    let tokens = discussion.tokens_of(span.sentence);
    let first = token_at(tokens, span.span.start);
    let before = first.checked_sub(1).and_then(|at| tokens.get(at));
    if before.is_none_or(|before| text(before) != "the") {
        return false;
    }
    tokens.get(first + 1).is_none_or(|next| match next.kind {
        TokenKind::Punctuation => matches!(text(next).as_str(), "." | "!" | "?" | "…" | ";" | ","),
        TokenKind::Word => {
            let next = text(next);
            AUXILIARIES.has(next.as_bytes()) || PREPOSITIONS.has(next.as_bytes())
        }
        _ => false,
    })
}
