//! Listening to the window for as long as something stands on the page.

use wasm_bindgen::{JsCast, closure::Closure};

use crate::browser::window;

/// Something that listens until it is dropped.
pub struct Listener {
    event: &'static str,
    listener: Closure<dyn Fn()>,
}

impl Listener {
    /// Calls back whenever that happens to the window.
    #[must_use]
    pub fn to(event: &'static str, happened: impl Fn() + 'static) -> Self {
        let listener = Closure::<dyn Fn()>::new(happened);
        if let Some(window) = window() {
            let callback = listener.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback(event, callback);
        }
        Self { event, listener }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let callback = self.listener.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback(self.event, callback);
        }
    }
}
