//! Who is said to say what, on sentences and paragraphs in our own words.

use crate::bracketed::{analyze, holder, models};

/// Checks the attributions: `holder: content` a row, separated by ` | `, in the order of the text.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let mut failures = Vec::new();
    for (text, expected) in cases {
        let (discussion, analysis) = analyze(models(), text);
        let found: Vec<String> = analysis
            .attributions
            .iter()
            .map(|said| {
                format!("{}: {}", holder(&analysis, said.holder), discussion.slice(said.content))
            })
            .collect();
        let found = found.join(" | ");
        if found != *expected {
            failures.push(format!("{text}\n   expected {expected}\n   found    {found}"));
        }
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn reporting_may_be_fronted_inserted_or_last() {
    check(&[
        ("As [Ilse|ilse] told the council, the bridge has cracks.", "ilse: the bridge has cracks"),
        (
            "The bridge, [Ilse|ilse] believes, is going to fall.",
            "ilse: The bridge, Ilse believes, is going to fall",
        ),
        (
            "[Ilse|ilse] said although the bridge is old, it holds.",
            "ilse: although the bridge is old, it holds",
        ),
        ("[Ilse|ilse]'s argument is that the bridge is old.", "ilse: the bridge is old"),
        ("Their argument is that the bridge is old.", "somebody: the bridge is old"),
    ]);
}

#[test]
fn passive_reports_have_their_agent() {
    check(&[
        ("It was claimed by [Ilse|ilse] that the bridge is old.", "ilse: the bridge is old"),
        ("It is said that the bridge is old.", "somebody: the bridge is old"),
    ]);
}

#[test]
fn other_verbs_report_what_hangs_on_them() {
    check(&[
        ("[Ilse|ilse] agreed that the bridge is old.", "ilse: the bridge is old"),
        ("[Ilse|ilse] noticed that the bridge was old.", "ilse: the bridge was old"),
        ("[Ilse|ilse] noticed the bridge.", ""),
        ("The boats [Ilse|ilse] saw on the river were old.", ""),
    ]);
}

#[test]
fn who_is_sure_holds_what_follows() {
    check(&[
        ("[Ilse|ilse] is not sure that the bridge is old.", "ilse: the bridge is old"),
        ("[Ilse|ilse] is unsure whether the bridge is old.", "ilse: whether the bridge is old"),
        ("[Ilse|ilse] is convinced that the bridge is old.", "ilse: the bridge is old"),
        ("[Ilse|ilse] is sure of herself.", ""),
        ("It is certain that the bridge is old.", ""),
    ]);
}

#[test]
fn an_office_speaks_as_it() {
    check(&[
        ("It said that the bridge was old.", "writer: the bridge was old"),
        ("It was said that the bridge was old.", "somebody: the bridge was old"),
    ]);
}

#[test]
fn conclusions_are_the_writers_own() {
    check(&[
        ("This means that the bridge is old.", ""),
        ("The cracks show that [Osric|osric] is a coward.", "writer: Osric is a coward"),
    ]);
}

#[test]
fn sources_nest() {
    check(&[(
        "[Ilse|ilse] said that [Osric|osric] had claimed that the bridge was old.",
        "ilse: Osric had claimed that the bridge was old | osric: the bridge was old",
    )]);
}

#[test]
fn quotations_go_on() {
    check(&[
        // Over a sentence without reporting words.
        (
            "[Ilse|ilse] said that the bridge was old. \"Nobody has looked at it for years.\"",
            "ilse: the bridge was old | ilse: Nobody has looked at it for years.",
        ),
        // Over paragraphs.
        (
            "\"Nobody looked at the bridge for years,\" [Ilse|ilse] said. \"We wrote letters.\n\n\"They were not answered.\"",
            "ilse: Nobody looked at the bridge for years, | ilse: We wrote letters. | ilse: They were not answered.",
        ),
        // Signed.
        (
            "\"We wrote letters for years.\" \u{2014} [Ilse|ilse]",
            "ilse: We wrote letters for years.",
        ),
    ]);
}

#[test]
fn words_held_at_a_distance_are_no_speech() {
    check(&[
        ("The \"bridge\" of [Osric|osric] is a plank.", ""),
        ("[Osric|osric] is the author of \"The Long Plank\".", ""),
        ("[Ilse|ilse] called the bridge \"a plank\".", "ilse: a plank"),
    ]);
}

#[test]
fn pictures_have_a_source_and_say_nothing() {
    check(&[("The bridge at noon. Photo: [Ilse|ilse].", "ilse: Photo")]);
}
