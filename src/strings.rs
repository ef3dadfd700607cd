//! What the interface says, in one place: each message of `strings/*.ftl` under the name that code
//! calls it by, and functions that choose among them and fill them in.

use discussion::{Section, border::BorderOrigin};
use engine::{EntityType, MentionKind, Stance, Tier};

/// A message by its name, with what stands in place of its variables, in alphabetical order.
macro_rules! say {
    ($name:literal) => {
        const { crate::strings::Text::named($name, &[]) }
    };
    ($name:literal, $($variable:ident = $value:expr),+) => {
        const { crate::strings::Text::named($name, &[$(stringify!($variable)),+]) }
            .fill(&[$(&*$value),+])
    };
}

/// A message on its way to the page, with what stands in place of its variables.
macro_rules! tell {
    ($name:literal $(, $variable:ident = $value:expr)*) => {
        crate::strings::Said::message(
            const { crate::strings::Text::named($name, &[$(stringify!($variable)),*]) },
            vec![$($value.into()),*],
        )
    };
}

mod addresses;
mod corrections;
mod deep;
mod errors;
mod files;
mod filters;
mod hints;
mod library;
mod margin;
mod moving;
mod overview;
mod said;
mod sharing;
mod tables;
mod text;
mod why;

pub use addresses::*;
pub use corrections::*;
pub use deep::*;
pub use errors::*;
pub use files::*;
pub use filters::*;
pub use hints::*;
pub use library::*;
pub use margin::*;
pub use moving::*;
pub use overview::*;
pub use said::Said;
pub use sharing::*;
pub use tables::*;
pub use text::{Text, install};
pub use why::*;

/// The name of the product.
pub const NAME: Text = say!("name");
/// The choice of a language.
pub const LANGUAGE: Text = say!("language");
/// A language did not come.
pub const LANGUAGE_FAILED: Text = say!("language-failed");
/// What it does.
pub const TAGLINE: Text = say!("tagline");
/// The way past the header for the keyboard.
pub const SKIP_TO_TEXT: Text = say!("skip-to-text");
/// A text on its way.
pub const READING: Text = say!("reading");
/// Without a text.
pub const NOTHING_OPEN: Text = say!("nothing-open");
/// Without a text, what to do.
pub const NOTHING_OPEN_HINT: Text = say!("nothing-open-hint");

/// The title of the page.
#[must_use]
pub fn page_title(discussion: &str) -> String {
    if discussion.is_empty() { NAME.to_owned() } else { format!("{discussion} \u{2013} {NAME}") }
}

// Header.

/// Opens the dialog for texts.
pub const OPEN: Text = say!("open");
/// Copies the address.
pub const COPY_LINK: Text = say!("copy-link");
/// The address was copied.
pub const LINK_COPIED: Text = say!("link-copied");
/// The browser did not allow it.
pub const LINK_BY_HAND: Text = say!("link-by-hand");
/// What a link to the reader's own text holds.
pub const LINK_WITHOUT_TEXT: Text = say!("link-without-text");
/// Marks on or off.
pub const MARKS: Text = say!("marks");
/// What marks and keys mean.
pub const HELP: Text = say!("help");
/// Closes something.
pub const CLOSE: Text = say!("close");
/// Takes a notice away.
pub const DISMISS: Text = say!("dismiss");
/// The region of notices.
pub const NOTICES: Text = say!("notices");

/// The button that goes to the next theme, named after the present one.
#[must_use]
pub fn theme(theme: crate::state::Theme) -> Text {
    use crate::state::Theme;
    match theme {
        Theme::System => say!("theme-system"),
        Theme::Light => say!("theme-light"),
        Theme::Dark => say!("theme-dark"),
    }
}

// Opening.

/// Heading of the dialog.
pub const OPEN_HEADING: Text = say!("open-heading");
/// What happens to it.
pub const OPEN_PROMISE: Text = say!("open-promise");
/// The bundled texts.
pub const BUNDLED: Text = say!("bundled");
/// The field for a text.
pub const PASTE: Text = say!("paste");
/// What is expected.
pub const PASTE_HINT: Text = say!("paste-hint");
/// Reads what was pasted.
pub const READ_PASTED: Text = say!("read-pasted");
/// Over the page while something is dragged.
pub const DROP_HERE: Text = say!("drop-here");
/// A link to a text that only its sender has.
pub const TEXT_NOT_HERE: Text = say!("text-not-here");
/// The list did not come.
pub const LIST_FAILED: Text = say!("list-failed");

