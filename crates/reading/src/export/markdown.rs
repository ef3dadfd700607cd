//! A report in Markdown for people: who is talked about and how they are judged, then the sentences
//! in which that is said, with whose they are and the words that show it.
//!
//! What comes from the text is escaped (CommonMark): nothing in it becomes a heading, a link or HTML.

use std::fmt::Write as _;

use discussion::Section;
use engine::{EntityId, Opinion, Polarity};

use super::{holders, json::paragraph_name, lines::on_one_line};
use crate::{
    overview::{Overview, Shares},
    reading::Reading,
    term::Term,
};

/// Entities with a line in the table; the others are counted.
const MAX_ENTITIES: usize = 50;

/// A reading as a report.
#[must_use]
pub fn report(reading: &Reading) -> String {
    let mut out = String::new();
    let discussion = &reading.discussion;
    let _ = writeln!(out, "# {}\n", escaped(&discussion.title));
    if let Some(source) = &discussion.source {
        let _ = writeln!(out, "Source: {}\n", escaped(source));
    }
    let article = reading.paragraph_count(Section::Article);
    let comments = reading.paragraph_count(Section::Comments);
    let _ = writeln!(
        out,
        "{article} {} of article, {comments} of comments.\n",
        if article == 1 { "paragraph" } else { "paragraphs" }
    );
    let overview = Overview::of(reading);
    if overview.lines.is_empty() {
        out += "Nobody is named.\n";
    } else {
        out += "## Who is talked about\n\n\
            The writers' stances, by paragraphs: for (+), against (\u{2212}), both (\u{b1}), unclear (?).\n\n\
            | Name | Type | Mentions | Article | Comments | Sources |\n|---|---|--:|---|---|---|\n";
        for line in overview.lines.iter().take(MAX_ENTITIES) {
            let kind = reading.analysis.entities.get(line.entity.index()).map(|e| e.kind.term());
            let total = line.total();
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} | {} | {} |",
                escaped(reading.name(line.entity)),
                kind.unwrap_or("other"),
                total.mentions,
                shares(&line.article),
                shares(&line.comments),
                sources(&total)
            );
        }
        let more = overview.lines.len().saturating_sub(MAX_ENTITIES);
        if more > 0 {
            let _ = writeln!(out, "\nand {more} more.");
        }
        let entities: Vec<EntityId> = overview.lines.iter().map(|line| line.entity).collect();
        said(reading, &entities, &mut out);
    }
    stamp(reading, &mut out);
    out
}

/// The sentences, entity by entity.
fn said(reading: &Reading, entities: &[EntityId], out: &mut String) {
    let mut of_entity: Vec<Vec<&Opinion>> = reading.entities().map(|_| Vec::new()).collect();
    for paragraph in reading.paragraphs() {
        for opinion in reading.opinions_in(paragraph) {
            if let Some(list) = of_entity.get_mut(opinion.target.index()) {
                list.push(opinion);
            }
        }
    }
    let mut heading = "\n## What is said of them\n";
    for entity in entities {
        let opinions = of_entity.get(entity.index()).map_or(&[][..], Vec::as_slice);
        if opinions.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{heading}\n### {}", escaped(reading.name(*entity)));
        heading = "";
        for polarity in Polarity::ALL {
            let mut title = match polarity {
                Polarity::Supportive => "\nFor:\n",
                Polarity::Critical => "\nAgainst:\n",
            };
            for opinion in opinions.iter().filter(|opinion| opinion.polarity == *polarity) {
                if !title.is_empty() {
                    let _ = writeln!(out, "{title}");
                }
                title = "";
                write_opinion(reading, opinion, out);
            }
        }
    }
}

fn write_opinion(reading: &Reading, opinion: &Opinion, out: &mut String) {
    let discussion = &reading.discussion;
    let cues = opinion.evidence.iter().map(|evidence| {
        let words = escaped(discussion.slice(evidence.span));
        format!("\u{201c}{words}\u{201d} ({})", evidence.role.term())
    });
    let _ = writeln!(
        out,
        "- {} ({}, {}): {}  \n  read from {}; score {:.2}",
        escaped(&holders::in_words(reading, opinion.paragraph, opinion.holder)),
        discussion.section(opinion.paragraph).term(),
        paragraph_name(opinion.paragraph),
        escaped(discussion.slice(opinion.span)),
        cues.collect::<Vec<_>>().join(", "),
        opinion.score
    );
}

/// The paragraphs of a section by the stance of their writer.
fn shares(shares: &Shares) -> String {
    let parts = [
        ("+", shares.supportive),
        ("\u{2212}", shares.critical),
        ("\u{b1}", shares.mixed),
        ("?", shares.unclear),
    ];
    let parts = parts.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<_> = parts.map(|(sign, count)| format!("{sign}{count}")).collect();
    if parts.is_empty() { "\u{b7}".to_owned() } else { parts.join(" ") }
}

/// How many opinions of sources are for and against.
fn sources(shares: &Shares) -> String {
    let parts = [("+", shares.reported_supportive), ("\u{2212}", shares.reported_critical)];
    let parts = parts.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<_> = parts.map(|(sign, count)| format!("{sign}{count}")).collect();
    if parts.is_empty() { "\u{b7}".to_owned() } else { parts.join(" ") }
}

fn stamp(reading: &Reading, out: &mut String) {
    let stamp = &reading.analysis.stamp;
    let _ = writeln!(
        out,
        "\n## How this was made\n\nRead by Stancelight {} ({} tier), not by a person: it misses \
         irony, and it can mistake whom a sentence judges. The words given show what each stance \
         was read from.\n\n- text: SHA-256 {}",
        escaped(&stamp.engine),
        stamp.tier.term(),
        escaped(&stamp.text)
    );
    for (name, hash) in &stamp.models {
        let _ = writeln!(out, "- {}: SHA-256 {}", escaped(name), escaped(hash));
    }
}

/// A text on one line in which no sign means anything to Markdown, wherever in a line it stands.
fn escaped(text: &str) -> String {
    let text = on_one_line(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.char_indices() {
        let anywhere = "\\`*_{}[]<>#|~&!".contains(c);
        // `1.` and `-` begin a list where they stand first.
        let first = (i == 0 && "+-=".contains(c)) || (i > 0 && i == digits && ".)".contains(c));
        if anywhere || first {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_the_text_is_markup() {
        assert_eq!(escaped("a *b* <i>\n# c_d"), "a \\*b\\* \\<i\\> \\# c\\_d");
        assert_eq!(escaped("1. x | [y](z) `w` &amp;"), "1\\. x \\| \\[y\\](z) \\`w\\` \\&amp;");
    }
}
