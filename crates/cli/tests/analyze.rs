//! Runs the built command as a person does.
// Helpers outside of test functions are test code as well.
#![allow(clippy::unwrap_used)]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// Our own words; with signs outside the basic plane and combining marks, so that bytes, UTF-16 and
/// code points all differ.
const TEXT: &str = "\u{1f309} Bridge reopened in Lyme\u{301}

Mayor Ada Brightwell praised the engineers on Monday. \u{201c}France helped us,\u{201d} she said.

Critics in Germany called the plan reckless.

Comments

\u{1f44d}\u{1f3fd} I love France, always did!

You people are na\u{ef}ve. Germany ruined it, and Brightwell lied to us.
";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder("texts").join(name);
    fs::write(&path, content).unwrap();
    path.display().to_string()
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stancelight"));
    command.args(arguments).env_remove("STANCELIGHT_MODELS");
    command
}

/// The output of a run that succeeds without a word of complaint.
fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments)).unwrap()
}

fn items<'a>(json: &'a Value, key: &str) -> &'a [Value] {
    json[key].as_array().unwrap_or_else(|| panic!("{key} is no list"))
}

fn span(item: &Value) -> (usize, usize) {
    (item["start"].as_u64().unwrap() as usize, item["end"].as_u64().unwrap() as usize)
}

/// What every output for a text must be like.
fn check(json: &Value, text: &str) {
    let chars: Vec<char> = text.chars().collect();
    let at = |(start, end): (usize, usize)| chars[start..end].iter().collect::<String>();
    assert_eq!(json["offsets"], "codepoints");
    assert_eq!(json["text"], text);
    assert_eq!(json["stamp"]["tier"], "quick");
    assert_eq!(json["stamp"]["text"].as_str().unwrap().len(), 64);
    assert!(json["stamp"]["models"].is_object());
    assert!(!json["title"].as_str().unwrap().is_empty());

    // Posts hold their paragraphs in order; between paragraphs lies white space only, and the line
    // that marks where the comments begin.
    let paragraphs = items(json, "paragraphs");
    let posts = items(json, "posts");
    let mut end = 0;
    for (i, paragraph) in paragraphs.iter().enumerate() {
        assert_eq!(paragraph["id"], format!("p{}", i + 1));
        let inner = span(paragraph);
        assert!(["", "Comments"].contains(&at((end, inner.0)).trim()), "{paragraph}");
        end = inner.1;
        let outer = span(&posts[paragraph["post"].as_u64().unwrap() as usize]);
        assert!(outer.0 <= inner.0 && inner.1 <= outer.1);
    }
    assert_eq!(at((end, chars.len())).trim(), "");
    for (i, post) in posts.iter().enumerate() {
        assert_eq!(post["id"], i);
        assert!(["article", "comments"].contains(&post["section"].as_str().unwrap()));
    }
    match json["border"]["paragraph"].as_u64() {
        Some(number) => {
            let first = paragraphs[number as usize - 1]["post"].as_u64().unwrap() as usize;
            assert_eq!(posts[first]["section"], "comments");
            assert!(posts[..first].iter().all(|post| post["section"] == "article"));
        }
        None => assert!(posts.iter().all(|post| post["section"] == "article")),
    }

    let slugs: Vec<&Value> = items(json, "entities").iter().map(|entity| &entity["slug"]).collect();
    let number = |id: &Value| -> usize { id.as_str().unwrap()[1..].parse().unwrap() };
    let inside = |item: &Value| {
        let (outer, inner) = (span(&paragraphs[number(&item["paragraph"]) - 1]), span(item));
        assert!(outer.0 <= inner.0 && inner.0 < inner.1 && inner.1 <= outer.1, "{item}");
    };
    let stances = items(json, "stances");
    for mention in items(json, "mentions") {
        inside(mention);
        assert_eq!(mention["text"], at(span(mention)));
        assert!(slugs.contains(&&mention["entity"]));
        let of_writer = |row: &&Value| {
            row["paragraph"] == mention["paragraph"]
                && row["target"] == mention["entity"]
                && row["holder"]["kind"] == "writer"
        };
        assert_eq!(stances.iter().filter(of_writer).count(), 1, "{mention}");
    }
    for row in stances {
        assert!(slugs.contains(&&row["target"]));
        let known = ["supportive", "critical", "mixed", "neutral", "unclear"];
        assert!(known.contains(&row["stance"].as_str().unwrap()));
    }
    for opinion in items(json, "opinions") {
        inside(opinion);
        assert!(slugs.contains(&&opinion["target"]));
        assert!(["supportive", "critical"].contains(&opinion["polarity"].as_str().unwrap()));
        assert!(!items(opinion, "evidence").is_empty());
        for evidence in items(opinion, "evidence") {
            let (start, end) = span(evidence);
            assert!(start < end && end <= chars.len());
        }
        let of_same = |row: &&Value| {
            row["paragraph"] == opinion["paragraph"]
                && row["target"] == opinion["target"]
                && row["holder"] == opinion["holder"]
        };
        assert_eq!(stances.iter().filter(of_same).count(), 1, "{opinion}");
    }
    let scored = items(json, "opinions").iter().chain(stances).map(|item| &item["score"]);
    for score in scored {
        assert!((0.0..=1.0).contains(&score.as_f64().unwrap()));
        assert!(score.to_string().len() <= 6, "{score}");
    }
}

