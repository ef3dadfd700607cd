//! The course: how the writers' stances move along the text, step by step.

use std::ops::Range;

use discussion::{ParagraphId, Section};
use engine::{EntityId, Holder};

use crate::{overview::Shares, reading::Reading};

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its paragraphs, from 0; all of one section.
    pub paragraphs: Range<u32>,
    /// Where it stands.
    pub section: Section,
    /// What its writers hold.
    pub shares: Shares,
}

/// Cuts the text into at most `most` steps of about the same number of paragraphs, each within one
/// section, and counts the stances of the paragraphs' writers on some entities, or on all where
/// none is named. A text whose sections change more often than that gets a step a change.
#[must_use]
pub fn course(reading: &Reading, on: &[EntityId], most: usize) -> Vec<Step> {
    let count = reading.discussion.paragraphs.len();
    let length = count.div_ceil(most.saturating_sub(1).max(1)).max(1);
    let mut steps: Vec<Step> = Vec::new();
    for (paragraph, number) in reading.paragraphs().zip(0_u32..) {
        let section = reading.discussion.section(paragraph);
        let goes_on = |step: &Step| step.section == section && step.paragraphs.len() < length;
        if !steps.last().is_some_and(goes_on) {
            let shares = Shares::default();
            steps.push(Step { paragraphs: number..number, section, shares });
        }
        let Some(step) = steps.last_mut() else { continue };
        step.paragraphs.end = number + 1;
        add(reading, paragraph, on, &mut step.shares);
    }
    steps
}

fn add(reading: &Reading, paragraph: ParagraphId, on: &[EntityId], shares: &mut Shares) {
    for row in reading.rows_in(paragraph) {
        if row.holder == Holder::Writer && (on.is_empty() || on.contains(&row.target)) {
            shares.add(row.stance);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::tests::sample;

    fn check(most: usize, expected: &[(Range<u32>, usize)]) {
        let reading = sample();
        let steps = course(&reading, &[], most);
        let found: Vec<_> =
            steps.iter().map(|s| (s.paragraphs.clone(), s.shares.paragraphs())).collect();
        assert_eq!(found, expected, "at most {most}");
    }

    #[test]
    fn steps_cover_the_text_and_stay_within_a_section() {
        check(9, &[(0..1, 3), (1..2, 0), (2..3, 2), (3..4, 1), (4..5, 2), (5..6, 0)]);
        check(4, &[(0..2, 3), (2..4, 3), (4..6, 2)]);
        check(2, &[(0..2, 3), (2..6, 5)]);
        check(0, &[(0..2, 3), (2..6, 5)]);
    }

    #[test]
    fn counts_those_who_are_asked_for() {
        let reading = sample();
        let bob = reading.entity("bob").expect("Bob");
        let steps = course(&reading, &[bob], 2);
        assert_eq!(steps[0].shares, Shares { neutral: 1, ..Shares::default() });
        assert_eq!(steps[1].shares, Shares { supportive: 1, ..Shares::default() });
    }

    #[test]
    fn no_text_has_no_course() {
        assert_eq!(course(&Reading::default(), &[], 9), []);
    }
}
