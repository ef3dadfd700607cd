//! Words in the text: what a reader types is looked for in each paragraph.
//!
//! Words are separated by white space. Every word must occur; it matches where a word of the text
//! begins with it (`russia` finds `Russian`, not `Prussia`). Between double quotation marks, straight
//! or curly, stands a phrase: it must begin and end where words do (`"us"` finds `US`, not `use`).
//! A phrase that is not closed yet counts as a word with spaces in it. Letter case, the shape of
//! quotation marks and the width of white space make no difference. In scripts that put no spaces
//! between words, words may begin and end anywhere.

use std::ops::Range;

/// How letters become small ones. It is given from outside, since the browser knows how and the
/// table for it would be a thirtieth of the page's program. Everywhere else [`str::to_lowercase`].
#[derive(Clone, Copy)]
pub struct Lowercase(pub fn(&str) -> String);

impl Lowercase {
    /// The standard library's, for everything but the page.
    pub const STANDARD: Self = Self(str::to_lowercase);
}

impl Default for Lowercase {
    /// Of the letters of English alone.
    fn default() -> Self {
        Self(str::to_ascii_lowercase)
    }
}

impl PartialEq for Lowercase {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl std::fmt::Debug for Lowercase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lowercase")
    }
}

/// More words than this are not looked at, so that a link cannot ask for endless work.
pub const MAX_TERMS: usize = 32;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    terms: Vec<SearchTerm>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct SearchTerm {
    folded: String,
    whole: bool,
}

impl Words {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(typed: &str, lowercase: Lowercase) -> Self {
        let folded = fold(typed, lowercase);
        let mut terms: Vec<SearchTerm> = Vec::new();
        for (i, part) in folded.split('"').enumerate() {
            if i % 2 == 0 {
                let words = part.split(' ').filter(|word| !word.is_empty());
                terms
                    .extend(words.map(|word| SearchTerm { folded: word.to_owned(), whole: false }));
            } else if !part.trim().is_empty() {
                let closed = i < folded.matches('"').count();
                let phrase = if closed { part.trim() } else { part.trim_start() };
                terms.push(SearchTerm { folded: phrase.to_owned(), whole: closed });
            }
            if terms.len() >= MAX_TERMS {
                break;
            }
        }
        terms.truncate(MAX_TERMS);
        Self { terms }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a folded text holds all of them.
    fn all_in(&self, folded: &str) -> bool {
        self.terms.iter().all(|term| term.occurs_in(folded))
    }
}

impl SearchTerm {
    fn occurs_in(&self, text: &str) -> bool {
        let mut from = 0;
        while let Some(found) = text.get(from..).and_then(|rest| rest.find(&self.folded)) {
            let start = from + found;
            let end = start + self.folded.len();
            if is_edge(text, start) && (!self.whole || is_edge(text, end)) {
                return true;
            }
            from = start + self.folded.chars().next().map_or(1, char::len_utf8);
        }
        false
    }
}

/// Whether a place in a folded text is not inside a word.
fn is_edge(text: &str, place: usize) -> bool {
    let before = text.get(..place).and_then(|text| text.chars().next_back());
    let behind = text.get(place..).and_then(|text| text.chars().next());
    match (before, behind) {
        (Some(before), Some(behind)) => {
            !(in_word(before) && in_word(behind)) || unspaced(before) || unspaced(behind)
        }
        _ => true,
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Letters of scripts that are written without spaces, or whose words take endings that a reader
/// may type (Korean): from Thai to Burmese, Khmer to Balinese, Chinese and its neighbours.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{1b7f}' | '\u{2e80}'..='\u{a4cf}'
        | '\u{aa00}'..='\u{aadf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
        && c.is_alphanumeric()
}

/// The paragraphs of a text in the shape in which they are searched.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    text: String,
    paragraphs: Vec<Range<usize>>,
}

impl Folded {
    pub(crate) fn of<'a>(paragraphs: impl Iterator<Item = &'a str>, lowercase: Lowercase) -> Self {
        let mut folded = Self::default();
        for paragraph in paragraphs {
            let start = folded.text.len();
            fold_into(paragraph, lowercase, &mut folded.text);
            folded.paragraphs.push(start..folded.text.len());
        }
        folded
    }

    /// A paragraph in the shape in which it is searched.
    pub(crate) fn paragraph(&self, paragraph: usize) -> &str {
        let range = self.paragraphs.get(paragraph);
        range.and_then(|range| self.text.get(range.clone())).unwrap_or_default()
    }

    /// Whether the paragraph of a number holds all words.
    pub(crate) fn holds(&self, paragraph: usize, words: &Words) -> bool {
        words.is_empty() || words.all_in(self.paragraph(paragraph))
    }
}

