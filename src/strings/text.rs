//! Words by their number. The messages themselves stand in `strings/*.ftl`, a file a language; the
//! build makes a table of each (`xtask/bundle/src/strings.rs`), and the page loads the one that it
//! shows. Here they are only numbered, in the order of `strings/en.ftl`, while this is compiled: a
//! message that is not there, or a variable that it lacks, does not compile.

use std::{cell::Cell, fmt, ops::Deref};

use yew::{
    AttrValue,
    html::IntoPropValue,
    virtual_dom::{VNode, VText},
};

const ENGLISH: &[u8] = include_bytes!("../../strings/en.ftl");
const COUNT: usize = starts::<0>().1;
const STARTS: [usize; COUNT] = starts().0;

/// Where a plural begins, less the number of its variable.
const PLURAL: u8 = 0x10;
/// Between the words for one and those for any other number.
const OTHER: u8 = 0x1e;
/// Where a plural ends.
const END: u8 = 0x1f;

thread_local! {
    static TABLE: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
}

/// A message without variables, or with some that are to be filled in.
#[derive(Clone, Copy, Debug)]
pub struct Text(u16);

/// Shows a language from now on, by its table: a message a line.
///
/// It is kept for good, so that words can be handed out like those of the program.
pub fn install(table: String) {
    let lines: Vec<&'static str> = table.leak().lines().collect();
    TABLE.set(lines.leak());
}

impl Text {
    /// No words at all.
    pub const NONE: Self = Self(u16::MAX);

    /// The message of a name and with variables, which are given in alphabetical order.
    pub(super) const fn named(name: &str, variables: &[&str]) -> Self {
        let mut number = 0;
        while number < COUNT {
            let start = STARTS[number];
            let end = start + name.len();
            if holds(start, name) && ENGLISH[end] == b' ' && ENGLISH[end + 1] == b'=' {
                let end = if number + 1 < COUNT { STARTS[number + 1] } else { ENGLISH.len() };
                check(start, end, variables);
                return Self(number as u16);
            }
            number += 1;
        }
        panic!("strings/en.ftl has no such message")
    }

    /// The message of a number.
    pub(super) const fn numbered(number: u16) -> Self {
        Self(number)
    }

    /// Its number.
    pub(super) const fn number(self) -> u16 {
        self.0
    }

    /// Its words; none before a language is there.
    #[must_use]
    pub fn words(self) -> &'static str {
        #[cfg(test)]
        if TABLE.get().is_empty() {
            install(tests::english());
        }
        TABLE.get().get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// Its words, for those who keep them.
    #[must_use]
    pub fn to_owned(self) -> String {
        self.words().to_owned()
    }

    /// Its words with values in place of the variables.
    pub(super) fn fill(self, values: &[&str]) -> String {
        fill(self.words(), values)
    }
}

/// Fills values in. A value of `1` chooses the words for one.
fn fill(words: &str, values: &[&str]) -> String {
    let value = |number: u8| values.get(usize::from(number)).copied().unwrap_or_default();
    let mut said = String::new();
    let (mut heard, mut start) = (true, 0);
    for (at, byte) in words.bytes().enumerate() {
        if byte >= b' ' {
            continue;
        }
        if heard {
            said.push_str(words.get(start..at).unwrap_or_default());
        }
        start = at + 1;
        match byte {
            END => heard = true,
            OTHER => heard = !heard,
            PLURAL.. => heard = value(byte - PLURAL) == "1",
            _ if heard => said.push_str(value(byte.wrapping_sub(1))),
            _ => {}
        }
    }
    said.push_str(words.get(start..).unwrap_or_default());
    said
}

/// Where the messages begin, the first `N`, and how many there are.
const fn starts<const N: usize>() -> ([usize; N], usize) {
    let mut starts = [0; N];
    let (mut count, mut at) = (0, 0);
    while at < ENGLISH.len() {
        if ENGLISH[at].is_ascii_lowercase() && (at == 0 || ENGLISH[at - 1] == b'\n') {
            if count < N {
                starts[count] = at;
            }
            count += 1;
        }
        at += 1;
    }
    (starts, count)
}

