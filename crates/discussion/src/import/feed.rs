//! RSS and Atom with comments: entries answer what they name by RFC 4685 (`thr:in-reply-to`).
//!
//! A feed that calls itself one of comments holds comments on what its title names; in any other
//! feed an entry that answers nothing opens a discussion of its own.

use super::{
    thread::{About, Body, Message, Pool},
    xml::Element,
};

/// The elements whose names say: a feed.
pub(super) const ROOTS: [&str; 3] = ["rss", "feed", "RDF"];

/// Adds the entries of a feed.
pub(super) fn read(root: &Element, pool: &mut Pool) {
    let channel = root.children("channel").next().unwrap_or(root);
    let title = channel.text_of("title").unwrap_or_default();
    let of_comments = ["Comments on: ", "Comments on ", "Comments for "]
        .iter()
        .find_map(|start| title.strip_prefix(start));
    let thread = of_comments.map(|about| {
        let about = about.trim_matches(['"', '\u{201c}', '\u{201d}']).to_owned();
        pool.about.insert(String::new(), About { title: Some(about), link: link(channel) });
        String::new()
    });
    let entries =
        channel.children("item").chain(root.children("item").filter(|_| root.name != channel.name));
    for (number, entry) in entries.chain(channel.children("entry")).enumerate() {
        let link = link(entry);
        let body = ["encoded", "content", "description", "summary"]
            .iter()
            .find_map(|name| entry.children(name).next());
        let Some(id) = entry
            .text_of("guid")
            .or_else(|| entry.text_of("id"))
            .or_else(|| link.clone())
            .or_else(|| body.map(|_| format!("entry {number}")))
        else {
            pool.counts.broken(number + 1);
            continue;
        };
        let parent = entry.children("in-reply-to").next().and_then(|to| to.attribute("ref"));
        let body = match body {
            Some(body) if body.attribute("type") == Some("text") => Body::Plain(body.text()),
            Some(body) => Body::Html(body.text()),
            None => Body::default(),
        };
        let author = entry.children("author").next();
        let opens = parent.is_none() && thread.is_none();
        pool.messages.push(Message {
            id,
            parent: parent.map(str::to_owned),
            thread: thread.clone(),
            opens,
            title: entry.text_of("title").filter(|_| opens),
            link,
            author: entry
                .text_of("creator")
                .or_else(|| author?.text_of("name"))
                .or_else(|| Some(author?.text())),
            time: ["pubDate", "published", "date", "updated"].iter().find_map(|n| entry.text_of(n)),
            body,
            ..Message::default()
        });
    }
}

/// The address of a page: RSS writes it as text, Atom as an attribute.
fn link(element: &Element) -> Option<String> {
    let own = || element.children("link").filter(|link| !link.prefixed);
    let alternate = |link: &&Element| matches!(link.attribute("rel"), None | Some("alternate"));
    let href = own().filter(alternate).find_map(|link| link.attribute("href").map(str::to_owned));
    href.or_else(|| own().map(Element::text).find(|text| !text.is_empty()))
}
