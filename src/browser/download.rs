//! Files that the reader saves.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url};

use crate::browser::{document, timer::Timer};

/// How long the browser may take until it has taken the file, in milliseconds.
const PATIENCE: u32 = 60_000;

/// Gives the reader a file.
pub fn save(name: &str, bytes: &[u8]) {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let Ok(blob) = Blob::new_with_u8_array_sequence(&parts) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let anchor = document().and_then(|document| document.create_element("a").ok());
    let Some(anchor) = anchor.and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok()) else { return };
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    if let Some(timer) = Timer::after(PATIENCE, move || drop(Url::revoke_object_url(&address))) {
        timer.keep();
    }
}
