//! Byte places in the units of others: code points and UTF-16.

use crate::span::Span;

/// Bytes between two checkpoints; a look-up reads at most that many.
const STEP: usize = 128;

/// Translates byte offsets of one text into code points and UTF-16 units and back.
///
/// Building it reads the text once; a look-up reads at most 128 bytes. For a text in ASCII all
/// units are the same, and nothing is stored.
#[derive(Clone, Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    /// For every 128 bytes, how many code points and UTF-16 units begin before that byte; empty
    /// for ASCII.
    checkpoints: Vec<(u32, u32)>,
}

/// A unit in which others count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points, as Python and most data formats count.
    CodePoints,
    /// UTF-16 units, as JavaScript counts.
    Utf16,
}

impl Unit {
    fn of(self, checkpoint: (u32, u32)) -> usize {
        match self {
            Self::CodePoints => checkpoint.0 as usize,
            Self::Utf16 => checkpoint.1 as usize,
        }
    }

    /// How many units begin with this byte of UTF-8.
    fn begun_by(self, byte: u8) -> usize {
        match (self, byte) {
            (_, 0x80..=0xBF) => 0,
            (Self::Utf16, 0xF0..) => 2,
            _ => 1,
        }
    }
}

impl<'a> Offsets<'a> {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = Vec::new();
        if !text.is_ascii() {
            let mut sum = (0, 0);
            for chunk in text.as_bytes().chunks(STEP) {
                checkpoints.push(sum);
                for &byte in chunk {
                    sum.0 += Unit::CodePoints.begun_by(byte) as u32;
                    sum.1 += Unit::Utf16.begun_by(byte) as u32;
                }
            }
        }
        Self { text, checkpoints }
    }

    /// A byte offset in another unit: how many units begin before that byte. Behind the end it is
    /// the end.
    #[must_use]
    pub fn from_byte(&self, byte: u32, unit: Unit) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        if self.checkpoints.is_empty() {
            return byte as u32;
        }
        let block = (byte / STEP).min(self.checkpoints.len() - 1);
        let mut sum = self.checkpoints.get(block).map_or(0, |&c| unit.of(c));
        for &b in self.text.as_bytes().get(block * STEP..byte).unwrap_or(&[]) {
            sum += unit.begun_by(b);
        }
        sum as u32
    }

    /// The byte at which the unit with this number begins; the start of its character where it
    /// lies inside one, and the end of the text where it lies behind it.
    #[must_use]
    pub fn to_byte(&self, place: u32, unit: Unit) -> u32 {
        let place = place as usize;
        if self.checkpoints.is_empty() {
            return place.min(self.text.len()) as u32;
        }
        let block = self.checkpoints.partition_point(|&c| unit.of(c) <= place).saturating_sub(1);
        let mut sum = self.checkpoints.get(block).map_or(0, |&c| unit.of(c));
        let start = block * STEP;
        for (i, &b) in self.text.as_bytes().get(start..).unwrap_or(&[]).iter().enumerate() {
            let begun = unit.begun_by(b);
            if begun > 0 && sum + begun > place {
                return (start + i) as u32;
            }
            sum += begun;
        }
        self.text.len() as u32
    }

    /// A span in another unit.
    #[must_use]
    pub fn span(&self, span: Span, unit: Unit) -> (u32, u32) {
        (self.from_byte(span.start, unit), self.from_byte(span.end, unit))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn agrees_with_counting(text in "(\\PC|[aé€😀]){0,300}") {
            let offsets = Offsets::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..byte];
                let points = before.chars().count() as u32;
                let units = before.encode_utf16().count() as u32;
                prop_assert_eq!(offsets.from_byte(byte as u32, Unit::CodePoints), points);
                prop_assert_eq!(offsets.from_byte(byte as u32, Unit::Utf16), units);
                prop_assert_eq!(offsets.to_byte(points, Unit::CodePoints), byte as u32);
                prop_assert_eq!(offsets.to_byte(units, Unit::Utf16), byte as u32);
            }
        }
    }

    #[test]
    fn inside_a_character_is_its_start() {
        let offsets = Offsets::new("a😀b");
        assert_eq!(offsets.to_byte(2, Unit::Utf16), 1);
        assert_eq!(offsets.to_byte(99, Unit::Utf16), 6);
        assert_eq!(offsets.from_byte(99, Unit::CodePoints), 3);
    }
}
