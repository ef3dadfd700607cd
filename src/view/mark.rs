//! Marks: the mentions in a text.
//!
//! A mark without others inside is itself the button that asks "Why?". Buttons must not lie in
//! buttons, so a mark that holds others ends with a small handle that is its button. All of them
//! share one stop of the Tab key; arrows lead from one to the next.

use discussion::ParagraphId;
use engine::{EntityId, Holder, Mention, MentionId, Stance, StanceRow, Tier};
use reading::{Reading, Sureness, Term};
use yew::prelude::*;

use crate::{
    browser::marks,
    view::{descriptions, nesting::Piece},
};

/// What a paragraph's marks need to know.
pub struct Marks<'a> {
    /// What is read.
    pub reading: &'a Reading,
    /// The mentions, as the pieces count them.
    pub mentions: &'a [(MentionId, &'a Mention)],
    /// The mark at which the Tab key stops, if it is here.
    pub stop: Option<MentionId>,
    /// The mark whose reasons are shown, if it is here, and whether they are pinned.
    pub open: Option<(MentionId, bool)>,
    /// Whether an entity's marks are strong.
    pub is_strong: &'a dyn Fn(EntityId) -> bool,
}

impl Marks<'_> {
    /// Pieces of a text with their marks.
    pub fn draw(&self, pieces: &[Piece]) -> Html {
        pieces.iter().map(|piece| self.draw_piece(piece)).collect()
    }

    fn draw_piece(&self, piece: &Piece) -> Html {
        let (id, mention, inner) = match piece {
            Piece::Text(span) => return self.reading.discussion.slice(*span).to_owned().into(),
            Piece::Nested(index, inner) => match self.mentions.get(*index) {
                Some((id, mention)) => (*id, *mention, inner),
                None => return self.draw(inner),
            },
        };
        let Some(entity) = self.reading.analysis.entities.get(mention.entity.index()) else {
            return self.draw(inner);
        };
        let row = writer_row(self.reading, mention.paragraph, mention.entity);
        let stance = row.map_or(Stance::Unclear, |row| row.stance);
        let tier = row.map_or(Tier::Quick, |row| row.tier);
        let sure = Sureness::of(row.map_or(0.0, |row| row.score)).term();
        let open = self.open.filter(|(open, _)| *open == id);
        let strong = (self.is_strong)(mention.entity);
        let expanded = if open.is_some_and(|(_, pinned)| pinned) { "true" } else { "false" };
        let tabindex = if self.stop == Some(id) { "0" } else { "-1" };
        let description = AttrValue::from(descriptions::id(entity.kind, stance));
        let (own, number) = (AttrValue::from(marks::id(id)), AttrValue::from(id.0.to_string()));
        let leaf = !inner.iter().any(|piece| matches!(piece, Piece::Nested(..)));
        let handle = if leaf {
            Html::default()
        } else {
            let label = self.reading.discussion.slice(mention.span).to_owned();
            html! {
                <span class="handle" id={own.clone()} data-mention={number.clone()} role="button"
                    {tabindex} aria-label={label} aria-expanded={expanded}
                    aria-describedby={description.clone()} />
            }
        };
        html! {
            <mark id={leaf.then_some(own)} data-mention={leaf.then(|| number.clone())}
                data-number={number} data-entity={entity.slug.clone()}
                data-type={entity.kind.term()} data-kind={mention.kind.term()}
                data-stance={stance.term()} data-tier={tier.term()} data-sure={sure}
                data-by={self.reading.is_by_reader(id, mention).then_some("reader")}
                data-strong={strong.then_some("")} data-open={open.map(|_| "")}
                role={leaf.then_some("button")} tabindex={leaf.then_some(tabindex)}
                aria-expanded={leaf.then_some(expanded)}
                aria-describedby={leaf.then_some(description)}>
                { self.draw(inner) }
                { handle }
            </mark>
        }
    }
}

/// What the writer of a paragraph expresses in it toward an entity, with the score.
#[must_use]
pub fn writer_row(
    reading: &Reading,
    paragraph: ParagraphId,
    entity: EntityId,
) -> Option<&StanceRow> {
    let rows = reading.rows_in(paragraph);
    let writers = |row: &&StanceRow| row.holder == Holder::Writer && row.target == entity;
    rows.iter().find(writers)
}
