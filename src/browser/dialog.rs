//! Modal dialogs: the browser keeps the keyboard inside and gives it back at the end.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::{browser::document, state::Dialog};

/// The id of a dialog's element.
#[must_use]
pub fn id(dialog: Dialog) -> &'static str {
    match dialog {
        Dialog::Address => "address-dialog",
        Dialog::Open => "open-dialog",
        Dialog::Columns => "columns-dialog",
        Dialog::Export => "export-dialog",
        Dialog::Help => "help-dialog",
        Dialog::Correct => "correct-dialog",
        Dialog::Corrections => "corrections-dialog",
        Dialog::Share => "share-dialog",
    }
}

/// All dialogs.
const ALL: [Dialog; 8] = [
    Dialog::Address,
    Dialog::Open,
    Dialog::Columns,
    Dialog::Export,
    Dialog::Help,
    Dialog::Correct,
    Dialog::Corrections,
    Dialog::Share,
];

/// Shows a dialog and closes the others; none closes all.
pub fn show(shown: Option<Dialog>) {
    for dialog in ALL {
        let element = document().and_then(|document| document.get_element_by_id(id(dialog)));
        let Some(element) = element.and_then(|e| e.dyn_into::<HtmlDialogElement>().ok()) else {
            continue;
        };
        match (shown == Some(dialog), element.open()) {
            (true, false) => drop(element.show_modal()),
            (false, true) => element.close(),
            _ => {}
        }
    }
}
