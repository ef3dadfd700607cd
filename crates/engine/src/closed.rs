//! Closed lists of words: asked for nearly every word of a text, and hardly ever found.

/// A list of words in lower case, with a filter that turns away most words that are not on it.
pub(crate) struct ClosedList {
    words: &'static [&'static str],
    /// A bit for each value of [`mark`] that a word of the list has.
    marks: [u64; 4],
}

impl ClosedList {
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let mut marks = [0; 4];
        let mut at = 0;
        while at < words.len() {
            let mark = mark(words[at].as_bytes());
            marks[(mark >> 6) as usize] |= 1 << (mark & 63);
            at += 1;
        }
        Self { words, marks }
    }

    /// Whether a word stands on the list, which is written in lower case.
    pub(crate) fn has(&self, word: &[u8]) -> bool {
        let mark = mark(word);
        self.marks[(mark >> 6) as usize] >> (mark & 63) & 1 != 0
            && self.words.iter().any(|listed| listed.as_bytes() == word)
    }
}

/// A number that differs between most words: from the length, the first letter and the last two.
const fn mark(word: &[u8]) -> u8 {
    match word {
        [first, .., before, last] => {
            let ends = before.wrapping_mul(11) ^ last.wrapping_mul(37);
            ends ^ first.wrapping_mul(5) ^ (word.len() as u8).wrapping_mul(83)
        }
        [first, last] => first.wrapping_mul(5) ^ last.wrapping_mul(37),
        [only] => *only,
        [] => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_their_words_and_no_others() {
        const LIST: ClosedList = ClosedList::new(&["a", "of", "the", "without", "via"]);
        for word in ["a", "of", "the", "without", "via"] {
            assert!(LIST.has(word.as_bytes()), "{word}");
        }
        for word in ["", "b", "A", "off", "th", "thee", "within", "é"] {
            assert!(!LIST.has(word.as_bytes()), "{word}");
        }
    }
}
