//! Any bytes: opened as a file of some format, then read for entities. What every text promises
//! must hold, twice the same.

#![no_main]

use std::{fs, path::Path, sync::LazyLock};

use discussion::Import;
use engine::{Models, invariants};
use libfuzzer_sys::fuzz_target;

static MODELS: LazyLock<Models> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    let files: Vec<_> = Models::FILES
        .iter()
        .map(|name| (*name, fs::read(folder.join(name)).expect("a model that ships")))
        .collect();
    let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    Models::load(&files).expect("models that ship are well-formed")
});

/// The formats, chosen by the first byte.
const NAMES: [Option<&str>; 5] =
    [None, Some("a.txt"), Some("a.html"), Some("a.md"), Some("a.csv")];

fuzz_target!(|bytes: &[u8]| {
    let Some((format, bytes)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(*format) % NAMES.len()];
    let Ok(discussion) = discussion::import(bytes, Import { name }) else { return };
    discussion.check_invariants().expect("the discussion's promises");
    let found = engine::find_mentions(&discussion, &MODELS);
    invariants::check(&discussion, &found.0, &found.1).expect("the promises of mentions");
    assert_eq!(found, engine::find_mentions(&discussion, &MODELS));
});
