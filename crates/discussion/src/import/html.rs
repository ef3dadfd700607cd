//! HTML: a whole page or a part of one.
//!
//! The article is the text of the largest `<article>`, else of `<main>`, else of the page without
//! what is around the text (navigation, forms, scripts and so on). Comments are known by generic
//! marks alone: classes, ids, roles and microdata that say comment, reply or discussion, with
//! author and time where such marks give them, and a comment inside a comment answers it. Where
//! there are none, a heading `Comments` makes each paragraph behind it a comment.

mod roles;
mod tags;

use std::collections::BTreeMap;

use self::{
    roles::Role,
    tags::{Part, Parts, Tag},
};
use super::{extracted::Extracted, marks};
use crate::{
    assemble::{Draft, DraftPost, Marked},
    discussion::ParagraphKind,
};

/// The most elements inside one another that are kept track of.
const MAX_DEPTH: usize = 200;
/// Lines that pages put under every comment.
const TOOL_LINES: [&str; 24] = [
    "reply",
    "share",
    "report",
    "like",
    "dislike",
    "permalink",
    "flag",
    "quote",
    "edit",
    "delete",
    "upvote",
    "downvote",
    "log in to reply",
    "show more",
    "read more",
    "reply to",
    "link",
    "parent",
    "save",
    "reply ↓",
    "says:",
    "says",
    "wrote:",
    "said:",
];

/// Whether a text is HTML, by its beginning or by its tags.
pub(super) fn looks_like(text: &str) -> bool {
    let start = text.trim_start();
    let head: String = start.chars().take(15).flat_map(char::to_lowercase).collect();
    let openings = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<title",
        "<article",
        "<section",
        "<div",
        "<p>",
        "<h1",
    ];
    if openings.iter().any(|tag| head.starts_with(tag)) {
        return true;
    }
    let window = text.get(..text.floor_char_boundary(20_000)).unwrap_or("");
    // Most texts are turned away without looking for eight tags.
    if !window.contains('<') {
        return false;
    }
    let closed =
        ["</p>", "</div>", "</li>", "</article>", "</blockquote>", "</h1>", "</h2>", "</section>"];
    start.starts_with('<') && closed.iter().any(|tag| window.contains(tag))
        || closed.iter().map(|tag| window.matches(tag).count()).sum::<usize>() >= 3
}

/// Reads an HTML page.
pub(super) fn read(html: &str) -> Draft {
    let mut walk = Walk::default();
    for part in Parts::new(html) {
        match part {
            Part::Text(text) => walk.text(&text),
            Part::Open(tag) => walk.open(&tag),
            Part::Close(name) => walk.close(&name),
        }
    }
    walk.flush();
    walk.draft()
}

/// The paragraphs of one message that is written in HTML.
pub(super) fn message(html: &str) -> Vec<(String, ParagraphKind)> {
    let mut walk = Walk { whole: true, ..Walk::default() };
    for part in Parts::new(html) {
        match part {
            Part::Text(text) => walk.text(&text),
            Part::Open(tag) => walk.open(&tag),
            Part::Close(name) => walk.close(&name),
        }
    }
    walk.flush();
    walk.blocks.into_iter().map(|block| (block.text, block.kind)).collect()
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Page,
    Main,
    Article(usize),
    /// In what holds all comments, but in none of them.
    Comments,
    Comment(usize),
}

struct Open {
    name: String,
    role: Role,
    place: Place,
    kind: ParagraphKind,
}

struct Block {
    text: String,
    kind: ParagraphKind,
    place: Place,
}

#[derive(Default)]
struct Comment {
    author: String,
    time: String,
    parent: Option<usize>,
    /// Whether anything of it was seen, so that a comment inside it is another one.
    begun: bool,
}

#[derive(Default)]
struct Walk {
    stack: Vec<Open>,
    open: String,
    blocks: Vec<Block>,
    comments: Vec<Comment>,
    articles: usize,
    title: String,
    heading: String,
    site: Option<String>,
    /// All of it is one message: no article and no comments are looked for in it.
    whole: bool,
    address: Option<String>,
}

impl Walk {
    fn place(&self) -> Place {
        self.stack.last().map_or(Place::Page, |open| open.place)
    }

    fn kind(&self) -> ParagraphKind {
        self.stack.last().map_or(ParagraphKind::Body, |open| open.kind)
    }

