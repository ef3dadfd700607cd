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

impl Discussion {
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
