//! The service worker: `assets/service-worker.js` with the list of this build's files before it.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::{deep, hash};
use crate::workspace::{files_below, root};

/// The name under which the page registers it.
const FILE: &str = "sw.js";

/// Half of a SHA-256, which is as much as tells files apart and weighs half.
const HASH_DIGITS: usize = 32;

/// What the service worker knows of its build.
#[derive(Serialize)]
struct Build {
    /// Changes with every byte of the page and of the service worker.
    version: String,
    /// The first half of the SHA-256 of each file, by path.
    files: BTreeMap<String, String>,
}

/// Writes the service worker for everything that is in the folder.
pub(super) fn write(staging: &Path) -> Result<()> {
    let source = fs::read_to_string(root().join("assets/service-worker.js"))
        .context("the service worker's source is missing")?;
    let mut files = BTreeMap::new();
    for file in files_below(staging)? {
        // The deep reader keeps itself, once it is wanted.
        if file != FILE && !deep::owns(&file) {
            let mut hash = hash(&fs::read(staging.join(&file))?);
            hash.truncate(HASH_DIGITS);
            files.insert(file, hash);
        }
    }
    fs::write(staging.join(FILE), with_list(&source, files)?)?;
    Ok(())
}

fn with_list(source: &str, files: BTreeMap<String, String>) -> Result<String> {
    let mut all = source.to_owned();
    all.extend(files.iter().flat_map(|(path, hash)| [path.as_str(), hash.as_str()]));
    let version = hash(all.as_bytes()).chars().take(16).collect();
    let list = serde_json::to_string(&Build { version, files })?;
    Ok(format!("const BUILD = {list};\n{source}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(source: &str, content: &[u8]) -> String {
        let files = BTreeMap::from([("worker.js".to_owned(), hash(content))]);
        let script = with_list(source, files).expect("a list");
        script.chars().take("const BUILD = {\"version\":\"0123456789abcdef\"".len()).collect()
    }

    #[test]
    fn the_version_changes_with_what_a_file_holds_and_with_the_source() {
        let first = version("source", b"one");
        assert_eq!(first, version("source", b"one"));
        assert_ne!(first, version("source", b"two"));
        assert_ne!(first, version("other", b"one"));
    }
}
