//! From bytes to a discussion: one file a format below this one.

mod archive;
pub mod columns;
mod csv;
mod decode;
mod disqus;
mod entities;
mod extracted;
mod feed;
mod formats;
mod front;
mod hackernews;
mod html;
mod json;
pub mod line;
mod markdown;
mod marks;
mod mastodon;
pub mod notes;
mod plain;
mod recognise;
mod reddit;
mod rows;
mod stancelight;
mod table;
mod thread;
mod time;
pub(crate) mod title;
mod xml;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{assemble::Draft, discussion::Discussion, outline::Outline};

pub use recognise::is_plain;
pub use rows::Preview;

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// What is known of a text before it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Import<'a> {
    /// The name of the file, for its title and as a hint of its format.
    pub name: Option<&'a str>,
}

/// Why a file cannot be opened. Each is a sentence that a reader understands.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum ImportError {
    /// No text in it.
    #[error("There is no text in this.")]
    Empty,
    /// Larger than [`MAX_BYTES`].
    #[error("This is {bytes} bytes long; at most {} can be opened.", MAX_BYTES)]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Neither UTF-8 nor UTF-16 text.
    #[error("This is not a text file (the byte at position {position} does not belong in one).")]
    NotText {
        /// The first offending byte.
        position: usize,
    },
    /// A column that was asked for.
    #[error("There is no column \u{201c}{name}\u{201d} in this; there are: {columns}.")]
    NoColumn {
        /// Its name.
        name: String,
        /// The names of those that are there.
        columns: String,
    },
    /// An outline that is cut or changed.
    #[error("This is damaged.")]
    Damaged,
    /// An archive that cannot be unpacked, or one in another.
    #[error("This archive is damaged, or lies in another one.")]
    Archive,
    /// Packed in a way that is not known here.
    #[error("This is packed or locked in a way that cannot be opened here.")]
    Packed,
}

/// What a text is written in.
enum Format {
    Plain,
    Markdown,
    Html,
}

impl Format {
    /// The content decides, and the name of the file where the content leaves it open.
    fn of(text: &str, front: &front::Front, name: Option<&str>) -> Self {
        let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
        let is = |endings: &[&str]| {
            ending.is_some_and(|ending| endings.iter().any(|e| ending.eq_ignore_ascii_case(e)))
        };
        if html::looks_like(text) || (is(&["html", "htm", "xhtml"]) && text.contains('<')) {
            return Self::Html;
        }
        let markdown = is(&["md", "markdown", "mdown", "mkd"])
            || (!is(&["txt", "text"])
                && (*front != front::Front::default() || markdown::looks_like(text)));
        if markdown { Self::Markdown } else { Self::Plain }
    }
}

/// Reads a file or a pasted text, whatever its format.
///
/// # Errors
/// Where there is no text to show: see [`ImportError`].
pub fn import(bytes: &[u8], import: Import<'_>) -> Result<Discussion, ImportError> {
    import_all(bytes, import).map(|opened| opened.longest().0)
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its discussions in their order; never none.
    pub discussions: Vec<Discussion>,
    /// What the reader should know of them.
    pub notes: Vec<notes::ImportNote>,
}

impl Opened {
    /// The discussion with most posts, the first one among equals, and the notes, one of which says
    /// how many others there are.
    #[must_use]
    pub fn longest(mut self) -> (Discussion, Vec<notes::ImportNote>) {
        let sizes = self.discussions.iter().map(|discussion| discussion.posts.len()).enumerate();
        let chosen = sizes.max_by_key(|(number, size)| (*size, usize::MAX - number));
        let count = self.discussions.len() - 1;
        if count > 0 {
            self.notes.push(notes::ImportNote::OtherDiscussions { count });
        }
        (self.discussions.swap_remove(chosen.map_or(0, |(number, _)| number)), self.notes)
    }
}

/// The largest file of any format in bytes: Stancelight JSON, which holds more than the text.
pub const MAX_FILE_BYTES: usize = stancelight::MAX_DOCUMENT_BYTES;

/// The most discussions that one file opens as.
pub const MAX_DISCUSSIONS: usize = 500;

/// Reads all discussions of a file, whatever its format; Disqus's export, feeds, tables and archives
/// hold several.
///
/// # Errors
/// Where there is no text to show: see [`ImportError`].
pub fn import_all(bytes: &[u8], import: Import<'_>) -> Result<Opened, ImportError> {
    if let Some(outlined) = Outline::unpack(bytes) {
        return Ok(Opened { discussions: vec![outlined?], notes: Vec::new() });
    }
    if archive::begins(bytes) {
        return archive::read(bytes);
    }
    let ours = stancelight::begins(bytes);
    if bytes.len() > if ours { stancelight::MAX_DOCUMENT_BYTES } else { MAX_BYTES } {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let text = decode::decode(bytes)?;
    formats::read(&text, import.name).or_else(|| rows::guess(&text, import)).unwrap_or_else(|| {
        let discussions = vec![import_one(bytes, import)?];
        Ok(Opened { discussions, notes: Vec::new() })
    })
}

/// Reads a table, or JSON objects in a list or a line each, whose columns are known.
///
/// # Errors
/// Where there is no text to show, or no such column: see [`ImportError`].
pub fn import_columns(
    bytes: &[u8],
    columns: &columns::Columns,
    import: Import<'_>,
) -> Result<Opened, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    rows::read(&decode::decode(bytes)?, columns, import)
}