/// A text in the shape in which it is searched.
pub(crate) fn fold(text: &str, lowercase: Lowercase) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, lowercase, &mut folded);
    folded
}

/// Small letters without their accents (`ß` as `ss`, `ς` as `σ`, `ſ` as `s`), one kind of quotation
/// mark, single spaces, no soft hyphens or zero-width spaces. The rest of Unicode's full case
/// folding is left out.
fn fold_into(text: &str, lowercase: Lowercase, folded: &mut String) {
    let small;
    let mut rest = if needs_lowercase(text) {
        small = (lowercase.0)(text);
        small.as_str()
    } else {
        text
    };
    let mut space = false;
    while let Some(c) = rest.chars().next() {
        // Most of most texts: a run of visible ASCII.
        let plain = rest.bytes().position(|byte| !(b'!'..=b'~').contains(&byte));
        let (run, behind) = rest.split_at(plain.unwrap_or(rest.len()));
        if run.is_empty() {
            fold_char(c, &mut space, folded);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        } else {
            if std::mem::take(&mut space) {
                folded.push(' ');
            }
            folded.extend(run.chars().map(|c| c.to_ascii_lowercase()));
            rest = behind;
        }
    }
    if space {
        folded.push(' ');
    }
}

/// Whether a text has letters beyond ASCII that may be capitals: anything but Latin-1's signs and
/// general punctuation.
fn needs_lowercase(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            0xe2 if bytes.next().is_some_and(|next| next < 0x84) => {}
            0xc3.. => return true,
            _ => {}
        }
    }
    false
}

/// Adds a small letter or another sign; `space` says whether white space waits before it.
fn fold_char(c: char, space: &mut bool, folded: &mut String) {
    match c {
        ' ' | '\t'..='\r' => *space = true,
        '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
        _ if !c.is_ascii() && c.is_whitespace() => *space = true,
        _ => {
            if std::mem::take(space) {
                folded.push(' ');
            }
            match c {
                '\u{2018}' | '\u{2019}' => folded.push('\''),
                '\u{201c}' | '\u{201d}' | '\u{201e}' => folded.push('"'),
                'ß' | 'ẞ' => folded.push_str("ss"),
                'ς' => folded.push('σ'),
                _ => folded.push(base(c).unwrap_or(c)),
            }
        }
    }
}

/// The letter without its accent, for Latin letters, Greek tones and the Russian ё.
fn base(c: char) -> Option<char> {
    let of = |table: &[u8], first: u32| {
        let letter = table.get((u32::from(c) - first) as usize).copied();
        letter.filter(|letter| *letter != b'.').map(char::from)
    };
    match c {
        '\u{c0}'..='\u{24f}' => of(LATIN, 0xc0),
        '\u{1e00}'..='\u{1eff}' => of(MORE_LATIN, 0x1e00),
        'ά' => Some('α'),
        'έ' => Some('ε'),
        'ή' => Some('η'),
        'ί' | 'ϊ' | 'ΐ' => Some('ι'),
        'ό' => Some('ο'),
        'ύ' | 'ϋ' | 'ΰ' => Some('υ'),
        'ώ' => Some('ω'),
        'ё' => Some('е'),
        _ => None,
    }
}

/// The bases of the letters from U+00C0 on: the first letter of their canonical decomposition in
/// Unicode's data, and for those with a stroke the letter without it. A dot stands where there is
/// none.
const LATIN: &[u8] =
    b"aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.yaaaaaaccccccccdd\
    ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo..rrrrrrssssss\
    ssttttttuuuuuuuuuuuuwwyyyzzzzzzs................................oo.............u\
    u............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy";
/// Those from U+1E00 on.
const MORE_LATIN: &[u8] =
    b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo\
    oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......\
    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
    uuyyyyyyyy";

/// A text as it is searched, with the place that each byte comes from.
#[derive(Debug)]
pub(crate) struct Traced {
    /// As [`fold`] gives it.
    pub(crate) folded: String,
    /// For each byte the bytes of the text that it stands for.
    from: Vec<Range<u32>>,
}

impl Traced {
    pub(crate) fn of(text: &str, lowercase: Lowercase) -> Self {
        let (mut folded, mut from) = (String::new(), Vec::<Range<u32>>::new());
        let mut space = false;
        for (start, c) in text.char_indices() {
            let end = (start + c.len_utf8()) as u32;
            let waited = space;
            if c.is_ascii() {
                fold_char(c.to_ascii_lowercase(), &mut space, &mut folded);
            } else {
                // One by one, since small letters may be longer than their capitals.
                let small = (lowercase.0)(c.encode_utf8(&mut [0; 4]));
                small.chars().for_each(|c| fold_char(c, &mut space, &mut folded));
            }
            if folded.len() > from.len() {
                from.resize(folded.len(), start as u32..end);
            } else if let Some(last) = from.last_mut().filter(|_| !space && !waited) {
                // An accent of its own belongs to the letter before.
                last.end = end;
            }
        }
        Self { folded, from }
    }

