//! The same pieces as the library that the networks are trained with.

use discussion::Span;
use serde::Deserialize;

use super::*;
use crate::container::Container;

#[derive(Deserialize)]
struct Row {
    text: String,
    ids: Vec<u32>,
    shapes: Vec<u8>,
    /// Code points.
    places: Vec<(usize, usize)>,
}

/// `tests/tokens.py` wrote the table.
#[test]
fn texts_are_cut_as_in_training() {
    let container = Container::parse(include_bytes!("../../tests/tiny.bin")).unwrap();
    let vocabulary = Vocabulary::new(container.vocabulary, container.header.unknown);
    for line in include_str!("../../tests/tokens.jsonl").lines() {
        let Row { text, ids, shapes, places } = serde_json::from_str(line).unwrap();
        let cut = vocabulary.cut(&text, Span::new(0, text.len()));
        assert_eq!(cut.pieces.iter().map(|p| p.id).collect::<Vec<_>>(), ids, "{text}");
        assert_eq!(cut.pieces.iter().map(|p| p.shape).collect::<Vec<_>>(), shapes, "{text}");
        let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
        for (piece, (start, end)) in cut.pieces.iter().zip(places) {
            let word = cut.words[piece.word as usize];
            let place = Span::new(byte(start), byte(end));
            assert!(word.contains(place), "{text}: {place:?} is not in {word:?}");
        }
    }
}
