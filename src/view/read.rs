//! What is read: its title, and the text or a table.

use reading::Tab;
use yew::prelude::*;

use crate::{
    browser::focus,
    state::{Action, Dialog, Shared},
    strings,
    view::{
        PartProps, chips, concordance, corrections, deep, goal::Goal, hints, matrix, network,
        progress, strip, tabs, text::Text,
    },
};

/// What is read, and where in it the reader is to be taken.
pub fn draw(props: &PartProps, goal: Option<Shared<Goal>>) -> Html {
    let state = &props.state;
    let busy = state.opening.is_some();
    let content = match &state.reading {
        Some(reading) => html! {
            <>
                <header class="title">
                    <h1 id="title" dir="auto">{ reading.discussion.title.clone() }</h1>
                if let Some(source) = &reading.discussion.source {
                        <p class="source" dir="auto">{ source.clone() }</p>
                }
                </header>
                { hints::draw(props) }
                { deep::line(props) }
                { tabs::draw(props) }
                { corrections::bar(props) }
                { chips::draw(props) }
                {
                    match state.view.tab {
                        Tab::Matrix => matrix::draw(props, reading),
                        Tab::Network => network::draw(props, reading),
                        Tab::Concordance => concordance::draw(props, reading),
                        Tab::Read | Tab::Overview => html! {
                            <Text reading={reading.clone()} part={props.clone()} {goal} />
                        },
                    }
                }
            </>
        },
        None if busy || !state.library.listed => html! {
            <div class="empty"><h1>{ strings::NAME }</h1><p>{ strings::READING }</p></div>
        },
        None => html! {
            <div class="empty">
                <h1>{ strings::NOTHING_OPEN }</h1>
                <p>{ strings::NOTHING_OPEN_HINT }</p>
                <button class="primary" onclick={props.on(Action::ShowDialog(Some(Dialog::Open)))}>
                    { strings::OPEN_HEADING }
                </button>
            </div>
        },
    };
    html! {
        <main class="read" id={focus::TEXT} tabindex="-1" aria-busy={busy.to_string()}>
            { progress::draw(props) }
            { content }
            { strip::draw(props) }
        </main>
    }
}