    fn role(&self) -> Role {
        self.stack.last().map_or(Role::Plain, |open| open.role)
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        self.head(tag);
        if name == "br" {
            return if self.open.ends_with('\n') { self.flush() } else { self.open.push('\n') };
        }
        if roles::is_block(name) {
            self.flush();
            self.close_implied(name);
        }
        if roles::is_void(name) || self.stack.len() >= MAX_DEPTH {
            return;
        }
        let place = self.place();
        let in_comments = matches!(place, Place::Comments | Place::Comment(_));
        let in_comment = matches!(place, Place::Comment(_));
        let in_article = matches!(place, Place::Article(_));
        let role = match self.role() {
            // Inside what is dropped only comments are looked for; scripts hold none.
            Role::Dropped => match roles::of(tag, in_comments, in_comment, in_article) {
                found @ (Role::Comments | Role::Comment) => found,
                _ => Role::Dropped,
            },
            outer @ (Role::Author | Role::Time) => {
                match roles::of(tag, in_comments, in_comment, in_article) {
                    Role::Plain => outer,
                    found => found,
                }
            }
            _ => roles::of(tag, in_comments, in_comment, in_article),
        };
        let role = if self.whole && role != Role::Dropped { Role::Plain } else { role };
        let place = match (role, place) {
            (Role::Comment, place) => Place::Comment(self.begin_comment(place)),
            (Role::Comments, _) => Place::Comments,
            (Role::Article, Place::Page | Place::Main) => {
                self.articles += 1;
                Place::Article(self.articles)
            }
            (Role::Main, Place::Page) => Place::Main,
            (Role::Author, Place::Comment(number)) => {
                if let Some(comment) = self.comments.get_mut(number) {
                    comment.author.clear();
                }
                place
            }
            (Role::Time, Place::Comment(number)) => {
                if let (Some(comment), Some(time)) =
                    (self.comments.get_mut(number), tag.attribute("datetime"))
                {
                    comment.time = time.into_owned();
                }
                place
            }
            _ => place,
        };
        let kind = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => ParagraphKind::Heading,
            "li" if role != Role::Comment => ParagraphKind::Item,
            "blockquote" => ParagraphKind::Quote,
            _ if role == Role::Comment => ParagraphKind::Body,
            _ => self.kind(),
        };
        self.stack.push(Open { name: tag.name.clone(), role, place, kind });
    }

    /// What a page says of itself.
    fn head(&mut self, tag: &Tag<'_>) {
        let is = |name: &str, value: &str| {
            tag.attribute(name).is_some_and(|v| v.eq_ignore_ascii_case(value))
        };
        if tag.name == "link" && is("rel", "canonical") {
            self.address = tag.attribute("href").map(|href| href.trim().to_owned());
        } else if tag.name == "meta" && is("property", "og:site_name") {
            self.site = tag.attribute("content").map(|name| name.trim().to_owned());
        }
    }

    /// Closes what a block closes without an end tag.
    fn close_implied(&mut self, name: &str) {
        let closes = |open: &Open| match name {
            "li" => open.name == "li" || open.name == "p",
            "dt" | "dd" => matches!(open.name.as_str(), "dt" | "dd" | "p"),
            "tr" | "td" | "th" => {
                open.name == "p" || (name != "tr" && matches!(open.name.as_str(), "td" | "th"))
            }
            _ => open.name == "p",
        };
        while self.stack.last().is_some_and(closes) {
            self.stack.pop();
        }
    }

    /// The comment that begins here: a new one, or the one around it if that has said nothing yet.
    fn begin_comment(&mut self, place: Place) -> usize {
        self.flush();
        let parent = match place {
            Place::Comment(outer) => Some(outer),
            _ => None,
        };
        if let Some(outer) =
            parent.filter(|&outer| self.comments.get(outer).is_some_and(|c| !c.begun))
        {
            return outer;
        }
        self.comments.push(Comment { parent, ..Comment::default() });
        self.comments.len() - 1
    }

    fn close(&mut self, name: &str) {
        if roles::is_block(name) {
            self.flush();
        }
        let Some(at) = self.stack.iter().rposition(|open| open.name == name) else { return };
        // An end tag inside a block does not close what lies outside of it.
        let inline = !roles::is_block(name);
        let crosses = self.stack.iter().skip(at + 1).any(|open| roles::is_block(&open.name));
        if !(inline && crosses) {
            self.stack.truncate(at);
        }
    }

    fn text(&mut self, text: &str) {
        let in_title = self.stack.last().is_some_and(|open| open.name == "title");
        if in_title && self.title.is_empty() {
            self.title = spaced(text);
            return;
        }
        let place = self.place();
        match (self.role(), place) {
            (Role::Dropped, _) => {
                if self.heading.is_empty()
                    && self.stack.last().is_some_and(|open| open.name == "h1")
                {
                    self.heading = spaced(text);
                }
            }
            (Role::Author, Place::Comment(number)) => self.mark(number, |c| &mut c.author, text),
            (Role::Time, Place::Comment(number)) => {
                if self.comments.get(number).is_some_and(|c| c.time.is_empty()) {
                    self.mark(number, |c| &mut c.time, text);
                }
            }
            _ if in_title => {}
            _ => self.open.push_str(text),
        }
    }

    fn mark(&mut self, number: usize, field: fn(&mut Comment) -> &mut String, text: &str) {
        let text = spaced(text);
        if let Some(comment) = self.comments.get_mut(number).filter(|_| !text.is_empty()) {
            comment.begun = true;
            let field = field(comment);
            if !field.is_empty() {
                field.push(' ');
            }
            field.push_str(&text);
        }
    }

    /// Ends the paragraph that is being read.
    fn flush(&mut self) {
        let text = spaced(&self.open);
        self.open.clear();
        if text.is_empty() {
            return;
        }
        let (place, kind) = (self.place(), self.kind());
        if kind == ParagraphKind::Heading
            && self.heading.is_empty()
            && self.stack.last().is_some_and(|o| o.name == "h1")
        {
            self.heading.clone_from(&text);
        }
        if let Place::Comment(number) = place {
            let tool =
                text.chars().count() < 20 && TOOL_LINES.contains(&text.to_lowercase().as_str());
            if tool
                || !text.contains(|c: char| c.is_alphanumeric())
                    && text.len() < 4
                    && text.is_ascii()
            {
                return;
            }
            if let Some(comment) = self.comments.get_mut(number) {
                comment.begun = true;
            }
        }
        self.blocks.push(Block { text, kind, place });
    }

    fn draft(self) -> Draft {
        let title = match (self.title.as_str(), self.heading.as_str()) {
            ("", "") => None,
            ("", heading) => Some(heading.to_owned()),
            (title, heading) if !heading.is_empty() && title.contains(heading) => {
                Some(heading.to_owned())
            }
            (title, _) => Some(title.to_owned()),
        };
        let source = self.address.or(self.site).filter(|source| !source.is_empty());
        let article = article_place(&self.blocks);
        let mut extracted = Extracted::default();
        let mut opening = None;
        let marked = self.blocks.iter().any(|b| matches!(b.place, Place::Comment(_)));
        let loose = !marked && self.blocks.iter().any(|b| b.place == Place::Comments);
        for block in self.blocks.iter().filter(|block| article(block.place)) {
            let opens = block.kind == ParagraphKind::Heading && marks::opens_comments(&block.text);
            if opens && opening.is_none() && !marked && !loose {
                opening = Some(extracted.blocks.len());
            } else if !opens {
                extracted.push(&block.text, block.kind);
            }
        }
        let mut posts = Vec::new();
        if marked {
            opening = Some(extracted.blocks.len());
            posts = push_comments(&mut extracted, &self.blocks, &self.comments);
        } else if loose {
            opening = Some(extracted.blocks.len());
            for block in self.blocks.iter().filter(|block| block.place == Place::Comments) {
                if !marks::opens_comments(&block.text) {
                    extracted.push(&block.text, block.kind);
                }
            }
        }
        let marked = opening
            .filter(|&at| at > 0 && at < extracted.blocks.len())
            .map(|border| Marked { border, posts });
        Draft {
            title,
            source,
            text: extracted.text,
            blocks: extracted.blocks,
            marked,
            ..Draft::default()
        }
    }
}

