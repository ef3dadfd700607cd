//! Precision, recall, F1 over sets and over classes, and B³ over clusters.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use serde_json::{Map, Value, json};

/// A figure as it is printed: four decimals.
pub(crate) fn rounded(figure: f64) -> f64 {
    (figure * 1e4).round() / 1e4
}

/// `part / whole`, 0 where the whole is empty.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The harmonic mean, 0 where both are 0.
pub(crate) fn harmonic(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
}

/// How many were found, how many there are, and how many of the found are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hits {
    /// Found and right.
    pub(crate) right: usize,
    /// Found.
    pub(crate) predicted: usize,
    /// There to be found.
    pub(crate) gold: usize,
}

impl Hits {
    /// Counts two lists; an item counts as often as it stands in both.
    pub(crate) fn count<T: Ord>(predicted: &[T], gold: &[T]) -> Self {
        let mut open: BTreeMap<&T, usize> = BTreeMap::new();
        for item in gold {
            *open.entry(item).or_default() += 1;
        }
        let right = predicted
            .iter()
            .filter(|item| match open.get_mut(item) {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    true
                }
                _ => false,
            })
            .count();
        Self { right, predicted: predicted.len(), gold: gold.len() }
    }

    /// Share of the found that is right.
    pub(crate) fn precision(self) -> f64 {
        ratio(self.right, self.predicted)
    }

    /// Share of what is there that was found.
    pub(crate) fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// Harmonic mean of both.
    pub(crate) fn f1(self) -> f64 {
        harmonic(self.precision(), self.recall())
    }

    /// Precision, recall and F1 with the counts behind them.
    pub(crate) fn figures(self) -> Value {
        json!({
            "precision": rounded(self.precision()),
            "recall": rounded(self.recall()),
            "f1": rounded(self.f1()),
            "right": self.right, "predicted": self.predicted, "gold": self.gold,
        })
    }
}

impl std::ops::AddAssign for Hits {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.predicted += other.predicted;
        self.gold += other.gold;
    }
}

/// Gold class against predicted class.
#[derive(Clone, Debug)]
pub(crate) struct Confusion {
    classes: &'static [&'static str],
    /// By gold and predicted class; a prediction that is none of the classes (an abstention)
    /// stands in the last column.
    table: Vec<Vec<usize>>,
}

impl Confusion {
    /// Nothing counted yet.
    pub(crate) fn new(classes: &'static [&'static str]) -> Self {
        Self { classes, table: vec![vec![0; classes.len() + 1]; classes.len()] }
    }

    /// Counts an item; `None` is a prediction outside the classes.
    pub(crate) fn add(&mut self, gold: usize, predicted: Option<usize>) {
        let column = predicted.unwrap_or(self.classes.len());
        self.table[gold][column] += 1;
    }

    /// How many items were counted.
    pub(crate) fn items(&self) -> usize {
        self.table.iter().flatten().sum()
    }

    /// What was found of one class.
    pub(crate) fn hits(&self, class: usize) -> Hits {
        Hits {
            right: self.table[class][class],
            predicted: self.table.iter().map(|row| row[class]).sum(),
            gold: self.table[class].iter().sum(),
        }
    }

    /// Share of the items whose class is right; for one class an item, micro-F1 is the same.
    pub(crate) fn accuracy(&self) -> f64 {
        let right = (0..self.classes.len()).map(|class| self.table[class][class]).sum();
        ratio(right, self.items())
    }

    /// Mean of the classes' F1. A class that neither gold nor prediction knows is left out.
    #[expect(clippy::cast_precision_loss, reason = "a handful of classes")]
    pub(crate) fn macro_f1(&self) -> f64 {
        let known: Vec<f64> = (0..self.classes.len())
            .map(|class| self.hits(class))
            .filter(|hits| hits.gold + hits.predicted > 0)
            .map(Hits::f1)
            .collect();
        if known.is_empty() { 0.0 } else { known.iter().sum::<f64>() / known.len() as f64 }
    }

    /// Precision, recall and F1 of each class.
    pub(crate) fn by_class(&self) -> Value {
        let rows = self
            .classes
            .iter()
            .enumerate()
            .map(|(class, name)| ((*name).to_owned(), self.hits(class).figures()));
        Value::Object(rows.collect())
    }

    /// Counts by gold and predicted class.
    pub(crate) fn counts(&self) -> Value {
        let columns = || self.classes.iter().copied().chain(["other"]);
        let row = |counts: &Vec<usize>| -> Map<String, Value> {
            columns().map(str::to_owned).zip(counts.iter().map(|count| json!(count))).collect()
        };
        Value::Object(
            self.classes
                .iter()
                .zip(&self.table)
                .map(|(name, counts)| ((*name).to_owned(), Value::Object(row(counts))))
                .collect(),
        )
    }
}

