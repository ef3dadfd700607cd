//! What is done with a build before it is put into `dist/`. Trunk calls this (see `Trunk.toml`),
//! so that every way of building gives the same page.

use std::{env, fmt::Write as _, path::PathBuf};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

pub(crate) mod deep;
mod glue;
mod page;
mod service_worker;
mod style;

use crate::{
    sizes,
    workspace::{command, run},
};

/// Runs the hook of that name, in the environment that Trunk gives to hooks.
///
/// # Errors
/// Where the build lacks something or is not what may be published.
pub(crate) fn run_hook(name: &str) -> Result<()> {
    if name != "post-build" {
        bail!("there is no hook `{name}`");
    }
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .context("this is called by Trunk at the end of a build")?;
    let staging = PathBuf::from(staging);
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    run(
        command("cargo", ["run", "--quiet", "--locked", "--package", "bundle", "--"]).arg(&staging)
    )?;
    deep::build(&staging)?;
    style::join(&staging)?;
    page::check(&staging)?;
    glue::squeeze(&staging)?;
    deep::name(&staging)?;
    if release {
        // Last, as its list is of everything else.
        service_worker::write(&staging)?;
        sizes::print(&staging)?;
    }
    Ok(())
}

/// SHA-256 in hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        // Writing to a string does not fail.
        write!(text, "{byte:02x}").ok();
    }
    text
}
