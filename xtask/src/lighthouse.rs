//! `cargo xtask lighthouse`: Lighthouse's scores of the page. Figures and never a verdict: a busy
//! machine must not make anything fail.

use std::{env, process::Command};

use anyhow::{Result, bail};

use crate::{
    test::{browser, chromium},
    workspace::{dist, root, run},
};

/// Serves the page in `dist/` and has Lighthouse look at it.
///
/// # Errors
/// Where there is no page, or Lighthouse cannot be installed or does not run.
pub(crate) fn lighthouse() -> Result<()> {
    if !dist().join("index.html").is_file() {
        bail!("there is no page in dist/; build it with `cargo xtask build`");
    }
    let scripts = root().join("xtask/lighthouse");
    browser::install_node()?;
    browser::install_packages(&scripts)?;
    println!("Looking at the page as a phone and as a desktop; this takes some minutes.");
    run(Command::new("node")
        .arg(scripts.join("scores.mjs"))
        // The page is served with this very program.
        .env("XTASK", env::current_exe()?)
        .env(chromium::VARIABLE, chromium::find_or_install()?))
}
