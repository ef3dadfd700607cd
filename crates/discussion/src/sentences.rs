//! Sentence ends.
//!
//! A walk over the tokens of a paragraph. A stop, an abbreviation or a picture may end a sentence;
//! quotation marks, brackets and pictures that touch it belong to it, and what follows decides.
//! Small letters at a start are accepted, for comments are written so, but not behind a closing
//! quotation mark (`“Stop!” he said.`), an ellipsis or an abbreviation.

mod starters;

use std::ops::Range;

use self::starters::{is_day_or_zone, is_speech_verb, is_starter};
use crate::{
    discussion::{Token, TokenKind},
    span::Span,
    tokens::{Abbreviation, abbreviation, is_apostrophe, is_stop},
};

/// The most tokens a sentence has; text without stops is cut at the best place before that.
pub const MAX_TOKENS: usize = 200;
/// The most marks and pictures that are taken along with a stop; a longer run is cut, so that the
/// walk stays linear.
const MAX_CLOSERS: usize = 16;

/// Sentences as ranges of tokens, in order; all tokens are covered. `tokens` are those of one
/// paragraph of `text`.
#[must_use]
pub fn split(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let walk = Walk { text, tokens };
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = walk.end_after(start, at);
        if let Some(end) = end {
            sentences.push(start..end);
            start = end;
            at = end;
        } else if at + 1 - start >= MAX_TOKENS {
            let end = walk.best_cut(start, at + 1);
            sentences.push(start..end);
            start = end;
            at += 1;
        } else {
            at += 1;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

struct Walk<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Walk<'a> {
    fn text(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    /// Whether a token touches the one before it.
    fn touches(&self, index: usize) -> bool {
        let end = index.checked_sub(1).and_then(|i| self.tokens.get(i)).map(|t| t.span.end);
        self.tokens.get(index).is_some_and(|token| Some(token.span.start) == end)
    }

    fn is_mark(&self, index: usize, test: impl Fn(char) -> bool) -> bool {
        self.kind(index) == Some(TokenKind::Punctuation) && self.text(index).chars().all(test)
    }

    /// If a sentence that begins at token `start` may end with token `at`: the token behind it.
    fn end_after(&self, start: usize, at: usize) -> Option<usize> {
        match self.kind(at)? {
            TokenKind::Punctuation if self.is_mark(at, is_stop) => self.after_stop(start, at),
            TokenKind::Word if self.text(at).ends_with('.') => self.after_abbreviation(start, at),
            TokenKind::Emoji => self.after_picture(start, at),
            _ => None,
        }
    }

    fn after_stop(&self, start: usize, at: usize) -> Option<usize> {
        let mut last = at;
        while self.touches(last + 1) && self.is_mark(last + 1, is_stop) && last - at < MAX_CLOSERS {
            last += 1;
        }
        let (end, closed) = self.closers(last);
        if self.is_bullet(start, at) || !self.has_words(start, at) {
            return None;
        }
        let Some(next) = self.next_words(end) else { return Some(end.max(last + 1)) };
        if self.text(end) == "." {
            return None;
        }
        let stop = self.text(last);
        let spaced = last == at && stop == "." && at > start && self.text(at - 1) == ".";
        let firm = stop == "." && !spaced || stop.contains(['!', '?']);
        if stop.chars().any(|c| !c.is_ascii() && c != '…') {
            return Some(end);
        }
        let first = self.text(next).chars().next().unwrap_or('\0');
        if self.touches(end) {
            let opens = next > end || first.is_uppercase();
            let marks = self.is_mark(end, |c| matches!(c, ',' | ';' | ':' | '-' | '–' | '/'));
            return (opens && !marks).then_some(end);
        }
        if self.is_mark(end, |c| matches!(c, ',' | ';' | ':')) {
            return None;
        }
        if first.is_lowercase() {
            return (firm && !closed).then_some(end);
        }
        if closed && stop != "." && self.is_attribution(next) {
            return None;
        }
        if !firm && matches!(self.text(next), "I") {
            return None;
        }
        Some(end)
    }

    fn after_abbreviation(&self, start: usize, at: usize) -> Option<usize> {
        let (end, _) = self.closers(at);
        let next = self.next_words(end)?;
        if self.touches(end) && next == end {
            return None;
        }
        let following = self.text(next);
        let first = following.chars().next().unwrap_or('\0');
        let quoted =
            next > end && !self.is_mark(end, |c| matches!(c, ',' | ';' | ':' | '(' | '–' | '—'));
        if !first.is_uppercase() || self.is_bullet(start, at) {
            return None;
        }
        if self.is_mark(end, |c| matches!(c, ',' | ';' | ':')) {
            return None;
        }
        let word = self.text(at);
        let word = word.rsplit(['-', '\u{2010}', '\u{2011}']).next().unwrap_or(word);
        let word = word.strip_suffix('.').unwrap_or(word);
        let previous = at.checked_sub(1).filter(|&i| i >= start).map_or("", |i| self.text(i));
        let behind = self.tokens.get(at).map_or(0, |t| t.span.end as usize);
        let ahead = self.text.get(behind..).unwrap_or("");
        let ends = match abbreviation(word, previous, ahead) {
            Some(Abbreviation::Goes) => false,
            Some(Abbreviation::Initial) => following != "A" && is_starter(following),
            Some(Abbreviation::Open) => quoted || is_starter(following),
            Some(Abbreviation::Ends) | None => !is_day_or_zone(following),
        };
        ends.then_some(end)
    }

    fn after_picture(&self, start: usize, at: usize) -> Option<usize> {
        if self.kind(at + 1) == Some(TokenKind::Emoji)
            || !self.has_words(start, at)
            || self.touches(at + 1)
        {
            return None;
        }
        let (end, _) = self.closers(at);
        let next = self.next_words(end)?;
        let following = self.text(next);
        (is_starter(following) || following == "I").then_some(end)
    }

    /// The token behind the closing marks, pictures and footnote numbers that follow a stop, and
    /// whether a quotation was closed.
    fn closers(&self, stop: usize) -> (usize, bool) {
        let mut at = stop + 1;
        let mut closed = false;
        while at <= stop + MAX_CLOSERS {
            let closing = self.touches(at)
                && self.is_mark(at, |c| {
                    is_apostrophe(c) && c != '‘'
                        || matches!(
                            c,
                            '”' | '"'
                                | '»'
                                | '›'
                                | ')'
                                | ']'
                                | '}'
                                | '」'
                                | '』'
                                | '）'
                                | '】'
                                | '*'
                        )
                });
            if closing {
                closed |=
                    self.is_mark(at, |c| is_apostrophe(c) || matches!(c, '”' | '"' | '»' | '›'));
                at += 1;
            } else if self.touches(at)
                && self.text(at) == "["
                && self.kind(at + 1) == Some(TokenKind::Number)
                && self.text(at + 2) == "]"
            {
                at += 3;
            } else if self.kind(at) == Some(TokenKind::Emoji)
                || (self.touches(at) && self.is_mark(at, is_stop))
            {
                at += 1;
            } else {
                return (at, closed);
            }
        }
        (at, closed)
    }

    /// The first token from `at` on that is no opening mark.
    fn next_words(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while self.kind(next)? == TokenKind::Punctuation && next < at + 8 {
            next += 1;
        }
        Some(next)
    }

    /// Whether there is more than punctuation and pictures before `at`.
    fn has_words(&self, start: usize, at: usize) -> bool {
        self.tokens.get(start..at).is_some_and(|tokens| {
            tokens.iter().any(|t| !matches!(t.kind, TokenKind::Punctuation | TokenKind::Emoji))
        })
    }

    /// Whether the sentence so far is only the number or letter of a list.
    fn is_bullet(&self, start: usize, at: usize) -> bool {
        match at - start {
            0 => self.text(at).len() == 2,
            1 => {
                let text = self.text(start);
                self.kind(start) == Some(TokenKind::Number) && text.len() <= 3 || text.len() == 1
            }
            _ => false,
        }
    }

    /// Whether a speaker and a verb of speech follow: `Kerry asked`, `John Kerry asked`.
    fn is_attribution(&self, at: usize) -> bool {
        (at + 1..at + 4)
            .take_while(|&i| self.kind(i) == Some(TokenKind::Word))
            .any(|i| is_speech_verb(self.text(i)))
    }

    /// The best place to cut a sentence that is too long, in the second half of `start..end`.
    fn best_cut(&self, start: usize, end: usize) -> usize {
        let half = start + (end - start) / 2;
        let strength = |i: usize| {
            let before = i.checked_sub(1).map_or("", |i| self.text(i));
            let gap = i.checked_sub(1).and_then(|b| {
                let (from, to) = (self.tokens.get(b)?.span.end, self.tokens.get(i)?.span.start);
                Some(Span { start: from, end: to }.of(self.text))
            });
            match before {
                _ if gap.is_some_and(|gap| gap.contains(['\n', '\r'])) => 4,
                ";" | "…" | "..." | "—" | "–" | "--" | "；" => 3,
                "," | ":" | "，" | "、" | ")" => 2,
                _ if gap.is_some_and(|gap| !gap.is_empty()) => 1,
                _ => 0,
            }
        };
        (half + 1..=end).max_by_key(|&i| strength(i)).unwrap_or(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    /// Sentences are marked by `|` between them.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let tokens = tokenize(&text, Span::new(0, text.len()));
        let found: Vec<&str> = split(&text, &tokens)
            .into_iter()
            .map(|range| {
                let (start, end) = (tokens[range.start].span.start, tokens[range.end - 1].span.end);
                Span { start, end }.of(&text)
            })
            .collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_and_abbreviations() {
        check("The U.S. Army came. |It left the U.S. |The talks ended.");
        check("Dr. Oreskes met Gen. J. R. Smith at 5 p.m. Monday. |Then No. 5 fell.");
        check("It cost 3.5 million, i.e. $1.50 a head. |He paid.");
        check("Firms such as Acme Inc. and Foo Corp. |They grew, etc. |Nobody knew.");
        check("Prices rose to 5. |In 1995. |The end");
        check("He chose plan B. |We did not.");
    }

    #[test]
    fn running_on() {
        check("I mean it seriously.., no kidding");
        check("They should go home………|Where were they?");
        check("i agree. |they are wrong. |really? |yes!! |no");
        check("Well... maybe… not. |So?! |Who knows");
        check("It ended.|The next began.");
        check("great 😀 👍 |The next. |Wow! 😀 |Next");
    }

    #[test]
    fn quotations() {
        check("“We will stay,” he said. |“Then go.” |The crowd left.");
        check("“Stop!” he cried. |“Why now?” Kerry asked. |\"Done.\" |She sat.");
        check("(He left. |She stayed.) |Then all slept.");
        check("It was so.[12] |The rest followed.");
    }

    #[test]
    fn other_scripts_and_lists() {
        check("我走。|你来！|好");
        check("1. First thing. |Then more.");
    }

    #[test]
    fn length_is_bounded() {
        let text = "word ".repeat(1000);
        let tokens = tokenize(&text, Span::new(0, text.len()));
        assert!(split(&text, &tokens).iter().all(|range| range.len() <= MAX_TOKENS));
    }
}
