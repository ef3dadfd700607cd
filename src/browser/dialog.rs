//! Modal dialogs: the browser keeps the keyboard inside and gives it back at the end.

use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// Shows a `<dialog>` as a modal one.
pub fn show(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Closes it.
pub fn close(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
        && dialog.open()
    {
        dialog.close();
    }
}
