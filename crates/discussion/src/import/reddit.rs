//! Reddit: listings as its interface gives them (a submission with its comments, or either alone),
//! and flat comments and submissions as archives keep them.
//!
//! Bodies are Markdown in which `&`, `<` and `>` are written as references. `more` stands for
//! comments that were not sent.

use super::{
    json::Value,
    thread::{Body, Message, Pool},
};

/// Whether a value is a thing of Reddit's.
pub(super) fn is_thing(value: Value<'_>) -> bool {
    let kind = value.text_of("kind").unwrap_or("");
    let wrapped = matches!(kind, "Listing" | "t1" | "t3" | "more")
        && value.get("data").is_some_and(Value::is_object);
    let comment = value.has("body") && value.has("link_id");
    let submission = value.has("selftext") && value.has("subreddit");
    wrapped || comment || submission
}

/// Adds a thing and what is nested in it; a broken one is counted under a number.
pub(super) fn read(root: Value<'_>, number: usize, pool: &mut Pool) {
    let mut open = vec![root];
    while let Some(thing) = open.pop() {
        let data = thing.get("data").unwrap_or(thing);
        match thing.text_of("kind") {
            Some("Listing") => {
                let children = data.list_of("children").into_iter().flat_map(Value::items);
                open.extend(children.collect::<Vec<_>>().into_iter().rev());
                continue;
            }
            Some("more") => {
                let count =
                    data.get("count").and_then(Value::number).unwrap_or(0.0).max(0.0) as usize;
                let listed = data.list_of("children").map_or(0, |list| list.items().count());
                pool.counts.elsewhere += count.max(listed);
                continue;
            }
            _ => {}
        }
        let submission = data.has("selftext") || thing.text_of("kind") == Some("t3");
        let body = data.text_of(if submission { "selftext" } else { "body" });
        let Some(id) = data.word_of("id").filter(|_| submission || body.is_some()) else {
            pool.counts.broken(number);
            continue;
        };
        let body = body.unwrap_or("");
        let own = |text: &str| Some(text.to_owned());
        let parent = if submission { None } else { data.text_of("parent_id").and_then(own) };
        let thread = if submission {
            own(&format!("t3_{id}"))
        } else {
            data.text_of("link_id").and_then(own)
        };
        let parent = parent.or_else(|| thread.clone().filter(|_| !submission));
        pool.messages.push(Message {
            id: format!("{}{id}", if submission { "t3_" } else { "t1_" }),
            parent,
            thread,
            opens: submission,
            title: data.text_of("title").map(unescaped),
            link: data
                .text_of("permalink")
                .filter(|link| submission && link.starts_with('/'))
                .map(|link| format!("https://www.reddit.com{link}")),
            author: data.text_of("author").filter(|author| *author != "[deleted]").and_then(own),
            time: data.word_of("created_utc").and_then(own),
            deleted: matches!(body.trim(), "[deleted]" | "[removed]"),
            body: Body::Markdown(unescaped(body)),
            rank: 0,
        });
        open.extend(data.get("replies").filter(|replies| replies.is_object()));
    }
}

/// The three references that Reddit writes.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
