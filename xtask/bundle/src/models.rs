//! The models that the page fetches.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use engine::Models;

/// Copies the files that the engine names, and no others.
pub(crate) fn bundle(from: &Path, page: &Path) -> Result<()> {
    let target = page.join("models");
    for file in Models::FILES {
        let to = target.join(file);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(from.join(file), to).with_context(|| format!("models/{file} cannot be copied"))?;
    }
    Ok(())
}
