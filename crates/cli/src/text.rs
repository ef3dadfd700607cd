//! A reading as a summary for people: who is talked about and how they are judged, then the
//! paragraphs with the opinions found in them and the words that show these.

use std::io::{self, Write};

use discussion::{ParagraphId, Section};
use engine::{EvidenceRole, Holder, Opinion, Polarity, Stance};
use reading::{Overview, Reading, Shares, Term};

/// Entities that have a line; the others are counted.
const MAX_ENTITIES: usize = 25;
/// Signs on each side of a bar.
const SIDE: usize = 8;
/// Characters of a name and of a paragraph's start.
const MAX_NAME: usize = 28;
const MAX_START: usize = 70;

/// Prints the summary.
pub(crate) fn print(reading: &Reading, output: &mut impl Write) -> io::Result<()> {
    let discussion = &reading.discussion;
    writeln!(output, "{}", visible(&discussion.title, usize::MAX))?;
    let (article, comments) =
        (reading.paragraph_count(Section::Article), reading.paragraph_count(Section::Comments));
    write!(output, "{} of article, ", paragraphs(article))?;
    match comments {
        0 => write!(output, "no comments")?,
        _ => write!(output, "{} of comments", paragraphs(comments))?,
    }
    let sure = (discussion.border.confidence.clamp(0.0, 1.0) * 100.0).round();
    writeln!(output, " (of that {sure} % sure)")?;
    entities(reading, output)?;
    let mut section = None;
    for paragraph in reading.paragraphs() {
        let here = discussion.section(paragraph);
        if section.replace(here) != Some(here) {
            let heading = if here == Section::Article { "Article" } else { "Comments" };
            writeln!(output, "\n{heading}")?;
        }
        print_paragraph(reading, paragraph, output)?;
    }
    Ok(())
}

fn paragraphs(count: usize) -> String {
    format!("{count} {}", if count == 1 { "paragraph" } else { "paragraphs" })
}

/// A line an entity: name, type, mentions, and a bar for the article and for the comments.
fn entities(reading: &Reading, output: &mut impl Write) -> io::Result<()> {
    let overview = Overview::of(reading);
    if overview.lines.is_empty() {
        return writeln!(output, "\nNobody is named.");
    }
    let width = 2 * SIDE + 1;
    writeln!(
        output,
        "\n{:<MAX_NAME$}  {:<12}  times  {:^width$}  {:^width$}  sources",
        "Named", "type", "article", "comments"
    )?;
    for line in overview.lines.iter().take(MAX_ENTITIES) {
        let kind = reading.analysis.entities.get(line.entity.index()).map_or("", |e| e.kind.term());
        let total = line.total();
        let columns = format!(
            "{:<MAX_NAME$}  {kind:<12}  {:>5}  {}  {}  {}",
            visible(reading.name(line.entity), MAX_NAME),
            total.mentions,
            bar(&line.article),
            bar(&line.comments),
            reported(&total)
        );
        writeln!(output, "{}", columns.trim_end())?;
    }
    match overview.lines.len().saturating_sub(MAX_ENTITIES) {
        0 => {}
        more => writeln!(output, "and {more} more")?,
    }
    writeln!(
        output,
        "Paragraphs whose writer is \u{2212} critical, + supportive, \u{b1} mixed; opinions of sources"
    )
}

/// How many opinions of sources are for and against.
fn reported(shares: &Shares) -> String {
    let sides = [('\u{2212}', shares.reported_critical), ('+', shares.reported_supportive)];
    let sides: Vec<String> =
        sides.iter().filter(|(_, n)| *n > 0).map(|(sign, n)| format!("{sign}{n}")).collect();
    sides.join(" ")
}

