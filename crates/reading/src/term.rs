//! The words for kinds of things, in one place: what stands in links, in JSON and in the page's
//! `data-` attributes.

use discussion::{ParagraphKind, Section, border::BorderOrigin};
use engine::{EntityType, EvidenceRole, Gender, MentionKind, Polarity, Stance, Tier};

use crate::sureness::Sureness;

/// A kind with a word for each of its values.
pub trait Term: Copy + PartialEq + 'static {
    /// Every value, in the order in which choices are shown.
    const ALL: &'static [Self];

    /// Its word: lower-case ASCII letters.
    #[must_use]
    fn term(self) -> &'static str;

    /// The value of a word.
    #[must_use]
    fn from_term(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.term() == word)
    }
}

macro_rules! terms {
    ($type:ty { $($value:ident = $word:literal),+ $(,)? }) => {
        impl Term for $type {
            const ALL: &'static [Self] = &[$(Self::$value),+];

            fn term(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }
        }
    };
}

terms!(EntityType {
    Person = "person",
    Organisation = "organisation",
    Place = "place",
    Group = "group",
    Event = "event",
    Work = "work",
    Other = "other",
});
terms!(Stance {
    Supportive = "supportive",
    Critical = "critical",
    Mixed = "mixed",
    Neutral = "neutral",
    Unclear = "unclear",
});
terms!(Sureness { High = "high", Fair = "fair", Low = "low" });
terms!(Section { Article = "article", Comments = "comments" });
terms!(MentionKind {
    Name = "name",
    Adjective = "adjective",
    Nominal = "nominal",
    Pronoun = "pronoun",
});
terms!(Polarity { Supportive = "supportive", Critical = "critical" });
terms!(EvidenceRole {
    Cue = "cue",
    Negation = "negation",
    Degree = "degree",
    Direction = "direction",
    Holder = "holder",
    Answer = "answer",
});
terms!(Tier { Quick = "quick", Deep = "deep", Reader = "reader" });
terms!(Gender { Female = "female", Male = "male", Unknown = "unknown" });
terms!(ParagraphKind { Body = "body", Heading = "heading", Item = "item", Quote = "quote" });
terms!(BorderOrigin { Scored = "scored", Marked = "marked", Reader = "reader" });

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: Term + std::fmt::Debug>() {
        for value in T::ALL {
            assert_eq!(T::from_term(value.term()), Some(*value));
            assert!(value.term().bytes().all(|byte| byte.is_ascii_lowercase()));
        }
        assert_eq!(T::from_term(""), None);
    }

    #[test]
    fn every_word_leads_back_to_its_value() {
        check::<EntityType>();
        check::<Stance>();
        check::<Section>();
        check::<MentionKind>();
        check::<Polarity>();
        check::<EvidenceRole>();
        check::<Tier>();
        check::<Gender>();
        check::<ParagraphKind>();
        check::<BorderOrigin>();
    }
}
