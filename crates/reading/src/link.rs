//! Links: a view as the fragment of an address, and back.
//!
//! `#/d/kerry-russia?e=vladimir-putin,-nato&stance=critical&by=comments`
//!
//! | part | holds |
//! |---|---|
//! | `/d/SLUG` | a bundled discussion; `/opened` one that the reader opened |
//! | `e=` | entities: `slug` any, `-slug` not |
//! | `all=` | entities that all must be there |
//! | `type=` `stance=` `in=` | types, stances, sections |
//! | `by=` | holders: `article`, `comments`, `sources`, `source:SLUG`; with `-` before it, excluded |
//! | `q=` | words, percent-encoded |
//! | `rest=hide` | hide what does not match |
//! | `sel=` `tab=` `p=` `border=` `marks=off` | selection, tab, paragraph, border (`none` or a number) |
//! | `v=` | version of the link, absent for 1 |
//!
//! Parts stand in this order, values in alphabetical or their own order, and what is as it is
//! anyway is left out: equal views give equal links. Reading is more patient: any order, parts and
//! values twice (lists are merged, else the last one counts), values percent-encoded in whole or
//! in part, broken percent signs, values that say what is so anyway. What is read is bounded by
//! [`MAX_BYTES`] and the limits below it.

use std::{borrow::Cow, collections::BTreeSet, fmt::Write as _};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use thiserror::Error;

use crate::{
    filter::HolderKind,
    term::Term,
    view::{ReaderBorder, Source, Tab, Unmatched, View},
};

/// The longest link that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// The most values of one list (entities of one kind of choice, holders) in a link.
pub const MAX_VALUES: usize = 100;

/// The longest slug in a link, in bytes.
pub const MAX_SLUG_BYTES: usize = 96;

/// The longest words in a link, in bytes before they are encoded.
pub const MAX_WORDS_BYTES: usize = 1000;

/// More notes than this are summed up in one.
const MAX_NOTES: usize = 6;

/// The version that this module writes.
const VERSION: u32 = 1;

/// Full stops at its end would be cut off a link by what turns addresses in messages into links.
const WORDS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');

/// What could not be restored from a link, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LinkNote {
    /// A part is not understood.
    #[error("The link's part \u{201c}{0}\u{201d} was not understood and left out.")]
    Unknown(String),
    /// There are more parts that are not understood.
    #[error("{0} more parts of the link were not understood and left out.")]
    More(usize),
    /// Longer than [`MAX_BYTES`].
    #[error("The link is too long to be read; the page shows its first text.")]
    TooLong,
    /// Made by a newer version.
    #[error("The link was made by a newer version; what this one knows of it is shown.")]
    Newer,
}

/// Whether a string can name an entity or a discussion in a link: lower-case ASCII letters, digits
/// and hyphens, none of these at the start, at most [`MAX_SLUG_BYTES`].
#[must_use]
pub fn is_slug(slug: &str) -> bool {
    slug.len() <= MAX_SLUG_BYTES
        && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !slug.is_empty()
        && !slug.starts_with('-')
}

/// A view as a fragment, with its `#`. Equal views give equal links.
///
/// Slugs that are none (see [`is_slug`]), values beyond [`MAX_VALUES`] in a list and words beyond
/// [`MAX_WORDS_BYTES`] are left out, so that every link can be read again.
#[must_use]
pub fn encode(view: &View) -> String {
    let mut link = Writer { link: String::from("#/"), parts: 0 };
    match &view.source {
        Source::Bundled(slug) if is_slug(slug) => {
            let _ = write!(link.link, "d/{slug}");
        }
        Source::Opened => link.link.push_str("opened"),
        Source::First | Source::Bundled(_) => {}
    }
    let filter = &view.filter;
    link.list("e", entities(&filter.any, "").chain(entities(&filter.not, "-")));
    link.list("all", entities(&filter.all, ""));
    link.list("type", filter.types.iter().map(|value| value.term()));
    link.list("stance", filter.stances.iter().map(|value| value.term()));
    link.list("in", filter.sections.iter().map(|value| value.term()));
    link.list("by", holders(&filter.by, "").chain(holders(&filter.not_by, "-")));
    let words = start_of(&filter.words, MAX_WORDS_BYTES);
    if !words.is_empty() {
        link.part("q", utf8_percent_encode(words, WORDS));
    }
    if view.unmatched == Unmatched::Hide {
        link.part("rest", "hide");
    }
    if let Some(slug) = view.selected.as_deref().filter(|slug| is_slug(slug)) {
        link.part("sel", slug);
    }
    if view.tab != Tab::default() {
        link.part("tab", view.tab.term());
    }
    if let Some(place) = view.place.filter(|place| *place > 0) {
        link.part("p", place);
    }
    match view.border {
        Some(ReaderBorder::Before(paragraph)) if paragraph > 0 => link.part("border", paragraph),
        Some(ReaderBorder::NoComments) => link.part("border", "none"),
        Some(ReaderBorder::Before(_)) | None => {}
    }
    if view.marks_off {
        link.part("marks", "off");
    }
    link.link
}

