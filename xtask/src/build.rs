//! Building the page: Trunk's way, which is the only one.

use std::time::Instant;

use anyhow::Result;

mod stamp;

use crate::{tools, workspace::run};

/// What can be asked of a build.
#[derive(Default)]
pub(crate) struct Options {
    /// Where the page will be, if not in any folder it is put into.
    pub(crate) public_url: Option<String>,
}

/// Installs what is missing and builds the release page into `dist/`,
/// unless it is there already.
///
/// # Errors
/// Where a tool cannot be installed or the page does not build.
pub(crate) fn build(options: &Options) -> Result<()> {
    let public_url = options.public_url.as_deref();
    let sources = stamp::sources(public_url)?;
    if stamp::is_built(&sources)? {
        println!("The page in dist/ is up to date.");
        return Ok(());
    }
    let tools = tools::install()?;
    let start = Instant::now();
    println!("Building the page.");
    // Everything that the build needs is here by now: nothing is downloaded.
    let mut arguments =
        vec!["--log", "warn", "build", "--release", "--offline", "true", "--locked", "true"];
    if let Some(url) = public_url {
        arguments.extend(["--public-url", url]);
    }
    run(&mut tools.trunk(&arguments))?;
    stamp::keep(&sources)?;
    println!("The page is in dist/ ({:.1} s).", start.elapsed().as_secs_f32());
    Ok(())
}
