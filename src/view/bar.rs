//! The diverging bar of stances: supportive to the left, critical to the right, and what judges
//! neither way across the middle.

use reading::Shares;
use yew::prelude::*;

/// Half the width of the drawing, in its own units.
const HALF: f64 = 50.0;

/// The parts of a bar: class, left edge and width.
#[must_use]
fn parts(shares: &Shares, scale: f64) -> [(&'static str, f64, f64); 5] {
    let width = |count: usize| count as f64 * scale;
    let middle = width(shares.mixed + shares.neutral + shares.unclear);
    let left = HALF - middle / 2.0;
    let (supportive, mixed) = (width(shares.supportive), width(shares.mixed));
    let (neutral, unclear) = (width(shares.neutral), width(shares.unclear));
    [
        ("supportive", left - supportive, supportive),
        ("mixed", left, mixed),
        ("neutral", left + mixed, neutral),
        ("unclear", left + mixed + neutral, unclear),
        ("critical", left + middle, width(shares.critical)),
    ]
}

/// How far a bar reaches from the middle, in paragraphs.
#[must_use]
pub fn reach(shares: &Shares) -> f64 {
    let middle = (shares.mixed + shares.neutral + shares.unclear) as f64 / 2.0;
    middle + shares.supportive.max(shares.critical) as f64
}

/// Draws a bar; `longest` is the reach that fills half the width.
#[must_use]
pub fn draw(shares: &Shares, longest: f64) -> Html {
    let scale = HALF / longest.max(1.0);
    let parts = parts(shares, scale).into_iter().filter(|(_, _, width)| *width > 0.0);
    let rects = parts.map(|(class, left, width)| {
        html! {
            <rect {class} x={format!("{left:.2}")} y="0" width={format!("{width:.2}")} height="12" />
        }
    });
    html! {
        <svg class="shares" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"
            focusable="false">
            { for rects }
            <line x1="50" x2="50" y1="0" y2="12" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shares: &Shares) {
        let longest = reach(shares);
        let parts = parts(shares, HALF / longest.max(1.0));
        for pair in parts.windows(2) {
            let [(_, left, width), (_, next, _)] = pair else { continue };
            assert!((left + width - next).abs() < 1e-9, "parts follow each other: {parts:?}");
        }
        let (first, last) = (parts[0], parts[4]);
        assert!(first.1 > -1e-9 && last.1 + last.2 < 2.0 * HALF + 1e-9, "nothing sticks out");
    }

    #[test]
    fn the_parts_of_a_bar_follow_each_other_and_fit() {
        for (supportive, critical, mixed, neutral, unclear) in
            [(0, 0, 0, 0, 0), (3, 1, 0, 2, 1), (0, 9, 1, 0, 0), (4, 0, 0, 0, 0), (0, 0, 0, 7, 0)]
        {
            check(&Shares { supportive, critical, mixed, neutral, unclear, ..Shares::default() });
        }
    }

    #[test]
    fn only_neutral_stands_across_the_middle() {
        let shares = Shares { neutral: 4, ..Shares::default() };
        let parts = parts(&shares, HALF / reach(&shares));
        assert_eq!((parts[2].1, parts[2].2), (0.0, 100.0));
    }
}
