//! Files that the reader chooses or drops. Their size is looked at before they are read.

use discussion::import::{MAX_BYTES, MAX_FILE_BYTES};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement,
};

use crate::{
    browser::{document, root},
    protocol::files::GivenFile,
    state::Action,
    strings,
};

/// Takes the files that were chosen in an `<input type="file">`, and empties it, so that the same
/// ones can be chosen again.
pub fn chosen(event: &Event, done: impl Fn(Action) + 'static) {
    let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    take(all(input.files().as_ref()), done);
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
        let files = all(data.files().as_ref());
        if !files.is_empty() {
            take(files, done.clone());
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

fn all(files: Option<&FileList>) -> Vec<File> {
    files.map_or_else(Vec::new, |list| (0..list.length()).filter_map(|i| list.get(i)).collect())
}

/// Reads files, unless one of them is too large, or all together are.
fn take(files: Vec<File>, done: impl Fn(Action) + 'static) {
    if files.is_empty() {
        return;
    }
    let mut sum = 0;
    for file in &files {
        let name = file.name();
        // Stancelight JSON holds more than its text.
        let most = if name.ends_with(".json") { MAX_FILE_BYTES } else { MAX_BYTES } as u64;
        sum += file.size() as u64;
        let (size, most) = if sum > MAX_FILE_BYTES as u64 {
            (sum, MAX_FILE_BYTES as u64)
        } else {
            (file.size() as u64, most)
        };
        if size > most {
            done(Action::OpenFailed(strings::file_too_large(&name, size, most)));
            return;
        }
    }
    spawn_local(async move {
        let mut given = Vec::new();
        for file in files {
            let name = file.name();
            let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
                done(Action::OpenFailed(strings::file_unreadable(&name)));
                return;
            };
            given.push(GivenFile { name: Some(name), bytes: Uint8Array::new(&buffer).to_vec() });
        }
        match (given.pop(), given.is_empty()) {
            (Some(GivenFile { name, bytes }), true) => done(Action::OpenInput { bytes, name }),
            (last, _) => {
                given.extend(last);
                done(Action::OpenFiles(given));
            }
        }
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

/// The value that is chosen in the list that an event comes from.
#[must_use]
pub fn chosen_value(event: &Event) -> String {
    let list = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    list.map(|list| list.value()).unwrap_or_default()
}
