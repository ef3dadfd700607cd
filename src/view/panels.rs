//! The bar at the bottom of narrow screens.

use yew::prelude::*;

use crate::{
    state::{Action, Panel},
    strings,
    view::{PartProps, icon::Icon},
};

/// Chooses what a narrow screen shows.
pub fn draw(props: &PartProps) -> Html {
    let panels = [
        (Panel::Text, Icon::Text, strings::PANEL_TEXT),
        (Panel::Overview, Icon::Overview, strings::OVERVIEW),
        (Panel::Filters, Icon::Filters, strings::FILTERS),
    ];
    let each = panels.into_iter().map(|(panel, icon, label)| {
        let chosen = props.state.panel == panel;
        let active = panel == Panel::Filters && !props.state.view.filter.is_empty();
        html! {
            <button aria-pressed={chosen.to_string()} data-active={active.then_some("")}
                onclick={props.on(Action::ShowPanel(panel))}>
                { icon.draw() }
                <span>{ label }</span>
                if active {
                    <span class="badge">
                        { format!("{}/{}", props.state.shown.count, props.state.paragraphs()) }
                    </span>
                }
            </button>
        }
    });
    html! { <nav class="panels" aria-label={strings::PANELS}>{ for each }</nav> }
}
