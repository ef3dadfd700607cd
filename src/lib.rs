//! The Stancelight page: one state, one action enum, one reducer; components that show the state
//! and send actions; and the browser behind one door.
//!
//! The text model, the engine, filters and links live in crates of their own. What is here needs a
//! page.

pub mod protocol;
pub mod strings;

pub mod state;

pub mod view;

pub mod browser;
