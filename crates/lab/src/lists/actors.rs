//! Leaders and armed groups from the political actors of an event coder. The source is in upper
//! case and holds ministers, companies, nouns and misspellings as well; kept are heads of state and
//! government by their full names, and groups whose names say what they are.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::{
    entries::{Entries, Entry},
    ordinary::Ordinary,
};

#[derive(Deserialize)]
struct Actor {
    name: String,
    #[serde(default)]
    synonyms: Vec<String>,
    file: String,
    #[serde(default)]
    dated: Vec<String>,
}

/// Words that say that a name is a group's.
const GROUPS: &[&str] = &[
    "FRONT",
    "ARMY",
    "PARTY",
    "MOVEMENT",
    "BRIGADE",
    "BRIGADES",
    "FORCE",
    "FORCES",
    "UNION",
    "COUNCIL",
    "COMMAND",
    "ORGANIZATION",
    "ORGANISATION",
    "LEAGUE",
    "ALLIANCE",
    "JIHAD",
    "MILITIA",
    "GUARD",
    "GUARDS",
    "BATTALION",
    "CONGRESS",
    "FEDERATION",
    "COALITION",
    "TIGERS",
    "LIBERATION",
    "RESISTANCE",
    "COMMANDO",
    "COMMITTEE",
];

const SMALL: &[&str] = &["OF", "THE", "FOR", "AND", "IN", "ON", "DE", "LA", "DEL", "DA", "DO", "E"];

pub(super) fn add(entries: &mut Entries, path: &Path, ordinary: &Ordinary) -> Result<()> {
    let file = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    for line in file.lines() {
        let actor: Actor = serde_json::from_str(line)?;
        let kind = if actor.is_leader(ordinary) {
            "person"
        } else if actor.file.contains("MilNonState") && is_group(&actor.name) {
            "organisation"
        } else {
            continue;
        };
        let name = restored(&actor.name);
        if entries.knows(&name) {
            continue;
        }
        let fits = |other: &&String| match kind {
            "person" => is_person(other, ordinary),
            _ => is_group(other),
        };
        let names = actor.synonyms.iter().filter(fits).map(|name| restored(name)).collect();
        entries.add(Entry { kind: kind.into(), name, names, ..Entry::default() });
    }
    Ok(())
}

impl Actor {
    /// Held office as head of state or government: the source marks their lives as elites' with
    /// dates, and their terms as a government's.
    fn is_leader(&self, ordinary: &Ordinary) -> bool {
        let marked = |mark: &str| {
            self.dated.iter().any(|term| term.get(3..6) == Some(mark) && term.len() > 6)
        };
        self.file.contains("Countries")
            && marked("ELI")
            && marked("GOV")
            && is_person(&self.name, ordinary)
    }
}

fn is_person(name: &str, ordinary: &Ordinary) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    (2..=3).contains(&words.len())
        && words.iter().all(|word| {
            word.len() > 1
                && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
                && !ordinary.is(word)
        })
}

fn is_group(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    (2..=6).contains(&words.len())
        && words.iter().any(|word| GROUPS.contains(word))
        && words[0] != "THE"
        && name.chars().all(|c| c.is_ascii_alphabetic() || " -'".contains(c))
}

/// `KURDISTAN WORKERS PARTY` in the letters of a name.
fn restored(name: &str) -> String {
    let words = name.split(' ').enumerate().map(|(at, word)| {
        if at > 0 && SMALL.contains(&word) {
            return word.to_lowercase();
        }
        let mut start = true;
        let lower = word.to_lowercase();
        let parts = lower.chars().map(|c| {
            let letter = if start { c.to_ascii_uppercase() } else { c };
            start = c == '-';
            letter
        });
        parts.collect()
    });
    words.collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_get_their_letters_back() {
        for (name, want) in [
            ("ARMY OF THE NORTH", "Army of the North"),
            ("JEAN-BEDEL BOKASSA", "Jean-Bedel Bokassa"),
            ("PEOPLE'S FRONT", "People's Front"),
        ] {
            assert_eq!(restored(name), want);
        }
    }

    #[test]
    fn groups_say_what_they_are() {
        for (name, want) in
            [("NATIONAL LIBERATION FRONT", true), ("BLACK WIDOWS", false), ("THE FRONT", false)]
        {
            assert_eq!(is_group(name), want, "{name}");
        }
    }
}
