//! What a discussion is called.

use std::iter::once;

use crate::discussion::{Discussion, ParagraphKind};

/// The longest title, in characters.
const MAX_TITLE: usize = 160;
/// The longest title made of the first words, in characters.
const MAX_FIRST_WORDS: usize = 60;

/// The title that the text gives; else its first heading; else the name of the file; else the
/// first words. Never empty.
pub(crate) fn choose(given: Option<String>, name: Option<&str>, discussion: &Discussion) -> String {
    let heading = || {
        let heading = discussion.paragraphs.iter().find(|p| p.kind == ParagraphKind::Heading)?;
        Some(discussion.slice(heading.span).to_owned())
    };
    given
        .map(|title| one_line(&title, MAX_TITLE))
        .filter(|title| !title.is_empty())
        .or_else(|| heading().map(|title| one_line(&title, MAX_TITLE)))
        .or_else(|| name.map(of_file).filter(|title| !title.is_empty()))
        .or_else(|| {
            discussion
                .paragraphs
                .first()
                .map(|first| one_line(discussion.slice(first.span), MAX_FIRST_WORDS))
        })
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| "Untitled".to_owned())
}

/// The name of a file as a title: without folder and ending, `-` and `_` as spaces.
pub(crate) fn of_file(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 => stem,
        _ => name,
    };
    let spaced = one_line(&stem.replace(['-', '_'], " "), MAX_TITLE);
    let mut chars = spaced.chars();
    chars.next().map_or_else(String::new, |first| once(capital(first)).chain(chars).collect())
}

/// The capital of a letter, which in most scripts stands 32, 1, 80 or 48 places before it. Looked
/// for by its small letter, since the table of capitals would weigh 5 kB in the page.
fn capital(letter: char) -> char {
    [32, 1, 80, 48]
        .into_iter()
        .filter_map(|places| char::from_u32(u32::from(letter).checked_sub(places)?))
        .find(|capital| capital.to_lowercase().eq([letter]))
        .unwrap_or(letter)
}

/// A text on one line of at most `most` characters, cut behind a word.
fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count() + usize::from(length > 0);
        if length + width > most {
            if length == 0 {
                line.extend(word.chars().take(most - 1));
            }
            line.push('…');
            break;
        }
        if length > 0 {
            line.push(' ');
        }
        line.push_str(word);
        length += width;
    }
    line
}

#[cfg(test)]
mod tests {
    use crate::import::{Import, import};

    fn check(text: &str, name: Option<&str>, expected: &str) {
        let discussion = import(text.as_bytes(), Import { name }).unwrap();
        assert_eq!(discussion.title, expected, "of {text:?}");
    }

    #[test]
    fn titles() {
        check("---\ntitle: Given\n---\n# Heading\n\nText.", Some("x.md"), "Given");
        check("Text.\n\n# Heading *two*\n\nMore.", Some("x.md"), "Heading two");
        check("<title>Page</title><p>Text.", None, "Page");
        check("The Ferry\n\nIt stops on Friday.", None, "The Ferry");
        check("It stops.\n\nOn Friday.", Some("folder/the-last_ferry.txt"), "The last ferry");
        check("It stops.", Some("übersicht.txt"), "Übersicht");
        check("It stops.", Some("ёлка.txt"), "Ёлка");
        check("It stops.", Some("ślad.txt"), "Ślad");
        check("It stops.", Some("東京.txt"), "東京");
        check("It stops.", None, "It stops.");
        let long = "word ".repeat(40);
        check(&long, None, &format!("{}…", "word ".repeat(12).trim_end()));
        check(&"x".repeat(100), None, &format!("{}…", "x".repeat(59)));
    }
}
