//! The dialog that passes the view on: what a link contains, how long it is, and the ways to send it.

use reading::{Source, link};
use yew::prelude::*;

use crate::{
    browser::{address, dialog},
    state::{Action, Copied, Dialog, ShareKind},
    strings,
    view::{PartProps, dialog_head},
};

/// The id of the field with the link.
const LINK: &str = "shared-link";

/// The dialog.
pub fn draw(props: &PartProps) -> Html {
    let state = &props.state;
    let onclose = props.on::<Event>(Action::DialogClosed(Dialog::Share));
    html! {
        <dialog id={dialog::id(Dialog::Share)} class="sharing" aria-labelledby="share-heading" {onclose}>
            { dialog_head(props, "share-heading", strings::SHARE_HEADING) }
            if state.dialog == Some(Dialog::Share) {
                { content(props) }
            }
        </dialog>
    }
}

fn content(props: &PartProps) -> Html {
    let state = &props.state;
    let kind = state.sharing.kind;
    let kinds = ShareKind::ALL.into_iter().map(|each| {
        html! {
            <label class="choice">
                <input type="radio" name="share-kind" checked={each == kind}
                    onchange={props.on(Action::ShareAs(each))} />
                { strings::share_kind(each) }
            </label>
        }
    });
    html! {
        <>
            <fieldset class="kinds">
                <legend>{ strings::SHARE_WHAT }</legend>
                { for kinds }
            </fieldset>
            { contents(props, kind) }
            {
                match state.shared_link(kind) {
                    Some(fragment) => ways(props, &fragment),
                    None if !state.sharing.packed => html! { <p>{ strings::PACKING }</p> },
                    None => html! { <p role="status">{ strings::LINK_TOO_LONG }</p> },
                }
            }
            <p class="actions">
                <button class="secondary" onclick={props.on(Action::SaveFile)}>
                    { strings::SAVE_AS_FILE }
                </button>
            </p>
        </>
    }
}

/// What a link of a kind contains.
fn contents(props: &PartProps, kind: ShareKind) -> Html {
    let state = &props.state;
    let mut parts = vec![strings::CONTAINS_VIEW.to_owned()];
    let count = state.shared_lines().len();
    if kind != ShareKind::View && count > 0 {
        parts.push(strings::corrections_count(count, 0));
    }
    parts.push(match (kind, &state.view.source, &state.input, &state.reading) {
        (ShareKind::Everything, _, Some(input), Some(reading)) => {
            strings::contains_text(&reading.discussion.title, input.bytes.len())
        }
        (_, Source::Opened, ..) if state.view.address.is_some() => {
            let address = state.view.address.as_deref().unwrap_or_default();
            strings::contains_address(link::address::host(address))
        }
        (_, Source::Opened, ..) => strings::CONTAINS_HASH.to_owned(),
        _ => strings::CONTAINS_NAME.to_owned(),
    });
    let parts = parts.into_iter().map(|part| html! { <li>{ part }</li> });
    html! { <ul class="contents" aria-label={strings::SHARE_WHAT}>{ for parts }</ul> }
}

/// A link with its length and the ways to send it.
fn ways(props: &PartProps, fragment: &str) -> Html {
    let address = address::with(fragment);
    let length = address.len();
    let pass =
        |copy: bool| props.on::<MouseEvent>(Action::PassOn { fragment: fragment.to_owned(), copy });
    let copied = match &props.state.copied {
        Some(Copied::Done) => strings::LINK_COPIED,
        Some(Copied::ByHand(_)) => strings::LINK_BY_HAND,
        None => strings::Text::NONE,
    };
    html! {
        <>
            <label for={LINK}>{ strings::SHARE_LINK }</label>
            <input id={LINK} readonly=true value={address} />
            <p class="length">
                <meter min="0" max={link::MAX_BYTES.to_string()} value={length.to_string()}
                    low={crate::state::sharing::SHORT.to_string()}
                    high={crate::state::sharing::LONG.to_string()} optimum="0"
                    aria-label={strings::LINK_LENGTH} />
                { strings::link_length(length) }
            </p>
            <p class="actions">
                <button class="primary" onclick={pass(true)}>{ strings::COPY }</button>
                if address::can_share() {
                    <button class="secondary" onclick={pass(false)}>{ strings::SHARE_BY }</button>
                }
                <span role="status">{ copied }</span>
            </p>
        </>
    }
}