#[test]
fn prints_json() {
    let file = file("bridge.txt", TEXT);
    let json = json(&["analyze", &file, "--format", "json", "--title", "The bridge"]);
    check(&json, TEXT);
    assert_eq!(json["title"], "The bridge");
}

#[test]
fn finds_who_is_named_and_judged() {
    let file = file("named.txt", TEXT);
    let json = json(&["analyze", &file, "--format", "json", "--border", "4"]);
    let slugs: Vec<_> =
        items(&json, "entities").iter().map(|e| e["slug"].as_str().unwrap()).collect();
    assert!(slugs.contains(&"france") && slugs.contains(&"germany"), "{slugs:?}");
    let love = TEXT.split("I love").next().unwrap().chars().count();
    let holds = |paragraph: &&Value| (span(paragraph).0..span(paragraph).1).contains(&love);
    let paragraph = items(&json, "paragraphs").iter().find(holds).unwrap();
    let row = items(&json, "stances")
        .iter()
        .find(|row| row["paragraph"] == paragraph["id"] && row["target"] == "france")
        .unwrap();
    assert_eq!((&row["holder"]["kind"], &row["stance"]), (&"writer".into(), &"supportive".into()));
}

#[test]
fn indents_on_request() {
    let file = file("pretty.txt", TEXT);
    let line = printed(&["analyze", &file, "--format", "json"]);
    let lines = printed(&["analyze", &file, "--format", "json", "--pretty"]);
    assert_eq!(line.lines().count(), 1);
    assert!(lines.lines().count() > 50);
    let parsed = |text| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(parsed(&line), parsed(&lines));
}

#[test]
fn prints_a_line_for_each_of_several_files() {
    let (one, two) = (file("one.txt", TEXT), file("two.txt", "Only one paragraph.\n"));
    let printed = printed(&["analyze", &one, &two, "--format", "json"]);
    let texts: Vec<Value> = printed
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).unwrap()["text"].clone())
        .collect();
    assert_eq!(texts, [TEXT, "Only one paragraph.\n"]);
}

#[test]
fn the_border_goes_where_it_is_put() {
    let file = file("border.txt", TEXT);
    let border = |value: &str| {
        let json = json(&["analyze", &file, "--format", "json", "--border", value]);
        check(&json, TEXT);
        json["border"].clone()
    };
    assert_eq!(border("3")["paragraph"], 3);
    assert_eq!(border("3")["origin"], "reader");
    assert_eq!(border("none")["paragraph"], Value::Null);
}

