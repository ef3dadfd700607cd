//! Marks in the document: which one an event is about, and which one comes next.

use engine::MentionId;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use crate::browser::document;

/// What can get the keyboard: a mark, or the handle of a mark that holds others.
const STOPS: &str = "#text p:not([hidden]) [data-mention]";

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

/// A way from one mark to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The next in the text.
    Next,
    /// The one before.
    Previous,
    /// The first that is shown.
    First,
    /// The last that is shown.
    Last,
}

/// The mark that lies that way among those shown; with an entity, among its marks.
#[must_use]
pub fn toward(way: Way, from: Option<MentionId>, entity: Option<&str>) -> Option<MentionId> {
    let list = document()?.query_selector_all(STOPS).ok()?;
    let mut stops = Vec::new();
    for index in 0..list.length() {
        let Some(element) = list.get(index).and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let number = element.get_attribute("data-mention").and_then(|n| n.parse().ok());
        let mark = element.closest("mark").ok().flatten();
        let of = mark.and_then(|mark| mark.get_attribute("data-entity"));
        if entity.is_none_or(|entity| of.as_deref() == Some(entity)) {
            stops.extend(number.map(MentionId));
        }
    }
    match (way, from) {
        (Way::First, _) | (Way::Next, None) => stops.first().copied(),
        (Way::Last, _) | (Way::Previous, None) => stops.last().copied(),
        (Way::Next, Some(from)) => stops.iter().copied().find(|stop| *stop > from),
        (Way::Previous, Some(from)) => stops.iter().copied().rev().find(|stop| *stop < from),
    }
}
