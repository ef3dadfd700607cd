//! Opinions and attributions on sentences and short discussions in our own words.

#[path = "bracketed/attributions.rs"]
mod attributions;
mod bracketed;

use bracketed::{analyze, models, rendered, trained, verdicts};
use discussion::{Discussion, Import, SentenceId, Span};
use engine::{Entity, EntityId, Holder, Mention, MentionKind, Models, Polarity, Stance};
use proptest::prelude::*;

/// Checks who is for or against whom: one `holder target sign` a row, separated by `; `.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let models = models();
    let mut failures = Vec::new();
    for (text, expected) in cases {
        let (_, analysis) = analyze(models, text);
        let mut expected: Vec<&str> = expected.split("; ").filter(|row| !row.is_empty()).collect();
        expected.sort_unstable();
        let found = verdicts(&analysis);
        if found != expected {
            failures.push(format!("{text}\n   expected {expected:?}\n   found    {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn what_somebody_is_said_to_be() {
    check(&[
        ("[Osric|osric] is a brilliant reformer.", "writer osric +"),
        ("[Osric|osric] was incompetent and greedy.", "writer osric -"),
        ("[Osric|osric] seems honest.", "writer osric +"),
        ("[Osric|osric] is in [Veldia|veldia].", ""),
        ("The corrupt [Osric|osric] met [Ilse|ilse].", "writer osric -"),
        ("[Osric|osric], a brutal dictator, met [Ilse|ilse].", "writer osric -"),
        ("[Osric|osric]'s lies are known in [Veldia|veldia].", "writer osric -"),
        ("The cruelty of [Veldia|veldia] has no end.", "writer veldia -"),
    ]);
}

#[test]
fn negation_turns_it_round() {
    check(&[
        ("[Osric|osric] is not honest.", "writer osric -"),
        ("[Osric|osric] isn't corrupt.", "writer osric +"),
        ("[Osric|osric] was never a great leader.", "writer osric -"),
        ("[Osric|osric] is no hero.", "writer osric -"),
        ("[Ilse|ilse] doesn't support [Osric|osric].", "ilse osric -"),
        ("[Ilse|ilse] refuses to help [Osric|osric].", "ilse osric -"),
        ("[Ilse|ilse] never criticized [Osric|osric].", "ilse osric +"),
        ("[Ilse|ilse] is not interested in helping [Osric|osric].", "ilse osric -"),
        ("[Ilse|ilse] is not ready to support [Osric|osric].", "ilse osric -"),
        ("Nobody trusts [Osric|osric].", "somebody osric -"),
    ]);
}

#[test]
fn verbs_have_a_direction() {
    check(&[
        ("[Ilse|ilse] praised [Osric|osric].", "ilse osric +"),
        ("[Ilse|ilse] condemned [Osric|osric] on Monday.", "ilse osric -"),
        ("[Osric|osric] was condemned by [Ilse|ilse].", "ilse osric -"),
        ("[Osric|osric] was widely praised.", "somebody osric +"),
        ("[Ilse|ilse] blamed the crisis on [Osric|osric].", "ilse osric -"),
        ("[Ilse|ilse] accused [Osric|osric] of theft.", "ilse osric -"),
        ("[Veldia|veldia] helps [Norrland|norrland].", "veldia norrland +"),
        ("[Veldia|veldia] undermines [Norrland|norrland].", "veldia norrland -; writer veldia -"),
        ("Critics denounced [Osric|osric].", "somebody osric -"),
        ("[Ilse|ilse], who despises [Osric|osric], left.", "ilse osric -"),
        ("[Osric|osric], whom [Ilse|ilse] admires, left.", "ilse osric +"),
        ("[Ilse|ilse] met [Bron|bron] and praised [Osric|osric].", "ilse osric +"),
        ("[Ilse|ilse] and [Bron|bron] oppose [Osric|osric].", "bron osric -; ilse osric -"),
        ("troops backed by [Veldia|veldia] arrived.", ""),
        ("[Ilse|ilse] called [Osric|osric] a liar.", "ilse osric -"),
        ("[Ilse|ilse] (who lives abroad) has criticized [Osric|osric].", "ilse osric -"),
        ("Her adviser, [Ilse|ilse], praised [Osric|osric].", "ilse osric +"),
        (
            "One week later, [Veldia|veldia] and its friends began to push back, criticizing [Osric|osric].",
            "veldia osric -",
        ),
        ("[Veldia|veldia]'s president praised [Osric|osric].", ""),
        ("[Veldian|veldia|adjective] president [Ilse|ilse] praised [Osric|osric].", "ilse osric +"),
        ("[Ilse|ilse] said she supported [Osric|osric].", "ilse osric +"),
        ("[Veldia|veldia] has not attacked [Norrland|norrland].", ""),
        (
            "[Ilse|ilse], head of the guild, criticized [Osric|osric]'s order as well.",
            "ilse osric -",
        ),
    ]);
}

#[test]
fn nouns_and_adjectives_have_a_direction() {
    check(&[
        ("[Ilse|ilse]'s support for [Osric|osric] grew.", "ilse osric +"),
        ("[Ilse|ilse] voiced her opposition to [Osric|osric].", "ilse osric -"),
        ("[Ilse|ilse] is critical of [Osric|osric].", "ilse osric -"),
        ("[Ilse|ilse] on Sunday was again critical of [Osric|osric]'s plan.", "ilse osric -"),
        ("[Ilse|ilse] has lavished praise on [Osric|osric].", "ilse osric +"),
        ("[Ilse|ilse] is proud of [Osric|osric].", "ilse osric +"),
        ("I am sick of [Osric|osric].", "writer osric -"),
        ("Shame on [Osric|osric]!", "writer osric -"),
        ("The war against [Veldia|veldia] went on.", ""),
    ]);
}

#[test]
fn the_writer_speaks_in_the_first_person() {
    check(&[
        ("I support [Osric|osric].", "writer osric +"),
        ("We should thank [Veldia|veldia].", "writer veldia +"),
        ("I don't trust [Osric|osric].", "writer osric -"),
        ("Thank you, [Veldia|veldia]!", "writer veldia +"),
        ("Support [Osric|osric]!", "writer osric +"),
        ("[Ilse|ilse] should thank [Veldia|veldia].", "writer veldia +"),
        ("I think [Osric|osric] is a coward.", "writer osric -"),
        ("I don't think that [Osric|osric] is honest.", "writer osric -"),
    ]);
}

#[test]
fn wanting_is_an_opinion_of_who_wants() {
    check(&[
        ("[Veldia|veldia] wants [Osric|osric] to win.", "veldia osric +"),
        ("[Ilse|ilse] wants [Osric|osric] to fail.", "ilse osric -"),
        ("I want [Osric|osric] to win.", "writer osric +"),
        ("[Ilse|ilse] does not want [Osric|osric] to win.", "ilse osric -"),
        ("[Ilse|ilse] hopes [Osric|osric] wins.", "ilse osric +"),
        ("[Ilse|ilse] wants to destroy [Osric|osric].", "ilse osric -"),
    ]);
}

#[test]
fn reported_speech_belongs_to_its_source() {
    check(&[
        ("[Ilse|ilse] said that [Osric|osric] is a liar.", "ilse osric -"),
        ("[Ilse|ilse] insisted [Osric|osric] was brilliant.", "ilse osric +"),
        ("According to [Ilse|ilse], [Osric|osric] is corrupt.", "ilse osric -"),
        ("[Osric|osric] is corrupt, according to [Ilse|ilse].", "ilse osric -"),
        ("\"[Osric|osric] is a disgrace,\" said [Ilse|ilse].", "ilse osric -"),
        ("\"[Osric|osric] is a disgrace,\" [Ilse|ilse], a doctor, said.", "ilse osric -"),
        ("[Osric|osric] is a disgrace, [Ilse|ilse] said.", "ilse osric -"),
        ("[Ilse|ilse]'s claim that [Osric|osric] is corrupt was in the papers.", "ilse osric -"),
        ("In [Ilse|ilse]'s view, [Osric|osric] is a hero.", "ilse osric +"),
        ("Critics say that [Osric|osric] is incompetent.", "somebody osric -"),
        ("[Ilse|ilse] told reporters that [Osric|osric] was a fool.", "ilse osric -"),
        (
            "[Ilse|ilse] spoke on Monday. \"We had a long day. [Osric|osric] is a disgrace,\" she said.",
            "somebody osric -",
        ),
        (
            "[Ilse|ilse] insisted that [Veldia|veldia]'s involvement undermines [Norrland|norrland].",
            "ilse veldia -; veldia norrland -",
        ),
        ("[Osric|osric] is accused by [Ilse|ilse] of theft.", "ilse osric -"),
    ]);
}

#[test]
fn doubt_weakens_and_contrast_weighs() {
    check(&[
        (
            "[Osric|osric] is charming, but he is a crook and [Osric|osric] is a liar.",
            "writer osric -",
        ),
        ("[Osric|osric] is a great leader and a terrible neighbour.", "writer osric ?"),
        ("The so-called hero [Osric|osric] left.", ""),
        ("[Osric|osric] is worse than [Bron|bron].", "writer bron +; writer osric -"),
    ]);
}

#[test]
fn facts_are_no_opinions() {
    check(&[
        ("[Veldia|veldia] and [Norrland|norrland] held talks about the war.", ""),
        ("The army of [Veldia|veldia] met the rebels in a battle.", ""),
        ("Police in [Veldia|veldia] arrested three suspects after the attack.", ""),
        ("Refugees from [Veldia|veldia] arrived in [Norrland|norrland].", ""),
    ]);
}

/// Every text in `tests/opinions` with what is read from it, in `tests/snapshots`.
#[test]
fn golden_discussions() {
    let models = models();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/opinions");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of texts")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    for file in files {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let marked = std::fs::read_to_string(&file).expect("a text");
        let (discussion, analysis) = analyze(models, marked.trim_end());
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, rendered(&discussion, &analysis));
        });
    }
}

