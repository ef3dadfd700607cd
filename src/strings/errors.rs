//! What crates and programs found wrong, as sentences. They name it; what is said stands here, so
//! that it is said in the reader's language.

use discussion::import::{
    ImportError, MAX_BYTES,
    notes::{ImportNote, Many},
};
use reading::{LinkNote, corrections::Misfit};

use super::Said;
use crate::protocol::files::address::{MOST, PATIENCE, Unfetched};

/// Why something cannot be opened.
#[must_use]
pub fn import_error(why: &ImportError) -> Said {
    match why {
        ImportError::Empty => tell!("import-empty"),
        ImportError::TooLarge { bytes } => {
            tell!("import-too-large", most = megabytes(MAX_BYTES), size = megabytes(*bytes))
        }
        ImportError::NotText { position } => tell!("import-not-text", position = *position),
        ImportError::NoColumn { name, columns } => {
            tell!("import-no-column", columns = columns.as_str(), name = name.as_str())
        }
        ImportError::Damaged => tell!("import-damaged"),
        ImportError::Archive => tell!("import-archive"),
        ImportError::Packed => tell!("import-packed"),
    }
}

/// What the reader should know of a file that was opened.
#[must_use]
pub fn import_note(note: &ImportNote) -> Said {
    match note {
        ImportNote::Broken { count, first } => {
            tell!("note-broken", count = *count, first = *first)
        }
        ImportNote::Empty { count } => tell!("note-empty", count = *count),
        ImportNote::Deleted { count } => tell!("note-deleted", count = *count),
        ImportNote::Spam { count } => tell!("note-spam", count = *count),
        ImportNote::Elsewhere { count } => tell!("note-elsewhere", count = *count),
        ImportNote::Orphans { count } => tell!("note-orphans", count = *count),
        ImportNote::Twice { count } => tell!("note-twice", count = *count),
        ImportNote::CutOff { position } => tell!("note-cut-off", position = *position),
        ImportNote::LostParagraphs { count } => tell!("note-lost", count = *count),
        ImportNote::TooMany { what, count, limit } => {
            let what = match what {
                Many::Posts => tell!("many-posts"),
                Many::Discussions => tell!("many-discussions"),
                Many::Files => tell!("many-files"),
            };
            tell!("note-too-many", count = *count, limit = *limit, what = what)
        }
        ImportNote::OtherDiscussions { count } => tell!("note-others", count = *count),
        ImportNote::File { name, why } => {
            tell!("note-file", name = name.as_str(), why = import_error(why))
        }
    }
}

/// Why no text came from an address.
#[must_use]
pub fn unfetched(why: &Unfetched) -> Said {
    match why {
        Unfetched::Unreachable(host) => tell!("unfetched-unreachable", host = host.as_str()),
        Unfetched::Late(host) => {
            tell!("unfetched-late", host = host.as_str(), seconds = PATIENCE as usize / 1000)
        }
        Unfetched::Moved(host) => tell!("unfetched-moved", host = host.as_str()),
        Unfetched::Status(host, status) => {
            tell!("unfetched-status", host = host.as_str(), status = usize::from(*status))
        }
        Unfetched::Kind(host, kind) => {
            tell!("unfetched-kind", host = host.as_str(), kind = kind.as_str())
        }
        Unfetched::TooLarge(host) => {
            tell!("unfetched-too-large", host = host.as_str(), most = megabytes(MOST))
        }
    }
}

/// What could not be restored from a link.
#[must_use]
pub fn link_note(note: &LinkNote) -> String {
    match note {
        LinkNote::Unknown(part) => say!("link-unknown", part = part),
        LinkNote::More(count) => say!("link-more", count = count.to_string()),
        LinkNote::TooLong => say!("link-cut").into(),
        LinkNote::Newer => say!("link-newer").into(),
    }
}

/// Why a correction does not fit.
#[must_use]
pub fn misfit(why: &Misfit) -> String {
    match why {
        Misfit::QuoteGone => say!("misfit-gone").into(),
        Misfit::Ambiguous => say!("misfit-ambiguous").into(),
        Misfit::Nobody(name) => say!("misfit-nobody", name = name),
        Misfit::NotMarked => say!("misfit-not-marked").into(),
        Misfit::Crosses => say!("misfit-crosses").into(),
        Misfit::Marked => say!("misfit-marked").into(),
        Misfit::NotNamedHere(name) => say!("misfit-not-named", name = name),
        Misfit::TooMuch => say!("misfit-too-much").into(),
    }
}

fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1 << 20)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a crate says in a terminal and what the page says are one sentence.
    #[test]
    fn english_says_what_the_crates_say() {
        for note in [
            LinkNote::Unknown("x=1".to_owned()),
            LinkNote::More(3),
            LinkNote::TooLong,
            LinkNote::Newer,
        ] {
            assert_eq!(link_note(&note), note.to_string());
        }
        for why in [
            Misfit::QuoteGone,
            Misfit::Ambiguous,
            Misfit::Nobody("Ada".to_owned()),
            Misfit::NotMarked,
            Misfit::Crosses,
            Misfit::Marked,
            Misfit::NotNamedHere("Ada".to_owned()),
            Misfit::TooMuch,
        ] {
            assert_eq!(misfit(&why), why.to_string());
        }
        let no_column =
            ImportError::NoColumn { name: "who".to_owned(), columns: "a, b".to_owned() };
        let errors = [
            ImportError::Empty,
            ImportError::NotText { position: 7 },
            no_column,
            ImportError::Damaged,
            ImportError::Archive,
            ImportError::Packed,
        ];
        for why in &errors {
            assert_eq!(import_error(why).words(), why.to_string());
        }
        for why in [
            Unfetched::Unreachable("a.example".to_owned()),
            Unfetched::Late("a.example".to_owned()),
            Unfetched::Moved("a.example".to_owned()),
            Unfetched::Status("a.example".to_owned(), 404),
            Unfetched::Kind("a.example".to_owned(), "image/png".to_owned()),
            Unfetched::TooLarge("a.example".to_owned()),
        ] {
            assert_eq!(unfetched(&why).words(), why.to_string());
        }
        for count in [1, 2] {
            for note in [
                ImportNote::Broken { count, first: 4 },
                ImportNote::Empty { count },
                ImportNote::Deleted { count },
                ImportNote::Spam { count },
                ImportNote::Elsewhere { count },
                ImportNote::Orphans { count },
                ImportNote::Twice { count },
                ImportNote::CutOff { position: count },
                ImportNote::LostParagraphs { count },
                ImportNote::TooMany { what: Many::Posts, count, limit: 9 },
                ImportNote::OtherDiscussions { count },
                ImportNote::File { name: "a.png".to_owned(), why: ImportError::Empty },
            ] {
                assert_eq!(import_note(&note).words(), note.to_string());
            }
        }
    }
}
