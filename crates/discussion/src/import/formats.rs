//! Formats of other programs, told by their content: JSON of Reddit, Hacker News and Mastodon, XML
//! of Disqus and of feeds.

use super::{
    disqus, feed, hackernews,
    json::{Json, Value, with_whole_characters},
    mastodon,
    notes::ImportNote,
    reddit,
    thread::{MAX_POSTS, Pool},
    xml,
};
use crate::assemble::Draft;

/// The discussions in a text, or none where it is of none of these formats.
pub(super) fn read(text: &str) -> Option<(Vec<Draft>, Vec<ImportNote>)> {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        json(start)
    } else if start.starts_with('<') {
        of_xml(start)
    } else {
        None
    }
}

/// A source, and how its values are known and read.
type Reader = (fn(Value<'_>) -> bool, fn(Value<'_>, usize, &mut Pool));
const READERS: [Reader; 3] = [
    (reddit::is_thing, reddit::read),
    (hackernews::is_item, hackernews::read),
    (mastodon::is_status, mastodon::read),
];

fn json(text: &str) -> Option<(Vec<Draft>, Vec<ImportNote>)> {
    let text = with_whole_characters(text);
    let first = text.lines().next().unwrap_or("");
    let lines = first.len() < text.trim_end().len()
        && Json::parse(first).is_some_and(|json| json.cut.is_none() && json.root().is_object());
    let pieces: Vec<&str> = if lines { text.lines().collect() } else { vec![&text] };
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
    Some(finish(pool, cut))
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

fn finish(pool: Pool, cut: Option<usize>) -> (Vec<Draft>, Vec<ImportNote>) {
    let (drafts, counts) = pool.drafts();
    let mut notes: Vec<_> =
        cut.map(|position| ImportNote::CutOff { position }).into_iter().collect();
    notes.extend(counts.notes(MAX_POSTS));
    (drafts, notes)
}
