//! The tables that can stand in the place of the text.

use engine::EntityId;
use reading::{Matrix, Network, Row, Tab, cell, concordance};

use crate::state::{List, Shared, State};

/// How many entities the matrix has as columns before more are asked for.
pub const COLUMNS: usize = 10;

/// How many it has at most; the most mentioned come first.
pub const MOST_COLUMNS: usize = 60;

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
            self.view.cell = None;
        }
    }

    /// Shows the sentences of a cell, or of none.
    pub(super) fn open_cell(&mut self, opened: Option<(Row, EntityId)>) {
        self.view.cell = self
            .reading
            .as_ref()
            .zip(opened)
            .map(|(reading, (row, target))| cell::name(reading, row, target));
    }

    /// Fills the table that is shown.
    pub(super) fn tabulate(&mut self) {
        let Some(reading) = &self.reading else { return };
        let (view, matches) = (&self.view, &self.shown.matches);
        self.cell = view.cell.as_deref().and_then(|name| cell::named(reading, name));
        match view.tab {
            Tab::Matrix => {
                let wide = self.lists.contains(&List::Columns);
                let width = if wide { MOST_COLUMNS } else { COLUMNS };
                let matrix = Matrix::of(reading, matches, width, view.sort, view.sections_only);
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
