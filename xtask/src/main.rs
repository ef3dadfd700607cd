//! The tasks of this project: `cargo xtask help` lists them.

// The tasks talk to the person who calls them.
#![allow(clippy::print_stdout)]

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt as _};

mod bench;
mod build;
mod fuzz;
mod hooks;
mod lighthouse;
mod progress;
mod serve;
mod server;
mod sizes;
mod test;
mod tools;
mod walls;
mod workspace;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve   build the page, serve it on this machine and open it
            --port N          the port (8080, or the next free one)
            --under PATH      the folder that it is served under (/)
            --no-open         do not open a browser
            --no-build        serve what is there already
            --folder PATH     serve this folder instead of dist/
  build   build the page into dist/, ready for any static host and any folder
            --public-url URL  where it will be, if not wherever it is put (./)
  test    check everything: format, lint, walls, licences, unit, build, formats,
          browser, firefox
            --only PART       one of these
  walls   check who may depend on whom and what may stand where
  fuzz    look for texts and links that break a promise
            --seconds N       how long (60)
  bench   measure how fast a text is read, natively and in a browser, beside others, and shown
            --only page       only how fast the page shows it
  lighthouse
          print Lighthouse's scores of the page in dist/, on a phone and on a desktop
  sizes   print the sizes of what is in dist/ and hold them against budget.json
  tools   install what the page is built with, and nothing else
  help    this text
";

fn main() -> ExitCode {
    match run(Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Parser) -> Result<()> {
    let command = match arguments.next()? {
        Some(Arg::Value(command)) => command.string()?,
        Some(Arg::Long("help") | Arg::Short('h')) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "serve" => serve::serve(&serve_options(arguments)?),
        "build" => build::build(&build_options(arguments)?).map(drop),
        "test" => test::test(test_part(arguments)?.as_deref()),
        "walls" => no_more(arguments).and_then(|()| test::test(Some("walls"))),
        "bench" => match test_part(arguments)?.as_deref() {
            None => bench::bench(false),
            Some("page") => bench::bench(true),
            Some(other) => bail!("there is no part `{other}` of the benchmark"),
        },
        "lighthouse" => no_more(arguments).and_then(|()| lighthouse::lighthouse()),
        "fuzz" => fuzz::fuzz(fuzz_seconds(arguments)?),
        "sizes" => no_more(arguments).and_then(|()| sizes::report()),
        "tools" => no_more(arguments).and_then(|()| tools::install().map(drop)),
        "hook" => hooks::run_hook(&arguments.value()?.string()?),
        "help" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command `{other}`; see `cargo xtask help`"),
    }
}

fn serve_options(mut arguments: Parser) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("port") => options.port = Some(arguments.value()?.parse()?),
            Arg::Long("under") => options.under = arguments.value()?.string()?,
            Arg::Long("no-open") => options.open = false,
            Arg::Long("no-build") => options.build = false,
            Arg::Long("folder") => options.folder = arguments.value()?.into(),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn build_options(mut arguments: Parser) -> Result<build::Options> {
    let mut options = build::Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("public-url") => options.public_url = Some(arguments.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn test_part(mut arguments: Parser) -> Result<Option<String>> {
    let mut part = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("only") => part = Some(arguments.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(part)
}

fn fuzz_seconds(mut arguments: Parser) -> Result<u32> {
    let mut seconds = 60;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("seconds") => seconds = arguments.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(seconds)
}

fn no_more(mut arguments: Parser) -> Result<()> {
    match arguments.next()? {
        None => Ok(()),
        Some(other) => Err(other.unexpected().into()),
    }
}
