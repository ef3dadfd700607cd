//! The second browser that the tests drive.

use std::{env, path::PathBuf};

use anyhow::{Context as _, Result};

use super::system::{find, install};

/// The variable that names a Firefox, for whoever has one in a place of their own.
pub(super) const VARIABLE: &str = "FIREFOX";
const NAMES: &[&str] = &["firefox-esr", "firefox"];
/// Where applications are that are not on the search path.
const PLACES: &[&str] = &[
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
];

/// The browser, installed where there is none.
///
/// # Errors
/// Where it cannot be installed.
pub(super) fn find_or_install() -> Result<PathBuf> {
    if let Some(path) = env::var_os(VARIABLE) {
        return Ok(path.into());
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    install(&["firefox-esr"])?;
    installed().context("Firefox was installed and cannot be found")
}

fn installed() -> Option<PathBuf> {
    let places = PLACES.iter().map(PathBuf::from).filter(|path| path.is_file());
    NAMES.iter().filter_map(|name| find(name)).chain(places).next()
}
