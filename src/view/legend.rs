//! What the marks mean.

use engine::{EntityType, Stance};
use reading::Term;
use yew::prelude::*;

use crate::strings;

/// The signs of the stances and the underlines of the types.
pub fn draw() -> Html {
    let stances = Stance::ALL.iter().map(|stance| {
        html! {
            <li>
                <span class="glyph" data-stance={stance.term()} aria-hidden="true">
                    { strings::glyph(*stance) }
                </span>
                <span><b>{ strings::stance(*stance) }</b>{ ": " }{ strings::stance_meaning(*stance) }</span>
            </li>
        }
    });
    let types = EntityType::ALL.iter().map(|kind| {
        let name = strings::entity_type(*kind);
        html! { <li><span class="underlined" data-type={kind.term()}>{ name }</span></li> }
    });
    html! {
        <>
            <ul class="legend">{ for stances }</ul>
            <ul class="legend inline">{ for types }</ul>
        </>
    }
}
