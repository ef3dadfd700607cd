//! The dialog in which files are written.

use yew::prelude::*;

use crate::{
    browser::dialog,
    state::{Action, Dialog, Export},
    strings,
    view::{PartProps, dialog_head},
};

/// The dialog for files that go out.
pub fn draw(props: &PartProps) -> Html {
    let onclose = props.on::<Event>(Action::DialogClosed(Dialog::Export));
    let state = &props.state;
    let filtered = state.exports_filtered;
    let scope = |of_filter: bool, label: String| {
        html! {
            <label class="choice">
                <input type="radio" name="export-scope" checked={filtered == of_filter}
                    onchange={props.on::<Event>(Action::ExportFiltered(of_filter))} />
                { label }
            </label>
        }
    };
    let (shown, all) = (state.shown.count, state.paragraphs());
    let names = strings::EXPORTS.iter().chain([&strings::EXPORT_PAGE]);
    let names = names.chain(&strings::EXPORT_PICTURES);
    let formats = (0u32..).zip(names).map(|(number, (name, says))| {
        html! {
            <li><button class="row" onclick={props.on(Action::Export(number))}>
                { *name }<span class="quiet">{ " \u{b7} " }{ *says }</span>
            </button></li>
        }
    });
    let said = match &state.export {
        None => "",
        Some(Export::Running) => strings::WRITING.words(),
        Some(Export::Said(sentence)) => sentence,
    };
    html! {
        <dialog id={dialog::id(Dialog::Export)} aria-labelledby="export-heading" {onclose}>
            { dialog_head(props, "export-heading", strings::EXPORT_HEADING) }
            <fieldset>
                <legend>{ strings::EXPORT_SCOPE }</legend>
                { scope(false, strings::EXPORT_WHOLE.to_owned()) }
                { scope(true, strings::export_filtered(shown, all)) }
            </fieldset>
            <p class="quiet">{ strings::EXPORT_SCOPE_HINT }</p>
            <ul class="rows">{ for formats }</ul>
            <p role="status">{ said }</p>
        </dialog>
    }
}