/// A link as it grows.
struct Writer {
    link: String,
    parts: usize,
}

impl Writer {
    fn part(&mut self, key: &str, value: impl std::fmt::Display) {
        let sign = if self.parts == 0 { '?' } else { '&' };
        self.parts += 1;
        let _ = write!(self.link, "{sign}{key}={value}");
    }

    fn list(&mut self, key: &str, values: impl Iterator<Item = impl AsRef<str>>) {
        let mut text = String::new();
        for value in values {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(value.as_ref());
        }
        if !text.is_empty() {
            self.part(key, text);
        }
    }
}

fn entities(slugs: &BTreeSet<String>, sign: &str) -> impl Iterator<Item = String> {
    slugs.iter().filter(|slug| is_slug(slug)).take(MAX_VALUES).map(move |s| format!("{sign}{s}"))
}

fn holders(kinds: &BTreeSet<HolderKind>, sign: &str) -> impl Iterator<Item = String> {
    let terms = kinds.iter().filter_map(|kind| match kind {
        HolderKind::Article => Some(Cow::Borrowed("article")),
        HolderKind::Comments => Some(Cow::Borrowed("comments")),
        HolderKind::Sources => Some(Cow::Borrowed("sources")),
        HolderKind::Source(slug) => is_slug(slug).then(|| Cow::Owned(format!("source:{slug}"))),
    });
    terms.take(MAX_VALUES).map(move |term| format!("{sign}{term}"))
}

/// Reads a fragment, with or without its `#`. Never fails: what is not understood is noted.
#[must_use]
pub fn decode(fragment: &str) -> (View, Vec<LinkNote>) {
    if fragment.len() > MAX_BYTES {
        return (View::default(), vec![LinkNote::TooLong]);
    }
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
    let mut reader = Reader::default();
    reader.path(path);
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let value = percent_decode_str(value).decode_utf8_lossy();
        reader.part(key, &value);
    }
    reader.finish()
}

/// What has been read of a link.
#[derive(Default)]
struct Reader {
    view: View,
    newer: bool,
    unknown: Vec<String>,
    unknown_count: usize,
}

impl Reader {
    fn path(&mut self, path: &str) {
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let path = decoded.trim_matches('/');
        match (path, path.strip_prefix("d/")) {
            ("", _) => {}
            ("opened", _) => self.view.source = Source::Opened,
            (_, Some(slug)) if is_slug(slug) => self.view.source = Source::Bundled(slug.to_owned()),
            _ => self.note(&decoded),
        }
    }

    fn part(&mut self, key: &str, value: &str) {
        let understood = match key {
            "e" | "all" | "type" | "stance" | "in" | "by" => {
                self.list(key, value);
                true
            }
            "q" => {
                self.view.filter.words = start_of(value, MAX_WORDS_BYTES).to_owned();
                value.len() <= MAX_WORDS_BYTES
            }
            "rest" => set(&mut self.view.unmatched, Unmatched::from_term(value)),
            "sel" => set(&mut self.view.selected, is_slug(value).then(|| Some(value.to_owned()))),
            "tab" => set(&mut self.view.tab, Tab::from_term(value)),
            "p" => set(&mut self.view.place, number(value).map(Some)),
            "border" => {
                let border = match value {
                    "none" => Some(ReaderBorder::NoComments),
                    _ => number(value).map(ReaderBorder::Before),
                };
                set(&mut self.view.border, border.map(Some))
            }
            "marks" => {
                let off = [("off", true), ("on", false)];
                let found = off.iter().find(|(word, _)| *word == value);
                set(&mut self.view.marks_off, found.map(|(_, off)| *off))
            }
            "v" => match number(value) {
                Some(version) => {
                    self.newer |= version > VERSION;
                    true
                }
                None => false,
            },
            _ => false,
        };
        if !understood {
            self.note(&if value.is_empty() { key.to_owned() } else { format!("{key}={value}") });
        }
    }

    fn list(&mut self, key: &str, values: &str) {
        for value in values.split(',').map(str::trim).filter(|value| !value.is_empty()) {
            let filter = &mut self.view.filter;
            let understood = match key {
                "e" => match value.strip_prefix('-') {
                    Some(slug) => add_slug(&mut filter.not, slug),
                    None => add_slug(&mut filter.any, value),
                },
                "all" => add_slug(&mut filter.all, value),
                "type" => add(&mut filter.types, Term::from_term(value)),
                "stance" => add(&mut filter.stances, Term::from_term(value)),
                "in" => add(&mut filter.sections, Term::from_term(value)),
                _ => match value.strip_prefix('-') {
                    Some(kind) => add(&mut filter.not_by, holder(kind)),
                    None => add(&mut filter.by, holder(value)),
                },
            };
            if !understood {
                self.note(&format!("{key}={value}"));
            }
        }
    }

