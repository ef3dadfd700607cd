//! What the panel "Why?" says.

use engine::{EvidenceRole, MentionKind, Polarity, Stance, Tier};

use super::*;

/// Heading of the panel.
pub const WHY: &str = "Why?";
/// While no mark is asked about.
pub const WHY_HINT: &str =
    "Point at a marked name, tap it, or press Enter on it, to see why it is marked as it is.";
/// Selects the entity.
pub const HIGHLIGHT: &str = "Highlight everywhere";
/// Takes that back.
pub const HIGHLIGHT_OFF: &str = "Stop highlighting";
/// Filters by the entity.
pub const ONLY_THIS: &str = "Only paragraphs with it";
/// Next mark of the entity.
pub const NEXT_MENTION: &str = "Next mention";
/// Mark before.
pub const PREVIOUS_MENTION: &str = "Previous mention";
/// The words' heading.
pub const THE_WORDS: &str = "The words that show it";

/// Whom a mention refers to.
#[must_use]
pub fn refers_to(kind: MentionKind, text: &str, name: &str) -> String {
    match kind {
        MentionKind::Name if text == name => String::new(),
        _ => format!("\u{201c}{text}\u{201d} refers to {name} {}.", mention_kind(kind)),
    }
}

/// The stance of a paragraph's writer, as a sentence.
#[must_use]
pub fn verdict(who: &str, held: Stance, name: &str, score: f32) -> String {
    let who = capitalised(who);
    match held {
        Stance::Supportive => format!("{who} is supportive of {name}: {}.", sureness(score)),
        Stance::Critical => format!("{who} is critical of {name}: {}.", sureness(score)),
        Stance::Mixed => format!("{who} speaks for and against {name}: {}.", sureness(score)),
        Stance::Neutral => {
            format!("{who} names {name} in this paragraph and says nothing for or against it.")
        }
        Stance::Unclear if score == 0.0 => {
            format!("Unclear: nobody has judged yet where the writer stands on {name}.")
        }
        Stance::Unclear => {
            format!("Unclear: the signals about {name} disagree, so the machine does not judge.")
        }
    }
}

/// How sure one opinion is.
#[must_use]
pub fn how_sure(score: f32) -> String {
    format!("{}.", capitalised(&sureness(score)))
}

/// What an opinion might be instead.
#[must_use]
pub fn runner_up(held: Stance, score: f32) -> String {
    format!("Next likely reading: {} ({}).", stance(held), hundredths(score))
}

/// Where a reply only takes a side.
pub const TAKEN_OVER: &str =
    "Whom it judges, and how, is taken over from the comment that it answers.";

/// Where only a source judges.
pub const REPORTED_ONLY: &str = "What is reported here is held by the source, not by the writer.";

/// Who holds what, as a heading.
#[must_use]
pub fn holds(who: &str, polarity: Polarity, name: &str) -> String {
    let what = match polarity {
        Polarity::Supportive => "supportive of",
        Polarity::Critical => "critical of",
    };
    format!("{}: {what} {name}", capitalised(who))
}

/// A source that has no name.
pub const UNNAMED_SOURCE: &str = "an unnamed source";

/// What a piece of evidence does.
#[must_use]
pub fn evidence(role: EvidenceRole, weight: f32) -> &'static str {
    match role {
        EvidenceRole::Cue if weight > 0.0 => "speaks for",
        EvidenceRole::Cue if weight < 0.0 => "speaks against",
        EvidenceRole::Cue => "judges",
        EvidenceRole::Negation => "turns it round",
        EvidenceRole::Degree => "strengthens or weakens it",
        EvidenceRole::Direction => "says who does it to whom",
        EvidenceRole::Holder => "says whose view it is",
        EvidenceRole::Answer if weight > 0.0 => "sides for it by what it answers",
        EvidenceRole::Answer => "sides against it by what it answers",
    }
}

/// Who judged.
#[must_use]
pub fn judged_by(who: Tier) -> String {
    format!("Judged by {}.", tier(who))
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
