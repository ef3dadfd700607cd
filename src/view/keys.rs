//! Keys.

use yew::prelude::*;

use crate::{
    browser::{focus, marks},
    state::{Action, why::Way},
    view::PartProps,
};

/// Keys inside the text: from mark to mark, and to the reasons of one.
pub fn in_text(props: &PartProps) -> Callback<KeyboardEvent> {
    let PartProps { state, act } = props.clone();
    Callback::from(move |event: KeyboardEvent| {
        let Some(mention) = marks::stop(event.target()) else { return };
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let selected = || state.reading.as_ref()?.entity(state.view.selected.as_deref()?);
        let go = |way, entity| state.toward(way, mention, entity).map(Action::GoToMark);
        let action = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => go(Way::Next, None),
            "ArrowLeft" | "ArrowUp" => go(Way::Previous, None),
            "n" => go(Way::Next, selected()),
            "p" => go(Way::Previous, selected()),
            "Home" => go(Way::First, None),
            "End" => go(Way::Last, None),
            "Enter" | " " => Some(Action::PinWhy { mention, by_keyboard: true }),
            _ => return,
        };
        event.prevent_default();
        if let Some(action) = action {
            act.emit(action);
        }
    })
}

/// The key that finds in the text, and the key that closes what is open and, where nothing is,
/// clears the filter. A dialog closes by itself, and a field keeps its keys.
pub fn everywhere(props: &PartProps) -> Callback<KeyboardEvent> {
    let PartProps { state, act } = props.clone();
    Callback::from(move |event: KeyboardEvent| {
        if state.dialog.is_some() || focus::is_field(event.target()) {
            return;
        }
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        if event.key() == "/" && plain && state.reading.is_some() {
            event.prevent_default();
            act.emit(Action::OpenFind(true));
        }
        if event.key() != "Escape" {
            return;
        }
        if state.why.is_some() {
            let to_mark = focus::is_in(event.target(), focus::WHY);
            act.emit(Action::CloseWhy { to_mark });
        } else if state.moving_border {
            act.emit(Action::MoveBorder(false));
        } else if state.copied.is_some() {
            act.emit(Action::Copied(None));
        } else if state.find.is_some() {
            act.emit(Action::OpenFind(false));
        } else if !state.view.filter.is_empty() {
            act.emit(Action::ClearFilter);
        }
    })
}
