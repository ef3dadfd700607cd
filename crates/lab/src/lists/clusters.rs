//! Clusters: words that stand between the same words, from the training texts without their
//! annotations. Each word moves to the class where the text is likeliest under a bigram model of
//! classes, until few move (the exchange algorithm of S. Martin, J. Liermann and H. Ney, 1998).

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
};

use engine::names::fold::folded;

/// How many classes there are.
const CLASSES: usize = 255;

/// A word that is seen less often is in no class.
const ENOUGH: u32 = 4;

const ROUNDS: usize = 12;

/// What the number of a word that is too rare is.
const RARE: u32 = 0;

/// Words and which follow which.
struct Text {
    words: Vec<String>,
    counts: Vec<u32>,
    /// For each word its neighbours before and behind it, with counts.
    before: Vec<Vec<(u32, u32)>>,
    behind: Vec<Vec<(u32, u32)>>,
}

/// The lines of the file of words that ships: a class and its words.
pub(super) fn lines(texts: &[String]) -> String {
    let text = read(texts);
    let classes = exchange(&text);
    let mut by_class: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (word, class) in text.words.iter().zip(&classes).skip(1) {
        by_class.entry(*class).or_default().push(word);
    }
    let mut out = String::new();
    for (class, words) in &mut by_class {
        words.sort_unstable();
        let _ = writeln!(out, "c{}\t{}", class + 1, words.join(" "));
    }
    out
}

fn read(texts: &[String]) -> Text {
    let sequences: Vec<Vec<String>> = texts.iter().map(|text| words(text)).collect();
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for word in sequences.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut kept: Vec<(&str, u32)> =
        counts.into_iter().filter(|(word, count)| !word.is_empty() && *count >= ENOUGH).collect();
    kept.sort_unstable_by_key(|(word, count)| (std::cmp::Reverse(*count), *word));
    let numbers: HashMap<&str, u32> =
        kept.iter().enumerate().map(|(at, (word, _))| (*word, at as u32 + 1)).collect();
    let mut pairs: HashMap<(u32, u32), u32> = HashMap::new();
    let mut totals = vec![0; kept.len() + 1];
    for sequence in &sequences {
        let mut last = RARE;
        for word in sequence {
            let next = numbers.get(word.as_str()).copied().unwrap_or(RARE);
            *pairs.entry((last, next)).or_default() += 1;
            totals[next as usize] += 1;
            last = next;
        }
    }
    let mut before = vec![Vec::new(); totals.len()];
    let mut behind = vec![Vec::new(); totals.len()];
    let mut pairs: Vec<_> = pairs.into_iter().collect();
    pairs.sort_unstable();
    for ((one, other), count) in pairs {
        behind[one as usize].push((other, count));
        before[other as usize].push((one, count));
    }
    let words = std::iter::once(String::new()).chain(kept.iter().map(|(w, _)| (*w).to_owned()));
    Text { words: words.collect(), counts: totals, before, behind }
}

/// Folded words; an empty one where a sentence ends.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in text.split_whitespace() {
        for part in piece.split(['-', '/', '—', '–', '@', '#']) {
            let core = part.trim_matches(|c: char| !c.is_alphanumeric());
            let core = core.trim_end_matches("'s").trim_end_matches("’s");
            if !core.is_empty() {
                let digits = core.starts_with(|c: char| c.is_numeric());
                words.push(if digits { "0".to_owned() } else { folded(core) });
            }
        }
        if piece.ends_with(['.', '!', '?', ':', '"', '”']) {
            words.push(String::new());
        }
    }
    words
}

/// The class of each word. Rare words and ends of sentences are a class of their own, the last.
fn exchange(text: &Text) -> Vec<usize> {
    let all = CLASSES + 1;
    let mut class: Vec<usize> = (0..text.words.len())
        .map(|word| if word == 0 { CLASSES } else { (word - 1) % CLASSES })
        .collect();
    let mut pairs = vec![0_i64; all * all];
    let mut sizes = vec![0_i64; all];
    for (word, behind) in text.behind.iter().enumerate() {
        for (next, count) in behind {
            pairs[class[word] * all + class[*next as usize]] += i64::from(*count);
        }
        sizes[class[word]] += i64::from(text.counts[word]);
    }
    for _ in 0..ROUNDS {
        let mut moved = 0;
        for word in 1..text.words.len() {
            let old = class[word];
            let (before, behind) = (
                by_class(&text.before[word], &class, word),
                by_class(&text.behind[word], &class, word),
            );
            let count = i64::from(text.counts[word]);
            let mut shift = |to: usize, sign: i64| {
                for (other, count) in &before {
                    pairs[other * all + to] += sign * count;
                }
                for (other, count) in &behind {
                    pairs[to * all + other] += sign * count;
                }
                sizes[to] += sign * count;
            };
            shift(old, -1);
            let gain = |to: usize| -> f64 {
                let links = before
                    .iter()
                    .map(|(other, count)| (pairs[other * all + to], *count))
                    .chain(behind.iter().map(|(other, count)| (pairs[to * all + other], *count)));
                let links: f64 = links.map(|(n, more)| log(n + more) - log(n)).sum();
                links - 2.0 * (log(sizes[to] + count) - log(sizes[to]))
            };
            let mut best = (old, gain(old));
            for to in 0..CLASSES {
                let gain = gain(to);
                if gain > best.1 + 1e-9 {
                    best = (to, gain);
                }
            }
            let mut shift = |to: usize, sign: i64| {
                for (other, count) in &before {
                    pairs[other * all + to] += sign * count;
                }
                for (other, count) in &behind {
                    pairs[to * all + other] += sign * count;
                }
                sizes[to] += sign * count;
            };
            shift(best.0, 1);
            moved += usize::from(best.0 != old);
            class[word] = best.0;
        }
        eprintln!("clusters: {moved} of {} words moved", text.words.len());
        if moved * 200 < text.words.len() {
            break;
        }
    }
    class
}

/// The neighbours of a word by class, without the word itself.
fn by_class(neighbours: &[(u32, u32)], class: &[usize], word: usize) -> Vec<(usize, i64)> {
    let mut sums: BTreeMap<usize, i64> = BTreeMap::new();
    for (other, count) in neighbours {
        if *other as usize != word {
            *sums.entry(class[*other as usize]).or_default() += i64::from(*count);
        }
    }
    sums.into_iter().collect()
}

/// `n · log n`, from a table for small numbers.
fn log(n: i64) -> f64 {
    static TABLE: std::sync::LazyLock<Vec<f64>> = std::sync::LazyLock::new(|| {
        (0..200_000_i64).map(|n| if n > 0 { n as f64 * (n as f64).ln() } else { 0.0 }).collect()
    });
    match usize::try_from(n).ok().and_then(|n| TABLE.get(n)) {
        Some(value) => *value,
        None if n > 0 => n as f64 * (n as f64).ln(),
        None => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_between_the_same_words_come_together() {
        let mut texts = Vec::new();
        for town in ["Oslo", "Bergen", "Tromso"] {
            for verb in ["sleeps", "wakes"] {
                for _ in 0..4 {
                    texts.push(format!("in {town} nobody {verb}."));
                }
            }
        }
        let lines = lines(&texts);
        assert!(lines.lines().all(|line| line.starts_with('c')), "{lines}");
        assert_eq!(words("Don't go—US-led!"), ["dont", "go", "us", "led", ""]);
    }
}
