//! The strip beside the scroll bar: where matches, and who supports and who criticises, stand in the
//! whole text. A slider, so that the keyboard goes there, too.

use std::fmt::Write as _;

use discussion::ParagraphId;
use reading::strip::{Stretch, Strip};
use yew::prelude::*;

use crate::{
    browser::{focus, scroll},
    state::{Action, State},
    strings,
    view::PartProps,
};

/// A text of fewer paragraphs is seen as a whole soon enough.
const SHORT: usize = 20;

/// The drawing's own units: its width, and the height of a stretch.
const WIDTH: usize = 24;
const HEIGHT: usize = 8;

/// The strip.
pub fn draw(props: &PartProps) -> Html {
    let state = &props.state;
    let strip = &state.strip;
    if state.shows_table() || state.paragraphs() < SHORT || strip.stretches.len() < 2 {
        return Html::default();
    }
    let here = strip.place(place(state));
    let go = {
        let (act, strip) = (props.act.clone(), strip.clone());
        move |at: usize| {
            if let Some(stretch) = strip.stretches.get(at) {
                act.emit(Action::GoToParagraph(stretch.first.0 + 1));
            }
        }
    };
    let onclick = {
        let (go, count) = (go.clone(), strip.stretches.len());
        Callback::from(move |event: MouseEvent| {
            if let Some(share) = scroll::share_of(&event) {
                go(((share * count as f64) as usize).min(count - 1));
            }
        })
    };
    let onkeydown = {
        let strip = strip.clone();
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => strip.next(here, true),
                "ArrowUp" | "ArrowLeft" => strip.next(here, false),
                "PageDown" => strip.beside(here, 10),
                "PageUp" => strip.beside(here, -10),
                "Home" => 0,
                "End" => strip.stretches.len() - 1,
                _ => return,
            };
            event.prevent_default();
            go(to);
        })
    };
    let height = strip.stretches.len() * HEIGHT;
    let stretch = strip.stretches.get(here).copied().unwrap_or_default();
    let section = state.reading.as_ref().map(|reading| reading.discussion.section(stretch.first));
    html! {
        <div id={focus::STRIP} class="strip" role="slider" tabindex="0" aria-orientation="vertical"
            aria-label={strings::STRIP} aria-valuemin="1" title={strings::STRIP}
            aria-valuemax={state.paragraphs().to_string()}
            aria-valuenow={(place(state).0 + 1).to_string()}
            aria-valuetext={strings::stretch(place(state).0 + 1, section.unwrap_or_default(), &stretch)}
            {onclick} {onkeydown}>
            <svg viewBox={format!("0 0 {WIDTH} {height}")} preserveAspectRatio="none"
                aria-hidden="true" focusable="false">
                <path class="matching" d={bars(strip, Side::Middle, |s| s.matching)} />
                <path class="supportive" d={bars(strip, Side::Left, |s| s.supportive)} />
                <path class="critical" d={bars(strip, Side::Right, |s| s.critical)} />
                <path class="here" d={format!("M0 {}h{WIDTH}v{HEIGHT}h-{WIDTH}z", here * HEIGHT)} />
            </svg>
        </div>
    }
}

fn place(state: &State) -> ParagraphId {
    ParagraphId(state.view.place.map_or(0, |place| place.saturating_sub(1)))
}

/// Where a bar stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Middle,
    Right,
}

/// A bar for each stretch that has something: the longer the more there is, by one measure to both
/// sides; in the middle all are alike.
fn bars(strip: &Strip, side: Side, count: impl Fn(&Stretch) -> usize) -> String {
    let counts = strip.stretches.iter().flat_map(|s| [s.supportive, s.critical]);
    let most = counts.max().unwrap_or(0).max(1);
    let mut path = String::new();
    for (at, stretch) in strip.stretches.iter().enumerate() {
        let (count, top) = (count(stretch), at * HEIGHT);
        if count > 0 {
            let width = if side == Side::Middle { 4 } else { 2 + count * 8 / most };
            let left = match side {
                Side::Left => 10 - width,
                Side::Middle => 10,
                Side::Right => 14,
            };
            // Writing to a string does not fail.
            let _ = write!(path, "M{left} {top}h{width}v{HEIGHT}h-{width}z");
        }
    }
    path
}
