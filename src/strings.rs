//! Every sentence and word of the interface, in one place.

use discussion::{Section, border::BorderOrigin};
use engine::{EntityType, MentionKind, Stance, Tier};

mod addresses;
mod corrections;
mod files;
mod filters;
mod library;
mod moving;
mod overview;
mod sharing;
mod tables;
mod why;

pub use addresses::*;
pub use corrections::*;
pub use files::*;
pub use filters::*;
pub use library::*;
pub use moving::*;
pub use overview::*;
pub use sharing::*;
pub use tables::*;
pub use why::*;

/// The name of the product.
pub const NAME: &str = "Stancelight";
/// What it does.
pub const TAGLINE: &str = "Who is talked about, and who stands where on them";
/// The way past the header for the keyboard.
pub const SKIP_TO_TEXT: &str = "Skip to the text";
/// A text on its way.
pub const READING: &str = "Reading\u{2026}";
/// Without a text.
pub const NOTHING_OPEN: &str = "Nothing is open yet.";
/// Without a text, what to do.
pub const NOTHING_OPEN_HINT: &str =
    "Open one of the bundled discussions, or paste, drop or choose a text of your own.";

/// The title of the page.
#[must_use]
pub fn page_title(discussion: &str) -> String {
    if discussion.is_empty() { NAME.to_owned() } else { format!("{discussion} \u{2013} {NAME}") }
}

// Header.

/// Opens the dialog for texts.
pub const OPEN: &str = "Open";
/// Copies the address.
pub const COPY_LINK: &str = "Copy link";
/// The address was copied.
pub const LINK_COPIED: &str = "The link is in your clipboard.";
/// The browser did not allow it.
pub const LINK_BY_HAND: &str =
    "The browser does not let this page use the clipboard. Copy the link from here:";
/// What a link to the reader's own text holds.
pub const LINK_WITHOUT_TEXT: &str =
    "The link holds your view but not the text: whoever opens it needs the text as well.";
/// Marks on or off.
pub const MARKS: &str = "Marks";
/// What marks and keys mean.
pub const HELP: &str = "Help";
/// Closes something.
pub const CLOSE: &str = "Close";
/// Takes a notice away.
pub const DISMISS: &str = "Dismiss";
/// The region of notices.
pub const NOTICES: &str = "Notices";

/// The button that goes to the next theme, named after the present one.
#[must_use]
pub fn theme(theme: crate::state::Theme) -> &'static str {
    use crate::state::Theme;
    match theme {
        Theme::System => "Theme: system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    }
}

// Opening.

/// Heading of the dialog.
pub const OPEN_HEADING: &str = "Open a discussion";
/// What happens to it.
pub const OPEN_PROMISE: &str = "Whatever you open is read in this browser and never leaves it.";
/// The bundled texts.
pub const BUNDLED: &str = "Bundled discussions";
/// The field for a text.
pub const PASTE: &str = "Paste a text";
/// What is expected.
pub const PASTE_HINT: &str = "An article with its comments, or any text. \
                              Leave a blank line between paragraphs.";
/// Reads what was pasted.
pub const READ_PASTED: &str = "Read this text";
/// Over the page while something is dragged.
pub const DROP_HERE: &str = "Drop it here to open it";
/// A link to a text that only its sender has.
pub const TEXT_NOT_HERE: &str = "This link was made for a text that its sender had opened; the \
                                 text itself is not in the link. Open your own copy of it to see \
                                 the same view.";
/// The list did not come.
pub const LIST_FAILED: &str =
    "The list of bundled discussions could not be loaded. You can still open a text of your own.";

/// A bundled text did not come.
#[must_use]
pub fn text_failed(title: &str) -> String {
    format!("\u{201c}{title}\u{201d} could not be loaded. Is there a connection?")
}

/// A link names a text that is not bundled.
#[must_use]
pub fn no_such_text(slug: &str) -> String {
    format!("There is no bundled discussion called \u{201c}{slug}\u{201d}; this is the first one.")
}

/// A list or the weights did not come.
#[must_use]
pub fn model_failed(file: &str) -> String {
    format!("The texts cannot be read: \u{201c}{file}\u{201d} could not be loaded.")
}

/// A worker broke off over a text or a file.
pub const BROKE_OFF: &str = "This could not be opened: reading it broke off. It may be too large.";

/// A file beyond the limit.
#[must_use]
pub fn file_too_large(name: &str, bytes: u64, most: u64) -> String {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    format!(
        "\u{201c}{name}\u{201d} has {} MB; at most {} MB can be opened.",
        megabytes(bytes),
        megabytes(most),
    )
}

/// The browser could not read a file.
#[must_use]
pub fn file_unreadable(name: &str) -> String {
    format!("\u{201c}{name}\u{201d} could not be read.")
}

// Sections and posts.

/// The heading of the comments.
pub const COMMENTS: &str = "Comments";

/// A section.
#[must_use]
pub fn section(section: Section) -> &'static str {
    match section {
        Section::Article => "Article",
        Section::Comments => COMMENTS,
    }
}

/// The heading of a comment without a name, by its number from 1.
#[must_use]
pub fn comment(number: usize) -> String {
    format!("Comment {number}")
}

/// On paper, in place of a text beyond the limit.
pub const TOO_LONG_FOR_PAPER: &str = "This text is too long to be printed as a whole: only the \
                                      passage on the screen is here. To print other parts, set \
                                      filters and let the rest be hidden.";

/// Who writes in a section, in the middle of a sentence.
#[must_use]
pub fn writer(section: Section) -> &'static str {
    match section {
        Section::Article => "the article\u{2019}s writer",
        Section::Comments => "the commenter",
    }
}

