//! What the page is built with: the wasm target, Trunk and wasm-bindgen's command. Missing ones
//! are built from the package registry, once for each version and user, outside the clone.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context as _, Result, bail};
use etcetera::BaseStrategy as _;

mod rustup;
mod trunk;
mod wasm_bindgen;

use crate::{
    progress::{self, Job},
    workspace::{command, output, run},
};

pub(crate) use rustup::{WASM, install_components, install_target};

/// A command that can be built from source.
struct Tool {
    /// The command's name, without the ending that some systems want.
    name: &'static str,
    /// The version that is needed.
    version: String,
    /// Tells builds of the same version apart; empty where there is only one.
    variant: String,
}

impl Tool {
    fn folder(&self, cache: &Path) -> PathBuf {
        let variant = if self.variant.is_empty() { "" } else { "-" };
        cache.join(format!("{}-{}{variant}{}", self.name, self.version, self.variant))
    }

    fn file(&self) -> String {
        format!("{}{}", self.name, env::consts::EXE_SUFFIX)
    }

    /// Whether whoever works here has this very version.
    fn is_on_path(&self) -> bool {
        // wasm-bindgen's own command would leave more in the files than ours does.
        if !self.variant.is_empty() {
            return false;
        }
        let said = output(Command::new(self.name).arg("--version"));
        said.is_ok_and(|said| said.split_whitespace().nth(1) == Some(self.version.as_str()))
    }

    fn is_cached(&self, cache: &Path) -> bool {
        self.folder(cache).join(self.file()).is_file()
    }

    /// Puts a built command where later runs look for it, whole or not at all.
    fn keep(&self, built: &Path, cache: &Path) -> Result<()> {
        let folder = self.folder(cache);
        let staged = folder.with_extension(format!("new-{}", std::process::id()));
        fs::create_dir_all(&staged)?;
        fs::copy(built, staged.join(self.file()))
            .with_context(|| format!("{} was not built", built.display()))?;
        // Another run may have been faster; its result is as good.
        if fs::rename(&staged, &folder).is_err() {
            fs::remove_dir_all(&staged)?;
        }
        if !self.is_cached(cache) {
            bail!("cannot write {}", folder.display());
        }
        Ok(())
    }
}

/// Installs what is missing and says so.
///
/// # Errors
/// Where the registry cannot be reached or something does not build.
pub(crate) fn install() -> Result<Toolbox> {
    install_target()?;
    run(&mut command("cargo", ["fetch", "--locked", "--quiet"]))
        .context("the crates of the lock file cannot be fetched")?;
    let cache = cache()?;
    let (trunk, wasm_bindgen) = (trunk::tool(), wasm_bindgen::tool()?);
    let building = cache.join("building");
    let mut jobs = Vec::new();
    let mut missing = Vec::new();
    for (tool, job) in [
        (&trunk, trunk::job as fn(&Tool, &Path) -> Job),
        (&wasm_bindgen, wasm_bindgen::job as fn(&Tool, &Path) -> Job),
    ] {
        if !tool.is_on_path() && !tool.is_cached(&cache) {
            let folder = building.join(format!("{}-{}", tool.name, tool.version));
            jobs.push(job(tool, &folder));
            missing.push((tool, folder));
        }
    }
    if !jobs.is_empty() {
        let start = Instant::now();
        let names: Vec<_> =
            missing.iter().map(|(tool, _)| format!("{} {}", tool.name, tool.version)).collect();
        println!(
            "Building {} from the package registry, once on this machine (a few minutes); \
             the page's own crates beside them.",
            names.join(" and ")
        );
        jobs.push(page_job(&building));
        progress::run_together(jobs)?;
        for (tool, folder) in &missing {
            let built = match tool.name {
                trunk::NAME => trunk::built(tool, folder),
                _ => wasm_bindgen::built(folder),
            };
            tool.keep(&built, &cache)?;
        }
        // What was compiled on the way is of no more use, and large.
        fs::remove_dir_all(&building).ok();
        println!("Kept in {} ({} s).", cache.display(), start.elapsed().as_secs());
    }
    Ok(Toolbox { path: search_path(&[&trunk, &wasm_bindgen], &cache)? })
}

/// The tools, ready to be called.
pub(crate) struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// A call of Trunk that finds the other tools.
    pub(crate) fn trunk(&self, arguments: &[&str]) -> Command {
        let mut trunk = command(trunk::NAME, arguments);
        trunk.env("PATH", &self.path);
        trunk
    }

    /// A call of wasm-bindgen's command.
    pub(crate) fn wasm_bindgen(&self, arguments: &[&str]) -> Command {
        let mut command = command(wasm_bindgen::NAME, arguments);
        command.env("PATH", &self.path);
        command
    }
}

/// The page's crates, compiled as Trunk will ask for them.
fn page_job(folder: &Path) -> Job {
    let arguments =
        ["build", "--locked", "--release", "--target", WASM, "--bin", "app", "--bin", "files"];
    Job {
        name: "the page".to_owned(),
        command: command("cargo", arguments),
        log: folder.join("page.log"),
    }
}

/// The folder for tools, one for each user.
pub(crate) fn cache() -> Result<PathBuf> {
    let strategy = etcetera::choose_base_strategy().context("there is no home folder")?;
    Ok(strategy.cache_dir().join("stancelight").join("tools"))
}

fn search_path(tools: &[&Tool], cache: &Path) -> Result<OsString> {
    let ours = tools.iter().filter(|tool| tool.is_cached(cache)).map(|tool| tool.folder(cache));
    let theirs = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(ours.chain(env::split_paths(&theirs)))?)
}
