//! What a page shows of a discussion: the reading, what a filter leaves of it, the counts beside
//! each choice, the overview, the view and its link, and the files that go out.
//!
//! Pure functions over plain data; no browser.

pub mod arcs;
pub mod cell;
mod choices;
pub mod choose;
pub mod concordance;
pub mod corrections;
pub mod course;
pub mod export;
pub mod facets;
pub mod filter;
pub mod find;
pub mod heights;
pub mod link;
pub mod margin;
pub mod matrix;
pub mod network;
pub mod overview;
pub mod reading;
mod restricted;
#[cfg(test)]
mod sample;
pub mod strip;
pub mod sureness;
pub mod term;
pub mod threads;
pub mod view;
pub mod window;
pub mod words;

pub use crate::{
    choices::Choices,
    choose::{EntityChoice, HolderChoice},
    concordance::{Context, concordance},
    course::{Step, course},
    facets::{Choice, Facets},
    filter::{Filter, HolderKind, Shown},
    link::LinkNote,
    matrix::{Cell, Matrix, Passage, Row},
    network::{Edge, Network},
    overview::{Line, Overview, Shares},
    reading::Reading,
    sureness::Sureness,
    term::Term,
    view::{ReaderBorder, Show, Sort, Source, Tab, Unmatched, View},
};
