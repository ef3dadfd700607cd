//! The models that ship, for tests of whole readings.

use std::{fs, path::Path, sync::LazyLock};

use engine::Models;

pub(crate) static MODELS: LazyLock<Models> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let files: Vec<_> =
        Models::FILES.iter().map(|name| (*name, fs::read(folder.join(name)).unwrap())).collect();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    Models::load(&files).unwrap()
});
