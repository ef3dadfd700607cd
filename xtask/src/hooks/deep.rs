//! The deep reader of the page: its program, which needs SIMD and speed where all others need to run
//! everywhere and be small, and its weights. Both are named by their content, and the page's root
//! says where they are; without weights there is neither, and the page knows of none.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, ensure};

use super::hash;
use crate::{
    tools::{self, WASM},
    workspace::{command, root, run},
};

/// The weights, below the root.
const WEIGHTS: &str = "models/deep.bin";
/// What the compiler is told; the first of it is what `.cargo/config.toml` says for all programs,
/// which does not count beside this.
const FLAGS: [&str; 2] = ["--cfg=sha2_backend_soft=\"compact\"", "-Ctarget-feature=+simd128"];
/// As many digits of a hash as stand in the names of the page's other programs.
const DIGITS: usize = 16;
/// Where the page's root says what there is.
const ROOT: &str = "<html lang=\"en\"";

/// Whether a file of a build belongs to the deep reader, which the page loads later or never.
pub(crate) fn owns(path: &str) -> bool {
    path.starts_with("deep-") || path.starts_with("models/deep-")
}

/// A call of cargo for the program, in a folder of its own: other flags are another build of
/// everything.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let mut cargo = command("cargo", [subcommand, "--locked", "--target", WASM]);
    cargo.args(["--package", "stancelight", "--bin", "deep"]);
    cargo.arg("--target-dir").arg(target());
    cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"));
    cargo
}

/// Builds the program, and puts it beside the page's other ones, if there are weights for it.
pub(super) fn build(staging: &Path) -> Result<()> {
    if !root().join(WEIGHTS).is_file() {
        return Ok(());
    }
    run(cargo("build").args(["--quiet", "--profile", "deep"]))?;
    let program = target().join(WASM).join("deep/deep.wasm");
    let bindgen = ["--target", "no-modules", "--no-typescript", "--out-name", "deep", "--out-dir"];
    run(tools::install()?.wasm_bindgen(&bindgen).arg(staging).arg(program))
}

/// Names program and weights by their content, and tells the page.
pub(super) fn name(staging: &Path) -> Result<()> {
    if !staging.join("deep_bg.wasm").is_file() {
        return Ok(());
    }
    let named = |name: &str, ending: &str| -> Result<String> {
        let from = staging.join(format!("{name}{ending}"));
        let digest = hash(&fs::read(&from)?);
        let to = format!("deep-{}{ending}", digest.get(..DIGITS).unwrap_or(&digest));
        fs::rename(from, staging.join(&to))?;
        Ok(to)
    };
    let (script, program) = (named("deep", ".js")?, named("deep", "_bg.wasm")?);
    let weights = fs::read(root().join(WEIGHTS))?;
    let digest = hash(&weights);
    let file = format!("models/deep-{}.bin", digest.get(..DIGITS).unwrap_or(&digest));
    fs::write(staging.join(&file), &weights)?;
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).context("Trunk has written no page")?;
    let said = format!("{script} {program} {file} {} {digest}", weights.len());
    fs::write(&page, told(&html, &said)?)?;
    Ok(())
}

/// The page with what there is of the deep reader in its root.
fn told(html: &str, said: &str) -> Result<String> {
    ensure!(html.matches(ROOT).count() == 1, "the page\u{2019}s first element is not as expected");
    Ok(html.replacen(ROOT, &format!("{ROOT} data-deep=\"{said}\""), 1))
}

fn target() -> PathBuf {
    root().join("target").join("deep")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told() {
        let page = "<!doctype html><html lang=\"en\" data-languages=\"en\"><head>";
        let expected =
            "<!doctype html><html lang=\"en\" data-deep=\"a b\" data-languages=\"en\"><head>";
        assert_eq!(told(page, "a b").expect("told"), expected);
        assert!(told("<html>", "a b").is_err());
    }

    #[test]
    fn what_is_said_for_all_programs_is_said_for_this_one() {
        let config = fs::read_to_string(root().join(".cargo/config.toml")).expect("it is there");
        let said = config.lines().find_map(|line| line.strip_prefix("rustflags = "));
        assert_eq!(said, Some(format!("['{}']", FLAGS[0]).as_str()));
    }

    #[test]
    fn its_files_are_told_from_others() {
        for (path, expected) in [
            ("deep-0123456789abcdef_bg.wasm", true),
            ("models/deep-0123456789abcdef.bin", true),
            ("app-0123456789abcdef.js", false),
            ("models/words.tsv", false),
        ] {
            assert_eq!(owns(path), expected, "{path}");
        }
    }
}
