//! A small grammar of English sentences, just enough to tell clauses, their subjects, verbs and
//! objects: closed classes from the lexicon, guesses from the neighbours for the rest. No parse
//! tree; every step looks a bounded number of words around, so that the cost stays linear.

pub(crate) mod clauses;
pub(crate) mod phrases;
mod subjects;
pub(crate) mod tags;

use std::ops::Range;

use discussion::{Discussion, Sentence, Span};

use crate::{
    analysis::{Mention, MentionKind},
    grammar::{clauses::Clause, tags::Tag},
    models::lexicon::{Classes, Entry, Lexicon, Verb},
};

/// One token with what the grammar makes of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) span: Span,
    pub(crate) tag: Tag,
    pub(crate) entry: Entry,
    /// The innermost mention that covers it, as an index into [`Parsed::mentions`].
    pub(crate) mention: Option<u16>,
    pub(crate) capital: bool,
    /// Hash of its lower-case form.
    pub(crate) form: u32,
}

/// A mention with its words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    /// Index into the discussion's mentions.
    pub(crate) mention: u32,
    pub(crate) kind: MentionKind,
    /// First and last word.
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// A sentence with its words, mentions and clauses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) span: Span,
    pub(crate) words: Vec<Word>,
    pub(crate) mentions: Vec<Placed>,
    pub(crate) clauses: Vec<Clause>,
    /// Ends with a question mark.
    pub(crate) question: bool,
}

/// Sentences longer than this many words are read in pieces of this size, so that no text without
/// full stops makes the work grow with the square of its length.
const PIECE: usize = 256;

impl Parsed {
    /// Reads a sentence; `mentions` are all of the discussion's, in the order of the text.
    pub(crate) fn pieces(
        discussion: &Discussion,
        lexicon: &Lexicon,
        mentions: &[Mention],
        sentence: &Sentence,
    ) -> Vec<Self> {
        let tokens = discussion
            .tokens
            .get(sentence.tokens.start as usize..sentence.tokens.end as usize)
            .unwrap_or(&[]);
        let mut key = String::new();
        let mut pieces = Vec::with_capacity(1);
        for tokens in tokens.chunks(PIECE) {
            let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { continue };
            let mut piece = Self { span: first.span.cover(last.span), ..Self::default() };
            piece.words.reserve(tokens.len());
            for token in tokens {
                piece.words.push(tags::word(
                    discussion.slice(token.span),
                    token,
                    lexicon,
                    &mut key,
                ));
            }
            piece.place(mentions);
            tags::disambiguate(&mut piece.words, &piece.mentions);
            piece.question =
                piece.words.iter().rev().take(3).any(|word| {
                    word.tag == Tag::Stop && word.span.of(&discussion.text).contains('?')
                });
            piece.clauses = clauses::find(&piece.words, lexicon);
            pieces.push(piece);
        }
        pieces
    }

    /// Finds the words of each mention. A word inside several belongs to the shortest.
    fn place(&mut self, mentions: &[Mention]) {
        let from = mentions.partition_point(|mention| mention.span.start < self.span.start);
        let mut word = 0;
        for (i, mention) in mentions.iter().enumerate().skip(from) {
            if mention.span.start >= self.span.end {
                break;
            }
            while self.words.get(word).is_some_and(|w| w.span.end <= mention.span.start) {
                word += 1;
            }
            let covered =
                self.words.iter().skip(word).take_while(|w| w.span.start < mention.span.end);
            let count = covered.count();
            let (Ok(number), true) = (u16::try_from(self.mentions.len()), count > 0) else {
                continue;
            };
            // Inner mentions come after outer ones, and so overwrite them.
            for w in self.words.iter_mut().skip(word).take(count) {
                w.mention = Some(number);
                w.tag = match mention.kind {
                    MentionKind::Pronoun => w.tag,
                    _ => Tag::Name,
                };
            }
            self.mentions.push(Placed {
                mention: u32::try_from(i).unwrap_or(u32::MAX),
                kind: mention.kind,
                first: word,
                last: word + count - 1,
            });
        }
    }

    /// The word at an index; a stop where there is none.
    pub(crate) fn tag(&self, i: usize) -> Tag {
        self.words.get(i).map_or(Tag::Stop, |word| word.tag)
    }

    /// Whether the word at an index belongs to a class.
    pub(crate) fn is(&self, i: usize, classes: Classes) -> bool {
        self.words.get(i).is_some_and(|word| word.entry.is(classes))
    }

    /// The bytes of a range of words.
    pub(crate) fn bytes(&self, words: &Range<usize>) -> Span {
        match (self.words.get(words.start), self.words.get(words.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if words.start < words.end => first.span.cover(last.span),
            _ => Span { start: self.span.start, end: self.span.start },
        }
    }

    /// The verb at the head of a clause.
    pub(crate) fn verb(&self, clause: &Clause, lexicon: &Lexicon) -> Option<Verb> {
        self.words.get(clause.head?).and_then(|word| lexicon.verb(&word.entry))
    }

    /// The number of the clause whose words hold an index.
    pub(crate) fn clause_at(&self, i: usize) -> usize {
        self.clauses.partition_point(|clause| clause.words.end <= i)
    }
}
