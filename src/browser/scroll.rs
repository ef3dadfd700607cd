//! Where in the text the reader is.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, MouseEvent, NodeList};

use crate::{
    browser::{document, focus::STRIP, timer::Timer, window},
    protocol::deep::Screen,
};

/// How long scrolling must rest before it counts, in milliseconds.
const REST: u32 = 250;

/// How far below the line above the text a paragraph must reach to count as the one at the top, in
/// CSS pixels; more than the room that scrolling to a paragraph leaves above it.
const MARGIN: f64 = 16.0;

/// Brings a paragraph to the top; the first one brings the whole top of the page.
pub fn to_paragraph(number: u32) {
    if number <= 1 {
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    } else if let Some(paragraph) =
        document().and_then(|document| document.get_element_by_id(&format!("p{number}")))
    {
        paragraph.scroll_into_view();
    }
}

/// Calls back with the paragraph at the top whenever scrolling came to rest, as long as the page is
/// open; none at the beginning.
pub fn listen(rested: impl Fn(Option<u32>) + Clone + 'static) {
    let Some(window) = window() else { return };
    let mut pending = None;
    let listener = Closure::<dyn FnMut()>::new(move || {
        let rested = rested.clone();
        // A new timer takes the place of the one before and so ends it.
        pending.replace(Timer::after(REST, move || rested(at_top())));
    });
    let _ = window.add_event_listener_with_callback("scroll", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// How far down in the strip an event is, from 0 to 1.
#[must_use]
pub fn share_of(event: &MouseEvent) -> Option<f64> {
    let place = document()?.get_element_by_id(STRIP)?.get_bounding_client_rect();
    let share = (f64::from(event.client_y()) - place.top()) / place.height();
    share.is_finite().then(|| share.clamp(0.0, 1.0))
}

fn at_top() -> Option<u32> {
    let above = document()?.query_selector(".result").ok()??;
    let line = above.get_bounding_client_rect().bottom() + MARGIN;
    let number = at(&drawn()?, line)?;
    (number > 1).then_some(number)
}

/// The paragraphs on the screen; none where no text is drawn.
#[must_use]
pub fn on_screen() -> Option<Screen> {
    let paragraphs = drawn()?;
    let bottom = window()?.inner_height().ok()?.as_f64()?;
    let end = paragraphs.length().checked_sub(1)?;
    let place = |line: f64| at(&paragraphs, line).or_else(|| number(&paragraphs, end));
    let [first, last] = [place(0.0)?, place(bottom)?].map(|number| number.saturating_sub(1));
    Some(Screen { first, last })
}

/// The paragraphs that are drawn and shown.
fn drawn() -> Option<NodeList> {
    document()?.query_selector_all("#text p[data-section]:not([hidden])").ok()
}

/// The number of the first paragraph that ends below a line.
fn at(paragraphs: &NodeList, line: f64) -> Option<u32> {
    // Paragraphs follow each other downward: by halving.
    let (mut low, mut high) = (0, paragraphs.length());
    while low < high {
        let middle = low + (high - low) / 2;
        let paragraph = paragraphs.get(middle)?.dyn_into::<Element>().ok()?;
        if paragraph.get_bounding_client_rect().bottom() > line {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    number(paragraphs, low)
}

/// The number of a paragraph.
fn number(paragraphs: &NodeList, index: u32) -> Option<u32> {
    let paragraph = paragraphs.get(index)?.dyn_into::<Element>().ok()?;
    paragraph.id().strip_prefix('p')?.parse().ok()
}
