//! Words, clitics, numbers, addresses and signs.
//!
//! The ground is Unicode's word borders (UAX #29, through the crate `unicode-segmentation`), found
//! in each run of text without white space. On it stand rules of our own:
//! - **joined**: parts of a hyphenated word, an abbreviation and its stop (see [`abbreviations`]),
//!   a sum and its currency or percent sign, times and dates in digits, addresses, handles,
//!   hashtags, runs of stops, of `!?` and of one sign, faces made of signs;
//! - **cut**, the only borders that UAX #29 does not have: clitics (`Kerry|'s`, `do|n't`, after
//!   the Penn Treebank; `cannot` stays whole), a stop with no space behind it where a sentence
//!   ends (`end|.|The`), a colon between letters, underscores around a word, and every white
//!   space, even one that a combining mark follows.
//!
//! An apostrophe behind a plural (`the Neocons' war`) is a clitic where no single quotation mark
//! is open, and closing punctuation otherwise.

mod abbreviations;
mod addresses;
mod runs;
mod signs;

use unicode_segmentation::UnicodeSegmentation;

pub(crate) use self::abbreviations::{Abbreviation, abbreviation};
use self::runs::{past, plain_end};
use self::signs::{emoticon, is_emoji, is_hyphen};
pub(crate) use self::signs::{is_apostrophe, is_stop};
use crate::{
    discussion::{Token, TokenKind},
    span::Span,
};

/// The tokens of a part of a text, in order; every byte there that is not white space lies in
/// exactly one of them. The part is taken for a whole: nothing outside it is looked at.
#[must_use]
pub fn tokenize(text: &str, part: Span) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(part.len() / 5);
    tokenize_into(text, part, &mut tokens);
    tokens
}

/// As [`tokenize`], appending to `tokens`.
pub(crate) fn tokenize_into(text: &str, part: Span, tokens: &mut Vec<Token>) {
    let body = part.of(text);
    let first = tokens.len();
    let mut tokenizer = Tokenizer {
        body,
        base: part.start as usize,
        tokens,
        first,
        pieces: Vec::new(),
        quote_open: false,
    };
    let mut at = 0;
    while at < body.len() {
        let start = past(body, at, true);
        let end = past(body, start, false);
        tokenizer.run(start, end);
        at = end;
    }
}

/// A piece of a run: bytes in the body, never empty.
#[derive(Clone, Copy)]
struct Piece {
    start: usize,
    end: usize,
}

struct Tokenizer<'a> {
    body: &'a str,
    base: usize,
    tokens: &'a mut Vec<Token>,
    /// The first token of this body; those before it belong to other paragraphs.
    first: usize,
    pieces: Vec<Piece>,
    quote_open: bool,
}

