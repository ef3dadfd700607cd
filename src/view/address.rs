//! The dialog that asks before a text is fetched from another site.

use reading::link::address::host;
use yew::prelude::*;

use crate::{
    browser::{dialog, form},
    state::{Action, Dialog},
    strings,
    view::{PartProps, dialog_head},
};

/// The id of the field for an address.
const ADDRESS: &str = "address";

/// The dialog.
pub fn draw(props: &PartProps) -> Html {
    let onclose = props.on::<Event>(Action::DialogClosed(Dialog::Address));
    let content = props.state.asked.as_ref().map(|asked| {
        let address = asked.address();
        html! {
            <>
                <p>{ strings::ASK_FROM }{ " " }<b dir="ltr">{ host(&address).to_owned() }</b></p>
                <p class="address"><code dir="ltr">{ address }</code></p>
                <p class="quiet">{ strings::ASK_PROMISE }</p>
                <p class="actions">
                    <button class="primary" onclick={props.on(Action::FetchAddress)}>
                        { strings::ASK_YES }
                    </button>
                    <button class="secondary" onclick={props.on(Action::ShowDialog(None))}>
                        { strings::ASK_NO }
                    </button>
                </p>
            </>
        }
    });
    html! {
        <dialog id={dialog::id(Dialog::Address)} aria-labelledby="address-heading" {onclose}>
            { dialog_head(props, "address-heading", strings::ASK_HEADING) }
            { for content }
        </dialog>
    }
}

/// The field for an address in the dialog in which texts are opened.
pub fn field(props: &PartProps) -> Html {
    let ask = props.act.reform(|_: MouseEvent| Action::TypeAddress(form::value(ADDRESS)));
    html! {
        <>
            <h3><label for={ADDRESS}>{ strings::ADDRESS }</label></h3>
            <p class="actions">
                <input id={ADDRESS} type="text" inputmode="url" dir="ltr" autocomplete="off"
                    placeholder="https://" aria-describedby="address-hint" />
                <button class="secondary" onclick={ask}>{ strings::ADDRESS_OPEN }</button>
            </p>
            <p id="address-hint" class="quiet">{ strings::ADDRESS_HINT }</p>
        </>
    }
}