/// The beginning of a table, or of JSON objects in a list or a line each, so that a person can say
/// what its columns hold ([`import_columns`]); none for any other file.
#[must_use]
pub fn preview(bytes: &[u8], import: Import<'_>) -> Option<Preview> {
    if bytes.len() > MAX_BYTES || archive::begins(bytes) {
        return None;
    }
    let text = decode::decode(bytes).ok()?;
    if formats::read(&text, import.name).is_some() {
        return None;
    }
    rows::preview(&text, import)
}

/// Reads what [`is_plain`] and outlines, without any other importer: all that the page's worker can
/// open by itself.
///
/// # Errors
/// Where there is no text to show: see [`ImportError`].
pub fn import_plain(bytes: &[u8], import: Import<'_>) -> Result<Discussion, ImportError> {
    if let Some(outlined) = Outline::unpack(bytes) {
        return outlined;
    }
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let text = decode::decode(bytes)?;
    let (front, body) = front::split(&text);
    finish(plain::read(body), front, import)
}

fn import_one(bytes: &[u8], import: Import<'_>) -> Result<Discussion, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let text = decode::decode(bytes)?;
    let (front, body) = front::split(&text);
    let draft = match Format::of(body, &front, import.name) {
        Format::Markdown => markdown::read(body),
        Format::Html => html::read(body),
        Format::Plain => plain::read(body),
    };
    finish(draft, front, import)
}

fn finish(
    mut draft: Draft,
    front: front::Front,
    import: Import<'_>,
) -> Result<Discussion, ImportError> {
    draft.title = front.title.or(draft.title);
    draft.source = front.source.or(draft.source);
    let discussion = draft.assemble(import.name);
    if discussion.paragraphs.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(discussion)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(bytes: &[u8], name: Option<&str>) -> Result<(), TestCaseError> {
        let found = import(bytes, Import { name });
        prop_assert_eq!(&found, &import(bytes, Import { name }));
        if is_plain(bytes, name) {
            prop_assert_eq!(&found, &import_plain(bytes, Import { name }));
        }
        if let Ok(discussion) = found {
            prop_assert_eq!(discussion.check_invariants(), Ok(()));
            let moved = discussion.with_border(Some(crate::ParagraphId(2)));
            prop_assert_eq!(moved.check_invariants(), Ok(()));
        }
        Ok(())
    }

    const NAMES: [Option<&str>; 5] =
        [None, Some("a.txt"), Some("a.md"), Some("a.html"), Some("a.csv")];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for name in NAMES {
                check(&bytes, name)?;
            }
        }

        #[test]
        fn any_text(text in "(\\PC|[ \n\r.!?\"'a-zA-Z]){0,200}") {
            for name in NAMES {
                check(text.as_bytes(), name)?;
            }
        }

        #[test]
        fn any_markup(parts in prop::collection::vec(prop::sample::select(vec![
            "Comments", "## Comments\n", "**Ann:** ", "\n\n", "\n", "text. ", "- ", "> ", "1. ", "```\n", "# ", "===", "---",
            "*", "_", "`", "[a](b)", "![", "]", "(", "<!--", "-->", "<p>", "</p>", "<div class=comments>", "<li class=comment>",
            "</li>", "<cite>", "</cite>", "<article>", "</article>", "<h2>3 comments</h2>", "<br>", "&amp;", "é", "\t", "|", "~~",
            "Ann wrote:\n", "<blockquote>", "<title>", "</title>", "<time datetime=x>", "\\",
        ]), 0..25)) {
            for name in NAMES {
                check(parts.concat().as_bytes(), name)?;
            }
        }
    }

    #[test]
    fn what_cannot_be_opened() {
        let error = |bytes: &[u8]| import(bytes, Import::default()).unwrap_err();
        for bytes in [&b""[..], b" \n\t", b"\xEF\xBB\xBF", b"<!DOCTYPE html><script>x</script>"] {
            assert_eq!(error(bytes), ImportError::Empty);
        }
        let large = vec![b'a'; MAX_BYTES + 1];
        assert_eq!(error(&large), ImportError::TooLarge { bytes: MAX_BYTES + 1 });
        assert_eq!(error(b"\x89PNG\r\n\x1A\n\0"), ImportError::NotText { position: 8 });
        assert_eq!(
            error(b"ab\0").to_string(),
            "This is not a text file (the byte at position 2 does not belong in one)."
        );
    }
}
