//! Hacker News: nested items and search results of Algolia's interface, and single items of the
//! Firebase interface, in a list or as JSON lines. Texts are HTML; dead and deleted items stay as
//! such.

use super::{
    json::Value,
    thread::{Body, Message, Pool},
};

/// Whether a value is an item.
pub(super) fn is_item(value: Value<'_>) -> bool {
    let algolia = value.list_of("children").is_some() && value.has("created_at_i");
    let hit = value.has("objectID") && (value.has("story_id") || value.has("num_comments"));
    let kinds = ["story", "comment", "poll", "pollopt", "job"];
    let firebase = value.has("id")
        && value.text_of("type").is_some_and(|kind| kinds.contains(&kind))
        && ["by", "time", "deleted", "dead", "kids"].iter().any(|key| value.has(key));
    algolia || hit || firebase
}

/// Adds an item and what is nested in it; a broken one is counted under a number.
pub(super) fn read(root: Value<'_>, number: usize, pool: &mut Pool) {
    let mut open = vec![(root, None, 0)];
    while let Some((item, outer, rank)) = open.pop() {
        let Some(id) = item.word_of("id").or_else(|| item.word_of("objectID")) else {
            pool.counts.broken(number);
            continue;
        };
        if item.text_of("type") == Some("pollopt") {
            continue;
        }
        let text = ["text", "comment_text", "story_text"].iter().find_map(|key| item.text_of(key));
        let parent = ["parent", "parent_id"].iter().find_map(|key| item.word_of(key)).or(outer);
        let title = item.text_of("title");
        let author = item.text_of("by").or_else(|| item.text_of("author"));
        let gone = ["deleted", "dead"].iter().any(|key| item.get(key).is_some_and(Value::is_true));
        let said = |text: &str| Some(text.to_owned());
        pool.messages.push(Message {
            id: id.to_owned(),
            parent: parent.map(str::to_owned),
            thread: item.word_of("story_id").map(str::to_owned),
            opens: parent.is_none(),
            title: title.and_then(said),
            link: item.text_of("url").and_then(said),
            author: author.and_then(said),
            time: item
                .text_of("created_at")
                .or_else(|| item.word_of("time").or_else(|| item.word_of("created_at_i")))
                .and_then(said),
            body: Body::Html(text.unwrap_or("").to_owned()),
            deleted: gone || (text.is_none() && title.is_none() && author.is_none()),
            rank,
        });
        if parent.is_some()
            && let (Some(story), Some(title)) =
                (item.word_of("story_id"), item.text_of("story_title"))
        {
            pool.about.entry(story.to_owned()).or_default().title = Some(title.to_owned());
        }
        let children: Vec<_> =
            item.list_of("children").into_iter().flat_map(Value::items).collect();
        open.extend(
            (0..)
                .zip(children)
                .map(|(rank, child)| (child, Some(id), rank))
                .collect::<Vec<_>>()
                .into_iter()
                .rev(),
        );
    }
}
