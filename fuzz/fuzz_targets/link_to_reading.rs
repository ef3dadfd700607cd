//! Any fragment of an address: its view, and the corrections that it carries applied to a small
//! reading. What a reading promises must hold, and reading it must end soon.

#![no_main]

use std::sync::LazyLock;

use discussion::{Discussion, Import};
use engine::{Analysis, Models, invariants};
use libfuzzer_sys::fuzz_target;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use reading::{
    corrections::{Correction, apply},
    link::{
        self,
        cargo::{self, Packed},
    },
};

const TEXT: &str = "Ellen Marsh spoke of Marsh Bridge.\n\nComments\n\nanna: Marsh is right, she knows it.";

static READ: LazyLock<(Discussion, Analysis)> = LazyLock::new(|| {
    let discussion = discussion::import(TEXT.as_bytes(), Import { name: None }).expect("a text");
    let analysis = engine::analyze(&discussion, &Models::default());
    (discussion, analysis)
});

fn unpack(packed: &Packed) -> Vec<u8> {
    let bytes = decompress_to_vec_with_limit(&packed.deflated, packed.most).unwrap_or_default();
    assert!(bytes.len() <= packed.most);
    bytes
}

// The first byte says what the rest is: a fragment, or the lines of corrections.
fuzz_target!(|bytes: &[u8]| {
    let Some((what, rest)) = bytes.split_first() else { return };
    let mut lines = cargo::lines(rest);
    if what % 2 == 0 {
        let fragment = String::from_utf8_lossy(rest);
        let (view, _) = link::decode(&fragment);
        assert_eq!(link::decode(&link::encode(&view)), (view, vec![]));
        let cargo = cargo::cargo(&fragment);
        let _ = cargo.text.map(|packed| cargo::split_text(&unpack(&packed)));
        lines = cargo.corrections.map_or_else(Vec::new, |packed| cargo::lines(&unpack(&packed)));
    }
    let corrections: Vec<_> = lines.iter().filter_map(|line| Correction::from_line(line)).collect();
    for correction in &corrections {
        assert_eq!(Correction::from_line(&correction.to_line()).as_ref(), Some(correction));
    }
    let (discussion, analysis) = READ.clone();
    let read = apply(discussion, analysis, corrections.iter());
    let promised =
        invariants::check(&read.discussion, &read.analysis.entities, &read.analysis.mentions);
    // A source may be known by what it holds alone.
    assert!(promised.is_ok() || promised == Err("an entity has no mention".into()), "{promised:?}");
});
