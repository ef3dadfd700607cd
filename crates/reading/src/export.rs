//! Files that go out, one file a format.

pub mod json;
