//! Files in and out: what the files program is asked, and what it says.

use std::rc::Rc;

use reading::{Source, View, link};

use crate::{
    protocol::files::{
        ChosenColumns, Delivery, Done, Found, FoundDiscussion, GivenFile, Order, Table, Task,
        Wanted, WantedPage,
    },
    state::{Dialog, Effect, History, Input, Opening, State},
    strings,
};

/// A table whose columns the reader chooses.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// What was being opened.
    opening: Opening,
    /// Its beginning.
    pub table: Rc<Table>,
    /// What the columns hold.
    pub chosen: ChosenColumns,
}

/// What becomes of a file that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Export {
    /// It is being written.
    Running,
    /// What is to be said: it is there, or why it is not.
    Said(String),
}

impl State {
    /// Has the files program turn what is being opened into what the worker reads.
    pub(super) fn convert(&mut self, opening: Opening, effects: &mut Vec<Effect>) {
        if let Some(input) = &opening.input {
            let file = GivenFile { name: input.name.clone(), bytes: input.bytes.clone() };
            self.order_opening(vec![file], None, effects);
        }
        self.opening = Some(opening);
    }

    /// Opens several files at once.
    pub(super) fn open_files(&mut self, files: Vec<GivenFile>, effects: &mut Vec<Effect>) {
        self.dialog = None;
        self.notices.clear();
        self.request = self.request.wrapping_add(1);
        let view = self.awaited.take().unwrap_or_else(|| self.view_of_own());
        let title = strings::several_files(files.len());
        let input = Some(Rc::new(Input { source: Source::Opened, ..Input::default() }));
        let history = History::Push;
        self.opening =
            Some(Opening { view, title, input, history, for_list: false, progress: None });
        self.order_opening(files, None, effects);
    }

    fn view_of_own(&self) -> View {
        View { source: Source::Opened, ..self.carried() }
    }

    fn order_opening(
        &mut self,
        files: Vec<GivenFile>,
        columns: Option<ChosenColumns>,
        effects: &mut Vec<Effect>,
    ) {
        effects
            .push(Effect::Order(Order { id: self.request, task: Task::Open { files, columns } }));
    }

    /// Takes what the files program did.
    pub(super) fn delivered(&mut self, delivery: Delivery, effects: &mut Vec<Effect>) {
        if delivery.id != self.request {
            return;
        }
        match delivery.done {
            Ok(Done::Opened(found)) => self.take_found(found, effects),
            Ok(Done::Table(table)) => {
                if let Some(opening) = self.opening.take() {
                    let chosen = table.columns.clone();
                    self.columns = Some(Columns { opening, table: Rc::new(table), chosen });
                    self.dialog = Some(Dialog::Columns);
                }
            }
            Ok(Done::Written(file)) => {
                self.export = Some(Export::Said(strings::written(&file.name)));
                effects.push(Effect::Save(file));
            }
            Ok(Done::Drawn(file)) => effects.push(Effect::SavePicture(file)),
            Ok(Done::Fetched(file)) => self.take_fetched(file, effects),
            Err(why) if self.export == Some(Export::Running) => {
                self.export = Some(Export::Said(why.words()));
            }
            Err(why) => {
                let fetching = self.opening.take_if(|o| o.input.is_none());
                if let Some(view) = fetching.map(|o| o.view).filter(|v| v.address.is_some()) {
                    self.await_copy(view);
                }
                self.give_up(why.words());
            }
        }
    }

    /// Reads the longest of the discussions in files, and keeps all of them at hand.
    fn take_found(&mut self, found: Found, effects: &mut Vec<Effect>) {
        let Some(opening) = self.opening.take() else { return };
        self.found = found.discussions.into();
        found.notes.iter().for_each(|note| self.notices.tell(note.words()));
        if self.found.len() > 1 {
            self.notices.tell(strings::others_found(self.found.len() - 1));
        }
        if let Some(longest) = self.found.get(found.longest as usize).cloned() {
            self.read_found(&longest, opening.view, opening.history, effects);
        }
    }

    /// Opens one of the discussions that were found.
    pub(super) fn open_found(&mut self, number: usize, effects: &mut Vec<Effect>) {
        if let Some(found) = self.found.get(number).cloned() {
            self.dialog = None;
            self.notices.clear();
            let view = self.view_of_own();
            self.read_found(&found, view, History::Push, effects);
        }
    }

    fn read_found(
        &mut self,
        found: &FoundDiscussion,
        view: View,
        history: History,
        effects: &mut Vec<Effect>,
    ) {
        let input = Input {
            source: view.source.clone(),
            bytes: found.outline.clone(),
            name: Some(found.title.clone()),
        };
        self.read(Rc::new(input), view, history, effects);
    }

    /// Has a file written of what is open.
    pub(super) fn export(&mut self, format: u32, effects: &mut Vec<Effect>) {
        if self.reading.is_none() {
            self.export = Some(Export::Said(strings::NOTHING_OPEN.to_owned()));
            return;
        }
        self.export = Some(Export::Running);
        let formats = strings::EXPORTS.len();
        if format as usize == formats {
            if let Some(input) = &self.input {
                let (text, name) = (input.bytes.clone(), input.name.clone());
                let view = link::encode(&self.view_to_pass_on());
                let corrections = self.shared_lines();
                let task = Task::Page(WantedPage { text, name, view, corrections });
                effects.push(Effect::Order(Order { id: self.request, task }));
            }
            return;
        }
        // Behind the page come the drawings, which are the last of the formats, as pictures.
        let picture = format as usize > formats;
        let format =
            if picture { format - 1 - strings::EXPORT_PICTURES.len() as u32 } else { format };
        let view = link::encode(&self.view);
        let wanted = Wanted {
            reply: self.packed.to_vec(),
            corrections: self.shown_lines(),
            view,
            filtered: self.exports_filtered,
            format,
            picture,
            drawn: [self.matrix_columns(), self.matrix_rows(), self.network_nodes()]
                .map(|most| u32::try_from(most).unwrap_or(u32::MAX)),
        };
        effects.push(Effect::Order(Order { id: self.request, task: Task::Write(wanted) }));
    }

    /// Says what a column of the table holds.
    pub(super) fn choose_column(&mut self, role: usize, column: Option<u32>) {
        let chosen = self.columns.as_mut().and_then(|columns| columns.chosen.get_mut(role));
        if let Some(slot) = chosen {
            *slot = column;
        }
    }

    /// Reads the table with the columns that are chosen.
    pub(super) fn read_table(&mut self, effects: &mut Vec<Effect>) {
        let Some(Columns { opening, chosen, .. }) = self.columns.take() else { return };
        self.dialog = None;
        let Some(input) = opening.input.clone() else { return };
        let file = GivenFile { name: input.name.clone(), bytes: input.bytes.clone() };
        self.request = self.request.wrapping_add(1);
        self.opening = Some(opening);
        self.order_opening(vec![file], Some(chosen), effects);
    }
}
