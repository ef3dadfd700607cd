//! The paragraphs of the text as they stand on the screen.

use reading::{heights::Length, window::Sight};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser::{document, window};

/// The ids of the two lists of paragraphs, the article's and the comments'.
pub const LISTS: [&str; 2] = ["article-rows", "comments-rows"];

/// Where the two lists stand; none while the text is not laid out.
#[must_use]
pub fn sight() -> Option<Sight> {
    let document = document()?;
    let boxes = LISTS.map(|id| Some(document.get_element_by_id(id)?.get_bounding_client_rect()));
    let width = boxes.iter().flatten().next()?.width();
    let screen = window()?.inner_height().ok()?.as_f64()?;
    (width > 0.0).then(|| Sight {
        tops: boxes.map(|list| list.map_or(0, |list| length(list.top()))),
        height: length(screen),
        width: length(width),
    })
}

/// The number and the height of each paragraph that is drawn.
#[must_use]
pub fn heights() -> Vec<(usize, Length)> {
    let rows = document().and_then(|document| document.query_selector_all("#text [data-row]").ok());
    let Some(rows) = rows else { return Vec::new() };
    let height = |index: u32| {
        let row = rows.get(index)?.dyn_into::<Element>().ok()?;
        let number = row.get_attribute("data-row")?.parse().ok()?;
        Some((number, length(row.get_bounding_client_rect().height())))
    };
    (0..rows.length()).filter_map(height).collect()
}

/// Scrolls by so much.
pub fn scroll_by(length: Length) {
    if let Some(window) = window().filter(|_| length != 0) {
        window.scroll_by_with_x_and_y(0.0, length as f64 / 100.0);
    }
}

fn length(pixels: f64) -> Length {
    (pixels * 100.0).round() as Length
}
