//! The tagger of names: an averaged structured perceptron (M. Collins, 2002) over hashed features,
//! trained on sentences with people, organisations and places.

use std::fs;

use anyhow::Result;
use discussion::Span;
use engine::{
    Models,
    models::{
        Tagger,
        tagger::{LABELS, ROWS, Scores, best_path, row},
    },
    names::{Instance, features::TEMPLATES, instances},
};
use rayon::prelude::*;

use super::Setup;
use crate::{
    data::{
        self,
        names::{Item, NameType},
    },
    passage::Passage,
};

/// The data sets, and how often each is seen in one round.
const SETS: &[(&str, usize)] = &[("wnut17", 1), ("btc", 1), ("wikigold", 2), ("gum", 2)];

const ROUNDS: usize = 12;

/// How many times all is learned anew, for the mean.
const RUNS: usize = 10;

/// Averaged weights below this tell nothing that is worth its bytes.
const LEAST: f32 = 0.05;

/// How much the average tagger's score for being outside is lowered.
const OUTSIDE: f32 = 0.5;

/// A sentence with the right labels.
struct Example {
    rows: Vec<u32>,
    labels: Vec<u8>,
}

/// Trains the tagger and writes it into the folder of models.
pub(super) fn train(setup: &Setup) -> Result<()> {
    // What the rules find is a feature, so that an older tagger must not stand in their way.
    let models = setup.load_without(&[Tagger::FILE])?;
    let mut examples = Vec::new();
    for (set, times) in SETS {
        let items: Vec<Item> = data::read(&setup.data.join(set).join("train.jsonl"))?;
        let read: Vec<Example> =
            items.par_iter().flat_map(|item| examples_of(item, &models)).collect();
        eprintln!("{set}: {} sentences", read.len());
        let first = examples.len();
        examples.extend(read);
        let copies = examples.len() - first;
        for at in 0..copies * (times - 1) {
            let Example { rows, labels } = &examples[first + at];
            examples.push(Example { rows: rows.clone(), labels: labels.clone() });
        }
    }
    let (table, transitions) = mean(&mut examples);
    let tagger = Tagger::new(&table, transitions);
    fs::write(setup.models.join(Tagger::FILE), tagger.bytes())?;
    Ok(())
}

fn examples_of(item: &Item, models: &Models) -> Vec<Example> {
    let Ok(passage) = Passage::article(&item.text) else { return Vec::new() };
    let mut names: Vec<(Span, NameType)> =
        item.names().into_iter().map(|(at, kind)| (passage.span(at), kind)).collect();
    // GUM's spans nest and hold more than names: the longest that look like names are taken.
    names
        .retain(|(span, _)| item.is_sentence() || looks_like_name(passage.discussion.slice(*span)));
    names.sort_by_key(|(span, _)| std::cmp::Reverse(span.len()));
    let mut kept: Vec<(Span, NameType)> = Vec::new();
    for name in names {
        if !kept.iter().any(|(span, _)| span.overlaps(name.0)) {
            kept.push(name);
        }
    }
    let names = kept;
    let read = instances(&passage.discussion, models);
    read.into_iter().map(|instance| example(instance, &names)).collect()
}