/// Which places belong to the article: the `<article>` with most text, else `<main>`, else all
/// outside of comments.
fn article_place(blocks: &[Block]) -> impl Fn(Place) -> bool + use<> {
    let mut sizes: BTreeMap<Place, usize> = BTreeMap::new();
    for block in blocks {
        *sizes.entry(block.place).or_default() += block.text.len();
    }
    let largest = sizes
        .iter()
        .filter(|(place, _)| matches!(place, Place::Article(_)))
        .max_by_key(|(_, size)| **size)
        .map(|(place, _)| *place);
    let chosen = largest.or_else(|| sizes.contains_key(&Place::Main).then_some(Place::Main));
    move |place| match chosen {
        Some(chosen) => place == chosen,
        None => !matches!(place, Place::Comments | Place::Comment(_)),
    }
}

/// Adds the comments that have text; returns their posts.
fn push_comments(
    extracted: &mut Extracted,
    blocks: &[Block],
    comments: &[Comment],
) -> Vec<DraftPost> {
    let mut texts: Vec<Vec<&Block>> = comments.iter().map(|_| Vec::new()).collect();
    for block in blocks {
        if let Place::Comment(number) = block.place
            && let Some(list) = texts.get_mut(number)
        {
            list.push(block);
        }
    }
    let mut posts: Vec<DraftPost> = Vec::new();
    // The post of each comment; that of its parent where it has no text.
    let mut numbers: Vec<Option<usize>> = Vec::new();
    for (comment, texts) in comments.iter().zip(&texts) {
        let parent = comment.parent.and_then(|parent| numbers.get(parent).copied().flatten());
        if texts.is_empty() {
            numbers.push(parent);
            continue;
        }
        numbers.push(Some(posts.len()));
        let author = comment.author.trim_end_matches([':', ',']).trim_end();
        let author = [" says", " wrote", " said"]
            .iter()
            .find_map(|verb| author.strip_suffix(verb))
            .unwrap_or(author);
        let author = author.strip_prefix("by ").unwrap_or(author);
        let said = |text: &str| (!text.is_empty() && text.len() <= 120).then(|| text.to_owned());
        posts.push(DraftPost {
            author: said(author),
            time: said(&comment.time),
            parent,
            first_block: extracted.blocks.len(),
        });
        for block in texts {
            extracted.push(&block.text, block.kind);
        }
    }
    posts
}

/// A text with single spaces.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

#[cfg(test)]
mod tests;
