//! A paragraph of the text with its marks.

use std::rc::Rc;

use discussion::{ParagraphId, ParagraphKind};
use engine::{EntityId, MentionId};
use reading::{Reading, Term};
use yew::prelude::*;

use crate::{
    state::Shared,
    view::{
        margin,
        mark::Marks,
        nesting::{Piece, nest},
    },
};

/// What a paragraph needs to know; it is drawn again only when some of it changes.
#[derive(Clone, PartialEq, Properties)]
pub struct ParagraphProps {
    /// What is read.
    pub reading: Shared<Reading>,
    /// Which paragraph.
    pub id: ParagraphId,
    /// Whether the filter takes it away.
    pub hidden: bool,
    /// Whether the filter makes it faint.
    pub dimmed: bool,
    /// Whether there are marks.
    pub marks: bool,
    /// Those of its entities whose marks are strong.
    pub strong: Rc<[EntityId]>,
    /// The mark at which the Tab key stops, if it is here.
    pub stop: Option<MentionId>,
    /// The mark whose reasons are shown, if it is here, and whether they are pinned.
    pub open: Option<(MentionId, bool)>,
}

/// A paragraph of the text.
#[component]
pub fn ParagraphView(props: &ParagraphProps) -> Html {
    let reading = &props.reading;
    let Some(paragraph) = reading.discussion.paragraphs.get(props.id.index()) else {
        return Html::default();
    };
    let content = if props.marks {
        let mentions: Vec<_> = reading.mentions_in(props.id).collect();
        let spans: Vec<_> = mentions.iter().map(|(_, mention)| mention.span).collect();
        let marks = Marks {
            reading,
            mentions: &mentions,
            stop: props.stop,
            open: props.open,
            is_strong: &|entity| props.strong.contains(&entity),
        };
        marks.draw(&nest(paragraph.span, &spans))
    } else {
        let bare = Marks { reading, mentions: &[], stop: None, open: None, is_strong: &|_| false };
        bare.draw(&[Piece::Text(paragraph.span)])
    };
    let number = props.id.0 + 1;
    let heading = paragraph.kind == ParagraphKind::Heading;
    html! {
        <p id={format!("p{number}")} data-section={reading.discussion.section(props.id).term()}
            data-kind={paragraph.kind.term()} data-n={number.to_string()} dir="auto"
            role={heading.then_some("heading")} aria-level={heading.then_some("3")}
            hidden={props.hidden} data-dimmed={props.dimmed.then_some("")}>
            { content }
            if props.marks {
                { margin::draw(reading, props.id, &props.strong) }
            }
        </p>
    }
}
