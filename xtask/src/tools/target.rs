//! The compiler's target for the page.

use std::{path::Path, process::Command};

use anyhow::{Context as _, Result};

use crate::workspace::{command, output, run};

/// The name of the target.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the target to the tool chain where it is absent.
pub(super) fn install() -> Result<()> {
    let home = output(&mut command("rustc", ["--print", "sysroot"]))?;
    if Path::new(home.trim()).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    println!("Adding the target {WASM} to the tool chain.");
    let mut rustup: Command = command("rustup", ["target", "add", WASM]);
    run(&mut rustup)
        .with_context(|| format!("the Rust tool chain in {} has no target {WASM}", home.trim()))
}
