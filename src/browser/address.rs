//! The fragment of the address, in which a link keeps the view.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::ShareData;

use crate::{browser::window, state::History};

/// The fragment, with its number sign; empty where there is none.
#[must_use]
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The fragment with which the page starts. A query that names a text elsewhere becomes one: the page
/// needs no query, and what stands in a fragment is not even sent to the page's own server.
#[must_use]
pub fn first_fragment() -> String {
    let start = || {
        let window = window()?;
        let location = window.location();
        let query = location.search().ok()?;
        let names = query.starts_with("?src=") || query.starts_with("?hn=");
        if names && fragment().is_empty() {
            let address = format!("{}#/{query}", location.pathname().ok()?);
            let past = window.history().ok()?;
            past.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()?;
        }
        Some(())
    };
    let _ = start();
    fragment()
}

/// The whole address.
#[must_use]
pub fn whole() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The whole address with another fragment.
#[must_use]
pub fn with(fragment: &str) -> String {
    let whole = whole();
    let page = whole.split('#').next().unwrap_or(&whole);
    format!("{page}{fragment}")
}

/// Whether the system has a way of its own to share.
#[must_use]
pub fn can_share() -> bool {
    let navigator = window().map(|window| window.navigator());
    navigator.is_some_and(|n| Reflect::has(&n, &"share".into()).unwrap_or(false))
}

/// Gives an address to the system's own way of sharing.
pub fn share(title: &str, address: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    if let Some(window) = window() {
        drop(window.navigator().share_with_data(&data));
    }
}

/// Writes the fragment, as a step of its own or in place of the one before.
pub fn write(new: &str, history: History) {
    if fragment() == new {
        return;
    }
    let Some(past) = window().and_then(|window| window.history().ok()) else { return };
    // A browser that refuses (too many steps in a short time) only loses the step.
    let _ = match history {
        History::Push => past.push_state_with_url(&JsValue::NULL, "", Some(new)),
        History::Replace => past.replace_state_with_url(&JsValue::NULL, "", Some(new)),
    };
}

/// Calls back when the reader goes back or forward or changes the fragment, as long as the page is
/// open.
pub fn listen(changed: impl Fn(String) + 'static) {
    let Some(window) = window() else { return };
    let listener = Closure::<dyn Fn()>::new(move || changed(fragment()));
    for event in ["popstate", "hashchange"] {
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
