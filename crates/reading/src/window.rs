//! The window: which paragraphs of a long text are in the document. They are those near the screen;
//! what lies between is a gap as high as they are ([`crate::heights`]).
//!
//! Two lists of paragraphs stand below each other, the article's and the comments', each with
//! something of its own above it, so places are counted from the top of each list.

use std::ops::Range;

use crate::heights::{Heights, Length};

/// A text of up to so many paragraphs is in the document as a whole.
pub const WHOLE_PARAGRAPHS: usize = 200;
/// A text of up to so many marks is in the document as a whole.
pub const WHOLE_MARKS: usize = 3_000;
/// The height of a screen of which nothing is known yet.
const SCREEN: Length = 90_000;

/// Where the two lists stand on the screen, counted downward from its top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// The tops of the article's paragraphs and of the comments'.
    pub tops: [Length; 2],
    /// The height of the screen.
    pub height: Length,
    /// The width of the text.
    pub width: Length,
}

/// A piece of a list as it stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Paragraphs that are not there: the first that follows, and their height.
    Gap(usize, Length),
    /// A paragraph.
    Row(usize),
}

/// Which paragraphs are in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    heights: Heights,
    /// The first paragraph of the comments; the number of paragraphs where there are none.
    border: usize,
    near: Range<usize>,
    /// The paragraph at the top of the screen, which stays where it is whatever happens above it,
    /// and where its top was when it was looked at last.
    anchor: usize,
    offset: Length,
    screen: Length,
    width: Length,
    /// How far the page has to be scrolled once the gaps are drawn as they are now.
    owed: Length,
}

/// What follows from measuring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// How far the page must be scrolled so that what was at the top of the screen stays there.
    pub scroll: Length,
    /// Whether the gaps have another height than they are drawn with.
    pub redraw: bool,
}

impl Window {
    /// A window over paragraphs of so many bytes each, at its beginning.
    #[must_use]
    pub fn over(bytes: impl Iterator<Item = u32>, border: Option<usize>) -> Self {
        let heights = Heights::of(bytes);
        let border = border.unwrap_or(heights.len()).min(heights.len());
        let mut window = Self { heights, border, screen: SCREEN, ..Self::default() };
        window.go_to(0);
        window
    }

    /// The heights that it counts with.
    #[must_use]
    pub fn heights(&self) -> &Heights {
        &self.heights
    }

    /// The paragraph at the top of the screen, as it was looked at last.
    #[must_use]
    pub fn anchor(&self) -> usize {
        self.anchor
    }

    /// The width of the text when it was measured last.
    #[must_use]
    pub fn width(&self) -> Length {
        self.width
    }

    /// Says which paragraphs are shown.
    pub fn show(&mut self, shown: impl Fn(usize) -> bool) {
        let count = self.heights.len();
        let before = self.heights.before(self.anchor);
        self.heights.show(shown);
        // Where the paragraph at the top goes, the next that stays takes its place.
        let stays = |row: &usize| self.heights.is_shown(*row);
        let next = (self.anchor..count).find(stays);
        self.owed += self.heights.before(self.anchor) - before;
        self.anchor = next.or_else(|| (0..self.anchor).rev().find(stays)).unwrap_or(0);
        self.draw_around(self.anchor);
    }

    /// Moves to a paragraph: it is drawn, with what is near, and stands at the top.
    pub fn go_to(&mut self, row: usize) {
        self.anchor = row.min(self.heights.len().saturating_sub(1));
        self.offset = 0;
        self.draw_around(self.anchor);
    }

    fn draw_around(&mut self, row: usize) {
        let top = self.heights.before(row);
        let start = self.heights.at(top.saturating_sub(self.screen).max(0));
        let end = self.heights.at(top + 2 * self.screen);
        self.near = start.min(row)..(end + 1).min(self.heights.len());
    }

    /// Takes note of what the reader sees. Says whether something else has to be drawn: less than
    /// half a screen is left above or below.
    pub fn look(&mut self, sight: Sight) -> bool {
        self.screen = sight.height.max(1);
        let seen = self.rows(sight, 0, sight.height);
        self.anchor = seen.start.min(self.heights.len().saturating_sub(1));
        self.offset = self.top(sight, self.anchor);
        let half = self.screen / 2;
        let needed = self.rows(sight, -half, sight.height + half);
        if self.near.start <= needed.start && needed.end <= self.near.end {
            return false;
        }
        let near = self.rows(sight, -self.screen, sight.height + self.screen);
        let changed = near != self.near;
        self.near = near;
        changed
    }

    /// Takes the heights of what is drawn.
    pub fn measure(&mut self, rows: &[(usize, Length)], sight: Sight) -> Moved {
        let (first, resized) = (self.width == 0, self.width != sight.width);
        self.width = sight.width;
        if resized {
            self.heights.forget();
        }
        let before = self.heights.before(self.anchor);
        for (row, height) in rows {
            self.heights.measure(*row, *height);
        }
        let after = self.heights.before(self.anchor);
        let mut moved = std::mem::take(&mut self.owed) + after - before;
        let mut redraw = false;
        if resized {
            if !first {
                // The page was laid out anew, so sums do not say where it was.
                moved =
                    if self.anchor == 0 { 0 } else { self.top(sight, self.anchor) - self.offset };
            }
            redraw = self.heights.calibrate();
            self.owed = self.heights.before(self.anchor) - after;
        }
        Moved { scroll: moved, redraw }
    }

