//! The line that says how far the deep reading has come, with the switch; and the words on which one
//! of its judgements hangs.

use discussion::ParagraphId;
use engine::{EntityId, Holder, Summand};
use reading::Reading;
use yew::prelude::*;

use crate::{
    state::{Action, State, deep::Stage},
    strings,
    view::PartProps,
};

/// Half the width of the drawing of a word's weight, in its own units.
const HALF: f32 = 1000.0;

/// The line above the text; nothing where the build has no deep reader.
pub fn line(props: &PartProps) -> Html {
    let deep = &props.state.deep;
    let Some(offer) = &deep.offer else { return Html::default() };
    let bytes = offer.weights.bytes;
    let (said, share) = match deep.stage {
        Stage::Off => (strings::deep_off(deep.saves_data, bytes), None),
        Stage::Loading(done) => (strings::deep_loading(done, bytes), Some((done, bytes))),
        Stage::Starting => (strings::DEEP_STARTING.to_owned(), None),
        Stage::Reading(progress) => {
            let all = if progress.again > 0 { progress.again } else { progress.all };
            (strings::deep_reading(progress), Some((progress.done, all)))
        }
        Stage::Resting(progress) => (strings::deep_resting(progress), None),
        Stage::Done(progress) => (strings::deep_done(progress), None),
        Stage::Failed(failure) => (strings::deep_failed(failure).to_owned(), None),
    };
    // Said once each, not with every passage.
    let heard = match deep.stage {
        Stage::Off | Stage::Starting | Stage::Resting(_) => String::new(),
        Stage::Loading(_) => strings::DEEP_BEGINS_LOADING.to_owned(),
        Stage::Reading(_) => strings::DEEP_BEGINS.to_owned(),
        Stage::Done(_) => strings::DEEP_IS_DONE.to_owned(),
        Stage::Failed(failure) => strings::deep_failed(failure).to_owned(),
    };
    let switch = props.on::<MouseEvent>(Action::SwitchDeep(!deep.on));
    html! {
        <div class="deep" role="group" aria-label={strings::DEEP}>
            <button class="switch" role="switch" aria-checked={deep.on.to_string()} onclick={switch}>
                { strings::DEEP }
            </button>
            <p class="quiet">{ said }</p>
            if let Some((done, all)) = share {
                <progress max={all.to_string()} value={done.to_string()} aria-label={strings::DEEP} />
            }
            if matches!(deep.stage, Stage::Loading(_)) {
                <button class="text-button" onclick={props.on(Action::SwitchDeep(false))}>
                    { strings::STOP }
                </button>
            }
            if matches!(deep.stage, Stage::Failed(_)) {
                <button class="text-button" onclick={props.on(Action::SwitchDeep(true))}>
                    { strings::TRY_AGAIN }
                </button>
            }
            <p class="unseen" role="status">{ heard }</p>
        </div>
    }
}

/// Asks on which words a judgement of the deep reader hangs, and shows them.
pub fn words(
    props: &PartProps,
    reading: &Reading,
    (paragraph, holder, target): (ParagraphId, Holder, EntityId),
) -> Html {
    let state: &State = &props.state;
    if !state.can_explain() {
        return Html::default();
    }
    let words = match state.explained(paragraph, holder, target) {
        None => {
            let ask = Action::LeaveWordsOut { paragraph, holder, target };
            return html! {
                <p>
                    <button class="text-button" title={strings::LEAVE_OUT_HINT} onclick={props.on(ask)}>
                        { strings::LEAVE_OUT }
                    </button>
                </p>
            };
        }
        Some(explained) => explained.words.as_deref(),
    };
    let Some(words) = words else {
        return html! { <p class="quiet" role="status">{ strings::LEAVING_OUT }</p> };
    };
    if words.is_empty() {
        return html! { <p class="quiet" role="status">{ strings::LEFT_OUT_NONE }</p> };
    }
    let most = words.iter().map(|word| word.weight.abs()).fold(f32::MIN_POSITIVE, f32::max);
    let each = words.iter().map(|word| {
        html! {
            <li>
                <b dir="auto">{ reading.discussion.slice(word.span).to_owned() }</b>
                { bar(word, most) }
                <span class="quiet">{ strings::signed(word.weight) }</span>
            </li>
        }
    });
    html! {
        <>
            <p class="quiet" role="status">{ strings::LEFT_OUT }</p>
            <ul class="left-out">{ for each }</ul>
        </>
    }
}

/// What a word adds, to the left for what supports; `most` fills half the width.
fn bar(word: &Summand, most: f32) -> Html {
    let width = (word.weight.abs() / most * HALF).round();
    let (class, left) =
        if word.weight > 0.0 { ("supportive", HALF - width) } else { ("critical", HALF) };
    html! {
        <svg class="shares" viewBox="0 0 2000 12" preserveAspectRatio="none" aria-hidden="true"
            focusable="false">
            <rect {class} x={left.to_string()} y="0" width={width.to_string()} height="12" />
            <line x1="1000" x2="1000" y1="0" y2="12" />
        </svg>
    }
}
