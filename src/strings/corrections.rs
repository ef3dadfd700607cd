//! What corrections say.

use reading::{
    Show,
    corrections::{Agreement, Correction, Held, Record, Scope},
};

use super::{Text, entity_type, hundredths, stance_within};

/// Opens the dialog for a mark.
pub const CORRECT: Text = say!("correct");
/// Opens the dialog for words.
pub const MARK_WORDS: Text = say!("mark-words");
/// Heading of the dialog for words.
pub const MARK_HEADING: Text = say!("mark-heading");
/// The words that are to be marked.
pub const WORDS_TO_MARK: Text = say!("words-to-mark");
/// Makes the mark.
pub const MARK: Text = say!("mark");
/// Whom a mention refers to.
pub const WHO_IS_MEANT: Text = say!("who-is-meant");
/// What the field takes.
pub const MEANT_HINT: Text = say!("meant-hint");
/// Changes something.
pub const CHANGE: Text = say!("change");
/// The type.
pub const TYPE: Text = say!("type");
/// The stance.
pub const STANCE: Text = say!("stance");
/// Takes a source's stance away.
pub const NO_STANCE: Text = say!("no-stance");
/// Whose stance it is.
pub const WHOSE: Text = say!("whose");
/// A source without a name.
pub const BY_UNNAMED: Text = say!("by-unnamed");
/// No mention at all.
pub const NO_MENTION: Text = say!("no-mention");
/// Removes the mark.
pub const REMOVE: Text = say!("remove");
/// The author of the post.
pub const AUTHOR: Text = say!("author");
/// The border.
pub const BORDER_BEFORE: Text = say!("border-before");
/// How far a change reaches.
pub const APPLIES_TO: Text = say!("applies-to");

/// How far a correction reaches; for stances, paragraphs.
#[must_use]
pub fn scope(scope: Scope, of_paragraphs: bool) -> Text {
    match (scope, of_paragraphs) {
        (Scope::Here, false) => say!("scope-mark"),
        (Scope::Here, true) => say!("scope-paragraph"),
        (Scope::Post, _) => say!("scope-post"),
        (Scope::Everywhere, _) => say!("scope-everywhere"),
    }
}

/// Heading of the dialog.
#[must_use]
pub fn correct_heading(words: &str) -> String {
    say!("correct-heading", words = words)
}

/// Nothing would change.
pub const NOTHING_TO_CORRECT: Text = say!("nothing-to-correct");

/// Nothing to undo or redo.
#[must_use]
pub fn nothing_to_step(forward: bool) -> Text {
    if forward { say!("nothing-to-redo") } else { say!("nothing-to-undo") }
}

/// A correction, as a sentence.
#[must_use]
pub fn correction(correction: &Correction) -> String {
    let reach = |at: Scope| match at {
        Scope::Here => "",
        Scope::Post => say!("reach-post").words(),
        Scope::Everywhere => say!("reach-everywhere").words(),
    };
    match correction {
        Correction::Retype { who, kind } => {
            say!("corrects-type", type = entity_type(*kind), who = who.name)
        }
        Correction::Rename { who, name } => say!("corrects-name", name = name, who = who.name),
        Correction::Merge { who, into } => say!("corrects-merge", into = into.name, who = who.name),
        Correction::Reassign { at, scope, to, .. } | Correction::Mark { at, scope, to, .. } => {
            say!("corrects-meant", quote = at.quote, reach = reach(*scope), who = to.name)
        }
        Correction::Unmark { at, scope, .. } => {
            say!("corrects-no-mention", quote = at.quote, reach = reach(*scope))
        }
        Correction::Judge { scope, target, holder, stance: held, .. } => {
            let holder = match holder {
                Held::Writer => say!("the-writer").words(),
                Held::Unnamed => BY_UNNAMED.words(),
                Held::Source(who) => &who.name,
            };
            let held = held.map_or(say!("within-nothing"), stance_within);
            let holder = super::why::capitalised(holder);
            let (name, reach) = (&target.name, reach(*scope));
            say!("corrects-stance", holder = holder, name = *name, reach = reach, stance = held)
        }
        Correction::Border { at: Some(at) } => {
            say!("corrects-border", quote = at.quote)
        }
        Correction::Border { at: None } => say!("corrects-no-border").into(),
        Correction::Author { at, name } => {
            say!("corrects-author", name = name, quote = at.quote)
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
pub const LATER_VERSION: Text = say!("later-version");

/// A correction is there again.
#[must_use]
pub fn made_again(what: &str) -> String {
    say!("made-again", what = what)
}

/// A correction is gone.
#[must_use]
pub fn taken_back(what: &str) -> String {
    say!("taken-back", what = what)
}

/// The bar.
pub const CORRECTIONS: Text = say!("corrections");
/// Undoes.
pub const UNDO: Text = say!("undo");
/// Does again.
pub const REDO: Text = say!("redo");
/// Takes one back.
pub const TAKE_BACK: Text = say!("take-back");
/// Takes one over.
pub const TAKE_OVER: Text = say!("take-over");
/// The choice of a reading.
pub const WHOSE_READING: Text = say!("whose-reading");
/// Not kept so far.
pub const SAVING: Text = say!("saving");
/// Kept.
pub const SAVED: Text = say!("saved");
/// The list is empty.
pub const NO_CORRECTIONS: Text = say!("no-corrections");
/// The other reader's.
pub const THEIR_CORRECTIONS: Text = say!("their-corrections");

/// The button that opens the list.
#[must_use]
pub fn corrections_count(count: usize, misfits: usize) -> String {
    let mut said = say!("corrections-count", count = count.to_string());
    if misfits > 0 {
        said += &say!("misfits", count = misfits.to_string());
    }
    said
}

/// Whose reading.
#[must_use]
pub fn show(show: Show) -> Text {
    match show {
        Show::Mine => say!("show-mine"),
        Show::Machine => say!("show-machine"),
        Show::Difference => say!("show-difference"),
        Show::Theirs => say!("show-theirs"),
    }
}

/// How far two readings agree.
#[must_use]
pub fn agreement(found: &Agreement, with: Text) -> String {
    let Agreement { marks, all_marks, stances, all_stances, kappa } = found;
    let kappa = kappa.map_or_else(String::new, |kappa| {
        let sign = if kappa < 0.0 { "\u{2212}" } else { "" };
        say!("kappa", value = format!("{sign}{}", hundredths(kappa.abs())))
    });
    let [marks, all_marks, stances, all_stances] =
        [marks, all_marks, stances, all_stances].map(ToString::to_string);
    say!(
        "agreement",
        kappa = kappa,
        marks = marks,
        marksall = all_marks,
        stances = stances,
        stancesall = all_stances,
        with = with
    )
}

/// The other side of the comparison.
pub const THE_MACHINE: Text = say!("the-machine");
/// The other side of the comparison.
pub const THE_OTHER: Text = say!("the-other");

/// What the panel \u{201c}Why?\u{201d} says of a mark that the reader made or changed.
pub const MADE_BY_READER: Text = say!("made-by-reader");

/// A link brought corrections where there are others.
#[must_use]
pub fn theirs_arrived(count: usize) -> String {
    let what = corrections_count(count, 0);
    say!("theirs-arrived", what = what)
}
