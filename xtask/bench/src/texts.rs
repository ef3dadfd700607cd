//! Texts to measure with: as long as is wanted, without repetition, the same on every machine.
//!
//! Real text that is repeated flatters every cache; words in a random order do not. Half of the
//! words come from our own bundled texts, as often as they stand there, half from the list of
//! ordinary words; names come from the gazetteer, by first name and surname from the lists of
//! names, and by pronouns. Sentences, paragraphs and comments are about as long as people's.

use std::fmt::Write as _;

/// Where the words come from.
#[derive(Debug, Default)]
pub struct Words<'a> {
    /// Words of a running text, each as often as it stands there.
    running: Vec<&'a str>,
    ordinary: Vec<&'a str>,
    first: Vec<&'a str>,
    surnames: Vec<&'a str>,
    known: Vec<&'a str>,
}

impl<'a> Words<'a> {
    /// From running texts and the contents of the lists `words.tsv` and `gazetteer.tsv`.
    #[must_use]
    pub fn new(running: &[&'a str], words: &'a str, gazetteer: &'a str) -> Self {
        let plain = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
        let list = |class: &'static str| {
            words
                .lines()
                .filter_map(move |line| line.split_once('\t').filter(|(name, _)| *name == class))
                .flat_map(|(_, words)| words.split(' '))
        };
        let known = gazetteer.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let name = line.split('\t').nth(1)?.trim_start_matches(['=', '?']);
            (!name.is_empty()).then_some(name)
        });
        Self {
            running: running
                .iter()
                .flat_map(|text| text.split_whitespace())
                .filter(plain)
                .collect(),
            ordinary: list("ordinary").filter(plain).collect(),
            first: list("female").chain(list("male")).collect(),
            surnames: list("surname").collect(),
            known: known.collect(),
        }
    }

    /// A text of at least so many bytes. No mark says where comments begin, so that to look for the
    /// border is part of what is measured.
    #[must_use]
    pub fn text(&self, bytes: usize, seed: u64) -> String {
        let mut dice = Dice(seed);
        let mut text = String::with_capacity(bytes + 1024);
        while text.len() < bytes {
            for _ in 0..1 + dice.below(5) {
                self.sentence(&mut text, &mut dice);
            }
            text.push_str("\n\n");
        }
        text
    }

    fn sentence(&self, text: &mut String, dice: &mut Dice) {
        let start = text.len();
        let count = 6 + dice.below(24);
        for at in 0..count {
            match dice.below(100) {
                0..=3 => text.push_str(dice.one(&self.known)),
                4..=5 => {
                    let (first, last) = (dice.one(&self.first), dice.one(&self.surnames));
                    capital(text, first);
                    text.push(' ');
                    capital(text, last);
                }
                6..=7 => capital(text, dice.one(&self.surnames)),
                8..=10 => text.push_str(dice.one(&["he", "she", "they", "his", "her", "it"])),
                // Writing to a string does not fail.
                11 => write!(text, "{}", dice.below(3000)).unwrap_or_default(),
                12..=55 => text.push_str(dice.one(&self.ordinary)),
                _ => text.push_str(dice.one(&self.running)),
            }
            if at + 1 < count {
                text.push_str(match dice.below(40) {
                    0..=2 => ", ",
                    3 => "'s ",
                    _ => " ",
                });
            }
        }
        text.push_str(match dice.below(12) {
            0 => "! ",
            1 => "? ",
            _ => ". ",
        });
        let head = text.split_off(start);
        capital(text, &head);
    }
}

fn capital(text: &mut String, word: &str) {
    let mut letters = word.chars();
    text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    text.push_str(letters.as_str());
}

/// Random numbers that are the same everywhere (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    fn one<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = self.below(words.len());
        words.get(at).copied().unwrap_or("nothing")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: (&str, &str) = (
        "ordinary\tstone river garden window\nfemale\tada\nmale\tivo\nsurname\tstone berg\n",
        "# known\nplace\tRuritania\t\nperson\t=Rudolf Elphberg\tm\n",
    );

    #[test]
    fn texts_are_the_same_for_a_seed_and_never_repeat() {
        let words = Words::new(&["the old house and the sea"], LISTS.0, LISTS.1);
        let text = words.text(20_000, 7);
        assert_eq!(text, words.text(20_000, 7));
        assert_ne!(text, words.text(20_000, 8));
        assert!((20_000..22_000).contains(&text.len()));
        assert!(
            ["Ruritania", "Rudolf Elphberg", "Ada Berg", " the "]
                .iter()
                .all(|part| text.contains(part))
        );
        let mut sentences: Vec<_> = text.split(". ").collect();
        let count = sentences.len();
        sentences.sort_unstable();
        sentences.dedup();
        assert!(sentences.len() * 100 > count * 98);
    }
}
