//! VADER, the floor under the stance figures: C. J. Hutto and E. E. Gilbert, "VADER: A
//! Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text", ICWSM 2014.
//!
//! It follows version 3.3.2 of the authors' program (MIT) to the fourth decimal, its quirks
//! included, with one difference: pictures are not turned into their descriptions, because that
//! list is not at hand.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context as _, Result};

const INCREASE: f64 = 0.293;
const CAPITALS: f64 = 0.733;
const NEGATION: f64 = -0.74;

/// Words that strengthen what follows.
const STRENGTHENING: &[&str] = &[
    "absolutely",
    "amazingly",
    "awfully",
    "completely",
    "considerable",
    "considerably",
    "decidedly",
    "deeply",
    "effing",
    "enormous",
    "enormously",
    "entirely",
    "especially",
    "exceptional",
    "exceptionally",
    "extreme",
    "extremely",
    "fabulously",
    "flipping",
    "flippin",
    "frackin",
    "fracking",
    "fricking",
    "frickin",
    "frigging",
    "friggin",
    "fully",
    "fuckin",
    "fucking",
    "fuggin",
    "fugging",
    "greatly",
    "hella",
    "highly",
    "hugely",
    "incredible",
    "incredibly",
    "intensely",
    "major",
    "majorly",
    "more",
    "most",
    "particularly",
    "purely",
    "quite",
    "really",
    "remarkably",
    "so",
    "substantially",
    "thoroughly",
    "total",
    "totally",
    "tremendous",
    "tremendously",
    "uber",
    "unbelievably",
    "unusually",
    "utter",
    "utterly",
    "very",
];

/// Words that weaken what follows.
const WEAKENING: &[&str] = &[
    "almost",
    "barely",
    "hardly",
    "just enough",
    "kind of",
    "kinda",
    "kindof",
    "kind-of",
    "less",
    "little",
    "marginal",
    "marginally",
    "occasional",
    "occasionally",
    "partly",
    "scarce",
    "scarcely",
    "slight",
    "slightly",
    "somewhat",
    "sort of",
    "sorta",
    "sortof",
    "sort-of",
];

/// Words that turn what follows round; every word with `n't` does too.
const NEGATING: &[&str] = &[
    "aint", "arent", "cannot", "cant", "couldnt", "darent", "didnt", "doesnt", "dont", "hadnt",
    "hasnt", "havent", "isnt", "mightnt", "mustnt", "neither", "neednt", "never", "none", "nope",
    "nor", "not", "nothing", "nowhere", "oughtnt", "shant", "shouldnt", "uhuh", "wasnt", "werent",
    "uh-uh", "without", "wont", "wouldnt", "rarely", "seldom", "despite",
];

/// Phrases with a valence of their own.
const PHRASES: &[(&str, f64)] = &[
    ("the shit", 3.0),
    ("the bomb", 3.0),
    ("bad ass", 1.5),
    ("badass", 1.5),
    ("bus stop", 0.0),
    ("yeah right", -2.0),
    ("kiss of death", -1.5),
    ("to die for", 3.0),
    ("beating heart", 3.5),
];

/// The lexicon, ready to score.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vader {
    valences: HashMap<String, f64>,
}

