//! Files that go out, checked as those who open them would: every place against the text, in the
//! format's own unit, for texts with pictures, combining marks and right-to-left script.
// Helpers outside of test functions are test code as well.
#![allow(clippy::unwrap_used)]

mod shipped;

use discussion::{Import, ParagraphId, SentenceId, Span};
use engine::{
    Analysis, Entity, EntityId, EntityType, Evidence, EvidenceRole, Holder, Mention, MentionId,
    MentionKind, Opinion, Polarity, RunnerUp, Stance, StanceRow, Tier,
};
use proptest::prelude::*;
use reading::{
    Reading, Shown,
    export::{
        Drawn, aws, brat, conllu, csv, displacy, markdown, matrix_svg, network_svg, web_annotation,
    },
};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use crate::shipped::MODELS;

/// Texts in which bytes, code points and UTF-16 units all differ, with line ends of every kind.
fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => prop::sample::select(&[
            "France", "French", "the U.S.", "NATO", "Israel", "Ada Brightwell", "Zoe\u{308} Brightwell",
            "Ad\u{e8}le", "\u{5d9}\u{5e9}\u{5e8}\u{5d0}\u{5dc}", "\u{631}\u{648}\u{633}\u{64a}\u{627}", "\u{200f}",
            "the minister", "Muslims", "she", "his", "not", "never", "praised", "hates", "lied to",
            "undermines", "ruined", "a hero", "a disgrace", "said that", "insisted", "but", "is",
            "\u{201c}", "\u{201d}", "\"", "'s", ",", ".", "!", "\u{1f600}", "\u{1f44d}\u{1f3fd}",
            "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}", "e\u{301}\u{323}", "\n", "\n\n", "\r\n", "\r",
            "\u{2028}", "\u{85}", "\t", "=1+1", "Comments", "> ", "- ", "# ", "@someone", "_", "|", "<b>",
        ][..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<String>(),
    ];
    prop::collection::vec(word, 0..80).prop_map(|words| words.join(" "))
}

fn reading(text: &str, name: Option<&str>) -> Option<Reading> {
    let discussion = discussion::import(text.as_bytes(), Import { name }).ok()?;
    let analysis = engine::analyze(&discussion, &MODELS);
    Some(Reading::new(discussion, analysis, reading::words::Lowercase::STANDARD))
}

const TEXT: &str = "\u{1f309} Bridge reopened in Lyme\u{301}

Mayor Zoe\u{308} Brightwell praised France on Monday. \u{201c}Israel helped us,\u{201d} she said.

\u{5d9}\u{5e9}\u{5e8}\u{5d0}\u{5dc} \u{631}\u{648}\u{633}\u{64a}\u{627} and the United\r\nNations \u{1f468}\u{200d}\u{1f469} met.

Comments

\u{1f44d}\u{1f3fd} I love France, always did!

=SUM(A1) Germany ruined it, and Brightwell lied to us.
";

fn slice(text: &[char], start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    assert!(start < end, "{start}..{end}");
    text[start..end].iter().collect()
}

fn items<'a>(json: &'a Value, key: &str) -> &'a [Value] {
    json[key].as_array().unwrap_or_else(|| panic!("{key} is no list in {json}"))
}

fn check_aws(reading: &Reading) {
    let text: Vec<char> = reading.discussion.text.chars().collect();
    let json: Value = serde_json::from_str(&aws::to_json(reading)).unwrap();
    let mut count = 0;
    for entity in items(&json, "Entities") {
        let mentions = items(entity, "Mentions");
        count += mentions.len();
        for index in items(entity, "DescriptiveMentionIndex") {
            assert!(mentions.get(index.as_u64().unwrap() as usize).is_some());
        }
        for mention in mentions {
            let said = slice(&text, &mention["BeginOffset"], &mention["EndOffset"]);
            assert_eq!(mention["Text"], said);
            let scores = mention["MentionSentiment"]["SentimentScore"].as_object().unwrap();
            let sum: f64 = scores.values().map(|score| score.as_f64().unwrap()).sum();
            assert!((sum - 1.0).abs() < 1e-9, "{mention}");
        }
    }
    assert_eq!(count, reading.analysis.mentions.len());
}

