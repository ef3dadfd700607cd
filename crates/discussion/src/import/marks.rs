//! What texts write where comments begin, and above a comment.
//!
//! The line that says so (`12 Comments`) is not itself a paragraph: nobody in the discussion
//! wrote it.

/// The longest line that can be such a mark, in bytes.
const MAX_LINE: usize = 80;
/// The longest name of an author, in bytes.
const MAX_NAME: usize = 60;

/// Whether a line or heading says that comments follow: `Comments`, `12 comments`,
/// `Reader comments:`, `Comments (3)`, `4 responses`.
pub(super) fn opens_comments(line: &str) -> bool {
    let line = line.trim();
    if line.len() > MAX_LINE || line.ends_with(['.', '!', '?', ',', ';']) {
        return false;
    }
    let lower = line.to_lowercase().replace(['’', '\''], "");
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let counted = lower.contains(|c: char| c.is_ascii_digit());
    match words.as_slice() {
        ["comments"] | ["comments", "section"] | ["comments", "below"] => true,
        ["comment" | "replies" | "responses" | "reply" | "response"] => counted,
        [first, "comments" | "responses" | "reactions"] => {
            matches!(
                *first,
                "reader"
                    | "readers"
                    | "user"
                    | "users"
                    | "all"
                    | "top"
                    | "public"
                    | "your"
                    | "latest"
                    | "recent"
            )
        }
        ["comments", "from", "readers" | "our"] | ["comments", "by", "readers"] => true,
        ["comments", "from", "our", "readers"] => true,
        _ => false,
    }
}

/// Who wrote the comment that follows a line: `Ann wrote:`, `Ann says:`, `@ann`, `Ann:`,
/// `Posted by Ann at 10:15`.
pub(super) fn byline(line: &str) -> Option<String> {
    let line = line.trim();
    if line.len() > MAX_LINE {
        return None;
    }
    let starts = |prefix: &str| {
        line.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix))?;
        line.get(prefix.len()..)
    };
    if let Some(rest) = starts("Posted by ").or_else(|| starts("Comment by ")) {
        let end =
            [" at ", " on ", ",", " | ", " - "].iter().filter_map(|sign| rest.find(sign)).min();
        return name(rest.get(..end.unwrap_or(rest.len()))?);
    }
    if line.starts_with('@') && !line.contains(char::is_whitespace) && line.len() > 2 {
        return name(line.trim_end_matches(':'));
    }
    let rest = line.strip_suffix(':')?;
    let verb = [" wrote", " writes", " says", " said"];
    name(verb.iter().find_map(|verb| rest.strip_suffix(verb)).unwrap_or(rest))
}

/// A name of at most four words that does not look like a sentence.
pub(super) fn name(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(':').trim_end();
    let fits = !text.is_empty()
        && text.len() <= MAX_NAME
        && text.split_whitespace().count() <= 5
        && !text.contains(['!', '?', ';', '“', '"', '(', '/', ':'])
        && text.contains(char::is_alphanumeric);
    fits.then(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_open() {
        for line in [
            "Comments",
            "12 Comments",
            "Reader comments:",
            "COMMENTS (3)",
            "== Readers' comments ==",
            "4 responses",
        ] {
            assert!(opens_comments(line), "{line}");
        }
        for line in [
            "No further comments.",
            "Responses",
            "Discussion",
            "He comments",
            "Comments on the plan",
            "",
        ] {
            assert!(!opens_comments(line), "{line}");
        }
    }

    #[test]
    fn bylines() {
        let check =
            |line: &str, expected: Option<&str>| assert_eq!(byline(line).as_deref(), expected);
        check("Ann Lee wrote:", Some("Ann Lee"));
        check("@ann_lee", Some("@ann_lee"));
        check("Posted by Ann at 10:15", Some("Ann"));
        check("Ann:", Some("Ann"));
        check("What he told the others was this, and no more:", None);
        check("Ann wrote a book", None);
    }
}
