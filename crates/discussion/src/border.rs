//! The border between the article and its comments.

use serde::{Deserialize, Serialize};

use crate::discussion::{Discussion, ParagraphId};

/// Where the comments begin, how sure that is, and who said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Border {
    /// The first paragraph of the comments; none where all is article.
    pub paragraph: Option<ParagraphId>,
    /// From 0 (a guess) to 1 (given).
    pub confidence: f32,
    /// Who placed it.
    pub origin: BorderOrigin,
}

/// Who placed the border.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BorderOrigin {
    /// Found by the scored decision of this module.
    #[default]
    Scored,
    /// Marked in the text or by its format (a heading `Comments`).
    Marked,
    /// Placed by the reader.
    Reader,
}

impl Discussion {
    /// The same text with the border where the reader puts it; `None` makes all of it article.
    /// A paragraph that does not exist, and the first one, count as `None`.
    #[must_use]
    pub fn with_border(self, _paragraph: Option<ParagraphId>) -> Self {
        self
    }
}