/// Where the border is from.
#[must_use]
pub fn border_origin(origin: BorderOrigin, confidence: f32) -> String {
    match origin {
        BorderOrigin::Marked => "marked in the text".into(),
        BorderOrigin::Reader => "placed by you".into(),
        BorderOrigin::Scored => format!("found by the machine, {}", sureness(confidence)),
    }
}

/// How sure, in words and in hundredths.
#[must_use]
pub fn sureness(score: f32) -> String {
    let words = match score {
        s if s >= 0.85 => "very sure",
        s if s >= 0.65 => "fairly sure",
        s if s >= 0.45 => "not very sure",
        _ => "little more than a guess",
    };
    format!("{words} ({})", hundredths(score))
}

/// A score as a number.
#[must_use]
pub fn hundredths(score: f32) -> String {
    let hundredths = (score.clamp(0.0, 1.0) * 100.0).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Tools at the border.
pub const BORDER_TOOLS: &str = "Border between article and comments";
/// Moves it.
pub const BORDER_UP: &str = "Move up";
/// Moves it.
pub const BORDER_DOWN: &str = "Move down";
/// Removes it.
pub const BORDER_NONE: &str = "There are no comments";
/// Leaves it to the machine.
pub const BORDER_AUTOMATIC: &str = "Let the machine decide";
/// Offers every paragraph.
pub const BORDER_ELSEWHERE: &str = "Comments begin elsewhere";
/// Stops offering.
pub const BORDER_CANCEL: &str = "Leave it as it is";
/// Said where there is no border.
pub const ALL_ARTICLE: &str = "All of this is read as one article.";
/// Before a paragraph.
pub const BORDER_HERE: &str = "Comments begin here";

/// What [`BORDER_HERE`] adds for those who do not see where it stands.
#[must_use]
pub fn at_paragraph(number: u32) -> String {
    format!(", at paragraph {number}")
}

// Names of things.

/// A type of entities, for one of them.
#[must_use]
pub fn entity_type(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "Person",
        EntityType::Organisation => "Organisation",
        EntityType::Place => "Place",
        EntityType::Group => "Group",
        EntityType::Event => "Event",
        EntityType::Work => "Work",
        EntityType::Other => "Other",
    }
}

/// How a mention refers, in the middle of a sentence.
#[must_use]
pub fn mention_kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "by name",
        MentionKind::Adjective => "by an adjective",
        MentionKind::Nominal => "by a description",
        MentionKind::Pronoun => "by a pronoun",
    }
}

/// A stance.
#[must_use]
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supportive => "Supportive",
        Stance::Critical => "Critical",
        Stance::Mixed => "Mixed",
        Stance::Neutral => "Neutral",
        Stance::Unclear => "Unclear",
    }
}

/// What a stance is, for the legend.
#[must_use]
pub fn stance_meaning(stance: Stance) -> &'static str {
    match stance {
        Stance::Supportive => "speaks for it",
        Stance::Critical => "speaks against it",
        Stance::Mixed => "speaks for and against it",
        Stance::Neutral => "names it, judges nothing",
        Stance::Unclear => "the signals disagree",
    }
}

/// The sign of a stance.
#[must_use]
pub fn glyph(stance: Stance) -> &'static str {
    match stance {
        Stance::Supportive => "+",
        Stance::Critical => "\u{2212}",
        Stance::Mixed => "\u{b1}",
        Stance::Neutral => "\u{b7}",
        Stance::Unclear => "?",
    }
}

/// A tier, in the middle of a sentence.
#[must_use]
pub fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Quick => "the quick reading (word lists, rules and small models)",
        Tier::Deep => "the deep reading (a language model in this browser)",
        Tier::Reader => "you, in place of the machine",
    }
}

/// What a screen reader says of a mark beside its words.
#[must_use]
pub fn mark_description(kind: EntityType, stance_of_writer: Stance) -> String {
    format!("{}, {}", entity_type(kind), stance(stance_of_writer).to_ascii_lowercase())
}

// Narrow screens.

/// Names of the three parts and of the bar that chooses among them.
pub const PANELS: &str = "Parts of the page";
/// The text.
pub const PANEL_TEXT: &str = "Text";

// Help.

/// Heading of the help.
pub const HELP_HEADING: &str = "How to read this page";
/// What it does and does not.
pub const HELP_TRUST: &str = "A machine found the names and judged the stances, by word lists, rules and small trained models, in your browser. \
     It is often wrong about irony, hints and long sentences. Ask \u{201c}Why?\u{201d} before you \
     rely on a mark; where its signals disagree it says \u{201c}unclear\u{201d}.";
/// Marks.
pub const HELP_MARKS: &str = "The underline of a mark says what kind of thing is named. Its tint and sign say where the \
     writer of the paragraph stands: + for, \u{2212} against, \u{b1} both, ? unclear; without a \
     tint, nothing is said for or against. A solid frame is a sure judgement, a dashed one less \
     sure, a dotted one a guess.";
/// Heading of the keys.
pub const HELP_KEYS: &str = "Keys";
/// Every key with what it does; all but the last three work inside the text.
pub const KEYS: &[(&str, &str)] = &[
    ("Tab", "to the marks, once; a second time past them"),
    ("\u{2190} \u{2192}", "previous and next mark"),
    ("p, n", "previous and next mention of the highlighted one"),
    ("Home, End", "first and last mark"),
    ("Enter", "why is this marked?"),
    ("c", "correct this mark"),
    ("m", "mark the selected words, or words that you name"),
    ("Ctrl+Z", "undo the last correction; with Shift, do it again"),
    ("/", "find in the text; there, Enter and Shift+Enter go from match to match"),
    (
        "\u{2191} \u{2193}",
        "on the strip at the right edge: to the next place with something for or against",
    ),
    ("Escape", "back from the reasons to the mark; then, clear the filters"),
];
