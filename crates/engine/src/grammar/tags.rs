//! Parts of speech, as far as clauses need them.

use discussion::{Token, TokenKind};

use crate::{
    analysis::MentionKind,
    grammar::{Placed, Word},
    models::{
        keys,
        lexicon::{Classes, Forms, Lexicon},
    },
};

/// What part a word plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Noun,
    /// Covered by a mention that is not a pronoun.
    Name,
    Adjective,
    Adverb,
    Verb,
    Auxiliary,
    Modal,
    /// `to` before an infinitive.
    To,
    Negator,
    Determiner,
    Possessive,
    /// `'s` behind a holder.
    Marker,
    Pronoun,
    Preposition,
    Coordinator,
    Subordinator,
    Relative,
    Number,
    Comma,
    /// `;`, `:`, a dash.
    Break,
    Quote,
    Open,
    Close,
    /// Ends a sentence.
    Stop,
    Other,
}

impl Tag {
    /// Whether a noun phrase can hold it.
    pub(crate) fn nominal(self) -> bool {
        matches!(
            self,
            Self::Noun
                | Self::Name
                | Self::Adjective
                | Self::Determiner
                | Self::Possessive
                | Self::Marker
                | Self::Pronoun
                | Self::Number
                | Self::Other
        )
    }

    /// Whether it can head a noun phrase.
    pub(crate) fn heads(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Pronoun | Self::Number | Self::Other)
    }

    /// Whether a reader sees a judgement in it when it is shown as evidence.
    pub(crate) fn tells(self) -> bool {
        matches!(self, Self::Noun | Self::Adjective | Self::Adverb | Self::Verb | Self::Negator)
    }

    /// Whether it belongs to a group of verbs.
    pub(crate) fn verbal(self) -> bool {
        matches!(self, Self::Verb | Self::Auxiliary | Self::Modal)
    }
}

/// Writes the key by which the lexicon knows a word: lower case, straight apostrophes.
pub(crate) fn key<'a>(text: &str, buffer: &'a mut String) -> &'a str {
    buffer.clear();
    if text.is_ascii() {
        buffer.push_str(text);
        buffer.make_ascii_lowercase();
    } else {
        for c in text.chars() {
            match c {
                '\u{2019}' | '\u{2018}' | '\u{2bc}' => buffer.push('\''),
                c => buffer.extend(c.to_lowercase()),
            }
        }
    }
    buffer
}

/// A number for a word form. Numbers in digits share one.
fn form(key: &str) -> u32 {
    let digits = key.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    let hash = keys::of_bytes(if digits { b"0" } else { key.as_bytes() });
    #[allow(clippy::cast_possible_truncation, reason = "half of the hash is enough")]
    let form = (hash >> 16) as u32;
    form
}

/// A word with the tag that it has by itself.
pub(crate) fn word(text: &str, token: &Token, lexicon: &Lexicon, buffer: &mut String) -> Word {
    let key = key(text, buffer);
    let entry = lexicon.entry(key);
    let tag = match token.kind {
        TokenKind::Punctuation => punctuation(key),
        TokenKind::Number => Tag::Number,
        TokenKind::Address | TokenKind::Emoji => Tag::Other,
        TokenKind::Handle | TokenKind::Hashtag => Tag::Noun,
        TokenKind::Clitic => match key {
            "n't" => Tag::Negator,
            "'ll" => Tag::Modal,
            "'re" | "'m" | "'ve" | "'d" => Tag::Auxiliary,
            _ => Tag::Marker,
        },
        TokenKind::Word if key == "to" => Tag::To,
        TokenKind::Word => closed(key, entry.classes).unwrap_or(Tag::Noun),
    };
    let capital = text.starts_with(char::is_uppercase);
    Word { span: token.span, tag, entry, mention: None, capital, form: form(key) }
}

fn punctuation(key: &str) -> Tag {
    match key.chars().next() {
        Some(',') => Tag::Comma,
        Some(';' | ':' | '\u{2013}' | '\u{2014}') => Tag::Break,
        Some('-') => Tag::Break,
        Some('"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}') => Tag::Quote,
        Some('\'' | '\u{2018}' | '\u{2019}' | '`') => Tag::Quote,
        Some('(' | '[' | '{') => Tag::Open,
        Some(')' | ']' | '}') => Tag::Close,
        Some('.' | '!' | '?' | '\u{2026}') => Tag::Stop,
        _ => Tag::Other,
    }
}

