//! Where the keyboard is.

use engine::MentionId;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, EventTarget, FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::{
    browser::{document, marks},
    state::FocusPlace,
};

/// The id of the panel with the reasons.
pub const WHY: &str = "why";
/// The id of the text.
pub const TEXT: &str = "text";
/// The id of the field with the address.
pub const ADDRESS: &str = "address";
/// The id of the strip.
pub const STRIP: &str = "strip";
/// The id of the field that finds in the text.
pub const FIND: &str = "find";
/// The id of the button that opens it.
pub const FIND_BUTTON: &str = "find-button";
/// The id of the hint.
pub const HINT: &str = "hint";
/// The id of the field for words.
pub const WORDS: &str = "words";

/// Gives the keyboard to something and brings it to the screen.
pub fn send_to(place: FocusPlace) {
    let id = match place {
        FocusPlace::Mark(mention) => marks::id(mention),
        FocusPlace::Why => WHY.to_owned(),
        FocusPlace::Address => ADDRESS.to_owned(),
        FocusPlace::Find => FIND.to_owned(),
        FocusPlace::FindButton => FIND_BUTTON.to_owned(),
        FocusPlace::Hint => HINT.to_owned(),
        FocusPlace::Text => TEXT.to_owned(),
    };
    let element = document().and_then(|document| document.get_element_by_id(&id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
            field.select();
        }
    }
}

/// Whether the keyboard is on the mark of a mention.
#[must_use]
pub fn is_on_mark(mention: MentionId) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| active.id() == marks::id(mention))
}

/// Gives the keyboard to the mark of a mention where it stands; the page does not move.
pub fn keep_on_mark(mention: MentionId) {
    let mark = document().and_then(|document| document.get_element_by_id(&marks::id(mention)));
    let mark = mark.filter(|_| !is_on_mark(mention));
    if let Some(mark) = mark.and_then(|mark| mark.dyn_into::<HtmlElement>().ok()) {
        let stay = FocusOptions::new();
        stay.set_prevent_scroll(true);
        let _ = mark.focus_with_options(&stay);
    }
}

/// Gives the keyboard to the button of the item above or below in a list.
pub fn to_item_beside(target: Option<EventTarget>, below: bool) {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    let item = element.and_then(|element| element.closest("li").ok()?);
    let beside = item.and_then(|item| {
        if below { item.next_element_sibling() } else { item.previous_element_sibling() }
    });
    let button = beside.and_then(|item| item.query_selector("button").ok()?);
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// Gives the keyboard to the next button of a table that an arrow leads to, over cells without one;
/// false for other keys and where there is none.
pub fn to_cell_beside(target: Option<EventTarget>, key: &str) -> bool {
    let upright = matches!(key, "ArrowUp" | "ArrowDown");
    let next = match key {
        "ArrowLeft" | "ArrowUp" => Element::previous_element_sibling,
        "ArrowRight" | "ArrowDown" => Element::next_element_sibling,
        _ => return false,
    };
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    let Some(cell) = element.and_then(|element| element.closest("td").ok()?) else { return false };
    let column = std::iter::successors(cell.previous_element_sibling(), |cell| {
        cell.previous_element_sibling()
    });
    let column = u32::try_from(column.count()).unwrap_or_default();
    let first = if upright { cell.parent_element() } else { Some(cell) };
    let others = std::iter::successors(first.as_ref().and_then(next), next);
    let mut buttons = others.filter_map(|other| {
        let cell = if upright { other.children().item(column)? } else { other };
        cell.query_selector("button").ok()??.dyn_into::<HtmlElement>().ok()
    });
    buttons.next().is_some_and(|button| button.focus().is_ok())
}

/// Whether an event comes from inside an element with that id.
#[must_use]
pub fn is_in(target: Option<EventTarget>, id: &str) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(&format!("#{id}")).is_ok_and(|e| e.is_some()))
}

/// Whether an event comes from a field in which text is written.
#[must_use]
pub fn is_field(target: Option<EventTarget>) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.matches("input, textarea").unwrap_or(false))
}

/// Calls back when the keys for undoing (false) or for doing again (true) are pressed outside of
/// fields and dialogs, wherever the keyboard is, as long as the page is open.
pub fn listen_to_undo(step: impl Fn(bool) + 'static) {
    let Some(document) = document() else { return };
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let asked = (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("z");
        let open = self::document().and_then(|d| d.query_selector("dialog[open]").ok().flatten());
        if asked && open.is_none() && !is_field(event.target()) {
            event.prevent_default();
            step(event.shift_key());
        }
    });
    let callback = listener.as_ref().unchecked_ref();
    let _ = document.add_event_listener_with_callback("keydown", callback);
    listener.forget();
}
