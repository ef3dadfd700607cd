//! Stancelight JSON opens again: what is written, opened, read and written once more is the same to
//! the letter.
// Helpers outside of test functions are test code as well.
#![allow(clippy::unwrap_used)]

mod shipped;

use std::{fs, path::Path};

use discussion::{Import, ParagraphId, import::import_all};
use proptest::prelude::*;
use reading::{Reading, export::json};
use serde_json::Value;

use crate::shipped::MODELS;

fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => prop::sample::select(&[
            "France", "the U.S.", "Zoe\u{308} Brightwell", "\u{5d9}\u{5e9}\u{5e8}\u{5d0}\u{5dc}", "she",
            "praised", "hates", "lied to", "a hero", "said that", "\u{201c}", "\u{201d}", ".", "!", "\u{1f600}",
            "\u{1f468}\u{200d}\u{1f469}", "e\u{301}", "\n", "\n\n", "\r\n", "\u{2028}", "\t", "Comments\n", "> ", "- ",
            "# ", "**Ann:** ", "<p>", "</p>", "<blockquote>", "\"", "\\", "{", "\u{feff}", "\u{200b}", "\u{ad}",
        ][..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<String>(),
    ];
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn written(discussion: discussion::Discussion, pretty: bool) -> String {
    let analysis = engine::analyze(&discussion, &MODELS);
    json::to_json(&Reading::new(discussion, analysis, reading::words::Lowercase::STANDARD), pretty)
}

/// Writes, opens and writes again; gives what was written.
fn round(discussion: discussion::Discussion) -> String {
    let before = discussion.clone();
    let text = written(discussion, false);
    let opened = import_all(text.as_bytes(), Import { name: Some("x.json") }).unwrap();
    assert_eq!(opened.notes, []);
    let [again] = <[_; 1]>::try_from(opened.discussions).unwrap();
    assert_eq!(again.check_invariants(), Ok(()));
    let same = (&before.posts, &before.paragraphs, &before.sentences, &before.tokens);
    assert_eq!(same, (&again.posts, &again.paragraphs, &again.sentences, &again.tokens));
    let twice = written(again.clone(), false);
    assert!(text == twice, "{text}\n{twice}");
    let indented = import_all(written(again.clone(), true).as_bytes(), Import::default()).unwrap();
    assert_eq!(indented.discussions, [again]);
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_text_opens_again(text in texts(), name in prop::sample::select(&["a.txt", "a.md", "a.html"][..]), border in 0_u32..6) {
        if let Ok(discussion) = discussion::import(text.as_bytes(), Import { name: Some(name) }) {
            round(discussion.clone().with_border(Some(ParagraphId(border))));
            round(discussion);
        }
    }

    /// Numbers that lie, lists that are missing, and files that break off: what opens is sound.
    #[test]
    fn damage_does_no_harm(
        text in texts(),
        at in any::<prop::sample::Index>(),
        wrong in prop::sample::select(&["-1", "0", "7", "99999999999999999999", "null", "\"x\"", "{}", "[]", "1.5"][..]),
        end in any::<prop::sample::Index>(),
    ) {
        let Ok(discussion) = discussion::import(text.as_bytes(), Import::default()) else { return Ok(()) };
        let json = written(discussion.with_border(Some(ParagraphId(2))), false);
        // One number is replaced by something else.
        let numbers: Vec<_> = json
            .match_indices(':')
            .filter(|(i, _)| json[i + 1..].starts_with(|c: char| c.is_ascii_digit()))
            .collect();
        let (colon, _) = numbers[at.index(numbers.len())];
        let rest = json[colon + 1..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let mut damaged = format!("{}{wrong}{rest}", &json[..=colon]);
        damaged.truncate(damaged.floor_char_boundary(end.index(damaged.len() * 2)));
        if let Ok(opened) = import_all(damaged.as_bytes(), Import::default()) {
            for discussion in opened.discussions {
                prop_assert_eq!(discussion.check_invariants(), Ok(()));
            }
        }
    }
}

#[test]
fn threads_keep_authors_times_and_answers() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../discussion/tests/formats");
    let mut count = 0;
    for file in fs::read_dir(sources).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        let opened = import_all(&bytes, Import::default()).unwrap();
        let written: Vec<String> = opened.discussions.iter().cloned().map(round).collect();
        // As lines of one file.
        let lines = import_all(written.join("\n").as_bytes(), Import::default()).unwrap();
        assert_eq!(lines.discussions.len(), opened.discussions.len());
        for (one, other) in lines.discussions.iter().zip(&opened.discussions) {
            assert_eq!((&one.posts, &one.title), (&other.posts, &other.title));
            count += one.posts.iter().filter(|post| post.parent.is_some()).count();
        }
    }
    assert!(count > 3);
}

#[test]
fn keys_may_come_in_any_order_and_places_in_utf16() {
    let text = "\u{1f600} One.\n\nTwo \u{1f600}.\n\nThree.";
    let discussion = discussion::import(text.as_bytes(), Import::default()).unwrap();
    let mut json: Value = serde_json::from_str(&written(discussion, false)).unwrap();
    json["offsets"] = "utf16".into();
    for (i, (start, end)) in [(0, 7), (9, 16), (18, 24)].into_iter().enumerate() {
        json["paragraphs"][i]["start"] = start.into();
        json["paragraphs"][i]["end"] = end.into();
    }
    // A map of serde_json's is sorted by key, so that the stamp comes late.
    let opened = import_all(json.to_string().as_bytes(), Import::default()).unwrap();
    let discussion = &opened.discussions[0];
    let paragraphs: Vec<_> =
        discussion.paragraphs.iter().map(|p| discussion.slice(p.span)).collect();
    assert_eq!(paragraphs, ["\u{1f600} One.", "Two \u{1f600}.", "Three."]);
}
