//! Slugs: names that a link can bear.

use rustc_hash::FxHashMap;

use crate::names::fold;

/// Gives each name a slug of its own.
#[derive(Debug, Default)]
pub(crate) struct Slugs {
    /// With the number of the last name of that slug.
    taken: FxHashMap<String, u32>,
}

/// Longer slugs are cut.
const LONGEST: usize = 60;

impl Slugs {
    /// With some slugs given already.
    pub(crate) fn taken<'a>(slugs: impl Iterator<Item = &'a str>) -> Self {
        Self { taken: slugs.map(|slug| (slug.to_owned(), 1)).collect() }
    }

    /// The slug of a name; names of one slug are numbered in the order in which they come.
    pub(crate) fn give(&mut self, name: &str) -> String {
        let mut base = String::new();
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '.' | '&');
        for word in name.split(|c: char| !inside(c)) {
            let before = base.len();
            if before > 0 {
                base.push('-');
            }
            let start = base.len();
            fold::fold(word, |c| {
                if c.is_ascii_alphanumeric() {
                    base.push(c);
                }
            });
            let added = base.len() - start;
            if added == 0 || before + added >= LONGEST {
                base.truncate(before);
            }
        }
        if base.is_empty() {
            base.push_str("entity");
        }
        let mut number = match self.taken.get(&base) {
            Some(number) => *number,
            None => {
                self.taken.insert(base.clone(), 1);
                return base;
            }
        };
        loop {
            number += 1;
            let slug = format!("{base}-{number}");
            if !self.taken.contains_key(&slug) {
                self.taken.insert(base, number);
                self.taken.insert(slug.clone(), 1);
                return slug;
            }
        }
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
