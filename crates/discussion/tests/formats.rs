//! Files of other programs, in their shapes and our words: posts, threads, authors, times, and
//! what is said of what was left out.
// Helpers outside of test functions are test code as well.
#![allow(clippy::unwrap_used)]

use discussion::{Discussion, Import, ParagraphKind, import::import_all};
use proptest::prelude::*;

/// Each post as `author @time <parent: paragraph / paragraph`.
fn posts(discussion: &Discussion) -> Vec<String> {
    assert_eq!(discussion.check_invariants(), Ok(()));
    let line = |post: &discussion::Post| {
        let texts = post.paragraphs.clone().map(|i| {
            let paragraph = &discussion.paragraphs[i as usize];
            let quote = if paragraph.kind == ParagraphKind::Quote { "> " } else { "" };
            format!("{quote}{}", discussion.slice(paragraph.span))
        });
        let mut line = post.author.clone().unwrap_or("-".to_owned());
        line += &post.time.as_ref().map(|time| format!(" @{time}")).unwrap_or_default();
        line += &post.parent.map(|parent| format!(" <{}", parent.0)).unwrap_or_default();
        line + ": " + &texts.collect::<Vec<_>>().join(" / ")
    };
    discussion.posts.iter().map(line).collect()
}

fn check(bytes: &[u8], expected: &[&[&str]], notes: &[&str]) -> Vec<Discussion> {
    let opened = import_all(bytes, Import::default()).unwrap();
    let found: Vec<_> = opened.discussions.iter().map(posts).collect();
    assert_eq!(found, expected);
    assert_eq!(opened.notes.iter().map(ToString::to_string).collect::<Vec<_>>(), notes);
    opened.discussions
}

const DELETED: &str = "1 post was deleted; \u{201c}[deleted]\u{201d} stands in the text for it.";

#[test]
fn reddit() {
    let opened = check(
        include_bytes!("formats/reddit.json"),
        &[&[
            "quay_watcher @2020-03-03T10:00:00Z: Council closes the ferry / The vote was 7 to 4. / > No money left / so says the mayor.",
            "ann @2020-03-03T10:01:40Z: Marsh & her friends lied to us \u{1f621}\u{fffd}",
            "- @2020-03-03T10:03:20Z <1: [deleted]",
            "cy @2020-03-03T10:05:00Z <2: Agreed.",
            "dee @2020-03-03T10:06:40Z: I take the bus.",
        ]],
        &[
            "1 record is broken and left out; the first is number 2.",
            DELETED,
            "12 posts are not in this file, which says so itself.",
        ],
    );
    assert_eq!(opened[0].title, "Council closes the ferry");
    let source = "https://www.reddit.com/r/harrowbay/comments/fer1/council_closes_the_ferry/";
    assert_eq!(opened[0].source.as_deref(), Some(source));
}

#[test]
fn hacker_news() {
    check(
        include_bytes!("formats/algolia.json"),
        &[&[
            "quay @2020-03-03T10:00:00.000Z: A ferry timetable in Rust",
            "ann @2020-03-03T10:10:00.000Z: > in Rust / I like Rust's types, see here.",
            "- @2020-03-03T10:20:00.000Z <1: [deleted]",
            "bob @2020-03-03T10:30:00.000Z <2: Not me.",
            "cy @2020-03-03T10:40:00.000Z: Fine.",
        ]],
        &[DELETED],
    );
    check(
        include_bytes!("formats/firebase.jsonl"),
        &[&[
            "quay @2020-03-03T10:00:00Z: Ask: who runs the ferry? / I wonder.",
            "ann @2020-03-03T10:01:40Z: The city.",
            "- @2020-03-03T10:03:20Z: [deleted]",
        ]],
        &["1 record is broken and left out; the first is number 3.", DELETED],
    );
}