fn check_displacy(reading: &Reading) {
    let json: Value = serde_json::from_str(&displacy::to_json(reading)).unwrap();
    assert_eq!(json["text"], reading.discussion.text);
    let text: Vec<char> = reading.discussion.text.chars().collect();
    let place = |item: &Value, key: &str| item[key].as_u64().unwrap() as usize;
    // spaCy builds the text of a document from its words and a flag for one space behind each.
    let tokens = items(&json, "tokens");
    let mut built = String::new();
    for (i, token) in tokens.iter().enumerate() {
        assert_eq!(token["id"], i);
        built += &slice(&text, &token["start"], &token["end"]);
        let next = tokens.get(i + 1).map_or(text.len(), |next| place(next, "start"));
        if place(token, "end") < next {
            built.push(' ');
        }
    }
    assert_eq!(built, reading.discussion.text);
    let starts: Vec<_> = tokens.iter().map(|token| place(token, "start")).collect();
    let ends: Vec<_> = tokens.iter().map(|token| place(token, "end")).collect();
    let mut end = 0;
    for ent in items(&json, "ents") {
        assert!(end <= place(ent, "start"), "entities overlap");
        end = place(ent, "end");
    }
    let spans = ["mentions", "stances", "opinions"].map(|key| items(&json["spans"], key));
    for item in items(&json, "ents").iter().chain(spans.into_iter().flatten()) {
        assert!(starts.binary_search(&place(item, "start")).is_ok(), "{item}");
        assert!(ends.binary_search(&place(item, "end")).is_ok(), "{item}");
    }
    assert_eq!(items(&json["spans"], "mentions").len(), reading.analysis.mentions.len());
}

fn check_web_annotation(reading: &Reading) {
    let text: Vec<char> = reading.discussion.text.chars().collect();
    let json: Value = serde_json::from_str(&web_annotation::to_json(reading)).unwrap();
    let annotations = items(&json["first"], "items");
    assert_eq!(json["total"], annotations.len());
    let (mentions, opinions) = (&reading.analysis.mentions, &reading.analysis.opinions);
    assert_eq!(annotations.len(), mentions.len() + opinions.len());
    let mut names: Vec<_> = annotations.iter().map(|item| item["id"].as_str().unwrap()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), annotations.len());
    for annotation in annotations {
        let [quote, position] = items(&annotation["target"], "selector") else { panic!() };
        let (start, end) = (&position["start"], &position["end"]);
        assert_eq!(quote["exact"], slice(&text, start, end));
        let before: String = text[..start.as_u64().unwrap() as usize].iter().collect();
        let behind: String = text[end.as_u64().unwrap() as usize..].iter().collect();
        assert!(before.ends_with(quote["prefix"].as_str().unwrap()));
        assert!(behind.starts_with(quote["suffix"].as_str().unwrap()));
    }
}

