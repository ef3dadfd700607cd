//! Every link ever made keeps opening: `links.txt` holds links and the views that they open.

use std::fmt::Debug;

use reading::{HolderKind, ReaderBorder, Sort, Source, Tab, Term, Unmatched, View, link};

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
    lines
}

#[test]
fn every_link_ever_made_opens_its_view() {
    let file = include_str!("links.txt");
    let mut blocks = 0;
    for block in file.split("\n\n").skip(1) {
        let (written, expected) = block.split_once('\n').unwrap();
        let (view, notes) = link::decode(if written.starts_with('(') { "" } else { written });
        let notes = notes.iter().map(|note| format!("note {note}"));
        let opened: Vec<String> = describe(&view).into_iter().chain(notes).collect();
        let expected: Vec<&str> = expected.lines().map(str::trim_start).collect();
        assert_eq!(opened, expected, "{written}");
        assert_eq!(link::decode(&link::encode(&view)), (view, vec![]), "{written}");
        blocks += 1;
    }
    assert!(blocks >= 10);
}
