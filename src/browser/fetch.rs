//! Fetching the page's own files. Addresses are relative, so that any path will do; nothing is ever
//! sent.

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Window, WorkerGlobalScope};

use crate::{state::BundledText, strings};

/// The list of bundled texts.
///
/// # Errors
/// A sentence where it does not come.
pub async fn texts() -> Result<Vec<BundledText>, String> {
    listed().await.ok_or_else(|| strings::LIST_FAILED.to_owned())
}

async fn listed() -> Option<Vec<BundledText>> {
    let response = get("texts/index.json").await?;
    let list = JsFuture::from(response.json().ok()?).await.ok()?;
    list.dyn_ref::<Array>()?.iter().map(|line| bundled(&line)).collect()
}

/// One line of the list.
fn bundled(line: &JsValue) -> Option<BundledText> {
    let field = |name: &str| Reflect::get(line, &name.into()).ok()?.as_string();
    Some(BundledText { slug: field("slug")?, title: field("title")?, file: field("file")? })
}

/// A bundled text.
///
/// # Errors
/// A sentence where it does not come.
pub async fn text(file: &str, title: &str) -> Result<Vec<u8>, String> {
    let address = format!("texts/{}", String::from(js_sys::encode_uri_component(file)));
    bytes(&address).await.ok_or_else(|| strings::text_failed(title))
}

/// A file as bytes.
async fn bytes(address: &str) -> Option<Vec<u8>> {
    finish(start(address)).await
}

async fn get(address: &str) -> Option<Response> {
    let response: Response = JsFuture::from(start(address)).await.ok()?.dyn_into().ok()?;
    response.ok().then_some(response)
}

/// Asks for a file, on the page and in its worker alike.
pub(super) fn start(address: &str) -> Promise {
    let global: JsValue = js_sys::global().into();
    if Reflect::has(&global, &"document".into()).unwrap_or(false) {
        global.unchecked_into::<Window>().fetch_with_str(address)
    } else {
        global.unchecked_into::<WorkerGlobalScope>().fetch_with_str(address)
    }
}

/// The bytes of a file that was asked for.
pub(super) async fn finish(asked: Promise) -> Option<Vec<u8>> {
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
