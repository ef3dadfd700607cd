//! Whatever the text: from bytes to a reading, its counts and its JSON, with the models of the
//! project and with none.
// Helpers outside of test functions are test code as well.
#![allow(clippy::unwrap_used)]

mod shipped;

use discussion::Import;
use engine::{Holder, Models};
use proptest::prelude::*;
use reading::{Choices, Facets, Filter, Overview, Reading, export::json, link, words::Lowercase};
use serde_json::Value;

use crate::shipped::MODELS;

/// Texts that look like discussions, with anything at all between the words.
fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => prop::sample::select(&[
            "France", "French", "Germany", "the U.S.", "NATO", "Israel", "Ada Brightwell", "Brightwell",
            "Dr. Finch", "the minister", "Muslims", "she", "his", "they", "we", "you", "not", "never",
            "praised", "hates", "lied to", "undermines", "helped", "ruined", "a hero", "a disgrace",
            "said that", "according to", "claims", "insisted", "but", "and", "although", "is", "very",
            "\u{201c}", "\u{201d}", "\"", "'s", ",", ".", "!", "?", "\u{2026}", "\u{1f600}", "\n", "\n\n",
            "Comments", "> ", "- ", "# ", "@someone", "https://example.org/x?y=z",
        ][..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<String>(),
    ];
    prop::collection::vec(word, 0..80).prop_map(|words| words.join(" "))
}

fn check(text: &str, models: &Models) {
    let Ok(discussion) = discussion::import(text.as_bytes(), Import::default()) else { return };
    let analysis = engine::analyze(&discussion, models);
    let reading = Reading::new(discussion, analysis, Lowercase::STANDARD);

    // Every mention is found again where it stands, and has a row.
    let mut mentions = 0;
    for paragraph in reading.paragraphs() {
        for (_, mention) in reading.mentions_in(paragraph) {
            mentions += 1;
            assert!(reading.writer_stance(paragraph, mention.entity).is_some());
        }
        for row in reading.rows_in(paragraph).iter().filter(|row| row.holder != Holder::Writer) {
            assert!(reading.opinions_on(paragraph, row.target).any(|o| o.holder == row.holder));
        }
    }
    assert_eq!(mentions, reading.analysis.mentions.len());
    let overview = Overview::of(&reading);
    assert_eq!(overview.totals().total().mentions, mentions);

    // Counts are what filtering gives, and links carry the filter.
    let facets = Facets::count(&reading, &Filter::default());
    for choice in &facets.entities {
        let slug = reading.slug(choice.value).to_owned();
        assert!(link::is_slug(&slug), "{slug:?}");
        assert_eq!(reading.entity(&slug), Some(choice.value));
        let filter = Filter { any: Choices::from([slug]), ..Filter::default() };
        assert_eq!(filter.apply(&reading).count, choice.count);
    }

    check_json(&reading, text);
}

/// The JSON can be read, and its spans are where it says.
fn check_json(reading: &Reading, text: &str) {
    let json: Value = serde_json::from_str(&json::to_json(reading, false)).unwrap();
    let chars: Vec<char> = json["text"].as_str().unwrap().chars().collect();
    assert!(chars.len() <= text.chars().count());
    let items = |key: &str| json[key].as_array().unwrap().iter();
    let evidence = items("opinions").flat_map(|opinion| opinion["evidence"].as_array().unwrap());
    let spans = items("paragraphs").chain(items("mentions")).chain(items("opinions"));
    for span in spans.chain(evidence) {
        let place = |key: &str| span[key].as_u64().unwrap() as usize;
        assert!(place("start") < place("end"), "{span}");
        let there: String = chars[place("start")..place("end")].iter().collect();
        assert!(span["text"].is_null() || span["text"] == there, "{span}");
    }
    assert_eq!(items("stances").count(), reading.analysis.stances.len());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn gives_a_reading(text in texts()) {
        check(&text, &MODELS);
    }

    #[test]
    fn gives_a_reading_without_models(text in texts()) {
        check(&text, &Models::default());
    }
}
