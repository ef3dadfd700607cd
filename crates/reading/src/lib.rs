//! What a page shows of a discussion: the reading, what a filter leaves of it, the counts beside
//! each choice, the overview, the view and its link, and the files that go out.
//!
//! Pure functions over plain data; no browser.

pub mod export;
pub mod facets;
pub mod filter;
pub mod link;
pub mod overview;
pub mod reading;
pub mod view;

pub use crate::{
    facets::{Choice, Facets},
    filter::{Filter, HolderKind, Shown},
    link::LinkNote,
    overview::{Overview, Shares},
    reading::Reading,
    view::{Source, Tab, Unmatched, View},
};
