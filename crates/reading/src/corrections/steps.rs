//! How a list of corrections came about, as text to be kept beside it, so that a reader can undo and
//! redo after the page was closed.
//!
//! A line a step: `<` for what can be undone or `>` for what can be done again, the next one last;
//! `+` or `-` for a record that came or went; its number and its session; and, behind a tab, the
//! record's line where it is not there to be looked up.

use std::fmt::Write as _;

use super::log::{Change, Log, Record, RecordId};

impl Log {
    /// The steps, as text.
    #[must_use]
    pub fn steps(&self) -> String {
        let mut out = String::new();
        for (mark, changes) in [('<', &self.past), ('>', &self.future)] {
            for Change { record, there } in changes {
                let RecordId { number, session } = record.id;
                let sign = if *there { '+' } else { '-' };
                let _ = write!(out, "{mark}{sign}{number}.{session}");
                if !self.holds(record.id) {
                    let _ = write!(out, "\t{}", record.line);
                }
                out.push('\n');
            }
        }
        out
    }

    /// A list from what was kept of it. Records that no step knows can be undone as well; steps that
    /// cannot be read are left out.
    #[must_use]
    pub fn restored(mut records: Vec<Record>, steps: &str) -> Self {
        discussion::order::sort_by_key(&mut records, |record| record.id);
        records.dedup_by_key(|record| record.id);
        let mut log = Self { records, ..Self::default() };
        for step in steps.lines() {
            let Some((can_be_undone, change)) = log.step(step) else { continue };
            let changes = if can_be_undone { &mut log.past } else { &mut log.future };
            changes.push(change);
        }
        for record in &log.records {
            if !log.past.iter().any(|change| change.record.id == record.id) {
                log.past.push(Change { record: record.clone(), there: true });
            }
        }
        log
    }

    /// A step, and whether it can be undone rather than done again.
    fn step(&self, line: &str) -> Option<(bool, Change)> {
        let (head, written) = match line.split_once('\t') {
            Some((head, written)) => (head, Some(written)),
            None => (line, None),
        };
        let mut chars = head.chars();
        let can_be_undone = match chars.next()? {
            '<' => true,
            '>' => false,
            _ => return None,
        };
        let there = match chars.next()? {
            '+' => true,
            '-' => false,
            _ => return None,
        };
        let (number, session) = chars.as_str().split_once('.')?;
        let id = RecordId { number: number.parse().ok()?, session: session.parse().ok()? };
        let record = match written {
            Some(written) => Record::new(id, written.to_owned()),
            None => self.records.iter().find(|record| record.id == id)?.clone(),
        };
        Some((can_be_undone, Change { record, there }))
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
    fn what_was_undone_and_taken_back_can_be_done_again_later() {
        let mut log = Log::default();
        for line in ["a\tx", "b", "c"] {
            log.add(line.into(), 7);
        }
        log.take_back(log.records[0].id);
        log.undo();
        log.undo();
        let mut later = Log::restored(log.records.clone(), &log.steps());
        assert_eq!(later, log);
        assert_eq!(lines(&later), ["a\tx", "b"]);
        later.redo();
        assert_eq!(lines(&later), ["a\tx", "b", "c"]);
        later.redo();
        assert_eq!(lines(&later), ["b", "c"], "it is taken back again");
        assert!(!later.can_redo());
        while later.undo().is_some() {}
        assert!(later.records.is_empty());
    }

    #[test]
    fn records_of_others_can_be_undone_and_damage_is_passed_over() {
        let record = |number, line: &str| Record::new(RecordId { number, session: 3 }, line.into());
        let kept = vec![record(2, "b"), record(1, "a")];
        let mut log = Log::restored(kept, "<+1.3\n<+9.9\nx\n<*1.1\n>+4.x\n>+5.3\td\n\n<");
        assert_eq!(lines(&log), ["a", "b"]);
        log.redo();
        assert_eq!(lines(&log), ["a", "b", "d"]);
        log.undo();
        log.undo();
        assert_eq!(lines(&log), ["a"]);
        log.undo();
        assert_eq!((lines(&log), log.can_undo()), (vec![], false));
    }

    proptest! {
        #[test]
        fn nothing_is_lost(steps in proptest::collection::vec(0..6_u8, 0..40)) {
            let mut log = Log::default();
            for step in steps {
                match step {
                    0..=2 => drop(log.add(format!("line\t{step}"), 1)),
                    3 => drop(log.undo()),
                    4 => drop(log.redo()),
                    _ => {
                        let first = log.records.first().map(|record| record.id);
                        first.and_then(|id| log.take_back(id));
                    }
                }
                // As if the page were closed and opened again after every step.
                let again = Log::restored(log.records.clone(), &log.steps());
                prop_assert_eq!(&again, &log);
                log = again;
            }
        }

        #[test]
        fn any_text_is_read(text in "[<>+.\t0-9a\n-]{0,60}") {
            let mut log = Log::restored(vec![Record::default()], &text);
            while log.undo().is_some() {}
            while log.redo().is_some() {}
            prop_assert!(log.records.is_sorted_by_key(|record| record.id));
        }
    }
}
