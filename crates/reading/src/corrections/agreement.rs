//! How far two readings of one text agree.

use discussion::{ParagraphId, Span};
use engine::{Holder, Stance};

use crate::{reading::Reading, term::Term};

/// How far two readings agree.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Marks that are in both, for the same entity.
    pub marks: usize,
    /// Marks that are in one of them or in both.
    pub all_marks: usize,
    /// Writers' stances that are the same in both.
    pub stances: usize,
    /// Pairs of paragraph and entity that are in both.
    pub all_stances: usize,
    /// Cohen's kappa of these stances: 1 for full agreement, 0 for what chance would give; none
    /// where chance alone would give full agreement (Cohen, "A coefficient of agreement for nominal
    /// scales", 1960).
    pub kappa: Option<f32>,
}

impl Agreement {
    /// Compares two readings. Entities are the same where their slugs are.
    #[must_use]
    pub fn of(one: &Reading, two: &Reading) -> Self {
        let marks = pairs(&marks(one), &marks(two)).len();
        let all_marks = one.analysis.mentions.len() + two.analysis.mentions.len() - marks;
        let (ours, theirs) = (stances(one), stances(two));
        let keys = |all: &[((ParagraphId, String), Stance)]| -> Vec<(ParagraphId, String)> {
            all.iter().map(|(key, _)| key.clone()).collect()
        };
        let both = pairs(&keys(&ours), &keys(&theirs));
        let (mut stances, mut sums) = (0, [[0_usize; 2]; Stance::ALL.len()]);
        for (a, b) in &both {
            let (a, b) = (ours[*a].1, theirs[*b].1);
            stances += usize::from(a == b);
            for (at, stance) in Stance::ALL.iter().enumerate() {
                sums[at][0] += usize::from(a == *stance);
                sums[at][1] += usize::from(b == *stance);
            }
        }
        let all = both.len() as f32;
        let chance = sums.iter().map(|[a, b]| (*a as f32 / all) * (*b as f32 / all)).sum::<f32>();
        let observed = stances as f32 / all;
        let kappa = (chance < 1.0).then(|| (observed - chance) / (1.0 - chance));
        Self { marks, all_marks, stances, all_stances: both.len(), kappa }
    }
}

fn marks(reading: &Reading) -> Vec<(Span, String)> {
    let mentions = reading.analysis.mentions.iter();
    mentions.map(|m| (m.span, reading.slug(m.entity).to_owned())).collect()
}

fn stances(reading: &Reading) -> Vec<((ParagraphId, String), Stance)> {
    let writers = reading.analysis.stances.iter().filter(|row| row.holder == Holder::Writer);
    writers.map(|r| ((r.paragraph, reading.slug(r.target).to_owned()), r.stance)).collect()
}

/// The places in two lists of what is in both, each once.
fn pairs<K: Ord>(one: &[K], two: &[K]) -> Vec<(usize, usize)> {
    let sorted = |keys: &[K]| {
        let mut order: Vec<usize> = (0..keys.len()).collect();
        discussion::order::sort_by_key(&mut order, |at| &keys[*at]);
        order
    };
    let (one_sorted, two_sorted) = (sorted(one), sorted(two));
    let (mut a, mut b) = (0, 0);
    let mut both = Vec::new();
    while let (Some(&left), Some(&right)) = (one_sorted.get(a), two_sorted.get(b)) {
        let order = one[left].cmp(&two[right]);
        if order.is_eq() {
            both.push((left, right));
        }
        a += usize::from(order.is_le());
        b += usize::from(order.is_ge());
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn reading(stances: &[Stance]) -> Reading {
        let lines: Vec<&str> = stances.iter().map(|_| "Ada").collect();
        let mut sample = Sample::new(&lines);
        for (at, stance) in stances.iter().enumerate() {
            sample = sample.mention("Ada", at as u32, "Ada").writer(at as u32, "Ada", *stance);
        }
        sample.reading()
    }

    #[test]
    fn kappa_as_by_hand() {
        let (pro, con) = (Stance::Supportive, Stance::Critical);
        let one = reading(&[pro, pro, pro, con, con]);
        let two = reading(&[pro, pro, con, con, con]);
        let found = Agreement::of(&one, &two);
        assert_eq!((found.marks, found.all_marks), (5, 5));
        assert_eq!((found.stances, found.all_stances), (4, 5));
        // 0.8 observed; 0.6 · 0.4 + 0.4 · 0.6 = 0.48 by chance.
        assert!((found.kappa.unwrap() - 0.32 / 0.52).abs() < 1e-6);
        assert_eq!(Agreement::of(&one, &one).kappa, Some(1.0));
        assert_eq!(Agreement::of(&reading(&[pro]), &reading(&[pro])).kappa, None);
        assert_eq!(Agreement::of(&reading(&[]), &reading(&[])), Agreement::default());
    }
}