/// The tag of a word of a closed class.
fn closed(key: &str, classes: Classes) -> Option<Tag> {
    let is = |class| classes.has(class);
    Some(if is(Classes::NEGATED_VERB) {
        Tag::Auxiliary
    } else if is(Classes::MODAL) {
        Tag::Modal
    } else if is(Classes::AUXILIARY) {
        Tag::Auxiliary
    } else if matches!(key, "not" | "never" | "neither" | "nor") {
        Tag::Negator
    } else if is(Classes::COORDINATOR) {
        Tag::Coordinator
    } else if is(Classes::RELATIVE) {
        Tag::Relative
    } else if is(Classes::CONDITIONAL) || is(Classes::SUBORDINATOR) {
        Tag::Subordinator
    } else if is(Classes::POSSESSIVE) {
        Tag::Possessive
    } else if is(Classes::PRONOUN) && !is(Classes::DETERMINER) {
        Tag::Pronoun
    } else if is(Classes::DETERMINER) {
        Tag::Determiner
    } else if is(Classes::PREPOSITION) {
        Tag::Preposition
    } else if is(Classes::ADVERB
        .or(Classes::INTENSIFIER)
        .or(Classes::DIMINISHER)
        .or(Classes::CONTRAST))
        || (key.len() > 4 && key.ends_with("ly") && !is(Classes::EVENT))
    {
        Tag::Adverb
    } else if adjectival(key) {
        Tag::Adjective
    } else {
        return None;
    })
}

/// Endings that mostly make adjectives.
fn adjectival(key: &str) -> bool {
    key.len() > 5
        && ["ful", "ous", "ive", "ible", "able", "less", "ish", "ical", "ary", "ian", "est"]
            .iter()
            .any(|end| key.ends_with(end))
}

/// Settles what depends on the neighbours: verbs, `to`, `that`, `'s`, `her`, `like`.
pub(crate) fn disambiguate(words: &mut [Word], mentions: &[Placed]) {
    let mut has_verb = false;
    for i in 0..words.len() {
        let Some(&word) = words.get(i) else { break };
        let previous = before(words, i);
        let tag = match word.tag {
            Tag::To => to(words, i),
            Tag::Marker => marker(words, i),
            Tag::Relative => relative(words, i, previous),
            Tag::Possessive if !follows_nominal(words, i) => Tag::Pronoun,
            Tag::Determiner if alone(words, i) => Tag::Pronoun,
            Tag::Preposition | Tag::Adverb | Tag::Adjective | Tag::Noun
                if word.entry.forms != Forms::default() =>
            {
                let adjective = previous.and_then(|p| words.get(p)?.mention).is_some_and(|m| {
                    mentions.get(usize::from(m)).is_some_and(|m| m.kind == MentionKind::Adjective)
                });
                match verb(words, i, previous, has_verb, adjective).unwrap_or(word.tag) {
                    Tag::Noun if described(words, i, previous) => Tag::Adjective,
                    tag => tag,
                }
            }
            // `is corrupt`: what stands alone behind `be` describes.
            Tag::Noun if word.mention.is_none() && described(words, i, previous) => Tag::Adjective,
            tag => tag,
        };
        match tag {
            Tag::Verb | Tag::Auxiliary | Tag::Modal => has_verb = true,
            Tag::Stop | Tag::Break => has_verb = false,
            _ => {}
        }
        if let Some(word) = words.get_mut(i) {
            word.tag = tag;
        }
    }
}

/// The last word before an index that is no adverb and no negator.
fn before(words: &[Word], i: usize) -> Option<usize> {
    (0..i)
        .rev()
        .take(4)
        .find(|&p| words.get(p).is_some_and(|word| !matches!(word.tag, Tag::Adverb | Tag::Negator)))
}

fn tag_at(words: &[Word], i: usize) -> Tag {
    words.get(i).map_or(Tag::Stop, |word| word.tag)
}

/// Whether a noun phrase goes on behind an index.
fn follows_nominal(words: &[Word], i: usize) -> bool {
    matches!(
        tag_at(words, i + 1),
        Tag::Noun | Tag::Name | Tag::Adjective | Tag::Adverb | Tag::Number
    )
}

/// Whether a determiner stands without a noun (`this shows`).
fn alone(words: &[Word], i: usize) -> bool {
    let next = words.get(i + 1);
    words.get(i).is_some_and(|word| word.entry.is(Classes::PRONOUN))
        && next.is_none_or(|next| {
            matches!(
                next.tag,
                Tag::Auxiliary | Tag::Modal | Tag::Stop | Tag::Comma | Tag::Preposition | Tag::To
            ) || next.entry.forms.only(Forms::THIRD)
        })
}

fn to(words: &[Word], i: usize) -> Tag {
    let next = (i + 1..words.len())
        .take(3)
        .find(|&n| !matches!(tag_at(words, n), Tag::Adverb | Tag::Negator));
    let infinitive = next.and_then(|n| words.get(n)).is_some_and(|word| {
        word.mention.is_none()
            && (word.entry.forms.has(Forms::BASE) || word.entry.is(Classes::AUXILIARY))
    });
    if infinitive { Tag::To } else { Tag::Preposition }
}

