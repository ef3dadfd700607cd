//! Markdown: the text in it, with its headings, list items and block quotations.
//!
//! A reader of our own for what discussions use of CommonMark, for the page must stay small: the
//! crate `pulldown-cmark` costs 62 kB there (brotli). Tests compare the two. Emphasis and links
//! leave their text, images and raw HTML nothing; what is not understood stays as it is written.
//!
//! Behind a heading such as `Comments` each paragraph is a comment, or, where comments begin with
//! their author in strong type and a colon (`**Ann:** …`), each of those; the author's name is
//! then taken out of the text.

mod inline;

use super::{extracted::Extracted, marks};
use crate::{
    assemble::{Draft, DraftPost, Marked},
    discussion::ParagraphKind,
};

/// The most comments of the signs that say: this is Markdown.
const ENOUGH_SIGNS: usize = 2;

/// Whether a text without a name looks like Markdown.
pub(super) fn looks_like(text: &str) -> bool {
    let mut signs = 0;
    for line in text.lines().take(400) {
        let level = line.bytes().take_while(|&b| b == b'#').count();
        let heading = (1..=6).contains(&level)
            && line.get(level..).is_some_and(|rest| rest.starts_with(' ') && rest.len() > 1);
        // One sign is found much faster than several in a row.
        let link = line.contains(']') && (line.contains("](http") || line.contains("](/"));
        let strong = line.contains('*') && line.matches("**").count() >= 2;
        signs += 2 * usize::from(heading) + 2 * usize::from(link) + usize::from(strong);
        signs += 2 * usize::from(line.starts_with("```"));
        if signs >= ENOUGH_SIGNS {
            return true;
        }
    }
    false
}

/// Reads a Markdown text without its front matter.
pub(super) fn read(text: &str) -> Draft {
    let mut reader = Reader::default();
    for line in text.split(['\n', '\r']) {
        reader.line(line);
    }
    reader.flush();
    let Reader { extracted, opening, authors, .. } = reader;
    let marked = opening
        .filter(|&at| at > 0 && at < extracted.blocks.len())
        .map(|border| Marked { border, posts: posts(border, extracted.blocks.len(), authors) });
    Draft { text: extracted.text, blocks: extracted.blocks, marked, ..Draft::default() }
}

/// One post for every author; comments before the first one have none.
fn posts(border: usize, blocks: usize, authors: Vec<(usize, String)>) -> Vec<DraftPost> {
    let mut posts: Vec<DraftPost> = authors
        .into_iter()
        .filter(|(block, _)| (border..blocks).contains(block))
        .map(|(first_block, author)| DraftPost {
            author: Some(author),
            first_block,
            ..DraftPost::default()
        })
        .collect();
    if let Some(first) = posts.first().map(|post| post.first_block)
        && first > border
    {
        let before =
            (border..first).map(|first_block| DraftPost { first_block, ..DraftPost::default() });
        posts.splice(0..0, before);
    }
    posts
}

#[derive(Default)]
struct Reader {
    extracted: Extracted,
    /// The lines of the paragraph that is being read.
    open: String,
    kind: ParagraphKind,
    /// The fence that closes the block of code that is being read.
    fence: Option<String>,
    /// Whether the last block was a list item, so that indented text goes on with it.
    in_item: bool,
    in_comment: bool,
    /// The block with which the comments begin.
    opening: Option<usize>,
    /// Blocks that begin with an author.
    authors: Vec<(usize, String)>,
}

