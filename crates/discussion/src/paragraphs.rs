//! Lines and blocks of a plain text as paragraphs.
