//! Countries with their people, capitals and leaders, from the world factbook.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::entries::{Entries, Entry};

#[derive(Deserialize)]
struct Country {
    names: Vec<String>,
    demonym_noun: Option<String>,
    demonym_adj: Option<String>,
    capital: Option<String>,
    leaders: Vec<Leader>,
}

#[derive(Deserialize)]
struct Leader {
    text: String,
}

/// Titles before a leader's name, and the role that each tells.
const TITLES: &[(&str, &str)] = &[
    ("President", "president"),
    ("Prime Minister", "prime minister"),
    ("Chancellor", "chancellor"),
    ("King", "king"),
    ("Queen", "queen"),
    ("Emperor", "emperor"),
    ("Supreme Leader", "supreme leader"),
    ("Taliban Leader", "leader"),
    ("Sultan and Prime Minister", "sultan"),
    ("Crown Prince and Prime Minister", "crown prince"),
    ("Amir", "emir"),
    ("Grand Duke", "grand duke"),
    ("Taoiseach (Prime Minister)", "prime minister"),
    ("Acting Prime Minister", "prime minister"),
    ("Interim Prime Minister", "prime minister"),
    ("Interim President", "president"),
    ("Transition President", "president"),
    ("Transitional President", "president"),
    ("Caretaker Prime Minister", "prime minister"),
];

pub(super) fn add(entries: &mut Entries, path: &Path) -> Result<()> {
    let file = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    for line in file.lines() {
        let country: Country = serde_json::from_str(line)?;
        let names: Vec<_> = country.names.iter().filter_map(|name| cleaned(name)).collect();
        let Some(name) = names.first() else { continue };
        // The second name is the official one; local names further on are no English forms.
        let entry = Entry {
            kind: "place".into(),
            name: name.clone(),
            names: names.iter().skip(1).take(1).map(|name| exact_if_short(name)).collect(),
            adjectives: demonyms(country.demonym_adj.as_deref(), false),
            people: demonyms(country.demonym_noun.as_deref(), true),
            ..Entry::default()
        };
        entries.add(entry);
        if let Some(capital) = country.capital.as_deref().and_then(cleaned)
            && capital.chars().next().is_some_and(char::is_uppercase)
            && capital.split(' ').count() <= 3
            && capital != *name
        {
            entries.add(Entry {
                kind: "place".into(),
                name: capital,
                link: name.clone(),
                role: "capital".into(),
                ..Entry::default()
            });
        }
        for leader in &country.leaders {
            if let Some((person, surname, role)) = leader_of(&leader.text)
                && !entries.knows(&person)
            {
                let names = if entries.knows(&surname) { Vec::new() } else { vec![surname] };
                entries.add(Entry {
                    kind: "person".into(),
                    name: person,
                    names,
                    link: name.clone(),
                    role: role.into(),
                    ..Entry::default()
                });
            }
        }
    }
    Ok(())
}

/// A name without remarks; none for lists of names and damaged ones.
fn cleaned(name: &str) -> Option<String> {
    let name = name.split([';', '(', '[']).next().unwrap_or("").trim();
    let name = decoded(name);
    let fine = !name.is_empty() && !name.contains([',', '/', '&']) && name.len() <= 48;
    fine.then_some(name)
}

/// The few entities of HTML that the source contains.
fn decoded(text: &str) -> String {
    [
        ("&eacute;", "é"),
        ("&ocirc;", "ô"),
        ("&aacute;", "á"),
        ("&iacute;", "í"),
        ("&oacute;", "ó"),
        ("&atilde;", "ã"),
        ("&ccedil;", "ç"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

fn exact_if_short(name: &str) -> String {
    if name.len() <= 4 { format!("={name}") } else { name.to_owned() }
}

/// The forms in a phrase such as `Filipino(s)` or `Saudi or Saudi Arabian`.
fn demonyms(phrase: Option<&str>, plural: bool) -> Vec<String> {
    let Some(phrase) = phrase else { return Vec::new() };
    let phrase = phrase.split("; note").next().unwrap_or("");
    let mut forms = Vec::new();
    for part in phrase.split([',', ';']).flat_map(|part| part.split(" or ")) {
        let part = part.trim().trim_start_matches("or ");
        let stem = part.split('(').next().unwrap_or("").trim();
        let proper = stem.chars().next().is_some_and(char::is_uppercase) && stem.len() > 2;
        if !proper || stem.split(' ').count() > 2 || stem.starts_with("NA") {
            continue;
        }
        forms.push(stem.to_owned());
        if plural && part.contains("(s)") {
            forms.push(format!("{stem}s"));
        }
    }
    forms
}

/// Name, surname and role in a phrase such as `President Emmanuel MACRON`.
fn leader_of(text: &str) -> Option<(String, String, &'static str)> {
    let (rest, role) = TITLES
        .iter()
        .filter_map(|(title, role)| Some((text.strip_prefix(title)?.strip_prefix(' ')?, *role)))
        .min_by_key(|(rest, _)| rest.len())?;
    let rest = decoded(rest);
    let words: Vec<&str> = rest
        .split(' ')
        .filter(|word| !word.ends_with('.') && !word.starts_with('('))
        .map(|word| word.trim_end_matches(','))
        .collect();
    let named =
        words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || "-'".contains(c)));
    if !named || words.len() < 2 || words.len() > 4 {
        return None;
    }
    let loud = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1;
    let roman = |word: &str| word.chars().all(|c| "IVX".contains(c));
    let surname: Vec<_> = words.iter().filter(|w| loud(w) && !roman(w)).map(|w| calm(w)).collect();
    if surname.is_empty() {
        return None;
    }
    let name = words.iter().map(|w| if roman(w) { (*w).to_owned() } else { calm(w) });
    Some((name.collect::<Vec<_>>().join(" "), surname.join(" "), role))
}

/// `VAN DER BELLEN` as `Van Der Bellen`, parts behind hyphens and apostrophes too; words that are
/// not all capitals stay as they are.
pub(super) fn calm(word: &str) -> String {
    if word.chars().any(char::is_lowercase) && !word.contains('-') {
        return word.to_owned();
    }
    let mut start = true;
    let mut out = String::new();
    for c in word.chars() {
        if start {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        start = c == '-' || c == '\'';
    }
    // A prefix such as `al-` stays small where the source writes it so.
    if word.starts_with("al-") || word.starts_with("el-") {
        out.replace_range(0..1, &word[0..1]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demonyms_come_in_both_numbers() {
        assert_eq!(demonyms(Some("Filipino(s)"), true), ["Filipino", "Filipinos"]);
        assert_eq!(demonyms(Some("Saudi or Saudi Arabian"), false), ["Saudi", "Saudi Arabian"]);
        assert_eq!(demonyms(Some("Togolese (singular and plural)"), true), ["Togolese"]);
        assert_eq!(demonyms(Some("none"), true), Vec::<String>::new());
    }

    #[test]
    fn leaders_are_cut_into_title_and_name() {
        let cut =
            |text| leader_of(text).map(|(name, surname, role)| format!("{name}/{surname}/{role}"));
        let case = |text, want: &str| assert_eq!(cut(text).as_deref(), Some(want), "{text}");
        case("President Emmanuel MACRON", "Emmanuel Macron/Macron/president");
        case("President LEE Jae-myung", "Lee Jae-Myung/Lee/president");
        case("Prime Minister Bart DE WEVER", "Bart De Wever/De Wever/prime minister");
        assert_eq!(cut("represented by Governor Colin MARTIN-REYNOLDS"), None);
        assert_eq!(cut("King CHARLES III"), Some("Charles III/Charles/king".into()));
    }
}