impl<'a> Tokenizer<'a> {
    fn text(&self, start: usize, end: usize) -> &'a str {
        self.body.get(start..end).unwrap_or("")
    }

    fn piece(&self, index: usize) -> &'a str {
        self.pieces.get(index).map_or("", |piece| self.text(piece.start, piece.end))
    }

    fn char(&self, index: usize) -> char {
        self.piece(index).chars().next().unwrap_or('\0')
    }

    fn is_word(&self, index: usize) -> bool {
        self.char(index).is_alphanumeric()
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        if start < end {
            let span = Span::new(self.base + start, self.base + end);
            self.tokens.push(Token { span, kind });
        }
    }

    /// The tokens of one run without white space.
    fn run(&mut self, start: usize, end: usize) {
        let run = self.text(start, end);
        let letters = run.bytes().take_while(u8::is_ascii_alphabetic).count();
        match run.as_bytes().get(letters..) {
            Some([]) => return self.push(start, end, TokenKind::Word),
            Some([b',' | b';' | b':' | b'!' | b'?' | b')' | b'"']) if letters > 0 => {
                self.push(start, end - 1, TokenKind::Word);
                return self.push(end - 1, end, TokenKind::Punctuation);
            }
            _ => {}
        }
        if is_lone_clitic(run) {
            return self.push(start, end, TokenKind::Clitic);
        }
        self.cut(start, run);
        let mut index = 0;
        let mut no_address_before = 0;
        while let Some(&piece) = self.pieces.get(index) {
            let before = self.text(start, piece.start).chars().next_back();
            if piece.start >= no_address_before && !before.is_some_and(char::is_alphanumeric) {
                let (found, tried) = addresses::find(self.text(piece.start, end));
                if found > 0 {
                    index = self.through(index, piece.start + found, TokenKind::Address);
                    continue;
                }
                no_address_before = piece.start + tried;
            }
            index = self.token(index, end).max(index + 1);
        }
    }

    /// Fills the pieces of a run: word borders, and the cuts of our own inside them.
    fn cut(&mut self, start: usize, run: &'a str) {
        self.pieces.clear();
        if let Some(stop) = plain_end(run) {
            self.pieces.push(Piece { start, end: start + stop });
            if stop < run.len() {
                self.pieces.push(Piece { start: start + stop, end: start + run.len() });
            }
            return;
        }
        for (offset, word) in run.split_word_bound_indices() {
            let begin = start + offset;
            let end = begin + word.len();
            if word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'\'') {
                self.pieces.push(Piece { start: begin, end });
            } else {
                cut_word(begin, word, &mut self.pieces);
            }
        }
    }

    /// One token of all pieces from `index` up to the byte `end`; returns the piece behind it.
    fn through(&mut self, index: usize, end: usize, kind: TokenKind) -> usize {
        let Some(first) = self.pieces.get(index).copied() else { return index + 1 };
        let mut last = index;
        while self.pieces.get(last + 1).is_some_and(|piece| piece.start < end) {
            last += 1;
        }
        let end = self.pieces.get(last).map_or(first.end, |piece| piece.end);
        self.push(first.start, end, kind);
        last + 1
    }

    /// The token that begins at a piece; returns the piece behind it.
    fn token(&mut self, index: usize, end: usize) -> usize {
        let Some(&piece) = self.pieces.get(index) else { return index + 1 };
        let first = self.char(index);
        if first.is_alphanumeric() && !is_emoji(self.piece(index)) {
            return self.word(index, index, None);
        }
        if is_emoji(self.piece(index)) {
            return self.through(index, piece.end, TokenKind::Emoji);
        }
        let found = emoticon(self.text(piece.start, end));
        if found > 0 {
            return self.through(index, piece.start + found, TokenKind::Emoji);
        }
        match first {
            '@' if self.is_word(index + 1) => self.word(index, index + 1, Some(TokenKind::Handle)),
            '#' if self.piece(index + 1).chars().any(char::is_alphabetic) => {
                self.word(index, index + 1, Some(TokenKind::Hashtag))
            }
            '$' | '€' | '£' | '¥' | '₹' | '₽' if self.char(index + 1).is_numeric() => {
                self.word(index, index + 1, Some(TokenKind::Number))
            }
            '.' | '…' => self.repeated(index, |c| c == '.' || c == '…'),
            '!' | '?' => self.repeated(index, |c| c == '!' || c == '?'),
            c if is_apostrophe(c) => self.apostrophe(index),
            c => self.repeated(index, move |next| next == c && !brackets(c)),
        }
    }

    /// A token of signs of one sort.
    fn repeated(&mut self, index: usize, same: impl Fn(char) -> bool) -> usize {
        let mut last = index;
        while self.pieces.get(last + 1).is_some() && self.piece(last + 1).chars().all(&same) {
            last += 1;
        }
        let end = self.pieces.get(last).map_or(0, |piece| piece.end);
        self.through(index, end, TokenKind::Punctuation)
    }

    /// An apostrophe on its own: a clitic, or a quotation mark.
    fn apostrophe(&mut self, index: usize) -> usize {
        let Some(&piece) = self.pieces.get(index) else { return index + 1 };
        let touches = self.tokens.len() > self.first
            && self.tokens.last().is_some_and(|t| t.span.end as usize == self.base + piece.start);
        if touches && is_clitic(self.piece(index + 1)) {
            let end = self.pieces.get(index + 1).map_or(piece.end, |next| next.end);
            return self.through(index, end, TokenKind::Clitic);
        }
        if !touches {
            self.quote_open = true;
            return self.through(index, piece.end, TokenKind::Punctuation);
        }
        let plural = self.text(0, piece.start).ends_with(['s', 'S', 'x', 'z']);
        let goes_on = self
            .body
            .get(piece.end..)
            .and_then(|rest| rest.strip_prefix(' '))
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        let kind = if plural && goes_on && !self.quote_open {
            TokenKind::Clitic
        } else {
            self.quote_open = false;
            TokenKind::Punctuation
        };
        self.through(index, piece.end, kind)
    }

    /// A word or number that begins at piece `from`, with what stands before it from `index` on
    /// (a sign that gives its kind), and with all that joins on.
    fn word(&mut self, index: usize, from: usize, kind: Option<TokenKind>) -> usize {
        let Some(first) = self.pieces.get(index).copied() else { return index + 1 };
        let mut next = from + 1;
        let mut last = from;
        loop {
            let sign = self.char(next);
            let before = self.piece(last).chars().next_back().unwrap_or('\0');
            let digits = before.is_numeric() && self.char(next + 1).is_numeric();
            let joins = match sign {
                '@' if kind == Some(TokenKind::Handle) => self.is_word(next + 1),
                c if is_hyphen(c) => {
                    self.piece(next).len() == c.len_utf8() && self.is_word(next + 1)
                }
                '&' => before.is_uppercase() && self.char(next + 1).is_uppercase(),
                ':' | '/' => digits,
                _ => false,
            };
            if joins {
                last = next + 1;
                next += 2;
            } else if (matches!(sign, '%' | '‰') && before.is_numeric())
                || (sign == '.' && kind.is_none() && self.keeps_stop(last, next))
            {
                last = next;
                next += 1;
            } else {
                break;
            }
        }
        let end = self.pieces.get(last).map_or(first.end, |piece| piece.end);
        let kind = kind.unwrap_or_else(|| {
            if self.char(index).is_numeric() { TokenKind::Number } else { TokenKind::Word }
        });
        self.push_with_clitics(first.start, end, kind);
        next
    }

    /// Whether the stop at piece `stop` belongs to the word at piece `word`.
    fn keeps_stop(&self, word: usize, stop: usize) -> bool {
        let Some(piece) = self.pieces.get(stop) else { return false };
        if matches!(self.char(stop + 1), '.' | '…') {
            return false;
        }
        let previous = if self.tokens.len() > self.first { self.tokens.last() } else { None };
        let previous = previous.map_or("", |token| {
            let start = (token.span.start as usize).saturating_sub(self.base);
            self.text(start, (token.span.end as usize).saturating_sub(self.base))
        });
        let following = self.body.get(piece.end..).unwrap_or("");
        abbreviation(self.piece(word), previous, following).is_some()
    }

    fn push_with_clitics(&mut self, start: usize, end: usize, kind: TokenKind) {
        let mut stem = end;
        let mut cuts = [end; 3];
        for cut in &mut cuts {
            let Some(before) = clitic_cut(self.text(start, stem)) else { break };
            stem = start + before;
            *cut = stem;
        }
        self.push(start, stem, kind);
        for (i, &cut) in cuts.iter().enumerate().rev() {
            let until = if i == 0 { end } else { cuts.get(i - 1).copied().unwrap_or(end) };
            self.push(cut, until, TokenKind::Clitic);
        }
    }
}

