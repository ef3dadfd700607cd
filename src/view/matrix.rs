//! The matrix: who judges whom, with the sentences of one cell below it.

use engine::EntityId;
use reading::{Cell, Reading, Row, Sort, Term, matrix::author};
use yew::prelude::*;

use crate::{
    browser::focus,
    state::{Action, List, tables::ROWS},
    strings,
    view::{PartProps, filters::more, tabs},
};

/// The matrix.
pub fn draw(props: &PartProps, reading: &Reading) -> Html {
    let state = &props.state;
    let (matrix, together) = (&state.matrix, state.view.sections_only);
    let heads = matrix.targets.iter().map(|target| {
        html! { <th scope="col"><span dir="auto">{ reading.name(*target).to_owned() }</span></th> }
    });
    // One stop of the Tab key; arrows lead from cell to cell.
    let stop = state.cell.filter(|(row, target)| matrix.cell(*row, *target).is_some());
    let stop = stop.or_else(|| {
        let (row, cells) = matrix.rows.first()?;
        let at = cells.iter().position(|cell| cell.stance().is_some())?;
        Some((*row, *matrix.targets.get(at)?))
    });
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if focus::to_cell_beside(event.target(), &event.key()) {
            event.prevent_default();
        }
    });
    let rows = matrix.rows.iter().take(state.matrix_rows()).map(|(row, cells)| {
        let label = label(reading, *row);
        let cells = matrix.targets.iter().zip(cells);
        let cells = cells
            .map(|(target, cell)| draw_cell(props, reading, (*row, *target), &label, stop, cell));
        html! {
            <tr><th scope="row" dir="auto">{ label.clone() }</th>{ for cells }</tr>
        }
    });
    html! {
        <section class="tabulated" aria-label={strings::tab(reading::Tab::Matrix)}>
            <div class="table-tools">
                { tabs::orders(props, &[Sort::Given, Sort::Name, Sort::Agreement]) }
                <button class="segment" aria-pressed={together.to_string()}
                    onclick={props.on(Action::SectionsOnly(!together))}>
                    { strings::SECTIONS_ONLY }
                </button>
                { entities(props, List::Columns, matrix.left_out) }
            </div>
            if matrix.rows.is_empty() {
                <p class="quiet">{ strings::MATRIX_EMPTY }</p>
            } else {
                <p class="quiet">{ strings::MATRIX_HINT }</p>
                <div class="wide" tabindex="0" role="region" aria-label={strings::MATRIX_HINT}>
                    <table class="matrix" {onkeydown}>
                        <thead><tr><th scope="col">{ strings::HOLDER }</th>{ for heads }</tr></thead>
                        <tbody>{ for rows }</tbody>
                    </table>
                </div>
                if matrix.left_out > 0 {
                    <p class="quiet">{ strings::named_less(matrix.left_out) }</p>
                }
                { more(props, List::Matrix, matrix.rows.len(), ROWS) }
            }
            { opened(props, reading) }
        </section>
    }
}

/// The button for more entities, where some are left out.
pub fn entities(props: &PartProps, list: List, left_out: usize) -> Html {
    let more = props.state.lists.contains(&list);
    if left_out == 0 && !more {
        return Html::default();
    }
    html! {
        <button class="segment" aria-pressed={more.to_string()}
            onclick={props.on(Action::ToggleList(list))}>
            { strings::MORE_ENTITIES }
        </button>
    }
}

fn label(reading: &Reading, row: Row) -> String {
    let (name, post) = match row {
        Row::Commenter(post) => (author(reading, post).unwrap_or(""), post as usize),
        Row::Source(source) => (reading.name(source), 0),
        _ => ("", 0),
    };
    let first = reading.discussion.posts.get(post).map_or(0, |post| post.paragraphs.start);
    strings::row(row, name, first + 1)
}

fn draw_cell(
    props: &PartProps,
    reading: &Reading,
    place: (Row, EntityId),
    holder: &str,
    stop: Option<(Row, EntityId)>,
    cell: &Cell,
) -> Html {
    let Some(stance) = cell.stance() else { return html! { <td /> } };
    let count = cell.shares.paragraphs();
    let open = props.state.cell == Some(place);
    let action = Action::OpenCell((!open).then_some(place));
    html! {
        <td>
            <button class="matrix-cell" data-stance={stance.term()} aria-expanded={open.to_string()}
                tabindex={if stop == Some(place) { "0" } else { "-1" }}
                aria-label={strings::cell(holder, reading.name(place.1), stance, count)}
                onclick={props.on(action)}>
                <b aria-hidden="true">{ strings::glyph(stance) }</b>
                <span aria-hidden="true">{ count }</span>
            </button>
        </td>
    }
}

/// The sentences behind the cell that is open.
fn opened(props: &PartProps, reading: &Reading) -> Html {
    let Some((row, target)) = props.state.cell else { return Html::default() };
    let Some(cell) = props.state.matrix.cell(row, target) else { return Html::default() };
    passages(props, reading, &label(reading, row), target, cell)
}

/// The sentences in which a holder judges a target.
pub fn passages(
    props: &PartProps,
    reading: &Reading,
    holder: &str,
    target: EntityId,
    cell: &Cell,
) -> Html {
    let Some(stance) = cell.stance() else { return Html::default() };
    let each = cell.passages.iter().map(|passage| {
        html! {
            <li>
                <span class="glyph" data-stance={passage.stance.term()} aria-hidden="true">
                    { strings::glyph(passage.stance) }
                </span>
                <span dir="auto">{ reading.discussion.slice(passage.span).to_owned() }</span>
                <button class="text-button" onclick={props.on(Action::GoToMark(passage.mention))}>
                    { strings::go_to(passage.paragraph.0 + 1) }
                </button>
            </li>
        }
    });
    let heading = strings::cell(holder, reading.name(target), stance, cell.shares.paragraphs());
    html! {
        <div class="passages" role="status"><h2>{ heading }</h2><ul>{ for each }</ul></div>
    }
}
