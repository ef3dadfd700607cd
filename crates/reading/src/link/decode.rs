//! From a link to its view.

use percent_encoding::percent_decode_str;

use super::{
    LinkNote, MAX_BYTES, MAX_VALUES, MAX_WORDS_BYTES, address, cargo, is_hash, is_slug, start_of,
};
use crate::{
    cell,
    choices::Choices,
    filter::HolderKind,
    term::Term,
    view::{ReaderBorder, Show, Sort, Source, Tab, Unmatched, View},
};

/// More notes than this are summed up in one.
pub(super) const MAX_NOTES: usize = 6;

/// The newest version that is understood.
const VERSION: u32 = 1;

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
            "e" | "all" | "type" | "stance" | "sure" | "in" | "by" => {
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
            "sort" => set(&mut self.view.sort, Sort::from_term(value)),
            "rows" => {
                let found = match value {
                    "sections" => Some(true),
                    "holders" => Some(false),
                    _ => None,
                };
                set(&mut self.view.sections_only, found)
            }
            "cell" => {
                set(&mut self.view.cell, cell::is_name(value).then(|| Some(value.to_owned())))
            }
            "show" => set(&mut self.view.show, Show::from_term(value)),
            "h" => set(&mut self.view.text, is_hash(value).then(|| Some(value.to_owned()))),
            "src" => self.addressed(address::address(value)),
            "hn" => self.addressed(address::thread(value)),
            // Cargo is long and no part of the view: it is only looked at.
            "t" | "c" if cargo::is_newer(value) => {
                self.newer = true;
                true
            }
            "t" | "c" => cargo::unpackable(value, 0).is_some(),
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
            let value = if matches!(key, "t" | "c") { "" } else { value };
            self.note(&if value.is_empty() { key.to_owned() } else { format!("{key}={value}") });
        }
    }

    /// A text that is fetched is one that the reader opens.
    fn addressed(&mut self, address: Option<String>) -> bool {
        if address.is_some() {
            self.view.source = Source::Opened;
        }
        set(&mut self.view.address, address.map(Some))
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
                "sure" => add(&mut filter.sure, Term::from_term(value)),
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
fn add<T: Ord>(set: &mut Choices<T>, value: Option<T>) -> bool {
    value.is_some_and(|value| {
        let room = set.len() < MAX_VALUES || set.contains(&value);
        if room {
            set.insert(value);
        }
        room
    })
}

fn add_slug(slugs: &mut Choices<String>, slug: &str) -> bool {
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
