//! Names that the discussion has made known to its comments: once somebody was named `Marit Nilsen`, `nilsen` in a
//! hasty comment names her as well, and so does `Nilsen` at the start of a sentence, where a
//! capital tells nothing.
//!
//! A word that is also an ordinary one needs a capital that its place does not explain, and a name
//! of several words counts in any letters.

use discussion::{Discussion, Section, SentenceId, Span, Token, TokenKind};
use rustc_hash::FxHashMap;

use crate::{
    analysis::{EntityType, Gender, MentionKind},
    models::Models,
    names::{NamedSpan, fold},
};

/// How sure it is that a known name written in another way is that name: estimates.
const CAPITAL: f32 = 0.75;
const LOWER: f32 = 0.65;
/// Names of which the engine is less sure, and which stand there once, make nothing known.
const SURE: f32 = 0.55;
/// No name has more words.
const LONGEST: usize = 8;
/// A word that is also an ordinary one was named so often before a capital at the start of a
/// sentence is a name.
const OFTEN: u32 = 2;

/// A name as it was written before.
struct Form<'a> {
    words: Vec<u64>,
    of: &'a NamedSpan,
    count: u32,
    sure: bool,
    /// Surname or first name of somebody named in full.
    part: bool,
    /// The last words of an organisation's or a group's name.
    tail: bool,
}

/// The names by their first words.
#[derive(Default)]
struct Forms<'a> {
    by_head: FxHashMap<u64, Vec<Form<'a>>>,
}

/// The names among the words between those that were found.
pub(super) fn recalled(
    discussion: &Discussion,
    models: &Models,
    named: &[NamedSpan],
) -> Vec<NamedSpan> {
    let forms = Forms::of(discussion, models, named);
    let mut found = Vec::new();
    if forms.by_head.is_empty() {
        return found;
    }
    let mut next = 0;
    for (number, sentence) in discussion.sentences.iter().enumerate() {
        let id = SentenceId(u32::try_from(number).unwrap_or(u32::MAX));
        // Articles are written with care: there the tagger knows better.
        if discussion.section(sentence.paragraph) == Section::Article {
            continue;
        }
        let tokens = discussion.tokens_of(id);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            while named.get(next).is_some_and(|span| span.span.end <= token.span.start) {
                next += 1;
            }
            let free = |span: Span| {
                let ahead = named.get(next.saturating_sub(1)..).unwrap_or(&[]).iter();
                !ahead
                    .take_while(|named| named.span.start < span.end)
                    .any(|named| named.span.overlaps(span))
            };
            let starts = opens(discussion, tokens, at, sentence.span);
            let form = forms
                .at(discussion, tokens, at)
                .filter(|(form, end)| {
                    let span = spanned(tokens, at, *end);
                    free(span) && counts(discussion, models, form, span, starts)
                })
                .max_by_key(|(form, end)| (*end, form.count));
            let Some((form, end)) = form else {
                at += 1;
                continue;
            };
            let span = spanned(tokens, at, end);
            let capital = capital(discussion.slice(span));
            found.push(NamedSpan {
                span,
                sentence: id,
                kind: MentionKind::Name,
                entity_type: form.of.entity_type,
                confidence: if capital { CAPITAL } else { LOWER },
                gender: if form.part { form.of.gender } else { Gender::Unknown },
                known_as: form.of.known_as.filter(|_| !form.part && !form.tail),
                people: form.of.people && !form.part,
            });
            at = end;
        }
    }
    found
}

impl<'a> Forms<'a> {
    fn of(discussion: &Discussion, models: &Models, named: &'a [NamedSpan]) -> Self {
        let mut forms = Self::default();
        for span in named {
            let text = discussion.slice(span.span);
            if span.kind != MentionKind::Name || !capital(text) {
                continue;
            }
            let words: Vec<u64> = text.split_whitespace().map(fold::key).collect();
            let rare = words.iter().all(|word| !models.words.get(*word).is_ordinary());
            let sure = span.confidence >= SURE || span.known_as.is_some() || rare;
            if words.len() > LONGEST || words.contains(&0) {
                continue;
            }
            if words.len() > 1 {
                let person = span.entity_type == EntityType::Person;
                // Two words of which nothing is known are most often somebody's names.
                let part = person || rare && words.len() == 2 && span.known_as.is_none();
                let ends = if part { vec![words[0], words[words.len() - 1]] } else { Vec::new() };
                for end in ends {
                    forms.add(vec![end], span, sure, part, false);
                }
                if matches!(span.entity_type, EntityType::Organisation | EntityType::Group) {
                    forms.add(words[words.len() - 1..].to_vec(), span, sure, false, true);
                }
            }
            forms.add(words, span, sure, false, false);
        }
        forms
    }

    fn add(&mut self, words: Vec<u64>, of: &'a NamedSpan, sure: bool, part: bool, tail: bool) {
        let Some(head) = words.first() else { return };
        let forms = self.by_head.entry(*head).or_default();
        match forms.iter_mut().find(|form| form.words == words) {
            Some(form) => {
                form.count += 1;
                form.sure |= sure || form.count > 1;
                form.tail &= tail;
                if of.confidence > form.of.confidence {
                    form.of = of;
                    form.part = part;
                }
            }
            None => forms.push(Form { words, of, count: 1, sure, part, tail }),
        }
    }

    /// The names whose words stand at a token, each with the token behind it.
    fn at<'s>(
        &'s self,
        discussion: &'s Discussion,
        tokens: &'s [Token],
        at: usize,
    ) -> impl Iterator<Item = (&'s Form<'a>, usize)> {
        let word = move |at: usize| {
            let token = tokens.get(at).filter(|token| token.kind == TokenKind::Word);
            token.map(|token| fold::key(discussion.slice(token.span)))
        };
        let forms = word(at).and_then(|key| self.by_head.get(&key));
        forms.into_iter().flatten().filter_map(move |form| {
            let mut rest = form.words.iter().enumerate();
            let end = at + form.words.len();
            rest.all(|(offset, key)| word(at + offset) == Some(*key)).then_some((form, end))
        })
    }
}

/// Whether a name counts in the letters in which it stands.
fn counts(
    discussion: &Discussion,
    models: &Models,
    form: &Form<'_>,
    span: Span,
    starts: bool,
) -> bool {
    let text = discussion.slice(span);
    let ordinary = form.words.iter().all(|word| models.words.get(*word).is_ordinary());
    if form.tail {
        return capital(text) && !starts && form.sure;
    }
    match (capital(text), ordinary) {
        _ if !form.sure || text.len() < 3 => false,
        _ if form.words.len() > 1 => true,
        (_, false) => true,
        (true, true) => !form.part && (!starts || form.count >= OFTEN),
        (false, true) => false,
    }
}

fn capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

fn spanned(tokens: &[Token], first: usize, end: usize) -> Span {
    let last = tokens.get(end.saturating_sub(1)).or(tokens.get(first));
    match (tokens.get(first), last) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => Span::default(),
    }
}

/// Whether a token opens its sentence, with nothing but marks before it.
fn opens(discussion: &Discussion, tokens: &[Token], at: usize, sentence: Span) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let before = sentence.start as usize..token.span.start as usize;
    let text = discussion.text.get(before).unwrap_or("");
    !text.rsplit([':', '"', '“', '(']).next().unwrap_or("").contains(char::is_alphanumeric)
}
