//! Links: a view as the fragment of an address, and back.
//!
//! `#/d/kerry-russia?e=vladimir-putin,-nato&stance=critical&by=comments`
//!
//! | part | holds |
//! |---|---|
//! | `/d/SLUG` | a bundled discussion; `/opened` one that the reader opened |
//! | `e=` | entities: `slug` any, `-slug` not |
//! | `all=` | entities that all must be there |
//! | `type=` `stance=` `in=` | types, stances, sections |
//! | `by=` | holders: `article`, `comments`, `sources`, `source:SLUG`; with `-` before it, excluded |
//! | `q=` | words, percent-encoded |
//! | `rest=hide` | hide what does not match |
//! | `sel=` `tab=` `p=` `border=` `marks=off` | selection, tab, paragraph, border (`none` or a number) |
//! | `sort=` `rows=sections` | order of a table; the matrix sets article against comments |
//! | `cell=` | the cell of a table whose sentences are shown: see [`crate::cell`] |
//! | `show=` | whose reading: `machine`, `difference`, `theirs`; absent for the reader's own |
//! | `h=` | the start of the SHA-256 of the text that was opened, 16 hexadecimal digits |
//! | `src=` | the address that the text was fetched from and can be again: see [`address`] |
//! | `hn=` | the same for a thread of Hacker News, by its number |
//! | `v=` | version of the link, absent for 1 |
//! | `t=` `c=` | a text, corrections: see [`cargo`] |
//!
//! Parts stand in this order, values in alphabetical or their own order, and what is as it is
//! anyway is left out: equal views give equal links. Reading is more patient: any order, parts and
//! values twice (lists are merged, else the last one counts), values percent-encoded in whole or
//! in part, broken percent signs, values that say what is so anyway. What is read is bounded by
//! [`MAX_BYTES`] and the limits below it.

pub mod address;
pub mod base64;
pub mod cargo;
mod decode;
mod encode;

use thiserror::Error;

pub use decode::decode;
pub use encode::encode;

/// The longest link that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// The most values of one list (entities of one kind of choice, holders) in a link.
pub const MAX_VALUES: usize = 100;

/// The longest slug in a link, in bytes.
pub const MAX_SLUG_BYTES: usize = 96;

/// The longest words in a link, in bytes before they are encoded.
pub const MAX_WORDS_BYTES: usize = 1000;

/// What could not be restored from a link, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LinkNote {
    /// A part is not understood.
    #[error("The link's part \u{201c}{0}\u{201d} was not understood and left out.")]
    Unknown(String),
    /// There are more parts that are not understood.
    #[error("{0} more parts of the link were not understood and left out.")]
    More(usize),
    /// Longer than [`MAX_BYTES`].
    #[error("The link is too long to be read; the page shows its first text.")]
    TooLong,
    /// Made by a newer version.
    #[error("The link was made by a newer version; what this one knows of it is shown.")]
    Newer,
}

/// How many digits of a text's SHA-256 stand in a link.
pub const HASH_DIGITS: usize = 16;