/// Capitalised words, with at most small words between.
fn looks_like_name(text: &str) -> bool {
    const SMALL: &[&str] = &["of", "the", "for", "and", "de", "van", "von", "der", "la", "du"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    words.len() <= 7
        && words.first().is_some_and(|word| capital(word) && !word.ends_with('.'))
        && words.last().is_some_and(capital)
        && words.iter().all(|word| capital(word) || SMALL.contains(word))
        && !text.contains(['"', '“', '(', '[', ';', ':'])
}

/// The labels of the words by the names that hold them.
fn example(instance: Instance, names: &[(Span, NameType)]) -> Example {
    let mut labels = Vec::with_capacity(instance.words.len());
    let mut last = None;
    for word in &instance.words {
        let at = names.iter().position(|(span, _)| span.overlaps(*word));
        labels.push(at.map_or(0, |at| {
            let begins = match names[at].1 {
                NameType::Person => 1,
                NameType::Organisation => 3,
                NameType::Place => 5,
            };
            begins + u8::from(last == Some(at))
        }));
        last = at;
    }
    Example { rows: instance.rows, labels }
}

/// Weights of a table and of the steps between labels.
type Weights = (Vec<Scores>, [Scores; LABELS]);

/// The mean of several runs, which differ by the order of the sentences: what they share stays.
fn mean(examples: &mut [Example]) -> Weights {
    let mut sum: Weights = (vec![[0.0; LABELS]; ROWS], [[0.0; LABELS]; LABELS]);
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..RUNS {
        let (table, transitions) = fit(examples, &mut random);
        let all = sum.0.iter_mut().chain(&mut sum.1).flatten();
        for (sum, weight) in all.zip(table.iter().chain(&transitions).flatten()) {
            *sum += weight / RUNS as f32;
        }
    }
    for weight in sum.0.iter_mut().flatten().filter(|weight| weight.abs() < LEAST) {
        *weight = 0.0;
    }
    sum.0[row(0, 0) as usize][0] -= OUTSIDE;
    sum
}

fn fit(examples: &mut [Example], random: &mut u64) -> Weights {
    let mut table = vec![[0.0_f32; LABELS]; ROWS];
    let mut transitions = [[0.0_f32; LABELS]; LABELS];
    // For the average: each change times the step at which it was made.
    let mut late = vec![[0.0_f32; LABELS]; ROWS];
    let mut late_transitions = [[0.0_f32; LABELS]; LABELS];
    let mut step = 1.0_f32;
    for round in 0..ROUNDS {
        shuffle(examples, random);
        let mut wrong = 0;
        for example in examples.iter() {
            let scores: Vec<Scores> =
                example.rows.chunks(TEMPLATES).map(|rows| score(&table, rows)).collect();
            let guess = best_path(&scores, &transitions);
            step += 1.0;
            if guess == example.labels {
                continue;
            }
            wrong += 1;
            let mut before = (0, 0);
            let words = example.rows.chunks(TEMPLATES).zip(example.labels.iter().zip(&guess));
            for (at, (rows, (right, guess))) in words.enumerate() {
                let (right, guess) = (usize::from(*right), usize::from(*guess));
                if right != guess {
                    for row in rows {
                        let row = *row as usize;
                        table[row][right] += 1.0;
                        table[row][guess] -= 1.0;
                        late[row][right] += step;
                        late[row][guess] -= step;
                    }
                }
                if at > 0 && (before, (right, guess)) != ((before.0, before.0), (right, right)) {
                    transitions[before.0][right] += 1.0;
                    transitions[before.1][guess] -= 1.0;
                    late_transitions[before.0][right] += step;
                    late_transitions[before.1][guess] -= step;
                }
                before = (right, guess);
            }
        }
        eprintln!("round {}: {wrong} of {} sentences wrong", round + 1, examples.len());
    }
    let average = |weight: f32, late: f32| weight - late / step;
    for (row, late) in table.iter_mut().zip(&late) {
        for (weight, late) in row.iter_mut().zip(late) {
            *weight = average(*weight, *late);
        }
    }
    for (row, late) in transitions.iter_mut().zip(&late_transitions) {
        for (weight, late) in row.iter_mut().zip(late) {
            *weight = average(*weight, *late);
        }
    }
    (table, transitions)
}

fn score(table: &[Scores], rows: &[u32]) -> Scores {
    let mut sums = [0.0; LABELS];
    for row in rows {
        for (sum, weight) in sums.iter_mut().zip(&table[*row as usize]) {
            *sum += weight;
        }
    }
    sums
}

/// The same order on every machine.
fn shuffle(examples: &mut [Example], random: &mut u64) {
    for at in (1..examples.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        examples.swap(at, (*random % (at as u64 + 1)) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_labels() {
        let words = [(0, 4), (5, 9), (10, 14), (15, 20)].map(|(a, b)| Span::new(a, b));
        let instance = Instance { words: words.to_vec(), rows: Vec::new() };
        let names = [(Span::new(0, 9), NameType::Person), (Span::new(10, 14), NameType::Place)];
        assert_eq!(example(instance, &names).labels, [1, 2, 5, 0]);
    }

    #[test]
    fn what_separates_is_learned() {
        let sentence =
            |row: u32, label: u8| Example { rows: vec![row; TEMPLATES], labels: vec![label] };
        let mut examples = vec![sentence(7, 1), sentence(9, 0)];
        let (table, _) = fit(&mut examples, &mut 1);
        assert!(table[7][1] > table[7][0] && table[9][0] >= table[9][1]);
    }
}
