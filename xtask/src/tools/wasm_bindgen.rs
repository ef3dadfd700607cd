//! wasm-bindgen's command, in exactly the version of the library in the lock file.

use std::{
    env::consts::EXE_SUFFIX,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use super::Tool;
use crate::{
    hooks::hash,
    progress::Job,
    workspace::{command, locked_version, root},
};

pub(super) const NAME: &str = "wasm-bindgen";
/// The member of this workspace that is the command, and the file that comes of it.
const PACKAGE: &str = "wasm-bindgen-command";

pub(super) fn tool() -> Result<Tool> {
    let version = locked_version(NAME)?;
    let supported = locked_version("wasm-bindgen-cli-support")?;
    if version != supported {
        bail!(
            "wasm-bindgen is {version} and wasm-bindgen-cli-support {supported} in Cargo.lock; \
             they must be the same"
        );
    }
    let source = fs::read(root().join("xtask/wasm-bindgen/src/main.rs"))?;
    let variant = hash(&source).chars().take(8).collect();
    Ok(Tool { name: NAME, version, variant })
}

pub(super) fn job(tool: &Tool, folder: &Path) -> Job {
    let arguments =
        ["build", "--locked", "--profile", "tool", "--package", PACKAGE, "--features", "command"];
    let mut cargo = command("cargo", arguments);
    cargo.arg("--target-dir").arg(folder.join("target"));
    let name = format!("{} {}", tool.name, tool.version);
    Job { name, command: cargo, log: folder.join("log") }
}

pub(super) fn built(folder: &Path) -> PathBuf {
    folder.join("target/tool").join(format!("{PACKAGE}{EXE_SUFFIX}"))
}
