//! The name of a cell of the matrix, and of a relation of the network, in links: `HOLDER,TARGET`.
//! The holder is `article`, `comments`, `unnamed`, `source:SLUG`, or `post:NUMBER` for the writer of
//! a post, which are counted from 1; the target is a slug.

use engine::EntityId;

use crate::{link::is_slug, matrix::Row, reading::Reading};

/// The name of a cell.
#[must_use]
pub fn name(reading: &Reading, row: Row, target: EntityId) -> String {
    let target = reading.slug(target);
    match row {
        Row::Article => format!("article,{target}"),
        Row::Comments => format!("comments,{target}"),
        Row::Unnamed => format!("unnamed,{target}"),
        Row::Commenter(post) => format!("post:{},{target}", u64::from(post) + 1),
        Row::Source(source) => format!("source:{},{target}", reading.slug(source)),
    }
}

/// Whether something can be the name of a cell, of whichever text.
#[must_use]
pub fn is_name(name: &str) -> bool {
    split(name, |slug| is_slug(slug).then_some(EntityId(0))).is_some()
}

/// The cell of a name; none where the text knows no such holder or target.
#[must_use]
pub fn named(reading: &Reading, name: &str) -> Option<(Row, EntityId)> {
    let posts = reading.discussion.posts.len();
    split(name, |slug| reading.entity(slug)).filter(|(row, _)| match row {
        Row::Commenter(post) => (*post as usize) < posts,
        _ => true,
    })
}

fn split(name: &str, entity: impl Fn(&str) -> Option<EntityId>) -> Option<(Row, EntityId)> {
    let (holder, target) = name.split_once(',')?;
    let row = match (holder, holder.strip_prefix("post:"), holder.strip_prefix("source:")) {
        ("article", ..) => Row::Article,
        ("comments", ..) => Row::Comments,
        ("unnamed", ..) => Row::Unnamed,
        (_, Some(number), _) => {
            let digits = number.starts_with(|c: char| matches!(c, '1'..='9'));
            Row::Commenter(number.parse().ok().filter(|number: &u32| digits && *number > 0)? - 1)
        }
        (.., Some(slug)) => Row::Source(entity(slug)?),
        _ => return None,
    };
    Some((row, entity(target)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::tests::sample;

    #[test]
    fn each_cell_is_found_by_its_name() {
        let reading = sample();
        let bob = reading.entity("bob").unwrap();
        for (row, expected) in [
            (Row::Article, "article,bob"),
            (Row::Comments, "comments,bob"),
            (Row::Unnamed, "unnamed,bob"),
            (Row::Commenter(1), "post:2,bob"),
            (Row::Source(bob), "source:bob,bob"),
        ] {
            assert_eq!(name(&reading, row, bob), expected);
            assert!(is_name(expected));
            assert_eq!(named(&reading, expected), Some((row, bob)));
        }
    }

    #[test]
    fn what_the_text_does_not_have_is_no_cell() {
        for name in ["post:999,bob", "article,nobody", "source:nobody,bob"] {
            assert!(is_name(name), "{name}");
            assert_eq!(named(&sample(), name), None, "{name}");
        }
    }

    #[test]
    fn other_words_are_no_names() {
        for name in [
            "",
            ",",
            "article",
            "article,",
            "article,B b",
            "post:0,bob",
            "post:+1,bob",
            "post:01,b",
            "post:4294967296,bob",
            "source:,bob",
            "sources,bob",
            "article,bob,ada",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }
}
