//! The diverging bar of stances: supportive to the left, critical to the right, and what judges
//! neither way across the middle. Upright, it has supportive above and critical below.

use reading::Shares;
use yew::prelude::*;

/// Half the width of the drawing, in its own units.
const HALF: usize = 1000;

/// The parts of a bar: class, left edge and width.
fn parts(shares: &Shares, longest: usize) -> [(&'static str, usize, usize); 5] {
    // Two units a paragraph in the numerator, so that the middle can be halved.
    let width = |count: usize| count * 2 * HALF / longest.max(1);
    let middle = shares.mixed + shares.neutral + shares.unclear;
    let mut left = HALF.saturating_sub(width(middle) / 2 + width(shares.supportive));
    [
        ("supportive", shares.supportive),
        ("mixed", shares.mixed),
        ("neutral", shares.neutral),
        ("unclear", shares.unclear),
        ("critical", shares.critical),
    ]
    .map(|(class, count)| {
        let part = (class, left, width(count));
        left += width(count);
        part
    })
}

/// How far a bar reaches from the middle, in half paragraphs.
#[must_use]
pub fn reach(shares: &Shares) -> usize {
    let middle = shares.mixed + shares.neutral + shares.unclear;
    middle + 2 * shares.supportive.max(shares.critical)
}

/// Draws a bar; `longest` is the reach that fills half the width.
pub fn draw(shares: &Shares, longest: usize) -> Html {
    drawn(shares, longest, "0 0 2000 12", None)
}

/// Draws a bar upright; `longest` is the reach that fills half the height.
pub fn draw_upright(shares: &Shares, longest: usize) -> Html {
    // Width and height change places.
    drawn(shares, longest, "0 0 12 2000", Some("matrix(0 1 1 0 0 0)"))
}

fn drawn(
    shares: &Shares,
    longest: usize,
    whole: &'static str,
    turned: Option<&'static str>,
) -> Html {
    let parts = parts(shares, longest).into_iter().filter(|(_, _, width)| *width > 0);
    let rects = parts.map(|(class, left, width)| {
        html! {
            <rect {class} x={left.to_string()} y="0" width={width.to_string()} height="12" />
        }
    });
    html! {
        <svg class="shares" viewBox={whole} preserveAspectRatio="none" aria-hidden="true"
            focusable="false">
            <g transform={turned}>
                { for rects }
                <line x1="1000" x2="1000" y1="0" y2="12" />
            </g>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shares: &Shares) {
        let parts = parts(shares, reach(shares));
        for pair in parts.windows(2) {
            let [(_, left, width), (_, next, _)] = pair else { continue };
            assert_eq!(left + width, *next, "parts follow each other: {parts:?}");
        }
        let (_, left, width) = parts[4];
        assert!(left + width <= 2 * HALF, "nothing sticks out: {parts:?}");
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
        assert_eq!(parts(&shares, reach(&shares))[2], ("neutral", 0, 2 * HALF));
    }
}
