//! The bundled texts.

use std::rc::Rc;

/// One line of `texts/index.json`, which the build makes from the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BundledText {
    /// Its name in links.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Its file in the folder.
    pub file: String,
}

/// The list of bundled texts, once it is here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// In the order of the folder.
    pub texts: Rc<[BundledText]>,
    /// Whether the list came.
    pub listed: bool,
}

impl Library {
    /// The text with a slug.
    #[must_use]
    pub fn text(&self, slug: &str) -> Option<&BundledText> {
        self.texts.iter().find(|text| text.slug == slug)
    }

    /// The text that opens where none is asked for.
    #[must_use]
    pub fn first(&self) -> Option<&BundledText> {
        self.texts.first()
    }
}
