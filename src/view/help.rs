//! What the marks and keys mean.

use yew::prelude::*;

use crate::{
    browser::{dialog, files},
    state::{Action, Dialog},
    strings,
    view::{PartProps, dialog_head, legend},
};

/// The dialog that explains the page.
pub fn draw(props: &PartProps) -> Html {
    let onclose = props.on::<Event>(Action::DialogClosed(Dialog::Help));
    let keys = strings::KEYS.iter().map(|(key, does)| {
        html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div> }
    });
    html! {
        <dialog id={dialog::id(Dialog::Help)} aria-labelledby="help-heading" {onclose}>
            { dialog_head(props, "help-heading", strings::HELP_HEADING) }
            { languages(props) }
            <p>{ strings::HELP_MARKS }</p>
            { legend::draw() }
            <p>{ strings::HELP_TRUST }</p>
            if let Some(offer) = &props.state.deep.offer {
                <p>{ strings::help_deep(offer.weights.bytes) }</p>
            }
            <h3>{ strings::HELP_KEYS }</h3>
            <dl class="keys">{ for keys }</dl>
        </dialog>
    }
}

/// The choice of a language.
fn languages(props: &PartProps) -> Html {
    let languages = &props.state.languages;
    let each = languages.all.iter().enumerate().map(|(number, language)| {
        html! {
            <option value={number.to_string()} selected={number == languages.shown}
                lang={language.code().to_owned()}>
                { language.name.clone() }
            </option>
        }
    });
    let onchange = props.act.reform(|event: Event| {
        Action::ChooseLanguage(files::chosen_value(&event).parse().unwrap_or_default())
    });
    html! {
        <p class="language">
            <label for="language">{ strings::LANGUAGE }</label>
            <select id="language" {onchange}>{ for each }</select>
        </p>
    }
}
