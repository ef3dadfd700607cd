//! `cargo xtask bench`: how fast a text is read, beside others, in the same browser, and how fast
//! the page shows it. Tables and never a verdict: a slow machine must not make anything fail.

use std::{
    env::{self, consts::EXE_SUFFIX},
    fs,
    path::Path,
    process::Command,
};

use anyhow::Result;

use crate::{
    build,
    test::{browser, chromium},
    tools::{self, WASM},
    workspace::{command, root, run},
};

/// Builds what is measured with the page's profile, and measures: the engines unless only the page
/// is asked for, then the page.
///
/// # Errors
/// Where something cannot be built or installed, or what is measured does not run.
pub(crate) fn bench(only_page: bool) -> Result<()> {
    build::build(&build::Options::default())?;
    let tools = tools::install()?;
    let scripts = root().join("xtask/bench/browser");
    browser::install_node()?;
    // The browser is driven as by the tests.
    for folder in [&root().join("tests"), &scripts] {
        browser::install_packages(folder)?;
    }
    let build = ["build", "--locked", "--release", "--package", "bench"];
    run(command("cargo", build).arg("--bins"))?;
    let target = root().join("target");
    let folder = target.join("bench");
    let site = folder.join("site");
    for needed in [folder.join("texts"), site.clone()] {
        fs::create_dir_all(needed)?;
    }
    let native = target.join("release").join(format!("bench{EXE_SUFFIX}"));
    run(Command::new(&native).arg("texts").arg(folder.join("texts")))?;
    println!("Measuring; this takes some minutes.");
    if only_page {
        return measure(&scripts.join("page.mjs"), &folder, &native);
    }
    run(command("cargo", build).args(["--lib", "--target", WASM]))?;
    let program = target.join(WASM).join("release/bench.wasm");
    let bindgen = ["--target", "web", "--no-typescript", "--out-name", "bench", "--out-dir"];
    run(tools.wasm_bindgen(&bindgen).arg(site.join("ours")).arg(program))?;
    // The models as the page has them.
    let bundle = ["run", "--quiet", "--locked", "--package", "bundle", "--"];
    run(command("cargo", bundle).arg(&site).arg("models"))?;
    copy_files(&folder.join("texts"), &site.join("texts"))?;
    measure(&scripts.join("measure.mjs"), &folder, &native)?;
    measure(&scripts.join("page.mjs"), &folder, &native)
}

fn measure(script: &Path, folder: &Path, native: &Path) -> Result<()> {
    let mut node = Command::new("node");
    run(node
        .arg(script)
        .arg(folder)
        .env("NATIVE", native)
        // The page is served with this very program.
        .env("XTASK", env::current_exe()?)
        .env(chromium::VARIABLE, chromium::find_or_install()?))
}

fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
