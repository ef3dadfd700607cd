//! The page as one file, with the text that is open.

use discussion::{Import, import::import_all};
use reading::export::page::page;
pub use reading::export::page::{DOCUMENT, Parts};
use serde::{Deserialize, Serialize};

use super::writing::{Written, stem};

/// A page to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedPage {
    /// The text, as it was opened.
    #[serde(with = "serde_bytes")]
    pub text: Vec<u8>,
    /// The name of its file.
    pub name: Option<String>,
    /// What the page shows, as a link.
    pub view: String,
    /// The reader's corrections, as lines.
    pub corrections: Vec<String>,
}

/// Makes the page of its files, of which its document is one.
///
/// # Errors
/// Where the text cannot be opened, a file is missing, or a script cannot stand in a page.
pub(super) fn make(wanted: &WantedPage, fetched: &[(String, Vec<u8>)]) -> Result<Written, String> {
    let import = Import { name: wanted.name.as_deref() };
    let opened = import_all(&wanted.text, import).map_err(|error| error.to_string())?;
    let (discussion, _) = opened.longest();
    let file = |name: &str| {
        let found = fetched.iter().find(|(known, _)| known == name);
        found.map(|(_, bytes)| bytes.clone())
    };
    let written = page(&discussion, &wanted.view, &wanted.corrections, file);
    let bytes = written.map_err(|error| error.to_string())?.into_bytes();
    Ok(Written { name: format!("{}.html", stem(&discussion.title)), bytes })
}
