//! Made-up discussions: articles with comments that never belonged to them.

use discussion::{Discussion, Import, import};

/// A text of which is known where its comments begin.
#[derive(Clone, Debug)]
pub(crate) struct Join {
    /// The text as it is read.
    pub(crate) discussion: Discussion,
    /// The first paragraph of the comments; none where it has no comments, or no article.
    pub(crate) border: Option<usize>,
}

impl Join {
    /// Paragraphs of an article, then comments; either may be empty. `None` where the importer
    /// refuses the text.
    pub(crate) fn new(article: &[&str], comments: &[&str]) -> Option<Self> {
        const BETWEEN: &str = "\n\n";
        let mut text = article.join(BETWEEN);
        let first_comment = text.len();
        text.push_str(BETWEEN);
        text.push_str(&comments.join(BETWEEN));
        let discussion = import(text.as_bytes(), Import { name: Some("join.txt") }).ok()?;
        let border = discussion
            .paragraphs
            .iter()
            .position(|paragraph| paragraph.span.start as usize >= first_comment)
            .filter(|at| *at > 0);
        Some(Self { discussion, border })
    }
}

/// Numbers that look like chance and are the same in every run (SplitMix64, public domain).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number from a range, its end excluded; its start where the range is empty.
    pub(crate) fn roll(&mut self, range: std::ops::Range<usize>) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        range.start + (bits % range.len().max(1) as u64) as usize
    }

    /// Some of the items, each at most once, in an order of chance.
    pub(crate) fn draw<'a>(&mut self, items: &[&'a str], count: usize) -> Vec<&'a str> {
        let mut rest = items.to_vec();
        let count = count.min(rest.len());
        for at in 0..count {
            let other = self.roll(at..rest.len());
            rest.swap(at, other);
        }
        rest.truncate(count);
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_is_known() {
        let border = |article: &[&str], comments: &[&str]| {
            Join::new(article, comments).and_then(|join| join.border)
        };
        assert_eq!(border(&["A title", "It rained."], &["So what?", "Indeed."]), Some(2));
        assert_eq!(border(&["It rained."], &[]), None);
        assert_eq!(border(&[], &["So what?"]), None);
    }

    #[test]
    fn draws_repeat() {
        let items = ["a", "b", "c", "d"];
        let mut drawn = Dice(7).draw(&items, 9);
        assert_eq!(drawn, Dice(7).draw(&items, 4));
        drawn.sort_unstable();
        assert_eq!(drawn, items);
    }
}
