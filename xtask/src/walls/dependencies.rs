//! Who may depend on whom.

use anyhow::{Context as _, Result};
use serde_json::Value;

/// Crates that build for the browser and for the terminal, and know neither.
pub(super) const PURE: &[&str] = &["discussion", "engine", "reading"];
/// Crates that build for the browser all the same; what they compute with may know it there.
pub(super) const FOR_BROWSER: &[&str] = &["deep"];
/// Crates that no browser crate may come near.
pub(super) const WITHOUT_BROWSER: &[&str] =
    &["discussion", "engine", "reading", "deep", "cli", "lab"];
/// The beginnings of names of browser crates.
const BROWSER: &[&str] = &["gloo", "js-sys", "wasm-bindgen", "web-sys", "yew"];
/// The packages of this project and those of them that each may use.
const DIRECTIONS: &[(&str, &[&str])] = &[
    ("discussion", &[]),
    ("engine", &["discussion"]),
    ("reading", &["discussion", "engine"]),
    ("deep", &["discussion", "engine"]),
    ("stancelight", &["bundle", "deep", "discussion", "engine", "reading"]),
    ("cli", &["deep", "discussion", "engine", "reading"]),
    ("lab", &["deep", "discussion", "engine"]),
    ("bench", &["discussion", "engine"]),
    ("bundle", &["discussion", "engine"]),
    ("xtask", &[]),
    ("wasm-bindgen-command", &[]),
];

/// Browser crates in what `cargo tree --prefix none` says about a package.
pub(super) fn browser_crates(package: &str, tree: &str) -> Vec<String> {
    let mut names: Vec<_> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| BROWSER.iter().any(|start| name.starts_with(start)))
        .collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|name| format!("{package} depends on {name}")).collect()
}

/// Dependencies between our own packages that lead the wrong way, in what `cargo metadata` says.
pub(super) fn wrong_directions(metadata: &str) -> Result<Vec<String>> {
    let metadata: Value = serde_json::from_str(metadata)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let names: Vec<_> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut wrong = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, may)) = DIRECTIONS.iter().find(|(of, _)| *of == name) else {
            wrong.push(format!("{name} has no place in the map of packages"));
            continue;
        };
        let uses = package["dependencies"].as_array().into_iter().flatten();
        for used in uses.filter_map(|dependency| dependency["name"].as_str()) {
            if names.contains(&used) && !may.contains(&used) {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_browser_crate_is_found_however_deep_it_is() {
        let tree = "reading v0.1.0 (/reading)\nserde v1.0.0\nuuid v1.0.0\nwasm-bindgen v0.2.0\n\
                    js-sys v0.3.0\njs-sys v0.3.0 (*)\n";
        let expected = ["reading depends on js-sys", "reading depends on wasm-bindgen"];
        assert_eq!(browser_crates("reading", tree), expected);
        let clean = "reading v0.1.0 (/reading)\nserde v1.0.0\njson-sys-like v1.0.0\n";
        assert!(browser_crates("reading", clean).is_empty());
    }

    fn metadata(package: &str, uses: &str) -> String {
        let depends = json!([{ "name": uses }, { "name": "serde" }]);
        let package = json!({ "name": package, "dependencies": depends });
        let others = ["discussion", "engine", "reading", "xtask"];
        let mut packages: Vec<_> =
            others.iter().map(|name| json!({ "name": name, "dependencies": [] })).collect();
        packages.push(package);
        json!({ "packages": packages }).to_string()
    }

    #[test]
    fn a_dependency_in_the_wrong_direction_is_found() {
        for (package, uses, expected) in [
            ("engine", "discussion", None),
            ("discussion", "engine", Some("discussion uses engine")),
            ("engine", "reading", Some("engine uses reading")),
            ("lab", "reading", Some("lab uses reading")),
            ("cli", "reading", None),
            ("newcomer", "engine", Some("newcomer has no place in the map of packages")),
        ] {
            let wrong = wrong_directions(&metadata(package, uses)).expect("good metadata");
            assert_eq!(wrong.first().map(String::as_str), expected, "{package} → {uses}");
        }
    }
}
