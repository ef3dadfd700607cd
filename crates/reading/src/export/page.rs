//! The page as one file: viewer, models, text and view, which opens from a disk without a network.
//!
//! Scripts and styles that run stand in it as they are, and the content security policy names them by
//! their hashes; nothing else may run. The rest is data: elements whose type no browser runs.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use discussion::{Discussion, Outline};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::{
    link::{
        self, HASH_DIGITS,
        cargo::{MAX_CORRECTIONS_BYTES, with_cargo},
    },
    view::Source,
};

/// The script that starts such a page.
const START: &str = include_str!("../../../../assets/single.js");
/// What chooses the language.
const LANGUAGE: &str = include_str!("../../../../assets/language.js");
/// How hard the data is packed, from 1 to 9.
const EFFORT: u8 = 6;

/// Why no page can be made.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PageError {
    /// The document names no files.
    #[error("This page does not know its own files.")]
    NoPage,
    /// A file is not there, or is nothing that can stand in a page.
    #[error("The page cannot be saved: \u{201c}{0}\u{201d} could not be loaded.")]
    Missing(String),
    /// The address would be longer than a link may be.
    #[error(
        "There are too many corrections for a page as one file; \u{201c}Share\u{201d} saves them as a \
         file of their own."
    )]
    TooManyCorrections,
}

/// The names of the files of a page that one file must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The style sheet.
    pub style: String,
    /// The app's script.
    pub app: String,
    /// The languages, as the document lists them.
    pub languages: String,
    /// Everything else.
    pub data: Vec<String>,
}

/// The page's own document, which names the files of a build.
pub const DOCUMENT: &str = "index.html";

/// What stands before the list of languages in it.
const LANGUAGES: &str = "data-languages=\"";

impl Parts {
    /// The files that a page's document names, and those whose names are always the same.
    ///
    /// # Errors
    /// Where the document names none, which is no page of ours.
    pub fn of(document: &str) -> Result<Self, PageError> {
        let named = |before: &str| {
            let (_, rest) = document.split_once(before)?;
            let (address, _) = rest.split_once('"')?;
            address.rsplit('/').next().map(str::to_owned)
        };
        let parts = || {
            let app = named("data-app=\"")?;
            let (_, listed) = document.split_once(LANGUAGES)?;
            let languages = listed.split_once('"')?.0.to_owned();
            let program = named("data-wasm=\"")?;
            let mut data = vec![program, DOCUMENT.to_owned()];
            data.extend(["worker.js", "files.js", "files_bg.wasm"].map(str::to_owned));
            let files = languages.split(',').filter_map(|each| each.split(' ').next());
            data.extend(files.map(|file| format!("strings/{file}.txt")));
            data.extend(engine::Models::assets().map(|model| format!("models/{model}")));
            Some(Self { style: named("<link rel=\"stylesheet\" href=\"")?, app, languages, data })
        };
        parts().ok_or(PageError::NoPage)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.style, &self.app].into_iter().chain(&self.data).map(String::as_str)
    }
}

/// A discussion with all that shows it, as one document. `view` is a link, from which it starts,
/// `corrections` are lines of the reader's own, and `file` gives the page's files by name.
///
/// # Errors
/// Where a file is missing, a script cannot stand in a page, or the corrections are too many.
pub fn page(
    discussion: &Discussion,
    view: &str,
    corrections: &[String],
    file: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<String, PageError> {
    let missing = |name: &str| PageError::Missing(name.to_owned());
    let document = file(DOCUMENT).ok_or_else(|| missing(DOCUMENT))?;
    let parts = Parts::of(&String::from_utf8_lossy(&document))?;
    let (mut view, _) = link::decode(view);
    let slug = match &view.source {
        Source::Bundled(slug) => slug.clone(),
        // Browsers may keep what belongs to files on a disk in one place.
        _ => format!("text-{}", beginning_of_hash(&discussion.text)),
    };
    view.source = Source::Bundled(slug.clone());
    let view = with_corrections(&link::encode(&view), corrections)?;
    let text = Outline::of(discussion).pack();
    let list = serde_json::json!([
        { "slug": slug, "title": discussion.title, "file": "text.outline", "bytes": text.len() }
    ]);
    let content = |name: &str| {
        let text = String::from_utf8(file(name).unwrap_or_default()).unwrap_or_default();
        // What ends an element inside of it cannot be written differently in all of these.
        let lower = text.to_ascii_lowercase();
        let fits = !["</script", "<!--", "</style"].iter().any(|end| lower.contains(end));
        if fits && !text.is_empty() { Ok(text) } else { Err(missing(name)) }
    };
    let (style, app) = (content(&parts.style)?, content(&parts.app)?);
    let mut page = Page::default();
    let start = format!("{START}{LANGUAGE}");
    page.head(&discussion.title, &view, &parts, [&app, &start], &style);
    page.element("style", &parts.style, "", &style);
    page.out += "</head>\n<body>\n<div id=\"app\"></div>\n\
                 <noscript>Stancelight needs JavaScript and WebAssembly.</noscript>\n";
    for name in &parts.data {
        if name.ends_with(".js") {
            page.element("script", name, "text/plain", &content(name)?);
        } else {
            page.data(name, &file(name).ok_or_else(|| missing(name))?);
        }
    }
    page.data("texts/index.json", list.to_string().as_bytes());
    page.data("texts/text.outline", &text);
    page.element("script", &parts.app, "", &app);
    page.out += "<script>";
    page.out += &start;
    page.out += "</script>\n</body>\n</html>\n";
    Ok(page.out)
}

/// A view with corrections inside, from which the page starts.
fn with_corrections(view: &str, lines: &[String]) -> Result<String, PageError> {
    if lines.is_empty() {
        return Ok(view.to_owned());
    }
    let lines = lines.join("\n");
    let packed = miniz_oxide::deflate::compress_to_vec(lines.as_bytes(), EFFORT);
    let whole = with_cargo(view.to_owned(), None, Some(&packed));
    if lines.len() > MAX_CORRECTIONS_BYTES || whole.len() > link::MAX_BYTES {
        return Err(PageError::TooManyCorrections);
    }
    Ok(whole)
}

/// The start of a text's SHA-256, as links name it.
fn beginning_of_hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(HASH_DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// The page as far as it is written.
#[derive(Default)]
struct Page {
    out: String,
}

impl Page {
    fn head(&mut self, title: &str, view: &str, parts: &Parts, scripts: [&str; 2], style: &str) {
        let (name, languages) = (escaped(&parts.app), escaped(&parts.languages));
        let [app, start] = scripts.map(hash);
        let (title, view, style) = (escaped(title), escaped(view), hash(style));
        self.out = format!(
            "<!doctype html>\n<html lang=\"en\" data-languages=\"{languages}\" data-view=\"{view}\" data-app=\"{name}\">\n<head>\n\
             <meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src {app} {start} 'wasm-unsafe-eval'; style-src {style}; img-src data: blob:; \
             worker-src blob:; base-uri 'none'; form-action 'none'; object-src 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title} \u{2013} Stancelight</title>\n"
        );
    }

    fn element(&mut self, tag: &str, name: &str, kind: &str, content: &str) {
        let kind = if kind.is_empty() { String::new() } else { format!(" type=\"{kind}\"") };
        let name = escaped(name);
        self.out += &format!("<{tag}{kind} data-file=\"{name}\">{content}</{tag}>\n");
    }

    fn data(&mut self, name: &str, bytes: &[u8]) {
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, EFFORT);
        let written = BASE64_STANDARD.encode(packed);
        self.element("script", name, "application/octet-stream", &written);
    }
}

/// How a content security policy names a script or a style.
fn hash(content: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(content.as_bytes())))
}

