//! What the panel "Why?" says.

use engine::{EvidenceRole, MentionKind, Polarity, Stance, Tier};

use super::*;

/// Heading of the panel.
pub const WHY: Text = say!("why");
/// While no mark is asked about.
pub const WHY_HINT: Text = say!("why-hint");
/// Selects the entity.
pub const HIGHLIGHT: Text = say!("highlight");
/// Takes that back.
pub const HIGHLIGHT_OFF: Text = say!("highlight-off");
/// Filters by the entity.
pub const ONLY_THIS: Text = say!("only-this");
/// Next mark of the entity.
pub const NEXT_MENTION: Text = say!("next-mention");
/// Mark before.
pub const PREVIOUS_MENTION: Text = say!("previous-mention");
/// The words' heading.
pub const THE_WORDS: Text = say!("the-words");

/// Whom a mention refers to.
#[must_use]
pub fn refers_to(kind: MentionKind, text: &str, name: &str) -> String {
    match kind {
        MentionKind::Name if text == name => String::new(),
        _ => say!("refers-to", kind = mention_kind(kind), name = name, words = text),
    }
}

/// The stance of a paragraph's writer, as a sentence.
#[must_use]
pub fn verdict(who: &str, held: Stance, name: &str, score: f32) -> String {
    let who = capitalised(who);
    match held {
        Stance::Supportive => {
            say!("verdict-supportive", name = name, sureness = sureness(score), who = who)
        }
        Stance::Critical => {
            say!("verdict-critical", name = name, sureness = sureness(score), who = who)
        }
        Stance::Mixed => say!("verdict-mixed", name = name, sureness = sureness(score), who = who),
        Stance::Neutral => say!("verdict-neutral", name = name, who = who),
        Stance::Unclear if score == 0.0 => say!("verdict-none", name = name),
        Stance::Unclear => say!("verdict-unclear", name = name),
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
    say!("runner-up", score = hundredths(score), stance = stance(held))
}

/// Where a reply only takes a side.
pub const TAKEN_OVER: Text = say!("taken-over");

/// Where only a source judges.
pub const REPORTED_ONLY: Text = say!("reported-only");

/// Who holds what, as a heading.
#[must_use]
pub fn holds(who: &str, polarity: Polarity, name: &str) -> String {
    let who = capitalised(who);
    match polarity {
        Polarity::Supportive => say!("holds-supportive", name = name, who = who),
        Polarity::Critical => say!("holds-critical", name = name, who = who),
    }
}

/// A source that has no name.
pub const UNNAMED_SOURCE: Text = say!("unnamed-source");

/// What a piece of evidence does.
#[must_use]
pub fn evidence(role: EvidenceRole, weight: f32) -> Text {
    match role {
        EvidenceRole::Cue if weight > 0.0 => say!("evidence-for"),
        EvidenceRole::Cue if weight < 0.0 => say!("evidence-against"),
        EvidenceRole::Cue => say!("evidence-judges"),
        EvidenceRole::Negation => say!("evidence-negation"),
        EvidenceRole::Degree => say!("evidence-degree"),
        EvidenceRole::Direction => say!("evidence-direction"),
        EvidenceRole::Holder => say!("evidence-holder"),
        EvidenceRole::Answer if weight > 0.0 => say!("evidence-answer-for"),
        EvidenceRole::Answer => say!("evidence-answer-against"),
    }
}

/// Who judged.
#[must_use]
pub fn judged_by(who: Tier) -> String {
    say!("judged-by", who = tier(who))
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
