//! What is kept for the next visit. Where storage is refused, nothing is kept and all works.

use web_sys::Storage;

use crate::{browser::window, state::Theme};

const THEME: &str = "stancelight-theme";
const HINTS: &str = "stancelight-hints";
/// Read by `assets/language.js`.
const LANGUAGE: &str = "stancelight-language";
const DEEP: &str = "stancelight-deep";

/// The theme that was chosen before.
#[must_use]
pub fn theme() -> Theme {
    let kept = storage().and_then(|storage| storage.get_item(THEME).ok().flatten());
    kept.map_or(Theme::System, |key| Theme::from_key(&key))
}

/// Keeps the theme.
pub fn keep_theme(theme: Theme) {
    let Some(storage) = storage() else { return };
    let _ = match theme {
        Theme::System => storage.remove_item(THEME),
        _ => storage.set_item(THEME, theme.key()),
    };
}

/// How many hints were taken away before.
#[must_use]
pub fn hints() -> u8 {
    let kept = storage().and_then(|storage| storage.get_item(HINTS).ok().flatten());
    kept.and_then(|count| count.parse().ok()).unwrap_or_default()
}

/// Keeps how many hints were taken away.
pub fn keep_hints(count: u8) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(HINTS, &count.to_string());
    }
}

/// Keeps the language, by its code.
pub fn keep_language(code: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(LANGUAGE, code);
    }
}

/// Whether the reader wants the deep reading; none where they never said so.
#[must_use]
pub fn deep() -> Option<bool> {
    storage()?.get_item(DEEP).ok().flatten().map(|kept| kept == "on")
}

/// Keeps whether the reader wants the deep reading.
pub fn keep_deep(on: bool) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(DEEP, if on { "on" } else { "off" });
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}
