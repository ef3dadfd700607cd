//! What the marks and keys mean.

use yew::prelude::*;

use crate::{
    browser::dialog,
    state::{Action, Dialog},
    strings,
    view::{PartProps, icon::Icon, legend},
};

/// The dialog that explains the page.
pub fn draw(props: &PartProps) -> Html {
    let close = props.on::<MouseEvent>(Action::ShowDialog(None));
    let onclose = props.on::<Event>(Action::ShowDialog(None));
    let keys = strings::KEYS.iter().map(|(key, does)| {
        html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div> }
    });
    html! {
        <dialog id={dialog::id(Dialog::Help)} aria-labelledby="help-heading" {onclose}>
            <header class="dialog-head">
                <h2 id="help-heading">{ strings::HELP_HEADING }</h2>
                <button class="close" onclick={close} aria-label={strings::CLOSE}>
                    { Icon::Close.draw() }
                </button>
            </header>
            <p>{ strings::HELP_MARKS }</p>
            { legend::draw() }
            <p>{ strings::HELP_TRUST }</p>
            <h3>{ strings::HELP_KEYS }</h3>
            <dl class="keys">{ for keys }</dl>
        </dialog>
    }
}
