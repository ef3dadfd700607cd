//! The components: each shows a part of the state and sends actions. Nothing is kept in them that
//! a reader would miss.

pub mod address;
pub mod app;
pub mod bar;
pub mod border;
pub mod chips;
pub mod columns;
pub mod concordance;
pub mod correct;
pub mod corrections;
pub mod course;
pub mod deep;
pub mod descriptions;
pub mod export;
pub mod filters;
pub mod find;
pub mod found;
pub mod goal;
pub mod header;
pub mod help;
pub mod hints;
pub mod icon;
pub mod keys;
pub mod legend;
pub mod library;
pub mod margin;
pub mod mark;
pub mod matrix;
pub mod nesting;
pub mod network;
pub mod notices;
pub mod open;
pub mod overview;
pub mod panels;
pub mod paragraph;
pub mod progress;
pub mod read;
pub mod row;
pub mod share;
pub mod sharing;
pub mod strip;
pub mod tabs;
pub mod text;
pub mod why;

use yew::prelude::*;

use crate::{
    state::{Action, Shared, State},
    strings,
    view::icon::Icon,
};

/// What a part of the page is given: the state, and where its actions go.
#[derive(Clone, PartialEq, Properties)]
pub struct PartProps {
    /// The state.
    pub state: Shared<State>,
    /// Where actions go.
    pub act: Callback<Action>,
}

impl PartProps {
    /// A callback that sends an action, whatever the event.
    fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }
}

/// The head of a dialog: its heading, and the way out.
fn dialog_head(props: &PartProps, id: &'static str, heading: impl Into<AttrValue>) -> Html {
    let heading = heading.into();
    html! {
        <header class="dialog-head">
            <h2 {id} dir="auto">{ heading }</h2>
            <button class="close" onclick={props.on(Action::ShowDialog(None))}
                aria-label={strings::CLOSE}>
                { Icon::Close.draw() }
            </button>
        </header>
    }
}
