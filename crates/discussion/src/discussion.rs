//! The discussion: one text, and its posts, paragraphs, sentences and tokens as spans into it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{border::Border, span::Span};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index into the vector that holds such items.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id! {
    /// Index into [`Discussion::posts`].
    PostId
}
id! {
    /// Index into [`Discussion::paragraphs`]; the page shows it one higher (`p1` is paragraph 0).
    ParagraphId
}
id! {
    /// Index into [`Discussion::sentences`].
    SentenceId
}
id! {
    /// Index into [`Discussion::tokens`].
    TokenId
}

/// A text with its shape. Every span points into [`Discussion::text`]; posts hold paragraphs in
/// order, paragraphs sentences, sentences tokens. Between paragraphs there is white space, and where
/// the text marks its comments also the lines that do so: a heading `Comments`, an author's name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Discussion {
    /// What the discussion is called; never empty after an import.
    pub title: String,
    /// Where it comes from, as said by the text itself (an address or the name of a paper).
    pub source: Option<String>,
    /// The whole text: as it was, where it was plain; taken out of its markup otherwise, with
    /// blank lines between the paragraphs. What marks the comments (`12 comments`, the line with
    /// an author's name) belongs to no paragraph.
    pub text: String,
    /// The article's post first, then the comments.
    pub posts: Vec<Post>,
    /// All paragraphs in the order of the text.
    pub paragraphs: Vec<Paragraph>,
    /// All sentences in the order of the text.
    pub sentences: Vec<Sentence>,
    /// All tokens in the order of the text.
    pub tokens: Vec<Token>,
    /// Where the comments begin.
    pub border: Border,
}

/// Which part of a discussion a post belongs to.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Section {
    /// The text that is discussed.
    #[default]
    Article,
    /// What readers wrote under it.
    Comments,
}

/// The article, or one comment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Post {
    /// Article or comments.
    pub section: Section,
    /// Who wrote it, where the source says so.
    pub author: Option<String>,
    /// When it was written, as the source says it.
    pub time: Option<String>,
    /// The post that it answers.
    pub parent: Option<PostId>,
    /// Its paragraphs.
    pub paragraphs: Range<u32>,
}

/// What a paragraph is in its post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ParagraphKind {
    /// Running text.
    #[default]
    Body,
    /// A heading; in running text it counts as one sentence.
    Heading,
    /// An item of a list.
    Item,
    /// Text that the post quotes as a block; its writer is somebody else.
    Quote,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its bytes, without white space around it.
    pub span: Span,
    /// The post that it belongs to.
    pub post: PostId,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its sentences.
    pub sentences: Range<u32>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its bytes, without white space around it.
    pub span: Span,
    /// The paragraph that it belongs to.
    pub paragraph: ParagraphId,
    /// Its tokens.
    pub tokens: Range<u32>,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TokenKind {
    /// Letters, hyphens and apostrophes inside included (`military-to-military`, `U.S.`).
    #[default]
    Word,
    /// A clitic cut off its word (`'s`, `n't`, `'re`).
    Clitic,
    /// Begins with a digit, or with the sign of a currency before one (`1,150`, `1990s`, `$40bn`).
    Number,
    /// Punctuation and symbols.
    Punctuation,
    /// An address of the web or of a mailbox.
    Address,
    /// A name with an at sign (`@name`).
    Handle,
    /// A word with a number sign (`#word`).
    Hashtag,
    /// A picture character, as one grapheme, or a face made of signs (`:-)`).
    Emoji,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Discussion {
    /// The text at a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The section of a paragraph.
    #[must_use]
    pub fn section(&self, paragraph: ParagraphId) -> Section {
        self.paragraphs
            .get(paragraph.index())
            .and_then(|paragraph| self.posts.get(paragraph.post.index()))
            .map_or(Section::Article, |post| post.section)
    }

    /// The sentences of a paragraph with their numbers.
    pub fn sentences_of(
        &self,
        paragraph: ParagraphId,
    ) -> impl Iterator<Item = (SentenceId, &Sentence)> {
        let range = self.paragraphs.get(paragraph.index()).map_or(0..0, |p| p.sentences.clone());
        range.filter_map(|i| Some((SentenceId(i), self.sentences.get(i as usize)?)))
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn tokens_of(&self, sentence: SentenceId) -> &[Token] {
        self.sentences
            .get(sentence.index())
            .and_then(|s| self.tokens.get(s.tokens.start as usize..s.tokens.end as usize))
            .unwrap_or(&[])
    }
}
