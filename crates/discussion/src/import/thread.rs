//! Messages of a source that knows threads, and how they become discussions.
//!
//! Every importer of such a source fills a [`Pool`]; several files of one thread can fill the same.
//! A thread is what hangs together by parents, or what the source itself names as one.

use rustc_hash::FxHashMap;

use super::{extracted::Extracted, html, markdown, notes::Counts, time};
use crate::{
    assemble::{Draft, DraftPost, Head, Marked},
    discussion::ParagraphKind,
    paragraphs,
};

/// The most posts of one discussion.
pub(super) const MAX_POSTS: usize = 50_000;
/// What stands in the text for a post that was deleted.
const DELETED: &str = "[deleted]";
/// What stands in the text for a post that says nothing but is answered.
const WORDLESS: &str = "[no text]";
/// Longer names and times are no such things, in bytes.
const MAX_NAME: usize = 200;

/// What a message is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Body {
    Html(String),
    Markdown(String),
    Plain(String),
}

impl Default for Body {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

/// One message.
#[derive(Clone, Debug, Default)]
pub(super) struct Message {
    /// Unique among the messages of its source; made up where the source has none.
    pub(super) id: String,
    /// What it answers.
    pub(super) parent: Option<String>,
    /// The thread that the source names; else what it answers decides.
    pub(super) thread: Option<String>,
    /// Whether it opens its thread rather than answers something.
    pub(super) opens: bool,
    pub(super) title: Option<String>,
    pub(super) link: Option<String>,
    pub(super) author: Option<String>,
    pub(super) time: Option<String>,
    pub(super) body: Body,
    pub(super) deleted: bool,
    /// Its place among the answers to its parent, where the source says one.
    pub(super) rank: u32,
}

/// What the source says of a thread apart from its messages.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) link: Option<String>,
}

/// The messages of a source.
#[derive(Debug, Default)]
pub(super) struct Pool {
    pub(super) messages: Vec<Message>,
    /// By the name of the thread.
    pub(super) about: FxHashMap<String, About>,
    pub(super) counts: Counts,
}

impl Pool {
    /// The discussions, each thread with what is said in it, in the order in which they begin.
    pub(super) fn drafts(mut self) -> (Vec<Draft>, Counts) {
        let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
        let mut messages: Vec<Message> = Vec::with_capacity(self.messages.len());
        for message in std::mem::take(&mut self.messages) {
            let number = messages.len();
            if !message.id.is_empty() && numbers.contains_key(&message.id) {
                self.counts.twice += 1;
                continue;
            }
            numbers.insert(message.id.clone(), number);
            messages.push(message);
        }
        let parents = parents(&messages, &numbers);
        let keys = self.keys(&messages, &parents);
        let mut order: Vec<&str> = Vec::new();
        let mut threads: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, key) in keys.iter().enumerate() {
            let thread = threads.entry(key).or_default();
            if thread.is_empty() {
                order.push(key);
            }
            thread.push(number);
        }
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); messages.len()];
        for (number, parent) in parents.iter().enumerate() {
            if let Some(list) = parent.and_then(|parent| children.get_mut(parent)) {
                list.push(number);
            }
        }
        for list in &mut children {
            crate::order::sort_by_key(list, |number| messages.get(*number).map(|m| m.rank));
        }
        let mut drafts = Vec::new();
        for key in order {
            let members = threads.get(key).map_or(&[][..], Vec::as_slice);
            let about = self.about.get(key).cloned().unwrap_or_default();
            let thread = Thread { messages: &messages, parents: &parents, children: &children };
            drafts.extend(thread.draft(members, about, &mut self.counts));
        }
        (drafts, self.counts)
    }

    /// The thread of every message.
    fn keys(&mut self, messages: &[Message], parents: &[Option<usize>]) -> Vec<String> {
        let mut keys: Vec<Option<String>> = vec![None; messages.len()];
        for start in 0..messages.len() {
            let mut path = Vec::new();
            let mut at = start;
            let key = loop {
                let message = &messages[at];
                if let Some(key) = keys[at].clone().or_else(|| message.thread.clone()) {
                    path.push(at);
                    break key;
                }
                path.push(at);
                match parents[at] {
                    Some(parent) => at = parent,
                    None => break message.parent.clone().unwrap_or_else(|| message.id.clone()),
                }
            };
            for number in path {
                keys[number].get_or_insert_with(|| key.clone());
            }
        }
        // A parent that is the thread itself (an article of which only the answers are here) is
        // not missed.
        for (number, message) in messages.iter().enumerate() {
            if parents[number].is_none()
                && message
                    .parent
                    .as_ref()
                    .is_some_and(|parent| keys[number].as_ref() != Some(parent))
            {
                self.counts.orphans += 1;
            }
        }
        keys.into_iter().map(Option::unwrap_or_default).collect()
    }
}

/// The number of what each message answers; none where that is not here or would lead in a circle.
fn parents(messages: &[Message], numbers: &FxHashMap<String, usize>) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> =
        messages.iter().map(|message| numbers.get(message.parent.as_deref()?).copied()).collect();
    // 0: not seen, 1: on the way, 2: leads to an end.
    let mut seen = vec![0_u8; messages.len()];
    for start in 0..messages.len() {
        let mut path = Vec::new();
        let mut at = start;
        loop {
            if seen[at] == 1 {
                parents[at] = None;
            }
            if seen[at] != 0 {
                break;
            }
            seen[at] = 1;
            path.push(at);
            match parents[at] {
                Some(parent) => at = parent,
                None => break,
            }
        }
        for number in path {
            seen[number] = 2;
        }
    }
    parents
}

