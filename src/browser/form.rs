//! What is written and chosen in the fields of a dialog.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use crate::browser::document;

/// The value of a field or a choice, by its id; empty where there is none.
#[must_use]
pub fn value(id: &str) -> String {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return String::new();
    };
    let field = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let choice = || element.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    field.or_else(choice).unwrap_or_default()
}
