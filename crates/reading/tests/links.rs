//! Every link ever made keeps opening: `links.txt` holds links and the views that they open.

use std::fmt::Debug;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use reading::{
    HolderKind, ReaderBorder, Show, Sort, Source, Tab, Term, Unmatched, View,
    corrections::Correction,
    link::{
        self,
        cargo::{self, Cargo, Packed},
    },
};

/// A view as it stands in the file, a line for each part that is not as it is anyway.
fn describe(view: &View) -> Vec<String> {
    let mut lines = vec![match &view.source {
        Source::First => "source first".to_owned(),
        Source::Bundled(slug) => format!("source bundled {slug}"),
        Source::Opened => "source opened".to_owned(),
    }];
    let mut list = |name: &str, values: Vec<String>| {
        if !values.is_empty() {
            lines.push(format!("{name} {}", values.join(" ")));
        }
    };
    fn terms<'a, T: Term + Debug>(values: impl IntoIterator<Item = &'a T>) -> Vec<String> {
        values.into_iter().map(|value| value.term().to_owned()).collect()
    }
    let filter = &view.filter;
    let holder = |kind: &HolderKind| match kind {
        HolderKind::Article => "article".to_owned(),
        HolderKind::Comments => "comments".to_owned(),
        HolderKind::Sources => "sources".to_owned(),
        HolderKind::Source(slug) => format!("source:{slug}"),
    };
    list("any", filter.any.iter().cloned().collect());
    list("not", filter.not.iter().cloned().collect());
    list("all", filter.all.iter().cloned().collect());
    list("types", terms(&filter.types));
    list("stances", terms(&filter.stances));
    list("sure", terms(&filter.sure));
    list("sections", terms(&filter.sections));
    list("by", filter.by.iter().map(holder).collect());
    list("not-by", filter.not_by.iter().map(holder).collect());
    let mut one = |name: &str, value: Option<String>| list(name, value.into_iter().collect());
    one("words", Some(filter.words.clone()).filter(|words| !words.is_empty()));
    one("unmatched", (view.unmatched != Unmatched::Dim).then(|| view.unmatched.term().to_owned()));
    one("selected", view.selected.clone());
    one("tab", (view.tab != Tab::Read).then(|| view.tab.term().to_owned()));
    one("place", view.place.map(|place| place.to_string()));
    let border = view.border.map(|border| match border {
        ReaderBorder::Before(paragraph) => paragraph.to_string(),
        ReaderBorder::NoComments => "none".to_owned(),
    });
    one("border", border);
    one("marks", view.marks_off.then(|| "off".to_owned()));
    if view.sort != Sort::Given {
        lines.push(format!("sort {}", view.sort.term()));
    }
    if view.sections_only {
        lines.push("rows sections".to_owned());
    }
    lines.extend(view.cell.as_ref().map(|cell| format!("cell {cell}")));
    if view.show != Show::Mine {
        lines.push(format!("show {}", view.show.term()));
    }
    lines.extend(view.text.as_ref().map(|hash| format!("hash {hash}")));
    lines.extend(view.address.as_ref().map(|address| format!("address {address}")));
    lines
}

/// What a link carries as it stands in the file.
fn describe_cargo(cargo: &Cargo) -> Vec<String> {
    let unpack = |packed: &Packed| {
        decompress_to_vec_with_limit(&packed.deflated, packed.most).map_err(|error| {
            let too_large = error.status == TINFLStatus::HasMoreOutput;
            if too_large { "too large" } else { "damaged" }
        })
    };
    let text = cargo.text.as_ref().map(|packed| match unpack(packed) {
        Ok(bytes) => {
            let (name, file) = cargo::split_text(&bytes);
            format!("text {:?} {} bytes", name.unwrap_or_default(), file.len())
        }
        Err(what) => format!("text {what}"),
    });
    let corrections = cargo.corrections.as_ref().map(|packed| match unpack(packed) {
        Ok(bytes) => cargo::lines(&bytes)
            .iter()
            .map(|line| {
                let known = Correction::from_line(line).is_some();
                let kind = if known { "correction" } else { "later" };
                format!("{kind} {}", line.replace('\t', " | "))
            })
            .collect(),
        Err(what) => vec![format!("corrections {what}")],
    });
    text.into_iter().chain(corrections.into_iter().flatten()).collect()
}

#[test]
fn every_link_ever_made_opens_its_view() {
    let file = include_str!("links.txt");
    let mut blocks = 0;
    for block in file.split("\n\n").skip(1) {
        let (written, expected) = block.split_once('\n').unwrap();
        let (view, notes) = link::decode(if written.starts_with('(') { "" } else { written });
        let notes = notes.iter().map(|note| format!("note {note}"));
        let cargo = describe_cargo(&cargo::cargo(written));
        let opened = describe(&view).into_iter().chain(cargo).chain(notes);
        let opened: Vec<String> = opened.map(|line| line.trim_end().to_owned()).collect();
        let expected: Vec<&str> = expected.lines().map(str::trim).collect();
        assert_eq!(opened, expected, "{written}");
        assert_eq!(link::decode(&link::encode(&view)), (view, vec![]), "{written}");
        blocks += 1;
    }
    assert!(blocks >= 10);
}
