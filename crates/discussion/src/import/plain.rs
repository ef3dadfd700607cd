//! Plain text.

use super::marks;
use crate::{
    assemble::{Draft, DraftPost, Marked},
    discussion::ParagraphKind,
    paragraphs::{self, Block},
};

/// The longest first line that is taken for a heading, in characters.
const MAX_HEADING: usize = 120;
/// So many comments must be headed by their author before such lines are believed.
const LEAST_BYLINES: usize = 3;

/// Reads a plain text; it is kept as it is.
pub(super) fn read(text: &str) -> Draft {
    let mut blocks = paragraphs::find(text);
    if blocks.iter().any(|block| !is_rule(block.span.of(text))) {
        blocks.retain(|block| !is_rule(block.span.of(text)));
    }
    mark_heading(text, &mut blocks);
    let marked = take_marks(text, &mut blocks);
    Draft { text: text.to_owned(), blocks, marked, ..Draft::default() }
}

/// A short first line without a stop, apart from what follows, is the title.
fn mark_heading(text: &str, blocks: &mut [Block]) {
    let [first, second, ..] = blocks else { return };
    let line = first.span.of(text);
    let gap = text.get(first.span.end as usize..second.span.start as usize).unwrap_or("");
    let apart = gap.matches('\n').count().max(gap.matches('\r').count()) > 1;
    let open = !line.ends_with(['.', '!', ',', ';', ':', '…', '”', '"']);
    if apart && open && first.kind == ParagraphKind::Body && line.chars().count() <= MAX_HEADING {
        first.kind = ParagraphKind::Heading;
    }
}

/// Takes out the lines that say where comments begin and who wrote them.
fn take_marks(text: &str, blocks: &mut Vec<Block>) -> Option<Marked> {
    let opening = blocks
        .iter()
        .position(|block| marks::opens_comments(block.span.of(text)))
        .filter(|&at| at > 0 && at + 1 < blocks.len());
    let from = opening.map_or(1, |at| at + 1).min(blocks.len());
    let mut author_lines: Vec<(usize, String)> = blocks
        .iter()
        .enumerate()
        .skip(from)
        .filter_map(|(i, block)| Some((i, marks::byline(block.span.of(text))?)))
        .collect();
    // Two author lines in a row are a list of names, not comments.
    let regular = author_lines.len() >= LEAST_BYLINES
        && author_lines.windows(2).all(|pair| matches!(pair, [a, b] if b.0 > a.0 + 1));
    let first_author = author_lines.first().map(|(i, _)| *i);
    if !regular || (opening.is_some() && first_author != Some(from)) {
        author_lines.clear();
    }
    let border = opening.or_else(|| author_lines.first().map(|(i, _)| *i))?;
    let mut posts = Vec::new();
    let mut kept = Vec::with_capacity(blocks.len());
    let mut authors = author_lines.into_iter().peekable();
    for (i, block) in blocks.iter().enumerate() {
        if Some(i) == opening {
            continue;
        }
        match authors.next_if(|(at, _)| *at == i) {
            Some((_, author)) => posts.push(DraftPost {
                author: Some(author),
                first_block: kept.len(),
                ..DraftPost::default()
            }),
            None => kept.push((i, *block)),
        }
    }
    let first = kept.iter().position(|(i, _)| *i >= border)?;
    *blocks = kept.into_iter().map(|(_, block)| block).collect();
    posts.retain(|post| post.first_block < blocks.len());
    Some(Marked { border: first, posts })
}

/// A line of signs only, drawn to part a text.
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '–' | '—' | '~'))
}

#[cfg(test)]
mod tests {
    use crate::{
        border::BorderOrigin,
        discussion::Discussion,
        import::{Import, import},
    };

    fn read(text: &str) -> Discussion {
        let discussion = import(text.as_bytes(), Import::default()).unwrap();
        assert_eq!(discussion.check_invariants(), Ok(()));
        assert_eq!(discussion.text, text);
        discussion
    }

    #[test]
    fn a_line_opens_the_comments() {
        let discussion = read("It rained.\nAll day.\n\n3 Comments\n-----\nI like it\nNot me");
        assert_eq!(discussion.border.paragraph.map(|p| p.0), Some(2));
        assert_eq!(discussion.border.origin, BorderOrigin::Marked);
        assert_eq!(discussion.posts.len(), 3);
        assert_eq!(discussion.paragraphs.len(), 4);
    }

    #[test]
    fn authors_above_comments() {
        let discussion = read(
            "It rained.\n\nComments\n\nAnn wrote:\nI like it.\nVery much.\n\n@bob\nNot me.\n\n\
             Posted by Cy on 4 May\nWho asked?",
        );
        let posts: Vec<_> =
            discussion.posts.iter().map(|p| (p.author.as_deref(), p.paragraphs.len())).collect();
        assert_eq!(posts, [(None, 1), (Some("Ann"), 2), (Some("@bob"), 1), (Some("Cy"), 1)]);
    }

    #[test]
    fn nothing_before_or_behind_the_mark() {
        assert_eq!(read("Comments\nI like it.").border.paragraph, None);
        assert_eq!(read("It rained.\nComments").border.paragraph, None);
    }
}
