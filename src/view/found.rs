//! What is found in the text, in the document's units.

use discussion::{ParagraphId, Span};
use reading::Reading;

use crate::{
    browser::highlight::{self, Stretch},
    state::State,
};

/// Highlights what is found in the paragraphs that are drawn.
pub fn show(state: &State, drawn: impl Iterator<Item = ParagraphId>) {
    let (Some(reading), Some(find)) = (&state.reading, &state.find) else {
        return highlight::show(&[], None);
    };
    let stretches: Vec<_> = drawn
        .flat_map(|id| {
            let spans = find.found.spans_in(reading, id).into_iter();
            spans.filter_map(move |span| stretch(reading, id, span))
        })
        .collect();
    highlight::show(&stretches, current(state));
}

/// The match that the reader is at.
pub fn current(state: &State) -> Option<Stretch> {
    let (reading, find) = (state.reading.as_ref()?, state.find.as_ref()?);
    let (paragraph, nth) = find.place()?;
    let span = find.found.spans_in(reading, paragraph).get(nth).copied()?;
    stretch(reading, paragraph, span)
}

fn stretch(reading: &Reading, id: ParagraphId, span: Span) -> Option<Stretch> {
    let start = reading.discussion.paragraphs.get(id.index())?.span.start;
    let units = |end| {
        let before = reading.discussion.slice(Span { start, end });
        u32::try_from(before.encode_utf16().count()).ok()
    };
    Some(Stretch { paragraph: id.0 + 1, start: units(span.start)?, end: units(span.end)? })
}
