//! Hashes by which trained weights find their features.
//!
//! They are part of the models: the same numbers and words must give the same key on every machine,
//! whatever its word size. A hasher made for tables promises no such thing (`rustc_hash` adds up in
//! machine words, so that WebAssembly with its 32 bits looked in other places than training with its
//! 64). The keys here are those that the 64-bit form of its version 2.1 gives, since the
//! weights were trained with them: a multiplication for each number, a wyhash-like mix for bytes
//! (O. Peters).

/// The factor of each step.
const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;
/// The turn that brings the best mixed bits down.
const TURN: u32 = 26;
/// Beginnings of the two streams of bytes, and what keeps zeros from staying zeros: digits of pi.
const FIRST: u64 = 0x243f_6a88_85a3_08d3;
const SECOND: u64 = 0x1319_8a2e_0370_7344;
const ZEROS: u64 = 0xa409_3822_299f_31d0;

/// The key of some numbers in their order.
pub(crate) fn of_numbers(numbers: impl IntoIterator<Item = u32>) -> u64 {
    let add = |sum: u64, number: u32| sum.wrapping_add(u64::from(number)).wrapping_mul(FACTOR);
    numbers.into_iter().fold(0, add).rotate_left(TURN)
}

/// The key of a word's bytes.
pub(crate) fn of_bytes(bytes: &[u8]) -> u64 {
    mixed(bytes).wrapping_mul(FACTOR).rotate_left(TURN)
}

/// Both halves of a product in one.
fn product(x: u64, y: u64) -> u64 {
    let whole = u128::from(x) * u128::from(y);
    #[allow(clippy::cast_possible_truncation, reason = "the halves are taken apart")]
    let halves = (whole as u64, (whole >> 64) as u64);
    halves.0 ^ halves.1
}

/// Eight bytes, the first one lowest; missing ones are zeros.
fn eight(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

fn mixed(bytes: &[u8]) -> u64 {
    let (mut first, mut second) = (FIRST, SECOND);
    let len = bytes.len();
    match len {
        0 => {}
        1..=3 => {
            first ^= u64::from(bytes[0]);
            second ^= u64::from(bytes[len - 1]) << 8 | u64::from(bytes[len / 2]);
        }
        4..=7 => {
            first ^= eight(&bytes[..4]);
            second ^= eight(&bytes[len - 4..]);
        }
        8..=16 => {
            first ^= eight(bytes);
            second ^= eight(&bytes[len - 8..]);
        }
        _ => {
            for chunk in bytes[..len - 1].chunks_exact(16) {
                let next = product(first ^ eight(chunk), ZEROS ^ eight(&chunk[8..]));
                (first, second) = (second, next);
            }
            first ^= eight(&bytes[len - 16..]);
            second ^= eight(&bytes[len - 8..]);
        }
    }
    product(first, second) ^ len as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &[&str] = &[
        "",
        "a",
        "is",
        "the",
        "said",
        "worse",
        "praise",
        "against",
        "insisted",
        "criticise",
        "unbelievable",
        "responsibilities",
        "counterrevolutionary",
        "naïve",
        "мир",
        "pneumonoultramicroscopicsilicovolcanoconiosis",
    ];

    /// The weights were trained with these; other keys find none of them.
    #[test]
    fn keys_are_what_they_were_in_training() {
        assert_eq!(of_numbers([3, 0xdead_beef, 7]), 0xef50_140d_c680_4b2f);
        assert_eq!(of_bytes(b"against"), 0xaa77_8f73_4b9b_d096);
        assert_eq!(of_bytes(b"responsibilities of"), 0xae95_91f8_cea7_1713);
    }

    #[test]
    #[cfg(target_pointer_width = "64")]
    fn keys_are_those_of_the_hasher_they_were_trained_with() {
        use std::hash::Hasher as _;
        for word in WORDS {
            let mut hasher = rustc_hash::FxHasher::default();
            hasher.write(word.as_bytes());
            assert_eq!(of_bytes(word.as_bytes()), hasher.finish(), "{word}");
        }
        for numbers in [&[][..], &[1], &[0, u32::MAX, 5], &[0x0100_0000, 77, 3, 9]] {
            let mut hasher = rustc_hash::FxHasher::default();
            numbers.iter().for_each(|number| hasher.write_u32(*number));
            assert_eq!(of_numbers(numbers.iter().copied()), hasher.finish(), "{numbers:?}");
        }
    }
}
