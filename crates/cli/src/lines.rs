//! `--jsonl`: one discussion a line in, one analysis a line out, in the same order.
//!
//! Only one line is held at a time. A line that gives no discussion is told on standard error with
//! its number and has no line in the output; empty lines are passed over.

use std::{
    io::{self, BufRead, IsTerminal as _, Read as _, Write},
    time::{Duration, Instant},
};

use discussion::import::{MAX_FILE_BYTES, line::import_line};
use reading::{Reading, export::Options};

use crate::{format::Format, models::Loaded};

/// How often a person is told how far it is.
const PROGRESS: Duration = Duration::from_millis(250);

/// How many lines were read, and how many of them gave nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) read: u64,
    pub(crate) broken: u64,
}

/// Reads all lines of an input.
pub(crate) fn run(
    name: &str,
    input: &mut impl BufRead,
    format: Format,
    models: &Loaded,
    output: &mut impl Write,
) -> io::Result<Count> {
    let mut progress = Progress::new();
    let mut count = Count::default();
    let mut line = Vec::new();
    let mut number = 0_u64;
    loop {
        let found = next_line(input, &mut line)?;
        if found == Found::End {
            break;
        }
        number += 1;
        let why = match (found, std::str::from_utf8(&line)) {
            (Found::TooLong, _) => {
                format!("The line is longer than {MAX_FILE_BYTES} bytes.")
            }
            (_, Err(error)) => {
                format!("This is not UTF-8 (from byte {} of the line on).", error.valid_up_to())
            }
            (_, Ok(text)) if text.trim_start_matches('\u{feff}').trim().is_empty() => continue,
            (_, Ok(text)) => match import_line(text.trim_start_matches('\u{feff}')) {
                Ok((discussion, notes)) => {
                    for note in notes {
                        progress.clear();
                        eprintln!("stancelight: {name}: line {number}: {note}");
                    }
                    match models.analyze(&discussion) {
                        Ok(analysis) => {
                            let words = reading::words::Lowercase::STANDARD;
                            let reading = Reading::new(discussion, analysis, words);
                            format.write(&reading, &Options::default(), output)?;
                            // Whoever reads the other end need not wait for what is still to come.
                            output.flush()?;
                            String::new()
                        }
                        Err(error) => error.to_string(),
                    }
                }
                Err(error) => error.to_string(),
            },
        };
        count.read += 1;
        if !why.is_empty() {
            count.broken += 1;
            progress.clear();
            eprintln!("stancelight: {name}: line {number}: {why}");
        }
        progress.show(count);
    }
    progress.clear();
    Ok(count)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Line,
    TooLong,
    End,
}

/// The next line without its end; of one that is too long no more than its start is held.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Found> {
    // A long line must not keep its memory for the short ones behind it.
    line.clear();
    line.shrink_to(1 << 20);
    let limit = MAX_FILE_BYTES as u64 + 2;
    if input.by_ref().take(limit).read_until(b'\n', line)? == 0 {
        return Ok(Found::End);
    }
    if line.pop_if(|byte| *byte == b'\n').is_none() && line.len() as u64 == limit {
        line.clear();
        input.skip_until(b'\n')?;
        return Ok(Found::TooLong);
    }
    Ok(Found::Line)
}

/// A line that says how far it is, where a person looks on and nothing else is shown.
struct Progress {
    on: bool,
    shown: bool,
    last: Instant,
}

impl Progress {
    fn new() -> Self {
        let on = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { on, shown: false, last: Instant::now() }
    }

    fn show(&mut self, count: Count) {
        if self.on && self.last.elapsed() >= PROGRESS {
            self.last = Instant::now();
            self.shown = true;
            eprint!("\r{} lines read, {} broken", count.read, count.broken);
        }
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            eprint!("\r\u{1b}[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_their_ends() {
        let mut input = &b"one\n\ntwo\r\nthree"[..];
        let mut line = Vec::new();
        let mut found = Vec::new();
        while next_line(&mut input, &mut line).unwrap() != Found::End {
            found.push(String::from_utf8(line.clone()).unwrap());
        }
        assert_eq!(found, ["one", "", "two\r", "three"]);
    }

    #[test]
    fn a_line_without_end_is_not_held() {
        let mut input = io::BufReader::new(io::repeat(b'x').take(MAX_FILE_BYTES as u64 * 2));
        let mut line = Vec::new();
        assert_eq!(next_line(&mut input, &mut line).unwrap(), Found::TooLong);
        assert!(line.is_empty());
        assert_eq!(next_line(&mut input, &mut line).unwrap(), Found::End);
    }
}
