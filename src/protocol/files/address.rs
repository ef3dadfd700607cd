//! A text at an address elsewhere: what of an answer is taken, and why nothing is.

use discussion::import::MAX_BYTES;
use reading::link::address::host;
use thiserror::Error;

/// The most bytes that are taken.
pub const MOST: usize = MAX_BYTES;
/// How long an answer may take as a whole, in milliseconds.
pub const PATIENCE: u32 = 20_000;
/// The most of what a site calls its text that is shown, in characters.
const MAX_KIND: usize = 60;

/// Why no text came, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unfetched {
    /// No answer, or one that this page may not see.
    #[error(
        "Nothing came from {0}: there is no connection, or the site does not let other pages read \
         it. Save the text there as a file, and open that."
    )]
    Unreachable(String),
    /// It took too long.
    #[error("{0} took longer than {seconds} seconds; the text was not opened.", seconds = PATIENCE / 1000)]
    Late(String),
    /// The answer is another address.
    #[error(
        "The text is no longer at this address: {0} sends on to another one, which you were not \
         asked about."
    )]
    Moved(String),
    /// The answer is no success.
    #[error("{0} answered with the number {1} and no text.")]
    Status(String, u16),
    /// What the site says it is cannot be a text.
    #[error("What {0} has there is no text but \u{201c}{1}\u{201d}; it was not opened.")]
    Kind(String, String),
    /// Too much of it.
    #[error("The text at {0} has more than {most} MB and was not opened.", most = MOST >> 20)]
    TooLarge(String),
}

/// What an answer says before its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Whether it sends on to another address.
    pub moved: bool,
    /// What it says the text is (`Content-Type`).
    pub kind: Option<String>,
    /// How long it says the text is, in bytes (`Content-Length`).
    pub length: Option<u64>,
}

/// Whether the text of an answer is to be taken.
///
/// # Errors
/// Where it is none, or none that can be opened.
pub fn accept(asked: &str, answer: &Answer) -> Result<(), Unfetched> {
    let host = || host(asked).to_owned();
    if answer.moved {
        return Err(Unfetched::Moved(host()));
    }
    if !(200..300).contains(&answer.status) {
        return Err(Unfetched::Status(host(), answer.status));
    }
    let kind = answer.kind.as_deref().unwrap_or_default();
    if !is_text(kind) {
        let shown = kind.chars().filter(|c| !c.is_control()).take(MAX_KIND).collect();
        return Err(Unfetched::Kind(host(), shown));
    }
    if answer.length.is_some_and(|length| length > MOST as u64) {
        return Err(Unfetched::TooLarge(host()));
    }
    Ok(())
}

/// Whether a media type can be that of something that is opened here: text, JSON, XML, an archive.
fn is_text(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or(kind).trim().to_ascii_lowercase();
    let Some((family, name)) = kind.split_once('/') else { return false };
    match family {
        "text" => true,
        "application" => {
            let known = ["json", "jsonl", "ndjson", "xml", "xhtml+xml", "zip", "csv", "markdown"];
            let name = name.strip_prefix("x-").unwrap_or(name);
            known.contains(&name) || name.ends_with("+json") || name.ends_with("+xml")
        }
        _ => false,
    }
}

/// The name of the file at an address: its last part.
#[must_use]
pub fn file_name(asked: &str) -> Option<String> {
    let path = asked.split('?').next().unwrap_or(asked);
    let (_, last) = path.get("https://".len()..)?.rsplit_once('/')?;
    // Escapes would only be in the way of reading it.
    (!last.is_empty() && !last.contains('%')).then(|| last.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://a.example/talks.md?x=1";

    fn answer(status: u16, kind: &str) -> Answer {
        Answer { status, kind: Some(kind.to_owned()), ..Answer::default() }
    }

    #[test]
    fn texts_are_taken() {
        for kind in [
            "text/plain",
            "Text/HTML; charset=utf-8",
            "application/json",
            "application/atom+xml",
            "application/x-ndjson",
            "application/zip",
        ] {
            assert_eq!(accept(PAGE, &answer(200, kind)), Ok(()), "{kind}");
        }
    }

    #[test]
    fn everything_else_gets_a_sentence_with_the_host() {
        let long = Answer { length: Some(MOST as u64 + 1), ..answer(200, "text/plain") };
        let moved = Answer { moved: true, ..Answer::default() };
        let all = [
            answer(404, "text/html"),
            answer(200, "image/png"),
            answer(200, "application/octet-stream"),
            answer(200, ""),
            Answer { status: 200, ..Answer::default() },
            long,
            moved,
        ];
        for answer in all {
            let sentence = accept(PAGE, &answer).unwrap_err().to_string();
            assert!(sentence.contains("a.example") && sentence.ends_with('.'), "{sentence}");
        }
    }

    #[test]
    fn a_file_has_the_name_at_the_end_of_its_address() {
        assert_eq!(file_name(PAGE).as_deref(), Some("talks.md"));
        for none in ["https://a.example", "https://a.example/", "https://a.example/%2e"] {
            assert_eq!(file_name(none), None, "{none}");
        }
    }
}
