//! What of the page is shown: a panel on narrow screens, a dialog, long lists whole; and what on paper.

use reading::Unmatched;

use crate::state::State;

/// How many paragraphs are printed; about a thousand pages.
const ON_PAPER: usize = 10_000;

/// What a narrow screen shows; a wide one shows all three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The text.
    #[default]
    Text,
    /// The main entities.
    Overview,
    /// The filter.
    Filters,
}

/// A dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Opening a text.
    Open,
    /// Asking before a text is fetched from another site.
    Address,
    /// Writing a file.
    Export,
    /// Saying what the columns of a table hold.
    Columns,
    /// What the marks and keys mean.
    Help,
    /// Correcting a mark, or making one.
    Correct,
    /// The list of corrections.
    Corrections,
    /// Passing the view on.
    Share,
}

/// A list that may be long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// The entities of the overview.
    Overview,
    /// The entities of the filter.
    Entities,
    /// The holders of the filter.
    Holders,
    /// The rows of the matrix.
    Matrix,
    /// The columns of the matrix.
    Columns,
    /// The relations of the network.
    Network,
    /// The entities of the network.
    Nodes,
    /// The lines of the concordance.
    Concordance,
}

impl State {
    /// Whether all that is shown is drawn for paper. Beyond a limit a browser would not come to an
    /// end with it.
    #[must_use]
    pub fn prints_whole(&self) -> bool {
        let shown = match self.view.unmatched {
            Unmatched::Hide => self.shown.count,
            Unmatched::Dim => self.paragraphs(),
        };
        self.printing && shown <= ON_PAPER
    }
}
