//! What corrections say.

use reading::{
    Show,
    corrections::{Agreement, Correction, Held, Record, Scope},
};

use super::{entity_type, hundredths, stance};

/// Opens the dialog for a mark.
pub const CORRECT: &str = "Correct\u{2026}";
/// Opens the dialog for words.
pub const MARK_WORDS: &str = "Mark words\u{2026}";
/// Heading of the dialog for words.
pub const MARK_HEADING: &str = "Mark words as a mention";
/// The words that are to be marked.
pub const WORDS_TO_MARK: &str = "Words in the paragraph";
/// Makes the mark.
pub const MARK: &str = "Mark";
/// Whom a mention refers to.
pub const WHO_IS_MEANT: &str = "Who or what is meant";
/// What the field takes.
pub const MEANT_HINT: &str = "A name from the list makes them the same; another name renames, or \
                              begins a new one.";
/// Changes something.
pub const CHANGE: &str = "Change";
/// The type.
pub const TYPE: &str = "Type";
/// The stance.
pub const STANCE: &str = "Stance";
/// Takes a source's stance away.
pub const NO_STANCE: &str = "none (take it away)";
/// Whose stance it is.
pub const WHOSE: &str = "Held by (empty: the writer)";
/// A source without a name.
pub const BY_UNNAMED: &str = "an unnamed source";
/// No mention at all.
pub const NO_MENTION: &str = "This is no mention";
/// Removes the mark.
pub const REMOVE: &str = "Remove";
/// The author of the post.
pub const AUTHOR: &str = "Author of this post";
/// The border.
pub const BORDER_BEFORE: &str = "Comments begin with this paragraph";
/// How far a change reaches.
pub const APPLIES_TO: &str = "Applies to";

/// How far a correction reaches; for stances, paragraphs.
#[must_use]
pub fn scope(scope: Scope, of_paragraphs: bool) -> &'static str {
    match (scope, of_paragraphs) {
        (Scope::Here, false) => "this mark",
        (Scope::Here, true) => "this paragraph",
        (Scope::Post, _) => "this post",
        (Scope::Everywhere, _) => "everywhere",
    }
}

/// Heading of the dialog.
#[must_use]
pub fn correct_heading(words: &str) -> String {
    format!("Correct \u{201c}{words}\u{201d}")
}

/// Nothing would change.
pub const NOTHING_TO_CORRECT: &str = "Nothing was changed: it is so already, or a field is empty.";

/// Nothing to undo or redo.
#[must_use]
pub fn nothing_to_step(forward: bool) -> &'static str {
    if forward { "There is nothing to do again." } else { "There is nothing to undo." }
}

/// A correction, as a sentence.
#[must_use]
pub fn correction(correction: &Correction) -> String {
    let reach = |at: Scope| match at {
        Scope::Here => "",
        Scope::Post => ", in this post",
        Scope::Everywhere => ", everywhere",
    };
    match correction {
        Correction::Retype { who, kind } => format!("{}: {}.", who.name, entity_type(*kind)),
        Correction::Rename { who, name } => format!("{} is called {name}.", who.name),
        Correction::Merge { who, into } => format!("{} is the same as {}.", who.name, into.name),
        Correction::Reassign { at, scope, to, .. } | Correction::Mark { at, scope, to, .. } => {
            format!("\u{201c}{}\u{201d} means {}{}.", at.quote, to.name, reach(*scope))
        }
        Correction::Unmark { at, scope, .. } => {
            format!("\u{201c}{}\u{201d} is no mention{}.", at.quote, reach(*scope))
        }
        Correction::Judge { scope, target, holder, stance: held, .. } => {
            let holder = match holder {
                Held::Writer => "the writer",
                Held::Unnamed => BY_UNNAMED,
                Held::Source(who) => &who.name,
            };
            let held = held.map_or("nothing", stance).to_ascii_lowercase();
            format!(
                "{} on {}: {held}{}.",
                super::why::capitalised(holder),
                target.name,
                reach(*scope)
            )
        }
        Correction::Border { at: Some(at) } => {
            format!("Comments begin with \u{201c}{}\u{201d}.", at.quote)
        }
        Correction::Border { at: None } => "There are no comments.".into(),
        Correction::Author { at, name } => {
            format!("The author of \u{201c}{}\u{201d}: {name}.", at.quote)
        }
    }
}

/// A correction in the list.
#[must_use]
pub fn record(record: &Record) -> String {
    record.correction.as_ref().map_or_else(|| LATER_VERSION.to_owned(), correction)
}

/// A correction as a line, in the list of another reader's.
#[must_use]
pub fn line(line: &str) -> String {
    Correction::from_line(line).as_ref().map_or_else(|| LATER_VERSION.to_owned(), correction)
}

/// One that is not understood.
pub const LATER_VERSION: &str = "A correction of a later version, kept but not shown.";

/// A correction is there again.
#[must_use]
pub fn made_again(what: &str) -> String {
    format!("Done: {what}")
}

/// A correction is gone.
#[must_use]
pub fn taken_back(what: &str) -> String {
    format!("Taken back: {what}")
}

/// The bar.
pub const CORRECTIONS: &str = "Corrections";
/// Undoes.
pub const UNDO: &str = "Undo";
/// Does again.
pub const REDO: &str = "Redo";
/// Takes one back.
pub const TAKE_BACK: &str = "Take back";
/// Takes one over.
pub const TAKE_OVER: &str = "Take over";
/// The choice of a reading.
pub const WHOSE_READING: &str = "Reading shown";
/// Not kept so far.
pub const SAVING: &str = "Not saved yet";
/// Kept.
pub const SAVED: &str = "Saved";
/// The list is empty.
pub const NO_CORRECTIONS: &str = "You have corrected nothing in this text.";
/// The other reader's.
pub const THEIR_CORRECTIONS: &str = "The other reader\u{2019}s corrections that you do not share";

/// The button that opens the list.
#[must_use]
pub fn corrections_count(count: usize, misfits: usize) -> String {
    let unit = if count == 1 { "correction" } else { "corrections" };
    let rest = if misfits > 0 { format!(", {misfits} do not fit") } else { String::new() };
    format!("{count} {unit}{rest}")
}

/// Whose reading.
#[must_use]
pub fn show(show: Show) -> &'static str {
    match show {
        Show::Mine => "mine",
        Show::Machine => "the machine\u{2019}s",
        Show::Difference => "the difference",
        Show::Theirs => "the other reader\u{2019}s",
    }
}

/// How far two readings agree.
#[must_use]
pub fn agreement(found: &Agreement, with: &str) -> String {
    let Agreement { marks, all_marks, stances, all_stances, kappa } = found;
    let kappa = kappa.map_or_else(String::new, |kappa| {
        let sign = if kappa < 0.0 { "\u{2212}" } else { "" };
        format!("; Cohen\u{2019}s kappa {sign}{}", hundredths(kappa.abs()))
    });
    format!(
        "You agree with {with} on {marks} of {all_marks} marks and {stances} of {all_stances} stances{kappa}."
    )
}

/// The other side of the comparison.
pub const THE_MACHINE: &str = "the machine";
/// The other side of the comparison.
pub const THE_OTHER: &str = "the other reader";

/// What the panel \u{201c}Why?\u{201d} says of a mark that the reader made or changed.
pub const MADE_BY_READER: &str = "You corrected this.";

/// A link brought corrections where there are others.
#[must_use]
pub fn theirs_arrived(count: usize) -> String {
    let what = corrections_count(count, 0);
    format!(
        "What you opened holds {what} by somebody else, shown now. Yours are kept: choose whose reading is shown above the text."
    )
}