fn brackets(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '“' | '”' | '"' | '«' | '»' | ',')
}

/// What follows an apostrophe in a clitic.
fn is_clitic(letters: &str) -> bool {
    ["s", "re", "ve", "ll", "d", "m", "t"].iter().any(|c| letters.eq_ignore_ascii_case(c))
}

/// Whether a run is a clitic that somebody has set apart from its word (`do n't`).
fn is_lone_clitic(run: &str) -> bool {
    let Some(at) = run.find(is_apostrophe) else { return false };
    let before = run.get(..at).unwrap_or("");
    let letters = run.get(at..).unwrap_or("").trim_start_matches(is_apostrophe);
    match before {
        "" => is_clitic(letters) && !letters.eq_ignore_ascii_case("t"),
        "n" | "N" => letters.eq_ignore_ascii_case("t"),
        _ => false,
    }
}

/// Where the last clitic of a word begins.
fn clitic_cut(word: &str) -> Option<usize> {
    let at = word.rfind(is_apostrophe)?;
    let letters = word.get(at..)?.trim_start_matches(is_apostrophe);
    if !is_clitic(letters) {
        return None;
    }
    let stem = word.get(..at)?;
    let stem = match letters {
        "t" | "T" => stem.strip_suffix(['n', 'N'])?,
        _ => stem,
    };
    stem.ends_with(|c: char| c.is_alphanumeric() || c == '.').then_some(stem.len())
}

