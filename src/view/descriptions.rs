//! What a screen reader says of a mark beside its words. The sentences stand once on the page and
//! marks refer to them, so that they are no part of the text.

use engine::{EntityType, Stance};
use reading::Term;
use yew::prelude::*;

use crate::strings;

/// The id of the description of marks of that type and stance.
#[must_use]
pub fn id(kind: EntityType, stance: Stance) -> String {
    format!("says-{}-{}", kind.term(), stance.term())
}

/// All descriptions, never shown.
pub fn draw() -> Html {
    let each = EntityType::ALL
        .iter()
        .flat_map(|kind| Stance::ALL.iter().map(|stance| (*kind, *stance)))
        .map(|(kind, stance)| {
            html! { <span id={id(kind, stance)}>{ strings::mark_description(kind, stance) }</span> }
        });
    html! { <div hidden=true>{ for each }</div> }
}
