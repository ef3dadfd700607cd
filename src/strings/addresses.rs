//! What the page says of texts at addresses, of the way back to them, and of asking before deleting.

/// The field for an address.
pub const ADDRESS: &str = "From an address";
/// Opens what is there.
pub const ADDRESS_OPEN: &str = "Open the address";
/// What can be there.
pub const ADDRESS_HINT: &str = "An address that begins with https:// of a site that lets other \
     pages read it, or the number of a thread on Hacker News. You are asked before anything is \
     fetched.";
/// What was written is no address.
pub const NO_ADDRESS: &str =
    "This is no address that can be opened: it must begin with https:// and name its host plainly.";
/// Heading of the question.
pub const ASK_HEADING: &str = "Fetch this text from another site?";
/// Before the host.
pub const ASK_FROM: &str = "The text would be asked of";
/// What that means.
pub const ASK_PROMISE: &str = "That site sees your network address and that the text was asked \
     for, as with any link. It is sent nothing else: no text, no correction, no view, no cookie, \
     not even where you come from. The text is read in this browser.";
/// Yes.
pub const ASK_YES: &str = "Fetch it";
/// No.
pub const ASK_NO: &str = "Do not fetch it";
/// What a link holds of a text at an address.
#[must_use]
pub fn contains_address(host: &str) -> String {
    format!(
        "the address of the text at {host}; whoever opens the link is asked before it is fetched"
    )
}

/// The reader said no.
#[must_use]
pub fn not_asked(host: &str) -> String {
    format!(
        "Nothing was asked of {host}. If you have a copy of the text, open it to see the link\u{2019}s view."
    )
}

/// The way to the passage at the address that the text came from.
pub const SHOW_IN_ORIGINAL: &str = "Show in the original";

/// Asks before a text is deleted.
#[must_use]
pub fn delete_text(title: &str) -> String {
    format!("Delete \u{201c}{title}\u{201d} with all its corrections? This cannot be undone.")
}
/// Yes.
pub const DELETE_YES: &str = "Delete for good";
/// No.
pub const DELETE_NO: &str = "Do not delete";

/// The drawings as pictures, which come last in the menu of formats.
pub const EXPORT_PICTURES: [(&str, &str); 2] = [
    ("Matrix as a picture (PNG)", "for documents that take no SVG"),
    ("Network as a picture (PNG)", "for documents that take no SVG"),
];
/// The browser did not draw it.
pub const NO_PICTURE: &str = "This browser could not draw the picture; the SVG holds the same.";
