//! The deep reader: a small transformer that judges names and stance, window by window.
//!
//! A [`Reader`] is a loaded file. [`read`] puts some windows of a discussion through it and keeps in
//! a [`Progress`] what it says; [`analysis`] gives the engine's analysis with what has been read so
//! far in the place of the quick reader's names and opinions. Windows may be read in any order, and
//! by several workers ([`Progress::take_in`]); when none is [`stale`], the order has made no
//! difference. It knows no browser and fetches nothing.

mod analysis;
mod container;
mod explain;
pub mod given;
mod network;
mod normal;
mod pieces;
mod progress;
mod read;
mod reader;
mod settle;
mod thresholds;
mod verdicts;
mod windows;

pub use crate::{
    analysis::analysis,
    container::LoadError,
    explain::explain,
    network::ReadError,
    progress::Progress,
    read::{read, read_all, stale},
    reader::Reader,
    windows::{Window, windows},
};
