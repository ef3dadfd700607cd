//! What the command writes.

use std::io::{self, Write};

use clap::ValueEnum;
use reading::{
    Reading,
    export::{aws, brat, conllu, csv, displacy, json, markdown, web_annotation},
};

use crate::text;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A summary for people.
    Text,
    /// Stancelight JSON, which holds everything and opens again; a line a discussion.
    Json,
    /// Opinions as a table.
    OpinionsCsv,
    /// Stances by paragraph, holder and target as a table.
    StancesCsv,
    /// W3C Web Annotation (JSON-LD); a line a discussion.
    WebAnnotation,
    /// brat's standoff: a text and its annotations; needs --output.
    Brat,
    /// CoNLL-U with entities in its last column.
    Conllu,
    /// The JSON of Amazon Comprehend's targeted sentiment; a line a discussion.
    Aws,
    /// JSON for displaCy and for spaCy's Doc; a line a discussion.
    Displacy,
    /// A report in Markdown.
    Markdown,
}

impl Format {
    /// Whether each discussion is one line of its own.
    pub(crate) fn is_of_lines(self) -> bool {
        matches!(self, Self::Json | Self::WebAnnotation | Self::Aws | Self::Displacy)
    }

    /// Whether it can be written one discussion behind the other.
    pub(crate) fn is_stream(self) -> bool {
        self != Self::Brat
    }

    /// What stands once before the discussions.
    pub(crate) fn head(self) -> String {
        match self {
            Self::OpinionsCsv => csv::opinions_head(),
            Self::StancesCsv => csv::stances_head(),
            _ => String::new(),
        }
    }

    /// What stands between two discussions.
    pub(crate) fn between(self) -> &'static str {
        if matches!(self, Self::Text | Self::Markdown) { "\n" } else { "" }
    }

    /// Writes a discussion.
    pub(crate) fn write(
        self,
        reading: &Reading,
        pretty: bool,
        output: &mut impl Write,
    ) -> io::Result<()> {
        match self {
            Self::Text => text::print(reading, output),
            Self::Json => writeln!(output, "{}", json::to_json(reading, pretty)),
            Self::OpinionsCsv => write!(output, "{}", csv::opinions(reading)),
            Self::StancesCsv => write!(output, "{}", csv::stances(reading)),
            Self::WebAnnotation => writeln!(output, "{}", web_annotation::to_json(reading)),
            Self::Brat => write!(output, "{}", brat::files(reading).annotations),
            Self::Conllu => write!(output, "{}", conllu::to_conllu(reading)),
            Self::Aws => writeln!(output, "{}", aws::to_json(reading)),
            Self::Displacy => writeln!(output, "{}", displacy::to_json(reading)),
            Self::Markdown => write!(output, "{}", markdown::report(reading)),
        }
    }

    /// The files of one discussion in a folder: what each name ends in, and what is in it.
    pub(crate) fn files(self, reading: &Reading, pretty: bool) -> io::Result<Vec<File>> {
        if self == Self::Brat {
            let brat::Brat { text, annotations } = brat::files(reading);
            return Ok(vec![
                File { ending: "txt", content: text.into_bytes() },
                File { ending: "ann", content: annotations.into_bytes() },
            ]);
        }
        let mut content = self.head().into_bytes();
        self.write(reading, pretty, &mut content)?;
        let ending = match self {
            Self::Text => "summary.txt",
            Self::Json => "stancelight.json",
            Self::OpinionsCsv => "opinions.csv",
            Self::StancesCsv => "stances.csv",
            Self::WebAnnotation => "jsonld",
            Self::Brat => "ann",
            Self::Conllu => "conllu",
            Self::Aws => "aws.json",
            Self::Displacy => "displacy.json",
            Self::Markdown => "md",
        };
        Ok(vec![File { ending, content }])
    }

    /// The file that a folder of such files needs once: its name, and what is in it.
    pub(crate) fn shared_file(self) -> Option<(&'static str, String)> {
        (self == Self::Brat).then(|| ("annotation.conf", brat::configuration()))
    }
}

/// A file of one discussion.
pub(crate) struct File {
    /// What its name ends in, without the point.
    pub(crate) ending: &'static str,
    /// What is in it.
    pub(crate) content: Vec<u8>,
}