/// A bundled text did not come.
#[must_use]
pub fn text_failed(title: &str) -> String {
    say!("text-failed", title = title)
}

/// A link names a text that is not bundled.
#[must_use]
pub fn no_such_text(slug: &str) -> String {
    say!("no-such-text", slug = slug)
}

/// A list or the weights did not come.
#[must_use]
pub fn model_failed(file: &str) -> String {
    say!("model-failed", file = file)
}

/// A worker broke off over a text or a file.
pub const BROKE_OFF: Text = say!("broke-off");

/// A file beyond the limit.
#[must_use]
pub fn file_too_large(name: &str, bytes: u64, most: u64) -> String {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024).to_string();
    say!("file-too-large", most = megabytes(most), name = name, size = megabytes(bytes))
}

/// The browser could not read a file.
#[must_use]
pub fn file_unreadable(name: &str) -> String {
    say!("file-unreadable", name = name)
}

// Sections and posts.

/// The heading of the comments.
pub const COMMENTS: Text = say!("comments");

/// A section.
#[must_use]
pub fn section(section: Section) -> Text {
    match section {
        Section::Article => say!("article"),
        Section::Comments => COMMENTS,
    }
}

/// A section, in the middle of a sentence.
#[must_use]
pub fn section_within(section: Section) -> Text {
    match section {
        Section::Article => say!("article-within"),
        Section::Comments => say!("comments-within"),
    }
}

/// The heading of a comment without a name, by its number from 1.
#[must_use]
pub fn comment(number: usize) -> String {
    say!("comment", number = number.to_string())
}

/// On paper, in place of a text beyond the limit.
pub const TOO_LONG_FOR_PAPER: Text = say!("too-long-for-paper");

/// Who writes in a section, in the middle of a sentence.
#[must_use]
pub fn writer(section: Section) -> Text {
    match section {
        Section::Article => say!("writer-article"),
        Section::Comments => say!("writer-comments"),
    }
}

/// Where the border is from.
#[must_use]
pub fn border_origin(origin: BorderOrigin, confidence: f32) -> String {
    match origin {
        BorderOrigin::Marked => say!("border-marked").into(),
        BorderOrigin::Reader => say!("border-reader").into(),
        BorderOrigin::Scored => say!("border-scored", sureness = sureness(confidence)),
    }
}

/// How sure, in words and in hundredths.
#[must_use]
pub fn sureness(score: f32) -> String {
    let words = match score {
        s if s >= 0.85 => say!("sureness-high"),
        s if s >= 0.65 => say!("sureness-fair"),
        s if s >= 0.45 => say!("sureness-low"),
        _ => say!("sureness-guess"),
    };
    format!("{words} ({})", hundredths(score))
}

/// A score as a number.
#[must_use]
pub fn hundredths(score: f32) -> String {
    let hundredths = (score.clamp(0.0, 1.0) * 100.0).round() as u32;
    let units = if hundredths < 100 { "0" } else { "1" };
    let tens = if hundredths % 100 < 10 { "0" } else { "" };
    say!("decimal", places = format!("{tens}{}", hundredths % 100), units = units)
}

/// Tools at the border.
pub const BORDER_TOOLS: Text = say!("border-tools");
/// Moves it.
pub const BORDER_UP: Text = say!("border-up");
/// Moves it.
pub const BORDER_DOWN: Text = say!("border-down");
/// Removes it.
pub const BORDER_NONE: Text = say!("border-none");
/// Leaves it to the machine.
pub const BORDER_AUTOMATIC: Text = say!("border-automatic");
/// Offers every paragraph.
pub const BORDER_ELSEWHERE: Text = say!("border-elsewhere");
/// Stops offering.
pub const BORDER_CANCEL: Text = say!("border-cancel");
/// Said where there is no border.
pub const ALL_ARTICLE: Text = say!("all-article");
/// Before a paragraph.
pub const BORDER_HERE: Text = say!("border-here");

