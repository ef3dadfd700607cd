//! `stancelight analyze`: from files to readings, and out in the format asked for.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use discussion::{
    Discussion, Import, ImportError, ParagraphId,
    import::{MAX_FILE_BYTES, columns::Columns, import_all, import_columns},
};
use reading::export::{self, Drawn};
use thiserror::Error;

use crate::{
    folder::Folder,
    format::Format,
    lines,
    models::{self, Loaded, ModelsFailure, Tier},
    page::{Page, PageFailure},
    shown::Shown,
};

pub(crate) const AFTER_HELP: &str = "\
The models are looked for in the folder given with --models; else in the one that
the environment variable STANCELIGHT_MODELS names; else in models/ beside the
program, in ../share/stancelight/models from there, and in the sources that the
program was built from.

The page, of which --format page makes one file, is looked for in the same way:
--page, STANCELIGHT_PAGE, page/ and ../share/stancelight/page, and dist/ of the
sources.

Exit codes: 0 everything was read; 1 a text or a line could not be read (the
others are); 2 the command line is not understood; 3 the models or the page are
missing or damaged.";

/// What to read, and how to print it.
#[derive(Args)]
pub(crate) struct Options {
    /// Files to read; `-` is standard input, which --jsonl reads where no file is named.
    #[arg(required_unless_present = "jsonl", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What is written; text, and with --jsonl json, where this is not given.
    #[arg(long, value_enum, value_name = "NAME")]
    format: Option<Format>,
    /// Write files of their own into this folder, named after those that are read.
    #[arg(long, short, value_name = "FOLDER", conflicts_with = "jsonl")]
    output: Option<PathBuf>,
    /// The input has one discussion a line: a JSON string, an object with a text under `text`, or
    /// Stancelight JSON. Each gives one line of output, in the same order.
    #[arg(long, conflicts_with_all = ["all", "border", "columns", "pretty", "title", "view"])]
    jsonl: bool,
    /// Write every discussion of a file that holds several (a feed, a table, an archive), not only
    /// the one with most posts.
    #[arg(long, conflicts_with_all = ["border", "title"])]
    all: bool,
    /// What the columns of a table, or the keys of JSON objects, hold, where their names do not say
    /// it: text=NAME, and author, time, title, id, parent, thread and link. A number is a column
    /// counted from 1, a name with points leads into objects.
    #[arg(long, value_name = "ROLE=NAME,…")]
    columns: Option<Columns>,
    /// With --format json: indent it.
    #[arg(long)]
    pretty: bool,
    /// In drawings: how many entities at most (10 in the matrix, 20 in the network).
    #[arg(long, value_name = "N")]
    entities: Option<usize>,
    /// In the drawing of the matrix: how many holders at most.
    #[arg(long, value_name = "N", default_value_t = Drawn::default().rows)]
    holders: usize,
    /// The first paragraph of the comments, from 2, or `none` where all is article; else the border
    /// is looked for.
    #[arg(long, value_name = "N|none", value_parser = border)]
    border: Option<Border>,
    /// What a link shows: its border, the corrections that it carries, and of the opinions, stances
    /// and mentions only those in the paragraphs that its filter shows. The text stays whole, so that
    /// places stay right. A page starts from the link.
    #[arg(long, value_name = "LINK")]
    view: Option<String>,
    /// With --format page: the folder that holds the built page.
    #[arg(long, value_name = "FOLDER")]
    page: Option<PathBuf>,
    /// What the discussion is called.
    #[arg(long)]
    title: Option<String>,
    /// The folder that holds the models.
    #[arg(long, value_name = "FOLDER")]
    models: Option<PathBuf>,
    /// Who reads.
    #[arg(long, value_enum, value_name = "NAME", default_value_t)]
    tier: Tier,
    /// The file that the deep tier reads with; else deep.bin in the folder of the models.
    #[arg(long, value_name = "FILE")]
    deep_model: Option<PathBuf>,
}

