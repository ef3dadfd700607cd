//! Opinions and stances as tables (RFC 4180): a line each, with a line of names before them.
//!
//! Places count code points from the start of the text, ends exclusive. Texts stand between
//! quotation marks. A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula,
//! even one from a stranger's comment; such a text gets an apostrophe before it, which shows that
//! it is text (OWASP, “CSV Injection”).

use csv_core::{QuoteStyle, Terminator, WriteResult, Writer, WriterBuilder};
use discussion::{
    ParagraphId,
    offsets::{Offsets, Unit},
};
use engine::{EvidenceRole, Holder};

use super::{
    holders,
    json::{paragraph_name, rounded},
};
use crate::{reading::Reading, term::Term};

/// The names of the columns of [`opinions`].
const OPINIONS: [&str; 20] = [
    "discussion",
    "post",
    "section",
    "author",
    "time",
    "paragraph",
    "start",
    "end",
    "text",
    "holder_kind",
    "holder",
    "target",
    "target_name",
    "target_type",
    "mention",
    "polarity",
    "score",
    "tier",
    "cues",
    "negations",
];
/// The names of the columns of [`stances`].
const STANCES: [&str; 14] = [
    "discussion",
    "post",
    "section",
    "author",
    "time",
    "paragraph",
    "holder_kind",
    "holder",
    "target",
    "target_name",
    "target_type",
    "stance",
    "score",
    "tier",
];

/// The line of names of [`opinions`].
#[must_use]
pub fn opinions_head() -> String {
    Table::default().row(OPINIONS.map(Cell::Text)).finish()
}

/// The line of names of [`stances`].
#[must_use]
pub fn stances_head() -> String {
    Table::default().row(STANCES.map(Cell::Text)).finish()
}

/// Every opinion, in the order of the text; without the line of names.
#[must_use]
pub fn opinions(reading: &Reading) -> String {
    let offsets = Offsets::new(&reading.discussion.text);
    let mut table = Table::default();
    for paragraph in reading.paragraphs() {
        for opinion in reading.opinions_in(paragraph) {
            let words = |roles: &[EvidenceRole]| {
                let found = opinion.evidence.iter().filter(|e| roles.contains(&e.role));
                let words: Vec<_> =
                    found.map(|evidence| reading.discussion.slice(evidence.span)).collect();
                words.join(" | ")
            };
            let cues = words(&[EvidenceRole::Cue, EvidenceRole::Direction]);
            let negations = words(&[EvidenceRole::Negation]);
            let mention = reading.analysis.mentions.get(opinion.mention.index());
            let (start, end) = offsets.span(opinion.span, Unit::CodePoints);
            let name = paragraph_name(paragraph);
            table = table
                .row(place(reading, paragraph, &name))
                .row_goes_on([
                    Cell::Number(f64::from(start)),
                    Cell::Number(f64::from(end)),
                    Cell::Text(reading.discussion.slice(opinion.span)),
                ])
                .row_goes_on(holder(reading, paragraph, opinion.holder))
                .row_goes_on(target(reading, opinion.target))
                .row_goes_on([
                    Cell::Text(mention.map_or("", |m| reading.discussion.slice(m.span))),
                    Cell::Text(opinion.polarity.term()),
                    Cell::Number(rounded(opinion.score)),
                    Cell::Text(opinion.tier.term()),
                    Cell::Text(&cues),
                    Cell::Text(&negations),
                ]);
        }
    }
    table.finish()
}

/// Every stance of a paragraph's writer toward every entity named in it, neutral and unclear
/// included, and those of sources where there is an opinion; without the line of names.
#[must_use]
pub fn stances(reading: &Reading) -> String {
    let mut table = Table::default();
    for row in &reading.analysis.stances {
        let name = paragraph_name(row.paragraph);
        table = table
            .row(place(reading, row.paragraph, &name))
            .row_goes_on(holder(reading, row.paragraph, row.holder))
            .row_goes_on(target(reading, row.target))
            .row_goes_on([
                Cell::Text(row.stance.term()),
                Cell::Number(rounded(row.score)),
                Cell::Text(row.tier.term()),
            ]);
    }
    table.finish()
}

fn place<'a>(reading: &'a Reading, paragraph: ParagraphId, name: &'a str) -> [Cell<'a>; 6] {
    let post = holders::post_of(reading, paragraph);
    let number = reading.discussion.paragraphs.get(paragraph.index()).map_or(0, |p| p.post.0);
    [
        Cell::Text(&reading.discussion.title),
        Cell::Number(f64::from(number)),
        Cell::Text(reading.discussion.section(paragraph).term()),
        Cell::Text(post.and_then(|post| post.author.as_deref()).unwrap_or("")),
        Cell::Text(post.and_then(|post| post.time.as_deref()).unwrap_or("")),
        Cell::Text(name),
    ]
}

fn holder(reading: &Reading, paragraph: ParagraphId, holder: Holder) -> [Cell<'_>; 2] {
    [Cell::Text(holders::kind(holder)), Cell::Text(holders::name(reading, paragraph, holder))]
}

