//! The choice between the text and its tables, and the order of these.

use reading::{Sort, Tab};
use yew::prelude::*;

use crate::{
    state::Action,
    strings::{self, Text},
    view::PartProps,
};

/// The tabs above the text.
pub fn draw(props: &PartProps) -> Html {
    let tabs = [Tab::Read, Tab::Matrix, Tab::Network, Tab::Concordance];
    let shown = props.state.view.tab;
    let each = tabs.into_iter().map(|tab| {
        let chosen = tab == shown || (tab == Tab::Read && shown == Tab::Overview);
        segment(props, strings::tab(tab), chosen, Action::ShowTab(tab))
    });
    html! { <div class="tabs" role="group" aria-label={strings::VIEWS}>{ for each }</div> }
}

/// The orders in which a table can stand.
pub fn orders(props: &PartProps, orders: &[Sort]) -> Html {
    let view = &props.state.view;
    // An order that belongs to the other table leaves this one in its own.
    let sort = if orders.contains(&view.sort) { view.sort } else { Sort::Given };
    let each = orders.iter().map(|order| {
        segment(props, strings::sort(*order, view.tab), *order == sort, Action::SortBy(*order))
    });
    html! {
        <div class="orders" role="group" aria-label={strings::SORT_BY}>
            <span class="quiet" aria-hidden="true">{ strings::SORT_BY }</span>
            { for each }
        </div>
    }
}

fn segment(props: &PartProps, label: Text, chosen: bool, action: Action) -> Html {
    html! {
        <button class="segment" aria-pressed={chosen.to_string()} onclick={props.on(action)}>
            { label }
        </button>
    }
}
