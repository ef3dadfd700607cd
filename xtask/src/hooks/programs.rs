//! The scripts of the page's programs. Where no worker can be started, several of them run in the
//! page, and each begins with the same declaration, which may stand only once if it is a `let`.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

/// The programs beside the app.
const PROGRAMS: &[&str] = &["worker", "files"];
/// What wasm-bindgen begins a script with.
const ONCE: &str = "let wasm_bindgen = ";
/// The same, and allowed again.
const AGAIN: &str = "var wasm_bindgen = ";

/// Lets the scripts stand in one page.
pub(super) fn share_a_page(staging: &Path) -> Result<()> {
    for program in PROGRAMS {
        let path = staging.join(format!("{program}.js"));
        let script = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let again = declared_again(&script).with_context(|| path.display().to_string())?;
        fs::write(&path, again)?;
    }
    Ok(())
}

fn declared_again(script: &str) -> Result<String> {
    let rest = script.strip_prefix(ONCE).context("the script does not begin as expected")?;
    Ok([AGAIN, rest].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_may_be_declared_again() {
        let script = declared_again("let wasm_bindgen = (function() {})();").expect("changed");
        assert_eq!(script, "var wasm_bindgen = (function() {})();");
        assert!(declared_again("const other = 1;").is_err());
    }
}