/// The pieces of one word of UAX #29: see the list of cuts above.
fn cut_word(start: usize, word: &str, pieces: &mut Vec<Piece>) {
    let mut begin = 0;
    let mut push = |from: usize, to: usize| {
        if from < to {
            pieces.push(Piece { start: start + from, end: start + to });
        }
    };
    if !word.contains(char::is_alphanumeric) {
        return push(0, word.len());
    }
    let inner = word.trim_start_matches('_');
    push(0, word.len() - inner.len());
    begin += word.len() - inner.len();
    let end = begin + inner.trim_end_matches('_').len();
    let mut before = '\0';
    let mut letters = 0;
    for (at, c) in word.char_indices() {
        if at < begin || at >= end {
            continue;
        }
        let after = word.get(at + c.len_utf8()..end).and_then(|rest| rest.chars().next());
        let sentence = c == '.'
            && letters >= 2
            && (before.is_lowercase() || before.is_numeric())
            && after.is_some_and(char::is_uppercase);
        if sentence || matches!(c, ':' | '：' | '﹕') {
            push(begin, at);
            push(at, at + c.len_utf8());
            begin = at + c.len_utf8();
        }
        letters = if c.is_alphanumeric() { letters + 1 } else { 0 };
        before = c;
    }
    push(begin, end);
    push(end, word.len());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        let span = Span::new(0, text.len());
        let found: Vec<&str> = tokenize(text, span).iter().map(|t| t.span.of(text)).collect();
        assert_eq!(found.join("|"), expected, "in {text:?}");
    }

    #[test]
    fn words() {
        check("A military-to-military talk.", "A|military-to-military|talk|.");
        check("go home………Where are we", "go|home|………|Where|are|we");
        check("seriously..,no", "seriously|..|,|no");
        check("pre- and post-war", "pre|-|and|post-war");
        check("AT&T and R&D, not this&that", "AT&T|and|R&D|,|not|this|&|that");
        check("It ended.The next began", "It|ended|.|The|next|began");
        check("node.js and read_me and _this_ one", "node.js|and|read_me|and|_|this|_|one");
        check("well--no -- but", "well|--|no|--|but");
        check("Note:this and a:b", "Note|:|this|and|a|:|b");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        check("The U.S. and the U.S.-led talks.", "The|U.S.|and|the|U.S.-led|talks|.");
        check("Dr. J. Smith, e.g. at 5 a.m.", "Dr.|J.|Smith|,|e.g.|at|5|a.m.");
        check("No. 5, but I say no. Then", "No.|5|,|but|I|say|no|.|Then");
        check("You and I. We", "You|and|I|.|We");
        check("etc... and etc.", "etc|...|and|etc.");
        check("the U.S.'s plan", "the|U.S.|'s|plan");
    }

    #[test]
    fn clitics_are_cut() {
        check("Kerry's don’t we're I'd've", "Kerry|'s|do|n’t|we|'re|I|'d|'ve");
        check("cannot can't WON'T O'Brien o'clock", "cannot|ca|n't|WO|N'T|O'Brien|o'clock");
        check("I do n't know , it 's", "I|do|n't|know|,|it|'s");
        check("the Neocons' war", "the|Neocons|'|war");
        check("'we hold the votes' he said", "'|we|hold|the|votes|'|he|said");
        check("(the “Times”’s editor)", "(|the|“|Times|”|’s|editor|)");
    }

    #[test]
    fn numbers() {
        check("1,150 or 3.5% of $40bn in the 1990s", "1,150|or|3.5%|of|$40bn|in|the|1990s");
        check("at 10:30 on 9/11, 20-year-old", "at|10:30|on|9/11|,|20-year-old");
    }

    #[test]
    fn addresses_handles_tags() {
        check("see (https://example.com/a_(b)?c=d).", "see|(|https://example.com/a_(b)?c=d|)|.");
        check("example.com/x, www.example.org.", "example.com/x|,|www.example.org|.");
        check("mail a.b+c@example.co.uk!", "mail|a.b+c@example.co.uk|!");
        check("@some_name's #Tag #1 @a@b.social.", "@some_name|'s|#Tag|#|1|@a@b.social|.");
    }

    #[test]
    fn pictures() {
        check("👨‍👩‍👧🇺🇸👍🏽 ok :-) :D", "👨‍👩‍👧|🇺🇸|👍🏽|ok|:-)|:D");
        check("1️⃣ ❤️", "1️⃣|❤️");
    }

    #[test]
    fn other_scripts() {
        check("我们走。", "我|们|走|。");
        check("नमस्ते दुनिया।", "नमस्ते|दुनिया|।");
        check("مرحبا، بالعالم", "مرحبا|،|بالعالم");
        check("צה\"ל", "צה\"ל");
    }

    /// Every byte that is not white space lies in one token, and borders are those of UAX #29
    /// except where this module says that it cuts.
    fn check_borders(text: &str) -> Result<(), TestCaseError> {
        let tokens = tokenize(text, Span::new(0, text.len()));
        let mut borders: Vec<usize> = text.split_word_bound_indices().map(|(i, _)| i).collect();
        borders.push(text.len());
        let mut at = 0;
        for token in &tokens {
            let (start, end) = (token.span.start as usize, token.span.end as usize);
            prop_assert!(start >= at && start < end);
            prop_assert!(text[at..start].trim().is_empty());
            prop_assert!(!text[start..end].contains(char::is_whitespace));
            let cut = borders.binary_search(&start).is_err();
            let allowed = token.kind == TokenKind::Clitic
                || text[..start].ends_with(|c: char| {
                    c.is_whitespace() || matches!(c, ':' | '：' | '﹕' | '.' | '_')
                })
                || text[start..].starts_with([':', '：', '﹕', '.', '_']);
            prop_assert!(!cut || allowed, "border at {} in {:?}", start, text);
            at = end;
        }
        prop_assert!(text[at..].trim().is_empty());
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn borders_are_those_of_unicode(text in "\\PC{0,60}") {
            check_borders(&text)?;
        }

        #[test]
        fn borders_in_pieced_text(parts in prop::collection::vec(prop::sample::select(vec![
            "U.S.", "'s", "n't", "’", "'", " ", "...", "…", "http://", "a.b", ".com", "/x(", ")", "@", "#",
            "é", "\u{301}", "\u{200d}", "👨", "🇺", "1", ",", "%", "$", "-", "_", ":", "Dr", "The", "end", "\u{a0}", "\n", "。", "走", "ก",
        ]), 0..30)) {
            check_borders(&parts.concat())?;
        }
    }
}
