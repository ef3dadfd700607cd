//! The list of a reader's corrections, with everything that undoes and redoes.
//!
//! Every correction is a record of its own with a number that no other session gives, so that two
//! pages that correct one text at a time add to each other. A session numbers on from the highest
//! number that it knows, and bears a number of its own (Lamport, "Time, clocks, and the ordering of
//! events in a distributed system", 1978).

use super::Correction;

/// The number of a record; records stand in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordId {
    /// One higher than any that the session knew.
    pub number: u32,
    /// The session that made it.
    pub session: u32,
}

/// One correction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Its number.
    pub id: RecordId,
    /// The correction as a line.
    pub line: String,
    /// The correction; none where a later version made it.
    pub correction: Option<Correction>,
}

impl Record {
    /// From a line.
    #[must_use]
    pub fn new(id: RecordId, line: String) -> Self {
        let correction = Correction::from_line(&line);
        Self { id, line, correction }
    }
}

/// A record that came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The record.
    pub record: Record,
    /// Whether it is there now.
    pub there: bool,
}

/// A reader's corrections of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// In the order in which they are applied.
    pub records: Vec<Record>,
    pub(super) past: Vec<Change>,
    pub(super) future: Vec<Change>,
}

impl Log {
    /// Adds a correction.
    pub fn add(&mut self, line: String, session: u32) -> Change {
        let last = self.records.last().map_or(0, |record| record.id.number);
        let undone = self.past.iter().chain(&self.future).map(|change| change.record.id.number);
        let number = undone.fold(last, u32::max).saturating_add(1);
        let record = Record::new(RecordId { number, session }, line);
        self.make(Change { record, there: true })
    }

    /// Takes a correction back, wherever it stands in the list.
    pub fn take_back(&mut self, id: RecordId) -> Option<Change> {
        let record = self.records.iter().find(|record| record.id == id)?.clone();
        Some(self.make(Change { record, there: false }))
    }

    fn make(&mut self, change: Change) -> Change {
        self.future.clear();
        self.set(&change);
        self.past.push(change.clone());
        change
    }

    /// Undoes the last change that still stands.
    pub fn undo(&mut self) -> Option<Change> {
        while let Some(change) = self.past.pop() {
            let back = Change { there: !change.there, ..change.clone() };
            if self.set(&back) {
                self.future.push(change);
                return Some(back);
            }
        }
        None
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> Option<Change> {
        while let Some(change) = self.future.pop() {
            if self.set(&change) {
                self.past.push(change.clone());
                return Some(change);
            }
        }
        None
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes what is stored now: what another page added or took back. Records that are new can be
    /// undone like one's own.
    pub fn load(&mut self, mut stored: Vec<Record>) {
        discussion::order::sort_by_key(&mut stored, |record| record.id);
        stored.dedup_by_key(|record| record.id);
        for record in &stored {
            if !self.holds(record.id) {
                self.past.push(Change { record: record.clone(), there: true });
            }
        }
        self.records = stored;
    }

    pub(super) fn holds(&self, id: RecordId) -> bool {
        self.records.binary_search_by_key(&id, |record| record.id).is_ok()
    }

    /// Brings a record in or out; says whether that changed anything.
    fn set(&mut self, change: &Change) -> bool {
        let place = self.records.binary_search_by_key(&change.record.id, |record| record.id);
        match (place, change.there) {
            (Err(at), true) => self.records.insert(at, change.record.clone()),
            (Ok(at), false) => drop(self.records.remove(at)),
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(log: &Log) -> Vec<&str> {
        log.records.iter().map(|record| record.line.as_str()).collect()
    }

    #[test]
    fn undo_and_redo_without_limit() {
        let mut log = Log::default();
        for line in ["a", "b", "c"] {
            log.add(line.into(), 1);
        }
        let second = log.records[1].id;
        assert!(log.take_back(second).is_some());
        assert_eq!(lines(&log), ["a", "c"]);
        log.undo();
        assert_eq!(lines(&log), ["a", "b", "c"], "it is back in its place");
        log.undo();
        log.undo();
        assert_eq!(lines(&log), ["a"]);
        log.redo();
        assert_eq!(lines(&log), ["a", "b"]);
        log.add("d".into(), 1);
        assert_eq!((lines(&log), log.can_redo()), (vec!["a", "b", "d"], false));
        while log.undo().is_some() {}
        assert_eq!((lines(&log), log.can_undo()), (vec![], false));
    }

    #[test]
    fn two_sessions_add_to_each_other() {
        let (mut one, mut two) = (Log::default(), Log::default());
        let a = one.add("a".into(), 1).record;
        let b = two.add("b".into(), 2).record;
        assert_ne!(a.id, b.id);
        one.load(vec![b.clone(), a.clone()]);
        two.load(vec![a, b.clone()]);
        assert_eq!((lines(&one), lines(&two)), (vec!["a", "b"], vec!["a", "b"]));
        one.load(vec![b]);
        assert_eq!(lines(&one), ["b"]);
        one.undo();
        assert_eq!(lines(&one), [""; 0]);
        assert_eq!(one.undo(), None, "what another page took back cannot be undone twice");
    }

    proptest! {
        #[test]
        fn undoing_all_and_redoing_all(steps in proptest::collection::vec(0..4_u8, 0..30)) {
            let mut log = Log::default();
            for step in steps {
                match step {
                    0 | 1 => drop(log.add("x".into(), 1)),
                    2 => {
                        let first = log.records.first().map(|record| record.id);
                        first.and_then(|id| log.take_back(id));
                    }
                    _ => drop(log.undo()),
                }
                prop_assert!(log.records.is_sorted_by_key(|record| record.id));
            }
            while log.redo().is_some() {}
            let end = log.records.clone();
            let mut undone = 0;
            while log.undo().is_some() {
                undone += 1;
            }
            prop_assert!(log.records.is_empty());
            for _ in 0..undone {
                log.redo();
            }
            prop_assert_eq!(log.records, end);
        }
    }
}