/// Reads a text with a mention at every third word, by turns of three entities and four kinds, and
/// checks what holds of every text.
fn check_invariants(text: &str) -> Result<(), TestCaseError> {
    let Ok(discussion) = discussion::import(text.as_bytes(), Import::default()) else {
        return Ok(());
    };
    let entities: Vec<Entity> = ["a", "b", "c"]
        .iter()
        .map(|slug| Entity { slug: (*slug).to_owned(), ..Entity::default() })
        .collect();
    let mut mentions = Vec::new();
    for (number, sentence) in discussion.sentences.iter().enumerate() {
        let tokens = discussion.tokens_of(SentenceId(number as u32));
        for (i, token) in tokens.iter().enumerate().filter(|(i, _)| i % 3 == 0) {
            let kinds = [
                MentionKind::Name,
                MentionKind::Pronoun,
                MentionKind::Adjective,
                MentionKind::Nominal,
            ];
            mentions.push(Mention {
                span: token.span,
                paragraph: sentence.paragraph,
                sentence: SentenceId(number as u32),
                entity: EntityId((i / 3 % 3) as u32),
                kind: kinds[i / 3 % 4],
                confidence: 1.0,
            });
        }
    }
    for models in [models(), trained()] {
        check_analysis(&discussion, models, &entities, &mentions)?;
    }
    Ok(())
}

