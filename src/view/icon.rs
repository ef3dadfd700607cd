//! Icons, drawn with strokes in the colour of their text.

use yew::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A folder.
    Open,
    /// An arrow down onto a line.
    Export,
    /// A chain.
    Link,
    /// An arrow out of a tray.
    Share,
    /// A marked line.
    Marks,
    /// A half-filled circle.
    Theme,
    /// A question mark.
    Help,
    /// A cross.
    Close,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// Lines of text.
    Text,
    /// Bars to both sides.
    Overview,
    /// A magnifying glass.
    Find,
    /// A funnel.
    Filters,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Open => "M3 19V6h6l2 2.5h7V11M3 19l3-8h15l-3 8z",
            Self::Export => "M12 3v11M7 10l5 5 5-5M4 20h16",
            Self::Link => {
                "M10 14a4 4 0 0 0 6 0l3-3a4.2 4.2 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6 0l-3 3a4.2 \
                 4.2 0 0 0 6 6l1.5-1.5"
            }
            Self::Share => "M12 15V3M8 7l4-4 4 4M5 12v8h14v-8",
            Self::Marks => "M4 20h16M6 16l1-4 9-9 3 3-9 9z",
            Self::Theme => "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
            Self::Help => {
                "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0"
            }
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Up => "M6 15l6-6 6 6",
            Self::Down => "M6 9l6 6 6-6",
            Self::Text => "M5 6h14M5 10h14M5 14h14M5 18h9",
            Self::Overview => "M12 3v18M12 6H5M12 6h4M12 12H8M12 12h8M12 18H6M12 18h2",
            Self::Find => "M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15 15l6 6",
            Self::Filters => "M4 5h16l-6 8v6l-4-2v-4z",
        }
    }

    /// Draws it; the words beside it say what it means.
    pub fn draw(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"
                focusable="false">
                <path d={self.path()} />
            </svg>
        }
    }
}