fn target(reading: &Reading, target: engine::EntityId) -> [Cell<'_>; 3] {
    let kind = reading.analysis.entities.get(target.index()).map_or("", |e| e.kind.term());
    [Cell::Text(reading.slug(target)), Cell::Text(reading.name(target)), Cell::Text(kind)]
}

#[derive(Clone, Copy)]
enum Cell<'a> {
    Text(&'a str),
    Number(f64),
}

/// Lines of cells.
struct Table {
    writer: Writer,
    bytes: Vec<u8>,
    /// Whether a line has begun.
    open: bool,
}

impl Default for Table {
    fn default() -> Self {
        let mut builder = WriterBuilder::new();
        // Numbers alone stand bare: a semicolon in a text could part cells elsewhere.
        builder.quote_style(QuoteStyle::NonNumeric).terminator(Terminator::CRLF);
        Self { writer: builder.build(), bytes: Vec::new(), open: false }
    }
}

impl Table {
    /// Begins a line.
    fn row<'a>(mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> Self {
        self.end_row();
        self.row_goes_on(cells)
    }

    fn row_goes_on<'a>(mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> Self {
        for cell in cells {
            if self.open {
                self.write(1, |writer, out| {
                    let (result, written) = writer.delimiter(out);
                    (result, 0, written)
                });
            }
            self.open = true;
            let text = match cell {
                Cell::Text(text) if is_formula(text) => format!("'{text}"),
                Cell::Text(text) => text.to_owned(),
                Cell::Number(number) => number.to_string(),
            };
            // An empty text needs its marks even where it is the only cell, and a mark doubles.
            self.write(2 * text.len() + 2, |writer, out| writer.field(text.as_bytes(), out));
        }
        self
    }

    fn end_row(&mut self) {
        if std::mem::take(&mut self.open) {
            self.write(4, |writer, out| {
                let (result, written) = writer.terminator(out);
                (result, 0, written)
            });
        }
    }

    /// Lets the writer write into room that is large enough for what it writes at once.
    fn write(
        &mut self,
        most: usize,
        write: impl FnOnce(&mut Writer, &mut [u8]) -> (WriteResult, usize, usize),
    ) {
        let before = self.bytes.len();
        // A closing mark may come with what follows.
        self.bytes.resize(before + most + 2, 0);
        let room = self.bytes.get_mut(before..).unwrap_or(&mut []);
        let (result, _, written) = write(&mut self.writer, room);
        debug_assert_eq!(result, WriteResult::InputEmpty);
        self.bytes.truncate(before + written);
    }

    fn finish(mut self) -> String {
        self.end_row();
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// Whether a spreadsheet could take a text for a formula: by its first sign, white space and
/// control characters passed over, signs of full width included.
fn is_formula(text: &str) -> bool {
    let first = text.chars().next();
    let sign = text.chars().find(|c| !c.is_whitespace() && !c.is_control());
    let signs = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{2212}'];
    sign.is_some_and(|c| signs.contains(&c)) || first.is_some_and(|c| matches!(c, '\t' | '\r'))
}

#[cfg(test)]
mod tests {
    use engine::{EntityType, Polarity, Stance};

    use super::*;
    use crate::sample::Sample;

    fn lines(reading: &Reading) -> String {
        [opinions_head(), opinions(reading), stances_head(), stances(reading)].concat()
    }

    #[test]
    fn tables() {
        let reading = Sample::new(&["\u{1f600} Ad\u{e8}le praised \"Bob\"; he sang."])
            .comment("=HYPERLINK(\"http://example.org\";\"Bob\") is no good, Bob!")
            .entity("Ad\u{e8}le", EntityType::Person)
            .mention("Ad\u{e8}le", 0, "Ad\u{e8}le")
            .mention("Bob", 0, "Bob")
            .mention("Bob", 1, "Bob")
            .opinion(0, Holder::Source(engine::EntityId(0)), "Bob", Polarity::Supportive, "praised")
            .opinion(1, Holder::Writer, "Bob", Polarity::Critical, "no good")
            .source(0, "Ad\u{e8}le", "Bob", Stance::Supportive)
            .reading();
        insta::assert_snapshot!(lines(&reading));
    }

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1", "+1", "-1", "@x", " =1", "\t1", "\r1", "\n=1", "\u{ff1d}1", "\u{feff}=1"]
        {
            let table = Table::default().row([Cell::Text(text)]).finish();
            assert!(is_formula(text) || text.starts_with('\u{feff}'), "{text:?}");
            assert!(table.starts_with("\"'") || text.starts_with('\u{feff}'), "{table:?}");
        }
        assert!(!is_formula("a = b") && !is_formula("") && !is_formula("1 - 2"));
    }

    #[test]
    fn cells() {
        let cells = [Cell::Text("a\"b"), Cell::Text(""), Cell::Number(0.5), Cell::Text("x\r\ny")];
        let table = Table::default().row(cells).row([Cell::Text("3")]).finish();
        assert_eq!(table, "\"a\"\"b\",\"\",0.5,\"x\r\ny\"\r\n3\r\n");
    }
}
