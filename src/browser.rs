//! The browser behind one door: the only module that names web-sys and js-sys. A file a concern.

pub mod address;
pub mod beside;
pub mod clipboard;
pub mod copying;
pub mod deep;
pub mod dialog;
pub mod download;
pub mod elsewhere;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod form;
pub mod highlight;
pub mod language;
pub mod letters;
pub mod library;
pub mod listener;
pub mod marks;
pub mod models;
pub mod offline;
pub mod packing;
pub mod page;
pub mod picture;
pub mod program;
pub mod reader;
pub mod rows;
pub mod scroll;
pub mod selection;
pub mod serving;
pub mod storage;
pub mod timer;

/// The window; none outside of a page.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The document.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// The root element of the document.
fn root() -> Option<web_sys::HtmlElement> {
    use wasm_bindgen::JsCast;
    document()?.document_element()?.dyn_into().ok()
}
