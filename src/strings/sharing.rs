//! What the dialog for sharing says.

use crate::state::{
    ShareKind,
    sharing::{LONG, SHORT},
};

/// Opens the dialog.
pub const SHARE: &str = "Share";
/// Heading.
pub const SHARE_HEADING: &str = "Share this view";
/// The choice.
pub const SHARE_WHAT: &str = "What the link contains";
/// The link itself.
pub const SHARE_LINK: &str = "The link";
/// The meter.
pub const LINK_LENGTH: &str = "Length of the link";
/// Copies it.
pub const COPY: &str = "Copy";
/// The system\u{2019}s own way.
pub const SHARE_BY: &str = "Share by\u{2026}";
/// Saves a file.
pub const SAVE_AS_FILE: &str = "Save text and corrections as a file";
/// Being packed.
pub const PACKING: &str = "Packing\u{2026}";

/// What a kind of link contains.
#[must_use]
pub fn share_kind(kind: ShareKind) -> &'static str {
    match kind {
        ShareKind::View => "The view alone",
        ShareKind::Corrections => "The view and the corrections, without the text",
        ShareKind::Everything => "The view, the corrections and the text",
    }
}

/// The filter and the place.
pub const CONTAINS_VIEW: &str = "filters, selection, tab and place";

/// The text.
#[must_use]
pub fn contains_text(title: &str, bytes: usize) -> String {
    format!("the text \u{201c}{title}\u{201d} ({} kB)", bytes.div_ceil(1024))
}

/// The name of the text, in place of itself.
pub const CONTAINS_NAME: &str = "the name of the bundled text";
/// The hash of the text, in place of itself.
pub const CONTAINS_HASH: &str = "a number by which your text is recognised; whoever opens the link \
                                 opens a copy of their own and is told if it differs";

/// How far such a link gets.
#[must_use]
pub fn link_length(length: usize) -> String {
    let how = if length < SHORT {
        "short enough for everything"
    } else if length < LONG {
        "some chat programs cut it; mail and browsers take it"
    } else {
        "many programs cut it; a file is safer"
    };
    format!("{length} characters: {how}.")
}

/// There is no such link.
pub const LINK_TOO_LONG: &str = "This is too much for a link. Save it as a file instead, and send \
                                 that: it opens here like any other.";
