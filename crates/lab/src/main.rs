//! Training and evaluation: native only, never in the page.

mod corpus;
mod data;
mod evaluate;
mod given;
mod joins;
mod lexicons;
mod lists;
mod metrics;
mod passage;
mod train;
mod vader;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser};

fn main() -> ExitCode {
    match run(Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lab: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// One command, one module.
fn run(mut arguments: Parser) -> Result<()> {
    match arguments.next()? {
        Some(Arg::Value(command)) => match command.to_str() {
            Some("corpus") => corpus::command(arguments),
            Some("evaluate") => evaluate::command(arguments),
            Some("lexicons") => lexicons::command(arguments),
            Some("lists") => lists::command(arguments),
            Some("train") => train::command(arguments),
            _ => bail!("there is no command {}; {USAGE}", command.display()),
        },
        _ => bail!(USAGE),
    }
}

const USAGE: &str = "say `lab evaluate TASK --data FILE…` or `lab evaluate all`";
