//! What was left out while a file was opened, and what was put in its place.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::ImportError;

/// Something that the reader should know of a file that was opened. Each is a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum ImportNote {
    /// Records that are not what their format says.
    #[error("{} broken and left out; the first is number {first}.", counted(*count, "record is", "records are"))]
    Broken {
        /// How many.
        count: usize,
        /// The first of them, from 1 in the order of the file (of lines where a record is a line).
        first: usize,
    },
    /// Posts in which nothing is said (a picture alone).
    #[error("{} left out.", counted(*count, "post has no text and is", "posts have no text and are"))]
    Empty {
        /// How many.
        count: usize,
    },
    /// Posts that their authors or moderators removed; `[deleted]` stands in their place.
    #[error("{} deleted; \u{201c}[deleted]\u{201d} stands in the text for it.", counted(*count, "post was", "posts were"))]
    Deleted {
        /// How many.
        count: usize,
    },
    /// Posts that the source marks as spam.
    #[error("{} marked as spam and left out.", counted(*count, "post is", "posts are"))]
    Spam {
        /// How many.
        count: usize,
    },
    /// Posts that the source has and the file does not.
    #[error("{} not in this file, which says so itself.", counted(*count, "post is", "posts are"))]
    Elsewhere {
        /// How many, as far as the file says.
        count: usize,
    },
    /// Posts whose parent is not in the file; they stand as if they answered the article.
    #[error("{} a post that is not in this file.", counted(*count, "post answers", "posts answer"))]
    Orphans {
        /// How many.
        count: usize,
    },
    /// Posts that the file has twice.
    #[error("{} in this twice and shown once.", counted(*count, "post is", "posts are"))]
    Twice {
        /// How many.
        count: usize,
    },
    /// Nothing behind this place can be read.
    #[error("The file breaks off or is damaged at byte {position}; what stands before is shown.")]
    CutOff {
        /// The byte, from 0, in the text as UTF-8.
        position: usize,
    },
    /// Paragraphs of which the file says that they are where there is no such text.
    #[error("{} not in the text and left out.", counted(*count, "paragraph is", "paragraphs are"))]
    LostParagraphs {
        /// How many.
        count: usize,
    },
    /// More than can be shown.
    #[error("Only the first {limit} {what} are shown; {count} more are left out.")]
    TooMany {
        /// What there is too much of: `posts`, `discussions`, `files`.
        what: Many,
        /// How many are left out.
        count: usize,
        /// How many are shown at most.
        limit: usize,
    },
    /// Only one discussion was asked for.
    #[error("There {} in this; the first with most posts is shown.", counted_more(*count))]
    OtherDiscussions {
        /// How many are not shown.
        count: usize,
    },
    /// A file among several that cannot be opened.
    #[error("\u{201c}{name}\u{201d} was left out: {why}")]
    File {
        /// Its name.
        name: String,
        /// Why.
        why: ImportError,
    },
}

/// What there can be too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Many {
    /// Posts of one discussion.
    Posts,
    /// Discussions.
    Discussions,
    /// Files of an archive.
    Files,
}

impl std::fmt::Display for Many {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Posts => "posts",
            Self::Discussions => "discussions",
            Self::Files => "files",
        })
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn counted_more(count: usize) -> String {
    if count == 1 {
        "is 1 more discussion".to_owned()
    } else {
        format!("are {count} more discussions")
    }
}

/// Counts what becomes a note.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    pub(super) broken: usize,
    pub(super) first_broken: usize,
    pub(super) empty: usize,
    pub(super) deleted: usize,
    pub(super) spam: usize,
    pub(super) elsewhere: usize,
    pub(super) orphans: usize,
    pub(super) twice: usize,
    pub(super) too_many_posts: usize,
}

impl Counts {
    /// Counts a broken record with its number.
    pub(super) fn broken(&mut self, number: usize) {
        if self.broken == 0 {
            self.first_broken = number;
        }
        self.broken += 1;
    }

    /// The notes, without those that count nothing.
    pub(super) fn notes(&self, post_limit: usize) -> Vec<ImportNote> {
        let mut notes = Vec::new();
        let mut note = |count: usize, note: fn(usize) -> ImportNote| {
            if count > 0 {
                notes.push(note(count));
            }
        };
        note(self.empty, |count| ImportNote::Empty { count });
        note(self.deleted, |count| ImportNote::Deleted { count });
        note(self.spam, |count| ImportNote::Spam { count });
        note(self.elsewhere, |count| ImportNote::Elsewhere { count });
        note(self.orphans, |count| ImportNote::Orphans { count });
        note(self.twice, |count| ImportNote::Twice { count });
        if self.broken > 0 {
            notes.insert(0, ImportNote::Broken { count: self.broken, first: self.first_broken });
        }
        if self.too_many_posts > 0 {
            let (count, limit) = (self.too_many_posts, post_limit);
            notes.push(ImportNote::TooMany { what: Many::Posts, count, limit });
        }
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_sentences() {
        for (note, sentence) in [
            (
                ImportNote::Broken { count: 1, first: 3 },
                "1 record is broken and left out; the first is number 3.",
            ),
            (ImportNote::Empty { count: 2 }, "2 posts have no text and are left out."),
            (
                ImportNote::TooMany { what: Many::Posts, count: 5, limit: 9 },
                "Only the first 9 posts are shown; 5 more are left out.",
            ),
        ] {
            assert_eq!(note.to_string(), sentence);
        }
    }
}
