//! The trained tagger of names: a linear-chain model over hashed features.
//!
//! The file begins with `SLN1`; then, little-endian, the scale of the weights and the transitions
//! between labels (`f32`, from each label to each), then for each of [`ROWS`] rows a signed byte
//! for each label. An empty file is a tagger that says nothing.

use crate::models::ModelError;

/// Labels: outside, then the first and a further word of a person, organisation and place.
pub const LABELS: usize = 7;

/// Logarithm of the number of rows.
const BITS: u32 = 18;

/// Rows of the table.
pub const ROWS: usize = 1 << BITS;

/// Scores of one word by label.
pub type Scores = [f32; LABELS];

/// The weights.
#[derive(Clone, Debug, Default)]
pub struct Tagger {
    scale: f32,
    transitions: [Scores; LABELS],
    /// The same, with those that no name allows made impossible.
    steps: [Scores; LABELS],
    /// A row in each: a byte for each label, from its lowest value on, the first one lowest, so
    /// that four labels are added up at a time.
    table: Vec<u64>,
}

const HEAD: &[u8; 4] = b"SLN1";

/// The row of a feature: the value of a template.
#[must_use]
pub fn row(template: usize, value: u64) -> u32 {
    let mixed = (value ^ (template as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
        .wrapping_mul(0xd6e8_feb8_6659_fd93);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed >> (64 - BITS)) as u32
}

/// Whether a label may follow another: the inside of a name only its own beginning.
#[must_use]
pub fn may_follow(before: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || before == label || before + 1 == label
}

impl Tagger {
    /// The file in the folder of models.
    pub const FILE: &'static str = "names.bin";

    /// From weights, in as many steps as a signed byte has.
    #[must_use]
    pub fn new(table: &[Scores], transitions: [Scores; LABELS]) -> Self {
        let top = table.iter().flatten().fold(0.0_f32, |top, weight| top.max(weight.abs()));
        let scale = if top > 0.0 { top / 127.0 } else { 1.0 };
        let table = table.iter().map(|row| packed(row.iter().map(|w| (w / scale).round() as i8)));
        Self { scale, transitions, steps: steps(&transitions), table: table.collect() }
    }

    /// The contents of the file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = HEAD.to_vec();
        bytes.extend(self.scale.to_le_bytes());
        bytes.extend(self.transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
        for row in &self.table {
            bytes.extend(row.to_le_bytes().iter().take(LABELS).map(|byte| byte ^ LOWEST));
        }
        bytes
    }

    /// Reads the file.
    ///
    /// # Errors
    /// Where its head or its length is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, ModelError> {
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        let damaged = || ModelError::Damaged { file: Self::FILE.to_owned(), line: 1 };
        let bytes = bytes.strip_prefix(HEAD).ok_or_else(damaged)?;
        let (head, table) =
            bytes.split_at_checked((1 + LABELS * LABELS) * 4).ok_or_else(damaged)?;
        let mut numbers =
            head.chunks_exact(4).map(|number| number.try_into().map_or(0.0, f32::from_le_bytes));
        let scale = numbers.next().unwrap_or(0.0);
        let mut transitions = [[0.0; LABELS]; LABELS];
        for (weight, number) in transitions.iter_mut().flatten().zip(numbers) {
            *weight = number;
        }
        let finite = scale.is_finite() && transitions.iter().flatten().all(|w| w.is_finite());
        if table.len() != ROWS * LABELS || !finite {
            return Err(damaged());
        }
        // Eight bytes at a time; the last of them belongs to the next row.
        let eight = |row: usize| {
            let bytes = table.get(row * LABELS..row * LABELS + 8)?;
            bytes.try_into().map(u64::from_le_bytes).ok()
        };
        let rows = (0..ROWS).map(|row| match eight(row) {
            Some(bytes) => (bytes & FILLED) ^ LOWEST_OF_ALL,
            None => {
                let rest = table.get(row * LABELS..).unwrap_or(&[]);
                packed(rest.iter().map(|byte| i8::from_le_bytes([*byte])))
            }
        });
        Ok(Self { scale, transitions, steps: steps(&transitions), table: rows.collect() })
    }

    /// Whether there is nothing to tag with.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Writes the best labels for words that have `templates` rows each into `labels`, and how much
    /// better each label is at its place than to be outside, or the best name where it is outside.
    pub fn label(&self, rows: &[u32], templates: usize, path: &mut Path, labels: &mut [(u8, f32)]) {
        self.label_with(rows, templates, &[], path, labels);
    }

    /// The same, with what another reader adds to the scores of each word.
    pub fn label_with(
        &self,
        rows: &[u32],
        templates: usize,
        added: &[Scores],
        path: &mut Path,
        labels: &mut [(u8, f32)],
    ) {
        let scores = rows.chunks(templates.max(1)).map(|rows| self.score(rows));
        path.scores.clear();
        path.scores.extend(scores);
        for (scores, added) in path.scores.iter_mut().zip(added) {
            scores.iter_mut().zip(added).for_each(|(score, added)| *score += added);
        }
        path.find(&self.steps);
        let Path { scores, labels: found, .. } = path;
        for (place, (label, scores)) in labels.iter_mut().zip(found.iter().zip(scores)) {
            let own = scores[usize::from(*label)];
            let other = if *label == 0 {
                scores[1..].iter().copied().fold(f32::MIN, f32::max)
            } else {
                scores[0]
            };
            *place = (*label, own - other);
        }
    }

    fn score(&self, rows: &[u32]) -> Scores {
        let mut sums = [0_i32; LABELS];
        for rows in rows.chunks(MOST) {
            // The labels with even numbers and those with odd ones, sixteen bits for each.
            let (mut even, mut odd, mut count) = (0_u64, 0_u64, 0);
            for row in rows {
                if let Some(weights) = self.table.get(*row as usize) {
                    even += weights & LANES;
                    odd += (weights >> 8) & LANES;
                    count += i32::from(LOWEST);
                }
            }
            for (label, sum) in sums.iter_mut().enumerate() {
                let lanes = if label % 2 == 0 { even } else { odd };
                *sum += i32::from((lanes >> (label / 2 * 16)) as u16) - count;
            }
        }
        sums.map(|sum| sum as f32 * self.scale)
    }
}

