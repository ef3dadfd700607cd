//! What the library says.

/// Heading.
pub const LIBRARY: &str = "Your library";
/// Without texts.
pub const LIBRARY_EMPTY: &str =
    "Nothing is kept so far. Whatever you open is kept in this browser.";
/// The field.
pub const SEARCH_LIBRARY: &str = "Search your library";
/// No text fits.
pub const NOT_IN_LIBRARY: &str = "No title in your library fits.";
/// Renames.
pub const RENAME: &str = "Rename";
/// Deletes.
pub const DELETE: &str = "Delete";
/// Keeps the new title.
pub const KEEP_TITLE: &str = "Keep";
/// The field for it.
pub const NEW_TITLE: &str = "New title";
/// Writes everything into a file.
pub const EXPORT_LIBRARY: &str = "Export everything as one file";
/// How it comes back.
pub const IMPORT_HINT: &str = "Open such a file like any other to take it in again.";
/// A library file is no such file.
pub const NOT_IMPORTED: &str = "This file of a library is damaged or of a later version.";
/// Nothing can be kept.
pub const STORAGE_REFUSED: &str = "This browser does not let the page keep anything, or there is \
     no room left: texts and corrections last until this page is closed. \u{201c}Share\u{201d} \
     saves them as a file.";
/// A link names a text that differs.
pub const TEXT_DIFFERS: &str = "This text is not exactly the one that the link was made for. What \
     the link holds is shown where it fits; corrections that do not fit are listed.";
/// What a link carried cannot be unpacked.
pub const TEXT_DAMAGED: &str = "The text in the link is damaged or too large and was left out.";
/// What a link carried cannot be unpacked.
pub const CORRECTIONS_DAMAGED: &str =
    "The corrections in the link are damaged or too many and were left out.";

/// A button of a text in the list.
#[must_use]
pub fn of_text(what: &str, title: &str) -> String {
    format!("{what}: {title}")
}

/// How much is in use.
#[must_use]
pub fn storage_used(kilobytes: u32) -> String {
    format!("This page keeps {kilobytes} kB in your browser.")
}

/// A file was taken in.
#[must_use]
pub fn imported(count: usize) -> String {
    let unit = if count == 1 { "text" } else { "texts" };
    format!("{count} {unit} came into your library.")
}
