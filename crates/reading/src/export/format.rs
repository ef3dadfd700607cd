//! The formats by name, for the menus of the terminal and of the page.

use super::{
    aws, brat, conllu, csv, displacy, drawing::Drawn, json, markdown, matrix_svg, network_svg,
    web_annotation,
};
use crate::reading::Reading;

/// A format that goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Stancelight JSON, which holds everything and opens again.
    Json,
    /// Opinions as a table.
    OpinionsCsv,
    /// Stances by paragraph, holder and target as a table.
    StancesCsv,
    /// W3C Web Annotation (JSON-LD).
    WebAnnotation,
    /// brat's standoff: a text, its annotations, and what these are called.
    Brat,
    /// CoNLL-U with entities in its last column.
    Conllu,
    /// The JSON of Amazon Comprehend's targeted sentiment.
    Aws,
    /// JSON for displaCy and for spaCy's `Doc`.
    Displacy,
    /// A report in Markdown.
    Markdown,
    /// The matrix as a drawing (SVG).
    MatrixSvg,
    /// The network as a drawing (SVG).
    NetworkSvg,
}

/// What can be chosen beside the format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether Stancelight JSON is indented.
    pub pretty: bool,
    /// How much of matrix and network is drawn.
    pub drawn: Drawn,
}

/// A file of one reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What its name ends in, without the point.
    pub ending: &'static str,
    /// What is in it.
    pub content: String,
}

impl Format {
    /// All formats, in the order of a menu.
    pub const ALL: [Self; 11] = [
        Self::Json,
        Self::OpinionsCsv,
        Self::StancesCsv,
        Self::WebAnnotation,
        Self::Brat,
        Self::Conllu,
        Self::Aws,
        Self::Displacy,
        Self::Markdown,
        Self::MatrixSvg,
        Self::NetworkSvg,
    ];

    /// Whether each discussion is one line of its own.
    #[must_use]
    pub fn is_of_lines(self) -> bool {
        matches!(self, Self::Json | Self::WebAnnotation | Self::Aws | Self::Displacy)
    }

    /// What stands once before the discussions.
    #[must_use]
    pub fn head(self) -> String {
        match self {
            Self::OpinionsCsv => csv::opinions_head(),
            Self::StancesCsv => csv::stances_head(),
            _ => String::new(),
        }
    }

    /// A discussion without the head; of brat the annotations alone.
    #[must_use]
    pub fn body(self, reading: &Reading, options: &Options) -> String {
        let mut body = match self {
            Self::Json => json::to_json(reading, options.pretty),
            Self::OpinionsCsv => csv::opinions(reading),
            Self::StancesCsv => csv::stances(reading),
            Self::WebAnnotation => web_annotation::to_json(reading),
            Self::Brat => brat::files(reading).annotations,
            Self::Conllu => conllu::to_conllu(reading),
            Self::Aws => aws::to_json(reading),
            Self::Displacy => displacy::to_json(reading),
            Self::Markdown => markdown::report(reading),
            Self::MatrixSvg => matrix_svg::matrix(reading, &options.drawn),
            Self::NetworkSvg => network_svg::network(reading, &options.drawn),
        };
        if self.is_of_lines() {
            body.push('\n');
        }
        body
    }

    /// The files of one discussion.
    #[must_use]
    pub fn files(self, reading: &Reading, options: &Options) -> Vec<File> {
        if self == Self::Brat {
            let brat::Brat { text, annotations } = brat::files(reading);
            return vec![
                File { ending: "txt", content: text },
                File { ending: "ann", content: annotations },
            ];
        }
        let content = self.head() + &self.body(reading, options);
        let ending = match self {
            Self::Json => "stancelight.json",
            Self::OpinionsCsv => "opinions.csv",
            Self::StancesCsv => "stances.csv",
            Self::WebAnnotation => "jsonld",
            Self::Brat => "ann",
            Self::Conllu => "conllu",
            Self::Aws => "aws.json",
            Self::Displacy => "displacy.json",
            Self::Markdown => "md",
            Self::MatrixSvg => "matrix.svg",
            Self::NetworkSvg => "network.svg",
        };
        vec![File { ending, content }]
    }

    /// The file that a folder of such files needs once: its name, and what is in it.
    #[must_use]
    pub fn shared_file(self) -> Option<(&'static str, String)> {
        (self == Self::Brat).then(|| ("annotation.conf", brat::configuration()))
    }
}