/// Critical to the left, supportive to the right, mixed on both sides next to the middle; what is
/// longer than a side ends in an arrow.
fn bar(shares: &Shares) -> String {
    if shares.paragraphs() == 0 {
        return " ".repeat(2 * SIDE + 1);
    }
    let side = |sign: &str, count: usize, arrow: char| -> Vec<char> {
        let signs = "\u{b1}".repeat(shares.mixed.min(SIDE + 1)) + &sign.repeat(count.min(SIDE + 1));
        let mut signs: Vec<char> = signs.chars().collect();
        if signs.len() > SIDE {
            signs.truncate(SIDE - 1);
            signs.push(arrow);
        }
        signs
    };
    let left: String = side("\u{2212}", shares.critical, '\u{2190}').into_iter().rev().collect();
    let right: String = side("+", shares.supportive, '\u{2192}').into_iter().collect();
    format!("{left:>SIDE$}\u{2502}{right:<SIDE$}")
}

/// The start of a paragraph, and the opinions in it.
fn print_paragraph(
    reading: &Reading,
    paragraph: ParagraphId,
    output: &mut impl Write,
) -> io::Result<()> {
    let discussion = &reading.discussion;
    let text =
        discussion.paragraphs.get(paragraph.index()).map_or("", |p| discussion.slice(p.span));
    let name = format!("p{}", u64::from(paragraph.0) + 1);
    writeln!(output, "{name:>5}  {}", visible(text, MAX_START))?;
    for opinion in reading.opinions_in(paragraph) {
        let sign = match opinion.polarity {
            Polarity::Supportive => '+',
            Polarity::Critical => '\u{2212}',
        };
        writeln!(
            output,
            "       {sign} {} on {}: {} ({:.2})",
            holder(reading, opinion.holder),
            visible(reading.name(opinion.target), MAX_NAME),
            evidence(reading, opinion),
            opinion.score
        )?;
    }
    for (stance, sign) in [(Stance::Mixed, '\u{b1}'), (Stance::Unclear, '?')] {
        let names: Vec<_> = reading
            .rows_in(paragraph)
            .iter()
            .filter(|row| row.holder == Holder::Writer && row.stance == stance)
            .map(|row| visible(reading.name(row.target), MAX_NAME))
            .collect();
        if !names.is_empty() {
            writeln!(output, "       {sign} {} on {}", stance.term(), names.join(", "))?;
        }
    }
    Ok(())
}

fn holder(reading: &Reading, holder: Holder) -> String {
    match holder {
        Holder::Writer => "the writer".to_owned(),
        Holder::Source(source) => visible(reading.name(source), MAX_NAME),
        Holder::Unnamed => "a source".to_owned(),
    }
}

/// The words that show an opinion, without those that only name its holder.
fn evidence(reading: &Reading, opinion: &Opinion) -> String {
    let words = opinion.evidence.iter().filter(|evidence| evidence.role != EvidenceRole::Holder);
    let words: Vec<_> = words
        .map(|e| format!("\u{201c}{}\u{201d}", visible(reading.discussion.slice(e.span), MAX_NAME)))
        .collect();
    words.join(" ")
}

/// A text as it can be shown on one line of a terminal: no control characters, which a terminal
/// would obey, and not longer than a number of characters.
fn visible(text: &str, length: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: Vec<char> =
        words.join(" ").chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if line.len() <= length {
        return line.into_iter().collect();
    }
    line.into_iter().take(length.saturating_sub(1)).chain(['\u{2026}']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_grow_from_the_middle() {
        let check = |critical, supportive, mixed, expected: &str| {
            let shares = Shares { critical, supportive, mixed, neutral: 1, ..Shares::default() };
            assert_eq!(bar(&shares), expected);
        };
        check(0, 0, 0, "        │        ");
        check(2, 1, 0, "      −−│+       ");
        check(1, 0, 1, "      −±│±       ");
        check(9, 8, 0, "←−−−−−−−│++++++++");
        check(0, 0, 99, "←±±±±±±±│±±±±±±±→");
        assert_eq!(bar(&Shares::default()), " ".repeat(17));
    }

    #[test]
    fn terminals_get_no_commands() {
        assert_eq!(visible("a\u{1b}[31m  b\n\u{9b}c", 20), "a\u{fffd}[31m b \u{fffd}c");
        assert_eq!(visible("abcdef", 4), "abc…");
        assert_eq!(visible("abcd", 4), "abcd");
    }
}
