//! A discussion without its sentences and tokens, which follow from the rest: what an importer hands
//! on to a program that has no importers, and how bundled texts lie beside the page.

use serde::{Deserialize, Serialize};

use crate::{
    border::{Border, BorderOrigin},
    discussion::{Discussion, ParagraphId, ParagraphKind, Post, PostId, Section},
    import::{ImportError, MAX_BYTES, title},
    paragraphs::Block,
    span::Span,
};

/// How packed outlines begin. No text file does, as it begins with a zero.
const MAGIC: &[u8] = b"\0stancelight outline 1\n";

/// A discussion without its sentences and tokens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// What the discussion is called.
    pub title: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// The whole text.
    pub text: String,
    /// The article's post, then the comments'.
    pub posts: Vec<OutlinePost>,
    /// The paragraphs in the order of the text.
    pub paragraphs: Vec<OutlineParagraph>,
    /// How sure the border is, from 0 to 1.
    pub confidence: f32,
    /// Where the border is from; it stands before the second post.
    pub origin: BorderOrigin,
}

/// Who wrote a post, when, and what it answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OutlinePost {
    /// Who.
    pub author: Option<String>,
    /// When, as the source says it.
    pub time: Option<String>,
    /// The number of the post that it answers.
    pub parent: Option<u32>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutlineParagraph {
    /// Its bytes in the text.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
    /// The number of its post.
    pub post: u32,
}

impl Outline {
    /// The outline of a discussion.
    #[must_use]
    pub fn of(discussion: &Discussion) -> Self {
        let posts = discussion.posts.iter().map(|post| OutlinePost {
            author: post.author.clone(),
            time: post.time.clone(),
            parent: post.parent.map(|parent| parent.0),
        });
        let paragraphs = discussion.paragraphs.iter().map(|paragraph| OutlineParagraph {
            span: paragraph.span,
            kind: paragraph.kind,
            post: paragraph.post.0,
        });
        Self {
            title: discussion.title.clone(),
            source: discussion.source.clone(),
            text: discussion.text.clone(),
            posts: posts.collect(),
            paragraphs: paragraphs.collect(),
            confidence: discussion.border.confidence,
            origin: discussion.border.origin,
        }
    }

    /// The discussion, as far as the outline makes sense, and how many paragraphs do not: those that
    /// are not in the text, not in order, or without anything said. A title is kept to the letter; where there is none,
    /// the text or `name`, that of the file, gives one.
    ///
    /// # Errors
    /// Where no paragraph is left, or the text is too long.
    pub fn discussion(self, name: Option<&str>) -> Result<(Discussion, usize), ImportError> {
        if self.text.len() > MAX_BYTES {
            return Err(ImportError::TooLarge { bytes: self.text.len() });
        }
        let mut discussion = Discussion {
            title: self.title,
            source: self.source,
            text: self.text,
            ..Discussion::default()
        };
        // The post of each paragraph that is kept.
        let mut post_of: Vec<u32> = Vec::with_capacity(self.paragraphs.len());
        let (mut broken, mut end) = (0, 0);
        for OutlineParagraph { span, kind, post } in self.paragraphs {
            let count = discussion.paragraphs.len();
            if let Some(span) = trimmed(&discussion.text, span, end) {
                discussion.push_paragraph(Block { span, kind });
            }
            let Some(paragraph) = discussion.paragraphs.get(count) else {
                broken += 1;
                continue;
            };
            end = paragraph.span.end;
            // Posts stand in order, and the first paragraph is the article's.
            let least = post_of.last().copied().unwrap_or(0);
            post_of.push(if count == 0 { 0 } else { post.max(least) });
        }
        if discussion.paragraphs.is_empty() {
            return Err(ImportError::Empty);
        }
        if discussion.title.trim().is_empty() {
            discussion.title = title::choose(None, name, &discussion);
        }
        set_posts(&mut discussion, &self.posts, &post_of);
        let confidence = if self.confidence.is_nan() { 0.0 } else { self.confidence };
        discussion.border = Border {
            paragraph: discussion.posts.get(1).map(|post| ParagraphId(post.paragraphs.start)),
            confidence: confidence.clamp(0.0, 1.0),
            origin: self.origin,
        };
        Ok((discussion, broken))
    }

    /// As bytes, which [`Outline::unpack`] opens.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        // Nothing in an outline can be refused.
        bytes.extend(postcard::to_allocvec(self).unwrap_or_default());
        bytes
    }

    /// The discussion in bytes that are a packed outline; none where they are something else.
    ///
    /// # Errors
    /// Where the outline is damaged or has no text.
    #[must_use]
    pub fn unpack(bytes: &[u8]) -> Option<Result<Discussion, ImportError>> {
        let packed = bytes.strip_prefix(MAGIC)?;
        let outline = postcard::from_bytes::<Self>(packed).map_err(|_| ImportError::Damaged);
        Some(outline.and_then(|outline| outline.discussion(None)).map(|(discussion, _)| discussion))
    }
}

