//! The bar at the top: what this is, and what can be done with the whole.

use yew::prelude::*;

use crate::{
    state::{Action, Dialog},
    strings::{self, Text},
    view::{PartProps, icon::Icon, share},
};

/// The bar at the top.
pub fn draw(props: &PartProps) -> Html {
    let state = &props.state;
    let marks = !state.view.marks_off;
    html! {
        <header class="bar">
            <p class="brand">
                <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"
                    focusable="false">
                    <rect class="for" x="2" y="5" width="9" height="6" rx="1" />
                    <rect class="against" x="13" y="13" width="9" height="6" rx="1" />
                    <path d="M12 2v20" />
                </svg>
                <span class="name">{ strings::NAME }</span>
                <span class="tagline">{ strings::TAGLINE }</span>
            </p>
            <div class="tools">
                { tool(Icon::Open, strings::OPEN, None,
                    props.on(Action::ShowDialog(Some(Dialog::Open)))) }
                { tool(Icon::Export, strings::EXPORT, None,
                    props.on(Action::ShowDialog(Some(Dialog::Export)))) }
                { tool(Icon::Link, strings::COPY_LINK, None, props.on(Action::CopyLink)) }
                { tool(Icon::Share, strings::SHARE, None, props.on(Action::OpenSharing)) }
                { tool(Icon::Marks, strings::MARKS, Some(marks), props.on(Action::ShowMarks(!marks))) }
                { tool(Icon::Theme, strings::theme(state.theme), None,
                    props.on(Action::SetTheme(state.theme.next()))) }
                { tool(Icon::Help, strings::HELP, None,
                    props.on(Action::ShowDialog(Some(Dialog::Help)))) }
            </div>
            { share::draw(props) }
        </header>
    }
}

fn tool(icon: Icon, label: Text, pressed: Option<bool>, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button class="tool" {onclick} title={label} aria-pressed={pressed.map(|on| on.to_string())}>
            { icon.draw() }
            <span class="label">{ label }</span>
        </button>
    }
}