/// Whether a name stands there.
const fn holds(start: usize, name: &str) -> bool {
    let name = name.as_bytes();
    let mut at = 0;
    while at < name.len() {
        if start + at >= ENGLISH.len() || ENGLISH[start + at] != name[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Sees that a message has these variables and no others.
const fn check(start: usize, end: usize, variables: &[&str]) {
    let mut found = [false; 8];
    let mut at = start;
    while at < end && !(ENGLISH[at] == b'#' && ENGLISH[at - 1] == b'\n') {
        if ENGLISH[at] == b'$' {
            let mut number = 0;
            assert!(!variables.is_empty(), "the message has a variable that is not given");
            while !(holds(at + 1, variables[number]) && {
                let behind = ENGLISH[at + 1 + variables[number].len()];
                behind == b' ' || behind == b'}'
            }) {
                number += 1;
                assert!(number < variables.len(), "the message has a variable that is not given");
            }
            found[number] = true;
        }
        at += 1;
    }
    let mut number = 0;
    while number < variables.len() {
        assert!(found[number], "the message lacks a variable");
        let before = if number == 0 { "" } else { variables[number - 1] };
        assert!(is_before(before, variables[number]), "variables in alphabetical order");
        number += 1;
    }
}

const fn is_before(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at < other.len() && (at == one.len() || one[at] < other[at])
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.words()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.words())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.to_owned()
    }
}

impl From<Text> for AttrValue {
    fn from(text: Text) -> Self {
        Self::Static(text.words())
    }
}

impl PartialEq<Text> for str {
    fn eq(&self, text: &Text) -> bool {
        self == text.words()
    }
}

impl PartialEq<Text> for &str {
    fn eq(&self, text: &Text) -> bool {
        *self == text.words()
    }
}

impl PartialEq<Text> for String {
    fn eq(&self, text: &Text) -> bool {
        self == text.words()
    }
}

impl IntoPropValue<AttrValue> for Text {
    fn into_prop_value(self) -> AttrValue {
        self.into()
    }
}

impl IntoPropValue<Option<AttrValue>> for Text {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl IntoPropValue<VNode> for Text {
    fn into_prop_value(self) -> VNode {
        VText::new(self).into()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{COUNT, fill};

    fn languages() -> Vec<bundle::strings::Language> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("strings");
        bundle::strings::languages(&folder).expect("languages that fit")
    }

    /// What tests see.
    pub(super) fn english() -> String {
        languages().swap_remove(0).table
    }

    #[test]
    fn each_language_has_a_line_for_each_number() {
        for language in languages() {
            assert_eq!(language.table.lines().count(), COUNT, "{}", language.code);
        }
    }

    /// The names that code calls messages by, as they stand in the sources.
    #[test]
    fn every_message_is_called() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = std::fs::read_dir(root.join("src/strings")).expect("a folder");
        let mut files: Vec<_> = folder.map(|entry| entry.expect("an entry").path()).collect();
        files.push(root.join("src/strings.rs"));
        let code: String =
            files.iter().map(|file| std::fs::read_to_string(file).expect("a file")).collect();
        let english = std::str::from_utf8(super::ENGLISH).expect("text");
        let names = super::STARTS.iter().map(|start| english[*start..].split(' ').next());
        for name in names.flatten().filter(|name| *name != "language-name") {
            assert!(code.contains(&format!("\"{name}\"")), "nothing says {name}");
        }
    }

    #[test]
    fn no_variable_and_no_plural_is_left_in_what_is_said() {
        for language in languages() {
            for line in language.table.lines() {
                for values in [["1"; 8], ["2"; 8]] {
                    let said = fill(line, &values);
                    assert!(said.bytes().all(|byte| byte >= b' '), "{}: {said:?}", language.code);
                }
            }
        }
    }

    #[test]
    fn values_stand_where_their_variables_are() {
        for (words, values, expected) in [
            ("", &[][..], ""),
            ("Open", &[], "Open"),
            ("\u{1}", &["x"], "x"),
            ("\u{2} of \u{1}\u{2}", &["9", "3"], "3 of 93"),
            ("„\u{1}“ – \u{2}", &["ä", "ß"], "„ä“ – ß"),
            ("\u{1} \u{10}post\u{1e}posts\u{1f}.", &["1"], "1 post."),
            ("\u{1} \u{10}post\u{1e}posts\u{1f}.", &["21"], "21 posts."),
            ("\u{11}a \u{1}\u{1e}\u{2} b\u{1f}\u{1}", &["x", "1"], "a xx"),
            ("\u{11}a \u{1}\u{1e}\u{2} b\u{1f}\u{1}", &["x", "0"], "0 bx"),
            ("\u{10}a\u{1e}b\u{1f}\u{11}c\u{1e}d\u{1f}", &["1", "2"], "ad"),
            // What a value holds is no message; a value that is not there is nothing.
            ("\u{1}!", &["\u{2}\u{10}"], "\u{2}\u{10}!"),
            ("a\u{3}b", &["x"], "ab"),
        ] {
            assert_eq!(fill(words, values), expected, "{words:?}");
        }
    }
}
