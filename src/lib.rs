//! The Stancelight page.