/// What [`BORDER_HERE`] adds for those who do not see where it stands.
#[must_use]
pub fn at_paragraph(number: u32) -> String {
    say!("at-paragraph", number = number.to_string())
}

// Names of things.

/// A type of entities, for one of them.
#[must_use]
pub fn entity_type(kind: EntityType) -> Text {
    match kind {
        EntityType::Person => say!("type-person"),
        EntityType::Organisation => say!("type-organisation"),
        EntityType::Place => say!("type-place"),
        EntityType::Group => say!("type-group"),
        EntityType::Event => say!("type-event"),
        EntityType::Work => say!("type-work"),
        EntityType::Other => say!("type-other"),
    }
}

/// How a mention refers, in the middle of a sentence.
#[must_use]
pub fn mention_kind(kind: MentionKind) -> Text {
    match kind {
        MentionKind::Name => say!("kind-name"),
        MentionKind::Adjective => say!("kind-adjective"),
        MentionKind::Nominal => say!("kind-nominal"),
        MentionKind::Pronoun => say!("kind-pronoun"),
    }
}

/// A stance.
#[must_use]
pub fn stance(stance: Stance) -> Text {
    match stance {
        Stance::Supportive => say!("stance-supportive"),
        Stance::Critical => say!("stance-critical"),
        Stance::Mixed => say!("stance-mixed"),
        Stance::Neutral => say!("stance-neutral"),
        Stance::Unclear => say!("stance-unclear"),
    }
}

/// A stance, in the middle of a sentence.
#[must_use]
pub fn stance_within(stance: Stance) -> Text {
    match stance {
        Stance::Supportive => say!("within-supportive"),
        Stance::Critical => say!("within-critical"),
        Stance::Mixed => say!("within-mixed"),
        Stance::Neutral => say!("within-neutral"),
        Stance::Unclear => say!("within-unclear"),
    }
}

/// What a stance is, for the legend.
#[must_use]
pub fn stance_meaning(stance: Stance) -> Text {
    match stance {
        Stance::Supportive => say!("means-supportive"),
        Stance::Critical => say!("means-critical"),
        Stance::Mixed => say!("means-mixed"),
        Stance::Neutral => say!("means-neutral"),
        Stance::Unclear => say!("means-unclear"),
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
pub fn tier(tier: Tier) -> Text {
    match tier {
        Tier::Quick => say!("tier-quick"),
        Tier::Deep => say!("tier-deep"),
        Tier::Reader => say!("tier-reader"),
    }
}

/// What a screen reader says of a mark beside its words.
#[must_use]
pub fn mark_description(kind: EntityType, stance_of_writer: Stance) -> String {
    format!("{}, {}", entity_type(kind), stance_within(stance_of_writer))
}

// Narrow screens.

/// Names of the three parts and of the bar that chooses among them.
pub const PANELS: Text = say!("panels");
/// The text.
pub const PANEL_TEXT: Text = say!("panel-text");

// Help.

/// Heading of the help.
pub const HELP_HEADING: Text = say!("help-heading");
/// What it does and does not.
pub const HELP_TRUST: Text = say!("help-trust");
/// Marks.
pub const HELP_MARKS: Text = say!("help-marks");
/// Heading of the keys.
pub const HELP_KEYS: Text = say!("help-keys");
/// Every key with what it does; all but the last three work inside the text.
pub const KEYS: &[(Text, Text)] = &[
    (say!("key-tab"), say!("does-tab")),
    (say!("key-arrows"), say!("does-arrows")),
    (say!("key-mentions"), say!("does-mentions")),
    (say!("key-ends"), say!("does-ends")),
    (say!("key-why"), say!("does-why")),
    (say!("key-correct"), say!("does-correct")),
    (say!("key-mark"), say!("does-mark")),
    (say!("key-undo"), say!("does-undo")),
    (say!("key-find"), say!("does-find")),
    (say!("key-cells"), say!("does-cells")),
    (say!("key-strip"), say!("does-strip")),
    (say!("key-escape"), say!("does-escape")),
];