/// Whether a word stands behind a form of `be` without an article and without a noun behind it.
fn described(words: &[Word], i: usize, previous: Option<usize>) -> bool {
    let be = previous
        .and_then(|p| words.get(p))
        .is_some_and(|p| p.tag == Tag::Auxiliary && !p.entry.is(Classes::HAVE.or(Classes::DO)));
    let ends = !matches!(
        tag_at(words, i + 1),
        Tag::Noun | Tag::Name | Tag::Adjective | Tag::Marker | Tag::Number
    );
    be && ends && words.get(i).is_some_and(|word| word.entry.polarity != 0.0)
}

/// `'s`: a holder's mark, or `is`.
fn marker(words: &[Word], i: usize) -> Tag {
    let pronoun = i.checked_sub(1).is_some_and(|p| {
        matches!(tag_at(words, p), Tag::Pronoun | Tag::Relative | Tag::Adverb | Tag::Auxiliary)
    });
    let Some(next) = words.get(i + 1) else { return Tag::Marker };
    let is = pronoun
        || matches!(
            next.tag,
            Tag::Determiner | Tag::Negator | Tag::Preposition | Tag::Possessive | Tag::To
        )
        || (next.tag == Tag::Adverb && !next.entry.is(Classes::INTENSIFIER))
        || (next.entry.forms.only(Forms::GERUND) && next.mention.is_none());
    if is { Tag::Auxiliary } else { Tag::Marker }
}

/// `who`, `which` and `that` behind a noun; `that` behind a verb or before a noun.
fn relative(words: &[Word], i: usize, previous: Option<usize>) -> Tag {
    let Some(word) = words.get(i) else { return Tag::Other };
    let behind = previous.map_or(Tag::Stop, |p| tag_at(words, p));
    let ahead = words.get(i + 1);
    if !word.entry.is(Classes::SUBORDINATOR) {
        // `who attacked` at the head of a question asks, and stands for a subject.
        let noun = matches!(behind, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Comma);
        return if noun || behind == Tag::Preposition { Tag::Relative } else { Tag::Pronoun };
    }
    let verb_ahead = ahead.is_some_and(|next| {
        next.tag.verbal()
            || next.entry.forms.only(Forms::THIRD)
            || next.entry.forms.has(Forms::PAST)
    });
    let report = previous
        .and_then(|p| words.get(p))
        .is_some_and(|p| p.entry.is(Classes::REPORT_NOUN) && p.tag == Tag::Noun);
    match behind {
        Tag::Noun | Tag::Name | Tag::Pronoun if verb_ahead => Tag::Relative,
        Tag::Noun | Tag::Name if !report => Tag::Subordinator,
        Tag::Noun | Tag::Name | Tag::Verb | Tag::Adjective | Tag::Pronoun | Tag::Auxiliary => {
            Tag::Subordinator
        }
        _ if verb_ahead => Tag::Pronoun,
        Tag::Coordinator | Tag::Comma | Tag::Quote => Tag::Subordinator,
        _ => Tag::Determiner,
    }
}

