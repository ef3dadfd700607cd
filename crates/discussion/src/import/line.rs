//! One discussion on a line of JSON: a text, an object with one, or Stancelight JSON.

use thiserror::Error;

use super::{
    Import, ImportError, MAX_FILE_BYTES, import_all,
    json::{Json, with_whole_characters},
    notes::ImportNote,
    stancelight,
};
use crate::discussion::Discussion;

/// Why a line gives no discussion.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LineError {
    /// Not JSON, or not all of it.
    #[error("This is not JSON (from byte {position} of the line on).")]
    NotJson {
        /// The first byte that does not fit, from 0.
        position: usize,
    },
    /// JSON without a text.
    #[error("This is neither a text, nor an object with a text under \u{201c}text\u{201d}.")]
    NoText,
    /// The text cannot be opened.
    #[error(transparent)]
    Text(#[from] ImportError),
}

/// Reads a line: a JSON string is a text in any format that [`import_all`] knows; an object has such
/// a text under `text`, and may have `title` and `source`; Stancelight JSON opens as it was written.
///
/// # Errors
/// Where the line gives no discussion: see [`LineError`].
pub fn import_line(line: &str) -> Result<(Discussion, Vec<ImportNote>), LineError> {
    if line.len() > MAX_FILE_BYTES {
        return Err(ImportError::TooLarge { bytes: line.len() }.into());
    }
    let line = with_whole_characters(line);
    let document = Json::parse(&line).ok_or(LineError::NotJson { position: 0 })?;
    if let Some(position) = document.cut {
        return Err(LineError::NotJson { position });
    }
    let root = document.root();
    if stancelight::is_document(root) {
        let (discussion, count) = stancelight::read(root, None)?;
        let lost = (count > 0).then_some(ImportNote::LostParagraphs { count });
        return Ok((discussion, lost.into_iter().collect()));
    }
    let text = root.text().or_else(|| root.text_of("text")).ok_or(LineError::NoText)?;
    let (mut discussion, notes) = import_all(text.as_bytes(), Import::default())?.longest();
    if let Some(title) = root.text_of("title").filter(|title| !title.trim().is_empty()) {
        title.clone_into(&mut discussion.title);
    }
    if let Some(source) = root.text_of("source") {
        discussion.source = Some(source.to_owned());
    }
    Ok((discussion, notes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_every_kind() {
        let text = |line: &str| import_line(line).map(|(discussion, _)| discussion.text);
        assert_eq!(text(r#""A \ud83d\ude00 line.""#).as_deref(), Ok("A \u{1f600} line."));
        assert_eq!(text(r#" {"text": "One.\n\nTwo."} "#).as_deref(), Ok("One.\n\nTwo."));
        let line = r#"{"title":"A title","text":"<p>One.<p>Two.","source":"https://example.org/"}"#;
        let (discussion, _) = import_line(line).unwrap();
        assert_eq!((discussion.title.as_str(), discussion.paragraphs.len()), ("A title", 2));
        assert_eq!(discussion.source.as_deref(), Some("https://example.org/"));
    }

    #[test]
    fn what_is_no_discussion() {
        let error = |line: &str| import_line(line).unwrap_err();
        assert_eq!(error("not json"), LineError::NotJson { position: 0 });
        assert!(matches!(error(r#"{"text":"One"#), LineError::NotJson { .. }));
        assert!(matches!(error(r#""One" "Two""#), LineError::NotJson { .. }));
        for line in ["1", "null", "[]", r#"{"body":"One."}"#, r#"{"text":1}"#] {
            assert_eq!(error(line), LineError::NoText, "{line}");
        }
        assert_eq!(error(r#""""#), LineError::Text(ImportError::Empty));
        let stamped = r#"{"stamp":{},"offsets":"codepoints","text":"a","paragraphs":[]}"#;
        assert_eq!(error(stamped), LineError::Text(ImportError::Empty));
    }
}