    fn note(&mut self, part: &str) {
        self.unknown_count += 1;
        if self.unknown.len() < MAX_NOTES {
            self.unknown.push(shown(part));
        }
    }

    fn finish(self) -> (View, Vec<LinkNote>) {
        let more = self.unknown_count - self.unknown.len();
        let newer = self.newer.then_some(LinkNote::Newer);
        let more = (more > 0).then_some(LinkNote::More(more));
        let unknown = self.unknown.into_iter().map(LinkNote::Unknown);
        (self.view, newer.into_iter().chain(unknown).chain(more).collect())
    }
}

/// Sets what was understood; says whether it was.
fn set<T>(place: &mut T, value: Option<T>) -> bool {
    value.map(|value| *place = value).is_some()
}

/// Adds what was understood, as far as the list may grow; says whether that was done.
fn add<T: Ord>(set: &mut BTreeSet<T>, value: Option<T>) -> bool {
    value.is_some_and(|value| {
        let room = set.len() < MAX_VALUES || set.contains(&value);
        if room {
            set.insert(value);
        }
        room
    })
}

fn add_slug(slugs: &mut BTreeSet<String>, slug: &str) -> bool {
    add(slugs, is_slug(slug).then(|| slug.to_owned()))
}

fn holder(word: &str) -> Option<HolderKind> {
    match (word, word.strip_prefix("source:")) {
        ("article", _) => Some(HolderKind::Article),
        ("comments", _) => Some(HolderKind::Comments),
        ("sources", _) => Some(HolderKind::Sources),
        (_, Some(slug)) => is_slug(slug).then(|| HolderKind::Source(slug.to_owned())),
        _ => None,
    }
}

/// A number from 1, digits only.
fn number(value: &str) -> Option<u32> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    value.parse().ok().filter(|number| digits && *number > 0)
}

/// The longest start of a text that is not longer than a number of bytes.
fn start_of(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or(text)
}

