//! What the command writes.

use std::io::{self, Write};

use clap::ValueEnum;
use reading::{
    Reading,
    export::{self, Options},
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
    /// Who judges whom, as a drawing (SVG); needs --output.
    MatrixSvg,
    /// Who is for or against whom, as a drawing (SVG); needs --output.
    NetworkSvg,
    /// The page as one file: viewer, text, corrections and view (HTML); needs --output.
    Page,
}

impl Format {
    /// The format, where it is not the terminal's own.
    fn exported(self) -> Option<export::Format> {
        Some(match self {
            Self::Text | Self::Page => return None,
            Self::Json => export::Format::Json,
            Self::OpinionsCsv => export::Format::OpinionsCsv,
            Self::StancesCsv => export::Format::StancesCsv,
            Self::WebAnnotation => export::Format::WebAnnotation,
            Self::Brat => export::Format::Brat,
            Self::Conllu => export::Format::Conllu,
            Self::Aws => export::Format::Aws,
            Self::Displacy => export::Format::Displacy,
            Self::Markdown => export::Format::Markdown,
            Self::MatrixSvg => export::Format::MatrixSvg,
            Self::NetworkSvg => export::Format::NetworkSvg,
        })
    }

    /// Whether each discussion is one line of its own.
    pub(crate) fn is_of_lines(self) -> bool {
        self.exported().is_some_and(export::Format::is_of_lines)
    }

    /// Whether it can be written one discussion behind the other.
    pub(crate) fn is_stream(self) -> bool {
        !matches!(self, Self::Brat | Self::MatrixSvg | Self::NetworkSvg | Self::Page)
    }

    /// What stands once before the discussions.
    pub(crate) fn head(self) -> String {
        self.exported().map(export::Format::head).unwrap_or_default()
    }

    /// What stands between two discussions.
    pub(crate) fn between(self) -> &'static str {
        if matches!(self, Self::Text | Self::Markdown) { "\n" } else { "" }
    }

    /// Writes a discussion.
    pub(crate) fn write(
        self,
        reading: &Reading,
        options: &Options,
        output: &mut impl Write,
    ) -> io::Result<()> {
        match self.exported() {
            None => text::print(reading, output),
            Some(format) => output.write_all(format.body(reading, options).as_bytes()),
        }
    }

    /// The files of one discussion in a folder: what each name ends in, and what is in it.
    pub(crate) fn files(self, reading: &Reading, options: &Options) -> io::Result<Vec<File>> {
        let Some(format) = self.exported() else {
            let mut content = Vec::new();
            text::print(reading, &mut content)?;
            return Ok(vec![File { ending: "summary.txt", content }]);
        };
        let files = format.files(reading, options).into_iter();
        let file =
            |file: export::File| File { ending: file.ending, content: file.content.into_bytes() };
        Ok(files.map(file).collect())
    }

    /// The file that a folder of such files needs once: its name, and what is in it.
    pub(crate) fn shared_file(self) -> Option<(&'static str, String)> {
        self.exported()?.shared_file()
    }
}

/// A file of one discussion.
pub(crate) struct File {
    /// What its name ends in, without the point.
    pub(crate) ending: &'static str,
    /// What is in it.
    pub(crate) content: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_knows_every_format_that_goes_out() {
        for format in export::Format::ALL {
            let known = Format::value_variants().iter().filter(|f| f.exported() == Some(format));
            assert_eq!(known.count(), 1, "{format:?}");
        }
    }
}
