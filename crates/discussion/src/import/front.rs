//! Front matter: lines `key: value` between two lines `---` at the top of a text.

/// How many lines are looked at.
const MAX_LINES: usize = 60;

/// What front matter says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Front {
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
}

/// What the front matter says, and the text behind it.
pub(super) fn split(text: &str) -> (Front, &str) {
    let mut front = Front::default();
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    if first.trim_end() != "---" {
        return (front, text);
    }
    let mut at = first.len();
    for line in lines.take(MAX_LINES) {
        at += line.len();
        let line = line.trim_end();
        if matches!(line, "---" | "...") {
            return (front, text.get(at..).unwrap_or(""));
        }
        if line.is_empty() || line.starts_with([' ', '\t', '#', '-']) {
            continue;
        }
        let Some((key, value)) = line.split_once(':') else { break };
        if key.contains(char::is_whitespace) {
            break;
        }
        let value = value.trim();
        let value = ['"', '\'']
            .iter()
            .find_map(|&quote| value.strip_prefix(quote)?.strip_suffix(quote))
            .unwrap_or(value);
        let field = match key.to_ascii_lowercase().as_str() {
            "title" => &mut front.title,
            "source" | "url" => &mut front.source,
            _ => continue,
        };
        if !value.is_empty() {
            *field = Some(value.to_owned());
        }
    }
    (Front::default(), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter() {
        let (front, rest) = split("---\ntitle: \"A: b\"\nsource: c\ntags:\n  - d\n---\nText\n");
        assert_eq!(front.title.as_deref(), Some("A: b"));
        assert_eq!(front.source.as_deref(), Some("c"));
        assert_eq!(rest, "Text\n");
    }

    #[test]
    fn none() {
        for text in ["---\nno front\n---\n", "---\ntitle: open", "text\n---\n", "", "---"] {
            assert_eq!(split(text), (Front::default(), text));
        }
    }
}
