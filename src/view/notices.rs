//! What the reader is told.

use yew::prelude::*;

use crate::{
    state::{Action, Dialog},
    strings,
    view::{PartProps, icon::Icon},
};

/// Sentences, each with a button that takes it away.
pub fn draw(props: &PartProps) -> Html {
    let each = props.state.notices.list.iter().map(|notice| {
        html! {
            <li key={notice.id}>
                <span>{ notice.sentence.clone() }</span>
                <button class="text-button" onclick={props.on(Action::ShowDialog(Some(Dialog::Open)))}>
                    { strings::OPEN }
                </button>
                <button class="close" onclick={props.on(Action::Dismiss(notice.id))}
                    aria-label={strings::DISMISS}>
                    { Icon::Close.draw() }
                </button>
            </li>
        }
    });
    html! {
        <div class="notices" role="status" aria-label={strings::NOTICES}>
            <ul>{ for each }</ul>
        </div>
    }
}
