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

/// Opens the dialog for files that go out.
pub const EXPORT: &str = "Export";
/// Heading of the dialog for files that go out.
pub const EXPORT_HEADING: &str = "Save what was found";
/// How much is written.
pub const EXPORT_SCOPE: &str = "How much";
/// Everything.
pub const EXPORT_WHOLE: &str = "The whole discussion";
/// What a filtered file is.
pub const EXPORT_SCOPE_HINT: &str = "The text is always whole, so that every place in it stays right. With the second choice, mentions, opinions and stances are those of the paragraphs that the filters show, and names those that occur in them.";
/// Every format, in the order of `Format::ALL`, with what to know of it.
pub const EXPORTS: [(&str, &str); 11] = [
    ("Stancelight JSON", "everything; opens here again"),
    ("Opinions (CSV)", "a line each, with their words"),
    ("Stances (CSV)", "a line for each paragraph, holder and target"),
    ("W3C Web Annotation", "JSON-LD"),
    ("brat", "ZIP of text, annotations and configuration"),
    ("CoNLL-U", "tokens and entities; no opinions"),
    ("Amazon Comprehend", "targeted sentiment, JSON; no holders"),
    ("displaCy and spaCy", "JSON"),
    ("Report", "Markdown, for people"),
    ("Matrix (SVG)", "who judges whom, as a drawing"),
    ("Network (SVG)", "who is for or against whom, as a drawing"),
];

/// The page itself, which comes behind the formats.
pub const EXPORT_PAGE: (&str, &str) =
    ("This page as one file", "HTML with the whole text and this view; opens without a network");

/// A file that is being written.
pub const WRITING: &str = "Writing the file\u{2026}";

/// A file that was written.
#[must_use]
pub fn written(name: &str) -> String {
    format!("\u{201c}{name}\u{201d} is written; your browser saves it.")
}

/// What the filter shows.
#[must_use]
pub fn export_filtered(shown: usize, all: usize) -> String {
    format!("What the filters show ({shown} of {all} paragraphs)")
}

#[cfg(test)]
mod tests {
    use discussion::import::columns::Role;
    use reading::export::Format;

    use super::*;

    #[test]
    fn every_format_and_every_role_has_words() {
        assert_eq!(EXPORTS.len(), Format::ALL.len());
        assert_eq!(ROLES.len(), Role::all().count());
    }
}
