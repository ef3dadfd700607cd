//! Building the page: Trunk's way, which is the only one.

use std::time::Instant;

use anyhow::Result;

use crate::{tools, workspace::run};

/// What can be asked of a build.
#[derive(Default)]
pub(crate) struct Options {
    /// Where the page will be, if not in any folder it is put into.
    pub(crate) public_url: Option<String>,
}

/// Installs what is missing and builds the release page into `dist/`.
///
/// # Errors
/// Where a tool cannot be installed or the page does not build.
pub(crate) fn build(options: &Options) -> Result<()> {
    let tools = tools::install()?;
    let start = Instant::now();
    println!("Building the page.");
    // Everything that the build needs is here by now: nothing is downloaded.
    let mut arguments =
        vec!["--log", "warn", "build", "--release", "--offline", "true", "--locked", "true"];
    if let Some(url) = &options.public_url {
        arguments.extend(["--public-url", url]);
    }
    run(&mut tools.trunk(&arguments))?;
    println!("The page is in dist/ ({:.1} s).", start.elapsed().as_secs_f32());
    Ok(())
}
