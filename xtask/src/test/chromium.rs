//! The browser that the tests drive.

use std::{env, path::PathBuf};

use anyhow::{Context as _, Result};

use super::system::{find, install};

/// The variable that names a browser, for whoever has one in a place of their own.
pub(crate) const VARIABLE: &str = "CHROMIUM";
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
/// Where applications are that are not on the search path.
const PLACES: &[&str] = &[
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// The browser, installed where there is none.
pub(crate) fn find_or_install() -> Result<PathBuf> {
    if let Some(path) = env::var_os(VARIABLE) {
        return Ok(path.into());
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    install(&["chromium"])?;
    installed().context("Chromium was installed and cannot be found")
}

fn installed() -> Option<PathBuf> {
    let places = PLACES.iter().map(PathBuf::from).filter(|path| path.is_file());
    NAMES.iter().filter_map(|name| find(name)).chain(places).next()
}
