//! What may stand in which file.

use super::Source;

/// Files that people write and read as code, by the end of their names.
const CODE: &[&str] = &[".rs", ".js", ".mjs", ".css", ".html"];
/// The most lines of a file of code.
const LINES: usize = 500;

/// Crates that are the browser.
const BROWSER: &[&str] = &["web_sys", "js_sys", "gloo"];
/// What components need of `web_sys` to take values out of events, beside the event types.
const IN_VIEW: &[&str] = &[
    "Element",
    "EventTarget",
    "HtmlElement",
    "HtmlInputElement",
    "HtmlSelectElement",
    "HtmlTextAreaElement",
    "Node",
];

/// Ways of turning text into HTML, in Rust and in JavaScript.
const HTML_WRITERS: &[&str] = &[
    "innerHTML",
    "inner_html",
    "outerHTML",
    "outer_html",
    "insertAdjacentHTML",
    "insert_adjacent_html",
    "createContextualFragment",
    "create_contextual_fragment",
    "document.write",
    "from_html_unchecked",
    "setHTMLUnsafe",
    "srcdoc",
];

/// Names of browser crates in the app outside its module `browser`.
pub(super) fn browser_names(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let path = source.path.as_str();
        let Some(inner) = path.strip_prefix("src/").filter(|inner| inner.ends_with(".rs")) else {
            continue;
        };
        if inner.starts_with("browser/") || inner == "browser.rs" {
            continue;
        }
        let in_view = inner.starts_with("view/") || inner == "view.rs";
        let code = without_comments(&source.text);
        for name in BROWSER {
            for after in uses(&code, name) {
                let items = items(after);
                let events = in_view && *name == "web_sys" && !items.is_empty();
                if !events || !items.iter().all(|item| may_be_in_view(item)) {
                    found.push(format!("{path} names {name}::{}", items.join(", ")));
                }
            }
        }
    }
    found
}

fn may_be_in_view(item: &str) -> bool {
    item.ends_with("Event") || IN_VIEW.contains(&item)
}

/// The code with the comments cut off its lines.
fn without_comments(text: &str) -> String {
    let code = text.lines().map(|line| match line.find("//") {
        // An address in a string is no comment.
        Some(at) if !line[..at].ends_with(':') => &line[..at],
        _ => line,
    });
    code.collect::<Vec<_>>().join("\n")
}

/// What stands after each use of a name as a word.
fn uses<'a>(code: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(name).filter_map(move |(at, _)| {
        let before = code[..at].chars().next_back();
        let is_start = !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
        is_start.then(|| &code[at + name.len()..])
    })
}

/// The items of a path after its first name: of `::A` and of `::{A, B as C}`.
fn items(after: &str) -> Vec<&str> {
    let Some(rest) = after.strip_prefix("::") else { return Vec::new() };
    let list = match rest.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap_or_default(),
        None => rest.split(|letter: char| !is_name(letter)).next().unwrap_or_default(),
    };
    let first_word = |item: &'_ str| item.trim().split(|letter| !is_name(letter)).next().is_some();
    list.split(',')
        .filter(|item| !item.trim().is_empty() && first_word(item))
        .map(|item| item.trim().split(|letter| !is_name(letter)).next().unwrap_or_default())
        .collect()
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Ways of turning text into HTML in what reaches the browser.
pub(super) fn html_writers(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let path = source.path.as_str();
        if !path.starts_with("src/") && !path.starts_with("assets/") && path != "index.html" {
            continue;
        }
        for (number, line) in source.text.lines().enumerate() {
            for word in HTML_WRITERS.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{path}:{} has {word}", number + 1));
            }
        }
    }
    found
}

/// Files of code with more lines than one reads in one go.
pub(super) fn long_files(sources: &[Source]) -> Vec<String> {
    let code = sources.iter().filter(|source| CODE.iter().any(|end| source.path.ends_with(end)));
    code.map(|source| (&source.path, source.text.lines().count()))
        .filter(|(_, lines)| *lines > LINES)
        .map(|(path, lines)| format!("{path} has {lines} lines, more than {LINES}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> [Source; 1] {
        [Source { path: path.to_owned(), text: text.to_owned() }]
    }

    #[test]
    fn the_browser_is_named_in_its_module_only() {
        for (path, text, allowed) in [
            ("src/browser/page.rs", "use web_sys::Window;", true),
            ("src/browser.rs", "use gloo::timers;", true),
            ("src/state/app.rs", "use web_sys::MouseEvent;", false),
            ("src/state/app.rs", "// web_sys stays out", true),
            ("src/state/app.rs", "let my_web_sys = 1;", true),
            ("src/lib.rs", "let now = js_sys::Date::now();", false),
            ("src/bin/app.rs", "web_sys::window();", false),
            ("src/view/read.rs", "use web_sys::MouseEvent;", true),
            ("src/view/read.rs", "use web_sys::{HtmlInputElement, KeyboardEvent as Key};", true),
            ("src/view/read.rs", "use web_sys::{\n    InputEvent,\n    Window,\n};", false),
            ("src/view/read.rs", "web_sys::window()", false),
            ("src/view/read.rs", "use web_sys;", false),
            ("src/view/read.rs", "use gloo::events::EventListener;", false),
            ("src/view/read.rs", "let a = \"https://x\"; js_sys::eval(a);", false),
            ("crates/engine/src/lib.rs", "web_sys::window()", true),
        ] {
            let found = browser_names(&source(path, text));
            assert_eq!(found.is_empty(), allowed, "{path}: {text}: {found:?}");
        }
    }

    #[test]
    fn html_is_not_written_in_what_reaches_the_browser() {
        for (path, text, allowed) in [
            ("src/view/read.rs", "element.set_inner_html(text);", false),
            ("src/view/read.rs", "Html::from_html_unchecked(text)", false),
            ("assets/start.js", "body.innerHTML = text;", false),
            ("index.html", "<iframe srcdoc='x'></iframe>", false),
            ("src/view/read.rs", "html! { <p>{ text }</p> }", true),
            ("README.md", "no innerHTML anywhere", true),
        ] {
            let found = html_writers(&source(path, text));
            assert_eq!(found.is_empty(), allowed, "{path}: {text}: {found:?}");
        }
    }

    #[test]
    fn a_long_file_of_code_is_found() {
        let lines = |count: usize| "line\n".repeat(count);
        assert!(long_files(&source("a.rs", &lines(LINES))).is_empty());
        assert_eq!(long_files(&source("a.rs", &lines(LINES + 1))).len(), 1);
        assert_eq!(long_files(&source("style/a.css", &lines(LINES + 1))).len(), 1);
        assert!(long_files(&source("Cargo.lock", &lines(LINES + 1))).is_empty());
    }
}