    /// The bytes of the text that a range of folded bytes stands for.
    pub(crate) fn origin(&self, folded: Range<usize>) -> Option<Range<u32>> {
        let first = self.from.get(folded.start)?;
        let last = self.from.get(folded.end.checked_sub(1)?)?;
        Some(first.start..last.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn finds_words_where_words_begin() {
        let check = |typed: &str, text: &str, expected: bool| {
            let found = Folded::of([text].into_iter(), Lowercase::STANDARD)
                .holds(0, &Words::parse(typed, Lowercase::STANDARD));
            assert_eq!(found, expected, "{typed:?} in {text:?}");
        };
        for (typed, text, expected) in [
            ("", "anything", true),
            ("  ", "", true),
            ("bridge", "The Bridge!", true),
            ("bridge", "Footbridges", false),
            ("bridge", "footbridge, bridges", true),
            ("BRIDGE river", "A river and its bridge", true),
            ("bridge sea", "A river and its bridge", false),
            ("\"its bridge\"", "A river and its\n  bridge.", true),
            ("\"its brid\"", "A river and its bridge.", false),
            ("\"its brid", "A river and its bridge.", true),
            ("\"its ", "its bridge", true),
            ("\"us\"", "use it", false),
            ("\u{201c}us\u{201d}", "the US, they say", true),
            ("\"\"", "x", true),
            ("don't", "They don\u{2019}t", true),
            ("strasse", "Die Straße", true),
            ("ΣΟΦΌΣ", "ο σοφός", true),
            ("éta", "Étage", true),
            ("e", "caf\u{65}\u{301} au lait", false),
            ("cafe", "Caf\u{65}\u{301} au lait", true),
            ("café", "CAFE", true),
            ("lodz", "Łódź", true),
            ("nguyen", "Nguyễn Văn", true),
            ("σοφος", "ο ΣΟΦΌΣ", true),
            ("еще", "Ещё", true),
            ("co-op", "the CO\u{ad}-OP", true),
            ("op", "the co-op", true),
            ("£5", "for £50", true),
            ("京", "東京都", true),
            ("\"京\"", "東京都", true),
            ("a a", "ba a a", true),
            ("\"a a\"", "ba a ab a a", true),
        ] {
            check(typed, text, expected);
        }
    }

    #[test]
    fn looks_at_a_bounded_number_of_words() {
        assert_eq!(Words::parse(&"x ".repeat(10_000), Lowercase::STANDARD).terms.len(), MAX_TERMS);
        assert_eq!(
            Words::parse(&"\"x y\" ".repeat(10_000), Lowercase::STANDARD).terms.len(),
            MAX_TERMS
        );
    }

    #[test]
    fn bases_are_those_of_the_decomposition() {
        use unicode_normalization::UnicodeNormalization as _;
        for c in ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}') {
            let first = c.nfd().next().filter(|first| *first != c && first.is_ascii());
            let first = first.map(|first| first.to_ascii_lowercase());
            let stroke = "øØđĐħĦłŁŧŦıſ".contains(c);
            assert!(base(c) == first || stroke && first.is_none(), "{c}: {:?}", base(c));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_holds_its_own_start(text in any::<String>()) {
            let start: String = text.chars().take(5).filter(|c| !"\"“”„".contains(*c)).collect();
            let word = start.split_whitespace().next().unwrap_or("");
            if text.starts_with(word) {
                prop_assert!(Folded::of([text.as_str()].into_iter(), Lowercase::STANDARD).holds(0, &Words::parse(word, Lowercase::STANDARD)));
            }
        }

        #[test]
        fn traced_is_folded(text in "(\\PC|[ İΣßẞ\u{301}\u{ad}\n]){0,30}") {
            let traced = Traced::of(&text, Lowercase::STANDARD);
            let whole = fold(&text, Lowercase::STANDARD);
            prop_assert_eq!(traced.folded.trim_end(), whole.trim_end());
            for (at, c) in traced.folded.char_indices() {
                let from = traced.origin(at..at + c.len_utf8()).unwrap();
                prop_assert!(text.get(from.start as usize..from.end as usize).is_some());
            }
        }

        #[test]
        fn any_words_in_any_text(typed in any::<String>(), text in any::<String>()) {
            let _ = Folded::of([text.as_str()].into_iter(), Lowercase::STANDARD).holds(0, &Words::parse(&typed, Lowercase::STANDARD));
        }
    }
}
