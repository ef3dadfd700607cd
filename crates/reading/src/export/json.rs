//! Stancelight JSON.
