//! Programs that come from the system's packages.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Result, bail};

use crate::workspace::{output, run};

/// A program on the search path.
pub(super) fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// Installs packages where the system is one that we know how to ask.
///
/// # Errors
/// Where it is not, or the packages cannot be had.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    let said = packages.join(" ");
    if find("apt-get").is_none() {
        bail!("please install {said}: this is no system with apt-get");
    }
    println!("Installing {said} from the system's packages.");
    run(apt_get()?.arg("update"))?;
    run(apt_get()?.args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn apt_get() -> Result<Command> {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else if find("sudo").is_some() {
        let mut sudo = Command::new("sudo");
        sudo.arg("apt-get");
        sudo
    } else {
        bail!("apt-get needs root, and there is no sudo");
    };
    command.arg("--quiet").env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    Ok(command)
}
