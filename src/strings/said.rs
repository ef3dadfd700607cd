//! Messages on their way: what one program found, said by the page in the reader's language. A
//! program that has no words of its own names a message by its number.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Text;

/// Something that is to be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// In these words.
    Words(String),
    /// By the message with this number, with these in place of its variables. Both programs are of
    /// one build, so they count messages alike.
    Message(u16, Vec<Said>),
}

impl Said {
    /// A message with its values.
    pub(super) fn message(text: Text, values: Vec<Self>) -> Self {
        Self::Message(text.number(), values)
    }

    /// Its words in the language that the page shows.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Message(number, values) => {
                let values: Vec<String> = values.iter().map(Self::words).collect();
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                Text::numbered(*number).fill(&values)
            }
        }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words())
    }
}

impl From<String> for Said {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Said {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<usize> for Said {
    fn from(number: usize) -> Self {
        Self::Words(number.to_string())
    }
}

impl From<Text> for Said {
    fn from(text: Text) -> Self {
        Self::message(text, Vec::new())
    }
}
