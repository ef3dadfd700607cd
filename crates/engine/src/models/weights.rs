//! Weights of a linear model over hashed features, quantised to a byte each.
//!
//! The file: `SLW1`, the number of classes and the binary logarithm of the number of buckets (a byte
//! each), the size of a step (little-endian `f32`), a bias for each class (`f32` each), and then the
//! weights in steps (`i8` each), bucket by bucket. A class that is not in the file has weight 0.

use crate::models::ModelError;

/// A linear model.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    classes: usize,
    mask: u32,
    step: f32,
    bias: Vec<f32>,
    weights: Vec<i8>,
}

/// The beginning of every file.
const MAGIC: &[u8; 4] = b"SLW1";

impl Weights {
    /// Name of the file that holds the weights of the stance toward a mention in a report.
    pub const STANCE: &'static str = "stance.bin";
    /// Name of the file that holds the weights of a commenter's stance in a paragraph.
    pub const COMMENTS: &'static str = "comments.bin";

    /// Name of the file that holds the weights of what two in one sentence hold toward each other.
    pub const DIRECTION: &'static str = "direction.bin";

    /// Reads a file; an empty one gives a model that knows nothing.
    ///
    /// # Errors
    /// Where the file is no such model or is cut short.
    pub fn parse(name: &str, bytes: &[u8]) -> Result<Self, ModelError> {
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        Self::read(bytes).ok_or_else(|| ModelError::Damaged { file: name.to_owned(), line: 1 })
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (&[classes, bits], rest) = rest.split_first_chunk::<2>()?;
        let (step, mut rest) = rest.split_first_chunk::<4>()?;
        let mut bias = Vec::new();
        for _ in 0..classes {
            let (value, behind) = rest.split_first_chunk::<4>()?;
            bias.push(f32::from_le_bytes(*value));
            rest = behind;
        }
        let buckets = 1u32.checked_shl(u32::from(bits)).filter(|_| bits < 25)?;
        let classes = usize::from(classes);
        let weights: Vec<i8> = rest.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        (weights.len() == classes * buckets as usize).then_some(Self {
            classes,
            mask: buckets - 1,
            step: f32::from_le_bytes(*step),
            bias,
            weights,
        })
    }

    /// The file of a model: a bias for each class, and for each bucket a weight for each class.
    /// The number of buckets must be a power of two.
    #[must_use]
    pub fn write(bias: &[f32], weights: &[Vec<f32>]) -> Vec<u8> {
        let largest = weights.iter().flatten().fold(0.0f32, |max, weight| max.max(weight.abs()));
        let step = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        let mut file = MAGIC.to_vec();
        file.push(u8::try_from(bias.len()).unwrap_or(u8::MAX));
        file.push(u8::try_from(weights.len().ilog2()).unwrap_or(u8::MAX));
        file.extend(step.to_le_bytes());
        for value in bias {
            file.extend(value.to_le_bytes());
        }
        for weight in weights.iter().flatten() {
            #[allow(clippy::cast_possible_truncation, reason = "between -127 and 127")]
            let steps = (weight / step).round() as i8;
            file.extend(steps.to_le_bytes());
        }
        file
    }

    /// Whether it knows nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// What one feature adds to a class.
    #[must_use]
    pub fn weight(&self, key: u32, class: usize) -> f32 {
        let at = (key & self.mask) as usize * self.classes + class;
        self.weights.get(at).map_or(0.0, |steps| f32::from(*steps) * self.step)
    }

    /// What a class has before any feature.
    #[must_use]
    pub fn bias(&self, class: usize) -> f32 {
        self.bias.get(class).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_model_is_read() {
        let file = Weights::write(&[0.5, -1.0], &[vec![1.0, -2.0], vec![0.0, 0.25]]);
        let weights = Weights::parse("w", &file).expect("well-formed");
        assert_eq!((weights.bias(0), weights.bias(1)), (0.5, -1.0));
        assert!((weights.weight(2, 1) + 2.0).abs() < 0.02, "keys are taken modulo the buckets");
        assert!((weights.weight(1, 1) - 0.25).abs() < 0.02);
        for end in 1..file.len() {
            assert!(Weights::parse("w", &file[..end]).is_err());
        }
        assert!(Weights::parse("w", b"").expect("nothing").is_empty());
    }
}
