//! The bundled discussions: the folder `texts/` is the list.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context as _, Result, anyhow, bail};
use discussion::{Discussion, Import, Outline};
use serde::Serialize;

/// What the page offers before it has fetched a text.
#[derive(Debug, PartialEq, Serialize)]
struct Text {
    /// Its name in links.
    slug: String,
    /// What it is called.
    title: String,
    /// Its file, beside the list.
    file: String,
    /// The size of the file.
    bytes: usize,
}

/// Turns the texts into outlines and writes `texts/index.json`; gives the first.
pub(crate) fn bundle(from: &Path, page: &Path) -> Result<Option<Discussion>> {
    let to = page.join("texts");
    fs::create_dir_all(&to)?;
    let mut files = Vec::new();
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        files.push(name.into_string().map_err(|name| anyhow!("the name {name:?} is not Unicode"))?);
    }
    let mut texts = Vec::new();
    let mut first = None;
    for file in in_order(files.iter().map(String::as_str))? {
        let bytes = fs::read(from.join(file))?;
        let (text, discussion) = text(file, &bytes).with_context(|| format!("texts/{file}"))?;
        fs::write(to.join(&text.file), Outline::of(&discussion).pack())?;
        first = first.or(Some(discussion));
        texts.push(text);
    }
    fs::write(to.join("index.json"), serde_json::to_vec(&texts)?)?;
    Ok(first)
}

/// The texts among the files, as the page lists them: numbered ones first, by number.
fn in_order<'a>(files: impl Iterator<Item = &'a str>) -> Result<Vec<&'a str>> {
    let mut order = BTreeMap::new();
    let mut slugs = BTreeMap::new();
    for file in files {
        let Some((number, slug)) = parts(file) else { continue };
        if let Some(other) = slugs.insert(slug, file) {
            bail!("texts/{other} and texts/{file} would have the same name in links");
        }
        order.insert((number.unwrap_or(u64::MAX), slug), file);
    }
    Ok(order.into_values().collect())
}

/// The place in the order and the slug of a text's file; nothing for other files.
fn parts(file: &str) -> Option<(Option<u64>, &str)> {
    let (stem, ending) = file.rsplit_once('.')?;
    let is_text = matches!(ending, "md" | "txt" | "html");
    if !is_text || file == "README.md" {
        return None;
    }
    let numbered = stem.split_once('-').and_then(|(number, slug)| {
        let number = number.parse().ok()?;
        (!slug.is_empty()).then_some((Some(number), slug))
    });
    Some(numbered.unwrap_or((None, stem)))
}

/// A text of whatever format, and how the page lists it. The page gets it as an outline, which its
/// worker reads without importers.
fn text(file: &str, bytes: &[u8]) -> Result<(Text, Discussion)> {
    let (_, slug) = parts(file).context("this is not a text")?;
    let discussion = discussion::import(bytes, Import { name: Some(file) })?;
    let text = Text {
        slug: slug.to_owned(),
        title: discussion.title.clone(),
        file: format!("{slug}.outline"),
        bytes: Outline::of(&discussion).pack().len(),
    };
    Ok((text, discussion))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_gives_the_order_and_the_rest_the_slug() {
        for (file, expected) in [
            ("1-first-text.md", Some((Some(1), "first-text"))),
            ("10-tenth.txt", Some((Some(10), "tenth"))),
            ("plain.html", Some((None, "plain"))),
            ("no-number.md", Some((None, "no-number"))),
            ("2024-.md", Some((None, "2024-"))),
            ("README.md", None),
            ("image.png", None),
            ("none", None),
        ] {
            assert_eq!(parts(file), expected, "{file}");
        }
    }

    #[test]
    fn numbered_texts_come_first_and_in_order() {
        let files = ["10-last.md", "2-second.md", "also.md", "1-first.md", "README.md"];
        let expected = ["1-first.md", "2-second.md", "10-last.md", "also.md"];
        assert_eq!(in_order(files.into_iter()).expect("no slug stands twice"), expected);
        assert!(in_order(["1-same.md", "2-same.txt"].into_iter()).is_err());
    }
}
