//! Formats of programs, told by their content: JSON of Reddit, Hacker News, Mastodon and our own, XML
//! of Disqus and of feeds.

use super::{
    ImportError, MAX_DISCUSSIONS, Opened, disqus, feed, hackernews,
    json::{Json, Value, with_whole_characters},
    mastodon,
    notes::{Counts, ImportNote, Many},
    reddit, stancelight,
    thread::{MAX_POSTS, Pool},
    xml,
};
use crate::assemble::Draft;

/// The discussions in a text, or none where it is of none of these formats.
pub(super) fn read(text: &str, name: Option<&str>) -> Option<Result<Opened, ImportError>> {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        json(start, name)
    } else if start.starts_with('<') {
        of_xml(start).map(|(drafts, notes)| assemble(drafts, notes, name))
    } else {
        None
    }
}

/// Drafts as discussions, as many as are opened at once.
pub(super) fn assemble(
    mut drafts: Vec<Draft>,
    mut notes: Vec<ImportNote>,
    name: Option<&str>,
) -> Result<Opened, ImportError> {
    if let Some(count) = drafts.len().checked_sub(MAX_DISCUSSIONS).filter(|count| *count > 0) {
        notes.push(ImportNote::TooMany { what: Many::Discussions, count, limit: MAX_DISCUSSIONS });
        drafts.truncate(MAX_DISCUSSIONS);
    }
    let mut discussions: Vec<_> = drafts.into_iter().map(|draft| draft.assemble(name)).collect();
    discussions.retain(|discussion| !discussion.paragraphs.is_empty());
    if discussions.is_empty() { Err(ImportError::Empty) } else { Ok(Opened { discussions, notes }) }
}

/// A source, and how its values are known and read.
type Reader = (fn(Value<'_>) -> bool, fn(Value<'_>, usize, &mut Pool));
const READERS: [Reader; 3] = [
    (reddit::is_thing, reddit::read),
    (hackernews::is_item, hackernews::read),
    (mastodon::is_status, mastodon::read),
];

fn json(text: &str, name: Option<&str>) -> Option<Result<Opened, ImportError>> {
    let text = with_whole_characters(text);
    let first = text.lines().next().unwrap_or("");
    let of_line = (first.len() < text.trim_end().len())
        .then(|| Json::parse(first))
        .flatten()
        .filter(|json| json.cut.is_none() && json.root().is_object());
    let lines = of_line.is_some();
    let pieces: Vec<&str> = if lines { text.lines().collect() } else { vec![&text] };
    if of_line.is_none_or(|json| stancelight::is_document(json.root()))
        && let Some(opened) = documents(&pieces, name)
    {
        return Some(opened);
    }
    let mut pool = Pool::default();
    let mut reader: Option<Reader> = None;
    let mut cut = None;
    let mut number = 0;
    for piece in pieces {
        number += usize::from(lines);
        if piece.trim().is_empty() {
            continue;
        }
        let document = Json::parse(piece);
        let Some(document) = document.filter(|document| !(lines && document.cut.is_some())) else {
            pool.counts.broken(number);
            continue;
        };
        cut = document.cut.or(cut);
        let root = document.root();
        let hits = root.list_of("hits").filter(|_| root.has("hitsPerPage") || root.has("nbHits"));
        let list = hits.or_else(|| Some(root).filter(|root| root.is_list()));
        let values: Vec<Value<'_>> = list.map_or_else(|| vec![root], |list| list.items().collect());
        for value in values {
            number += usize::from(!lines);
            reader = reader.or_else(|| READERS.iter().copied().find(|(is, _)| is(value)));
            match reader {
                Some((is, read)) if is(value) => read(value, number, &mut pool),
                _ => pool.counts.broken(number),
            }
        }
    }
    reader?;
    let (drafts, notes) = finish(pool, cut);
    Some(assemble(drafts, notes, name))
}

/// Our own documents, one a piece; none where the first one is none of ours.
fn documents(pieces: &[&str], name: Option<&str>) -> Option<Result<Opened, ImportError>> {
    let mut opened = Opened { discussions: Vec::new(), notes: Vec::new() };
    let mut counts = Counts::default();
    let (mut left, mut broken, mut error) = (0, 0, ImportError::Empty);
    for (number, piece) in (1..).zip(pieces) {
        if piece.trim().is_empty() {
            continue;
        }
        let document = Json::parse(piece).filter(|json| stancelight::is_document(json.root()));
        let Some(document) = document else {
            if number == 1 {
                return None;
            }
            counts.broken(number);
            continue;
        };
        if opened.discussions.len() == MAX_DISCUSSIONS {
            left += 1;
            continue;
        }
        if let Some(position) = document.cut {
            opened.notes.push(ImportNote::CutOff { position });
        }
        match stancelight::read(document.root(), name) {
            Ok((discussion, lost)) => {
                broken += lost;
                opened.discussions.push(discussion);
            }
            Err(why) => {
                error = why;
                counts.broken(number);
            }
        }
    }
    if opened.discussions.is_empty() {
        return Some(Err(error));
    }
    if broken > 0 {
        opened.notes.push(ImportNote::LostParagraphs { count: broken });
    }
    if left > 0 {
        let (what, limit) = (Many::Discussions, MAX_DISCUSSIONS);
        opened.notes.push(ImportNote::TooMany { what, count: left, limit });
    }
    opened.notes.extend(counts.notes(MAX_POSTS));
    Some(Ok(opened))
}

fn of_xml(text: &str) -> Option<(Vec<Draft>, Vec<ImportNote>)> {
    let head = text.get(..text.floor_char_boundary(4_000)).unwrap_or(text);
    let name = |name: &&str| {
        let rest = head.split('<').skip(1).find(|tag| !tag.starts_with(['?', '!']))?;
        let tag = rest.split(|c: char| c.is_whitespace() || c == '>').next()?;
        (tag.rsplit(':').next()? == *name).then_some(())
    };
    let is_disqus = name(&"disqus").is_some();
    if !is_disqus && !feed::ROOTS.iter().any(|root| name(root).is_some()) {
        return None;
    }
    let (root, cut) = xml::parse(text, &["content", "summary", "title"]);
    let mut pool = Pool::default();
    if is_disqus {
        disqus::read(&root, &mut pool);
    } else {
        feed::read(&root, &mut pool);
    }
    Some(finish(pool, cut))
}

/// The drafts of a pool, and what is to be said of them.
pub(super) fn finish(pool: Pool, cut: Option<usize>) -> (Vec<Draft>, Vec<ImportNote>) {
    let (drafts, counts) = pool.drafts();
    let mut notes: Vec<_> =
        cut.map(|position| ImportNote::CutOff { position }).into_iter().collect();
    notes.extend(counts.notes(MAX_POSTS));
    (drafts, notes)
}
