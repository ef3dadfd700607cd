//! The lexicon: words that judge, words that relate a holder to a target, and the closed classes
//! of English that tell where a clause begins and what turns it round.
//!
//! The file is made by `lab lexicons` from shippable lists; it is text, in sections:
//! `[classes]` class and words; `[polarity]` weight and words; `[verbs]` kinds, values,
//! prepositions and forms; `[relations]` nouns and adjectives with a preposition before the target.

use rustc_hash::FxHashMap;

use crate::models::{ModelError, decimal};

/// Declares the classes of words, each a bit, with its name in the file.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $text:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            fn named(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

/// A set of classes that a word belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

classes! {
    /// `not`, `never`, `without`.
    NEGATOR = 0, "negator";
    /// `don't` as one word.
    NEGATED_VERB = 1, "negated-verb";
    /// `very`.
    INTENSIFIER = 2, "intensifier";
    /// `slightly`.
    DIMINISHER = 3, "diminisher";
    /// `but`.
    CONTRAST = 4, "contrast";
    /// `although`.
    CONCESSION = 5, "concession";
    /// `if`.
    CONDITIONAL = 6, "conditional";
    /// `because`.
    SUBORDINATOR = 7, "subordinator";
    /// `who` after a noun.
    RELATIVE = 8, "relative";
    /// `why` at the head of a question.
    QUESTION = 9, "question";
    /// `and`.
    COORDINATOR = 10, "coordinator";
    /// `can`.
    MODAL = 11, "modal";
    /// `should`.
    NECESSITY = 12, "necessity";
    /// `may`.
    POSSIBILITY = 13, "possibility";
    /// `have` before a verb.
    AUXILIARY = 14, "auxiliary";
    /// Forms of `be`.
    BE = 15, "be";
    /// Forms of `have`.
    HAVE = 16, "have";
    /// Forms of `do`.
    DO = 17, "do";
    /// `the`.
    DETERMINER = 18, "determiner";
    /// `their`.
    POSSESSIVE = 19, "possessive";
    /// `she`.
    PRONOUN = 20, "pronoun";
    /// `he`, not `him`.
    SUBJECT_PRONOUN = 21, "subject-pronoun";
    /// `I`, `we`.
    FIRST_PERSON = 22, "first-person";
    /// `you`.
    SECOND_PERSON = 23, "second-person";
    /// `people`, `everyone`.
    GENERIC = 24, "generic";
    /// `of`.
    PREPOSITION = 25, "preposition";
    /// `better`.
    COMPARATIVE = 26, "comparative";
    /// `worse`.
    WORSE = 27, "worse";
    /// `falsely`.
    CONTRARY = 28, "contrary";
    /// `according`.
    REPORTING_PHRASE = 29, "reporting-phrase";
    /// `view` in `in her view`.
    VIEW_NOUN = 30, "view-noun";
    /// `claim` in `his claim that`.
    REPORT_NOUN = 31, "report-noun";
    /// `so-called`.
    SO_CALLED = 32, "so-called";
    /// `bravo`, where it is seldom meant.
    IRONY = 33, "irony";
    /// `soon`.
    ADVERB = 34, "adverb";
    /// `President` before a name.
    TITLE = 35, "title";
    /// `she`, `they`.
    THIRD_PERSON = 36, "third-person";
    /// People by what they do (`minister`, `critics`).
    PERSON = 37, "person";
    /// `it`, `there`.
    IMPERSONAL = 38, "impersonal";
    /// Naming it judges nobody: wars.
    CONFLICT = 40, "conflict";
    /// Naming it judges nobody: deaths.
    DEATH = 41, "death";
    /// Naming it judges nobody: crimes and courts.
    CRIME = 42, "crime";
    /// Naming it judges nobody: disasters, illness, want.
    DISASTER = 43, "disaster";
    /// Naming it judges nobody: terrorism.
    TERROR = 44, "terror";
    /// Naming it judges nobody: votes, treaties, rights.
    POLITICS = 45, "politics";
    /// Naming it judges nobody: what people feel.
    FEELING = 46, "feeling";
    /// The list's weight is not of the common sense.
    WEIGHTLESS = 47, "weightless";
    /// Verbs of other kinds that report what hangs on them (`agreed that`).
    REPORTS = 48, "reports";
    /// `as` in `as she said`.
    REPORTING_AS = 49, "reporting-as";
    /// `photo` in `Photo: X`.
    CREDIT = 50, "credit";
    /// `sure` in `I am sure that`.
    CERTAIN = 51, "certain";
}

impl Classes {
    /// Things and events of the world, which reports name without judging.
    pub const EVENT: Self = Self(
        Self::CONFLICT.0
            | Self::DEATH.0
            | Self::CRIME.0
            | Self::DISASTER.0
            | Self::TERROR.0
            | Self::POLITICS.0
            | Self::FEELING.0,
    );

