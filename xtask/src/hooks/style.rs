//! The style sheets, a file a part of the page in `style/`, become one file without comments: one
//! request instead of many, and a quarter lighter.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

use super::hash;

/// What a link to a style sheet of ours begins with.
const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// Joins the style sheets that the page links to, in their order.
pub(super) fn join(staging: &Path) -> Result<()> {
    let path = staging.join("index.html");
    let html = fs::read_to_string(&path).context("Trunk has written no page")?;
    let links = links(&html);
    let mut joined = String::new();
    for (_, address) in &links {
        let file = staging.join(address.rsplit('/').next().unwrap_or(address));
        let css = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        squeeze(&css, &mut joined);
        fs::remove_file(&file)?;
    }
    let digest = hash(joined.as_bytes());
    let name = format!("style-{}.css", digest.get(..16).unwrap_or_default());
    fs::write(staging.join(&name), &joined)?;
    fs::write(&path, with_one(&html, &links, &name))?;
    Ok(())
}

/// The links to style sheets, whole, with the address in each.
fn links(html: &str) -> Vec<(&str, &str)> {
    html.match_indices(LINK)
        .filter_map(|(at, _)| {
            let link = html.get(at..at + html.get(at..)?.find('>')? + 1)?;
            Some((link, link.get(LINK.len()..)?.split_once('"')?.0))
        })
        .collect()
}

/// The page with one link in place of all.
fn with_one(html: &str, links: &[(&str, &str)], name: &str) -> String {
    let mut page = html.to_owned();
    for (number, (link, address)) in links.iter().enumerate() {
        // Whatever stands before the name is how this build is reached.
        let base = address.rsplit_once('/').map_or("", |(base, _)| base);
        let base = if base.is_empty() { String::new() } else { format!("{base}/") };
        let one = format!("{LINK}{base}{name}\" />");
        page = page.replacen(link, if number == 0 { &one } else { "" }, 1);
    }
    page
}

/// Adds a style sheet without its comments and indentation. What stands in quotation marks stays.
fn squeeze(css: &str, into: &mut String) {
    let mut rest = css;
    let mut bare = String::with_capacity(css.len());
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        bare.push_str(before);
        let (kept, behind) = match from.strip_prefix("/*") {
            Some(comment) => ("", comment.split_once("*/").map_or("", |(_, behind)| behind)),
            None => {
                let end = match from.chars().next() {
                    Some(quote @ ('"' | '\'')) => {
                        from.get(1..).and_then(|s| s.find(quote)).map_or(from.len(), |at| at + 2)
                    }
                    _ => 1,
                };
                from.split_at(end)
            }
        };
        bare.push_str(kept);
        rest = behind;
    }
    bare.push_str(rest);
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        into.push_str(line);
        into.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_what_is_quoted_stays() {
        let mut css = String::new();
        squeeze(
            "/* Why. */\n.a::after {\n  content: \"/* no comment */\"; /* b */\n}\n\n.b { background: url(a/b.svg); }",
            &mut css,
        );
        assert_eq!(
            css,
            ".a::after {\ncontent: \"/* no comment */\";\n}\n.b { background: url(a/b.svg); }\n"
        );
    }

    #[test]
    fn one_link_stands_for_all() {
        let html = "<head>\n<link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"x\"/>\n<link rel=\"stylesheet\" href=\"./b-2.css\"/>\n</head>";
        let links = links(html);
        assert_eq!(links.iter().map(|(_, a)| *a).collect::<Vec<_>>(), ["./a-1.css", "./b-2.css"]);
        let page = with_one(html, &links, "style-3.css");
        assert_eq!(page, "<head>\n<link rel=\"stylesheet\" href=\"./style-3.css\" />\n\n</head>");
    }
}
