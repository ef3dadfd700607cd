//! Names, entities and coreference on short discussions in our own words.
//!
//! Each text in `entities/` has a golden file in `snapshots/` that shows it with its mentions under
//! each sentence and its entities at the end. Review changes with `INSTA_UPDATE=always`.

use std::{fmt::Write as _, fs, path::Path};

use discussion::{Discussion, Import};
use engine::{Entity, Mention, Models};
use proptest::prelude::*;

fn models() -> Models {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let files: Vec<_> = Models::FILES
        .iter()
        .map(|name| (*name, fs::read(folder.join(name)).expect("a model that ships")))
        .collect();
    let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    Models::load(&files).expect("models that ship are well-formed")
}

/// The text with a line under each sentence for each of its mentions, then the entities.
fn drawn(discussion: &Discussion, entities: &[Entity], mentions: &[Mention]) -> String {
    let mut out = String::new();
    for (number, sentence) in discussion.sentences.iter().enumerate() {
        let _ = writeln!(out, "{}", discussion.slice(sentence.span));
        for mention in mentions.iter().filter(|mention| mention.sentence.index() == number) {
            let before =
                &discussion.text[sentence.span.start as usize..mention.span.start as usize];
            let within = discussion.slice(mention.span).chars().count();
            let slug = &entities[mention.entity.index()].slug;
            let kind = format!("{:?}", mention.kind).to_lowercase();
            let margin = before.chars().count();
            let _ = writeln!(out, "{:margin$}{} {slug} {kind}", "", "~".repeat(within));
        }
    }
    out.push('\n');
    for entity in entities {
        let kind = format!("{:?}", entity.kind).to_lowercase();
        let gender = format!("{:?}", entity.gender).to_lowercase();
        let known = if entity.known_as.is_some() { ", known" } else { "" };
        let aliases = entity.aliases.join(", ");
        let _ =
            writeln!(out, "{}: {}, {kind}, {gender}{known}; {aliases}", entity.slug, entity.name);
    }
    out
}

#[test]
fn golden_files() {
    let models = models();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/entities");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .expect("the folder of texts")
        .map(|entry| entry.expect("a file").path())
        .collect();
    names.sort();
    assert!(names.len() >= 12);
    for path in names {
        let text = fs::read(&path).expect("a text");
        let discussion = discussion::import(&text, Import::default()).expect("a text");
        let (entities, mentions) = engine::find_mentions(&discussion, &models);
        holds(&discussion, &entities, &mentions);
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        insta::assert_snapshot!(name, drawn(&discussion, &entities, &mentions));
    }
}

/// What holds for the mentions and entities of every text.
fn holds(discussion: &Discussion, entities: &[Entity], mentions: &[Mention]) {
    engine::invariants::check(discussion, entities, mentions).expect("the promises of mentions");
}

/// Found by fuzzing: an entity of a nominal that had lost its only mention.
#[test]
fn every_entity_is_mentioned() {
    let text = "Russian and Turkish pilots shared an airfield. The Russians left first; the \
                Saudis, the Dutch and an Israeli colonelUS officials said on Monday that the \
                talks would go on. Senior Iranian di";
    let discussion = discussion::import(text.as_bytes(), Import::default()).expect("a text");
    let (entities, mentions) = engine::find_mentions(&discussion, &models());
    holds(&discussion, &entities, &mentions);
}

/// Words of names, of sentences and of neither, to be thrown together.
const WORDS: &[&str] = &[
    "Kerry",
    "John",
    "Mr.",
    "Secretary",
    "of",
    "State",
    "the",
    "US",
    "U.S.",
    "Russian",
    "Russians",
    "officials",
    "said",
    "he",
    "his",
    "her",
    "they",
    "it",
    "University",
    "and",
    "van",
    "de",
    "al-",
    "Assad",
    "-",
    "/",
    ",",
    ".",
    "!",
    "…",
    "'s",
    "’",
    "(GCC)",
    "@x",
    "#Syria",
    "ISIS",
    "I",
    "J.",
    "президент",
    "عمر",
    "北京",
    "é",
    "İstanbul",
    "ß",
    "\u{301}",
    "👩‍👩‍👧",
    "\n\n",
    "\t",
    "president",
    "according",
    "to",
    "Comments",
    "\"",
    "&",
    "Co",
    "Jr",
    "1990s",
    "3M",
    "",
];

proptest! {
    #[test]
    fn any_text_keeps_the_promises(
        text in prop_oneof![
            any::<String>(),
            prop::collection::vec((prop::sample::select(WORDS), prop::bool::weighted(0.8)), 0..60)
                .prop_map(|words| words.iter().fold(String::new(), |mut text, (word, space)| {
                    text.push_str(word);
                    if *space { text.push(' '); }
                    text
                })),
        ]
    ) {
        thread_local!(static MODELS: Models = models());
        MODELS.with(|models| {
            let Ok(discussion) = discussion::import(text.as_bytes(), Import::default()) else { return };
            let found = engine::find_mentions(&discussion, models);
            holds(&discussion, &found.0, &found.1);
            assert_eq!(found, engine::find_mentions(&discussion, models));
        });
    }
}