/// What is added to a weight so that none is negative; also the bit that does so.
const LOWEST: u8 = 128;

/// The bytes of a row that are weights.
const FILLED: u64 = 0x00ff_ffff_ffff_ffff;

/// [`LOWEST`] in every byte.
const LOWEST_OF_ALL: u64 = 0x8080_8080_8080_8080;

/// Every second byte.
const LANES: u64 = 0x00ff_00ff_00ff_00ff;

/// So many bytes add up to less than sixteen bits hold.
const MOST: usize = 256;

fn packed(weights: impl Iterator<Item = i8>) -> u64 {
    let mut row = [LOWEST; 8];
    for (place, weight) in row.iter_mut().zip(weights) {
        *place = weight.to_le_bytes()[0] ^ LOWEST;
    }
    u64::from_le_bytes(row)
}

/// The labels of highest score in a chain.
#[must_use]
pub fn best_path(scores: &[Scores], transitions: &[Scores; LABELS]) -> Vec<u8> {
    let mut path = Path { scores: scores.to_vec(), ..Path::default() };
    path.find(&steps(transitions));
    path.labels
}

/// Transitions with those that no name allows made impossible.
fn steps(transitions: &[Scores; LABELS]) -> [Scores; LABELS] {
    let mut steps = *transitions;
    for (before, steps) in steps.iter_mut().enumerate() {
        for (label, step) in steps.iter_mut().enumerate() {
            if !may_follow(before, label) {
                *step = f32::NEG_INFINITY;
            }
        }
    }
    steps
}

/// The way through one chain after the other, in the same memory.
#[derive(Clone, Debug, Default)]
pub struct Path {
    scores: Vec<Scores>,
    /// For each word behind the first one, the label that stands before each of its labels.
    back: Vec<[u8; LABELS]>,
    labels: Vec<u8>,
}

