//! Windows: what is read at a time. A paragraph, or the sentences of it that fit.

use discussion::{Discussion, ParagraphId, Section, Span};
use serde::{Deserialize, Serialize};

use crate::{
    pieces::{Piece, Pieces},
    reader::Reader,
};

/// What is read at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Where it stands.
    pub paragraph: ParagraphId,
    /// Its bytes.
    pub span: Span,
    /// How many sentences it holds; one that does not fit into a window counts where it begins.
    pub sentences: u32,
}

/// The windows of a discussion in the order of the text. They hold all of its words.
#[must_use]
pub fn windows(reader: &Reader, discussion: &Discussion) -> Vec<Window> {
    let mut windows = Vec::with_capacity(discussion.paragraphs.len());
    for (number, _) in (0..).zip(&discussion.paragraphs) {
        cut(reader, discussion, ParagraphId(number), &mut windows);
    }
    windows
}

/// The windows of one paragraph.
pub(crate) fn windows_of(
    reader: &Reader,
    discussion: &Discussion,
    paragraph: ParagraphId,
) -> Vec<Window> {
    let mut windows = Vec::new();
    cut(reader, discussion, paragraph, &mut windows);
    windows
}

fn cut(
    reader: &Reader,
    discussion: &Discussion,
    paragraph: ParagraphId,
    windows: &mut Vec<Window>,
) {
    // The window that is being filled, and its pieces.
    let mut open: Option<(Window, usize)> = None;
    for (_, sentence) in discussion.sentences_of(paragraph) {
        let Pieces { pieces, words } = reader.cut(discussion, sentence.span);
        if pieces.is_empty() {
            continue;
        }
        if let Some((window, count)) = &mut open
            && *count + pieces.len() <= reader.room()
        {
            window.span = window.span.cover(sentence.span);
            window.sentences += 1;
            *count += pieces.len();
            continue;
        }
        windows.extend(open.take().map(|(window, _)| window));
        let whole = Window { paragraph, span: sentence.span, sentences: 1 };
        if pieces.len() <= reader.room() {
            open = Some((whole, pieces.len()));
            continue;
        }
        // Cut hard, between words where there are any.
        let mut sentences = 1;
        let mut first = 0;
        let mut count = 0;
        let mut push = |first: usize, end: usize, sentences: &mut u32| {
            if let Some(held) = words.get(first..end)
                && let Some(span) = held.iter().copied().reduce(Span::cover)
            {
                windows.push(Window { paragraph, span, sentences: *sentences });
                *sentences = 0;
            }
        };
        let lengths = lengths(&pieces, words.len());
        for (word, length) in lengths.into_iter().enumerate() {
            if count + length > reader.room() && count > 0 {
                push(first, word, &mut sentences);
                first = word;
                count = 0;
            }
            count += length;
        }
        push(first, words.len(), &mut sentences);
    }
    windows.extend(open.map(|(window, _)| window));
}

/// How many pieces each word has.
fn lengths(pieces: &[Piece], words: usize) -> Vec<usize> {
    let mut lengths = vec![0; words];
    for piece in pieces {
        if let Some(length) = lengths.get_mut(piece.word as usize) {
            *length += 1;
        }
    }
    lengths
}

/// What a window is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Article,
    Comment,
    Reply,
}

impl Kind {
    /// What a paragraph's windows are from.
    pub(crate) fn of(discussion: &Discussion, paragraph: ParagraphId) -> Self {
        let post = discussion
            .paragraphs
            .get(paragraph.index())
            .and_then(|paragraph| discussion.posts.get(paragraph.post.index()));
        match post {
            Some(post) if post.section == Section::Comments => match post.parent {
                Some(_) => Self::Reply,
                None => Self::Comment,
            },
            _ => Self::Article,
        }
    }
}
