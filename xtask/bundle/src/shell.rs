//! What the page shows before its program is there: the first text, bare of marks, in the places
//! that the program will draw it in. So the page can be read at once, and nothing jumps.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, Result};
use discussion::{Discussion, ParagraphKind, Section};

/// Where it goes in the page.
const PLACE: &str = "<!-- shell -->";

/// How much of the text fits on the first screen, in bytes.
const SCREEN: usize = 1600;

/// Writes the beginning of a text into the page.
pub(crate) fn bundle(first: &Discussion, page: &Path) -> Result<()> {
    let path = page.join("index.html");
    let html = fs::read_to_string(&path).context("Trunk has written no page")?;
    if !html.contains(PLACE) {
        anyhow::bail!("index.html has no place for what is shown first: {PLACE}");
    }
    Ok(fs::write(&path, html.replacen(PLACE, &drawn(first), 1))?)
}

/// The beginning of a text, as `src/view` draws it.
fn drawn(text: &Discussion) -> String {
    let mut html = String::from("<header class=\"title\">");
    let _ = write!(html, "<h1 dir=\"auto\">{}</h1>", escaped(&text.title));
    if let Some(source) = &text.source {
        let _ = write!(html, "<p class=\"source\" dir=\"auto\">{}</p>", escaped(source));
    }
    html += "</header><div class=\"hint\"></div><div class=\"deep\"></div>\
             <div class=\"tabs\"></div><div class=\"result\"></div><article class=\"text\"><section class=\"part\">\
             <p class=\"kicker\">&nbsp;</p>";
    let mut drawn = 0;
    for (number, paragraph) in text.paragraphs.iter().enumerate() {
        let id = discussion::ParagraphId(u32::try_from(number).unwrap_or(u32::MAX));
        let plain = matches!(paragraph.kind, ParagraphKind::Body | ParagraphKind::Quote);
        if drawn > SCREEN || text.section(id) != Section::Article || !plain {
            break;
        }
        let words = text.slice(paragraph.span);
        drawn += words.len();
        let _ = write!(
            html,
            "<p data-section=\"article\" data-n=\"{}\" dir=\"auto\">{}</p>",
            number + 1,
            escaped(words)
        );
    }
    html + "</section></article>"
}

/// Text as it stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use discussion::{Import, import};

    use super::*;

    #[test]
    fn the_beginning_of_the_article_is_drawn() {
        let file = "---\ntitle: A & B\nsource: <Us>\n---\nOne \"day\".\n\nTwo < three.\n\n## Comments\n\nNo.";
        let text = import(file.as_bytes(), Import { name: Some("a.md") }).expect("a text");
        let html = drawn(&text);
        for part in [
            "<h1 dir=\"auto\">A &amp; B</h1>",
            "&lt;Us>",
            "One &quot;day&quot;.</p>",
            "Two &lt; three.",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(!html.contains("No."), "comments come later");
    }

    #[test]
    fn a_page_without_the_place_is_an_error() {
        let page = std::env::temp_dir().join(format!("shell-{}", std::process::id()));
        fs::create_dir_all(&page).expect("a folder");
        fs::write(page.join("index.html"), "<body>").expect("a page");
        assert!(bundle(&Discussion::default(), &page).is_err());
        fs::write(page.join("index.html"), format!("<body>{PLACE}")).expect("a page");
        bundle(&Discussion::default(), &page).expect("a place");
        let html = fs::read_to_string(page.join("index.html")).expect("the page");
        assert!(html.starts_with("<body><header"), "{html}");
    }
}
