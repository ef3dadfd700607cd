//! Disqus's export: threads, and posts that name their thread and their parent.

use super::{
    thread::{About, Body, Message, Pool},
    xml::Element,
};

/// Adds the posts of an export.
pub(super) fn read(root: &Element, pool: &mut Pool) {
    for thread in root.children("thread") {
        let title = thread.text_of("title");
        let about = About { title, link: thread.text_of("link") };
        pool.about.extend(thread.attribute("id").map(|id| (id.to_owned(), about)));
    }
    for (number, post) in root.children("post").enumerate() {
        let refers = |name: &str| Some(post.children(name).next()?.attribute("id")?.to_owned());
        let is = |name: &str| post.text_of(name).is_some_and(|text| text == "true");
        let (Some(id), Some(thread)) = (post.attribute("id"), refers("thread")) else {
            pool.counts.broken(number + 1);
            continue;
        };
        if is("isSpam") {
            pool.counts.spam += 1;
            continue;
        }
        let author = post.children("author").next();
        pool.messages.push(Message {
            id: id.to_owned(),
            parent: refers("parent"),
            thread: Some(thread),
            author: author.and_then(|a| a.text_of("name").or_else(|| a.text_of("username"))),
            time: post.text_of("createdAt"),
            body: Body::Html(post.text_of("message").unwrap_or_default()),
            deleted: is("isDeleted"),
            ..Message::default()
        });
    }
}
