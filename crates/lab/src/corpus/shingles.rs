//! Discussions whose texts are near copies: the share of runs of five words that two have in
//! common (w-shingling, Broder 1997).

use std::collections::{BTreeMap, BTreeSet};

use super::Labelled;

/// Words in a run.
const RUN: usize = 5;
/// The share of the smaller text's runs from which two texts count as near copies.
const NEAR: f64 = 0.05;

/// Pairs of discussions that share too much, with the share.
pub(super) fn near(all: &[Labelled]) -> Vec<(String, String, f64)> {
    let runs: Vec<BTreeSet<Vec<String>>> = all.iter().map(runs).collect();
    let mut places: BTreeMap<&Vec<String>, Vec<usize>> = BTreeMap::new();
    for (at, runs) in runs.iter().enumerate() {
        for run in runs {
            places.entry(run).or_default().push(at);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for places in places.values() {
        for (k, a) in places.iter().enumerate() {
            for b in &places[k + 1..] {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    shared
        .into_iter()
        .filter_map(|((a, b), count)| {
            let smaller = runs[a].len().min(runs[b].len()).max(1);
            let share = count as f64 / smaller as f64;
            (share >= NEAR).then(|| (all[a].id.clone(), all[b].id.clone(), share))
        })
        .collect()
}

fn runs(discussion: &Labelled) -> BTreeSet<Vec<String>> {
    let text: Vec<&str> = discussion.paragraphs().map(|(_, p)| p.text.as_str()).collect();
    let words: Vec<String> = text
        .join(" ")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(RUN).map(<[String]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Paragraph, Post},
        *,
    };

    #[test]
    fn near_copies_are_found() {
        let with = |id: &str, text: &str| Labelled {
            id: id.to_owned(),
            posts: vec![Post {
                paragraphs: vec![Paragraph { text: text.to_owned(), ..Paragraph::default() }],
                ..Post::default()
            }],
            ..Labelled::default()
        };
        let all = [
            with("a", "The ferry left at noon with nobody on board but a dog"),
            with("b", "the ferry left at noon, with nobody on deck!"),
            with("c", "A dog sat in the rain and thought about ferries"),
        ];
        let found = near(&all);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].0.as_str(), found[0].1.as_str()), ("a", "b"));
    }
}
