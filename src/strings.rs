//! Every sentence and word of the interface, in one place.

use discussion::{Section, border::BorderOrigin};
use engine::{EntityType, MentionKind, Stance, Tier};
use reading::{HolderKind, Term as _};

mod files;
mod tables;
mod why;

pub use files::*;
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
    }
}

/// What a screen reader says of a mark beside its words.
#[must_use]
pub fn mark_description(kind: EntityType, stance_of_writer: Stance) -> String {
    format!("{}, {}", entity_type(kind), stance(stance_of_writer).to_ascii_lowercase())
}

// Overview.

/// Heading of the overview.
pub const OVERVIEW: &str = "Overview";
/// What its bars say.
pub const OVERVIEW_HINT: &str =
    "How writers judge whom, by paragraphs: supportive to the left, critical to the right.";
/// Without entities.
pub const OVERVIEW_EMPTY: &str = "Nobody and nothing is named in this text.";
/// Column.
pub const WHO: &str = "Who or what";
/// The left side of the bars.
pub const AXIS_LEFT: &str = "supportive";
/// The right side of the bars.
pub const AXIS_RIGHT: &str = "critical";
/// In place of a bar.
pub const NOT_NAMED_HERE: &str = "not named here";

/// Before the name of the one on whom writers are most divided.
pub const MOST_ARGUED_OVER: &str = "Most argued over:";
/// Heading of the course.
pub const COURSE: &str = "Along the text";

/// A number of paragraphs with a stance.
#[must_use]
pub fn count_of(count: usize, held: Stance) -> String {
    format!("{count} {}", stance(held).to_ascii_lowercase())
}

/// A step of the course: its paragraphs, from 1, and what their writers hold.
#[must_use]
pub fn step(first: u32, last: u32, shares: &reading::Shares) -> String {
    let counts = counts(shares);
    let what = if counts.is_empty() { NOT_NAMED_HERE } else { &counts };
    if first == last {
        format!("Paragraph {first}: {what}")
    } else {
        format!("Paragraphs {first} to {last}: {what}")
    }
}

/// How many paragraphs have which stance; empty where none has any.
fn counts(shares: &reading::Shares) -> String {
    let stances = Stance::ALL.iter().filter(|held| shares.of(**held) > 0);
    stances.map(|held| count_of(shares.of(*held), *held)).collect::<Vec<_>>().join(", ")
}

/// The unit behind a number of mentions, for those who do not see the column.
#[must_use]
pub fn mentions_unit(count: usize) -> &'static str {
    if count == 1 { " mention" } else { " mentions" }
}

/// The unit behind a number of paragraphs.
#[must_use]
pub fn paragraphs_unit(count: usize) -> &'static str {
    if count == 1 { " paragraph" } else { " paragraphs" }
}

/// The number of paragraphs with a stance, as spoken.
#[must_use]
pub fn show_stance(name: &str, section_of: Section, held: Stance, count: usize) -> String {
    let (held, unit) = (stance(held).to_ascii_lowercase(), paragraphs_unit(count));
    format!("{}: {count} {held}{unit} on {name}", section(section_of))
}

/// A bar, in words: what the paragraphs' writers say, and what they report of others.
#[must_use]
pub fn show_section(name: &str, section_of: Section, shares: &reading::Shares) -> String {
    let reported = shares.reported_supportive + shares.reported_critical;
    let reported = if reported > 0 { format!(", {reported} reported") } else { String::new() };
    format!("{name}, {}: {}{reported}", section(section_of).to_ascii_lowercase(), counts(shares))
}

/// A button that shows the rest of a list.
#[must_use]
pub fn show_all(count: usize) -> String {
    format!("Show all {count}")
}

/// A button that shortens a list.
pub const SHOW_FEWER: &str = "Show fewer";

// Filters.

/// Heading of the filters.
pub const FILTERS: &str = "Filters";
/// Groups.
pub const FILTER_ENTITIES: &str = "Who or what";
/// Groups.
pub const FILTER_TYPES: &str = "Type";
/// Groups.
pub const FILTER_STANCES: &str = "Stance";
/// Groups.
pub const FILTER_HOLDERS: &str = "Held by";
/// Groups.
pub const FILTER_SECTIONS: &str = "Section";
/// Groups.
pub const FILTER_WORDS: &str = "Words in the paragraph";
/// What happens to the rest.
pub const FILTER_REST: &str = "The rest is";
/// Dimmed.
pub const REST_DIM: &str = "dimmed";
/// Hidden.
pub const REST_HIDE: &str = "hidden";
/// Asks for nothing.
pub const CLEAR: &str = "Clear filters";
/// Asks for an entity beside the others.
pub const ALSO: &str = "and";
/// Excludes an entity.
pub const EXCLUDE: &str = "not";
/// The chips.
pub const ACTIVE_FILTERS: &str = "Active filters";
/// Nothing matches.
pub const NOTHING_MATCHES: &str = "No paragraph matches these filters.";

/// How many paragraphs match.
#[must_use]
pub fn paragraphs_shown(shown: usize, all: usize) -> String {
    format!("{shown} of {all}{}", paragraphs_unit(all))
}

/// Goes to the match above.
pub const PREVIOUS_MATCH: &str = "Previous matching paragraph";
/// Goes to the match below.
pub const NEXT_MATCH: &str = "Next matching paragraph";

/// What the button that asks for an entity beside the others does.
#[must_use]
pub fn require_entity(name: &str) -> String {
    format!("Only paragraphs that also have {name}")
}

/// What the button that excludes an entity or a holder does.
#[must_use]
pub fn exclude(name: &str) -> String {
    format!("Without {name}")
}

/// A chip's button.
#[must_use]
pub fn remove_filter(chip: &str) -> String {
    format!("Remove filter: {chip}")
}

/// A holder.
#[must_use]
pub fn holder(holder: &HolderKind, name_of: impl Fn(&str) -> String) -> String {
    match holder {
        HolderKind::Article => "Article\u{2019}s writer".into(),
        HolderKind::Comments => "Commenters".into(),
        HolderKind::Sources => "Quoted sources".into(),
        HolderKind::Source(slug) => name_of(slug),
    }
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
/// Every key with what it does; all but the last work inside the text.
pub const KEYS: &[(&str, &str)] = &[
    ("Tab", "to the marks, once; a second time past them"),
    ("\u{2190} \u{2192}", "previous and next mark"),
    ("p, n", "previous and next mention of the highlighted one"),
    ("Home, End", "first and last mark"),
    ("Enter", "why is this marked?"),
    ("Escape", "back from the reasons to the mark; then, clear the filters"),
];
