//! What we write, held against readers and validators of others: `tests/formats/`, in Python.

use std::{
    env, fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context as _, Result, bail};

use super::{
    browser::{install_node, install_packages},
    count::{self, Count},
    system::{find, install},
};
use crate::{
    tools,
    workspace::{command, output, root, run},
};

/// The packages that the tests need, in their folder.
const REQUIREMENTS: &str = "requirements.txt";
/// The file in an environment which says that everything is there, and what.
const DONE: &str = "installed.txt";
/// The oldest Python that all of the packages work with.
const PYTHON: (u32, u32) = (3, 10);

/// Builds the command, has every format written by it and read by others.
pub(super) fn run_all() -> Result<Count> {
    let folder = root().join("tests").join("formats");
    install_node()?;
    install_packages(&root().join("tests"))?;
    let python = environment(&folder)?;
    run(&mut command("cargo", ["build", "--locked", "--quiet", "--package", "cli"]))?;
    let mut tests = Command::new(python);
    tests
        .current_dir(&folder)
        .args(["-m", "unittest", "discover", "--verbose", "--pattern", "*_test.py"])
        .env("STANCELIGHT", built())
        .env("PYTHONDONTWRITEBYTECODE", "1");
    // Python's runner writes to standard error.
    let said = tests.output().context("Python cannot be started")?;
    let said = String::from_utf8_lossy(&said.stderr);
    print!("{said}");
    count::of_unittest(&said).context("Python's test runner did not end")
}

/// The command as cargo builds it.
fn built() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    target.join("debug").join(format!("stancelight{}", env::consts::EXE_SUFFIX))
}

/// Python with the packages, installed where they are not there yet or are others.
fn environment(folder: &Path) -> Result<PathBuf> {
    let wanted = fs::read_to_string(folder.join(REQUIREMENTS))?;
    // Clones that need others do not stand in each other's way.
    let mut hasher = DefaultHasher::new();
    wanted.hash(&mut hasher);
    let place = tools::cache()?.join(format!("formats-{:016x}", hasher.finish()));
    let python = in_environment(&place);
    if fs::read_to_string(place.join(DONE)).is_ok_and(|there| there == wanted) && python.is_file() {
        return Ok(python);
    }
    let start = Instant::now();
    println!(
        "Installing what others wrote for our formats, once on this machine (some 150 MB to fetch)."
    );
    fs::remove_dir_all(&place).ok();
    run(Command::new(system_python()?).args(["-m", "venv"]).arg(&place))
        .context("Python cannot make an environment; on Debian that is the package python3-venv")?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--only-binary", ":all:", "--progress-bar", "off"])
        .args(["--disable-pip-version-check", "--requirement"])
        .arg(folder.join(REQUIREMENTS));
    run(&mut pip)?;
    fs::write(place.join(DONE), wanted)?;
    println!("Kept in {} ({} s).", place.display(), start.elapsed().as_secs());
    Ok(python)
}

fn in_environment(place: &Path) -> PathBuf {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    place.join(folder).join(format!("python{}", env::consts::EXE_SUFFIX))
}

/// The system's Python, installed where there is none.
fn system_python() -> Result<PathBuf> {
    let there = || ["python3", "python"].iter().find_map(|name| find(name));
    if there().is_none() {
        install(&["python3", "python3-venv"])?;
    }
    let python = there().context("Python was installed and cannot be found")?;
    let version = output(Command::new(&python).arg("--version"))?;
    if is_new_enough(&version) {
        return Ok(python);
    }
    bail!("{} is too old; {}.{} is needed", version.trim(), PYTHON.0, PYTHON.1)
}

fn is_new_enough(version: &str) -> bool {
    let mut parts = version.trim().trim_start_matches("Python ").split('.');
    let mut part = || parts.next().and_then(|part| part.parse().ok());
    part().zip(part()).is_some_and(|version: (u32, u32)| version >= PYTHON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_versions_apart() {
        assert!(is_new_enough("Python 3.11.7\n") && is_new_enough("Python 4.0"));
        assert!(
            !is_new_enough("Python 3.9.18") && !is_new_enough("") && !is_new_enough("Python 3")
        );
    }
}
