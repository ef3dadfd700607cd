//! Whether a file is plain text. This is all that the page's worker knows of other formats; it must
//! stay small, and may take a plain text for something else, but never the other way round.

use super::{Format, archive, columns, decode, front};

/// The signs that part the columns of tables.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// Endings of files that are tables.
const TABLES: [&str; 3] = ["csv", "tsv", "tab"];

/// Whether [`super::import_plain`] reads these bytes as [`super::import`] does: no markup, no table,
/// no data of a program. What is no text at all counts as plain, too; either says so.
#[must_use]
pub fn is_plain(bytes: &[u8], name: Option<&str>) -> bool {
    if archive::begins(bytes) {
        return false;
    }
    let Ok(text) = decode::decode(bytes) else { return true };
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    if ending.is_some_and(|ending| TABLES.iter().any(|known| ending.eq_ignore_ascii_case(known))) {
        return false;
    }
    let start = text.trim_start();
    let second = start.get(1..).unwrap_or("").trim_start().chars().next();
    let data = match start.chars().next() {
        Some('{') => true,
        Some('[') => second.is_some_and(|c| matches!(c, '{' | '[' | ']' | '"')),
        Some('<') => second.is_some_and(|c| c.is_alphabetic() || matches!(c, '?' | '!')),
        _ => names_columns(&text),
    };
    if data {
        return false;
    }
    let (front, body) = front::split(&text);
    matches!(Format::of(body, &front, name), Format::Plain)
}

/// Whether the first line could name the columns of a table of posts.
fn names_columns(text: &str) -> bool {
    let first = text.trim_start_matches('\u{feff}').trim_start().lines().next().unwrap_or("");
    first.contains(DELIMITERS) && first.split(DELIMITERS).any(columns::names_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_texts() {
        for text in [
            "It rained, they said.",
            "[Update] It rained.",
            "<3 this town",
            "Comments, please\n\nNo.",
            "\u{feff}It rained.",
            "",
        ] {
            assert!(is_plain(text.as_bytes(), None), "{text}");
        }
        assert!(is_plain(b"\x89PNG\r\n\x1A\n\0", Some("a.png")), "no text, whoever reads it");
        assert!(is_plain(b"# No. 1\n\nIt rained.", Some("a.txt")));
    }

    #[test]
    fn other_formats() {
        for (text, name) in [
            ("{\"kind\": \"Listing\"}", None),
            (" [ {\"body\": \"x\"}]", None),
            ("<?xml version=\"1.0\"?><rss/>", None),
            ("<p>It rained.</p>", None),
            ("author;Comment Text\nann;No.", None),
            ("x,y\n1,2", Some("a.CSV")),
            ("# It rained\n\n[Who](http://x.example)?", None),
            ("It rained.", Some("a.md")),
            ("---\ntitle: Rain\n---\nIt rained.", None),
            ("PK\u{3}\u{4}", None),
        ] {
            assert!(!is_plain(text.as_bytes(), name), "{text}");
        }
    }
}
