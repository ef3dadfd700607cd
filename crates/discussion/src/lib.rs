//! The text model of a discussion, and the importers that build it.
//!
//! A [`Discussion`] is the whole text of an article and its comments with everything later stages
//! need to know about its shape: posts, paragraphs, sentences and tokens, all as byte spans into
//! one string. It knows no browser, no analysis and no file system: bytes come in, a value goes out.

mod assemble;
pub mod border;
pub mod discussion;
pub mod import;
mod invariants;
pub mod offsets;
pub mod order;
pub mod outline;
pub mod paragraphs;
pub mod sentences;
pub mod span;
pub mod tokens;

pub use crate::{
    assemble::Written,
    border::Border,
    discussion::{
        Discussion, Paragraph, ParagraphId, ParagraphKind, Post, PostId, Section, Sentence,
        SentenceId, Token, TokenId, TokenKind,
    },
    import::{Import, ImportError, import},
    outline::Outline,
    span::Span,
};
