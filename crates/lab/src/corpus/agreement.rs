//! `lab corpus agreement`: how far two labellings of the same texts agree. Cohen's kappa for the
//! stances of paragraphs, F1 for opinions of sources and attributions (Hripcsak & Rothschild 2005:
//! for spans that may be anywhere, F1 stands for kappa).

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{Write as _, stdout},
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use super::{Labelled, read};

/// A label's place: discussion, post, paragraph, entity.
type Place = (String, usize, usize, String);

/// Compares two files or folders and writes figures to standard output.
pub(super) fn command(first: &Path, second: &Path) -> Result<()> {
    let (first, second) = (all(first)?, all(second)?);
    let common: BTreeSet<&String> = first.keys().filter(|id| second.contains_key(*id)).collect();
    if common.is_empty() {
        bail!("the two labellings have no discussion in common");
    }
    let mut out = stdout().lock();
    writeln!(out, "{} discussions labelled twice", common.len())?;
    let of = |all: &BTreeMap<String, Labelled>| -> Vec<Labelled> {
        common.iter().map(|id| all[*id].clone()).collect()
    };
    let (a, b) = (of(&first), of(&second));
    for (name, section) in [("article", "article"), ("comments", "comments")] {
        let (a, b) = (stances(&a, section), stances(&b, section));
        let (kappa, agreed, items) = kappa(&a, &b);
        writeln!(out, "stance, {name}: kappa {kappa:.3}, agreement {agreed:.3}, {items} labels")?;
        for label in ["supportive", "critical", "mixed", "neutral"] {
            let (kappa, ..) = self::kappa(&against_rest(&a, label), &against_rest(&b, label));
            let count =
                |all: &BTreeMap<Place, String>| all.values().filter(|l| *l == label).count();
            writeln!(out, "  {label}: kappa {kappa:.3}, {} and {} labels", count(&a), count(&b))?;
        }
    }
    for (place, one) in stances(&a, "comments") {
        if let Some(other) = stances(&b, "comments").get(&place)
            && *other != one
        {
            let (id, post, paragraph, entity) = place;
            writeln!(out, "  {id} post {post} paragraph {paragraph} {entity}: {one} / {other}")?;
        }
    }
    let (a, b) = (opinions(&a), opinions(&b));
    writeln!(out, "opinions of sources: F1 {:.3}, {} and {} labels", f1(&a, &b), a.len(), b.len())?;
    Ok(())
}

fn all(path: &Path) -> Result<BTreeMap<String, Labelled>> {
    let mut files: Vec<PathBuf> = vec![path.to_owned()];
    if path.is_dir() {
        files = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        files.retain(|file| file.extension().is_some_and(|e| e == "txt" || e == "jsonl"));
    }
    let mut all = BTreeMap::new();
    for file in files {
        all.extend(
            read(&file)?.into_iter().map(|(discussion, _)| (discussion.id.clone(), discussion)),
        );
    }
    Ok(all)
}

fn stances(all: &[Labelled], section: &str) -> BTreeMap<Place, String> {
    let mut stances = BTreeMap::new();
    for discussion in all {
        for (p, post) in discussion.posts.iter().enumerate().filter(|(_, p)| p.section == section) {
            for (k, paragraph) in post.paragraphs.iter().enumerate() {
                stances.extend(paragraph.stances.iter().map(|stance| {
                    ((discussion.id.clone(), p, k, stance.entity.clone()), stance.stance.clone())
                }));
            }
        }
    }
    stances
}

fn opinions(all: &[Labelled]) -> BTreeSet<(Place, String, String)> {
    let mut opinions = BTreeSet::new();
    for discussion in all {
        for (p, post) in discussion.posts.iter().enumerate() {
            for (k, paragraph) in post.paragraphs.iter().enumerate() {
                opinions.extend(paragraph.opinions.iter().map(|o| {
                    let place = (discussion.id.clone(), p, k, o.target.clone());
                    (place, o.holder.clone(), o.polarity.clone())
                }));
            }
        }
    }
    opinions
}

/// Cohen's kappa (1960) over the labels that both gave, the share on which they agree, how many.
fn kappa(a: &BTreeMap<Place, String>, b: &BTreeMap<Place, String>) -> (f64, f64, usize) {
    let pairs: Vec<(&String, &String)> =
        a.iter().filter_map(|(place, one)| Some((one, b.get(place)?))).collect();
    let items = pairs.len() as f64;
    if pairs.is_empty() {
        return (0.0, 0.0, 0);
    }
    let agreed = pairs.iter().filter(|(one, other)| one == other).count() as f64 / items;
    let labels: BTreeSet<&String> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let chance: f64 = labels
        .iter()
        .map(|label| {
            let ones = pairs.iter().filter(|(one, _)| one == label).count() as f64;
            let others = pairs.iter().filter(|(_, other)| other == label).count() as f64;
            ones * others / (items * items)
        })
        .sum();
    let kappa = if chance < 1.0 { (agreed - chance) / (1.0 - chance) } else { 1.0 };
    (kappa, agreed, pairs.len())
}

/// The same labels where only one of them is told from all others.
fn against_rest(all: &BTreeMap<Place, String>, label: &str) -> BTreeMap<Place, String> {
    let is = |one: &String| (one == label).to_string();
    all.iter().map(|(place, one)| (place.clone(), is(one))).collect()
}

fn f1<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f64 {
    2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kappa_discounts_chance() {
        let labels = |of: &[&str]| -> BTreeMap<Place, String> {
            let place = |at| ("d".to_owned(), 0, at, "e".to_owned());
            of.iter().enumerate().map(|(at, label)| (place(at), (*label).to_owned())).collect()
        };
        let a = labels(&["neutral", "neutral", "critical", "critical"]);
        assert!((kappa(&a, &a).0 - 1.0).abs() < 1e-9);
        let (kappa, agreed, items) =
            kappa(&a, &labels(&["neutral", "critical", "critical", "critical"]));
        assert_eq!(items, 4);
        assert!((agreed - 0.75).abs() < 1e-9);
        assert!((kappa - 0.5).abs() < 1e-9);
    }
}
