//! How far the opening of a text has come, and the way out of it.

use yew::prelude::*;

use crate::{state::Action, strings, view::PartProps};

/// From so many paragraphs on the reading takes long enough to be stopped.
const LONG: u32 = 400;

/// What is on its way.
pub fn draw(props: &PartProps) -> Html {
    let opening = props.state.opening.as_ref();
    let progress = opening.and_then(|opening| opening.progress);
    let progress = progress.filter(|progress| progress.paragraphs >= LONG);
    let said = match (opening, progress) {
        (None, _) => String::new(),
        (_, None) => strings::READING.to_owned(),
        (_, Some(progress)) => strings::progress(progress),
    };
    html! {
        <div class="progress" data-busy={opening.map(|_| "")}>
            <p role="status">{ said }</p>
            if let Some(progress) = progress {
                <progress max="5" aria-label={strings::READING}
                    value={(progress.stage as u8 + 1).to_string()} />
                <button onclick={props.on(Action::StopOpening)}>{ strings::STOP }</button>
            }
        </div>
    }
}
