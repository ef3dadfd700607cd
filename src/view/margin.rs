//! The margin of a paragraph: a sign and a short name for each on whom its writer takes a side.
//!
//! What is seen stands in attributes and is drawn by the style, so that it is no part of the text:
//! it is not copied, and where the words stand does not change. What is heard is one sentence.

use discussion::ParagraphId;
use engine::EntityId;
use reading::{Reading, Term as _, margin};
use yew::prelude::*;

use crate::strings;

/// The margin; nothing where no side is taken.
pub fn draw(reading: &Reading, paragraph: ParagraphId, strong: &[EntityId]) -> Html {
    let sides = margin::sides(reading, paragraph, strong);
    if sides.is_empty() {
        return Html::default();
    }
    let said: Vec<_> =
        sides.iter().map(|(id, stance)| strings::side(reading.name(*id), *stance)).collect();
    let writer = strings::writer(reading.discussion.section(paragraph));
    let sentence = AttrValue::from(strings::margin(&writer, &said.join(", ")));
    let notes = sides.iter().take(margin::SHOWN).filter_map(|(id, stance)| {
        let entity = reading.analysis.entities.get(id.index())?;
        Some(html! {
            <span data-stance={stance.term()} data-name={margin::short_name(entity).to_owned()}
                data-initials={margin::initials(&entity.name)}
                data-strong={strong.contains(id).then_some("")} />
        })
    });
    let more = sides.len().saturating_sub(margin::SHOWN);
    html! {
        <span class="margin" role="img" aria-label={sentence.clone()} title={sentence}>
            { for notes }
            if more > 0 {
                <span data-more={more.to_string()} />
            }
        </span>
    }
}
