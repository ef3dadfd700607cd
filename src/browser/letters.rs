//! Letters, as the browser knows them.

use js_sys::JsString;

/// Small letters for capitals.
#[must_use]
pub fn lowercase(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    JsString::from(text).to_lower_case().into()
}
