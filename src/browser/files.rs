//! Files that the reader chooses or drops. Their size is looked at before they are read.

use discussion::import::MAX_BYTES;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement, HtmlTextAreaElement,
};

use crate::{
    browser::{document, root},
    state::Action,
    strings,
};

/// Takes the file that was chosen in an `<input type="file">`, and empties it, so that the same
/// file can be chosen again.
pub fn chosen(event: &Event, done: impl Fn(Action) + 'static) {
    let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let file = input.files().as_ref().and_then(first);
    if let Some(file) = file {
        take(file, done);
    }
    input.set_value("");
}

/// Takes what is dropped anywhere on the page, a file or a selection of text, as long as the page
/// is open. While something is dragged over it, the page's root bears `data-dragging`.
pub fn listen_to_drops(done: impl Fn(Action) + Clone + 'static) {
    let Some(document) = document() else { return };
    let over = Closure::<dyn Fn(DragEvent)>::new(|event: DragEvent| {
        if event.data_transfer().is_some_and(|data| can_be_opened(&data)) {
            event.prevent_default();
            mark_dragging(true);
        }
    });
    let left = Closure::<dyn Fn(DragEvent)>::new(|event: DragEvent| {
        // Without a related target the pointer left the window, not just an element.
        if event.related_target().is_none() {
            mark_dragging(false);
        }
    });
    let dropped = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
        mark_dragging(false);
        let Some(data) = event.data_transfer().filter(can_be_opened) else { return };
        event.prevent_default();
        if let Some(file) = data.files().as_ref().and_then(first) {
            take(file, done.clone());
        } else if let Ok(text) = data.get_data("text/plain") {
            done(Action::OpenInput { bytes: text.into_bytes(), name: None });
        }
    });
    for (event, listener) in [("dragover", over), ("dragleave", left), ("drop", dropped)] {
        let _ = document.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

/// Files, and text from elsewhere; a drag that began in the page's own text is left alone.
fn can_be_opened(data: &DataTransfer) -> bool {
    let types = data.types();
    let has = |wanted: &str| types.iter().any(|kind| kind.as_string().as_deref() == Some(wanted));
    has("Files") || (has("text/plain") && !has_selection())
}

fn has_selection() -> bool {
    crate::browser::window()
        .and_then(|window| window.get_selection().ok().flatten())
        .is_some_and(|selection| !selection.is_collapsed())
}

fn mark_dragging(on: bool) {
    if let Some(root) = root() {
        let _ = root.toggle_attribute_with_force("data-dragging", on);
    }
}

fn first(files: &FileList) -> Option<File> {
    files.get(0)
}

fn take(file: File, done: impl Fn(Action) + 'static) {
    let (size, most) = (file.size() as u64, MAX_BYTES as u64);
    if size > most {
        done(Action::OpenFailed(strings::file_too_large(&file.name(), size, most)));
        return;
    }
    spawn_local(async move {
        let name = file.name();
        done(match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => {
                Action::OpenInput { bytes: Uint8Array::new(&buffer).to_vec(), name: Some(name) }
            }
            Err(_) => Action::OpenFailed(strings::file_unreadable(&name)),
        });
    });
}

/// The id of the field for a text.
pub const PASTED: &str = "pasted";

/// What is written in the field for a text; the field is emptied.
#[must_use]
pub fn pasted() -> String {
    let field = document().and_then(|document| document.get_element_by_id(PASTED));
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return String::new();
    };
    let text = field.value();
    field.set_value("");
    text
}

/// What is written in the field that an event comes from.
#[must_use]
pub fn written(event: &Event) -> String {
    let target = event.target();
    let field = target.as_ref().and_then(|t| t.dyn_ref::<HtmlInputElement>());
    let area = target.as_ref().and_then(|t| t.dyn_ref::<HtmlTextAreaElement>());
    field.map(HtmlInputElement::value).or(area.map(HtmlTextAreaElement::value)).unwrap_or_default()
}
