//! Trunk, which builds the page.

use std::path::{Path, PathBuf};

use super::Tool;
use crate::{progress::Job, workspace::command};

pub(super) const NAME: &str = "trunk";
/// The newest that the compiler of `rust-version` builds.
const VERSION: &str = "0.21.14";

pub(super) fn tool() -> Tool {
    Tool { name: NAME, version: VERSION.to_owned(), variant: String::new() }
}

/// Trunk spends its time waiting for the compiler, so it is built for speed of building: a third
/// of the time that its own profile takes. Without its default features it cannot download.
pub(super) fn job(tool: &Tool, folder: &Path) -> Job {
    let mut cargo = command("cargo", ["install", NAME, "--locked", "--no-default-features"]);
    cargo
        .args(["--version", &format!("={}", tool.version), "--no-track", "--force"])
        .arg("--root")
        .arg(folder)
        .arg("--target-dir")
        .arg(folder.join("target"))
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_PANIC", "abort");
    let name = format!("{} {}", tool.name, tool.version);
    Job { name, command: cargo, log: folder.join("log") }
}

pub(super) fn built(tool: &Tool, folder: &Path) -> PathBuf {
    folder.join("bin").join(tool.file())
}