struct Thread<'a> {
    messages: &'a [Message],
    parents: &'a [Option<usize>],
    children: &'a [Vec<usize>],
}

impl Thread<'_> {
    /// A thread as a discussion; none where nothing is said in it.
    fn draft(&self, members: &[usize], about: About, counts: &mut Counts) -> Option<Draft> {
        let roots: Vec<usize> =
            members.iter().copied().filter(|number| self.parents[*number].is_none()).collect();
        let opening = roots.iter().copied().find(|number| self.messages[*number].opens);
        let article = opening.map(|number| &self.messages[number]);
        let title = article
            .and_then(|article| article.title.clone())
            .or(about.title)
            .or_else(|| members.iter().find_map(|number| self.messages[*number].title.clone()))
            .map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|title| !title.is_empty());
        let mut extracted = Extracted::default();
        if let Some(title) = &title {
            extracted.push(title, ParagraphKind::Heading);
        }
        if let Some(article) = article {
            if article.deleted {
                counts.deleted += 1;
                extracted.push(DELETED, ParagraphKind::Body);
            } else {
                push_body(&mut extracted, &article.body);
            }
        }
        if extracted.blocks.is_empty() {
            extracted.push("Comments", ParagraphKind::Heading);
        }
        let border = extracted.blocks.len();
        let posts = self.push_comments(&mut extracted, &roots, opening, counts);
        if posts.is_empty() && article.is_none() {
            return None;
        }
        let short = |text: &Option<String>| text.as_deref().and_then(name);
        Some(Draft {
            title,
            source: article.and_then(|article| article.link.clone()).or(about.link),
            text: extracted.text,
            blocks: extracted.blocks,
            marked: (!posts.is_empty()).then_some(Marked { border, posts }),
            head: Some(Head {
                author: article.and_then(|article| short(&article.author)),
                time: article.and_then(|article| short(&article.time)).map(|t| time::readable(&t)),
            }),
        })
    }

    /// Adds the comments, each before its answers.
    fn push_comments(
        &self,
        extracted: &mut Extracted,
        roots: &[usize],
        opening: Option<usize>,
        counts: &mut Counts,
    ) -> Vec<DraftPost> {
        let mut posts: Vec<DraftPost> = Vec::new();
        // What is still to be added, the next one last, each with the post that it answers.
        let mut open: Vec<(usize, Option<usize>)> = Vec::new();
        for root in roots.iter().rev() {
            if Some(*root) != opening {
                open.push((*root, None));
            }
        }
        if let Some(opening) = opening {
            open.extend(self.children[opening].iter().rev().map(|child| (*child, None)));
        }
        while let Some((number, parent)) = open.pop() {
            let message = &self.messages[number];
            let children = &self.children[number];
            if posts.len() >= MAX_POSTS {
                counts.too_many_posts += 1;
                open.extend(children.iter().map(|child| (*child, None)));
                continue;
            }
            let first_block = extracted.blocks.len();
            if message.deleted {
                counts.deleted += 1;
                extracted.push(DELETED, ParagraphKind::Body);
            } else {
                push_body(extracted, &message.body);
            }
            if extracted.blocks.len() == first_block {
                if children.is_empty() {
                    counts.empty += 1;
                    continue;
                }
                extracted.push(WORDLESS, ParagraphKind::Body);
            }
            let post = posts.len();
            posts.push(DraftPost {
                author: message.author.as_deref().and_then(name),
                time: message.time.as_deref().and_then(name).map(|t| time::readable(&t)),
                parent,
                first_block,
            });
            open.extend(children.iter().rev().map(|child| (*child, Some(post))));
        }
        posts
    }
}

/// A name or a time on one line, none where it is neither.
fn name(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty() && line.len() <= MAX_NAME).then_some(line)
}

/// Adds the paragraphs of a message.
fn push_body(extracted: &mut Extracted, body: &Body) {
    match body {
        Body::Html(text) => {
            for (paragraph, kind) in html::message(text) {
                push_said(extracted, &paragraph, kind);
            }
        }
        Body::Markdown(text) => {
            let draft = markdown::read(text);
            for block in &draft.blocks {
                extracted.push(block.span.of(&draft.text), block.kind);
            }
        }
        Body::Plain(text) => {
            for block in paragraphs::find(text) {
                extracted.push(block.span.of(text), block.kind);
            }
        }
    }
}

/// Adds a paragraph; a sign of quotation at its start, which writers type where a page has no
/// markup for it, is taken as such.
fn push_said(extracted: &mut Extracted, paragraph: &str, kind: ParagraphKind) {
    let quoted = paragraph.trim_start_matches(['>', ' ']);
    if kind == ParagraphKind::Body && paragraph.starts_with('>') && !quoted.is_empty() {
        extracted.push(quoted, ParagraphKind::Quote);
    } else {
        extracted.push(paragraph, kind);
    }
}
