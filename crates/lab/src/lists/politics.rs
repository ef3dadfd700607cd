//! American politicians, the committees of Congress, and large companies.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context, Result};
use serde::{Deserialize, de::DeserializeOwned};

use super::entries::{Entries, Entry};

#[derive(Deserialize)]
struct Politician {
    name: String,
    names: Names,
    role: String,
    gender: Option<String>,
}

#[derive(Deserialize)]
struct Names {
    first: String,
    last: String,
    nickname: Option<String>,
    official_full: Option<String>,
}

#[derive(Deserialize)]
struct Committee {
    name: String,
}

#[derive(Deserialize)]
struct Company {
    #[serde(rename = "Security")]
    name: String,
}

pub(super) fn add(entries: &mut Entries, folder: &Path) -> Result<()> {
    let politicians: Vec<Politician> = lines(&folder.join("us_politicians.jsonl"))?;
    let mut surnames: HashMap<&str, u32> = HashMap::new();
    for politician in &politicians {
        *surnames.entry(&politician.names.last).or_default() += 1;
    }
    for politician in &politicians {
        let names = &politician.names;
        let mut others: Vec<String> = names.official_full.iter().cloned().collect();
        others.push(format!("{} {}", names.first, names.last));
        others.extend(names.nickname.iter().map(|nick| format!("{nick} {}", names.last)));
        if others.iter().chain([&politician.name]).any(|name| entries.knows(name)) {
            continue;
        }
        entries.add(Entry {
            kind: "person".into(),
            name: politician.name.clone(),
            gender: politician.gender.as_deref().unwrap_or("").to_lowercase(),
            names: others,
            link: "United States".into(),
            role: match politician.role.as_str() {
                "sen" => "senator",
                "rep" => "representative",
                "prez" => "former president",
                "viceprez" => "former vice president",
                _ => "",
            }
            .into(),
            ..Entry::default()
        });
    }
    for committee in lines::<Committee>(&folder.join("us_committees.jsonl"))? {
        let Committee { name } = committee;
        let short = name
            .replace("House Committee on ", "House ")
            .replace("Senate Committee on ", "Senate ");
        let names = if short == name { Vec::new() } else { vec![format!("{short} Committee")] };
        let link = "United States".into();
        entries.add(Entry { kind: "organisation".into(), name, names, link, ..Entry::default() });
    }
    for company in lines::<Company>(&folder.join("sp500.jsonl"))? {
        let name = short_name(&company.name);
        if !entries.knows(&name) {
            entries.add(Entry { kind: "organisation".into(), name, ..Entry::default() });
        }
    }
    Ok(())
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let file = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    file.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// A company's name without its legal form and class of share.
fn short_name(name: &str) -> String {
    const LEGAL: &[&str] = &[
        "Inc",
        "Inc.",
        "Corp.",
        "Corporation",
        "Company",
        "Co.",
        "plc",
        "Plc",
        "PLC",
        "Ltd.",
        "Limited",
        "N.V.",
        "Incorporated",
        "Holdings",
        "Companies",
        "&",
    ];
    let name = name.split(" (").next().unwrap_or(name).replace(',', "");
    let mut words: Vec<&str> = name.split(' ').collect();
    while words.len() > 1 && words.last().is_some_and(|word| *word == "and" || LEGAL.contains(word))
    {
        words.pop();
    }
    words.strip_prefix(&["The"]).unwrap_or(&words).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_lose_their_legal_form() {
        for (name, want) in [
            ("Alphabet Inc. (Class A)", "Alphabet"),
            ("Coca-Cola Company (The)", "Coca-Cola"),
            ("Eli Lilly and Company", "Eli Lilly and"),
            ("Bank of America", "Bank of America"),
        ] {
            assert_eq!(short_name(name), want.trim_end_matches(" and"), "{name}");
        }
    }
}