impl Path {
    /// Finds the labels of highest score.
    fn find(&mut self, steps: &[Scores; LABELS]) {
        let Self { scores, back, labels } = self;
        labels.clear();
        back.clear();
        let Some(first) = scores.first() else { return };
        let mut total = *first;
        for (label, score) in total.iter_mut().enumerate() {
            if !may_follow(0, label) {
                *score = f32::MIN;
            }
        }
        go_on(&mut total, scores, steps, back);
        let best = (0..LABELS).reduce(|a, b| if total[b] > total[a] { b } else { a });
        let mut label = best.unwrap_or(0);
        labels.push(label as u8);
        for from in back.iter().rev() {
            label = usize::from(from[label]);
            labels.push(label as u8);
        }
        labels.reverse();
    }
}

/// Goes through the chain behind its first word: the best sum up to each label, and the label that
/// stands before it there.
fn go_on(
    total: &mut Scores,
    scores: &[Scores],
    steps: &[Scores; LABELS],
    back: &mut Vec<[u8; LABELS]>,
) {
    for word in scores.iter().skip(1) {
        let mut next = [f32::MIN; LABELS];
        let mut from = [0; LABELS];
        for (before, (sum, steps)) in total.iter().zip(steps).enumerate() {
            for (label, step) in steps.iter().enumerate() {
                let sum = sum + step;
                if sum > next[label] {
                    next[label] = sum;
                    from[label] = before as u8;
                }
            }
        }
        for (sum, score) in next.iter_mut().zip(word) {
            *sum += score;
        }
        *total = next;
        back.push(from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tagger() -> Tagger {
        let mut table = vec![[0.0; LABELS]; ROWS];
        table[3] = [0.0, 2.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        table[5] = [2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        table[4] = [0.0, 0.0, 1.0, 0.5, 0.0, 0.0, 0.0];
        Tagger::new(&table, [[0.0; LABELS]; LABELS])
    }

    #[test]
    fn files_come_back_as_they_were() {
        let tagger = tagger();
        let parsed = Tagger::parse(&tagger.bytes()).expect("well-formed");
        assert_eq!(parsed.bytes(), tagger.bytes());
        assert!(Tagger::parse(b"").expect("nothing").is_empty());
        for damaged in [&b"SLN1"[..], b"no", &tagger.bytes()[..900]] {
            assert!(Tagger::parse(damaged).is_err());
        }
    }

    #[test]
    fn many_weights_at_the_ends_of_their_range_add_up() {
        let mut table = vec![[0.0; LABELS]; ROWS];
        table[1] = [-1.0, 1.0, 0.5, -0.5, 1.0, -1.0, 0.0];
        let tagger = Tagger::new(&table, [[0.0; LABELS]; LABELS]);
        let sums = tagger.score(&[1; 1000]);
        let want =
            [-1000.0, 1000.0, 64.0 / 127.0 * 1000.0, -64.0 / 127.0 * 1000.0, 1000.0, -1000.0, 0.0];
        assert!(sums.iter().zip(want).all(|(sum, want)| (sum - want).abs() < 1.0), "{sums:?}");
    }

    #[test]
    fn another_reader_has_a_say() {
        let label = |added: &[Scores]| {
            let mut labels = [(0, 0.0)];
            tagger().label_with(&[5], 1, added, &mut Path::default(), &mut labels);
            labels[0]
        };
        assert_eq!(label(&[]).0, 0);
        let (label, margin) = label(&[[0.0, 0.0, 0.0, 0.0, 0.0, 2.5, 0.0]]);
        assert_eq!(label, 5);
        assert!((margin - 0.5).abs() < 0.02, "{margin}");
    }

    #[test]
    fn insides_follow_beginnings_only() {
        let labels = |rows: &[u32]| {
            let mut labels = vec![(0, 0.0); rows.len()];
            tagger().label(rows, 1, &mut Path::default(), &mut labels);
            labels.iter().map(|l| l.0).collect::<Vec<_>>()
        };
        assert_eq!(labels(&[3, 4, 0]), [1, 2, 0]);
        // Without a beginning the inside of a person cannot stand.
        assert_eq!(labels(&[5, 4]), [0, 3]);
        assert_eq!(labels(&[]), []);
    }
}
