//! What is found in the text, as the browser highlights it: by the CSS Custom Highlight API where
//! there is one. The text itself stays as it is.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Node, Range};

use crate::browser::{document, window};

/// The names that the style sheet knows.
const ALL: &str = "found";
const CURRENT: &str = "found-here";

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);

    type Registry;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &Registry, name: &str);
}

/// A piece of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// Its place there, in UTF-16 units.
    pub start: u32,
    /// Its end there.
    pub end: u32,
}

/// Highlights these and no others, one of them more than the rest.
pub fn show(stretches: &[Stretch], current: Option<Stretch>) {
    let Some(registry) = registry() else { return };
    paint(&registry, ALL, stretches.iter().filter(|stretch| Some(**stretch) != current));
    paint(&registry, CURRENT, current.iter());
}

/// Brings a piece to the screen, if it is not there; where it cannot be told, the paragraph.
pub fn reveal(stretch: Stretch) {
    let (Some(range), Some(window)) = (range(stretch), window()) else { return };
    let place = range.get_bounding_client_rect();
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    // The header and the line above the text stand over it, a bar may stand below.
    if place.top() < 180.0 || place.bottom() > height - 80.0 {
        window.scroll_by_with_x_and_y(0.0, place.top() - height / 3.0);
    }
}

fn registry() -> Option<Registry> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}

fn paint<'a>(registry: &Registry, name: &str, stretches: impl Iterator<Item = &'a Stretch>) {
    let mut ranges = stretches.filter_map(|stretch| range(*stretch)).peekable();
    match Highlight::new() {
        Ok(highlight) if ranges.peek().is_some() => {
            ranges.for_each(|range| highlight.add(&range));
            registry.set(name, &highlight);
        }
        _ => registry.delete(name),
    }
}

fn range(stretch: Stretch) -> Option<Range> {
    let document = document()?;
    let paragraph = document.get_element_by_id(&format!("p{}", stretch.paragraph))?;
    let range = document.create_range().ok()?;
    let (start, within) = text_at(&paragraph, &mut { stretch.start }, false)?;
    range.set_start(&start, within).ok()?;
    let (end, within) = text_at(&paragraph, &mut { stretch.end }, true)?;
    range.set_end(&end, within).ok()?;
    Some(range)
}

/// The text node that holds a place, and the place in it; an end belongs to the node before it.
fn text_at(node: &Node, left: &mut u32, is_end: bool) -> Option<(Node, u32)> {
    if node.node_type() == Node::TEXT_NODE {
        let length = node.node_value()?.encode_utf16().count() as u32;
        if *left < length || is_end && *left == length {
            return Some((node.clone(), *left));
        }
        *left -= length;
        return None;
    }
    let mut child = node.first_child();
    while let Some(node) = child {
        if let Some(found) = text_at(&node, left, is_end) {
            return Some(found);
        }
        child = node.next_sibling();
    }
    None
}
