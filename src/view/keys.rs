//! Keys.

use discussion::ParagraphId;
use yew::prelude::*;

use crate::{
    browser::{focus, marks, selection},
    state::{Action, State, Target, why::Way},
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
            "c" => Some(Action::CorrectAt(Target::Mention(mention))),
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
    let props = props.clone();
    Callback::from(move |event: KeyboardEvent| {
        if state.dialog.is_some() || focus::is_field(event.target()) {
            return;
        }
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        match event.key().as_str() {
            "/" if plain && state.reading.is_some() => {
                event.prevent_default();
                act.emit(Action::OpenFind(true));
            }
            "m" if plain => {
                event.prevent_default();
                let words = selection::words().unwrap_or_else(|| paragraph_asked(&props));
                act.emit(Action::CorrectAt(words));
            }
            "Escape" => close(&state, &act, &event),
            _ => {}
        }
    })
}

/// Closes what is open or, where nothing is, clears the filter.
fn close(state: &State, act: &Callback<Action>, event: &KeyboardEvent) {
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
}

/// The paragraph in which words are named that nobody has selected: that of the mark which has the
/// keyboard, else the one at the top.
pub fn paragraph_asked(props: &PartProps) -> Target {
    let state = &props.state;
    let mentions = state.reading.as_ref().map(|reading| &reading.analysis.mentions);
    let mention = state.why.map(|why| why.mention).or(state.current);
    let of_mark = mention.and_then(|id| Some(mentions?.get(id.index())?.paragraph));
    let top = ParagraphId(state.view.place.unwrap_or(1).saturating_sub(1));
    Target::Words { paragraph: of_mark.unwrap_or(top), words: String::new(), start: 0 }
}