/// A text as the value of an attribute, or between tags.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use discussion::Import;

    use super::*;

    const DOCUMENT_TEXT: &str = "<html data-languages=\"en-1 English,de-2 Deutsch\"><link rel=\"stylesheet\" href=\"./style-1.css\" />\
        <script type=\"module\" src=\"./start.js\" data-app=\"./app-2.js\" data-wasm=\"./app-2_bg.wasm\">";

    fn made(text: &str, script: &str) -> Result<String, PageError> {
        let discussion = discussion::import(text.as_bytes(), Import::default()).unwrap();
        let file = |name: &str| {
            let content = match name {
                DOCUMENT => DOCUMENT_TEXT,
                _ if name.ends_with("js") => script,
                _ => name,
            };
            Some(content.as_bytes().to_vec())
        };
        page(&discussion, "#/opened?q=late", &[], file)
    }

    #[test]
    fn a_page_holds_all_its_files_and_its_policy_names_what_runs() {
        let html =
            made("\"><script>alert(1)</script>\n\nIt is late.", "var wasm_bindgen = 1;").unwrap();
        for name in Parts::of(DOCUMENT_TEXT).unwrap().names() {
            assert_eq!(html.matches(&format!("data-file=\"{name}\"")).count(), 1, "{name}");
        }
        assert!(html.contains("data-file=\"strings/de-2.txt\""), "{html}");
        assert!(html.contains("data-languages=\"en-1 English,de-2 Deutsch\""), "{html}");
        for content in ["var wasm_bindgen = 1;", &format!("{START}{LANGUAGE}"), "style-1.css"] {
            assert!(html.contains(&hash(content)), "{content}");
        }
        assert!(!html.contains("unsafe-inline") && !html.contains("<script>alert"));
        let name = beginning_of_hash("\"><script>alert(1)</script>\n\nIt is late.");
        assert!(html.contains(&format!("data-view=\"#/d/text-{name}?q=late\"")), "{html}");
        assert!(html.contains("<title>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    #[test]
    fn corrections_stand_in_the_view_that_it_starts_from() {
        assert_eq!(with_corrections("#/d/a", &[]).unwrap(), "#/d/a");
        let lines = ["one", "two"].map(str::to_owned);
        let view = with_corrections("#/d/a?q=x", &lines).unwrap();
        assert!(view.starts_with("#/d/a?q=x&c=1"), "{view}");
        let cargo = link::cargo::cargo(&view).corrections.unwrap();
        let unpacked = miniz_oxide::inflate::decompress_to_vec(&cargo.deflated).unwrap();
        assert_eq!(link::cargo::lines(&unpacked), lines);
        let many = vec!["x".repeat(1000); 1000];
        assert_eq!(with_corrections("#/d/a", &many), Err(PageError::TooManyCorrections));
    }

    #[test]
    fn what_cannot_stand_in_a_page_is_refused() {
        let script = Err(PageError::Missing("app-2.js".to_owned()));
        assert_eq!(made("It is late.", "x = '</script>'"), script);
        assert!(Parts::of("<p>No page</p>").is_err());
    }

    #[test]
    fn the_script_that_starts_it_can_stand_in_it() {
        let start = format!("{START}{LANGUAGE}");
        assert!(!start.contains("</script") && !start.contains("<!--") && !start.contains('\r'));
    }
}
