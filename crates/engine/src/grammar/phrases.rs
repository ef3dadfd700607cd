//! Noun phrases: which mentions a stretch of words names, and in which place.

use std::ops::Range;

use crate::{
    analysis::MentionKind,
    grammar::{Parsed, tags::Tag},
    models::lexicon::Prepositions,
};

/// The place of a mention in a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// It is what the phrase is about.
    Head,
    /// It owns the head (`Russia's involvement`, `his speech`).
    Owner,
    /// It qualifies the head (`Russian bombs`, `the Obama administration`).
    Modifier,
    /// It stands behind `of` (`the involvement of Russia`).
    Of,
}

impl Place {
    /// How much of what is said of the phrase falls on the mention.
    pub(crate) fn share(self) -> f32 {
        match self {
            Self::Head => 1.0,
            Self::Owner => 0.8,
            Self::Modifier => 0.7,
            Self::Of => 0.6,
        }
    }
}

/// A mention in a phrase: its index into [`Parsed::mentions`], and its place.
pub(crate) type Named = (usize, Place);

/// The end of the base noun phrase that begins at `from`: nouns, names and what stands before them.
pub(crate) fn base_end(parsed: &Parsed, from: usize, to: usize) -> usize {
    let mut i = from;
    while i < to {
        let tag = parsed.tag(i);
        let inside = tag.nominal()
            || (tag == Tag::Adverb && i + 1 < to && parsed.tag(i + 1).nominal())
            || (tag == Tag::Quote && i + 1 < to && parsed.tag(i + 1).nominal());
        // A new determiner begins another phrase.
        let again = i > from
            && matches!(tag, Tag::Determiner | Tag::Possessive)
            && parsed.tag(i - 1).heads();
        if !inside || again {
            break;
        }
        i += 1;
    }
    i
}

/// The index of the head of a base noun phrase: its last noun.
pub(crate) fn head(parsed: &Parsed, phrase: &Range<usize>) -> Option<usize> {
    phrase.clone().rev().find(|&i| parsed.tag(i).heads())
}

/// The mentions that a noun phrase names, with what `and` and `of` join to it.
pub(crate) fn named(parsed: &Parsed, phrase: &Range<usize>) -> Vec<Named> {
    let mut found = Vec::new();
    let mut from = phrase.start;
    let mut of = false;
    while from < phrase.end {
        let end = base_end(parsed, from, phrase.end);
        if end > from {
            base(parsed, from, end, of, &mut found);
        }
        // Go on behind `and`, a comma in a list and `of`; anything else ends the phrase.
        match parsed.tag(end) {
            Tag::Coordinator | Tag::Comma if end > from => of = false,
            Tag::Coordinator => {}
            Tag::Preposition if is_of(parsed, end) => of = true,
            _ => break,
        }
        if parsed.tag(end) == Tag::Comma && !lists(parsed, end, phrase.end) {
            // `her adviser, Jane Doe`: the name stands behind the comma.
            let named = parsed.words.get(end + 1).is_some_and(|word| word.mention.is_some());
            if !found.is_empty() || !named {
                break;
            }
        }
        from = end + 1;
    }
    found
}

fn is_of(parsed: &Parsed, i: usize) -> bool {
    parsed.words.get(i).is_some_and(|word| word.entry.preposition.has(Prepositions::OF))
}

/// Whether a comma goes on with a list (`Russia, Iran and Syria`).
fn lists(parsed: &Parsed, comma: usize, to: usize) -> bool {
    (comma + 1..to).take(8).any(|i| parsed.tag(i) == Tag::Coordinator)
}

fn base(parsed: &Parsed, from: usize, end: usize, of: bool, found: &mut Vec<Named>) {
    let Some(head) = head(parsed, &(from..end)) else { return };
    // A name that no mention covers: what stands before it does not act in its place.
    let foreign = parsed.words.get(head).is_some_and(|word| {
        word.capital && word.mention.is_none() && word.tag == Tag::Noun && head > 0
    });
    let first = found.len();
    for i in from..end {
        let Some(word) = parsed.words.get(i) else { break };
        let Some(m) = word.mention.map(usize::from) else { continue };
        let Some(placed) = parsed.mentions.get(m) else { continue };
        if placed.first != i {
            continue;
        }
        let owner = parsed.tag(placed.last + 1) == Tag::Marker
            || (placed.kind == MentionKind::Pronoun && parsed.tag(i) == Tag::Possessive);
        let place = if owner {
            Place::Owner
        } else if placed.last >= head || (placed.last + 1 >= end) {
            if of { Place::Of } else { Place::Head }
        } else {
            Place::Modifier
        };
        if !(foreign && matches!(place, Place::Owner | Place::Modifier)) {
            found.push((m, place));
        }
    }
    // `Turkish president Jane Doe`: whoever is named at the head acts.
    let headed =
        found.iter().skip(first).any(|(_, place)| matches!(place, Place::Head | Place::Of));
    if headed {
        let mut i = 0;
        found.retain(|(_, place)| {
            i += 1;
            i <= first || matches!(place, Place::Head | Place::Of)
        });
    }
}
