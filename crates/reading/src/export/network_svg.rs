//! The network as a drawing: names below each other, with arcs from who judges to who is judged.

use std::fmt::Write as _;

use engine::Stance;

use super::drawing::{
    Drawn, MARGIN, TOP, colours, document, escaped, glyph, nothing, paragraphs, shortened,
};
use crate::{
    arcs::{ROW, WIDEST, WIDTH, arc, weight},
    network::Network,
    reading::Reading,
    term::Term,
};

/// What the names take.
const NAMES: usize = 256;
/// The longest name, in characters; the whole one stands in its title.
const MAX_NAME: usize = 30;

const SAYS: &str = "Arcs on the left are for, on the right against; arrows point at whom.";

/// The network of a reading as SVG.
#[must_use]
pub fn network(reading: &Reading, drawn: &Drawn) -> String {
    let network = Network::of(reading, &[], drawn.nodes);
    if network.edges.is_empty() {
        let sentence = "Nobody is reported to be for or against somebody else.";
        return document(reading, SAYS, 0, TOP + ROW, &nothing(sentence));
    }
    let (left, middle) = (MARGIN, MARGIN + WIDTH + NAMES / 2);
    let top = TOP + 20;
    let mut body = String::new();
    for (side, word, anchor, x) in [
        (Stance::Supportive, "for", "end", left + WIDTH),
        (Stance::Critical, "against", "start", left + WIDTH + NAMES),
    ] {
        let (ink, _) = colours(side);
        let _ = writeln!(
            body,
            "<text x=\"{x}\" y=\"{}\" text-anchor=\"{anchor}\" fill=\"{ink}\">{} {word}</text>",
            TOP + 8,
            glyph(side)
        );
        // What is drawn for the left is turned round for the right.
        let place = if side == Stance::Critical {
            format!("matrix(-1 0 0 1 {} {top})", left + 2 * WIDTH + NAMES)
        } else {
            format!("translate({left} {top})")
        };
        let _ = writeln!(
            body,
            "<g data-stance=\"{}\" transform=\"{place}\" fill=\"none\" stroke=\"{ink}\" stroke-linecap=\"round\">",
            side.term()
        );
        for edge in &network.edges {
            let count = weight(edge, side);
            let Some(path) = arc(&network, edge).filter(|_| count > 0) else { continue };
            let (holder, target) = (reading.name(edge.holder), reading.name(edge.target));
            let says = format!("{holder} {word} {target}: {}", paragraphs(count));
            let _ = writeln!(
                body,
                "<path d=\"{path}\" stroke-width=\"{}\"><title>{}</title></path>",
                count.min(WIDEST),
                escaped(&says)
            );
        }
        body += "</g>\n";
    }
    for (place, node) in network.nodes.iter().enumerate() {
        let (y, name) = (top + place * ROW, reading.name(*node));
        let _ = writeln!(
            body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\" fill=\"#ffffff\" stroke=\"#e2ded5\"/>\
             <text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\"><title>{}</title>{}</text>",
            left + WIDTH + 4,
            y + 1,
            NAMES - 8,
            ROW - 2,
            y + 21,
            escaped(name),
            escaped(&shortened(name, MAX_NAME))
        );
    }
    let mut height = top + network.nodes.len() * ROW + MARGIN;
    if network.left_out > 0 {
        let more = network.left_out;
        let _ = writeln!(body, "<text x=\"{MARGIN}\" y=\"{height}\">and {more} more</text>");
        height += ROW;
    }
    document(reading, SAYS, 2 * (MARGIN + WIDTH) + NAMES, height, &body)
}
