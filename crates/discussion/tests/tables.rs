//! Tables and objects as people export them, in our words: columns guessed and given.
// Helpers outside of test functions are test code as well.
#![allow(clippy::unwrap_used)]

use discussion::{
    Discussion, Import,
    import::{
        ImportError,
        columns::{Columns, Role},
        import_all, import_columns, preview,
    },
};
use proptest::prelude::*;

/// Each post as `author @time <parent: text / text`; the article's first, without author.
fn posts(discussion: &Discussion) -> Vec<String> {
    assert_eq!(discussion.check_invariants(), Ok(()));
    let line = |post: &discussion::Post| {
        let texts = post
            .paragraphs
            .clone()
            .map(|i| discussion.slice(discussion.paragraphs[i as usize].span));
        let mut line = post.author.clone().unwrap_or("-".to_owned());
        line += &post.time.as_ref().map(|time| format!(" @{time}")).unwrap_or_default();
        line += &post.parent.map(|parent| format!(" <{}", parent.0)).unwrap_or_default();
        line + ": " + &texts.collect::<Vec<_>>().join(" / ")
    };
    discussion.posts.iter().map(line).collect()
}

fn check(text: &str, name: &str, expected: &[&[&str]], notes: &[&str]) {
    let opened = import_all(text.as_bytes(), Import { name: Some(name) }).unwrap();
    let found: Vec<_> = opened.discussions.iter().map(posts).collect();
    assert_eq!(found, expected);
    assert_eq!(opened.notes.iter().map(ToString::to_string).collect::<Vec<_>>(), notes);
}

const THREAD: &[&str] = &[
    "-: Comments",
    "ann @2020-03-03T10:00:00Z: They closed it, \"for ever\" \u{1f621}. / Shame!",
    "bob @2020-03-03T10:05:00Z <1: You, ann, are right.",
    "cy: I take the bus; it is late.",
];

#[test]
fn a_table_of_comments() {
    let rows = [
        "id;parent_id;User Name;created_at;Body",
        "1;;ann;2020-03-03T10:00:00Z;\"They closed it, \"\"for ever\"\" \u{1f621}.\n\nShame!\"",
        "2;1;bob;2020-03-03T10:05:00Z;You, ann, are right.",
        "3;0;cy;;\"I take the bus; it is late.\"",
    ];
    let table = rows.join("\r\n");
    check(&table, "x", &[THREAD], &[]);
    check(&format!("\u{feff}{table}\r\n"), "export.csv", &[THREAD], &[]);
}

#[test]
fn tabulators_and_broken_records() {
    let table = "author\ttext\nann\tThey closed the ferry.\nbob\n\ncy\tIt was late.\n";
    let expected: &[&str] = &["-: Comments", "ann: They closed the ferry.", "cy: It was late."];
    let note = "1 record is broken and left out; the first is number 3.";
    check(table, "x.tsv", &[expected], &[note]);
}

#[test]
fn a_table_without_names() {
    let table =
        "7,ann,They closed the ferry that we all need.\n8,bob,I never took it in all my life.\n";
    let expected: &[&str] = &[
        "-: Comments",
        "-: They closed the ferry that we all need.",
        "-: I never took it in all my life.",
    ];
    check(table, "x.csv", &[expected], &[]);
    // Without a name that says so, this is a text.
    let opened = import_all(table.as_bytes(), Import::default()).unwrap();
    assert!(opened.discussions[0].text.starts_with("7,ann,They"));
}

#[test]
fn articles_with_comments_and_titles_of_many_rows() {
    let articles = "title,text,author\nThe ferry,It is closed.,Lee\n,So sad!,ann\nThe bus,It is late.,Kim\n,Always.,bob\n";
    check(
        articles,
        "x.csv",
        &[
            &["Lee: The ferry / It is closed.", "ann: So sad!"],
            &["Kim: The bus / It is late.", "bob: Always."],
        ],
        &[],
    );
    let comments = "article_title,comment\nThe ferry,So sad!\nThe bus,Always late.\nThe ferry,I am glad.\nThe bus,True.\n";
    check(
        comments,
        "x.csv",
        &[
            &["-: The ferry", "-: So sad!", "-: I am glad."],
            &["-: The bus", "-: Always late.", "-: True."],
        ],
        &[],
    );
}

