//! What the page fetches, made of what stands in the repository.

pub mod strings;
