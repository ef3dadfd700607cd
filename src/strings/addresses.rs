//! What the page says of texts at addresses, of the way back to them, and of asking before deleting.

use super::Text;

/// The field for an address.
pub const ADDRESS: Text = say!("address");
/// Opens what is there.
pub const ADDRESS_OPEN: Text = say!("address-open");
/// What can be there.
pub const ADDRESS_HINT: Text = say!("address-hint");
/// What was written is no address.
pub const NO_ADDRESS: Text = say!("no-address");
/// Heading of the question.
pub const ASK_HEADING: Text = say!("ask-heading");
/// Before the host.
pub const ASK_FROM: Text = say!("ask-from");
/// What that means.
pub const ASK_PROMISE: Text = say!("ask-promise");
/// Yes.
pub const ASK_YES: Text = say!("ask-yes");
/// No.
pub const ASK_NO: Text = say!("ask-no");
/// What a link holds of a text at an address.
#[must_use]
pub fn contains_address(host: &str) -> String {
    say!("contains-address", host = host)
}

/// The reader said no.
#[must_use]
pub fn not_asked(host: &str) -> String {
    say!("not-asked", host = host)
}

/// The way to the passage at the address that the text came from.
pub const SHOW_IN_ORIGINAL: Text = say!("show-in-original");

/// Asks before a text is deleted.
#[must_use]
pub fn delete_text(title: &str) -> String {
    say!("delete-text", title = title)
}
/// Yes.
pub const DELETE_YES: Text = say!("delete-yes");
/// No.
pub const DELETE_NO: Text = say!("delete-no");

/// The drawings as pictures, which come last in the menu of formats.
pub const EXPORT_PICTURES: [(Text, Text); 2] = [
    (say!("export-matrix-picture"), say!("about-picture")),
    (say!("export-network-picture"), say!("about-picture")),
];
/// The browser did not draw it.
pub const NO_PICTURE: Text = say!("no-picture");
