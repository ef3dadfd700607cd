//! The border between article and comments, and the tools that move it.

use reading::ReaderBorder;
use yew::prelude::*;

use crate::{
    state::Action,
    strings::{self, Text},
    view::PartProps,
};

/// The heading of the comments, with where the border is from and how to move it.
pub fn tools(props: &PartProps) -> Html {
    let state = &props.state;
    let Some(reading) = &state.reading else { return Html::default() };
    let border = reading.discussion.border;
    let step = |by: i32, label: Text| {
        let to = state.border_moved_by(by);
        html! {
            <button class="text-button" disabled={to.is_none()}
                onclick={props.on(Action::PlaceBorder(to))}>{ label }</button>
        }
    };
    html! {
        <header class="border">
            <h2 id="comments-heading" class="kicker">{ strings::COMMENTS }</h2>
            <details>
                <summary>{ strings::border_origin(border.origin, border.confidence) }</summary>
                <div class="border-tools" role="group" aria-label={strings::BORDER_TOOLS}>
                    { step(-1, strings::BORDER_UP) }
                    { step(1, strings::BORDER_DOWN) }
                    { elsewhere(props) }
                    <button class="text-button"
                        onclick={props.on(Action::PlaceBorder(Some(ReaderBorder::NoComments)))}>
                        { strings::BORDER_NONE }
                    </button>
                    { automatic(props) }
                </div>
            </details>
        </header>
    }
}

/// What stands below a text without comments.
pub fn none(props: &PartProps) -> Html {
    if props.state.paragraphs() < 2 {
        return Html::default();
    }
    html! {
        <div class="border none">
            <p class="quiet">{ strings::ALL_ARTICLE }</p>
            <div class="border-tools" role="group" aria-label={strings::BORDER_TOOLS}>
                { elsewhere(props) }
                { automatic(props) }
            </div>
        </div>
    }
}

fn elsewhere(props: &PartProps) -> Html {
    let moving = props.state.moving_border;
    let label = if moving { strings::BORDER_CANCEL } else { strings::BORDER_ELSEWHERE };
    html! {
        <button class="text-button" aria-pressed={moving.to_string()}
            onclick={props.on(Action::MoveBorder(!moving))}>{ label }</button>
    }
}

fn automatic(props: &PartProps) -> Html {
    if props.state.view.border.is_none() {
        return Html::default();
    }
    html! {
        <button class="text-button" onclick={props.on(Action::PlaceBorder(None))}>
            { strings::BORDER_AUTOMATIC }
        </button>
    }
}

/// The offer to begin the comments before a paragraph, by its number from 1.
pub fn here(props: &PartProps, number: u32) -> Html {
    let border = Some(ReaderBorder::Before(number));
    html! {
        <button class="border-here" onclick={props.on(Action::PlaceBorder(border))}>
            { strings::BORDER_HERE }<span class="unseen">{ strings::at_paragraph(number) }</span>
        </button>
    }
}