/// Whether a word that could be a verb is one, from what stands beside it.
fn verb(
    words: &[Word],
    i: usize,
    previous: Option<usize>,
    has_verb: bool,
    behind_adjective: bool,
) -> Option<Tag> {
    let word = words.get(i)?;
    let forms = word.entry.forms;
    let behind = previous.map_or(Tag::Stop, |p| tag_at(words, p));
    let behind_word = previous.and_then(|p| words.get(p));
    let ahead_word = words.get(i + 1);
    let ahead = ahead_word.map_or(Tag::Stop, |next| next.tag);
    let object_ahead = matches!(
        ahead,
        Tag::Determiner
            | Tag::Name
            | Tag::Pronoun
            | Tag::Possessive
            | Tag::Relative
            | Tag::Subordinator
    );
    let verb_ahead = matches!(ahead, Tag::Auxiliary | Tag::Modal)
        || ahead_word.is_some_and(|next| {
            next.mention.is_none()
                && next.tag == Tag::Noun
                && (next.entry.forms.has(Forms::PAST) && !next.entry.forms.has(Forms::BASE))
        });
    let noun_else = |is_verb: bool, other: Tag| Some(if is_verb { Tag::Verb } else { other });
    if word.tag == Tag::Preposition || (word.tag == Tag::Adverb && !forms.has(Forms::PAST)) {
        // `like`, `near`, `still`: verbs only where nothing else fits.
        let subject = behind_word.is_some_and(|b| b.entry.is(Classes::SUBJECT_PRONOUN));
        let fits = forms.has(Forms::BASE)
            && (matches!(behind, Tag::To | Tag::Modal)
                || subject
                || behind_word.is_some_and(|b| b.entry.is(Classes::DO)));
        return noun_else(fits, word.tag);
    }
    match behind {
        Tag::To | Tag::Modal => noun_else(forms.has(Forms::BASE), Tag::Noun),
        Tag::Auxiliary => {
            let b = behind_word?;
            let fits = if b.entry.is(Classes::DO) {
                forms.has(Forms::BASE) || forms.has(Forms::GERUND)
            } else {
                forms.has(Forms::PARTICIPLE) || forms.has(Forms::GERUND)
            };
            noun_else(fits, if word.tag == Tag::Adjective { Tag::Adjective } else { Tag::Noun })
        }
        Tag::Determiner | Tag::Possessive | Tag::Marker | Tag::Adjective | Tag::Number => {
            let participle = forms.has(Forms::PARTICIPLE) && !forms.has(Forms::BASE);
            if behind == Tag::Number && forms.has(Forms::PAST) && !forms.has(Forms::BASE) {
                return Some(Tag::Verb);
            }
            let modifies = matches!(ahead, Tag::Noun | Tag::Name | Tag::Adjective)
                && (participle || forms.has(Forms::GERUND));
            Some(if modifies || word.tag == Tag::Adjective { Tag::Adjective } else { Tag::Noun })
        }
        Tag::Preposition => {
            let gerund = forms.has(Forms::GERUND) && (object_ahead || ahead != Tag::Preposition);
            noun_else(gerund, Tag::Noun)
        }
        Tag::Pronoun => noun_else(!forms.only(Forms::GERUND) || object_ahead, Tag::Noun),
        Tag::Relative => noun_else(!forms.only(Forms::GERUND), Tag::Noun),
        Tag::Name | Tag::Noun | Tag::Other | Tag::Close => {
            if behind_adjective && !forms.only(Forms::PAST.or(Forms::PARTICIPLE)) {
                return Some(Tag::Noun);
            }
            let finite = forms.has(Forms::THIRD) || forms.has(Forms::PAST);
            let plural = behind_word.is_some_and(|b| {
                b.span.len() > 2 && (behind == Tag::Name || !b.entry.forms.has(Forms::BASE))
            });
            let base = forms.has(Forms::BASE) && plural && object_ahead && !verb_ahead;
            let third = forms.has(Forms::THIRD) && !verb_ahead;
            let past = forms.has(Forms::PAST) && !forms.has(Forms::BASE);
            let past_like_base =
                finite && forms.has(Forms::BASE) && forms.has(Forms::PAST) && object_ahead;
            noun_else(
                base || third
                    || past
                    || past_like_base
                    || (forms.has(Forms::GERUND) && object_ahead),
                Tag::Noun,
            )
        }
        Tag::Verb => {
            let fits = forms.has(Forms::GERUND)
                || (forms.has(Forms::BASE) && object_ahead)
                || (forms.has(Forms::PARTICIPLE)
                    && !forms.has(Forms::BASE)
                    && ahead == Tag::Preposition);
            noun_else(fits, if forms.has(Forms::PARTICIPLE) { Tag::Adjective } else { Tag::Noun })
        }
        Tag::Coordinator => {
            let fits = if has_verb {
                forms.has(Forms::PAST) && !forms.has(Forms::BASE)
                    || forms.has(Forms::GERUND) && object_ahead
                    || (object_ahead || ahead == Tag::Preposition)
                        && !(forms.has(Forms::THIRD) && verb_ahead)
            } else {
                object_ahead
            };
            noun_else(fits && !verb_ahead, Tag::Noun)
        }
        Tag::Subordinator => noun_else(
            forms.has(Forms::GERUND) && object_ahead
                || forms.has(Forms::PAST) && !forms.has(Forms::BASE),
            Tag::Noun,
        ),
        // At the head of a clause: an imperative, a gerund, or the verb before an inverted subject.
        Tag::Comma | Tag::Break | Tag::Quote | Tag::Open | Tag::Stop => {
            let inverted = (forms.has(Forms::PAST) || forms.has(Forms::THIRD))
                && matches!(behind, Tag::Comma | Tag::Quote | Tag::Stop)
                && i > 0;
            let fits = if forms.has(Forms::BASE) {
                object_ahead
            } else if forms.has(Forms::GERUND) {
                object_ahead || has_verb
            } else {
                inverted && (object_ahead || ahead != Tag::Noun || forms.has(Forms::PAST))
            };
            noun_else(
                fits && !verb_ahead,
                if word.tag == Tag::Adjective { Tag::Adjective } else { Tag::Noun },
            )
        }
        Tag::Negator | Tag::Adverb => None,
    }
}
