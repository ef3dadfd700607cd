//! `stancelight analyze`: from files to readings.

use std::{
    ffi::OsStr,
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use discussion::{Import, ImportError, ParagraphId, import::MAX_BYTES};
use engine::Models;
use reading::{Reading, export::json};
use thiserror::Error;

use crate::{
    models::{self, ModelsFailure},
    text,
};

pub(crate) const AFTER_HELP: &str = "\
The models are looked for in the folder given with --models; else in the one that
the environment variable STANCELIGHT_MODELS names; else in models/ beside the
program, in ../share/stancelight/models from there, and in the sources that the
program was built from.

Exit codes: 0 everything was read; 1 a text could not be read (the others are);
2 the command line is not understood; 3 the models are missing or damaged.";

/// What to read, and how to print it.
#[derive(Args)]
pub(crate) struct Options {
    /// Files to read; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What is printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// With --format json: indent it.
    #[arg(long)]
    pretty: bool,
    /// The first paragraph of the comments, from 2, or `none` where all is article; else the border
    /// is looked for.
    #[arg(long, value_name = "N|none", value_parser = border)]
    border: Option<Border>,
    /// What the discussion is called.
    #[arg(long)]
    title: Option<String>,
    /// The folder that holds the models.
    #[arg(long, value_name = "FOLDER")]
    models: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A summary for people.
    Text,
    /// Stancelight JSON; of several files a line each.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Border {
    Before(u32),
    NoComments,
}

/// Reads `--border`.
fn border(value: &str) -> Result<Border, String> {
    match value.parse() {
        _ if value == "none" => Ok(Border::NoComments),
        Ok(number @ 2_u32..) => Ok(Border::Before(number)),
        _ => Err("it is a number from 2 on, or none".to_owned()),
    }
}

/// Why nothing is printed for a file, or nothing at all.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// The file cannot be read.
    #[error("{name}: {error}")]
    Unreadable {
        /// The file.
        name: String,
        /// Why.
        error: io::Error,
    },
    /// There is no text in the file.
    #[error("{name}: {error}")]
    NoText {
        /// The file.
        name: String,
        /// Why.
        error: ImportError,
    },
    /// The border lies behind the end.
    #[error("{name}: The comments cannot begin at paragraph {number}; there are {count}.")]
    NoSuchParagraph {
        /// The file.
        name: String,
        /// The paragraph asked for.
        number: u32,
        /// How many paragraphs there are.
        count: usize,
    },
    /// The models cannot be used.
    #[error(transparent)]
    Models(#[from] ModelsFailure),
    /// Nothing can be written.
    #[error("The output cannot be written: {0}.")]
    Output(#[from] io::Error),
}

impl Failure {
    /// The code that the program ends with.
    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Self::Models(_) => ExitCode::from(3),
            _ => ExitCode::FAILURE,
        }
    }
}

/// Reads all files and prints what is found. A file that cannot be read is told on standard error
/// and does not keep the others from being read.
pub(crate) fn run(options: &Options, output: &mut impl Write) -> Result<ExitCode, Failure> {
    let models = models::load(options.models.as_deref())?;
    let mut code = ExitCode::SUCCESS;
    for (i, file) in options.files.iter().enumerate() {
        let reading = match open(file, options, &models) {
            Ok(reading) => reading,
            Err(failure) => {
                eprintln!("stancelight: {failure}");
                code = failure.code();
                continue;
            }
        };
        match options.format {
            Format::Json => writeln!(output, "{}", json::to_json(&reading, options.pretty))?,
            Format::Text => {
                if i > 0 {
                    writeln!(output)?;
                }
                text::print(&reading, output)?;
            }
        }
    }
    Ok(code)
}

/// One file as a reading.
fn open(file: &Path, options: &Options, models: &Models) -> Result<Reading, Failure> {
    let name = file.display().to_string();
    let bytes = match read(file) {
        Ok(bytes) => bytes,
        Err(error) => return Err(Failure::Unreadable { name, error }),
    };
    let import = Import { name: file.file_name().and_then(OsStr::to_str).filter(|n| *n != "-") };
    let opened = discussion::import::import_all(&bytes, import);
    let mut discussion = match opened.map(discussion::import::Opened::longest) {
        Ok((discussion, notes)) => {
            notes.iter().for_each(|note| eprintln!("stancelight: {name}: {note}"));
            discussion
        }
        Err(error) => return Err(Failure::NoText { name, error }),
    };
    if let Some(title) = options.title.as_ref().filter(|title| !title.trim().is_empty()) {
        discussion.title.clone_from(title);
    }
    let count = discussion.paragraphs.len();
    match options.border {
        Some(Border::Before(number)) if number as usize > count => {
            return Err(Failure::NoSuchParagraph { name, number, count });
        }
        Some(Border::Before(number)) => {
            discussion = discussion.with_border(Some(ParagraphId(number - 1)));
        }
        Some(Border::NoComments) => discussion = discussion.with_border(None),
        None => {}
    }
    let analysis = engine::analyze(&discussion, models);
    Ok(Reading::new(discussion, analysis))
}

/// The bytes of a file, or of standard input, which is read no further than shows that it is too
/// large.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_border() {
        for (value, expected) in [
            ("none", Some(Border::NoComments)),
            ("2", Some(Border::Before(2))),
            ("1", None),
            ("0", None),
            ("-1", None),
            ("", None),
            ("None!", None),
        ] {
            assert_eq!(border(value).ok(), expected, "{value}");
        }
    }
}
