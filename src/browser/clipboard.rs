//! The clipboard.

use wasm_bindgen_futures::JsFuture;

use crate::browser::window;

/// Puts a text into the clipboard; false where the browser refuses or has none (an insecure
/// context).
pub async fn write(text: &str) -> bool {
    let Some(window) = window() else { return false };
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
