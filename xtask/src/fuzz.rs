//! `cargo xtask fuzz`: looks for texts that break a promise, with libFuzzer.
//!
//! The layout of `fuzz/` is cargo-fuzz's, which works there, too; it asks for a nightly compiler.
//! Here the compiler that is pinned instruments the code by LLVM's own pass.

use std::fs;

use anyhow::Result;

use crate::workspace::{command, root, run};

/// The targets, each with the folder or file where its search begins.
const TARGETS: [(&str, &str); 2] = [
    ("bytes_to_entities", "crates/engine/tests/entities"),
    ("link_to_reading", "fuzz/seeds/link_to_reading"),
];

/// What makes LLVM count which branches were taken, for libFuzzer.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
                     -Cllvm-args=-sanitizer-coverage-pc-table --cfg fuzzing -Ccodegen-units=1";

/// Builds the targets and runs each for so many seconds. What breaks a promise is kept in
/// `fuzz/artifacts`, what reaches new code in `fuzz/corpus`.
pub(crate) fn fuzz(seconds: u32) -> Result<()> {
    TARGETS.iter().try_for_each(|(target, seeds)| run_target(target, seeds, seconds))
}

fn run_target(target: &str, seeds: &str, seconds: u32) -> Result<()> {
    let folder = root().join("fuzz");
    let (corpus, artifacts) =
        (folder.join("corpus").join(target), folder.join("artifacts").join(target));
    for folder in [&corpus, &artifacts] {
        fs::create_dir_all(folder)?;
    }
    // Named, so that programs which run while building are not instrumented.
    let host = host()?;
    let mut build = command("cargo", ["build", "--release", "--bin", target, "--target", &host]);
    run(build.current_dir(&folder).env("RUSTFLAGS", FLAGS))?;
    let program = folder.join("target").join(&host).join("release").join(target);
    let options = [
        format!("-max_total_time={seconds}"),
        "-max_len=2048".to_owned(),
        "-timeout=10".to_owned(),
        format!("-artifact_prefix={}/", artifacts.display()),
    ];
    let mut program = command(&program.to_string_lossy(), options);
    run(program.arg(&corpus).arg(root().join(seeds)))
}

fn host() -> Result<String> {
    let said = crate::workspace::output(&mut command("rustc", ["-vV"]))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| anyhow::anyhow!("rustc does not say its host"))
}
