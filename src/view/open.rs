//! The dialog in which a text is opened.

use yew::prelude::*;

use crate::{
    browser::{dialog, files},
    state::{Action, Dialog},
    strings,
    view::{PartProps, address, dialog_head, library},
};

/// The dialog in which a text is opened.
pub fn draw(props: &PartProps) -> Html {
    let onclose = props.on::<Event>(Action::DialogClosed(Dialog::Open));
    let bundled = props.state.library.texts.iter().map(|text| {
        let open = props.on(Action::OpenBundled(text.slug.clone()));
        html! { <li key={text.slug.clone()}><button class="row" onclick={open}>{ text.title.clone() }</button></li> }
    });
    let found = props.state.found.iter().enumerate().map(|(number, found)| {
        let open = props.on(Action::OpenFound(number));
        html! {
            <li><button class="row" onclick={open}>
                { found.title.clone() }<span class="quiet">{ " \u{b7} " }{ strings::posts(found.posts) }</span>
            </button></li>
        }
    });
    let read = props.act.reform(|_: MouseEvent| Action::OpenInput {
        bytes: files::pasted().into_bytes(),
        name: None,
    });
    let onchange = {
        let act = props.act.clone();
        Callback::from(move |event: Event| {
            let act = act.clone();
            files::chosen(&event, move |action| act.emit(action));
        })
    };
    html! {
        <dialog id={dialog::id(Dialog::Open)} class="open" aria-labelledby="open-heading" {onclose}>
            { dialog_head(props, "open-heading", strings::OPEN_HEADING) }
            <p class="quiet">{ strings::OPEN_PROMISE }</p>
            if !props.state.library.texts.is_empty() {
                <h3>{ strings::BUNDLED }</h3>
                <ul class="rows">{ for bundled }</ul>
            }
            if props.state.found.len() > 1 {
                <h3>{ strings::FOUND }</h3>
                <ul class="rows">{ for found }</ul>
            }
            { library::draw(props) }
            <h3><label for={files::PASTED}>{ strings::PASTE }</label></h3>
            <textarea id={files::PASTED} rows="7" dir="auto" aria-describedby="paste-hint" />
            <p id="paste-hint" class="quiet">{ strings::PASTE_HINT }</p>
            <p class="actions">
                <button class="primary" onclick={read}>
                    { strings::READ_PASTED }
                </button>
            </p>
            <h3><label for="file">{ strings::CHOOSE_FILE }</label></h3>
            <input id="file" type="file" multiple=true aria-describedby="file-hint" {onchange} />
            <p id="file-hint" class="quiet">{ strings::FILE_HINT }</p>
            { address::field(props) }
        </dialog>
    }
}
