//! Working without a network after the first visit.

use crate::browser::window;

/// Registers the service worker of a built page. A page under development has none, so that a
/// change shows at once.
pub fn register() {
    if cfg!(debug_assertions) {
        return;
    }
    let Some(window) = window() else { return };
    let on_disk = window.location().protocol().is_ok_and(|protocol| protocol == "file:");
    if window.is_secure_context() && !on_disk {
        // Refused (private windows): the page works, only not without a network.
        drop(window.navigator().service_worker().register("./sw.js"));
    }
}
