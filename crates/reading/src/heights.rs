//! How high the paragraphs of a text stand on the screen: measured where they were drawn, estimated
//! from their length before. Sums over any number of them in logarithmic time, by a tree of partial
//! sums (P. M. Fenwick, "A new data structure for cumulative frequency tables", 1994).

/// A length on the screen in hundredths of a CSS pixel, whole numbers so that sums are exact.
pub type Length = i64;

/// What a paragraph has around its lines, at first.
const AROUND: Length = 2_000;
/// What a thousand bytes take, at first: lines of 75 letters, 30 pixels high.
const THOUSAND_BYTES: Length = 40_000;
/// Estimates change only where measurements differ from them by more than this part of them.
const TOLERANCE: Length = 20;

/// The heights of all paragraphs. One that is not shown takes no height.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heights {
    rows: Vec<Row>,
    /// Partial sums: the tree's node `i` (from 1) holds the last `i & -i` rows up to it.
    sums: Vec<Length>,
    thousand_bytes: Length,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    bytes: u32,
    height: Length,
    measured: bool,
    shown: bool,
}

impl Row {
    fn shown_height(self) -> Length {
        if self.shown { self.height } else { 0 }
    }
}

impl Heights {
    /// Estimates for paragraphs of so many bytes each, all shown.
    #[must_use]
    pub fn of(bytes: impl Iterator<Item = u32>) -> Self {
        let rows = bytes.map(|bytes| Row { bytes, height: 0, measured: false, shown: true });
        let mut heights =
            Self { rows: rows.collect(), sums: Vec::new(), thousand_bytes: THOUSAND_BYTES };
        heights.estimate();
        heights
    }

    /// How many paragraphs there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Says which are shown.
    pub fn show(&mut self, shown: impl Fn(usize) -> bool) {
        for (index, row) in self.rows.iter_mut().enumerate() {
            row.shown = shown(index);
        }
        self.add_up();
    }