impl Vader {
    /// Reads `vader.tsv` from a folder of lexicons: term, mean valence, further columns ignored.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn load(folder: &Path) -> Result<Self> {
        let path = folder.join("vader.tsv");
        let table = fs::read_to_string(&path)
            .with_context(|| format!("The lexicon {} cannot be read", path.display()))?;
        Ok(Self::from_table(&table))
    }

    fn from_table(table: &str) -> Self {
        let rows = table.lines().filter_map(|line| {
            let mut columns = line.split('\t');
            Some((columns.next()?.to_owned(), columns.next()?.parse().ok()?))
        });
        Self { valences: rows.collect() }
    }

    /// The compound score of a text, from -1 to 1.
    pub(crate) fn compound(&self, text: &str) -> f64 {
        let text = text.trim();
        let words: Vec<&str> = text.split_whitespace().map(strip_punctuation).collect();
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let capitals = words.iter().filter(|word| is_upper(word)).count();
        let sentence = Words {
            vader: self,
            emphatic: words
                .iter()
                .map(|word| is_upper(word) && 0 < capitals && capitals < words.len())
                .collect(),
            lower,
        };
        let mut valences: Vec<f64> = (0..words.len()).map(|at| sentence.valence(at)).collect();
        sentence.weigh_contrast(&mut valences);

        let sum: f64 = valences.iter().sum();
        let emphasis = emphasis(text);
        let sum = if sum > 0.0 {
            sum + emphasis
        } else if sum < 0.0 {
            sum - emphasis
        } else {
            sum
        };
        (sum / (sum * sum + 15.0).sqrt()).clamp(-1.0, 1.0)
    }

    /// The class that the authors read off the compound score.
    pub(crate) fn class(&self, text: &str) -> VaderClass {
        // The program rounds to four places before anybody compares.
        let compound = (self.compound(text) * 1e4).round() / 1e4;
        if compound >= 0.05 {
            VaderClass::Positive
        } else if compound <= -0.05 {
            VaderClass::Negative
        } else {
            VaderClass::Neutral
        }
    }
}

/// Compound at least 0.05, at most -0.05, or in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VaderClass {
    /// At least 0.05.
    Positive,
    /// In between.
    Neutral,
    /// At most -0.05.
    Negative,
}

/// The words of one text.
struct Words<'a> {
    vader: &'a Vader,
    lower: Vec<String>,
    /// Whether a word is in capitals where not all are.
    emphatic: Vec<bool>,
}

impl Words<'_> {
    fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// The word that stands `back` places before `at`; empty where there is none.
    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    fn known(&self, word: &str) -> Option<f64> {
        self.vader.valences.get(word).copied()
    }

    fn valence(&self, at: usize) -> f64 {
        let word = self.word(at);
        let next = self.word(at + 1);
        if degree(word).is_some() || (word == "kind" && next == "of") {
            return 0.0;
        }
        let Some(known) = self.known(word) else { return 0.0 };
        let mut valence = known;
        if word == "no" && self.known(next).is_some() {
            valence = 0.0;
        }
        let joined = ["or", "nor"].contains(&self.before(at, 1));
        if self.before(at, 1) == "no"
            || self.before(at, 2) == "no"
            || (self.before(at, 3) == "no" && joined)
        {
            valence = known * NEGATION;
        }
        if self.emphatic[at] {
            valence += if valence > 0.0 { CAPITALS } else { -CAPITALS };
        }
        for back in 1..=3 {
            if at < back || self.known(self.before(at, back)).is_some() {
                continue;
            }
            let damping = [1.0, 0.95, 0.9][back - 1];
            valence += damping * self.degree_at(at - back, valence);
            valence = self.negate(at, back, valence);
            if back == 3 {
                valence = self.phrases(at, valence);
            }
        }
        let least = self.before(at, 1) == "least" && self.known("least").is_none();
        if least && !["at", "very"].contains(&self.before(at, 2)) {
            valence *= NEGATION;
        }
        valence
    }

    /// What a word of degree adds to a valence.
    fn degree_at(&self, at: usize, valence: f64) -> f64 {
        let Some(degree) = degree(self.word(at)) else { return 0.0 };
        let towards = if valence < 0.0 { -degree } else { degree };
        match self.emphatic[at] {
            true if valence > 0.0 => towards + CAPITALS,
            true => towards - CAPITALS,
            false => towards,
        }
    }

    fn negate(&self, at: usize, back: usize, valence: f64) -> f64 {
        let [one, two, three] = [1, 2, 3].map(|back| self.before(at, back));
        let so = |word: &str| word == "so" || word == "this";
        let (raised, doubtless) = match back {
            1 => (false, false),
            2 => (two == "never" && so(one), two == "without" && one == "doubt"),
            _ => (
                (three == "never" && so(two)) || so(one),
                three == "without" && (two == "doubt" || one == "doubt"),
            ),
        };
        let word = self.before(at, back);
        if raised {
            valence * 1.25
        } else if !doubtless && (NEGATING.contains(&word) || word.contains("n't")) {
            valence * NEGATION
        } else {
            valence
        }
    }

    fn phrases(&self, at: usize, valence: f64) -> f64 {
        let join = |range: std::ops::RangeInclusive<usize>| {
            self.lower.get(range).map(|words| words.join(" ")).unwrap_or_default()
        };
        let phrase = |text: &str| {
            PHRASES.iter().find(|(phrase, _)| *phrase == text).map(|(_, value)| *value)
        };
        let (one, two, three) = (at - 1, at - 2, at - 3);
        let behind = [one..=at, two..=at, two..=one, three..=one, three..=two];
        let mut valence =
            behind.into_iter().find_map(|range| phrase(&join(range))).unwrap_or(valence);
        for range in [at..=at + 1, at..=at + 2] {
            valence = phrase(&join(range)).unwrap_or(valence);
        }
        for range in [three..=one, three..=two, two..=one] {
            valence += degree(&join(range)).unwrap_or(0.0);
        }
        valence
    }

    /// Halves what stands before the first `but` and raises what stands behind it. The authors'
    /// program looks each value up by its first equal while it changes the list; so does this.
    fn weigh_contrast(&self, valences: &mut [f64]) {
        let Some(but) = self.lower.iter().position(|word| word == "but") else { return };
        for turn in 0..valences.len() {
            let value = valences[turn];
            let first = valences.iter().position(|other| *other == value).unwrap_or(turn);
            if first < but {
                valences[first] = value * 0.5;
            } else if first > but {
                valences[first] = value * 1.5;
            }
        }
    }
}

