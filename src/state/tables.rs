//! The tables that can stand in the place of the text.

use reading::{Matrix, Network, Tab, concordance};

use crate::state::{Shared, State};

/// How many entities the matrix has as columns.
const COLUMNS: usize = 10;

/// How many entities the network shows.
const NODES: usize = 20;

impl State {
    /// Whether a table stands in the place of the text.
    #[must_use]
    pub fn shows_table(&self) -> bool {
        matches!(self.view.tab, Tab::Matrix | Tab::Network | Tab::Concordance)
    }

    /// Goes back to the text where a table stands in its place.
    pub(super) fn leave_table(&mut self) {
        if self.shows_table() {
            self.view.tab = Tab::Read;
        }
    }

    /// Fills the table that is shown.
    pub(super) fn tabulate(&mut self) {
        let Some(reading) = &self.reading else { return };
        let (view, matches) = (&self.view, &self.shown.matches);
        match view.tab {
            Tab::Matrix => {
                let matrix = Matrix::of(reading, matches, COLUMNS, view.sort, view.sections_only);
                self.matrix = Shared::new(matrix);
            }
            Tab::Network => self.network = Shared::new(Network::of(reading, matches, NODES)),
            Tab::Concordance => {
                let lines = concordance(reading, matches, &self.strong, view.sort);
                self.lines_of_text = Shared::new(lines);
            }
            Tab::Read | Tab::Overview => {}
        }
    }
}
