//! The dialog in which a text is opened.

use yew::prelude::*;

use crate::{
    browser::{dialog, files},
    state::{Action, Dialog},
    strings,
    view::{PartProps, icon::Icon},
};

/// The dialog in which a text is opened.
#[component]
pub fn OpenDialog(props: &PartProps) -> Html {
    let node = use_node_ref();
    let pasted = use_state(AttrValue::default);
    let shown = props.state.dialog == Some(Dialog::Open);
    {
        let (node, pasted) = (node.clone(), pasted.clone());
        use_effect_with(shown, move |shown| {
            if *shown {
                dialog::show(&node);
            } else {
                dialog::close(&node);
                pasted.set(AttrValue::default());
            }
        });
    }
    let close = props.on::<MouseEvent>(Action::ShowDialog(None));
    let onclose = props.on::<Event>(Action::ShowDialog(None));
    let bundled = props.state.library.texts.iter().map(|text| {
        let open = props.on(Action::OpenBundled(text.slug.clone()));
        html! { <li key={text.slug.clone()}><button class="row" onclick={open}>{ text.title.clone() }</button></li> }
    });
    let oninput = {
        let pasted = pasted.clone();
        Callback::from(move |event: InputEvent| pasted.set(files::written(&event).into()))
    };
    let read = {
        let (act, pasted) = (props.act.clone(), pasted.clone());
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::OpenInput { bytes: pasted.as_bytes().to_vec(), name: None });
        })
    };
    let onchange = {
        let act = props.act.clone();
        Callback::from(move |event: Event| {
            let act = act.clone();
            files::chosen(&event, move |action| act.emit(action));
        })
    };
    html! {
        <dialog ref={node} class="open" aria-labelledby="open-heading" {onclose}>
            <header class="dialog-head">
                <h2 id="open-heading">{ strings::OPEN_HEADING }</h2>
                <button class="close" onclick={close} aria-label={strings::CLOSE}>
                    { Icon::Close.draw() }
                </button>
            </header>
            <p class="quiet">{ strings::OPEN_PROMISE }</p>
            if !props.state.library.texts.is_empty() {
                <h3>{ strings::BUNDLED }</h3>
                <ul class="rows">{ for bundled }</ul>
            }
            <h3><label for="pasted">{ strings::PASTE }</label></h3>
            <textarea id="pasted" rows="7" dir="auto" value={(*pasted).clone()} {oninput}
                aria-describedby="paste-hint" />
            <p id="paste-hint" class="quiet">{ strings::PASTE_HINT }</p>
            <p class="actions">
                <button class="primary" onclick={read} disabled={pasted.trim().is_empty()}>
                    { strings::READ_PASTED }
                </button>
            </p>
            <h3><label for="file">{ strings::CHOOSE_FILE }</label></h3>
            <input id="file" type="file" {onchange} />
            <p class="quiet">{ strings::DROP_HINT }</p>
        </dialog>
    }
}
