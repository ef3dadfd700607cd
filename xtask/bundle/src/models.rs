//! The models that the page fetches.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use engine::Models;

/// Copies the files that the engine names, and no others, and writes their hashes beside them.
pub(crate) fn bundle(from: &Path, page: &Path) -> Result<()> {
    let target = page.join("models");
    let mut hashes = String::new();
    for file in Models::FILES {
        let to = target.join(file);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        let copy =
            || fs::read(from.join(file)).and_then(|bytes| fs::write(to, &bytes).map(|()| bytes));
        let bytes = copy().with_context(|| format!("models/{file} cannot be copied"))?;
        hashes += &Models::hash(&[(file, &bytes)]);
    }
    fs::write(target.join(Models::HASHES), hashes)?;
    Ok(())
}
