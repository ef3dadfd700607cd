//! How the network is drawn: the names stand below each other, and for each relation an arc leads from
//! who judges to who is judged, on the left for, on the right against.

use engine::Stance;

use crate::network::{Edge, Network};

/// Height of a name, in units of the drawing: 16 are one em.
pub const ROW: usize = 32;
/// Width of each half of the drawing.
pub const WIDTH: usize = 96;
/// No arc is wider than this.
pub const WIDEST: usize = 7;
/// How far what arrives at a name and what leaves it stand from its middle.
const APART: usize = 5;

/// In how many paragraphs a relation is of a side; mixed ones are of both.
#[must_use]
pub fn weight(edge: &Edge, side: Stance) -> usize {
    let shares = &edge.cell.shares;
    shares.mixed + if side == Stance::Critical { shares.critical } else { shares.supportive }
}

/// From the holder's name, round by the left, to the target's, with the head of an arrow there, as
/// the path of an SVG [`WIDTH`] wide; what is for the right is turned round.
#[must_use]
pub fn arc(network: &Network, edge: &Edge) -> Option<String> {
    let (from, to) = (network.place(edge.holder)?, network.place(edge.target)?);
    let start = from * ROW + ROW / 2 + APART;
    let end = to * ROW + ROW / 2 - APART;
    // A curve reaches three quarters of the way to its handles.
    let depth = (from.abs_diff(to) * 9 + 12).min(WIDTH - 8);
    let handle = i64::try_from(WIDTH).ok()? - i64::try_from(depth * 4 / 3).ok()?;
    Some(format!("M{WIDTH} {start}C{handle} {start} {handle} {end} {WIDTH} {end}m-8-5l8 5-8 5"))
}
