//! Marks in the document: which one an event is about.

use engine::MentionId;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

/// The id of the element that gets the keyboard for a mention.
#[must_use]
pub fn id(mention: MentionId) -> String {
    format!("m{}", mention.0)
}

/// The mention that an event inside the text is about.
#[must_use]
pub fn at(target: Option<EventTarget>) -> Option<MentionId> {
    let element: Element = target?.dyn_into().ok()?;
    let mark = element.closest("mark[data-number]").ok()??;
    mark.get_attribute("data-number")?.parse().ok().map(MentionId)
}

/// The mention whose stop is an event's target itself.
#[must_use]
pub fn stop(target: Option<EventTarget>) -> Option<MentionId> {
    let element: Element = target?.dyn_into().ok()?;
    element.get_attribute("data-mention")?.parse().ok().map(MentionId)
}
