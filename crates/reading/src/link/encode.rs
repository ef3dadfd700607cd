//! From a view to its link.

use std::{borrow::Cow, fmt::Write as _};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{MAX_VALUES, MAX_WORDS_BYTES, address, is_hash, is_slug, start_of};
use crate::{
    cell,
    choices::Choices,
    filter::HolderKind,
    term::Term,
    view::{ReaderBorder, Show, Sort, Source, Tab, Unmatched, View},
};

/// Full stops at its end would be cut off a link by what turns addresses in messages into links.
const WORDS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');

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
    link.list("sure", filter.sure.iter().map(|value| value.term()));
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
    if view.sort != Sort::default() {
        link.part("sort", view.sort.term());
    }
    if view.sections_only {
        link.part("rows", "sections");
    }
    if let Some(name) = view.cell.as_deref().filter(|name| cell::is_name(name)) {
        link.part("cell", name);
    }
    if view.show != Show::default() {
        link.part("show", view.show.term());
    }
    if let Some(hash) = view.text.as_deref().filter(|hash| is_hash(hash)) {
        link.part("h", hash);
    }
    if let Some(whole) = view.address.as_deref().and_then(address::address)
        && view.source == Source::Opened
    {
        match address::thread_number(&whole) {
            Some(number) => link.part("hn", number),
            None => link.part("src", address::in_link(&whole)),
        }
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

fn entities(slugs: &Choices<String>, sign: &str) -> impl Iterator<Item = String> {
    slugs.iter().filter(|slug| is_slug(slug)).take(MAX_VALUES).map(move |s| format!("{sign}{s}"))
}

fn holders(kinds: &Choices<HolderKind>, sign: &str) -> impl Iterator<Item = String> {
    let terms = kinds.iter().filter_map(|kind| match kind {
        HolderKind::Article => Some(Cow::Borrowed("article")),
        HolderKind::Comments => Some(Cow::Borrowed("comments")),
        HolderKind::Sources => Some(Cow::Borrowed("sources")),
        HolderKind::Source(slug) => is_slug(slug).then(|| Cow::Owned(format!("source:{slug}"))),
    });
    terms.take(MAX_VALUES).map(move |term| format!("{sign}{term}"))
}
