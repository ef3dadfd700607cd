//! The page on this machine.

use std::{env, path::PathBuf};

use anyhow::{Result, bail};

use crate::{build, server::Server, workspace};

/// How many ports are tried when none is asked for.
const PORTS: u16 = 20;
const FIRST_PORT: u16 = 8080;

/// What can be asked of serving.
pub(crate) struct Options {
    /// The port; none for the first free one.
    pub(crate) port: Option<u16>,
    /// The folder in the address.
    pub(crate) under: String,
    /// Whether to open a browser.
    pub(crate) open: bool,
    /// Whether to build before.
    pub(crate) build: bool,
    /// The folder that is served.
    pub(crate) folder: PathBuf,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: None,
            under: "/".to_owned(),
            open: true,
            build: true,
            folder: workspace::dist(),
        }
    }
}

/// Builds the page and serves it until the program is ended.
///
/// # Errors
/// Where the page does not build or no port is free.
pub(crate) fn serve(options: &Options) -> Result<()> {
    if options.build {
        build::build(&build::Options::default())?;
    }
    let folder = &options.folder;
    if !folder.join("index.html").is_file() {
        bail!("there is no page in {}; `cargo xtask build` makes one", folder.display());
    }
    let server = match options.port {
        Some(port) => Server::start(folder, &options.under, port)?,
        None => (FIRST_PORT..FIRST_PORT + PORTS)
            .find_map(|port| Server::start(folder, &options.under, port).ok())
            .map_or_else(|| Server::start(folder, &options.under, 0), Ok)?,
    };
    println!("Stancelight is at {}  (Ctrl+C ends it)", server.address());
    if options.open && has_desktop() {
        // Where no browser opens, the address above is enough.
        open::that_detached(server.address()).ok();
    }
    server.run();
    Ok(())
}

fn has_desktop() -> bool {
    let told = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !told("CI") && (!cfg!(target_os = "linux") || told("DISPLAY") || told("WAYLAND_DISPLAY"))
}
