//! Files that go out, one file a format.
//!
//! Stancelight JSON holds everything and opens again. Each of the other formats says what it has no
//! words for. All of them are pure: the same reading gives the
//! same bytes.

mod archive;
pub mod aws;
pub mod brat;
pub mod conllu;
pub mod csv;
pub mod displacy;
mod drawing;
mod format;
mod holders;
pub mod json;
mod lines;
pub mod markdown;
pub mod matrix_svg;
pub mod network_svg;
pub mod page;
pub mod web_annotation;

pub use archive::zip;
pub use drawing::Drawn;
pub use format::{File, Format, Options};
