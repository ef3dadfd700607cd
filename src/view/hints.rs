//! A hint of the first visit: above the text, in the way of nothing.

use yew::prelude::*;

use crate::{
    browser::focus,
    state::{Action, hints::HINTS},
    strings,
    view::PartProps,
};

/// The hint that is shown, where there is one.
pub fn draw(props: &PartProps) -> Html {
    let Some(number) = props.state.hint() else { return Html::default() };
    let last = number + 1 == HINTS;
    html! {
        <aside class="hint" aria-label={strings::HINT}>
            <p id={focus::HINT} tabindex="-1">
                <span class="number">{ format!("{}/{HINTS} ", number + 1) }</span>
                { strings::hint(number) }
            </p>
            <div>
                <button class="text-button" onclick={props.on(Action::DismissHint { all: false })}>
                    { if last { strings::CLOSE } else { strings::NEXT_HINT } }
                </button>
                if !last {
                    <button class="text-button"
                        onclick={props.on(Action::DismissHint { all: true })}>
                        { strings::NO_HINTS }
                    </button>
                }
            </div>
        </aside>
    }
}
