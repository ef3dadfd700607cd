//! What the page says of itself: its root's attributes, its title, what the system prefers.

use engine::Tier;
use js_sys::Reflect;
use web_sys::Element;

use crate::{
    browser::{document, root, storage, window},
    state::{Deep, Offer, Theme},
    strings,
};

/// The element that the page is drawn into.
#[must_use]
pub fn mount() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// Says which tier's result is on the page; none while there is no result.
pub fn show_ready(tier: Option<Tier>) {
    let Some(root) = root() else { return };
    let _ = match tier {
        Some(Tier::Quick | Tier::Reader) => root.set_attribute("data-ready", "quick"),
        Some(Tier::Deep) => root.set_attribute("data-ready", "deep"),
        None => root.remove_attribute("data-ready"),
    };
}

/// Names the page.
pub fn show_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(&strings::page_title(title));
        let found = document.query_selector("meta[name=description]").ok().flatten();
        if let Some(description) = found {
            let _ = description.set_attribute("content", title);
        }
    }
}

/// Takes away what the page showed before the program was there.
pub fn end_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// The deep reading as the page begins.
#[must_use]
pub fn deep() -> Deep {
    let listed = root().and_then(|root| root.get_attribute("data-deep"));
    let offer = listed.and_then(|listed| Offer::listed(&listed));
    Deep::new(offer, storage::deep(), saves_data())
}

/// Whether the browser asks to save data, as far as it says.
fn saves_data() -> bool {
    let asks = || {
        let connection = Reflect::get(&window()?.navigator(), &"connection".into()).ok()?;
        Reflect::get(&connection, &"saveData".into()).ok()?.as_bool()
    };
    asks().unwrap_or(false)
}

/// A number that no other session is likely to have.
#[must_use]
pub fn session() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// Shows a theme.
pub fn show_theme(theme: Theme) {
    let Some(root) = root() else { return };
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        _ => root.set_attribute("data-theme", theme.key()),
    };
}
