//! Copying from the text where not all that is selected is in the document.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DataTransfer, Element, Event, Range};

use crate::browser::{document, focus, window};

/// What stands in the text: a paragraph by its number, or one or more that are not drawn.
const PIECES: &str = "#text [data-row], #text .gap";

/// Listens to copying until it is dropped.
pub struct Copying(Closure<dyn Fn(Event)>);

impl Copying {
    /// Where a selection reaches over paragraphs that are not in the document, what is copied are
    /// the words that `text` gives for the first and, where it does not reach to the end, the last
    /// of its paragraphs.
    #[must_use]
    pub fn listen(text: impl Fn(usize, Option<usize>) -> String + 'static) -> Self {
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if focus::is_field(event.target()) {
                return;
            }
            let board = Reflect::get(&event, &"clipboardData".into()).ok();
            let board = board.and_then(|board| board.dyn_into::<DataTransfer>().ok());
            if let (Some(board), Some((first, last))) = (board, selected())
                && board.set_data("text/plain", &text(first, last)).is_ok()
            {
                event.prevent_default();
            }
        });
        if let Some(document) = document() {
            let callback = listener.as_ref().unchecked_ref();
            let _ = document.add_event_listener_with_callback("copy", callback);
        }
        Self(listener)
    }
}

impl Drop for Copying {
    fn drop(&mut self) {
        if let Some(document) = document() {
            let callback = self.0.as_ref().unchecked_ref();
            let _ = document.remove_event_listener_with_callback("copy", callback);
        }
    }
}

/// The first and the last paragraph of the selection, if some in it are not drawn.
fn selected() -> Option<(usize, Option<usize>)> {
    let range = window()?.get_selection().ok()??.get_range_at(0).ok()?;
    let pieces = document()?.query_selector_all(PIECES).ok()?;
    let pieces = (0..pieces.length()).filter_map(|at| pieces.get(at)?.dyn_into::<Element>().ok());
    between(pieces.map(|piece| (row(&piece), is_in(&range, &piece))))
}

/// The same, of pieces in their order: each a paragraph's number, or none for what is not drawn,
/// and whether it is selected.
fn between(pieces: impl Iterator<Item = (Option<usize>, bool)>) -> Option<(usize, Option<usize>)> {
    let (mut first, mut last) = (None, None);
    // The number that the next piece has, if it is a paragraph or begins with one.
    let mut next = 0;
    let mut crossed = false;
    let mut open = false;
    for (row, selected) in pieces {
        let start = row.unwrap_or(next);
        if selected {
            first = first.or(Some(start));
            crossed |= row.is_none();
            open = row.is_none();
            last = row;
        } else if open {
            // What was selected and not drawn ends before this one.
            last = start.checked_sub(1);
            open = false;
        }
        next = start + usize::from(row.is_some());
    }
    first.filter(|_| crossed).map(|first| (first, if open { None } else { last }))
}

fn row(piece: &Element) -> Option<usize> {
    piece.get_attribute("data-row")?.parse().ok()
}

fn is_in(range: &Range, piece: &Element) -> bool {
    range.intersects_node(piece).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn a_selection_is_known_by_what_stands_beside_it() {
        let check = |pieces: &[(Option<usize>, bool)], expected| {
            assert_eq!(between(pieces.iter().copied()), expected, "{pieces:?}");
        };
        check(&[], None);
        check(&[(Some(0), true), (Some(1), true), (None, false)], None);
        check(&[(Some(0), true), (None, true)], Some((0, None)));
        check(&[(None, true), (Some(5), true), (None, true)], Some((0, None)));
        check(&[(None, true), (Some(5), true), (None, false)], Some((0, Some(5))));
        check(&[(None, false), (Some(5), true), (None, true), (Some(9), true)], Some((5, Some(9))));
        check(&[(Some(3), false), (None, true), (Some(9), false)], Some((4, Some(8))));
    }
}
