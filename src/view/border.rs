//! The border between article and comments, and the tools that move it.

use reading::ReaderBorder;
use yew::prelude::*;

use crate::{state::Action, strings, view::PartProps};

/// The heading of the comments, with where the border is from and how to move it.
#[component]
pub fn BorderTools(props: &PartProps) -> Html {
    let state = &props.state;
    let Some(reading) = &state.reading else { return Html::default() };
    let border = reading.discussion.border;
    let step = |by: i32, label: &'static str| {
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
                    <Elsewhere ..props.clone() />
                    <button class="text-button"
                        onclick={props.on(Action::PlaceBorder(Some(ReaderBorder::NoComments)))}>
                        { strings::BORDER_NONE }
                    </button>
                    <Automatic ..props.clone() />
                </div>
            </details>
        </header>
    }
}

/// What stands below a text without comments.
#[component]
pub fn NoBorder(props: &PartProps) -> Html {
    if props.state.paragraphs() < 2 {
        return Html::default();
    }
    html! {
        <div class="border none">
            <p class="quiet">{ strings::ALL_ARTICLE }</p>
            <div class="border-tools" role="group" aria-label={strings::BORDER_TOOLS}>
                <Elsewhere ..props.clone() />
                <Automatic ..props.clone() />
            </div>
        </div>
    }
}

#[component]
fn Elsewhere(props: &PartProps) -> Html {
    let moving = props.state.moving_border;
    let label = if moving { strings::BORDER_CANCEL } else { strings::BORDER_ELSEWHERE };
    html! {
        <button class="text-button" aria-pressed={moving.to_string()}
            onclick={props.on(Action::MoveBorder(!moving))}>{ label }</button>
    }
}

#[component]
fn Automatic(props: &PartProps) -> Html {
    if props.state.view.border.is_none() {
        return Html::default();
    }
    html! {
        <button class="text-button" onclick={props.on(Action::PlaceBorder(None))}>
            { strings::BORDER_AUTOMATIC }
        </button>
    }
}

/// What an offer before a paragraph needs to know.
#[derive(Clone, PartialEq, Properties)]
pub struct BorderHereProps {
    /// The paragraph, from 1.
    pub number: u32,
    /// Where actions go.
    pub act: Callback<Action>,
}

/// The offer to begin the comments before a paragraph.
#[component]
pub fn BorderHere(props: &BorderHereProps) -> Html {
    let border = Some(ReaderBorder::Before(props.number));
    let onclick = props.act.reform(move |_: MouseEvent| Action::PlaceBorder(border));
    html! {
        <button class="border-here" {onclick} aria-label={strings::border_here(props.number)}>
            { strings::BORDER_HERE }
        </button>
    }
}
