//! Languages: the build lists them in the root element, `assets/language.js` chooses one and sends
//! for its words.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::{
    browser::{fetch, root, storage},
    state::{Language, Languages},
    strings,
};

/// Waits for the words of the language that was chosen.
pub async fn arrive() {
    let words = Reflect::get(&js_sys::global(), &"words".into()).ok();
    let Some(promise) = words.and_then(|words| words.dyn_into::<Promise>().ok()) else { return };
    if let Some(table) = JsFuture::from(promise).await.ok().and_then(|text| text.as_string()) {
        strings::install(table);
    }
}

/// The languages of the page.
#[must_use]
pub fn all() -> Languages {
    let listed = root().and_then(|root| root.get_attribute("data-languages")).unwrap_or_default();
    Languages::listed(
        &listed,
        &root().and_then(|root| root.get_attribute("lang")).unwrap_or_default(),
    )
}

/// Shows a language and remembers it; says whether its words came.
pub async fn show(language: Language) -> bool {
    let file = format!("strings/{}.txt", language.file);
    let table = fetch::finish(fetch::start(&file)).await.and_then(|it| String::from_utf8(it).ok());
    let Some(table) = table else { return false };
    strings::install(table);
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", language.code());
    }
    storage::keep_language(language.code());
    true
}
