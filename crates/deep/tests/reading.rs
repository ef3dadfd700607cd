//! What every reading promises, with a reader of random weights.
// Helpers outside of test functions are test code as well.
#![allow(clippy::unwrap_used)]

use deep::{LoadError, Progress, Reader, analysis, explain, read, stale, windows};
use discussion::{Discussion, Import, ParagraphId, Span, TokenKind};
use engine::{Analysis, Holder, Models, Tier};
use proptest::prelude::*;

const TINY: &[u8] = include_bytes!("tiny.bin");

const TEXT: &str = "\
The mayor of Oslo praised Mina Aas. She said that Per Lie was a terrible liar, and Oslo hated him.

Norway supports the bridge. \"I love it,\" Mina Aas said, \"and NATO does, too.\"

Comments

kari wrote:

Per Lie is right. Mina Aas never was honest, and the mayor of Oslo lies like all of them.

ola wrote:

Nonsense. Good people thank Mina Aas. NATO has no money for the bridge, says Norway.";

fn reader() -> Reader {
    Reader::load(TINY).expect("the tiny reader loads")
}

fn imported(text: &str) -> Discussion {
    discussion::import(text.as_bytes(), Import::default()).unwrap_or_default()
}

/// Models with the lists that ship, so that there is somebody to judge.
fn models() -> Models {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let read = |name: &&'static str| (*name, std::fs::read(folder.join(name)).unwrap());
    let files: Vec<(&str, Vec<u8>)> = Models::FILES.iter().map(read).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, bytes)| (*n, bytes.as_slice())).collect();
    Models::load(&files).unwrap()
}

fn read_in(order: &[usize], discussion: &Discussion, models: &Models) -> Progress {
    let reader = reader();
    let mut progress = Progress::new(&reader, discussion);
    for window in order {
        read(&reader, discussion, models, &mut progress, &[*window]).unwrap();
    }
    // Names settle in one round: labels do not depend on anything outside their window.
    let stale = stale(&progress, discussion, models);
    read(&reader, discussion, models, &mut progress, &stale).unwrap();
    progress
}

fn keeps_its_promises(discussion: &Discussion, analysis: &Analysis) {
    engine::invariants::check_analysis(discussion, analysis).unwrap();
}

#[test]
fn nothing_read_is_the_quick_reading() {
    let (discussion, models) = (imported(TEXT), models());
    let quick = engine::analyze(&discussion, &models);
    assert_eq!(analysis(&Progress::default(), &discussion, &models), quick);
    assert_eq!(analysis(&Progress::new(&reader(), &discussion), &discussion, &models), quick);
}

#[test]
fn the_order_of_reading_makes_no_difference() {
    let (discussion, models) = (imported(TEXT), models());
    let count = windows(&reader(), &discussion).len();
    assert!(count >= 4, "{count}");
    let there: Vec<usize> = (0..count).collect();
    let back: Vec<usize> = there.iter().rev().copied().collect();
    let (there, back) =
        (read_in(&there, &discussion, &models), read_in(&back, &discussion, &models));
    assert_eq!(there, back);
    assert!(stale(&there, &discussion, &models).is_empty());
    let read = analysis(&there, &discussion, &models);
    keeps_its_promises(&discussion, &read);
    assert_eq!(read.stamp.tier, Tier::Deep);
    assert!(read.stamp.models.contains(&("deep.bin".to_owned(), reader().hash().to_owned())));
    assert!(read.stances.iter().any(|row| row.tier == Tier::Deep));
    assert!(read.opinions.iter().any(|opinion| opinion.tier == Tier::Deep));
}

#[test]
fn several_workers_read_together() {
    let (discussion, models) = (imported(TEXT), models());
    let reader = reader();
    let mut one = Progress::new(&reader, &discussion);
    let mut other = one.clone();
    let all: Vec<usize> = (0..one.windows().len()).collect();
    let (first, second) = all.split_at(2);
    read(&reader, &discussion, &models, &mut one, first).unwrap();
    read(&reader, &discussion, &models, &mut other, second).unwrap();
    assert_eq!(one.sentences().1, other.sentences().1);
    assert!(one.sentences().0 < one.sentences().1);
    one.take_in(other);
    assert_eq!(one.sentences().0, one.sentences().1);
    let stale = stale(&one, &discussion, &models);
    read(&reader, &discussion, &models, &mut one, &stale).unwrap();
    assert_eq!(one, read_in(&all, &discussion, &models));
    let before = one.clone();
    one.take_in(Progress::new(&reader, &imported("Another text.")));
    assert_eq!(one, before);
}

#[test]
fn what_is_read_in_part_keeps_its_promises() {
    let (discussion, models) = (imported(TEXT), models());
    let reader = reader();
    let mut progress = Progress::new(&reader, &discussion);
    for window in (0..progress.windows().len()).rev() {
        read(&reader, &discussion, &models, &mut progress, &[window]).unwrap();
        keeps_its_promises(&discussion, &analysis(&progress, &discussion, &models));
    }
}

