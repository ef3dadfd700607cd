//! Files that go out, one file a format.
//!
//! Stancelight JSON holds everything and opens again. The other formats stand behind the feature
//! `formats`; each says what it has no words for. All of them are pure: the same reading gives the
//! same bytes.

#[cfg(feature = "formats")]
pub mod aws;
#[cfg(feature = "formats")]
pub mod brat;
#[cfg(feature = "formats")]
pub mod conllu;
#[cfg(feature = "formats")]
pub mod csv;
#[cfg(feature = "formats")]
pub mod displacy;
#[cfg(feature = "formats")]
mod holders;
pub mod json;
#[cfg(feature = "formats")]
mod lines;
#[cfg(feature = "formats")]
pub mod markdown;
#[cfg(feature = "formats")]
pub mod web_annotation;
