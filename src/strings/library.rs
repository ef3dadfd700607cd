//! What the library says.

use super::Text;

/// Heading.
pub const LIBRARY: Text = say!("library");
/// Without texts.
pub const LIBRARY_EMPTY: Text = say!("library-empty");
/// The field.
pub const SEARCH_LIBRARY: Text = say!("search-library");
/// No text fits.
pub const NOT_IN_LIBRARY: Text = say!("not-in-library");
/// Renames.
pub const RENAME: Text = say!("rename");
/// Deletes.
pub const DELETE: Text = say!("delete");
/// Keeps the new title.
pub const KEEP_TITLE: Text = say!("keep-title");
/// The field for it.
pub const NEW_TITLE: Text = say!("new-title");
/// Writes everything into a file.
pub const EXPORT_LIBRARY: Text = say!("export-library");
/// How it comes back.
pub const IMPORT_HINT: Text = say!("import-hint");
/// A library file is no such file.
pub const NOT_IMPORTED: Text = say!("not-imported");
/// Nothing can be kept.
pub const STORAGE_REFUSED: Text = say!("storage-refused");
/// A link names a text that differs.
pub const TEXT_DIFFERS: Text = say!("text-differs");
/// What a link carried cannot be unpacked.
pub const TEXT_DAMAGED: Text = say!("text-damaged");
/// What a link carried cannot be unpacked.
pub const CORRECTIONS_DAMAGED: Text = say!("corrections-damaged");

/// A button of a text in the list.
#[must_use]
pub fn of_text(what: Text, title: &str) -> String {
    format!("{what}: {title}")
}

/// How much is in use.
#[must_use]
pub fn storage_used(kilobytes: u32) -> String {
    say!("storage-used", size = kilobytes.to_string())
}

/// A file was taken in.
#[must_use]
pub fn imported(count: usize) -> String {
    say!("imported", count = count.to_string())
}
