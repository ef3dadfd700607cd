//! The page itself: its content security policy must hold for what Trunk has written into it.

use std::{fs, path::Path};

use anyhow::{Context as _, Result, bail};

/// What every policy of this page says about scripts; `index.html` holds the whole.
const SCRIPTS: &str = "script-src 'self' 'wasm-unsafe-eval'";
/// Stands in the script by which `trunk serve` reloads the page.
const RELOADER: &str = "{{__TRUNK_ADDRESS__}}";

/// Sees that no script stands in the page, and lets the one of `trunk serve` run.
pub(super) fn check(staging: &Path) -> Result<()> {
    let path = staging.join("index.html");
    let html = fs::read_to_string(&path).context("Trunk has written no page")?;
    if let Some(changed) = checked(&html)? {
        fs::write(&path, changed)?;
    }
    Ok(())
}

/// The page with what must be changed in it, if anything.
fn checked(html: &str) -> Result<Option<String>> {
    if !html.contains(SCRIPTS) {
        bail!("the page has lost its content security policy");
    }
    let mut reloads = false;
    for script in inline_scripts(html) {
        if !script.contains(RELOADER) {
            let start: String = script.trim().chars().take(60).collect();
            bail!("a script stands in the page itself, where it may not run: {start}");
        }
        reloads = true;
    }
    // `trunk serve` fills an address in when it sends the page, so no hash could name this script.
    Ok(reloads.then(|| html.replacen(SCRIPTS, &format!("{SCRIPTS} 'unsafe-inline'"), 1)))
}

/// What stands inside script elements.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|after| {
        let (_, rest) = after.split_once('>')?;
        let (script, _) = rest.split_once("</script").unwrap_or((rest, ""));
        (!script.trim().is_empty()).then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(script: &str) -> String {
        format!("<meta content=\"default-src 'none'; {SCRIPTS}; img-src 'self'\">{script}")
    }

    #[test]
    fn scripts_from_files_are_welcome() {
        let html = page("<script type=\"module\" src=\"./a.js\"></script>");
        assert_eq!(checked(&html).expect("allowed"), None);
    }

    #[test]
    fn a_script_in_the_page_is_an_error() {
        assert!(checked(&page("<script>alert(1)</script>")).is_err());
        assert!(checked(&page("<script type=\"module\">import './a.js'")).is_err());
    }

    #[test]
    fn a_page_without_its_policy_is_an_error() {
        assert!(checked("<p></p>").is_err());
    }

    #[test]
    fn the_reloader_of_trunk_serve_may_run() {
        let html = page(&format!("<script>const address = '{RELOADER}';</script>"));
        let changed = checked(&html).expect("allowed").expect("changed");
        assert!(changed.contains("'wasm-unsafe-eval' 'unsafe-inline'; img-src"));
    }
}
