//! What the drawings (SVG 1.1) have in common: frame, title, legend, colours, and text as text. They
//! stand alone: no script, no style sheet, no font or file from elsewhere.

use std::fmt::Write as _;

use discussion::Section;
use engine::Stance;

use crate::{reading::Reading, term::Term, view::Sort};

/// Space around everything, in units, of which a line of text takes 20.
pub(super) const MARGIN: usize = 16;
/// Where the drawing begins, below the title.
pub(super) const TOP: usize = 56;
/// What the legend takes.
const LEGEND: usize = 60;
/// The longest title, in characters.
const MAX_TITLE: usize = 60;

/// How much of the matrix and the network is drawn, and how the matrix is sorted. What is left out
/// is counted in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The most entities of the matrix.
    pub columns: usize,
    /// The most holders of the matrix.
    pub rows: usize,
    /// The most entities of the network.
    pub nodes: usize,
    /// The order of the matrix.
    pub sort: Sort,
    /// Whether commenters are taken together.
    pub sections_only: bool,
}

impl Default for Drawn {
    fn default() -> Self {
        Self { columns: 10, rows: 60, nodes: 20, sort: Sort::default(), sections_only: false }
    }
}

/// The colour of a stance's glyph and lines, and that of its ground: blue is for, orange against.
pub(super) fn colours(stance: Stance) -> (&'static str, &'static str) {
    match stance {
        Stance::Supportive => ("#0a5a99", "#dcebf8"),
        Stance::Critical => ("#9c3f00", "#fde6d3"),
        Stance::Mixed => ("#5a4a6a", "#eeeaf2"),
        Stance::Unclear => ("#55524c", "#eeebe4"),
        Stance::Neutral => ("#55524c", "#ffffff"),
    }
}

/// The sign of a stance, as the page has it.
pub(super) fn glyph(stance: Stance) -> &'static str {
    match stance {
        Stance::Supportive => "+",
        Stance::Critical => "\u{2212}",
        Stance::Mixed => "\u{b1}",
        Stance::Unclear => "?",
        Stance::Neutral => "\u{b7}",
    }
}

/// The whole document. `says` tells what is drawn, to those who do not see it and below the drawing.
pub(super) fn document(
    reading: &Reading,
    says: &str,
    width: usize,
    height: usize,
    body: &str,
) -> String {
    let title = &reading.discussion.title;
    let width = width.max(480);
    let whole = height + LEGEND;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{whole}\" \
         viewBox=\"0 0 {width} {whole}\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"14\" fill=\"#1c1b19\">\n<title>{}</title>\n<desc>{}</desc>\n\
         <rect width=\"{width}\" height=\"{whole}\" fill=\"#ffffff\"/>\n",
        escaped(title),
        escaped(says)
    );
    let _ = writeln!(
        out,
        "<text x=\"{MARGIN}\" y=\"32\" font-size=\"18\" font-weight=\"700\">{}</text>",
        escaped(&shortened(title, MAX_TITLE))
    );
    out += body;
    let mut x = MARGIN;
    for stance in Stance::ALL {
        let (ink, ground) = colours(*stance);
        let (y, word) = (height + 10, stance.term());
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"18\" height=\"18\" fill=\"{ground}\" stroke=\"{ink}\"/>\
             <text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-weight=\"700\" fill=\"{ink}\">{}</text>\
             <text x=\"{}\" y=\"{}\" font-size=\"12\">{word}</text>",
            x + 9,
            y + 14,
            glyph(*stance),
            x + 24,
            y + 14
        );
        x += 90;
    }
    let _ = writeln!(
        out,
        "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"12\" fill=\"#55524c\">{}</text>\n</svg>",
        height + 48,
        escaped(says)
    );
    out
}

/// What stands in the place of a drawing without anything in it.
pub(super) fn nothing(sentence: &str) -> String {
    let y = TOP + 20;
    format!("<text x=\"{MARGIN}\" y=\"{y}\">{}</text>\n", escaped(sentence))
}

/// How many paragraphs a number is.
pub(super) fn paragraphs(count: usize) -> String {
    format!("{count} {}", if count == 1 { "paragraph" } else { "paragraphs" })
}

/// The section's writers where the text names none.
pub(super) fn writers(section: Section) -> &'static str {
    match section {
        Section::Article => "Article\u{2019}s writer",
        Section::Comments => "Commenters",
    }
}

/// Text on one line, as long as there is room for.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() {
        short.pop();
        short.push('\u{2026}');
    }
    short
}

/// Text between tags and in attributes; what no XML may hold (XML 1.0, 2.2) is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' | '\r' | '\t' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter < ' ' => {}
            _ => out.push(letter),
        }
    }
    out
}