    /// Both sets together.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two sets share a class.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A set of prepositions, by their place in the file's class; the highest bit stands for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prepositions(u64);

impl Prepositions {
    /// No preposition: a direct object.
    pub const DIRECT: Self = Self(1 << 63);
    /// `of`, which stands first in the list.
    pub const OF: Self = Self(1);
    /// `in`.
    pub const IN: Self = Self(1 << 1);
    /// `by`.
    pub const BY: Self = Self(1 << 4);

    /// Whether the two sets share one.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What kind of verb it is; a verb can be several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerbKind(u16);

impl VerbKind {
    /// The subject judges the object (`praise`).
    pub const ATTITUDE: Self = Self(1);
    /// The subject does something to the object (`attack`).
    pub const ACT: Self = Self(2);
    /// The subject wants something (`hope`).
    pub const DESIRE: Self = Self(4);
    /// The subject says or thinks something (`insist`).
    pub const REPORT: Self = Self(8);
    /// Reports only beside quotation marks (`continue`).
    pub const QUOTE: Self = Self(16);
    /// Something becomes of the subject (`fail`).
    pub const FATE: Self = Self(32);
    /// `be`, `seem`.
    pub const COPULA: Self = Self(64);
    /// A negation of it means that of what hangs on it (`does not think that`).
    pub const RAISES: Self = Self(256);
    /// Reports only with `that` or quotation marks (`show`).
    pub const EXPLICIT: Self = Self(512);
    /// The noun behind it carries the meaning (`give`).
    pub const LIGHT: Self = Self(128);

    /// The kinds as a number.
    #[must_use]
    pub fn bits(self) -> u32 {
        u32::from(self.0)
    }

    /// Whether the two sets share a kind.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "attitude" => Self::ATTITUDE,
            "act" => Self::ACT,
            "desire" => Self::DESIRE,
            "report" => Self::REPORT,
            "quote" => Self::QUOTE,
            "fate" => Self::FATE,
            "copula" => Self::COPULA,
            "explicit" => Self::EXPLICIT,
            "raises" => Self::RAISES,
            "light" => Self::LIGHT,
            "plain" => Self(0),
            _ => return None,
        })
    }
}

/// Which forms of a verb a word is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    /// `attack`.
    pub const BASE: Self = Self(1);
    /// `attacks`.
    pub const THIRD: Self = Self(2);
    /// `attacked`.
    pub const PAST: Self = Self(4);
    /// `taken`.
    pub const PARTICIPLE: Self = Self(8);
    /// `attacking`.
    pub const GERUND: Self = Self(16);

    /// Whether the two sets share a form.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it is that form and no other.
    #[must_use]
    pub fn only(self, other: Self) -> bool {
        self.0 != 0 && self.0 & !other.0 == 0
    }

    /// Both sets together.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A verb that relates a subject to an object. Values lie between -3 (against) and 3 (for).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Verb {
    /// What kind of verb it is.
    pub kind: VerbKind,
    /// What the subject shows toward the object.
    pub object: f32,
    /// How the text presents the subject.
    pub subject: f32,
    /// What may stand between verb and object.
    pub prepositions: Prepositions,
}

/// A noun or an adjective that relates a holder to a target behind a preposition.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Relation {
    /// A noun (`support for`); else an adjective (`critical of`).
    pub noun: bool,
    /// What the holder shows toward the target.
    pub target: f32,
    /// How the text presents the holder.
    pub holder: f32,
    /// What may stand between the word and the target.
    pub prepositions: Prepositions,
}

/// What is known of one word form.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its classes.
    pub classes: Classes,
    /// Its weight, from -4 (bad) to 4 (good); 0 where it has none.
    pub polarity: f32,
    /// Number of its verb, see [`Lexicon::verb`].
    pub verb: Option<u16>,
    /// Which forms of that verb it is.
    pub forms: Forms,
    /// Number of its relation, see [`Lexicon::relation`].
    pub relation: Option<u16>,
    /// The preposition that it is.
    pub preposition: Prepositions,
}

impl Entry {
    /// Whether the word belongs to one of these classes.
    #[must_use]
    pub fn is(&self, classes: Classes) -> bool {
        self.classes.has(classes)
    }
}

/// The whole lexicon.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    entries: FxHashMap<Box<str>, Entry>,
    verbs: Vec<Verb>,
    relations: Vec<Relation>,
}

impl Lexicon {
    /// Name of its file.
    pub const FILE: &'static str = "lexicon.tsv";

    /// Reads the file.
    ///
    /// # Errors
    /// Where a line does not have the shape of its section.
    pub fn parse(bytes: &[u8]) -> Result<Self, ModelError> {
        let damaged = |line| ModelError::Damaged { file: Self::FILE.to_owned(), line };
        let text = std::str::from_utf8(bytes).map_err(|_| damaged(1))?;
        let mut lexicon = Self::default();
        lexicon.entries.reserve(text.len() / 12);
        let mut section = "";
        for (i, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if line.starts_with('[') {
                section = line;
                continue;
            }
            lexicon.read(section, line).ok_or_else(|| damaged(i + 1))?;
        }
        Ok(lexicon)
    }