/// brat's own rules: a text-bound annotation is on one line, its parts lie in the text in order and
/// hold no line end, and its words are those of its parts joined with a space.
fn check_brat(reading: &Reading) {
    let files = brat::files(reading);
    let text: Vec<char> = files.text.chars().collect();
    assert_eq!(text.len(), reading.discussion.text.chars().count());
    assert!(!text.contains(&'\r'));
    let (mut bound, mut events, mut attributes) = (Vec::new(), Vec::new(), 0);
    let mut places: Vec<(String, String)> = Vec::new();
    for line in files.annotations.split_terminator('\n') {
        let fields: Vec<&str> = line.split('\t').collect();
        match (line.chars().next().unwrap(), fields.as_slice()) {
            ('T', [id, place, words]) => {
                let (kind, parts) = place.split_once(' ').unwrap();
                let mut said = Vec::new();
                let mut last = 0;
                for part in parts.split(';') {
                    let (start, end) = part.split_once(' ').unwrap();
                    let (start, end): (usize, usize) =
                        (start.parse().unwrap(), end.parse().unwrap());
                    assert!(last <= start && start < end, "{line}");
                    last = end;
                    said.push(text[start..end].iter().collect::<String>());
                }
                assert_eq!(said.join(" "), *words);
                assert_eq!(words.lines().count(), 1);
                places.push((kind.to_owned(), parts.to_owned()));
                bound.push((*id).to_owned());
            }
            ('E', [id, parts]) => {
                for part in parts.split(' ') {
                    let (_, id) = part.split_once(':').unwrap();
                    assert!(bound.iter().any(|name| name == id), "{line}");
                }
                events.push((*id).to_owned());
            }
            ('A', [_, parts]) => {
                let of = parts.split(' ').nth(1).unwrap();
                assert!(bound.iter().chain(&events).any(|name| name == of), "{line}");
                attributes += 1;
            }
            ('*', ["*", parts]) => {
                assert!(parts.split(' ').skip(1).all(|id| bound.iter().any(|name| name == id)));
            }
            ('#', [_, parts, _]) => {
                let of = parts.split(' ').nth(1).unwrap();
                assert!(bound.iter().any(|name| name == of), "{line}");
            }
            _ => panic!("{line:?}"),
        }
    }
    assert!(attributes >= reading.analysis.mentions.len());
}

/// Ten columns, words that build the text of their sentence, places that hold them, and brackets
/// that close.
fn check_conllu(reading: &Reading) {
    let text: Vec<char> = reading.discussion.text.chars().collect();
    let conllu = conllu::to_conllu(reading);
    assert!(unicode_normalization::is_nfc(&conllu));
    let mut tokens = 0;
    for block in conllu.split_terminator("\n\n") {
        let (mut built, mut said) = (String::new(), None);
        let mut open: Vec<String> = Vec::new();
        let mut number = 0;
        for line in block.split('\n') {
            if let Some(comment) = line.strip_prefix("# ") {
                said = comment.strip_prefix("text = ").map(str::to_owned).or(said);
                continue;
            }
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, .., misc] = columns.as_slice() else { panic!("{line:?}") };
            assert_eq!(columns.len(), 10, "{line:?}");
            number += 1;
            tokens += 1;
            assert_eq!(*id, number.to_string());
            let tree = if number == 1 { ["0", "root"] } else { ["1", "dep"] };
            assert_eq!(columns[3..8], ["X", "_", "_", tree[0], tree[1]], "{line:?}");
            assert!(!form.is_empty() && !form.contains(char::is_whitespace), "{line:?}");
            built += form;
            let mut apart = true;
            for part in misc.split('|') {
                let (key, value) = part.split_once('=').unwrap();
                match key {
                    "SpaceAfter" => apart = false,
                    "TokenRange" => {
                        let (start, end) = value.split_once(':').unwrap();
                        let range = start.parse().unwrap()..end.parse().unwrap();
                        let word: String = text[range].iter().collect();
                        let shown = |c: &char| !c.is_whitespace() && !c.is_control();
                        let word: String = word.nfc().filter(shown).collect();
                        assert!(word == *form || (word.is_empty() && *form == "\u{fffd}"));
                    }
                    "Entity" => brackets(value, &mut open),
                    _ => panic!("{line:?}"),
                }
            }
            if apart {
                built.push(' ');
            }
        }
        assert!(open.is_empty(), "{block}");
        assert_eq!(built.trim_end(), said.unwrap().trim_end());
    }
    assert_eq!(tokens, reading.discussion.tokens.len());
}

/// Reads brackets as others do: what follows an opening one goes on to the next bracket of any kind.
fn brackets(value: &str, open: &mut Vec<String>) {
    let mut rest = value;
    while !rest.is_empty() {
        let opens = rest.strip_prefix('(');
        let body = opens.unwrap_or(rest);
        let end = body.find(['(', ')']).unwrap_or(body.len());
        let (head, behind) = body.split_at(end);
        let closes = behind.strip_prefix(')');
        let id = head.split('-').next().unwrap().to_owned();
        assert_eq!(head.matches('-').count(), if opens.is_some() { 3 } else { 0 }, "{value}");
        match (opens, closes) {
            (Some(_), Some(_)) => {}
            (Some(_), None) => open.push(id),
            (None, Some(_)) => {
                let at = open.iter().rposition(|other| *other == id);
                open.remove(at.unwrap_or_else(|| panic!("{value} closes what is not open")));
            }
            (None, None) => panic!("{value}"),
        }
        rest = closes.unwrap_or(behind);
    }
}