    /// Whether a paragraph is shown.
    #[must_use]
    pub fn is_shown(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.shown)
    }

    /// Notes the height of a paragraph as it stands on the screen.
    pub fn measure(&mut self, row: usize, height: Length) {
        let Some(at) = self.rows.get_mut(row) else { return };
        let before = at.shown_height();
        (at.height, at.measured) = (height.max(0), true);
        let change = at.shown_height() - before;
        let mut node = row + 1;
        while change != 0 && node <= self.rows.len() {
            if let Some(sum) = self.sums.get_mut(node) {
                *sum += change;
            }
            node += node & node.wrapping_neg();
        }
    }

    /// Fits the estimates to what was measured, where they are far from it; says whether it did.
    pub fn calibrate(&mut self) -> bool {
        let (mut bytes, mut lines) = (0, 0);
        for row in self.rows.iter().filter(|row| row.measured) {
            bytes += Length::from(row.bytes);
            lines += (row.height - AROUND).max(0);
        }
        // A few short paragraphs say nothing of the others.
        if bytes < 500 {
            return false;
        }
        let fitting = lines * 1000 / bytes;
        let far = (fitting - self.thousand_bytes).abs() > self.thousand_bytes / TOLERANCE;
        if far {
            self.thousand_bytes = fitting.max(1);
            self.estimate();
        }
        far
    }

    /// Takes all measurements for estimates: the text has become wider or narrower.
    pub fn forget(&mut self) {
        self.rows.iter_mut().for_each(|row| row.measured = false);
    }

    fn estimate(&mut self) {
        for row in self.rows.iter_mut().filter(|row| !row.measured) {
            row.height = AROUND + Length::from(row.bytes) * self.thousand_bytes / 1000;
        }
        self.add_up();
    }

    fn add_up(&mut self) {
        let count = self.rows.len();
        self.sums.clear();
        self.sums.push(0);
        self.sums.extend(self.rows.iter().map(|row| row.shown_height()));
        for node in 1..=count {
            let parent = node + (node & node.wrapping_neg());
            if parent <= count {
                self.sums[parent] += self.sums[node];
            }
        }
    }

    /// The height of all that stand before a paragraph.
    #[must_use]
    pub fn before(&self, row: usize) -> Length {
        let (mut node, mut sum) = (row.min(self.rows.len()), 0);
        while node > 0 {
            sum += self.sums.get(node).copied().unwrap_or(0);
            node &= node - 1;
        }
        sum
    }

    /// The height of a range of paragraphs.
    #[must_use]
    pub fn between(&self, start: usize, end: usize) -> Length {
        self.before(end.max(start)) - self.before(start)
    }

    /// The first paragraph that ends below a height, counted from the top of the first; the number
    /// of paragraphs where none does.
    #[must_use]
    pub fn at(&self, height: Length) -> usize {
        let count = self.rows.len();
        let (mut row, mut left) = (0, height);
        let mut step = count.checked_ilog2().map_or(0, |log| 1 << log);
        while step > 0 {
            let next = row + step;
            if next <= count && self.sums.get(next).is_some_and(|sum| *sum <= left) {
                left -= self.sums[next];
                row = next;
            }
            step /= 2;
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn estimates_come_near_once_something_was_measured() {
        let mut heights = Heights::of((0..1000).map(|i| 100 + i % 7 * 50));
        assert!(!heights.calibrate(), "nothing measured, nothing to fit");
        // A narrow screen: lines of 40 letters, 28 pixels high, 12 around them.
        let real = |i: Length| 1_200 + (100 + i % 7 * 50 + 39) / 40 * 2_800;
        for i in 0..20 {
            heights.measure(i, real(i as Length));
        }
        assert!(heights.calibrate());
        assert!(!heights.calibrate(), "once is enough");
        let (all, estimate) = ((0..1000).map(real).sum::<Length>(), heights.before(1000));
        assert!((all - estimate).abs() * 20 < all, "{estimate} for {all}");
        assert_eq!(heights.between(0, 20), (0..20).map(real).sum::<Length>(), "measured is exact");
    }

    #[test]
    fn what_is_not_shown_takes_no_height_and_keeps_its_measure() {
        let mut heights = Heights::of([100; 4].into_iter());
        heights.measure(1, 5_000);
        let all = heights.before(4);
        heights.show(|row| row != 1);
        assert_eq!(heights.before(4), all - 5_000);
        assert_eq!(heights.at(heights.before(1)), 2, "nobody finds it");
        heights.show(|_| true);
        assert_eq!(heights.between(1, 2), 5_000);
    }

    #[test]
    fn numbers_that_refer_to_nothing_do_no_harm() {
        let mut heights = Heights::default();
        heights.measure(3, 100);
        assert_eq!((heights.before(9), heights.at(50), heights.at(-1)), (0, 0, 0));
        assert_eq!(heights.between(5, 2), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn sums_are_those_of_the_rows(
            start in prop::collection::vec((0u32..400, any::<bool>()), 0..70),
            steps in prop::collection::vec((0usize..80, -5i64..9_000), 0..40),
            looked in -10i64..900_000,
        ) {
            let mut heights = Heights::of(start.iter().map(|(bytes, _)| *bytes));
            heights.show(|row| start[row].1);
            let each = |heights: &Heights| -> Vec<Length> {
                (0..start.len()).map(|row| heights.between(row, row + 1)).collect()
            };
            let mut plain = each(&heights);
            for (row, height) in steps {
                heights.measure(row, height);
                if let Some(at) = plain.get_mut(row) && start[row].1 {
                    *at = height.max(0);
                }
            }
            prop_assert_eq!(each(&heights), plain.clone());
            let mut sum = 0;
            let mut found = plain.len();
            for (row, height) in plain.iter().enumerate() {
                prop_assert_eq!(heights.before(row), sum);
                sum += height;
                if sum > looked {
                    found = found.min(row);
                }
            }
            prop_assert_eq!(heights.at(looked.max(0)), if looked < 0 { heights.at(0) } else { found });
        }
    }
}