    /// Where the top of a paragraph stands on the screen.
    #[must_use]
    pub fn top(&self, sight: Sight, row: usize) -> Length {
        let [article, comments] = sight.tops;
        if row < self.border {
            article + self.heights.before(row)
        } else {
            comments + self.heights.between(self.border, row)
        }
    }

    /// The paragraphs that lie between two heights on the screen.
    fn rows(&self, sight: Sight, from: Length, to: Length) -> Range<usize> {
        let [article, comments] = sight.tops;
        let above = self.heights.before(self.border);
        let at = |height: Length| {
            let in_article = self.heights.at((height - article).max(0));
            if in_article < self.border || self.border == self.heights.len() {
                return in_article;
            }
            self.heights.at(above + (height - comments).max(0))
        };
        let end = (at(to) + 1).min(self.heights.len());
        at(from).min(end)..end
    }

    /// What stands in the document of one of the two lists (the article's is 0); `kept` is there
    /// wherever it stands, for the keyboard is on it.
    #[must_use]
    pub fn pieces(&self, list: usize, kept: Option<usize>) -> Vec<Piece> {
        let list = if list == 0 { 0..self.border } else { self.border..self.heights.len() };
        let near = self.near.start.max(list.start)..self.near.end.min(list.end);
        let near = near.filter(|row| self.heights.is_shown(*row));
        let kept = kept.filter(|row| {
            list.contains(row) && !self.near.contains(row) && self.heights.is_shown(*row)
        });
        let before = kept.filter(|row| *row < self.near.start);
        let after = kept.filter(|row| *row >= self.near.end);
        let mut pieces = Vec::new();
        let mut at = list.start;
        for row in before.into_iter().chain(near).chain(after) {
            self.gap(at, row, &mut pieces);
            pieces.push(Piece::Row(row));
            at = row + 1;
        }
        self.gap(at, list.end, &mut pieces);
        pieces
    }

