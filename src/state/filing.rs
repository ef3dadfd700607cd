//! Files in and out: what the files program is asked, and what it says.

use std::rc::Rc;

use crate::{
    protocol::files::{Delivery, Done, Found, GivenFile, Order, Task},
    state::{Effect, Input, Opening, State},
};

impl State {
    /// Has the files program turn what is being opened into what the worker reads.
    pub(super) fn convert(&mut self, opening: Opening, effects: &mut Vec<Effect>) {
        if let Some(input) = &opening.input {
            let file = GivenFile { name: input.name.clone(), bytes: input.bytes.clone() };
            effects.push(Effect::Order(Order { id: self.request, task: Task::Open(file) }));
        }
        self.opening = Some(opening);
    }

    /// Takes what the files program did.
    pub(super) fn delivered(&mut self, delivery: Delivery, effects: &mut Vec<Effect>) {
        if delivery.id != self.request {
            return;
        }
        match delivery.done {
            Ok(Done::Opened(found)) => self.found(found, effects),
            Err(sentence) => self.give_up(sentence),
        }
    }

    /// Reads the longest of the discussions in a file.
    fn found(&mut self, found: Found, effects: &mut Vec<Effect>) {
        let Some(Opening { view, history, input: Some(input), .. }) = self.opening.take() else {
            return;
        };
        let Some(discussion) = found.discussions.into_iter().nth(found.longest as usize) else {
            return;
        };
        found.notes.into_iter().for_each(|note| self.notices.tell(note));
        let input = Input {
            source: input.source.clone(),
            bytes: discussion.outline,
            name: Some(discussion.title),
        };
        self.read(Rc::new(input), view, history, effects);
    }
}
