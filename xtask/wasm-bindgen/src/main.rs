//! `wasm-bindgen`, as far as Trunk calls it: half the time to build of the whole command, and its
//! version stands in our lock file. Names of functions are left out of what it writes.

use std::{error::Error, ffi::OsString, path::PathBuf, process::ExitCode};

use lexopt::{Arg, Parser, ValueExt as _};
use wasm_bindgen_cli_support::Bindgen;

struct Call {
    input: PathBuf,
    out_dir: PathBuf,
    out_name: Option<String>,
    target: String,
    typescript: bool,
    keep_debug: bool,
    demangle: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let Some(call) = read(Parser::from_env())? else {
        // Trunk asks for this and takes the second word.
        #[allow(clippy::print_stdout, reason = "the answer to --version")]
        {
            println!("wasm-bindgen {}", wasm_bindgen_shared::version());
        }
        return Ok(());
    };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&call.input)
        .typescript(call.typescript)
        .keep_debug(call.keep_debug)
        .demangle(call.demangle)
        .remove_name_section(!call.keep_debug)
        .remove_producers_section(true);
    match call.target.as_str() {
        "web" => drop(bindgen.web(true)?),
        "no-modules" => drop(bindgen.no_modules(true)?),
        other => return Err(format!("the target {other} is not one that the page needs").into()),
    }
    if let Some(name) = &call.out_name {
        bindgen.out_name(name);
    }
    Ok(bindgen.generate(&call.out_dir)?)
}

/// Nothing where only the version is asked for.
fn read(mut arguments: Parser) -> Result<Option<Call>, lexopt::Error> {
    let (mut input, mut out_dir, mut out_name) = (None, None, None);
    let mut target = "web".to_owned();
    let (mut typescript, mut keep_debug, mut demangle) = (true, false, true);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("version") | Arg::Short('V') => return Ok(None),
            Arg::Long("target") => target = arguments.value()?.string()?,
            Arg::Long("out-dir") => out_dir = Some(arguments.value()?),
            Arg::Long("out-name") => out_name = Some(arguments.value()?.string()?),
            Arg::Long("no-typescript") => typescript = false,
            Arg::Long("keep-debug") => keep_debug = true,
            Arg::Long("no-demangle") => demangle = false,
            // Both follow from what the compiler says in the file.
            Arg::Long("reference-types" | "weak-refs") => {}
            Arg::Value(path) => input = Some(path),
            other => return Err(other.unexpected()),
        }
    }
    let needed = |value: Option<OsString>, name: &str| {
        value.map(PathBuf::from).ok_or_else(|| format!("{name} is missing"))
    };
    Ok(Some(Call {
        input: needed(input, "the wasm file")?,
        out_dir: needed(out_dir, "--out-dir")?,
        out_name,
        target,
        typescript,
        keep_debug,
        demangle,
    }))
}