    fn gap(&self, start: usize, end: usize, pieces: &mut Vec<Piece>) {
        let height = self.heights.between(start, end);
        if height > 0 {
            pieces.push(Piece::Gap(end, height));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGHT: Sight = Sight { tops: [10_000, 0], height: 80_000, width: 60_000 };

    /// A document that is laid out as the window says, with true heights of its own.
    struct Page {
        window: Window,
        real: Vec<Length>,
        /// How far it is scrolled.
        scrolled: Length,
        border: usize,
    }

    impl Page {
        fn new(count: usize, border: usize) -> Self {
            let bytes = |row: usize| 100 + (row * 37 % 11) as u32 * 40;
            let real =
                |row: usize| 1_700 + Length::from(bytes(row)) * 55 + (row % 5 * 333) as Length;
            let window = Window::over((0..count).map(bytes), Some(border));
            let mut page =
                Self { window, real: (0..count).map(real).collect(), scrolled: 0, border };
            page.settle();
            page
        }

        fn height(&self, list: usize) -> Length {
            let pieces = self.window.pieces(list, None).into_iter();
            pieces.map(|piece| self.piece(piece)).sum()
        }

        fn piece(&self, piece: Piece) -> Length {
            match piece {
                Piece::Gap(_, height) => height,
                Piece::Row(row) => self.real[row],
            }
        }

        fn sight(&self) -> Sight {
            let article = SIGHT.tops[0] - self.scrolled;
            let comments = article + self.height(0) + 7_000;
            Sight { tops: [article, comments], ..SIGHT }
        }

        /// Where a paragraph that is drawn stands on the screen.
        fn top(&self, row: usize) -> Option<Length> {
            let list = usize::from(row >= self.border);
            let mut at = self.sight().tops[list];
            for piece in self.window.pieces(list, None) {
                if piece == Piece::Row(row) {
                    return Some(at);
                }
                at += self.piece(piece);
            }
            None
        }

        /// As after each drawing: measures, scrolls, looks, until nothing changes.
        fn settle(&mut self) {
            for _ in 0..10 {
                let moved = self.window.measure(&self.drawn(), self.sight());
                self.scrolled += moved.scroll;
                if !self.window.look(self.sight()) && !moved.redraw {
                    return;
                }
            }
            panic!("the window does not come to rest");
        }

        /// What is drawn, with its true heights.
        fn drawn(&self) -> Vec<(usize, Length)> {
            let drawn = [0, 1].into_iter().flat_map(|list| self.window.pieces(list, None));
            drawn
                .filter_map(|piece| match piece {
                    Piece::Row(row) => Some((row, self.real[row])),
                    Piece::Gap(..) => None,
                })
                .collect()
        }

        /// Goes to a paragraph: it is drawn, what is drawn is measured, then it is scrolled to.
        fn go_to(&mut self, row: usize) {
            self.window.go_to(row);
            self.window.measure(&self.drawn(), self.sight());
            self.scrolled += self.top(row).unwrap();
            self.window.look(self.sight());
            self.settle();
        }

        fn scroll(&mut self, by: Length) {
            self.scrolled = (self.scrolled + by).max(0);
            if self.window.look(self.sight()) {
                self.settle();
            }
        }

        fn at_top(&self) -> usize {
            (0..self.real.len())
                .find(|row| self.top(*row).is_some_and(|top| top + self.real[*row] > 0))
                .unwrap_or(0)
        }
    }

    #[test]
    fn the_screen_is_filled_wherever_the_reader_scrolls() {
        let mut page = Page::new(3_000, 1_200);
        for by in [500, 30_000, 79_000, 400_000, -20_000, 9_000_000, -3_000_000, 25_000_000, -7_000]
        {
            page.scroll(by);
            let tops: Vec<_> = (0..3_000).filter_map(|row| Some((row, page.top(row)?))).collect();
            let (first, last) = (tops[0], tops[tops.len() - 1]);
            assert!(first.0 == 0 || first.1 <= 0, "above, after {by}: {first:?}");
            assert!(last.0 == 2_999 || last.1 >= SIGHT.height, "below, after {by}: {last:?}");
            assert!(tops.len() < 120, "only what is near: {}", tops.len());
        }
    }

    #[test]
    fn nothing_jumps_when_estimates_become_measures() {
        let mut page = Page::new(3_000, 1_200);
        // Into the unknown, then upward in small steps: each paragraph that comes in above has
        // another height than was thought.
        page.scroll(20_000_000);
        for _ in 0..200 {
            let row = page.at_top();
            let before = page.top(row).unwrap();
            page.scroll(-9_000);
            let after = page.top(row).unwrap();
            assert!((after - before - 9_000).abs() <= 1, "{row}: {before} to {after}");
        }
    }

    #[test]
    fn at_both_ends_heights_are_exact_after_reading_through() {
        let mut page = Page::new(400, 150);
        while page.scrolled < page.height(0) + page.height(1) {
            page.scroll(40_000);
        }
        assert_eq!(page.window.heights().before(400), page.real.iter().sum::<Length>());
    }

    #[test]
    fn a_paragraph_far_away_is_reached() {
        let mut page = Page::new(3_000, 1_200);
        for row in [2_999, 0, 1_200, 1_199, 700] {
            page.go_to(row);
            let top = page.top(row).unwrap();
            assert!(row == 2_999 || top.abs() <= 1, "{row} stands at {top}");
        }
    }

    #[test]
    fn a_filter_that_hides_leaves_what_is_read_where_it_is() {
        let mut page = Page::new(3_000, 1_200);
        page.scroll(5_000_000);
        let row = page.at_top();
        let before = page.top(row).unwrap();
        let height = page.height(0);
        page.window.show(|other| other % 7 == row % 7);
        assert!(page.height(0) < height / 3, "the page is shorter at once");
        page.settle();
        assert!((page.top(row).unwrap() - before).abs() <= 1, "what is read stays");
        let pieces = page.window.pieces(0, None);
        assert!(pieces.iter().all(|p| !matches!(p, Piece::Row(r) if r % 7 != row % 7)));
    }

    #[test]
    fn the_paragraph_with_the_keyboard_stays_in_the_document() {
        let mut page = Page::new(3_000, 1_200);
        page.scroll(9_000_000);
        for kept in [3, 1_190, 2_998] {
            let list = usize::from(kept >= 1_200);
            let without: Length = page.window.pieces(list, None).iter().map(gap_or_real).sum();
            let pieces = page.window.pieces(list, Some(kept));
            assert_eq!(pieces.iter().filter(|p| **p == Piece::Row(kept)).count(), 1);
            let with: Length = pieces.iter().map(gap_or_real).sum();
            let its = page.window.heights().between(kept, kept + 1);
            assert!(with == without || with + its == without, "{kept}");
        }
    }

    fn gap_or_real(piece: &Piece) -> Length {
        match piece {
            Piece::Gap(_, height) => *height,
            Piece::Row(_) => 0,
        }
    }

    #[test]
    fn a_narrower_page_keeps_its_place() {
        let mut page = Page::new(3_000, 1_200);
        page.scroll(5_000_000);
        let row = page.at_top();
        let before = page.top(row).unwrap();
        page.real.iter_mut().for_each(|height| *height *= 2);
        let sight = Sight { width: 30_000, ..page.sight() };
        let drawn = page.drawn();
        page.scrolled += page.window.measure(&drawn, sight).scroll;
        page.scrolled += page.window.measure(&drawn, sight).scroll;
        assert!((page.top(row).unwrap() - before).abs() <= 2_000);
    }

    #[test]
    fn an_empty_text_has_an_empty_window() {
        let mut window = Window::over([].into_iter(), None);
        assert!(!window.look(SIGHT));
        assert_eq!(window.pieces(0, Some(3)), []);
        window.show(|_| false);
        assert_eq!(window.measure(&[], SIGHT), Moved::default());
    }
}
