//! What came of copying the link.

use reading::Source;
use yew::prelude::*;

use crate::{
    browser::focus,
    state::{Action, Copied, Dialog},
    strings,
    view::{PartProps, icon::Icon},
};

/// Says that the link was copied, or offers it for copying by hand.
pub fn draw(props: &PartProps) -> Html {
    // The dialog for sharing says it itself.
    let copied = &props.state.copied.clone().filter(|_| props.state.dialog != Some(Dialog::Share));
    let said = match copied {
        None => Html::default(),
        Some(Copied::Done) => html! { <p>{ strings::LINK_COPIED }</p> },
        Some(Copied::ByHand(address)) => html! {
            <>
                <label for={focus::ADDRESS}>{ strings::LINK_BY_HAND }</label>
                <input id={focus::ADDRESS} readonly=true value={address.clone()} />
            </>
        },
    };
    html! {
        <div class="share" data-open={copied.is_some().then_some("")}>
            <div role="status">
                { said }
                if copied.is_some() && props.state.view.source == Source::Opened
                    && props.state.view.address.is_none() {
                    <p>{ strings::LINK_WITHOUT_TEXT }</p>
                }
            </div>
            if copied.is_some() {
                <button class="close" onclick={props.on(Action::Copied(None))} aria-label={strings::CLOSE}>
                    { Icon::Close.draw() }
                </button>
            }
        </div>
    }
}