impl Options {
    /// What is chosen beside the format; the matrix is sorted as the link has it.
    fn written(&self, shown: &Shown) -> export::Options {
        let drawn = Drawn::default();
        let drawn = Drawn {
            columns: self.entities.unwrap_or(drawn.columns),
            nodes: self.entities.unwrap_or(drawn.nodes),
            rows: self.holders,
            ..shown.sorted(drawn)
        };
        export::Options { pretty: self.pretty, drawn }
    }
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
    /// Options that do not go together.
    #[error("{0}")]
    Usage(&'static str),
    /// The models cannot be used.
    #[error(transparent)]
    Models(#[from] ModelsFailure),
    /// No page can be made.
    #[error(transparent)]
    Page(#[from] PageFailure),
    /// Nothing can be written.
    #[error("The output cannot be written: {0}.")]
    Output(#[from] io::Error),
}

impl Failure {
    /// The code that the program ends with.
    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Self::Models(_) | Self::Page(_) => ExitCode::from(3),
            Self::Usage(_) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }
}

/// Reads all files and prints what is found. A file that cannot be read is told on standard error
/// and does not keep the others from being read.
pub(crate) fn run(options: &Options, output: &mut impl Write) -> Result<ExitCode, Failure> {
    let default = if options.jsonl { Format::Json } else { Format::Text };
    let format = options.format.unwrap_or(default);
    if options.jsonl && !format.is_of_lines() {
        return Err(Failure::Usage(
            "--jsonl writes a format of lines: json, web-annotation, aws or displacy.",
        ));
    }
    if options.output.is_none() && !format.is_stream() {
        return Err(Failure::Usage(
            "brat, drawings and pages are files of their own: name a folder with --output.",
        ));
    }
    let models =
        models::load(options.models.as_deref(), options.tier, options.deep_model.as_deref())?;
    if options.jsonl {
        return read_lines(options, format, &models, output);
    }
    let shown = options.view.as_deref().map(Shown::of).unwrap_or_default();
    let page = (format == Format::Page).then(|| Page::find(options.page.as_deref())).transpose()?;
    let mut folder =
        options.output.as_deref().map(|path| Folder::open(path, format)).transpose()?;
    let written = options.written(&shown);
    let mut code = ExitCode::SUCCESS;
    let mut first = true;
    if folder.is_none() {
        output.write_all(format.head().as_bytes())?;
    }
    for file in &options.files {
        let discussions = match open(file, options) {
            Ok(discussions) => discussions,
            Err(failure) => {
                eprintln!("stancelight: {failure}");
                code = failure.code();
                continue;
            }
        };
        for discussion in discussions {
            if let (Some(page), Some(folder)) = (&page, &mut folder) {
                let content = page.with(&discussion, &shown)?;
                folder.write(file, &[crate::format::File { ending: "html", content }])?;
                continue;
            }
            let discussion = shown.with_border(discussion);
            let analysis = match models.analyze(&discussion) {
                Ok(analysis) => analysis,
                Err(error) => {
                    eprintln!("stancelight: {}: {error}", file.display());
                    code = ExitCode::FAILURE;
                    continue;
                }
            };
            let reading = shown.reading(discussion, analysis, file);
            if let Some(folder) = &mut folder {
                folder.write(file, &format.files(&reading, &written)?)?;
                continue;
            }
            if !std::mem::take(&mut first) {
                output.write_all(format.between().as_bytes())?;
            }
            format.write(&reading, &written, output)?;
        }
    }
    Ok(code)
}

/// The lines of all files, or of standard input where none is named.
fn read_lines(
    options: &Options,
    format: Format,
    models: &Loaded,
    output: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let standard = [PathBuf::from("-")];
    let files = if options.files.is_empty() { &standard[..] } else { &options.files };
    let mut code = ExitCode::SUCCESS;
    for file in files {
        let name = file.display().to_string();
        let count = if file == Path::new("-") {
            lines::run(&name, &mut io::stdin().lock(), format, models, output)
        } else {
            match File::open(file) {
                Ok(file) => lines::run(&name, &mut BufReader::new(file), format, models, output),
                Err(error) => {
                    eprintln!("stancelight: {}", Failure::Unreadable { name, error });
                    code = ExitCode::FAILURE;
                    continue;
                }
            }
        }?;
        if count.broken > 0 {
            let lines = if count.read == 1 { "line" } else { "lines" };
            eprintln!("stancelight: {name}: {} of {} {lines} left out.", count.broken, count.read);
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

/// The discussions of a file that are asked for: never none.
fn open(file: &Path, options: &Options) -> Result<Vec<Discussion>, Failure> {
    let name = file.display().to_string();
    let bytes = match read(file) {
        Ok(bytes) => bytes,
        Err(error) => return Err(Failure::Unreadable { name, error }),
    };
    let import = Import { name: file.file_name().and_then(OsStr::to_str).filter(|n| *n != "-") };
    let opened = match &options.columns {
        Some(columns) => import_columns(&bytes, columns, import),
        None => import_all(&bytes, import),
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) => return Err(Failure::NoText { name, error }),
    };
    let (discussions, notes) = if options.all {
        (opened.discussions, opened.notes)
    } else {
        let (discussion, notes) = opened.longest();
        (vec![discussion], notes)
    };
    notes.iter().for_each(|note| eprintln!("stancelight: {name}: {note}"));
    discussions.into_iter().map(|discussion| adjusted(discussion, options, &name)).collect()
}

/// A discussion with the title and the border that the command line gives.
fn adjusted(
    mut discussion: Discussion,
    options: &Options,
    name: &str,
) -> Result<Discussion, Failure> {
    if let Some(title) = options.title.as_ref().filter(|title| !title.trim().is_empty()) {
        discussion.title.clone_from(title);
    }
    let count = discussion.paragraphs.len();
    match options.border {
        Some(Border::Before(number)) if number as usize > count => {
            Err(Failure::NoSuchParagraph { name: name.to_owned(), number, count })
        }
        Some(Border::Before(number)) => Ok(discussion.with_border(Some(ParagraphId(number - 1)))),
        Some(Border::NoComments) => Ok(discussion.with_border(None)),
        None => Ok(discussion),
    }
}

/// The bytes of a file, or of standard input, which is read no further than shows that it is too
/// large.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
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
