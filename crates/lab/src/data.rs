//! Readers of the data sets, a file a format. All are JSON lines with offsets in code points.

pub(crate) mod comments;
pub(crate) mod dse;
pub(crate) mod gap;
pub(crate) mod gum;
pub(crate) mod names;
pub(crate) mod newsmtsc;

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use serde::de::DeserializeOwned;

/// Every line of a file.
///
/// # Errors
/// Where the file cannot be read, or a line is not what the format says.
pub(crate) fn read<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let text =
        fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{}, line {}", file.display(), at + 1))
        })
        .collect()
}