#[test]
fn mastodon() {
    check(
        include_bytes!("formats/context.json"),
        &[&[
            "quay @2020-03-03T10:00:00.000Z: local politics / The ferry stops on Friday.",
            "ann@example.org @2020-03-03T10:05:00.000Z: @quay Shame on Marsh!",
        ]],
        &["1 post has no text and is left out."],
    );
}

#[test]
fn disqus() {
    let opened = check(
        include_bytes!("formats/disqus.xml"),
        &[
            &[
                "-: Ferries & buses",
                "Ann @2020-03-03T10:00:00Z: Marsh is a disgrace. / Truly & wholly.",
                "Bob <1: [deleted]",
                "cy <2: Well said.",
            ],
            &["-: The bus", "Dee: On time."],
        ],
        &[
            "1 record is broken and left out; the first is number 6.",
            DELETED,
            "1 post is marked as spam and left out.",
        ],
    );
    assert_eq!(opened[0].source.as_deref(), Some("https://example.org/ferry"));
}

#[test]
fn feeds() {
    let opened = check(
        include_bytes!("formats/comments.rss"),
        &[&[
            "-: The ferry stops",
            "Ann @Tue, 03 Mar 2020 10:00:00 +0000: A shame for all of us.",
            "Bob <1: Not at all.",
        ]],
        &[],
    );
    assert_eq!(opened[0].source.as_deref(), Some("https://example.org/ferry"));
    let opened = check(
        include_bytes!("formats/entries.atom"),
        &[&[
            "Quay @2020-03-03T10:00:00Z: The ferry stops / It stops on Friday & for good. / So says the mayor.",
            "Ann @2020-03-03T11:00:00Z: Good riddance!",
        ]],
        &[],
    );
    assert_eq!(opened[0].source.as_deref(), Some("https://example.org/ferry"));
}

#[test]
fn deep_threads_and_circles() {
    let mut deep = String::new();
    for i in 0..2_000 {
        deep +=
            &format!(r#"{{"id":{i},"created_at_i":1,"author":"a","text":"Word {i}.","children":["#);
    }
    let deep = deep + &"]}".repeat(2_000);
    let opened = import_all(deep.as_bytes(), Import::default()).unwrap();
    assert_eq!(opened.discussions[0].posts.len(), 2_000);
    let circle = r#"[{"by":"a","id":1,"parent":2,"text":"One.","type":"comment"},{"by":"b","id":2,"parent":1,"text":"Two.","type":"comment"}]"#;
    let opened = import_all(circle.as_bytes(), Import::default()).unwrap();
    assert_eq!(opened.discussions.iter().map(|d| posts(d).len()).sum::<usize>(), 3);
}

#[test]
fn what_only_looks_like_json_stays_text() {
    for text in ["[Music] He said so.", "{so} they said", "[1] A note.", "{\"a\": 1}"] {
        let opened = import_all(text.as_bytes(), Import::default()).unwrap();
        assert_eq!(opened.discussions[0].text, text);
    }
}

const SAMPLES: [&[u8]; 7] = [
    include_bytes!("formats/reddit.json"),
    include_bytes!("formats/algolia.json"),
    include_bytes!("formats/firebase.jsonl"),
    include_bytes!("formats/context.json"),
    include_bytes!("formats/disqus.xml"),
    include_bytes!("formats/comments.rss"),
    include_bytes!("formats/entries.atom"),
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Cut anywhere, with a piece of one file inside another.
    #[test]
    fn damaged_files_open_or_are_refused(one in 0..7_usize, two in 0..7_usize, cuts in any::<[prop::sample::Index; 4]>()) {
        let (one, two) = (SAMPLES[one], SAMPLES[two]);
        let [a, b, c, d] = cuts;
        let (c, d) = (c.index(two.len()), d.index(two.len()));
        let bytes = [&one[..a.index(one.len())], &two[c.min(d)..c.max(d)], &one[b.index(one.len())..]].concat();
        if let Ok(opened) = import_all(&bytes, Import::default()) {
            for discussion in &opened.discussions {
                prop_assert_eq!(discussion.check_invariants(), Ok(()));
            }
        }
    }
}
