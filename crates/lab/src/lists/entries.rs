//! The entries of the gazetteer while it is being built.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use engine::{models::gazetteer::parts, names::fold::folded};

use super::ordinary::Ordinary;

/// All entries, in the order in which they were added.
#[derive(Default)]
pub(super) struct Entries {
    entries: Vec<Entry>,
    places: HashMap<(String, String), usize>,
    known: BTreeSet<String>,
}

/// One entry with its forms as the file marks them.
#[derive(Clone, Default)]
pub(super) struct Entry {
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) gender: String,
    pub(super) names: Vec<String>,
    pub(super) adjectives: Vec<String>,
    pub(super) people: Vec<String>,
    pub(super) link: String,
    pub(super) role: String,
}

const HEAD: &str = "\
# Known names: type, name, gender, other names, adjectives, nouns for its people, link, role.
# A form with = counts only in these letters; one with ? is also an ordinary word.
# Built by `cargo run -rp lab -- lists`; sources and licences are in README.md.
";

impl Entries {
    /// Adds our own list, whose lines have the columns of the file that ships.
    pub(super) fn own(&mut self, text: &str) {
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut columns = line.split('\t').map(str::to_owned);
            let mut column = || columns.next().unwrap_or_default();
            let (kind, name, gender) = (column(), column(), column());
            let mut forms = || column().split('|').map(str::to_owned).collect();
            let (names, adjectives, people) = (forms(), forms(), forms());
            let (link, role) = (column(), column());
            self.add(Entry { kind, name, gender, names, adjectives, people, link, role });
        }
    }

    /// Adds an entry, or its forms to the entry of this type and name.
    pub(super) fn add(&mut self, entry: Entry) {
        let names = std::iter::once(&entry.name).chain(&entry.names);
        self.known.extend(names.map(|name| folded(plain(name))));
        let place = (entry.kind.clone(), folded(plain(&entry.name)));
        if let Some(&at) = self.places.get(&place) {
            let known = &mut self.entries[at];
            known.names.extend(entry.names);
            known.adjectives.extend(entry.adjectives);
            known.people.extend(entry.people);
            for (mine, its) in [
                (&mut known.gender, entry.gender),
                (&mut known.link, entry.link),
                (&mut known.role, entry.role),
            ] {
                if mine.is_empty() {
                    *mine = its;
                }
            }
        } else {
            self.places.insert(place, self.entries.len());
            self.entries.push(entry);
        }
    }

    /// Whether some entry is named so, in whatever type and letters.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.known.contains(&folded(name))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The file that ships.
    pub(super) fn write(&self, ordinary: &Ordinary) -> String {
        let names: BTreeSet<_> = self.entries.iter().map(|entry| plain(&entry.name)).collect();
        let mut by_kind: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for entry in &self.entries {
            let forms = |forms: &[String], known: &str| {
                let mut seen = BTreeSet::from([words(known)]);
                forms
                    .iter()
                    .filter(|form| !plain(form).is_empty() && seen.insert(words(form)))
                    .map(|form| ordinary.mark(form))
                    .collect::<Vec<_>>()
                    .join("|")
            };
            let others = forms(&entry.names, &entry.name);
            let adjectives = forms(&entry.adjectives, "");
            let people = forms(&entry.people, "");
            let link = if names.contains(entry.link.as_str()) { entry.link.as_str() } else { "" };
            let line = [
                &entry.kind,
                &ordinary.mark(&entry.name),
                &entry.gender,
                &others,
                &adjectives,
                &people,
                link,
                &entry.role,
            ]
            .join("\t");
            by_kind.entry(&entry.kind).or_default().push(line.trim_end_matches('\t').to_owned());
        }
        let mut out = HEAD.to_owned();
        for lines in by_kind.values() {
            for line in lines {
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }
}

/// A form's folded words, as the engine compares them.
fn words(form: &str) -> Vec<String> {
    parts(form).map(folded).collect()
}

/// A form without its mark.
pub(super) fn plain(form: &str) -> &str {
    form.trim_start_matches(['=', '?'])
}
