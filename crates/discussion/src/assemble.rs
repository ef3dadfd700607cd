//! From blocks of text to a discussion: the last step of every importer.

use crate::{
    border::{self, Border, BorderOrigin},
    discussion::{
        Discussion, Paragraph, ParagraphId, ParagraphKind, Post, PostId, Section, Sentence,
    },
    paragraphs::Block,
    sentences,
    span::Span,
    tokens,
};

/// What an importer found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// The title, if the text gives one.
    pub(crate) title: Option<String>,
    /// Where the text says it comes from.
    pub(crate) source: Option<String>,
    /// The whole text.
    pub(crate) text: String,
    /// Its paragraphs in order.
    pub(crate) blocks: Vec<Block>,
    /// The comments' posts, if the text marks them.
    pub(crate) marked: Option<Marked>,
    /// What a format that tells the article from its comments says of the article; with it no
    /// border is looked for.
    pub(crate) head: Option<Head>,
}

/// Who wrote an article, and when.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    pub(crate) author: Option<String>,
    pub(crate) time: Option<String>,
}

/// Comments that the text marks as such.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marked {
    /// The block with which the comments begin.
    pub(crate) border: usize,
    /// The posts from there on, in order; none where only the border is marked.
    pub(crate) posts: Vec<DraftPost>,
}

/// A comment.
#[derive(Clone, Debug, Default)]
pub(crate) struct DraftPost {
    pub(crate) author: Option<String>,
    pub(crate) time: Option<String>,
    /// The number of the comment that it answers.
    pub(crate) parent: Option<usize>,
    /// The block with which it begins.
    pub(crate) first_block: usize,
}

impl Draft {
    /// Puts a paragraph of running text behind the others.
    fn push(&mut self, paragraph: &str) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(paragraph.trim());
        let span = Span::new(start, self.text.len());
        self.blocks.push(Block { span, kind: ParagraphKind::Body });
    }

    /// The discussion with its sentences, tokens, border and posts.
    pub(crate) fn assemble(self, name: Option<&str>) -> Discussion {
        let mut discussion =
            Discussion { source: self.source, text: self.text, ..Discussion::default() };
        for block in &self.blocks {
            discussion.push_paragraph(*block);
        }
        discussion.title = crate::import::title::choose(self.title, name, &discussion);
        let count = u32::try_from(discussion.paragraphs.len()).unwrap_or(u32::MAX);
        match self.marked {
            Some(marked) if (1..count as usize).contains(&marked.border) => {
                let border = marked.border as u32;
                discussion.border = Border {
                    paragraph: Some(ParagraphId(border)),
                    confidence: 1.0,
                    origin: BorderOrigin::Marked,
                };
                discussion.set_posts(&marked.posts, border, count);
            }
            _ if self.head.is_some() => {
                let origin = BorderOrigin::Marked;
                discussion.border = Border { paragraph: None, confidence: 1.0, origin };
                discussion.set_posts(&[], count, count);
            }
            _ => {
                discussion.border = border::find(&discussion);
                let border = discussion.border.paragraph.map_or(count, |p| p.0);
                discussion.set_posts(&[], border, count);
            }
        }
        if let (Some(head), Some(article)) = (self.head, discussion.posts.first_mut()) {
            article.author = head.author;
            article.time = head.time;
        }
        discussion
    }
}

/// A post whose text is known as such, for [`Discussion::of_posts`].
#[derive(Clone, Debug, Default)]
pub struct Written<'a> {
    /// Who wrote it.
    pub author: Option<&'a str>,
    /// The number of the post that it answers, the article being 0.
    pub parent: Option<usize>,
    /// Its paragraphs.
    pub paragraphs: Vec<&'a str>,
}