#[test]
fn objects_in_lines_and_lists() {
    let lines = [
        r#"{"id": 1, "user": {"name": "Ann"}, "author": "ann", "created_at": "2020-03-03T10:00:00Z", "body": "They closed it, \"for ever\" 😡.\n\nShame!"}"#,
        r#"{"id": 2, "in_reply_to": 1, "author": "bob", "created_at": "2020-03-03T10:05:00Z", "body": "You, ann, are right."}"#,
        r#"{"id": 3, "in_reply_to": null, "author": "cy", "body": "I take the bus; it is late."}"#,
    ];
    check(&lines.join("\n"), "x.jsonl", &[THREAD], &[]);
    check(&format!("[{}]", lines.join(",")), "x.json", &[THREAD], &[]);
    let broken = [lines[0], "{\"id\": ", lines[1], lines[2], "7", r#"{"body": ["x"]}"#].join("\n");
    let note = "3 records are broken and left out; the first is number 2.";
    check(&broken, "x.jsonl", &[THREAD], &[note]);
}

#[test]
fn texts_that_only_look_like_tables() {
    for text in [
        "Dear reader, this comes late,\nvery late, by a mile,\nand so on, and on.",
        "Comment, by, the editor\n\nWe close at nine.",
        "{ this is no JSON, text, author }",
    ] {
        let opened = import_all(text.as_bytes(), Import::default()).unwrap();
        assert_eq!(opened.discussions[0].text, text);
    }
}

#[test]
fn columns_that_are_given() {
    let given = |text: &str, columns: &str| {
        let columns: Columns = columns.parse().unwrap();
        let opened = import_columns(text.as_bytes(), &columns, Import::default())?;
        Ok::<_, ImportError>(posts(&opened.discussions[0]))
    };
    let table = "who,said\nann,So sad that it had to go!\nbob,Indeed.\n";
    let expected = ["-: Comments", "ann: So sad that it had to go!", "bob: Indeed."];
    assert_eq!(given(table, "text=said,author=who").unwrap(), expected);
    assert_eq!(given(table, "text=2,author=1").unwrap(), expected);
    let lines = "{\"said\":{\"raw\":\"So sad that it had to go!\"},\"who\":\"ann\"}\n{\"said\":{\"raw\":\"Indeed.\"},\"who\":\"bob\"}\n";
    assert_eq!(given(lines, "text=said.raw,author=who").unwrap(), expected);
    let error = given(table, "text=words").unwrap_err();
    let told = "There is no column \u{201c}words\u{201d} in this; there are: who, said.";
    assert_eq!(error.to_string(), told);
    assert!(
        given(lines, "text=words").unwrap_err().to_string().ends_with("there are: said.raw, who.")
    );
}

#[test]
fn markup_in_cells_is_cleaned() {
    let table = "author,comment\nann,<p>So <b>sad</b> &amp; late</p><p>Really.</p>\nbob,1 < 2\n";
    check(table, "x.csv", &[&["-: Comments", "ann: So sad & late / Really.", "bob: 1 < 2"]], &[]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table(cells in prop::collection::vec(prop::sample::select(vec![
        ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "text", "author", "id", "parent", "title", "thread", "1", "2", "0",
        "So sad! ", "\u{1f600}", "e\u{301}", "[deleted]", "<p>", "&amp;", "\0", " ", "\u{feff}",
    ]), 0..60)) {
        let text = cells.concat();
        let columns = "text=1,author=2,id=3,parent=1".parse().unwrap();
        let given = import_columns(text.as_bytes(), &columns, Import::default());
        for opened in [given, import_all(text.as_bytes(), Import { name: Some("x.csv") })].into_iter().flatten() {
            for discussion in opened.discussions {
                prop_assert_eq!(discussion.check_invariants(), Ok(()));
            }
        }
    }
}

#[test]
fn keys_inside_of_objects() {
    let text = r#"{"author": {"name": "ann", "id": 7}, "body": "No."}
{"author": {"name": "bob", "id": 8}, "body": "Yes."}"#;
    let preview = preview(text.as_bytes(), Import::default()).unwrap();
    assert_eq!(preview.names, ["author.name", "author.id", "body"]);
    assert_eq!(preview.rows[1], ["bob", "8", "Yes."]);
    assert_eq!(preview.guess.get(Role::Author), Some("author.name"));
    let opened = import_all(text.as_bytes(), Import::default()).unwrap();
    assert_eq!(posts(&opened.discussions[0])[1..], ["ann: No.", "bob: Yes."]);
}

#[test]
fn a_preview_of_what_has_rows_only() {
    let table = preview(
        b"name;said\nann;It is very late in the day, is it not?\nbob\n",
        Import { name: Some("a.csv") },
    );
    let table = table.unwrap();
    assert_eq!(table.names, ["name", "said"]);
    assert_eq!(table.rows[1], ["bob", ""]);
    assert_eq!(table.guess.get(Role::Text), Some("said"));
    for other in ["It is late, they said.", "{\"a\": 1}", "<rss></rss>", "# A\n\nB."] {
        assert_eq!(preview(other.as_bytes(), Import::default()), None, "{other}");
    }
}
