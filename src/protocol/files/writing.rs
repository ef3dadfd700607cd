//! Files that go out: from what the worker read and what the page shows to a file to be saved.

use reading::{
    Reading,
    corrections::{Correction, apply},
    export::{Drawn, Format, Options, zip},
    link,
    words::Lowercase,
};
use serde::{Deserialize, Serialize};

use crate::protocol::{self, Reply};

/// The longest name of a file, in characters, without its ending.
const MAX_NAME: usize = 60;

/// A file to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// What was read, as the worker's answer came.
    #[serde(with = "serde_bytes")]
    pub reply: Vec<u8>,
    /// The corrections of the reading that is shown, as lines.
    pub corrections: Vec<String>,
    /// What the page shows, as a link.
    pub view: String,
    /// Whether only what the filter shows is written, and not the whole.
    pub filtered: bool,
    /// The number of the format in [`Format::ALL`].
    pub format: u32,
    /// Whether it becomes a picture.
    pub picture: bool,
    /// How many entities and holders the page draws of the matrix, and entities of the network.
    pub drawn: [u32; 3],
}

/// A file to be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Its name.
    pub name: String,
    /// What is in it.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// The file that is wanted.
///
/// # Errors
/// Where the page is of another version than this program.
pub(super) fn write(wanted: &Wanted) -> Result<Written, String> {
    let other = || "This page and a part of it are of two versions. Reload it.".to_owned();
    let format = *Format::ALL.get(wanted.format as usize).ok_or_else(other)?;
    let Reply { outcome, .. } = protocol::unpack(&wanted.reply).map_err(|_| other())?;
    let outcome = outcome.map_err(|_| other())?;
    let lines = wanted.corrections.iter();
    let corrections: Vec<_> = lines.filter_map(|line| Correction::from_line(line)).collect();
    let corrected = apply(outcome.discussion, outcome.analysis, corrections.iter());
    let mut reading = Reading::corrected(corrected, Lowercase::STANDARD);
    let mut stem = stem(&reading.discussion.title);
    let (view, _) = link::decode(&wanted.view);
    let [columns, rows, nodes] = wanted.drawn.map(|most| most as usize);
    let (sort, sections_only) = (view.sort, view.sections_only);
    let drawn = Drawn { columns, rows, nodes, sort, sections_only };
    let options = Options { pretty: false, drawn };
    if wanted.filtered {
        reading = reading.restricted(&view.filter.apply(&reading));
        stem += "-filtered";
    }
    let mut files: Vec<(String, String)> = format
        .files(&reading, &options)
        .into_iter()
        .map(|file| (format!("{stem}.{}", file.ending), file.content))
        .collect();
    if let Some((name, content)) = format.shared_file() {
        files.push((name.to_owned(), content));
        return Ok(Written { name: format!("{stem}.brat.zip"), bytes: zip(&files) });
    }
    let (name, content) = files.pop().unwrap_or_default();
    Ok(Written { name, bytes: content.into_bytes() })
}

/// A title as the name of a file: letters and digits of any script, with hyphens between.
pub(super) fn stem(title: &str) -> String {
    let mut stem = String::new();
    for letter in title.chars().flat_map(char::to_lowercase).take(MAX_NAME) {
        if letter.is_alphanumeric() {
            stem.push(letter);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { "discussion".to_owned() } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Request, answer};

    const TEXT: &str =
        "The bridge\n\nFrance helps.\n\nComments\n\nI think that Russia is a disgrace.";

    fn wanted(format: u32, view: &str) -> Wanted {
        let request = Request { bytes: TEXT.as_bytes().to_vec(), ..Request::default() };
        let reply = protocol::pack(&answer(&request, &engine::Models::default(), &|_| ())).unwrap();
        let filtered = !view.is_empty();
        Wanted {
            reply,
            corrections: Vec::new(),
            view: view.to_owned(),
            filtered,
            format,
            picture: false,
            drawn: [1, 2, 20],
        }
    }

    #[test]
    fn drawings_are_as_large_as_on_the_page() {
        let format = Format::ALL.iter().position(|format| *format == Format::MatrixSvg).unwrap();
        let drawn = |corrections: &[&str], drawn| {
            let corrections = corrections.iter().map(|line| (*line).to_owned()).collect();
            let wanted = Wanted { corrections, drawn, ..wanted(format as u32, "") };
            String::from_utf8(write(&wanted).unwrap().bytes).unwrap()
        };
        // Without models nobody but Russia is found.
        let mark = ["mark\tFrance\t12\t\t helps.\there\tfrance\tFrance\tplace"];
        assert!(!drawn(&mark, [60, 60, 60]).contains("more"));
        assert!(drawn(&mark, [1, 60, 60]).contains("and 1 more entity that is named less"));
    }

    #[test]
    fn every_format_has_a_file() {
        let mut names = Vec::new();
        for format in 0..Format::ALL.len() as u32 {
            let written = write(&wanted(format, "")).unwrap();
            assert!(!written.bytes.is_empty());
            names.push(written.name);
        }
        assert_eq!(names[0], "the-bridge.stancelight.json");
        assert_eq!(names[4], "the-bridge.brat.zip");
        names.sort();
        names.dedup();
        assert_eq!(names.len(), Format::ALL.len());
        assert!(write(&wanted(99, "")).unwrap_err().ends_with('.'));
    }

    #[test]
    fn the_filter_leaves_the_text_whole() {
        let json = write(&wanted(0, "#/opened?q=disgrace")).unwrap();
        assert_eq!(json.name, "the-bridge-filtered.stancelight.json");
        let json = String::from_utf8(json.bytes).unwrap();
        assert!(json.contains("France helps."));
    }

    #[test]
    fn what_the_reader_corrected_is_written() {
        let mut wanted = wanted(0, "");
        wanted.corrections = vec!["name\trussia\tRussia\tThe Federation".into(), "later".into()];
        let json = String::from_utf8(write(&wanted).unwrap().bytes).unwrap();
        assert!(json.contains("\"name\":\"The Federation\""), "{json}");
    }

    #[test]
    fn names_of_files() {
        for (title, expected) in [
            ("A/B: \u{201c}C\u{201d}?", "a-b-c"),
            ("../..", "discussion"),
            (
                "\u{41f}\u{440}\u{438}\u{432}\u{435}\u{442}",
                "\u{43f}\u{440}\u{438}\u{432}\u{435}\u{442}",
            ),
        ] {
            assert_eq!(stem(title), expected);
        }
    }
}