    fn read(&mut self, section: &str, line: &str) -> Option<()> {
        let mut fields = line.split('\t');
        let first = fields.next()?;
        match section {
            "[classes]" => {
                let class = Classes::named(first)?;
                for (i, word) in fields.next()?.split(' ').enumerate() {
                    let entry = self.entries.entry(word.into()).or_default();
                    entry.classes.0 |= class.0;
                    if class == Classes::PREPOSITION {
                        entry.preposition = Prepositions(1 << i.min(62));
                    }
                }
            }
            "[polarity]" => {
                let weight = decimal::parse(first)?;
                for word in fields.next()?.split(' ') {
                    self.entries.entry(word.into()).or_default().polarity = weight;
                }
            }
            "[verbs]" => {
                let mut kind = VerbKind::default();
                for name in first.split('+') {
                    kind.0 |= VerbKind::named(name)?.0;
                }
                let object = decimal::parse(fields.next()?)?;
                let subject = decimal::parse(fields.next()?)?;
                let prepositions = self.prepositions(fields.next()?)?;
                let number = u16::try_from(self.verbs.len()).ok()?;
                self.verbs.push(Verb { kind, object, subject, prepositions });
                for verb in fields.next()?.split(';') {
                    for (i, form) in verb.split(' ').enumerate() {
                        let entry = self.entries.entry(form.into()).or_default();
                        if entry.verb.is_none_or(|known| known == number) {
                            entry.verb = Some(number);
                            // Forms behind the five regular places belong to `be`.
                            entry.forms.0 |= if i < 5 { 1 << i } else { Forms::THIRD.0 };
                        }
                    }
                }
            }
            "[relations]" => {
                let noun = match first {
                    "noun" => true,
                    "adjective" => false,
                    _ => return None,
                };
                let target = decimal::parse(fields.next()?)?;
                let holder = decimal::parse(fields.next()?)?;
                let prepositions = self.prepositions(fields.next()?)?;
                let number = u16::try_from(self.relations.len()).ok()?;
                self.relations.push(Relation { noun, target, holder, prepositions });
                for word in fields.next()?.split(' ') {
                    let entry = self.entries.entry(word.into()).or_default();
                    entry.relation = entry.relation.or(Some(number));
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn prepositions(&self, words: &str) -> Option<Prepositions> {
        let mut set = Prepositions::default();
        for word in words.split(' ') {
            set.0 |= match word {
                "0" => Prepositions::DIRECT.0,
                word => {
                    self.entries.get(word).map(|e| e.preposition.0).filter(|bits| *bits != 0)?
                }
            };
        }
        Some(set)
    }

    /// What is known of a word form, given in lower case with straight apostrophes.
    #[must_use]
    pub fn entry(&self, form: &str) -> Entry {
        self.entries.get(form).copied().unwrap_or_default()
    }

    /// The verb that a word form belongs to.
    #[must_use]
    pub fn verb(&self, entry: &Entry) -> Option<Verb> {
        self.verbs.get(usize::from(entry.verb?)).copied()
    }

    /// The relation that a word form stands for.
    #[must_use]
    pub fn relation(&self, entry: &Entry) -> Option<Relation> {
        self.relations.get(usize::from(entry.relation?)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &[u8] = include_bytes!("../../../../models/lexicon.tsv");

    #[test]
    fn the_shipped_file_is_read() {
        let lexicon = Lexicon::parse(FILE).expect("the shipped file is well-formed");
        let verb = |form| lexicon.verb(&lexicon.entry(form)).expect(form);
        assert!(verb("undermined").object < 0.0 && verb("undermined").subject < 0.0);
        assert!(verb("praises").object > 0.0);
        assert!(verb("said").kind.has(VerbKind::REPORT));
        assert!(verb("were").kind.has(VerbKind::COPULA));
        assert!(lexicon.entry("helping").forms.only(Forms::GERUND));
        assert!(lexicon.entry("horrible").polarity < 0.0);
        assert!(lexicon.entry("never").is(Classes::NEGATOR));
        assert!(lexicon.entry("war").is(Classes::EVENT));
        let critical = lexicon.relation(&lexicon.entry("critical")).expect("critical");
        assert!(critical.target < 0.0 && !critical.noun);
        assert!(critical.prepositions.has(lexicon.entry("of").preposition));
    }

    #[test]
    fn damage_is_said_with_its_line() {
        for (text, line) in [
            ("[polarity]\nbad\tword", 2),
            ("[verbs]\nact\t1", 2),
            ("stray", 1),
            ("[classes]\nnone\tword", 2),
            ("# kept\n[relations]\nnoun\t1\t0\tamidships\tsupport", 3),
        ] {
            let error = Lexicon::parse(text.as_bytes()).expect_err(text);
            assert_eq!(error, ModelError::Damaged { file: "lexicon.tsv".to_owned(), line });
        }
    }
}
