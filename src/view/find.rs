//! The field that finds in the text.

use yew::prelude::*;

use crate::{
    browser::{files, focus},
    state::{Action, find::Find},
    strings::{self, Text},
    view::{PartProps, icon::Icon},
};

/// The button that opens the field.
pub fn button(props: &PartProps) -> Html {
    let open = props.state.find.is_some();
    html! {
        <button id={focus::FIND_BUTTON} class="text-button find-button" aria-expanded={open.to_string()}
            title={strings::FIND_HINT} onclick={props.on(Action::OpenFind(!open))}>
            { Icon::Find.draw() }
            { strings::FIND }
        </button>
    }
}

/// The field, where it is open.
pub fn draw(props: &PartProps) -> Html {
    let Some(find) = &props.state.find else { return Html::default() };
    let oninput = props.act.reform(|event: InputEvent| Action::Find(files::written(&event)));
    let act = props.act.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let action = match event.key().as_str() {
            "Enter" => Action::StepFind(!event.shift_key()),
            "Escape" => Action::OpenFind(false),
            _ => return,
        };
        event.prevent_default();
        act.emit(action);
    });
    let none = find.found.count() == 0;
    let step = |forward: bool, icon: Icon, label: Text| {
        html! {
            <button class="close" disabled={none} aria-label={label} title={label}
                onclick={props.on(Action::StepFind(forward))}>{ icon.draw() }</button>
        }
    };
    html! {
        <div class="find" role="search" aria-label={strings::FIND_LABEL}>
            <input id={focus::FIND} type="search" autocomplete="off" spellcheck="false"
                aria-label={strings::FIND_LABEL} maxlength="200" value={find.typed.to_string()}
                {oninput} {onkeydown} />
            <p class="count" role="status">{ count(find) }</p>
            <span class="steps">
                { step(false, Icon::Up, strings::PREVIOUS_FOUND) }
                { step(true, Icon::Down, strings::NEXT_FOUND) }
            </span>
            <button class="close" aria-label={strings::CLOSE_FIND} title={strings::CLOSE_FIND}
                onclick={props.on(Action::OpenFind(false))}>{ Icon::Close.draw() }</button>
        </div>
    }
}

fn count(find: &Find) -> String {
    match (find.found.is_idle(), find.at) {
        (true, _) => String::new(),
        (_, Some(at)) => strings::found(at + 1, find.found.count()),
        (_, None) => strings::NOTHING_FOUND.to_owned(),
    }
}
