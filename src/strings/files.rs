//! What the page says of files.

/// The chooser of files.
pub const CHOOSE_FILE: &str = "Choose a file";
/// What can be opened, dropped too.
pub const FILE_HINT: &str = "One file or several, or drop them anywhere on this page: text, Markdown, HTML, JSON of Reddit, Hacker News, Mastodon and Stancelight, XML of Disqus, RSS and Atom, tables (CSV, JSON Lines), ZIP archives of these. At most 16 MB each (Stancelight JSON: 128), 500 discussions.";
/// The discussions that files hold.
pub const FOUND: &str = "From your files";
/// The files program does not come.
pub const NO_FILES: &str =
    "The part of this page that knows other files could not be loaded. Is there a connection?";

/// Several files on their way.
#[must_use]
pub fn several_files(count: usize) -> String {
    format!("{count} files")
}

/// The discussions that are not shown.
#[must_use]
pub fn others_found(count: usize) -> String {
    let unit = if count == 1 { "discussion was" } else { "discussions were" };
    format!("{count} more {unit} found; \u{201c}Open\u{201d} lists them. This is the longest.")
}

/// A discussion that was found.
#[must_use]
pub fn posts(count: u32) -> String {
    format!("{count} {}", if count == 1 { "post" } else { "posts" })
}

/// Heading of the dialog for the columns of a table.
pub const COLUMNS_HEADING: &str = "What do the columns hold?";
/// A table's first rows.
pub const COLUMNS_PREVIEW: &str = "The first rows";
/// A role that no column has.
pub const NO_COLUMN: &str = "(none)";
/// Reads the table.
pub const READ_TABLE: &str = "Read this table";
/// What a column can hold, in the order of `Role::all`.
pub const ROLES: [&str; 8] = [
    "Text of the post",
    "Author",
    "Time",
    "Title",
    "Name of the post",
    "Post that it answers",
    "Discussion",
    "Address",
];
