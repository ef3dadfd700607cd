//! Statuses of Mastodon's interface (a context, a status, a list of them) and notes of ActivityPub.
//! Their content is HTML; a warning before it is its first paragraph.

use super::{
    json::Value,
    thread::{Body, Message, Pool},
};

/// Whether a value is a status, a context, a note or a collection of such.
pub(super) fn is_status(value: Value<'_>) -> bool {
    let context = value.list_of("ancestors").is_some() && value.list_of("descendants").is_some();
    let status = value.has("content") && value.has("in_reply_to_id") && value.has("account");
    let note = value.has("content") && value.has("attributedTo");
    context || status || note || inner(value).is_some()
}

/// The items of a collection, the object of an activity.
fn inner<'t>(value: Value<'t>) -> Option<Vec<Value<'t>>> {
    match value.text_of("type")? {
        "OrderedCollection" | "OrderedCollectionPage" | "Collection" | "CollectionPage" => {
            let mut all: Vec<_> =
                value.get("first").filter(|v| v.is_object()).into_iter().collect();
            for key in ["orderedItems", "items"] {
                all.extend(value.list_of(key).into_iter().flat_map(Value::items));
            }
            Some(all)
        }
        "Create" if value.has("actor") => Some(value.get("object").into_iter().collect()),
        _ => None,
    }
}

/// Adds a status and what is nested in it; a broken one is counted under a number.
pub(super) fn read(root: Value<'_>, number: usize, pool: &mut Pool) {
    let mut open = vec![root];
    while let Some(value) = open.pop() {
        if let Some(ancestors) = value.list_of("ancestors") {
            let descendants = value.list_of("descendants").into_iter().flat_map(Value::items);
            let all: Vec<_> = ancestors.items().chain(descendants).collect();
            open.extend(all.into_iter().rev());
            continue;
        }
        if let Some(inner) = inner(value) {
            open.extend(inner.into_iter().rev());
            continue;
        }
        let tombstone = value.text_of("type") == Some("Tombstone");
        let content = value.text_of("content");
        let Some(id) = value.word_of("id").filter(|_| tombstone || content.is_some()) else {
            // Boosts name what they boost by its address alone.
            if value.text().is_none() {
                pool.counts.broken(number);
            }
            continue;
        };
        let warning =
            value.text_of("spoiler_text").or_else(|| value.text_of("summary")).unwrap_or("");
        let warning = if warning.is_empty() { String::new() } else { format!("<p>{warning}</p>") };
        let own = |text: &str| text.to_owned();
        let account = value.get("account");
        let parent = value.word_of("in_reply_to_id").or_else(|| value.text_of("inReplyTo"));
        pool.messages.push(Message {
            id: own(id),
            parent: parent.map(own),
            opens: parent.is_none(),
            title: value.text_of("name").map(own),
            link: value.text_of("url").map(own),
            author: account
                .and_then(|a| a.text_of("acct"))
                .or_else(|| value.text_of("attributedTo"))
                .map(own),
            time: value.text_of("created_at").or_else(|| value.text_of("published")).map(own),
            body: Body::Html(warning + content.unwrap_or("")),
            deleted: tombstone,
            ..Message::default()
        });
        open.extend(value.get("replies").filter(|replies| replies.is_object()));
    }
}
