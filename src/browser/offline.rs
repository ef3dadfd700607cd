//! Working without a network after the first visit.

use crate::browser::window;

/// Registers the service worker of a built page. A page under development has none, so that a
/// change shows at once.
pub fn register() {
    if cfg!(debug_assertions) {
        return;
    }
    let Some(window) = window() else { return };
    if window.is_secure_context() {
        // Refused (private windows): the page works, only not without a network.
        drop(window.navigator().service_worker().register("./sw.js"));
    }
}
