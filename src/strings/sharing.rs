//! What the dialog for sharing says.

use super::Text;
use crate::state::{
    ShareKind,
    sharing::{LONG, SHORT},
};

/// Opens the dialog.
pub const SHARE: Text = say!("share");
/// Heading.
pub const SHARE_HEADING: Text = say!("share-heading");
/// The choice.
pub const SHARE_WHAT: Text = say!("share-what");
/// The link itself.
pub const SHARE_LINK: Text = say!("share-link");
/// The meter.
pub const LINK_LENGTH: Text = say!("link-length");
/// Copies it.
pub const COPY: Text = say!("copy");
/// The system\u{2019}s own way.
pub const SHARE_BY: Text = say!("share-by");
/// Saves a file.
pub const SAVE_AS_FILE: Text = say!("save-as-file");
/// Being packed.
pub const PACKING: Text = say!("packing");

/// What a kind of link contains.
#[must_use]
pub fn share_kind(kind: ShareKind) -> Text {
    match kind {
        ShareKind::View => say!("share-view"),
        ShareKind::Corrections => say!("share-corrections"),
        ShareKind::Everything => say!("share-everything"),
    }
}

/// The filter and the place.
pub const CONTAINS_VIEW: Text = say!("contains-view");

/// The text.
#[must_use]
pub fn contains_text(title: &str, bytes: usize) -> String {
    say!("contains-text", size = bytes.div_ceil(1024).to_string(), title = title)
}

/// The name of the text, in place of itself.
pub const CONTAINS_NAME: Text = say!("contains-name");
/// The hash of the text, in place of itself.
pub const CONTAINS_HASH: Text = say!("contains-hash");

/// How far such a link gets.
#[must_use]
pub fn link_length(length: usize) -> String {
    let how = if length < SHORT {
        say!("length-short")
    } else if length < LONG {
        say!("length-middle")
    } else {
        say!("length-long")
    };
    say!("link-characters", how = how, length = length.to_string())
}

/// There is no such link.
pub const LINK_TOO_LONG: Text = say!("link-too-long");