fn check_analysis(
    discussion: &Discussion,
    models: &Models,
    entities: &[Entity],
    mentions: &[Mention],
) -> Result<(), TestCaseError> {
    let read = || engine::analyze_given(discussion, models, entities.to_vec(), mentions.to_vec());
    let analysis = read();
    prop_assert_eq!(&analysis, &read());
    let inside = |span: Span| {
        discussion.text.get(span.range()).is_some()
            && discussion.paragraphs.iter().any(|p| p.span.contains(span))
    };
    for attribution in &analysis.attributions {
        prop_assert!(inside(attribution.content));
        prop_assert!(inside(attribution.source) && inside(attribution.cue));
    }
    for opinion in &analysis.opinions {
        let paragraph = discussion.paragraphs[opinion.paragraph.index()].span;
        prop_assert!(!opinion.evidence.is_empty());
        prop_assert!((0.0..=1.0).contains(&opinion.score));
        for evidence in &opinion.evidence {
            prop_assert!(!evidence.span.is_empty() && paragraph.contains(evidence.span));
            prop_assert!(discussion.text.get(evidence.span.range()).is_some());
        }
        let sum: f32 = opinion.evidence.iter().map(|evidence| evidence.weight).sum();
        prop_assert_eq!(sum > 0.0, opinion.polarity == Polarity::Supportive);
        prop_assert_eq!(mentions[opinion.mention.index()].entity, opinion.target);
    }
    let rows: Vec<_> =
        analysis.stances.iter().map(|row| (row.paragraph, row.holder, row.target)).collect();
    prop_assert!(rows.is_sorted() && rows.windows(2).all(|pair| pair[0] != pair[1]));
    for mention in mentions {
        prop_assert!(rows.contains(&(mention.paragraph, Holder::Writer, mention.entity)));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn any_text(text in "(\\PC|[ \n.,!?\"'“”()a-z]){0,120}") {
        check_invariants(&text)?;
    }

    #[test]
    fn any_words(words in prop::collection::vec(prop::sample::select(WORDS), 0..80)) {
        check_invariants(&words.join(" "))?;
    }
}

/// Words of every class that the grammar tells apart.
const WORDS: &[&str] = &[
    "the",
    "a",
    "his",
    "I",
    "we",
    "they",
    "it",
    "who",
    "which",
    "that",
    "to",
    "of",
    "by",
    "on",
    "for",
    "against",
    "with",
    "and",
    "or",
    "but",
    "if",
    "although",
    "because",
    "not",
    "never",
    "no",
    "without",
    "n't",
    "do",
    "is",
    "was",
    "has",
    "should",
    "may",
    "very",
    "so-called",
    "hardly",
    "said",
    "says",
    "think",
    "wants",
    "hopes",
    "praised",
    "condemned",
    "attacking",
    "help",
    "fails",
    "accused",
    "backed",
    "called",
    "claim",
    "support",
    "critical",
    "proud",
    "corrupt",
    "brilliant",
    "liar",
    "war",
    "worse",
    "than",
    "Osric",
    "Ilse",
    "Veldia",
    "'s",
    ",",
    ".",
    "?",
    "!",
    ";",
    ":",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "\n\n",
    "according",
    "view",
    "in",
    "minister",
    "said,",
    "🙂",
    "42",
];

/// The weights for comments judge over the whole paragraph, with words of it as evidence, and know
/// nothing of articles.
#[test]
fn a_comment_is_judged_over_its_paragraph() {
    let judged = |text: &str, in_comment: bool| {
        let (report, post) = (["It rained."], [text]);
        let written = |paragraphs: &[&'static str]| paragraphs.to_vec();
        let mut article =
            discussion::Written { paragraphs: written(&report), ..Default::default() };
        let comment = discussion::Written { paragraphs: post.to_vec(), ..Default::default() };
        let discussion = if in_comment {
            Discussion::of_posts("Rain", &article, &[comment])
        } else {
            article.paragraphs.extend(post);
            Discussion::of_posts("Rain", &article, &[])
        };
        let start = discussion.text.find("Ruud").expect("she is named");
        let span = Span::new(start, start + 4);
        let sentence = discussion.sentences.iter().position(|s| s.span.contains(span));
        let mention = Mention {
            span,
            paragraph: discussion::ParagraphId(1),
            sentence: SentenceId(sentence.expect("in a sentence") as u32),
            entity: EntityId(0),
            kind: MentionKind::Name,
            confidence: 1.0,
        };
        let ruud = Entity { slug: "ruud".into(), name: "Ruud".into(), ..Entity::default() };
        let analysis = engine::analyze_given(&discussion, trained(), vec![ruud], vec![mention]);
        for opinion in &analysis.opinions {
            assert!(!opinion.evidence.is_empty(), "{opinion:?}");
            let paragraph = discussion.paragraphs[1].span;
            assert!(opinion.evidence.iter().all(|evidence| paragraph.contains(evidence.span)));
        }
        let row = analysis.stances.iter().find(|row| row.holder == Holder::Writer);
        row.expect("a row for the writer").stance
    };
    let against =
        "So Ruud has written to us all again. What a pathetic, shameful excuse from a liar.";
    assert_eq!(judged(against, true), Stance::Critical, "the next sentence judges her");
    let praise = "I have met Ruud twice. What a wonderful, brave and honest woman, thank you!";
    assert_eq!(judged(praise, true), Stance::Supportive, "the next sentence praises her");
    assert_eq!(judged(against, false), Stance::Neutral);
}

/// With the model of two who are named in a sentence, opinions keep their evidence, and a meeting is none.
#[test]
fn two_in_a_sentence_are_for_or_against_each_other() {
    let cases = [
        ("[Ilse|ilse] accused [Osric|osric] on Friday of a fraud.", "ilse osric -"),
        ("[Ilse|ilse] met [Osric|osric] in [Veldia|veldia] on Friday.", ""),
    ];
    for (text, expected) in cases {
        let (_, analysis) = analyze(trained(), text);
        let is_source = |row: &&String| !row.starts_with("writer") && !row.starts_with("somebody");
        let found: Vec<String> = verdicts(&analysis).iter().filter(is_source).cloned().collect();
        assert_eq!(found.join("; "), expected, "{text}");
        for opinion in &analysis.opinions {
            assert!(!opinion.evidence.is_empty(), "{text}");
        }
    }
}