fn degree(word: &str) -> Option<f64> {
    if STRENGTHENING.contains(&word) {
        Some(INCREASE)
    } else if WEAKENING.contains(&word) {
        Some(-INCREASE)
    } else {
        None
    }
}

/// What exclamation and question marks add.
fn emphasis(text: &str) -> f64 {
    let exclamations = text.matches('!').take(4).map(|_| 0.292).sum::<f64>();
    let questions = match text.matches('?').count() {
        0 | 1 => 0.0,
        2 => 0.36,
        3 => 0.54,
        _ => 0.96,
    };
    exclamations + questions
}

/// A word without punctuation round it; what would be two characters or fewer is left as it is,
/// because it may be an emoticon.
fn strip_punctuation(word: &str) -> &str {
    let stripped = word.trim_matches(|c: char| c.is_ascii_punctuation());
    if stripped.chars().count() <= 2 { word } else { stripped }
}

fn is_upper(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values come from the authors' program with the same lexicon rows.
    #[test]
    fn agrees_with_the_original() {
        let vader = Vader::from_table(
            "good\t1.9\t0.9\ngreat\t3.1\t0.7\nbad\t-2.5\t0.67\nhorrible\t-2.5\t0.8\nno\t-1.2\t0.7\n\
             kind\t2.4\t1.0\nfun\t2.3\t0.9\n:)\t2.0\t1.1\n",
        );
        let check = |text: &str, expected: f64| {
            let compound = vader.compound(text);
            assert!((compound - expected).abs() < 5e-5, "{text}: {compound} is not {expected}");
        };
        for (text, expected) in EXPECTED {
            check(text, *expected);
        }
    }

    const EXPECTED: &[(&str, f64)] = &[
        ("The soup was good.", 0.4404),
        ("The soup was VERY good!!", 0.6715),
        ("The soup was not good, was it???", -0.449),
        ("No fun at all :)", 0.0767),
        ("It was kind of good, but the bread was horrible.", -0.6055),
        ("We never had so great a day", 0.7384),
        ("without doubt a great day", 0.6249),
        ("GREAT day, least bad of all", 0.8263),
        ("It isn't that bad; hardly horrible", -0.0918),
        ("he is bad ass and good", -0.1531),
        ("so this was good", 0.4877),
        ("great BUT bad and bad", -0.8381),
        ("nothing here", 0.0),
    ];
}