impl Reader {
    fn line(&mut self, raw: &str) {
        let (line, quoted) = unquote(raw);
        let text = line.trim();
        if let Some(fence) = &self.fence {
            let closes = text.len() >= fence.len() && text.starts_with(fence.as_str());
            if closes && text.trim_start_matches(['`', '~']).is_empty() {
                self.flush_code();
            } else {
                self.open.push_str(line);
                self.open.push('\n');
            }
            return;
        }
        if self.skips_comment(text) {
            return;
        }
        if text.is_empty() {
            return self.flush();
        }
        let indent = line.len() - line.trim_start().len();
        if let Some(heading) = heading(text).filter(|_| indent < 4) {
            self.flush();
            self.open.push_str(heading);
            self.kind = ParagraphKind::Heading;
            self.in_item = false;
            return self.flush();
        }
        if is_underline(text) && !self.open.is_empty() && self.kind == ParagraphKind::Body {
            self.kind = ParagraphKind::Heading;
            return self.flush();
        }
        let fence: String = text.chars().take_while(|&c| c == '`').collect();
        let fence =
            if fence.is_empty() { text.chars().take_while(|&c| c == '~').collect() } else { fence };
        if fence.len() >= 3 && !text.trim_start_matches(['`', '~']).contains('`') {
            self.flush();
            self.fence = Some(fence);
            return;
        }
        if is_rule(text) || is_table_rule(text) || is_reference(text) {
            return self.flush();
        }
        if let Some(item) = item(text) {
            self.flush();
            self.kind = if quoted { ParagraphKind::Quote } else { ParagraphKind::Item };
            self.in_item = true;
            self.open.push_str(item);
            return;
        }
        if quoted != (self.kind == ParagraphKind::Quote) && (quoted || self.open.is_empty()) {
            self.flush();
        }
        if self.open.is_empty() {
            self.in_item &= indent >= 2;
            self.kind = match (quoted, self.in_item) {
                (true, _) => ParagraphKind::Quote,
                (false, true) => ParagraphKind::Item,
                (false, false) => ParagraphKind::Body,
            };
        } else {
            self.open.push('\n');
        }
        self.open.push_str(text.trim_matches('|').trim());
    }

    /// Whether a line lies in an HTML comment that spans lines.
    fn skips_comment(&mut self, text: &str) -> bool {
        if self.in_comment {
            self.in_comment = !text.contains("-->");
            return true;
        }
        self.in_comment = text.starts_with("<!--") && !text.contains("-->");
        if self.in_comment {
            self.flush();
        }
        self.in_comment
    }

    /// Ends the paragraph that is being read.
    fn flush(&mut self) {
        let raw = std::mem::take(&mut self.open);
        let kind = std::mem::take(&mut self.kind);
        if raw.is_empty() {
            return;
        }
        let author = inline::leading_author(&raw);
        let (author, body) = match (&author, self.opening) {
            (Some((author, rest)), Some(_)) => (Some(author.clone()), *rest),
            _ => (None, raw.as_str()),
        };
        let text = inline::text(body);
        if kind == ParagraphKind::Heading && self.opening.is_none() && marks::opens_comments(&text)
        {
            self.opening = Some(self.extracted.blocks.len());
            return;
        }
        let number = self.extracted.blocks.len();
        // An author above the comment is one for the paragraph that follows.
        if let Some(author) = author {
            self.authors.retain(|(block, _)| *block != number);
            self.authors.push((number, author));
        }
        self.extracted.push(&text, kind);
    }

    /// Ends a block of code; its text is kept as it is.
    fn flush_code(&mut self) {
        self.fence = None;
        let raw = std::mem::take(&mut self.open);
        self.extracted.push(&raw, ParagraphKind::Body);
    }
}

/// A line without the signs of block quotations before it, and whether there were any.
fn unquote(line: &str) -> (&str, bool) {
    let mut rest = line;
    let mut quoted = false;
    while let Some(inner) = rest.trim_start().strip_prefix('>') {
        if rest.len() - rest.trim_start().len() > 3 {
            break;
        }
        quoted = true;
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    (rest, quoted)
}

/// The text of an ATX heading.
fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let rest = rest.trim();
    let bare = rest.trim_end_matches('#');
    Some(if bare.is_empty() || bare.ends_with(' ') { bare.trim_end() } else { rest })
}

/// The text of a list item.
fn item(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = if (1..=9).contains(&digits) {
        line.get(digits..)?.strip_prefix(['.', ')'])?
    } else {
        line.strip_prefix(['-', '*', '+', '•'])?
    };
    rest.starts_with([' ', '\t']).then(|| rest.trim())
}

/// The line under a setext heading.
fn is_underline(line: &str) -> bool {
    line.chars().all(|c| c == '=') || (line.len() > 1 && line.chars().all(|c| c == '-'))
}

/// A thematic break.
fn is_rule(line: &str) -> bool {
    ['-', '*', '_'].iter().any(|&sign| {
        line.matches(sign).count() >= 3 && line.chars().all(|c| c == sign || c == ' ' || c == '\t')
    })
}

