//! Slugs: names that a link can bear.

use rustc_hash::FxHashSet;

use crate::names::fold;

/// Gives each name a slug of its own.
#[derive(Debug, Default)]
pub(crate) struct Slugs {
    taken: FxHashSet<String>,
}

/// Longer slugs are cut.
const LONGEST: usize = 60;

impl Slugs {
    /// With some slugs given already.
    pub(crate) fn taken<'a>(slugs: impl Iterator<Item = &'a str>) -> Self {
        Self { taken: slugs.map(str::to_owned).collect() }
    }

    /// The slug of a name; names of one slug are numbered in the order in which they come.
    pub(crate) fn give(&mut self, name: &str) -> String {
        let mut base = String::new();
        for word in name.split(|c: char| !(c.is_alphanumeric() || "'’.&".contains(c))) {
            let word: String =
                fold::folded(word).chars().filter(char::is_ascii_alphanumeric).collect();
            if !word.is_empty() && base.len() + word.len() < LONGEST {
                if !base.is_empty() {
                    base.push('-');
                }
                base.push_str(&word);
            }
        }
        if base.is_empty() {
            base.push_str("entity");
        }
        let mut slug = base.clone();
        let mut number = 1;
        while !self.taken.insert(slug.clone()) {
            number += 1;
            slug = format!("{base}-{number}");
        }
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_and_unique() {
        let mut slugs = Slugs::default();
        for (name, want) in [
            ("Vladimir Putin", "vladimir-putin"),
            ("Washington, D.C.", "washington-dc"),
            ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
            ("AT&T", "att"),
            ("John O'Brien", "john-obrien"),
            ("john o’brien", "john-obrien-2"),
            ("北京", "entity"),
            ("東京", "entity-2"),
            ("", "entity-3"),
        ] {
            assert_eq!(slugs.give(name), want, "{name}");
        }
    }
}