impl Discussion {
    /// A discussion of an article and the comments behind it. Paragraphs of white space and posts
    /// of such paragraphs should not be among them.
    #[must_use]
    pub fn of_posts(title: &str, article: &Written<'_>, comments: &[Written<'_>]) -> Self {
        let mut draft = Draft { title: Some(title.to_owned()), ..Draft::default() };
        for paragraph in &article.paragraphs {
            draft.push(paragraph);
        }
        let mut marked = Marked { border: draft.blocks.len(), posts: Vec::new() };
        for post in comments {
            marked.posts.push(DraftPost {
                author: post.author.map(str::to_owned),
                time: None,
                parent: post.parent.and_then(|parent| parent.checked_sub(1)),
                first_block: draft.blocks.len(),
            });
            for paragraph in &post.paragraphs {
                draft.push(paragraph);
            }
        }
        draft.marked = Some(marked);
        draft.head = Some(Head { author: article.author.map(str::to_owned), time: None });
        draft.assemble(None)
    }

    /// Adds a paragraph with its sentences and tokens; one without any token is left out.
    pub(crate) fn push_paragraph(&mut self, block: Block) {
        let number = self.paragraphs.len() as u32;
        let first_token = self.tokens.len();
        let first_sentence = self.sentences.len() as u32;
        tokens::tokenize_into(&self.text, block.span, &mut self.tokens);
        let found = self.tokens.get(first_token..).unwrap_or(&[]);
        if found.is_empty() {
            return;
        }
        let ranges = if block.kind == ParagraphKind::Heading && found.len() <= sentences::MAX_TOKENS
        {
            std::iter::once(0..found.len()).collect()
        } else {
            sentences::split(&self.text, found)
        };
        for range in ranges {
            let ends =
                (found.get(range.start), range.end.checked_sub(1).and_then(|i| found.get(i)));
            let (Some(first), Some(last)) = ends else { continue };
            self.sentences.push(Sentence {
                span: Span { start: first.span.start, end: last.span.end },
                paragraph: ParagraphId(number),
                tokens: (first_token + range.start) as u32..(first_token + range.end) as u32,
            });
        }
        self.paragraphs.push(Paragraph {
            span: block.span,
            post: PostId(0),
            kind: block.kind,
            sentences: first_sentence..self.sentences.len() as u32,
        });
    }

    /// Makes the article's post and the comments' posts; without marked ones, each paragraph from
    /// the border on is one.
    fn set_posts(&mut self, marked: &[DraftPost], border: u32, count: u32) {
        let mut posts = vec![Post {
            section: Section::Article,
            author: None,
            time: None,
            parent: None,
            paragraphs: 0..border,
        }];
        if marked.is_empty() {
            posts.extend((border..count).map(|i| comment(i..i + 1)));
        }
        for (i, draft) in marked.iter().enumerate() {
            let end = marked.get(i + 1).map_or(count, |next| next.first_block as u32);
            posts.push(Post {
                author: draft.author.clone(),
                time: draft.time.clone(),
                parent: draft.parent.map(|parent| PostId(parent as u32 + 1)),
                ..comment(draft.first_block as u32..end)
            });
        }
        self.posts = posts;
        self.name_posts();
    }

    /// Writes the number of its post into every paragraph.
    pub(crate) fn name_posts(&mut self) {
        for (number, post) in self.posts.iter().enumerate() {
            let range = post.paragraphs.start as usize..post.paragraphs.end as usize;
            for paragraph in self.paragraphs.get_mut(range).unwrap_or(&mut []) {
                paragraph.post = PostId(number as u32);
            }
        }
    }
}

/// A comment of which nothing is known but where it stands.
pub(crate) fn comment(paragraphs: std::ops::Range<u32>) -> Post {
    Post { section: Section::Comments, author: None, time: None, parent: None, paragraphs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_make_a_discussion() {
        let article = Written {
            author: Some("Ida Moe"),
            parent: None,
            paragraphs: vec!["It rained.", "It rained again. Nobody came."],
        };
        let comment = |author, parent, paragraphs| Written { author, parent, paragraphs };
        let comments = [
            comment(Some("wet"), Some(0), vec!["So what?", "Take an umbrella."]),
            comment(Some("dry"), Some(1), vec!["Indeed."]),
        ];
        let discussion = Discussion::of_posts("Rain", &article, &comments);
        assert_eq!(discussion.check_invariants(), Ok(()));
        assert_eq!(discussion.border.paragraph, Some(ParagraphId(2)));
        let posts: Vec<_> = discussion
            .posts
            .iter()
            .map(|post| (post.author.as_deref(), post.parent, post.paragraphs.clone()))
            .collect();
        assert_eq!(
            posts,
            [
                (Some("Ida Moe"), None, 0..2),
                (Some("wet"), None, 2..4),
                (Some("dry"), Some(PostId(1)), 4..5),
            ]
        );
        let alone = Discussion::of_posts("Rain", &article, &[]);
        assert_eq!(alone.check_invariants(), Ok(()));
        assert_eq!((alone.border.paragraph, alone.posts.len()), (None, 1));
    }
}
