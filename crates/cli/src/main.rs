//! `stancelight`: the same reading in a terminal.
//!
//! Exit codes: 0 where everything was read, 1 where a text could not be, 2 where the command line
//! is not understood, 3 where the models are missing or damaged.

mod analyze;
mod folder;
mod format;
mod lines;
mod models;
mod page;
mod shown;
mod text;

use std::{
    io::{self, BufWriter, ErrorKind, Write},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

/// Shows who is talked about in a discussion, and who stands where on them.
#[derive(Parser)]
#[command(name = "stancelight", version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read texts and print what is found in them.
    #[command(after_help = analyze::AFTER_HELP)]
    Analyze(analyze::Options),
}

fn main() -> ExitCode {
    let Command::Analyze(options) = CommandLine::parse().command;
    let mut output = BufWriter::new(io::stdout().lock());
    let result = analyze::run(&options, &mut output);
    match result.and_then(|code| output.flush().map(|()| code).map_err(Into::into)) {
        Ok(code) => code,
        // Whoever reads the output has seen enough.
        Err(analyze::Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("stancelight: {failure}");
            failure.code()
        }
    }
}
