//! What crates and programs found wrong, as sentences. They name it; what is said stands here, so
//! that it is said in the reader's language.

use discussion::import::{
    ImportError, MAX_BYTES,
    notes::{ImportNote, Many},
};
use reading::{LinkNote, corrections::Misfit};

use crate::protocol::{
    Undone,
    files::address::{MOST, PATIENCE, Unfetched},
};

/// Why a text or a file was not opened, or not written.
#[must_use]
pub fn undone(why: &Undone) -> String {
    match why {
        Undone::Import(why) => import_error(why),
        Undone::Unfetched(why) => unfetched(why),
        Undone::Because(sentence) => sentence.clone(),
    }
}

/// Why something cannot be opened.
#[must_use]
pub fn import_error(why: &ImportError) -> String {
    match why {
        ImportError::Empty => say!("import-empty").into(),
        ImportError::TooLarge { bytes } => {
            let (most, size) = (megabytes(MAX_BYTES), megabytes(*bytes));
            say!("import-too-large", most = most, size = size)
        }
        ImportError::NotText { position } => {
            say!("import-not-text", position = position.to_string())
        }
        ImportError::NoColumn { name, columns } => {
            say!("import-no-column", columns = columns, name = name)
        }
        ImportError::Damaged => say!("import-damaged").into(),
        ImportError::Archive => say!("import-archive").into(),
        ImportError::Packed => say!("import-packed").into(),
    }
}

/// What the reader should know of a file that was opened.
#[must_use]
pub fn import_note(note: &ImportNote) -> String {
    match note {
        ImportNote::Broken { count, first } => {
            say!("note-broken", count = count.to_string(), first = first.to_string())
        }
        ImportNote::Empty { count } => say!("note-empty", count = count.to_string()),
        ImportNote::Deleted { count } => say!("note-deleted", count = count.to_string()),
        ImportNote::Spam { count } => say!("note-spam", count = count.to_string()),
        ImportNote::Elsewhere { count } => say!("note-elsewhere", count = count.to_string()),
        ImportNote::Orphans { count } => say!("note-orphans", count = count.to_string()),
        ImportNote::Twice { count } => say!("note-twice", count = count.to_string()),
        ImportNote::CutOff { position } => say!("note-cut-off", position = position.to_string()),
        ImportNote::LostParagraphs { count } => say!("note-lost", count = count.to_string()),
        ImportNote::TooMany { what, count, limit } => {
            let what = match what {
                Many::Posts => say!("many-posts"),
                Many::Discussions => say!("many-discussions"),
                Many::Files => say!("many-files"),
            };
            let (count, limit) = (count.to_string(), limit.to_string());
            say!("note-too-many", count = count, limit = limit, what = what)
        }
        ImportNote::OtherDiscussions { count } => say!("note-others", count = count.to_string()),
        ImportNote::File { name, why } => say!("note-file", name = name, why = import_error(why)),
    }
}

/// Why no text came from an address.
fn unfetched(why: &Unfetched) -> String {
    match why {
        Unfetched::Unreachable(host) => say!("unfetched-unreachable", host = host),
        Unfetched::Late(host) => {
            say!("unfetched-late", host = host, seconds = (PATIENCE / 1000).to_string())
        }
        Unfetched::Moved(host) => say!("unfetched-moved", host = host),
        Unfetched::Status(host, status) => {
            say!("unfetched-status", host = host, status = status.to_string())
        }
        Unfetched::Kind(host, kind) => say!("unfetched-kind", host = host, kind = kind),
        Unfetched::TooLarge(host) => {
            say!("unfetched-too-large", host = host, most = megabytes(MOST))
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

fn megabytes(bytes: usize) -> String {
    bytes.div_ceil(1 << 20).to_string()
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
            assert_eq!(import_error(why), why.to_string());
        }
        for why in [
            Unfetched::Unreachable("a.example".to_owned()),
            Unfetched::Late("a.example".to_owned()),
            Unfetched::Moved("a.example".to_owned()),
            Unfetched::Status("a.example".to_owned(), 404),
            Unfetched::Kind("a.example".to_owned(), "image/png".to_owned()),
            Unfetched::TooLarge("a.example".to_owned()),
        ] {
            assert_eq!(unfetched(&why), why.to_string());
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
                assert_eq!(import_note(&note), note.to_string());
            }
        }
    }
}
