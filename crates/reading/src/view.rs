//! The view: everything that a link restores.

use crate::filter::Filter;

/// Everything that a link restores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Which discussion.
    pub source: Source,
    /// What the reader asked for.
    pub filter: Filter,
    /// What happens to the rest.
    pub unmatched: Unmatched,
    /// The selected entity, by slug: its marks are strong.
    pub selected: Option<String>,
    /// The tab that is open.
    pub tab: Tab,
    /// The paragraph at the top, from 1 (`p7` is 7).
    pub place: Option<u32>,
    /// Where the reader put the border; none where it is left to the machine.
    pub border: Option<ReaderBorder>,
    /// Whether marks are turned off.
    pub marks_off: bool,
}

/// Which discussion a view is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The first bundled text.
    #[default]
    First,
    /// A bundled text, by its slug.
    Bundled(String),
    /// A text that the reader opened here. It is not in the link; whoever opens the link without
    /// having it is told so.
    Opened,
}

/// A border that the reader placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderBorder {
    /// The comments begin at this paragraph, from 1.
    Before(u32),
    /// There are no comments.
    NoComments,
}

/// What happens to paragraphs that do not match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unmatched {
    /// They stay, faint.
    #[default]
    Dim,
    /// They go.
    Hide,
}

/// A tab of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The text with its marks.
    #[default]
    Read,
    /// The main entities and how they are judged (on narrow screens a tab of its own).
    Overview,
}
