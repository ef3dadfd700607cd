//! Sentences with names: WNUT17, Broad Twitter Corpus, wikigold, UNER-EWT; and GUM's documents.

use serde::Deserialize;

use crate::{data::gum, passage::CodePoints};

/// One text with its names.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Item {
    /// Its name, which begins with that of the data set.
    #[serde(default)]
    id: String,
    /// The text.
    pub(crate) text: String,
    /// Its names, in the sentence corpora.
    #[serde(default)]
    entities: Vec<TypedSpan>,
    /// Its mentions, in GUM.
    #[serde(default)]
    mentions: Vec<gum::Mention>,
}

#[derive(Clone, Debug, Deserialize)]
struct TypedSpan {
    #[serde(flatten)]
    span: CodePoints,
    #[serde(rename = "type")]
    kind: String,
}

/// The types that every data set has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum NameType {
    /// PER.
    Person,
    /// ORG.
    Organisation,
    /// LOC.
    Place,
}

impl NameType {
    /// All, in the order of the tables.
    pub(crate) const ALL: [Self; 3] = [Self::Person, Self::Organisation, Self::Place];

    /// What a data set's type becomes; none for the types that are left out (WNUT17's product and
    /// creative-work, wikigold's MISC, GUM's abstract, event, substance and others).
    pub(crate) fn of(label: &str) -> Option<Self> {
        match label {
            "PER" | "person" => Some(Self::Person),
            "ORG" | "organization" | "corporation" | "group" => Some(Self::Organisation),
            "LOC" | "location" | "place" => Some(Self::Place),
            _ => None,
        }
    }

    /// Its name in the tables.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Organisation => "ORG",
            Self::Place => "LOC",
        }
    }
}

/// What a data set marks in a handle whose sign stands apart (`@ name`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Handles {
    /// One name, as the engine does.
    #[default]
    Whole,
    /// The sign and the word behind it: two names.
    SignAndName,
}

/// The data sets whose convention is not the engine's, by the beginning of their items' names.
const CONVENTIONS: &[(&str, Handles)] = &[("btc-", Handles::SignAndName)];

impl Item {
    /// What its data set marks in a handle.
    pub(crate) fn handles(&self) -> Handles {
        let convention = CONVENTIONS.iter().find(|(set, _)| self.id.starts_with(set));
        convention.map_or(Handles::default(), |(_, handles)| *handles)
    }

    /// Whether it comes from a corpus of sentences, whose spans are names and nothing else.
    pub(crate) fn is_sentence(&self) -> bool {
        self.mentions.is_empty()
    }

    /// The names of the three types. A GUM mention is a whole noun phrase; its head is the name.
    pub(crate) fn names(&self) -> Vec<(CodePoints, NameType)> {
        let sentences = self.entities.iter().map(|entity| (entity.span, entity.kind.as_str()));
        let documents = self
            .mentions
            .iter()
            .filter(|mention| mention.named)
            .map(|mention| (mention.head, mention.kind.as_str()));
        let mut names: Vec<_> = sentences
            .chain(documents)
            .filter_map(|(span, kind)| Some((span, NameType::of(kind)?)))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_shapes_are_read() {
        let check = |line: &str, expected: &[(usize, usize, &str)]| {
            let item: Item = serde_json::from_str(line).unwrap();
            let names: Vec<_> = item
                .names()
                .into_iter()
                .map(|(span, kind)| (span.start, span.end, kind.label()))
                .collect();
            assert_eq!(names, expected);
        };
        check(
            r#"{"id": "a", "text": "Mina left Oslo", "entities": [
                {"start": 0, "end": 4, "text": "Mina", "type": "person"},
                {"start": 10, "end": 14, "text": "Oslo", "type": "product"}]}"#,
            &[(0, 4, "PER")],
        );
        let set = |id: &str| {
            let line = format!(r#"{{"id": "{id}", "text": ""}}"#);
            serde_json::from_str::<Item>(&line).unwrap().handles()
        };
        assert_eq!(set("btc-dev-0"), Handles::SignAndName);
        assert_eq!(set("wnut17-dev-0"), Handles::Whole);
        check(
            r#"{"text": "the Alps", "mentions": [{"start": 0, "end": 8, "type": "place",
                "group": "1", "named": true, "head": {"start": 4, "end": 8}}]}"#,
            &[(4, 8, "LOC")],
        );
    }
}