/// A span behind a place, without white space around it; none where nothing else is in it.
fn trimmed(text: &str, span: Span, behind: u32) -> Option<Span> {
    if span.start < behind {
        return None;
    }
    let said = text.get(span.start as usize..span.end as usize)?.trim_start();
    let start = span.end as usize - said.len();
    let said = said.trim_end();
    (!said.is_empty()).then(|| Span::new(start, start + said.len()))
}

/// Makes the posts that have paragraphs, the article's first.
fn set_posts(discussion: &mut Discussion, given: &[OutlinePost], post_of: &[u32]) {
    let mut numbers: Vec<Option<PostId>> = vec![None; given.len()];
    let mut posts: Vec<Post> = Vec::new();
    let mut last = None;
    for (i, number) in (0_u32..).zip(post_of) {
        if last == Some(*number)
            && let Some(post) = posts.last_mut()
        {
            post.paragraphs.end = i + 1;
            continue;
        }
        last = Some(*number);
        let said = given.get(*number as usize).cloned().unwrap_or_default();
        let parent = said.parent.and_then(|parent| *numbers.get(parent as usize)?);
        if let Some(slot) = numbers.get_mut(*number as usize) {
            *slot = Some(PostId(posts.len() as u32));
        }
        let section = if posts.is_empty() { Section::Article } else { Section::Comments };
        posts.push(Post {
            section,
            author: said.author,
            time: said.time,
            parent,
            paragraphs: i..i + 1,
        });
    }
    discussion.posts = posts;
    discussion.name_posts();
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::import::{Import, import};

    fn unpacked(discussion: &Discussion) -> Discussion {
        Outline::unpack(&Outline::of(discussion).pack()).expect("an outline").expect("whole")
    }

    #[test]
    fn what_is_packed_opens_again() {
        for (name, bytes) in [
            ("a.md", &include_bytes!("../tests/golden/ferry.md")[..]),
            ("a.html", include_bytes!("../tests/golden/thread.html")),
            ("a.txt", include_bytes!("../tests/golden/wrapped.txt")),
            ("a.json", include_bytes!("../tests/formats/reddit.json")),
            ("a.xml", include_bytes!("../tests/formats/disqus.xml")),
        ] {
            let discussion = import(bytes, Import { name: Some(name) }).unwrap();
            assert_eq!(unpacked(&discussion), discussion, "{name}");
        }
    }

    #[test]
    fn other_bytes_are_none() {
        assert_eq!(Outline::unpack(b"Text."), None);
        assert_eq!(Outline::unpack(MAGIC), Some(Err(ImportError::Damaged)));
        let empty = Outline::default().pack();
        assert_eq!(Outline::unpack(&empty), Some(Err(ImportError::Empty)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text(text in "(\\PC|[ \n.!?\"'a-zA-Z]){0,200}") {
            if let Ok(discussion) = import(text.as_bytes(), Import::default()) {
                prop_assert_eq!(unpacked(&discussion), discussion);
            }
        }

        #[test]
        fn any_outline(
            text in "(\\PC|[ \n.a-z]){0,60}",
            paragraphs in prop::collection::vec((0u32..80, 0u32..80, 0u32..5), 0..8),
            parents in prop::collection::vec(prop::option::of(0u32..6), 0..5),
            confidence in any::<f32>(),
        ) {
            let paragraphs = paragraphs.into_iter().map(|(start, end, post)| OutlineParagraph {
                span: Span { start, end }, kind: ParagraphKind::Body, post,
            }).collect();
            let posts = parents.into_iter().map(|parent| OutlinePost { parent, ..OutlinePost::default() });
            let outline = Outline { text, paragraphs, posts: posts.collect(), confidence, ..Outline::default() };
            if let Ok((discussion, _)) = outline.discussion(None) {
                prop_assert_eq!(discussion.check_invariants(), Ok(()));
            }
        }

        #[test]
        fn damage_does_no_harm(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
            let discussion = import(b"It rained.\n\nComments\n\nWho asked?", Import::default()).unwrap();
            let mut bytes = Outline::of(&discussion).pack();
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Some(Ok(discussion)) = Outline::unpack(&bytes) {
                prop_assert_eq!(discussion.check_invariants(), Ok(()));
            }
        }
    }
}
