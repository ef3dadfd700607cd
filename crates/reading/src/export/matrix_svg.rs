//! The matrix as a drawing: a table of holders and those they judge, with a glyph and a count in each
//! cell.

use std::fmt::Write as _;

use discussion::Section;

use super::drawing::{
    Drawn, MARGIN, TOP, colours, document, escaped, glyph, nothing, paragraphs, shortened, writers,
};
use crate::{
    matrix::{Cell, Matrix, Row, author},
    reading::Reading,
    term::Term,
};

/// Sizes of the names of holders and of the cells.
const LABEL: usize = 200;
const CELL: usize = 92;
const LINE: usize = 28;
/// The longest names of holders and entities, in characters; whole ones stand in titles.
const MAX_HOLDER: usize = 26;
const MAX_TARGET: usize = 12;

const SAYS: &str = "Rows are holders, columns those whom they judge; numbers count paragraphs.";

/// The matrix of a reading as SVG.
#[must_use]
pub fn matrix(reading: &Reading, drawn: &Drawn) -> String {
    let matrix = Matrix::of(reading, &[], drawn.columns, drawn.sort, drawn.sections_only);
    if matrix.rows.is_empty() {
        return document(reading, SAYS, 0, TOP + LINE, &nothing("Nobody is judged or named."));
    }
    let mut body = String::new();
    for (column, target) in matrix.targets.iter().enumerate() {
        let (x, name) = (MARGIN + LABEL + column * CELL + CELL / 2, reading.name(*target));
        let _ = writeln!(
            body,
            "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\" font-weight=\"600\" font-size=\"12\">\
             <title>{}</title>{}</text>",
            TOP + 18,
            escaped(name),
            escaped(&shortened(name, MAX_TARGET))
        );
    }
    for (line, (row, cells)) in matrix.rows.iter().take(drawn.rows).enumerate() {
        let y = TOP + (line + 1) * LINE;
        let holder = label(reading, *row);
        let _ = writeln!(
            body,
            "<text x=\"{MARGIN}\" y=\"{}\"><title>{}</title>{}</text>",
            y + 19,
            escaped(&holder),
            escaped(&shortened(&holder, MAX_HOLDER))
        );
        for (column, (target, cell)) in matrix.targets.iter().zip(cells).enumerate() {
            let x = MARGIN + LABEL + column * CELL;
            draw_cell(&mut body, cell, &holder, reading.name(*target), x, y);
        }
    }
    let lines = matrix.rows.len().min(drawn.rows);
    let mut height = TOP + (lines + 1) * LINE + MARGIN;
    let left_out = [
        (matrix.rows.len() - lines, "holder", "holders"),
        (matrix.left_out, "entity that is named less", "entities that are named less"),
    ];
    for (count, one, several) in left_out.into_iter().filter(|(count, ..)| *count > 0) {
        let what = if count == 1 { one } else { several };
        let _ =
            writeln!(body, "<text x=\"{MARGIN}\" y=\"{height}\">and {count} more {what}</text>");
        height += LINE;
    }
    let width = 2 * MARGIN + LABEL + matrix.targets.len() * CELL;
    document(reading, SAYS, width, height, &body)
}

fn draw_cell(body: &mut String, cell: &Cell, holder: &str, target: &str, x: usize, y: usize) {
    let Some(stance) = cell.stance() else { return };
    let (ink, ground) = colours(stance);
    let count = cell.shares.paragraphs();
    let _ = writeln!(
        body,
        "<g data-stance=\"{term}\"><title>{}</title>\
         <rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"{ground}\" stroke=\"{ink}\"/>\
         <text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"{ink}\"><tspan font-weight=\"700\">{}</tspan> {count}</text></g>",
        escaped(&format!("{holder} on {target}: {}, {}", stance.term(), paragraphs(count))),
        x + 2,
        y + 2,
        CELL - 4,
        LINE - 4,
        x + CELL / 2,
        y + 19,
        glyph(stance),
        term = stance.term()
    );
}

/// Whose row it is.
fn label(reading: &Reading, row: Row) -> String {
    match row {
        Row::Article => writers(Section::Article).to_owned(),
        Row::Comments => writers(Section::Comments).to_owned(),
        Row::Unnamed => "Unnamed sources".to_owned(),
        Row::Source(source) => format!("\u{201c}{}\u{201d}", reading.name(source)),
        Row::Commenter(post) => author(reading, post).map_or_else(
            || {
                let first = reading.discussion.posts.get(post as usize);
                format!("Comment \u{b6}{}", first.map_or(0, |post| post.paragraphs.start) + 1)
            },
            str::to_owned,
        ),
    }
}
