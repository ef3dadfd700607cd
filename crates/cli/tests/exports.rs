//! The formats and the stream, as a person uses them.
// Helpers outside of test functions are test code as well.
#![allow(clippy::unwrap_used)]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};

const TEXT: &str = "\u{1f309} Bridge reopened

Mayor Ada Brightwell praised the engineers on Monday. \u{201c}France helped us,\u{201d} she said.

Comments

\u{1f44d}\u{1f3fd} I love France, always did!

Germany ruined it, and Brightwell lied to us.
";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stancelight"));
    command.arg("analyze").args(arguments).env_remove("STANCELIGHT_MODELS");
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || pipe.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join();
    output
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn every_format() {
    let folder = folder("every");
    let file = folder.join("bridge.txt");
    fs::write(&file, TEXT).unwrap();
    let file = file.to_str().unwrap();
    for (format, start, ending) in [
        ("text", "\u{1f309} Bridge", "summary.txt"),
        ("json", "{\"stamp\"", "stancelight.json"),
        ("opinions-csv", "\"discussion\",", "opinions.csv"),
        ("stances-csv", "\"discussion\",", "stances.csv"),
        ("web-annotation", "{\"@context\"", "jsonld"),
        ("conllu", "# newdoc id = t", "conllu"),
        ("aws", "{\"Entities\"", "aws.json"),
        ("displacy", "{\"text\"", "displacy.json"),
        ("markdown", "# \u{1f309} Bridge", "md"),
    ] {
        let output = run(&[file, "--format", format]);
        let (printed, complaint) = said(&output);
        assert_eq!((output.status.code(), complaint.as_str()), (Some(0), ""));
        assert!(printed.starts_with(start), "{format}: {printed}");
        assert!(printed.contains("France"), "{format}");
        let out = folder.join("out");
        let output = run(&[file, "--format", format, "--output", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(fs::read_to_string(out.join(format!("bridge.{ending}"))).unwrap(), printed);
    }
}

#[test]
fn a_link_says_what_is_written() {
    let folder = folder("view");
    let file = folder.join("bridge.txt");
    fs::write(&file, "France helps.\n\nI think that Russia is a disgrace.").unwrap();
    let file = file.to_str().unwrap();
    let link = "https://somewhere.example/page/#/opened?e=russia,-atlantis";
    let output = run(&[file, "--format", "json", "--view", link]);
    let (printed, complaint) = said(&output);
    assert!(complaint.contains("nothing here is called atlantis"), "{complaint}");
    assert!(printed.contains("\"slug\":\"russia\"") && !printed.contains("\"slug\":\"france\""));
    assert!(printed.contains("France helps."), "the text stays whole");
}

/// A link with corrections inside, as the page makes it.
fn link_with(lines: &str) -> String {
    let packed = miniz_oxide::deflate::compress_to_vec(lines.as_bytes(), 6);
    reading::link::cargo::with_cargo("#/opened".to_owned(), None, Some(&packed))
}

#[test]
fn a_link_brings_corrections_and_a_border() {
    let folder = folder("corrections");
    let file = folder.join("bridge.txt");
    fs::write(&file, "France helps.\n\nI think that Russia is a disgrace.").unwrap();
    let file = file.to_str().unwrap();
    let link = link_with("name\trussia\tRussia\tThe Federation\nname\tatlantis\tAtlantis\tX\nnews");
    let output = run(&[file, "--format", "stances-csv", "--view", &(link + "&border=2")]);
    let (printed, complaint) = said(&output);
    assert!(printed.contains("\"The Federation\"") && !printed.contains("\"Russia\""), "{printed}");
    assert!(printed.contains("\"comments\""), "{printed}");
    assert!(complaint.contains("1 corrections in the link are not understood"), "{complaint}");
    assert!(complaint.contains("correction 2: Nobody is called"), "{complaint}");
    let output = run(&[file, "--format", "json", "--view", "#/opened?c=1AAAA"]);
    let (printed, complaint) = said(&output);
    assert!(complaint.contains("damaged") && printed.contains("\"russia\""), "{complaint}");
}

#[test]
fn the_page_becomes_one_file() {
    let folder = folder("page");
    let file = folder.join("bridge.txt");
    fs::write(&file, TEXT).unwrap();
    let (file, out) = (file.to_str().unwrap(), folder.join("out"));
    let page = folder.join("built");
    let view = link_with("name\tfrance\tFrance\tLa France");
    let run = |page: &Path| {
        let (page, out) = (page.to_str().unwrap(), out.to_str().unwrap());
        run(&[file, "--format", "page", "--page", page, "--view", &view, "--output", out])
    };
    let output = run(&page);
    assert_eq!(output.status.code(), Some(3));
    assert!(said(&output).1.contains("cargo xtask build"), "{:?}", said(&output));

    fs::create_dir_all(page.join("models")).unwrap();
    fs::create_dir_all(page.join("strings")).unwrap();
    let document = "<html data-languages=\"en-1 English\"><link rel=\"stylesheet\" href=\"./style.css\">\
                    <script data-app=\"./app.js\" data-wasm=\"./app_bg.wasm\"></script>";
    fs::write(page.join("index.html"), document).unwrap();
    let parts = reading::export::page::Parts::of(document).unwrap();
    for name in parts.names().filter(|name| *name != "index.html" && *name != "app.js") {
        fs::write(page.join(name), name).unwrap();
    }
    let output = run(&page);
    assert!(said(&output).1.contains("app.js"), "{:?}", said(&output));
    fs::write(page.join("app.js"), "let app;").unwrap();
    let output = run(&page);
    assert_eq!((output.status.code(), said(&output).1.as_str()), (Some(0), ""));
    let html = fs::read_to_string(out.join("bridge.html")).unwrap();
    assert!(html.contains("let app;") && html.contains("c=1"), "{html}");
}

#[test]
fn drawings_hold_as_much_as_is_asked_for() {
    let folder = folder("drawings");
    let file = folder.join("bridge.txt");
    fs::write(&file, TEXT).unwrap();
    let (file, out) = (file.to_str().unwrap(), folder.to_str().unwrap());
    let drawn = |more: &[&str]| {
        run(&[&[file, "--format", "matrix-svg", "--output", out], more].concat());
        fs::read_to_string(folder.join("bridge.matrix.svg")).unwrap()
    };
    let (all, few) = (drawn(&[]), drawn(&["--entities", "1", "--holders", "1"]));
    assert!(!all.contains("more"), "{all}");
    assert!(few.contains("more holder") && few.contains("named less"), "{few}");
}

#[test]
fn several_tables_have_one_head() {
    let folder = folder("tables");
    let file = folder.join("bridge.txt");
    fs::write(&file, TEXT).unwrap();
    let file = file.to_str().unwrap();
    let once = said(&run(&[file, "--format", "opinions-csv"])).0;
    let twice = said(&run(&[file, file, "--format", "opinions-csv"])).0;
    let (head, lines) = once.split_once("\r\n").unwrap();
    assert_eq!(twice, format!("{head}\r\n{lines}{lines}"));
}

#[test]
fn brat_writes_two_files_and_never_over_the_text_that_was_read() {
    let folder = folder("brat");
    let file = folder.join("bridge.txt");
    let text = TEXT.replace('\n', "\r\n");
    fs::write(&file, &text).unwrap();
    let (file, out) = (file.to_str().unwrap(), folder.to_str().unwrap());
    let output = run(&[file, "--format", "brat"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).1.contains("--output"));
    assert_eq!(run(&[file, "--format", "brat", "-o", out]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(file).unwrap(), text);
    assert_eq!(fs::read_to_string(folder.join("bridge-2.txt")).unwrap(), text.replace('\r', " "));
    assert!(fs::read_to_string(folder.join("bridge-2.ann")).unwrap().starts_with("T1\t"));
    assert!(fs::read_to_string(folder.join("annotation.conf")).unwrap().starts_with("[entities]"));
}

#[test]
fn its_own_json_opens_again_and_comes_out_the_same() {
    let folder = folder("again");
    let file = folder.join("bridge.txt");
    fs::write(&file, TEXT).unwrap();
    let json = said(&run(&[file.to_str().unwrap(), "--format", "json", "--border", "3"])).0;
    let written = folder.join("bridge.json");
    fs::write(&written, &json).unwrap();
    assert_eq!(
        said(&run(&[written.to_str().unwrap(), "--format", "json"])),
        (json.clone(), String::new())
    );
    assert_eq!(said(&fed(&["--jsonl"], json.as_bytes())), (json, String::new()));
}

#[test]
fn a_line_in_is_a_line_out_in_the_same_order() {
    let lines = [
        json!(TEXT).to_string(),
        json!({"text": "France is a disgrace.", "title": "Short"}).to_string(),
        String::new(),
        json!("<p>Germany <b>helped</b> us.</p><p>Thanks!</p>").to_string(),
    ];
    let output = fed(&["--jsonl", "-"], lines.join("\n").as_bytes());
    let (printed, complaint) = said(&output);
    assert_eq!((output.status.code(), complaint.as_str()), (Some(0), ""));
    let printed: Vec<Value> =
        printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let titles: Vec<_> = printed.iter().map(|json| json["title"].as_str().unwrap()).collect();
    assert_eq!(titles.len(), 3);
    assert_eq!(titles[1], "Short");
    assert_eq!(printed[2]["text"], "Germany helped us.\n\nThanks!");
    let aws = said(&fed(&["--jsonl", "--format", "aws"], lines.join("\r\n").as_bytes())).0;
    assert_eq!(aws.lines().count(), 3);
}

#[test]
fn broken_lines_are_told_by_number() {
    let folder = folder("broken");
    let file = folder.join("lines.jsonl");
    let lines = b"\"France.\"\n{\"text\": \n\n[1]\n\"\"\n\"\xff\"\n\"Germany.\"";
    fs::write(&file, lines).unwrap();
    let output = run(&["--jsonl", file.to_str().unwrap()]);
    let (printed, complaint) = said(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(printed.lines().count(), 2);
    let complaints: Vec<_> = complaint.lines().collect();
    assert_eq!(complaints.len(), 5, "{complaint}");
    for (line, told) in complaints.iter().zip([
        "line 2: This is not JSON",
        "line 4: This is neither a text",
        "line 5: There is no text in this.",
        "line 6: This is not UTF-8 (from byte 1",
        "4 of 6 lines left out.",
    ]) {
        assert!(line.contains(told), "{line}");
    }
}

#[test]
fn columns_and_all_discussions_of_a_file() {
    let folder = folder("columns");
    let file = folder.join("articles.csv");
    fs::write(
        &file,
        "headline,said,who\nThe ferry,France closed it.,lee\nThe bus,It is late.,kim\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let columns = ["--columns", "text=said,author=who,title=headline", "--format", "json"];
    let arguments = [&[file][..], &columns].concat();
    let (printed, complaint) = said(&run(&arguments));
    assert_eq!(printed.lines().count(), 1);
    assert!(complaint.contains("1 more discussion"), "{complaint}");
    let (printed, complaint) = said(&run(&[&arguments[..], &["--all"]].concat()));
    assert_eq!((printed.lines().count(), complaint.as_str()), (2, ""));
    let json: Value = serde_json::from_str(printed.lines().next().unwrap()).unwrap();
    assert_eq!((&json["title"], &json["posts"][0]["author"]), (&json!("The ferry"), &json!("lee")));
    let out = folder.join("out");
    let output = [&arguments[..], &["--all", "-o", out.to_str().unwrap()]].concat();
    assert_eq!(run(&output).status.code(), Some(0));
    for name in ["articles.stancelight.json", "articles-2.stancelight.json"] {
        assert!(out.join(name).is_file(), "{name}");
    }
    let output = run(&[file, "--columns", "text=words"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).1.contains("there are: headline, said, who."));
    let output = run(&[file, "--columns", "words"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).1.contains("is not of the form role=column"));
}

#[test]
fn what_does_not_go_together() {
    for (arguments, told) in [
        (&["--jsonl", "--format", "markdown"][..], "a format of lines"),
        (&["--jsonl", "--border", "2"][..], "--border"),
        (&["--jsonl", "--output", "x"][..], "--output"),
        (&["-", "--format", "xml"][..], "web-annotation"),
    ] {
        let output = fed(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).1.contains(told), "{arguments:?}");
    }
}