/// Every line has the columns of the first, and no text begins as a formula does.
fn check_csv(reading: &Reading) {
    for (head, lines, count) in [
        (csv::opinions_head(), csv::opinions(reading), reading.analysis.opinions.len()),
        (csv::stances_head(), csv::stances(reading), reading.analysis.stances.len()),
    ] {
        let rows = rows(&(head + &lines));
        assert_eq!(rows.len(), count + 1);
        for row in &rows {
            assert_eq!(row.len(), rows[0].len());
            for cell in row {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
            }
        }
    }
}

/// A table read by the letter of RFC 4180.
fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = table.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty());
    rows
}

fn check_markdown(reading: &Reading) {
    let report = markdown::report(reading);
    let known = ["# ", "## ", "### ", "- ", "| ", "|---", "  read", "Source: ", "For:", "Against:"];
    for line in report.lines().filter(|line| line.starts_with(['#', '<', '>', '|', '`', '='])) {
        assert!(known.iter().any(|start| line.starts_with(start)), "{line:?}");
    }
    assert!(!report.replace("\\<", "").contains('<'));
}

/// A drawing is well-formed, holds its title and needs nothing from elsewhere.
fn check_drawings(reading: &Reading) {
    for svg in [
        matrix_svg::matrix(reading, &Drawn::default()),
        network_svg::network(reading, &Drawn::default()),
    ] {
        let mut xml = quick_xml::Reader::from_str(&svg);
        xml.config_mut().check_end_names = true;
        loop {
            match xml.read_event().unwrap() {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(tag) => {
                    let known = ["svg", "title", "desc", "g", "text", "tspan", "path"];
                    assert!(known.contains(&tag.name().as_ref()), "{tag:?}");
                }
                _ => {}
            }
        }
        assert!(!svg.contains("href") && !svg.contains("url("), "{svg}");
    }
}

fn check(reading: &Reading) {
    check_drawings(reading);
    check_aws(reading);
    check_displacy(reading);
    check_web_annotation(reading);
    check_brat(reading);
    check_conllu(reading);
    check_csv(reading);
    check_markdown(reading);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn every_place_holds(text in texts()) {
        if let Some(reading) = reading(&text, None) {
            check(&reading);
            // Every second paragraph: what is left has its places, too.
            let matches = reading.paragraphs().map(|paragraph| paragraph.0 % 2 == 1).collect();
            check(&reading.restricted(&Shown { matches, count: 0 }));
        }
    }
}

#[test]
fn an_empty_reading() {
    check(&Reading::default());
}

#[test]
fn a_discussion() {
    let reading = reading(TEXT, Some("bridge.txt")).unwrap();
    check(&reading);
    assert!(reading.analysis.opinions.len() >= 3, "{:?}", reading.analysis.opinions);
}