#[test]
fn deep_opinions_show_what_carries_them() {
    let (discussion, models) = (imported(TEXT), models());
    let all: Vec<usize> = (0..windows(&reader(), &discussion).len()).collect();
    let read = analysis(&read_in(&all, &discussion, &models), &discussion, &models);
    let deep = read.opinions.iter().filter(|opinion| opinion.tier == Tier::Deep);
    let mut seen = 0;
    for opinion in deep.filter(|opinion| opinion.holder == Holder::Writer) {
        seen += 1;
        assert_eq!(opinion.summands.first().map(|rest| rest.span), Some(Span::default()));
        assert!(opinion.summands.iter().skip(1).is_sorted_by_key(|summand| summand.span));
        assert!((1..=4).contains(&opinion.evidence.len()), "{opinion:?}");
    }
    assert!(seen > 0);
}

#[test]
fn words_are_left_out_one_by_one() {
    let (discussion, models) = (imported(TEXT), models());
    let reader = reader();
    let quick = engine::analyze(&discussion, &models);
    let mention = quick.mentions.first().expect("somebody is mentioned");
    let asked = |holder| {
        explain(&reader, &discussion, &quick, mention.paragraph, holder, mention.entity).unwrap()
    };
    let summands = asked(Holder::Writer);
    assert!(!summands.is_empty());
    assert!(summands.is_sorted_by_key(|summand| summand.span));
    assert!(summands.iter().all(|summand| !summand.span.overlaps(mention.span)));
    assert!(summands.iter().any(|summand| summand.weight != 0.0));
    assert_eq!(summands, asked(Holder::Writer));
    assert_ne!(summands, asked(Holder::Unnamed));
    let nowhere = ParagraphId(1000);
    let none = explain(&reader, &discussion, &quick, nowhere, Holder::Writer, mention.entity);
    assert!(none.unwrap().is_empty());
}

#[test]
fn damaged_files_are_refused() {
    assert_eq!(Reader::load(b"").unwrap_err(), LoadError::Foreign);
    assert_eq!(Reader::load(b"SLDEEP2\nxxxx").unwrap_err(), LoadError::Foreign);
    assert!(matches!(Reader::load(b"SLDEEP1\n").unwrap_err(), LoadError::Damaged(_)));
    assert!(matches!(
        Reader::load(b"SLDEEP1\n\xff\xff\xff\xff{}").unwrap_err(),
        LoadError::Damaged(_)
    ));
    assert!(matches!(Reader::load(b"SLDEEP1\n\x02\0\0\0{}").unwrap_err(), LoadError::Damaged(_)));
    let later = b"SLDEEP1\n\x0d\0\0\0{\"version\":9}";
    assert_eq!(Reader::load(later).unwrap_err(), LoadError::Version(9));
    assert!(matches!(Reader::load(&TINY[..TINY.len() - 1]).unwrap_err(), LoadError::Damaged(_)));
    let longer = [TINY, b"x"].concat();
    assert!(matches!(Reader::load(&longer).unwrap_err(), LoadError::Damaged(_)));
    assert_eq!(Reader::load_expected(TINY, "0000").unwrap_err(), LoadError::Other);
    assert!(Reader::load_expected(TINY, reader().hash()).is_ok());
    for error in [LoadError::Foreign, LoadError::Version(9), LoadError::Other] {
        assert!(error.to_string().ends_with('.'), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is read, windows hold its words and stand apart in order, and reading is total and
    /// the same twice.
    #[test]
    fn any_text_can_be_read(text in "(\\PC{0,12}|Mina Aas|Oslo|[ .,!?\"“”\n]|said that|hates|@mina|👍🏽|é){0,60}") {
        let discussion = imported(&text);
        let reader = reader();
        let windows = windows(&reader, &discussion);
        prop_assert!(windows.is_sorted_by_key(|window| window.span.end));
        for pair in windows.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        for token in discussion.tokens.iter().filter(|token| token.kind == TokenKind::Word) {
            if !discussion.slice(token.span).contains(|c: char| c.is_ascii_alphanumeric()) {
                continue;
            }
            let holds = |window: &deep::Window| window.span.overlaps(token.span);
            prop_assert!(windows.iter().any(holds), "{:?}", discussion.slice(token.span));
        }
        let models = Models::default();
        let all: Vec<usize> = (0..windows.len()).collect();
        let progress = read_in(&all, &discussion, &models);
        let read = analysis(&progress, &discussion, &models);
        keeps_its_promises(&discussion, &read);
        prop_assert_eq!(read, analysis(&read_in(&all, &discussion, &models), &discussion, &models));
    }

    /// A file with some bytes changed loads or is refused.
    #[test]
    fn changed_files_do_not_break_the_reader(at in 0..TINY.len(), byte: u8) {
        let mut bytes = TINY.to_vec();
        bytes[at] = byte;
        let _ = Reader::load(&bytes);
    }
}
