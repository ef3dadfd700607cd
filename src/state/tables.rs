//! The tables that can stand in the place of the text.

use engine::EntityId;
use reading::{Matrix, Network, Row, Tab, cell, concordance};

use crate::state::{List, Shared, State};

/// How many entities the matrix has as columns before more are asked for.
const COLUMNS: usize = 10;
/// How many holders it has as rows before more are asked for.
pub const ROWS: usize = 40;

/// How many entities the network shows before more are asked for.
const NODES: usize = 20;

/// How many of them there are at most: a page of a whole novel's people would not come to an end.
const MOST: usize = 60;

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

    /// How many entities the matrix has at most.
    pub(super) fn matrix_columns(&self) -> usize {
        if self.lists.contains(&List::Columns) { MOST } else { COLUMNS }
    }

    /// How many holders the matrix shows at most.
    #[must_use]
    pub fn matrix_rows(&self) -> usize {
        if self.lists.contains(&List::Matrix) { usize::MAX } else { ROWS }
    }

    /// How many entities the network has at most.
    pub(super) fn network_nodes(&self) -> usize {
        if self.lists.contains(&List::Nodes) { MOST } else { NODES }
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
        let (columns, nodes) = (self.matrix_columns(), self.network_nodes());
        let (view, matches) = (&self.view, &self.shown.matches);
        self.cell = view.cell.as_deref().and_then(|name| cell::named(reading, name));
        match view.tab {
            Tab::Matrix => {
                let matrix = Matrix::of(reading, matches, columns, view.sort, view.sections_only);
                self.matrix = Shared::new(matrix);
            }
            Tab::Network => self.network = Shared::new(Network::of(reading, matches, nodes)),
            Tab::Concordance => {
                let lines = concordance(reading, matches, &self.strong, view.sort);
                self.lines_of_text = Shared::new(lines);
            }
            Tab::Read | Tab::Overview => {}
        }
    }
}