/// What is said in [`TEXT`], judged by hand, so that these files change with the formats alone.
fn by_hand() -> Reading {
    let mut discussion = discussion::import(TEXT.as_bytes(), Import::default()).unwrap();
    discussion.source = Some("https://example.org/bridge".to_owned());
    discussion.posts[1].author = Some("ann".to_owned());
    discussion.posts[1].time = Some("2020-03-03T10:00:00Z".to_owned());
    discussion.posts[2].parent = Some(discussion::PostId(1));
    let text = discussion.text.clone();
    let span = |words: &str, nth: usize| {
        let (start, words) = text.match_indices(words).nth(nth).unwrap();
        Span::new(start, start + words.len())
    };
    let paragraph = |span: Span| {
        let found = discussion.paragraphs.iter().position(|p| p.span.contains(span));
        ParagraphId(found.unwrap() as u32)
    };
    let mut analysis = Analysis::default();
    for (slug, name, kind) in [
        ("zoe-brightwell", "Zoe\u{308} Brightwell", EntityType::Person),
        ("france", "France", EntityType::Place),
        ("united-nations", "United Nations", EntityType::Organisation),
        ("germany", "Germany", EntityType::Place),
    ] {
        let (slug, name) = (slug.to_owned(), name.to_owned());
        analysis.entities.push(Entity { slug, name, kind, ..Entity::default() });
    }
    for (entity, words, nth, kind) in [
        (0, "Zoe\u{308} Brightwell", 0, MentionKind::Name),
        (1, "France", 0, MentionKind::Name),
        (0, "she", 0, MentionKind::Pronoun),
        (2, "the United", 0, MentionKind::Nominal),
        (2, "United", 0, MentionKind::Name),
        (1, "France", 1, MentionKind::Name),
        (3, "Germany", 0, MentionKind::Name),
        (0, "Brightwell", 1, MentionKind::Name),
    ] {
        let span = span(words, nth);
        let (paragraph, entity, confidence) = (paragraph(span), EntityId(entity), 0.9);
        let sentence = SentenceId(0);
        analysis.mentions.push(Mention { span, paragraph, sentence, entity, kind, confidence });
    }
    let source = Holder::Source(EntityId(0));
    for (holder, mention, words, cue, role, polarity) in [
        (
            source,
            1,
            "Mayor Zoe\u{308} Brightwell praised France on Monday.",
            "praised",
            EvidenceRole::Direction,
            Polarity::Supportive,
        ),
        (Holder::Writer, 5, "I love France", "love", EvidenceRole::Cue, Polarity::Supportive),
        (
            Holder::Writer,
            6,
            "=SUM(A1) Germany ruined it",
            "ruined",
            EvidenceRole::Cue,
            Polarity::Critical,
        ),
        (Holder::Writer, 7, "Brightwell lied to us", "lied", EvidenceRole::Cue, Polarity::Critical),
    ] {
        let target: EntityId = analysis.mentions[mention].entity;
        let opinion = span(words, 0);
        let stance = match polarity {
            Polarity::Supportive => Stance::Supportive,
            Polarity::Critical => Stance::Critical,
        };
        let (paragraph, score, tier) = (paragraph(opinion), 0.75, Tier::Quick);
        analysis.stances.push(StanceRow { paragraph, holder, target, stance, score, tier });
        analysis.opinions.push(Opinion {
            paragraph,
            span: opinion,
            holder,
            target,
            mention: MentionId(mention as u32),
            polarity,
            score,
            tier,
            evidence: vec![Evidence { span: span(cue, 0), role, weight: 1.0 }],
            runner_up: RunnerUp { stance: Stance::Neutral, score: 0.25 },
            summands: Vec::new(),
        });
    }
    Reading::new(discussion, analysis, reading::words::Lowercase::STANDARD)
}

#[test]
fn golden_files() {
    let reading = by_hand();
    check(&reading);
    insta::assert_snapshot!("opinions.csv", csv::opinions_head() + &csv::opinions(&reading));
    insta::assert_snapshot!("stances.csv", csv::stances_head() + &csv::stances(&reading));
    insta::assert_snapshot!("ann", brat::files(&reading).annotations);
    insta::assert_snapshot!("annotation.conf", brat::configuration());
    insta::assert_snapshot!("conllu", conllu::to_conllu(&reading));
    insta::assert_snapshot!("aws.json", aws::to_json(&reading));
    insta::assert_snapshot!("displacy.json", displacy::to_json(&reading));
    insta::assert_snapshot!("jsonld", web_annotation::to_json(&reading));
    insta::assert_snapshot!("md", markdown::report(&reading));
    insta::assert_snapshot!("matrix.svg", matrix_svg::matrix(&reading, &Drawn::default()));
    insta::assert_snapshot!("network.svg", network_svg::network(&reading, &Drawn::default()));
}