#[test]
fn prints_a_summary() {
    let file = file("summary.txt", TEXT);
    let summary = printed(&["analyze", &file, "--border", "3"]);
    assert!(summary.contains("\n2 paragraphs of article, "), "{summary}");
    assert!(summary.contains("\nComments\n   p3  "), "{summary}");
}

#[test]
fn reads_standard_input() {
    let mut child = command(&["analyze", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(TEXT.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    check(&serde_json::from_slice(&output.stdout).unwrap(), TEXT);
}

#[test]
fn stops_quietly_when_nobody_listens() {
    let file = file("pipe.txt", TEXT.repeat(200));
    let mut child = command(&["analyze", &file, "--format", "json", "--pretty"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn says_what_is_wrong() {
    let good = file("good.txt", TEXT);
    let broken = file("broken.txt", b"\x89PNG\r\n\x1a\n\0\0\xff");
    let empty = file("empty.txt", " \n");
    let nowhere = folder("no-models").display().to_string();
    let check = |arguments: &[&str], code: i32, told: &[&str]| {
        let output = run(arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {error}");
        for part in told {
            assert!(error.contains(part), "{arguments:?}: {part:?} not in {error}");
        }
    };
    check(&["analyze", "no such file"], 1, &["no such file: "]);
    check(&["analyze", &broken], 1, &["broken.txt: This is not a text file"]);
    check(&["analyze", &empty], 1, &["empty.txt: There is no text in this."]);
    check(&["analyze", &good, "--border", "99"], 1, &["cannot begin at paragraph 99"]);
    check(&["analyze", &good, "--border", "1"], 2, &["it is a number from 2 on, or none"]);
    check(&["analyze"], 2, &["Usage: stancelight analyze"]);
    check(&["analyze", &good, "--format", "xml"], 2, &["json"]);
    check(&["analyze", &good, "--models", &nowhere], 3, &[&nowhere, "--models"]);
    let missing = ["analyze", &good, "--tier", "deep", "--deep-model", "no such reader"];
    check(&missing, 3, &["no such reader, which is not there", "--deep-model"]);
    check(
        &["analyze", &good, "--tier", "deep", "--deep-model", &good],
        3,
        &["good.txt: This is no file of"],
    );
    check(&["analyze", &good, "--tier", "deeper"], 2, &["quick", "deep"]);
}

/// With a reader whose weights are random.
#[test]
fn the_deep_tier_reads() {
    let good = file("deep.txt", TEXT);
    let tiny = Path::new(env!("CARGO_MANIFEST_DIR")).join("../deep/tests/tiny.bin");
    let tiny = tiny.display().to_string();
    let arguments = ["analyze", &good, "--format", "json", "--tier", "deep", "--deep-model", &tiny];
    let deep = json(&arguments);
    assert_eq!(deep["stamp"]["tier"], "deep");
    assert_eq!(deep["stamp"]["models"]["deep.bin"].as_str().unwrap().len(), 64);
    assert!(items(&deep, "stances").iter().any(|row| row["tier"] == "deep"), "{deep}");
    assert_eq!(deep, json(&arguments));
    let line = serde_json::to_string(TEXT).unwrap();
    let lines = file("deep.jsonl", line + "\n");
    let of_line = json(&["analyze", "--jsonl", &lines, "--tier", "deep", "--deep-model", &tiny]);
    assert_eq!(of_line["stamp"]["tier"], "deep");
}

#[test]
fn a_broken_file_does_not_stop_the_others() {
    let (broken, good) = (file("bad.txt", b"\xff\0"), file("fine.txt", TEXT));
    let output = run(&["analyze", &broken, &good, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    check(&serde_json::from_slice(&output.stdout).unwrap(), TEXT);
}

#[test]
fn the_environment_names_the_models() {
    let good = file("environment.txt", TEXT);
    let nowhere = folder("no-models-here");
    let output = command(&["analyze", &good]).env("STANCELIGHT_MODELS", &nowhere).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains(&nowhere.display().to_string()), "{error}");
}
