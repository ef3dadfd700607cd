//! What belongs to the Rust tool chain.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::workspace::{command, output, run};

/// The compiler's target for the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
/// Components for checks, and the commands by which they are known.
const COMPONENTS: &[(&str, &str)] = &[("rustfmt", "fmt"), ("clippy", "clippy")];

/// Adds the target for the page where it is absent.
///
/// # Errors
/// Where the tool chain is not rustup's, or rustup cannot get it.
pub(crate) fn install_target() -> Result<()> {
    let home = output(&mut command("rustc", ["--print", "sysroot"]))?;
    if Path::new(home.trim()).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    println!("Adding the target {WASM} to the tool chain.");
    run(&mut command("rustup", ["target", "add", WASM]))
        .with_context(|| format!("the Rust tool chain in {} has no target {WASM}", home.trim()))
}

/// Adds the components that checks need where they are absent.
///
/// # Errors
/// Where the tool chain is not rustup's, or rustup cannot get them.
pub(crate) fn install_components() -> Result<()> {
    for (component, subcommand) in COMPONENTS {
        if output(&mut command("cargo", [*subcommand, "--version"])).is_err() {
            println!("Adding {component} to the tool chain.");
            run(&mut command("rustup", ["component", "add", component]))?;
        }
    }
    Ok(())
}
