//! How fast a text is read, from bytes to entities: the same stages natively and in a browser.

pub mod browser;
pub mod stages;
pub mod texts;