/// The line between the head and the body of a table.
fn is_table_rule(line: &str) -> bool {
    line.contains('|')
        && line.contains('-')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// A definition of a link (`[label]: address`).
fn is_reference(line: &str) -> bool {
    line.starts_with('[')
        && line.split_once("]:").is_some_and(|(label, rest)| {
            label.len() > 1
                && !rest.trim().is_empty()
                && rest.split_whitespace().count() <= 8
                && (rest.contains('/') || rest.contains('.') || rest.contains('#'))
        })
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    use super::*;
    use crate::import::{Import, import};

    /// Kind and text of every paragraph, as `pulldown-cmark` reads it.
    fn theirs(text: &str) -> Vec<(ParagraphKind, String)> {
        let mut found = Vec::new();
        let mut open = String::new();
        let mut kinds = Vec::new();
        let flush = |open: &mut String, kind: Option<&ParagraphKind>, found: &mut Vec<_>| {
            let text = open.split_whitespace().collect::<Vec<_>>().join(" ");
            open.clear();
            if !text.is_empty() {
                found.push((kind.copied().unwrap_or_default(), text));
            }
        };
        for event in Parser::new(text) {
            match event {
                Event::Text(text) | Event::Code(text) => open.push_str(&text),
                Event::SoftBreak | Event::HardBreak => open.push(' '),
                Event::Start(tag @ (Tag::Heading { .. } | Tag::Item | Tag::BlockQuote(_))) => {
                    flush(&mut open, kinds.last(), &mut found);
                    kinds.push(match tag {
                        Tag::Heading { .. } => ParagraphKind::Heading,
                        Tag::Item => ParagraphKind::Item,
                        _ => ParagraphKind::Quote,
                    });
                }
                Event::End(end) => match end {
                    TagEnd::Heading(_) | TagEnd::Item | TagEnd::BlockQuote(_) => {
                        flush(&mut open, kinds.last(), &mut found);
                        kinds.pop();
                    }
                    TagEnd::Paragraph | TagEnd::CodeBlock => {
                        flush(&mut open, kinds.last(), &mut found);
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        found
    }

    fn ours(text: &str) -> Vec<(ParagraphKind, String)> {
        let draft = read(text);
        draft
            .blocks
            .iter()
            .map(|b| {
                (b.kind, b.span.of(&draft.text).split_whitespace().collect::<Vec<_>>().join(" "))
            })
            .collect()
    }

    #[test]
    fn agrees_with_pulldown_cmark() {
        for text in [
            "# One\n\nTwo *three* __four__,\nfive `six` &amp; [seven](http://x.y/ \"z\").\n\nEight  \nnine",
            "Title\n=====\n\nText\n\nSub\n---\n\n***\n\nMore",
            "- one\n- two\n  goes on\n- three\n\n1. four\n2. five",
            "> quoted\n> more\n\nanswer\n\n> again",
            "```rust\nlet x = *y*;\n```\n\nafter",
            "a <b>bold</b> word\n\n<https://example.org> and \\*stars\\*",
            "***both*** and **bold *inner* end** _x_y_ 2*3",
            "## Closed ##\n\n#not a heading\n\n####### neither",
            "[ref]: http://example.org/x\n\nSee [ref] and [text][ref]."
                .replace("[ref] and ", "")
                .as_str(),
        ] {
            assert_eq!(ours(text), theirs(text), "of {text:?}");
        }
    }

    #[test]
    fn comments_with_authors() {
        let text =
            "It rained.\n\n## Comments\n\n**Ann:** I like it.\n\nVery much.\n\n**Bob**: Not me.\n";
        let discussion = import(text.as_bytes(), Import { name: Some("a.md") }).unwrap();
        assert_eq!(discussion.check_invariants(), Ok(()));
        assert_eq!(discussion.text, "It rained.\n\nI like it.\n\nVery much.\n\nNot me.");
        let posts: Vec<_> =
            discussion.posts.iter().map(|p| (p.author.as_deref(), p.paragraphs.len())).collect();
        assert_eq!(posts, [(None, 1), (Some("Ann"), 2), (Some("Bob"), 1)]);
    }

    #[test]
    fn known_without_a_name() {
        assert!(looks_like("# Title\n\nText"));
        assert!(looks_like("see [it](http://x.y)"));
        assert!(!looks_like("#tag and 5 * 3\n- list\n* list"));
    }
}