/// B³ precision, recall and F1 as sums over mentions (A. Bagga and B. Baldwin, "Algorithms for
/// Scoring Coreference Chains", 1998).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub(crate) struct BCubed {
    /// Mentions.
    pub(crate) mentions: usize,
    precision: f64,
    recall: f64,
}

impl BCubed {
    /// Adds a document: the cluster of each mention in gold and in the prediction, side by side.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub(crate) fn add(&mut self, gold: &[usize], predicted: &[usize]) {
        let count = |clusters: &[usize]| {
            clusters.iter().fold(HashMap::<usize, usize>::new(), |mut sizes, cluster| {
                *sizes.entry(*cluster).or_default() += 1;
                sizes
            })
        };
        let (gold_sizes, predicted_sizes) = (count(gold), count(predicted));
        let mut shared = HashMap::<(usize, usize), usize>::new();
        for pair in gold.iter().copied().zip(predicted.iter().copied()) {
            *shared.entry(pair).or_default() += 1;
        }
        for pair in gold.iter().copied().zip(predicted.iter().copied()) {
            let both = shared[&pair] as f64;
            self.recall += both / gold_sizes[&pair.0] as f64;
            self.precision += both / predicted_sizes[&pair.1] as f64;
            self.mentions += 1;
        }
    }

    /// Mean precision over the mentions.
    pub(crate) fn precision(self) -> f64 {
        self.mean(self.precision)
    }

    /// Mean recall over the mentions.
    pub(crate) fn recall(self) -> f64 {
        self.mean(self.recall)
    }

    /// Harmonic mean of both.
    pub(crate) fn f1(self) -> f64 {
        harmonic(self.precision(), self.recall())
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    fn mean(self, sum: f64) -> f64 {
        if self.mentions == 0 { 0.0 } else { sum / self.mentions as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(figure: f64, expected: f64) {
        assert!((figure - expected).abs() < 1e-9, "{figure} is not {expected}");
    }

    #[test]
    fn spans_count_with_their_type_and_once_each() {
        let gold = [(0, 5, "PER"), (9, 14, "LOC"), (20, 22, "ORG")];
        let predicted = [(0, 5, "PER"), (0, 5, "PER"), (9, 14, "ORG"), (20, 22, "ORG")];
        let hits = Hits::count(&predicted, &gold);
        assert_eq!(hits, Hits { right: 2, predicted: 4, gold: 3 });
        close(hits.precision(), 0.5);
        close(hits.recall(), 2.0 / 3.0);
        close(hits.f1(), 4.0 / 7.0);
        close(Hits::default().f1(), 0.0);
    }

    #[test]
    fn macro_f1_by_hand() {
        let mut confusion = Confusion::new(&["a", "b", "c"]);
        // a: 2 of 3 found, one prediction wrong; b: 1 of 2 found; c: abstained on.
        for (gold, predicted) in
            [(0, Some(0)), (0, Some(0)), (0, Some(1)), (1, Some(1)), (1, Some(0)), (2, None)]
        {
            confusion.add(gold, predicted);
        }
        close(confusion.accuracy(), 0.5);
        close(confusion.hits(0).f1(), 2.0 / 3.0);
        close(confusion.hits(1).f1(), 0.5);
        close(confusion.hits(2).f1(), 0.0);
        close(confusion.macro_f1(), (2.0 / 3.0 + 0.5) / 3.0);
        assert_eq!(confusion.items(), 6);
        assert_eq!(confusion.counts()["c"]["other"], 1);
    }

    #[test]
    fn a_class_that_nobody_knows_does_not_count() {
        let mut confusion = Confusion::new(&["a", "b", "c"]);
        confusion.add(0, Some(0));
        confusion.add(1, Some(1));
        close(confusion.macro_f1(), 1.0);
    }

    #[test]
    fn b_cubed_of_the_paper() {
        // Gold {1..5} {6,7} {8..12}; the response joins the last two, then instead the first and last.
        let gold = [0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2];
        let mut small = BCubed::default();
        small.add(&gold, &[0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
        close(small.precision(), (5.0 + 2.0 * 2.0 / 7.0 + 5.0 * 5.0 / 7.0) / 12.0);
        close(small.recall(), 1.0);
        let mut large = BCubed::default();
        large.add(&gold, &[0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]);
        close(large.precision(), (10.0 * 0.5 + 2.0) / 12.0);
        close(large.recall(), 1.0);
        close(large.f1(), 2.0 * large.precision() / (1.0 + large.precision()));
    }
}