/// Whether a string can be the start of a text's SHA-256.
#[must_use]
pub fn is_hash(hash: &str) -> bool {
    hash.len() == HASH_DIGITS && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether a string can name an entity or a discussion in a link: lower-case ASCII letters, digits
/// and hyphens, none of these at the start, at most [`MAX_SLUG_BYTES`].
#[must_use]
pub fn is_slug(slug: &str) -> bool {
    slug.len() <= MAX_SLUG_BYTES
        && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !slug.is_empty()
        && !slug.starts_with('-')
}

/// The longest start of a text that is not longer than a number of bytes.
fn start_of(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use crate::choices::Choices;

    use proptest::prelude::*;

    use super::{decode::MAX_NOTES, *};
    use crate::{
        filter::{Filter, HolderKind},
        view::{ReaderBorder, Source, View, tests::views},
    };

    #[test]
    fn writes_what_a_person_can_read() {
        let check = |link: &str| {
            let (view, notes) = decode(link);
            assert_eq!((encode(&view).as_str(), notes), (link, vec![]));
        };
        check("#/");
        check("#/opened");
        check("#/d/kerry-russia?e=vladimir-putin,-nato&stance=critical&by=comments");
        check("#/?e=a,b,-c&all=d,e&type=person,place&stance=critical,mixed&in=comments");
        check("#/?by=comments,source:a,-article,-source:b&q=caf%C3%A9%20%22a%20b%22");
        check("#/?rest=hide&sel=a&tab=overview&p=7&border=5&marks=off");
        check("#/?border=none");
    }

    #[test]
    fn reads_patiently() {
        let check = |link: &str, as_if: &str| {
            let (view, notes) = decode(link);
            assert_eq!((encode(&view).as_str(), notes), (as_if, vec![]), "{link}");
        };
        check("", "#/");
        check("#", "#/");
        check("/d/a/", "#/d/a");
        check("#d/a", "#/d/a");
        check("#/?&&e=b&e=a,,b", "#/?e=a,b");
        check("#/?stance=mixed&e=a", "#/?e=a&stance=mixed");
        check("#/?e=a%2C-b&by=source%3Aa", "#/?e=a,-b&by=source:a");
        check("#/?q=50%&v=1", "#/?q=50%25");
        check("#/?q=%zz%F", "#/?q=%25zz%25F");
        check("#/?q=a+b=c", "#/?q=a%2Bb%3Dc");
        check("#/?q=%ff", "#/?q=%EF%BF%BD");
        check("#/?q=U.S.", "#/?q=U%2ES%2E");
        check("#/?tab=read&rest=dim&marks=on", "#/");
        check("#/?tab=overview&tab=read&p=1&p=2", "#/?p=2");
    }

    #[test]
    fn says_what_it_does_not_understand() {
        let check = |link: &str, as_if: &str, expected: &[&str]| {
            let (view, notes) = decode(link);
            assert_eq!(encode(&view), as_if, "{link}");
            let unknown = |part: &&str| LinkNote::Unknown((*part).to_owned());
            assert_eq!(notes, expected.iter().map(unknown).collect::<Vec<_>>(), "{link}");
        };
        check("#/x/y?e=a", "#/?e=a", &["/x/y"]);
        check("#/d/Ärger", "#/", &["/d/Ärger"]);
        check("#/d/..%2f..%2fx", "#/", &["/d/../../x"]);
        check("#/?e=A,b,--c,-", "#/?e=b", &["e=A", "e=--c", "e=-"]);
        check("#/?stance=angry,mixed", "#/?stance=mixed", &["stance=angry"]);
        check("#/?by=source:,-source:%3Cb%3E", "#/", &["by=source:", "by=-source:<b>"]);
        check("#/?p=0&border=-1&p=99999999999", "#/", &["p=0", "border=-1", "p=99999999999"]);
        check("#/?new", "#/", &["new"]);
        check("#/?x=a%0A%E2%80%AEb", "#/", &["x=ab"]);
        let long = format!("#/?{}", "x".repeat(50));
        check(&long, "#/", &[&format!("{}…", "x".repeat(40))]);
    }

    #[test]
    fn a_newer_link_opens_as_far_as_it_is_known() {
        let (view, notes) = decode("#/d/a?e=b&shape=round&v=2");
        assert_eq!(encode(&view), "#/d/a?e=b");
        assert_eq!(notes, [LinkNote::Newer, LinkNote::Unknown("shape=round".to_owned())]);
    }

    #[test]
    fn hostile_links_are_bounded() {
        let too_long = format!("#/?q={}", "x".repeat(MAX_BYTES));
        assert_eq!(decode(&too_long), (View::default(), vec![LinkNote::TooLong]));
        let many: String = (0..10_000).map(|i| format!("&{i}")).collect();
        let (_, notes) = decode(&format!("#/?{many}"));
        assert_eq!(notes.len(), MAX_NOTES + 1);
        assert_eq!(notes.last(), Some(&LinkNote::More(10_000 - MAX_NOTES)));
        let many: String = (0..9_000).map(|i| format!("{i},")).collect();
        let (view, notes) = decode(&format!("#/?e={many}"));
        assert_eq!(view.filter.any.len(), MAX_VALUES);
        assert_eq!(notes.len(), MAX_NOTES + 1);
        let (view, notes) = decode(&format!("#/?q={}", "%C3%A9".repeat(600)));
        assert_eq!((view.filter.words.len(), notes.len()), (MAX_WORDS_BYTES, 1));
    }

    #[test]
    fn the_longest_link_can_be_read() {
        let slugs: Choices<String> = (0..200).map(|i| format!("{i:096}")).collect();
        let kinds: Choices<_> = slugs.iter().cloned().map(HolderKind::Source).collect();
        let view = View {
            source: Source::Bundled("a".repeat(MAX_SLUG_BYTES)),
            filter: Filter {
                any: slugs.clone(),
                all: slugs.clone(),
                not: slugs,
                by: kinds.clone(),
                not_by: kinds,
                words: "€".repeat(1000),
                ..Filter::default()
            },
            ..View::default()
        };
        let link = encode(&view);
        let (view, notes) = decode(&link);
        assert_eq!((notes, encode(&view)), (vec![], link));
        assert_eq!(view.filter.all.len(), MAX_VALUES);
    }

    #[test]
    fn what_a_link_cannot_carry_is_left_out() {
        let bad = Choices::from(["ä".to_owned(), "a,b".to_owned(), String::new(), "-".to_owned()]);
        let view = View {
            source: Source::Bundled("x/y".to_owned()),
            filter: Filter { any: bad.clone(), not: bad, ..Filter::default() },
            selected: Some("A".to_owned()),
            place: Some(0),
            border: Some(ReaderBorder::Before(0)),
            ..View::default()
        };
        assert_eq!(encode(&view), "#/");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn views_come_back(view in views()) {
            let link = encode(&view);
            prop_assert!(link.is_ascii());
            prop_assert_eq!(decode(&link), (view, vec![]));
        }

        #[test]
        fn any_string_opens_something(link in any::<String>()) {
            let (view, _) = decode(&link);
            prop_assert_eq!(decode(&encode(&view)), (view, vec![]));
        }

        #[test]
        fn any_damaged_link_opens_something(
            link in "#?/?(d/|opened)?[a-z]{0,3}\\?((e|all|type|stance|in|by|q|rest|sel|tab|p|border|marks|v)=[a-e0-9,:%&\u{e9}-]{0,9}&){0,6}"
        ) {
            let (view, notes) = decode(&link);
            prop_assert_eq!(decode(&encode(&view)), (view, vec![]));
            prop_assert!(notes.len() <= MAX_NOTES + 2);
        }
    }
}
