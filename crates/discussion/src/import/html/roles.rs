//! What an element of a page is, by its name and its generic marks.

use super::tags::Tag;

/// What the walk over a page does with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing special.
    Plain,
    /// Nothing inside it is part of the discussion.
    Dropped,
    /// The article itself.
    Article,
    /// The main part of the page.
    Main,
    /// What holds all comments.
    Comments,
    /// One comment.
    Comment,
    /// Who wrote the comment.
    Author,
    /// When it was written.
    Time,
}

/// Elements whose content is no running text.
const DROPPED: [&str; 20] = [
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "nav",
    "aside",
    "form",
    "button",
    "select",
    "textarea",
    "iframe",
    "object",
    "canvas",
    "audio",
    "video",
    "figcaption",
    "dialog",
    "math",
    "xmp",
];
/// Words in a class that name all comments.
const ALL_COMMENTS: [&str; 6] =
    ["comments", "commentlist", "disqus", "replies", "discussion", "commentarea"];
/// Words beside these that say that the element is only about comments.
const NOT_COMMENTS: [&str; 16] = [
    "count", "link", "button", "btn", "form", "respond", "number", "open", "closed", "enabled",
    "toggle", "icon", "off", "no", "num", "template",
];
/// Words that may stand beside `comment` in the class of one comment.
const BESIDE_COMMENT: [&str; 22] = [
    "even", "odd", "depth", "item", "thread", "single", "node", "entry", "box", "block", "c", "li",
    "div", "user", "reader", "top", "level", "parent", "child", "post", "view", "element",
];
/// Words in a class that name the author of a comment.
const AUTHOR: [&str; 8] =
    ["author", "byline", "username", "fn", "hnuser", "nickname", "commenter", "poster"];
/// Words in a class that name the time of a comment.
const TIME: [&str; 7] = ["date", "time", "timestamp", "datetime", "age", "ago", "published"];
/// Words in a class, inside a comment, of what its author did not write.
const TOOLS: [&str; 16] = [
    "actions",
    "vote",
    "votes",
    "score",
    "share",
    "report",
    "flag",
    "permalink",
    "avatar",
    "tools",
    "toolbar",
    "buttons",
    "controls",
    "votelinks",
    "likes",
    "awaiting",
];

/// The role of an element. `in_comments` says whether it stands inside comments already,
/// `in_article` whether inside the article.
pub(super) fn of(tag: &Tag<'_>, in_comments: bool, in_comment: bool, in_article: bool) -> Role {
    let name = tag.name.as_str();
    if matches!(name, "html" | "body" | "head") {
        return Role::Plain;
    }
    if tag.attribute("hidden").is_some() && !in_comment {
        return Role::Dropped;
    }
    let class = tag.attribute("class").unwrap_or_default().to_ascii_lowercase();
    let id = tag.attribute("id").unwrap_or_default().to_ascii_lowercase();
    let marks = || class.split_whitespace().chain([id.as_str()]).filter(|mark| !mark.is_empty());
    let block =
        !matches!(name, "a" | "span" | "button" | "input" | "i" | "b" | "form" | "textarea");
    if block {
        let itemtype = tag.attribute("itemtype").is_some_and(|t| t.ends_with("/Comment"));
        let role = tag.attribute("role").is_some_and(|role| role.eq_ignore_ascii_case("comment"));
        if itemtype
            || role
            || class.split_whitespace().any(|c| is_comment(c, in_comments))
            || is_numbered(&id)
        {
            return Role::Comment;
        }
        if !in_comment && marks().any(is_all_comments) {
            return Role::Comments;
        }
    }
    if DROPPED.contains(&name) || (matches!(name, "header" | "footer") && !in_comment) {
        return Role::Dropped;
    }
    if in_comment {
        return inside_comment(tag, &class);
    }
    match name {
        "article" if !in_article => Role::Article,
        "main" => Role::Main,
        _ if tag.attribute("role").is_some_and(|role| role.eq_ignore_ascii_case("main")) => {
            Role::Main
        }
        _ if tag.attribute("itemprop").is_some_and(|p| p == "articleBody") && !in_article => {
            Role::Article
        }
        _ => Role::Plain,
    }
}

fn inside_comment(tag: &Tag<'_>, class: &str) -> Role {
    let attribute = |name: &str, value: &str| {
        tag.attribute(name)
            .is_some_and(|found| found.split_whitespace().any(|v| v.eq_ignore_ascii_case(value)))
    };
    let has =
        |list: &[&str]| class.split_whitespace().flat_map(words).any(|word| list.contains(&word));
    if tag.name == "cite"
        || attribute("rel", "author")
        || attribute("itemprop", "author")
        || has(&AUTHOR)
    {
        Role::Author
    } else if tag.name == "time" || attribute("itemprop", "datecreated") || has(&TIME) {
        Role::Time
    } else if has(&TOOLS) {
        Role::Dropped
    } else {
        Role::Plain
    }
}

fn words(mark: &str) -> impl Iterator<Item = &str> {
    mark.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_all_comments(mark: &str) -> bool {
    words(mark).any(|word| ALL_COMMENTS.contains(&word))
        && !words(mark).any(|word| NOT_COMMENTS.contains(&word))
}

/// `comment`, `comment-item`, `c-comment`, and `reply` where all comments are marked.
fn is_comment(class: &str, in_comments: bool) -> bool {
    let mut named = false;
    words(class).all(|word| {
        let names = word == "comment" || (in_comments && matches!(word, "reply" | "response"));
        named |= names;
        names || BESIDE_COMMENT.contains(&word) || word.bytes().all(|b| b.is_ascii_digit())
    }) && named
}

/// `comment-12`, `comment_ab12`, `div-comment-12`.
fn is_numbered(id: &str) -> bool {
    let Some((_, number)) = id.rsplit_once(['-', '_']) else { return false };
    let before = id.get(..id.len() - number.len() - 1).unwrap_or("");
    is_comment(before, false) && number.contains(|c: char| c.is_ascii_digit())
}

/// Whether an element parts paragraphs.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Elements without content.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}