/// A part of a link as it can be shown: short, on one line, in its own direction.
fn shown(part: &str) -> String {
    const LENGTH: usize = 40;
    let visible = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut chars = part.chars().filter(visible);
    let mut short: String = chars.by_ref().take(LENGTH).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{filter::Filter, view::tests::views};
    use proptest::prelude::*;

    #[test]
    fn writes_what_a_person_can_read() {
        let check = |link: &str| {
            let (view, notes) = decode(link);
            assert_eq!((encode(&view).as_str(), notes), (link, vec![]));
        };
        check("#/");
        check("#/opened");
        check("#/d/kerry-russia?e=vladimir-putin,-nato&stance=critical&by=comments");
        check("#/?e=a,b,-c&all=d,e&type=person,place&stance=critical,mixed&in=comments");
        check("#/?by=comments,source:a,-article,-source:b&q=caf%C3%A9%20%22a%20b%22");
        check("#/?rest=hide&sel=a&tab=overview&p=7&border=5&marks=off");
        check("#/?border=none");
    }

    #[test]
    fn reads_patiently() {
        let check = |link: &str, as_if: &str| {
            let (view, notes) = decode(link);
            assert_eq!((encode(&view).as_str(), notes), (as_if, vec![]), "{link}");
        };
        check("", "#/");
        check("#", "#/");
        check("/d/a/", "#/d/a");
        check("#d/a", "#/d/a");
        check("#/?&&e=b&e=a,,b", "#/?e=a,b");
        check("#/?stance=mixed&e=a", "#/?e=a&stance=mixed");
        check("#/?e=a%2C-b&by=source%3Aa", "#/?e=a,-b&by=source:a");
        check("#/?q=50%&v=1", "#/?q=50%25");
        check("#/?q=%zz%F", "#/?q=%25zz%25F");
        check("#/?q=a+b=c", "#/?q=a%2Bb%3Dc");
        check("#/?q=%ff", "#/?q=%EF%BF%BD");
        check("#/?q=U.S.", "#/?q=U%2ES%2E");
        check("#/?tab=read&rest=dim&marks=on", "#/");
        check("#/?tab=overview&tab=read&p=1&p=2", "#/?p=2");
    }

    #[test]
    fn says_what_it_does_not_understand() {
        let check = |link: &str, as_if: &str, expected: &[&str]| {
            let (view, notes) = decode(link);
            assert_eq!(encode(&view), as_if, "{link}");
            let unknown = |part: &&str| LinkNote::Unknown((*part).to_owned());
            assert_eq!(notes, expected.iter().map(unknown).collect::<Vec<_>>(), "{link}");
        };
        check("#/x/y?e=a", "#/?e=a", &["/x/y"]);
        check("#/d/Ärger", "#/", &["/d/Ärger"]);
        check("#/d/..%2f..%2fx", "#/", &["/d/../../x"]);
        check("#/?e=A,b,--c,-", "#/?e=b", &["e=A", "e=--c", "e=-"]);
        check("#/?stance=angry,mixed", "#/?stance=mixed", &["stance=angry"]);
        check("#/?by=source:,-source:%3Cb%3E", "#/", &["by=source:", "by=-source:<b>"]);
        check("#/?p=0&border=-1&p=99999999999", "#/", &["p=0", "border=-1", "p=99999999999"]);
        check("#/?new", "#/", &["new"]);
        check("#/?x=a%0A%E2%80%AEb", "#/", &["x=ab"]);
        let long = format!("#/?{}", "x".repeat(50));
        check(&long, "#/", &[&format!("{}…", "x".repeat(40))]);
    }

    #[test]
    fn a_newer_link_opens_as_far_as_it_is_known() {
        let (view, notes) = decode("#/d/a?e=b&shape=round&v=2");
        assert_eq!(encode(&view), "#/d/a?e=b");
        assert_eq!(notes, [LinkNote::Newer, LinkNote::Unknown("shape=round".to_owned())]);
    }

    #[test]
    fn hostile_links_are_bounded() {
        let too_long = format!("#/?q={}", "x".repeat(MAX_BYTES));
        assert_eq!(decode(&too_long), (View::default(), vec![LinkNote::TooLong]));
        let many: String = (0..10_000).map(|i| format!("&{i}")).collect();
        let (_, notes) = decode(&format!("#/?{many}"));
        assert_eq!(notes.len(), MAX_NOTES + 1);
        assert_eq!(notes.last(), Some(&LinkNote::More(10_000 - MAX_NOTES)));
        let many: String = (0..9_000).map(|i| format!("{i},")).collect();
        let (view, notes) = decode(&format!("#/?e={many}"));
        assert_eq!(view.filter.any.len(), MAX_VALUES);
        assert_eq!(notes.len(), MAX_NOTES + 1);
        let (view, notes) = decode(&format!("#/?q={}", "%C3%A9".repeat(600)));
        assert_eq!((view.filter.words.len(), notes.len()), (MAX_WORDS_BYTES, 1));
    }

    #[test]
    fn the_longest_link_can_be_read() {
        let slugs: BTreeSet<String> = (0..200).map(|i| format!("{i:096}")).collect();
        let kinds: BTreeSet<_> = slugs.iter().cloned().map(HolderKind::Source).collect();
        let view = View {
            source: Source::Bundled("a".repeat(MAX_SLUG_BYTES)),
            filter: Filter {
                any: slugs.clone(),
                all: slugs.clone(),
                not: slugs,
                by: kinds.clone(),
                not_by: kinds,
                words: "€".repeat(1000),
                ..Filter::default()
            },
            ..View::default()
        };
        let link = encode(&view);
        let (view, notes) = decode(&link);
        assert_eq!((notes, encode(&view)), (vec![], link));
        assert_eq!(view.filter.all.len(), MAX_VALUES);
    }

    #[test]
    fn what_a_link_cannot_carry_is_left_out() {
        let bad = BTreeSet::from(["ä".to_owned(), "a,b".to_owned(), String::new(), "-".to_owned()]);
        let view = View {
            source: Source::Bundled("x/y".to_owned()),
            filter: Filter { any: bad.clone(), not: bad, ..Filter::default() },
            selected: Some("A".to_owned()),
            place: Some(0),
            border: Some(ReaderBorder::Before(0)),
            ..View::default()
        };
        assert_eq!(encode(&view), "#/");
    }

    proptest! {
        #[test]
        fn views_come_back(view in views()) {
            let link = encode(&view);
            prop_assert!(link.is_ascii());
            prop_assert_eq!(decode(&link), (view, vec![]));
        }

        #[test]
        fn any_string_opens_something(link in any::<String>()) {
            let (view, _) = decode(&link);
            prop_assert_eq!(decode(&encode(&view)), (view, vec![]));
        }

        #[test]
        fn any_damaged_link_opens_something(
            link in "#?/?(d/|opened)?[a-z]{0,3}\\?((e|all|type|stance|in|by|q|rest|sel|tab|p|border|marks|v)=[a-e0-9,:%&\u{e9}-]{0,9}&){0,6}"
        ) {
            let (view, notes) = decode(&link);
            prop_assert_eq!(decode(&encode(&view)), (view, vec![]));
            prop_assert!(notes.len() <= MAX_NOTES + 2);
        }
    }
}
