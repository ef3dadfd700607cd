//! Whether the page in `dist/` is the one that a build would give, so that nothing is built twice.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    hooks::hash,
    workspace::{command, dist, files_below, output, root},
};

/// What a build reads, from the root.
const SOURCES: &[&str] = &[
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "assets",
    "budget.json",
    "crates",
    "index.html",
    "models",
    "rust-toolchain.toml",
    "src",
    "strings",
    "style",
    "texts",
    "xtask",
];

/// What a build is made of, as one hash; taken before it, so that what changes meanwhile counts.
pub(super) fn sources(public_url: Option<&str>) -> Result<String> {
    let mut all = output(&mut command("rustc", ["--version"]))?;
    for part in [env::var("RUSTFLAGS").ok().as_deref(), public_url] {
        all.push_str(&format!("{part:?}\n"));
    }
    for source in SOURCES {
        add(&root().join(source), &mut all)?;
    }
    Ok(hash(all.as_bytes()))
}

/// Whether `dist/` is untouched since these sources were built into it.
pub(super) fn is_built(sources: &str) -> Result<bool> {
    let last = fs::read_to_string(file()?).unwrap_or_default();
    Ok(last == with_page(sources)?)
}

/// Remembers that these sources have been built into `dist/`.
pub(super) fn keep(sources: &str) -> Result<()> {
    Ok(fs::write(file()?, with_page(sources)?)?)
}

fn with_page(sources: &str) -> Result<String> {
    let mut all = sources.to_owned();
    if dist().is_dir() {
        add(&dist(), &mut all)?;
    }
    Ok(hash(all.as_bytes()))
}

/// Adds names and contents of a file or of a whole folder.
fn add(path: &Path, all: &mut String) -> Result<()> {
    if path.is_dir() {
        for file in files_below(path)? {
            let content = hash(&fs::read(path.join(&file))?);
            all.push_str(&format!("{} {file} {content}\n", path.display()));
        }
    } else if path.is_file() {
        all.push_str(&format!("{} {}\n", path.display(), hash(&fs::read(path)?)));
    }
    Ok(())
}

/// Beside this program, where it goes away with what else was built.
fn file() -> Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name("page.stamp"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_a_file_changes_the_stamp() {
        let folder = env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let stamp = |content: &str| {
            fs::write(folder.join("file"), content).expect("a file");
            let mut all = String::new();
            add(&folder, &mut all).expect("read");
            all
        };
        assert_eq!(stamp("one"), stamp("one"));
        assert_ne!(stamp("one"), stamp("two"));
        fs::remove_dir_all(&folder).ok();
    }

    #[test]
    fn every_source_is_there() {
        for source in SOURCES {
            assert!(root().join(source).exists(), "{source}");
        }
    }
}
