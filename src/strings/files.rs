//! What the page says of files.

use super::Text;

/// The chooser of files.
pub const CHOOSE_FILE: Text = say!("choose-file");
/// What can be opened, dropped too.
pub const FILE_HINT: Text = say!("file-hint");
/// The discussions that files hold.
pub const FOUND: Text = say!("found");
/// The files program does not come.
pub const NO_FILES: Text = say!("no-files");

/// Several files on their way.
#[must_use]
pub fn several_files(count: usize) -> String {
    say!("several-files", count = count.to_string())
}

/// The discussions that are not shown.
#[must_use]
pub fn others_found(count: usize) -> String {
    say!("others-found", count = count.to_string())
}

/// A discussion that was found.
#[must_use]
pub fn posts(count: u32) -> String {
    say!("posts", count = count.to_string())
}

/// Heading of the dialog for the columns of a table.
pub const COLUMNS_HEADING: Text = say!("columns-heading");
/// A table's first rows.
pub const COLUMNS_PREVIEW: Text = say!("columns-preview");
/// A role that no column has.
pub const NO_COLUMN: Text = say!("no-column");
/// Reads the table.
pub const READ_TABLE: Text = say!("read-table");
/// What a column can hold, in the order of `Role::all`.
pub const ROLES: [Text; 8] = [
    say!("role-text"),
    say!("role-author"),
    say!("role-time"),
    say!("role-title"),
    say!("role-name"),
    say!("role-answers"),
    say!("role-discussion"),
    say!("role-address"),
];

/// Opens the dialog for files that go out.
pub const EXPORT: Text = say!("export");
/// Heading of the dialog for files that go out.
pub const EXPORT_HEADING: Text = say!("export-heading");
/// How much is written.
pub const EXPORT_SCOPE: Text = say!("export-scope");
/// Everything.
pub const EXPORT_WHOLE: Text = say!("export-whole");
/// What a filtered file is.
pub const EXPORT_SCOPE_HINT: Text = say!("export-scope-hint");
/// Every format, in the order of `Format::ALL`, with what to know of it.
pub const EXPORTS: [(Text, Text); 11] = [
    (say!("export-json"), say!("about-json")),
    (say!("export-opinions"), say!("about-opinions")),
    (say!("export-stances"), say!("about-stances")),
    (say!("export-annotation"), say!("about-annotation")),
    (say!("export-brat"), say!("about-brat")),
    (say!("export-conllu"), say!("about-conllu")),
    (say!("export-comprehend"), say!("about-comprehend")),
    (say!("export-spacy"), say!("about-spacy")),
    (say!("export-report"), say!("about-report")),
    (say!("export-matrix"), say!("about-matrix")),
    (say!("export-network"), say!("about-network")),
];

/// The page itself, which comes behind the formats.
pub const EXPORT_PAGE: (Text, Text) = (say!("export-page"), say!("about-page"));

/// A file that is being written.
pub const WRITING: Text = say!("writing");

/// A file that was written.
#[must_use]
pub fn written(name: &str) -> String {
    say!("written", name = name)
}

/// What the filter shows.
#[must_use]
pub fn export_filtered(shown: usize, all: usize) -> String {
    say!("export-filtered", all = all.to_string(), shown = shown.to_string())
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
