//! Which passages come next, and when what was read is worth showing.

use discussion::ParagraphId;

use super::{Progress, Screen};

/// How far a passage has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Waits,
    Read,
    Shown,
}

/// The passages of a text: what is on the screen comes first, then what is nearest to it.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The paragraph of each passage, in the order of the text, and how far it has come.
    passages: Vec<(u32, Stage)>,
    done: usize,
    /// How many are to be read once more.
    again: usize,
    /// How many were read when the reading was shown last.
    shown: usize,
    screen: Screen,
}

impl Plan {
    /// A plan for passages in the order of the text, by their paragraphs.
    #[must_use]
    pub fn new(paragraphs: impl Iterator<Item = ParagraphId>, screen: Screen) -> Self {
        let passages = paragraphs.map(|paragraph| (paragraph.0, Stage::Waits)).collect();
        Self { passages, screen, ..Self::default() }
    }

    /// The reader looks elsewhere.
    pub fn look(&mut self, screen: Screen) {
        self.screen = screen;
    }

    /// The next passages, at most so many, in the order of the text; none when all are read. Those on
    /// the screen and others are never mixed, so that the screen is done first.
    #[must_use]
    pub fn next(&self, most: usize) -> Vec<usize> {
        let waiting =
            self.passages.iter().zip(0..).filter(|((_, stage), _)| *stage == Stage::Waits);
        let mut left: Vec<_> =
            waiting.map(|((paragraph, _), at)| (self.distance(*paragraph), at)).collect();
        discussion::order::sort(&mut left);
        let on_screen = left.iter().take_while(|(distance, _)| *distance == 0).count();
        left.truncate(if on_screen > 0 { most.min(on_screen) } else { most });
        let mut next: Vec<usize> = left.into_iter().map(|(_, at)| at).collect();
        discussion::order::sort(&mut next);
        next
    }

    /// Passages have been read.
    pub fn done(&mut self, passages: &[usize]) {
        for at in passages {
            let passage = self.passages.get_mut(*at);
            if let Some((_, stage)) = passage.filter(|(_, stage)| *stage == Stage::Waits) {
                *stage = Stage::Read;
                self.done += 1;
            }
        }
    }

    /// All has been read, and these passages are to be read once more.
    pub fn read_again(&mut self, passages: &[usize]) {
        for at in passages {
            let passage = self.passages.get_mut(*at);
            if let Some((_, stage)) = passage.filter(|(_, stage)| *stage != Stage::Waits) {
                *stage = Stage::Waits;
                self.done -= 1;
                self.again += 1;
            }
        }
        self.shown = self.shown.min(self.done);
    }

    /// Whether the reading is to be shown: something on the screen is new and all of it is read, or
    /// as much as was shown before has come since, or there is nothing more to come. Whole readings
    /// are shown, so that showing each batch would cost more than reading it in a long text.
    #[must_use]
    pub fn is_due(&self) -> bool {
        if self.done == self.shown {
            return false;
        }
        let screen = self.passages.iter().filter(|(paragraph, _)| self.distance(*paragraph) == 0);
        let stages = || screen.clone().map(|(_, stage)| *stage);
        let screen_is_new =
            stages().all(|stage| stage != Stage::Waits) && stages().any(|s| s == Stage::Read);
        screen_is_new
            || self.done >= 2 * self.shown && !stages().any(|s| s == Stage::Waits)
            || self.is_done()
    }

    /// The reading is shown.
    pub fn shown(&mut self) {
        self.shown = self.done;
        for (_, stage) in &mut self.passages {
            if *stage == Stage::Read {
                *stage = Stage::Shown;
            }
        }
    }

    /// Whether all is read.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done == self.passages.len()
    }

    /// How far the text is read.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let all = self.passages.len();
        let before = if self.again > 0 { all - self.again } else { 0 };
        Progress {
            all: count(all),
            again: count(self.again),
            done: count(self.done.saturating_sub(before)),
        }
    }

    /// How many paragraphs lie between a paragraph and the screen.
    fn distance(&self, paragraph: u32) -> u32 {
        let Screen { first, last } = self.screen;
        first.saturating_sub(paragraph).max(paragraph.saturating_sub(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(paragraphs: &[u32], first: u32, last: u32) -> Plan {
        Plan::new(paragraphs.iter().map(|p| ParagraphId(*p)), Screen { first, last })
    }

    /// Reads to the end, so many at a time; the batches, and after which of them something is shown.
    fn read(plan: &mut Plan, most: usize) -> Vec<(Vec<usize>, bool)> {
        let mut batches = Vec::new();
        while !plan.is_done() {
            let batch = plan.next(most);
            plan.done(&batch);
            let due = plan.is_due();
            if due {
                plan.shown();
            }
            batches.push((batch, due));
        }
        batches
    }

    #[test]
    fn the_screen_is_read_first_and_then_what_is_nearest() {
        // The third paragraph has two passages.
        let mut plan = plan(&[0, 1, 2, 2, 3, 4, 5], 2, 3);
        let expected =
            [(vec![2, 3], false), (vec![4], true), (vec![1, 5], false), (vec![0, 6], true)];
        assert_eq!(read(&mut plan, 2), expected);
        assert_eq!(plan.progress(), Progress { all: 7, again: 0, done: 7 });
        assert!(plan.next(2).is_empty() && !plan.is_due());
    }

    #[test]
    fn what_is_looked_at_later_is_shown_as_soon_as_it_is_read() {
        let mut plan = plan(&(0..100).collect::<Vec<_>>(), 0, 9);
        for batch in [plan.next(10), (10..30).collect()] {
            plan.done(&batch);
            assert!(plan.is_due());
            plan.shown();
        }
        plan.look(Screen { first: 60, last: 61 });
        let batch = plan.next(16);
        assert_eq!(batch, [60, 61]);
        plan.done(&batch[..1]);
        assert!(!plan.is_due(), "the screen is not done");
        plan.done(&batch);
        assert!(plan.is_due());
        plan.shown();
        assert_eq!(plan.next(2), [59, 62]);
    }

    #[test]
    fn what_is_read_once_more_is_counted_for_itself_and_shown_at_the_end() {
        let mut plan = plan(&[0, 1, 2, 3], 0, 0);
        while plan.progress().done < 4 {
            let batch = plan.next(4);
            plan.done(&batch);
        }
        plan.read_again(&[1, 3]);
        assert_eq!(plan.progress(), Progress { all: 4, again: 2, done: 0 });
        assert!(!plan.progress().is_done() && !plan.is_done());
        assert_eq!(read(&mut plan, 1), [(vec![1], true), (vec![3], true)]);
        assert_eq!(plan.progress(), Progress { all: 4, again: 2, done: 2 });
        assert!(plan.progress().is_done());
    }

    #[test]
    fn readings_are_shown_ever_more_seldom() {
        let mut plan = plan(&(0..1000).collect::<Vec<_>>(), 0, 4);
        let shown = read(&mut plan, 5).iter().filter(|(_, due)| *due).count();
        assert!((6..12).contains(&shown), "{shown}");
    }

    #[test]
    fn a_text_without_passages_is_read() {
        let plan = plan(&[], 0, 0);
        assert!(plan.is_done() && !plan.is_due() && plan.next(4).is_empty());
    }

    #[test]
    fn a_screen_without_passages_holds_nothing_up() {
        let mut plan = plan(&[0, 5], 2, 3);
        assert_eq!(read(&mut plan, 1), [(vec![0], true), (vec![1], true)]);
    }
}
