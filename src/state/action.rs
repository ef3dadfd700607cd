//! Everything that can happen to the page.

use discussion::{ParagraphId, PostId, Section};
use engine::{EntityId, EntityType, Holder, MentionId, Stance};
use reading::{
    EntityChoice, HolderChoice, HolderKind, ReaderBorder, Row, Show, Sort, Sureness, Tab,
    Unmatched,
    corrections::{RecordId, Scope},
};

use crate::{
    protocol::{
        Reply, deep,
        files::{Delivery, GivenFile},
    },
    state::{
        BundledText, Copied, Dialog, List, Mend, Panel, ShareKind, Stored, Target, Task, Theme,
    },
};

/// Something that happened: the reader did it, or something that was under way ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The page starts.
    Started {
        /// The fragment of its address.
        fragment: String,
        /// The theme that was chosen before.
        theme: Theme,
        /// A number that no other session has.
        session: u32,
    },
    /// Show the language with this number.
    ChooseLanguage(usize),
    /// The words of the language with this number came, or not.
    LanguageShown(usize, bool),
    /// The list of bundled texts came, or a sentence that says why not.
    TextsListed(Result<Vec<BundledText>, String>),
    /// Open a bundled text, by its slug.
    OpenBundled(String),
    /// Open a text that was pasted, dropped or chosen.
    OpenInput {
        /// As it came.
        bytes: Vec<u8>,
        /// Name of the file.
        name: Option<String>,
    },
    /// Open several files at once.
    OpenFiles(Vec<GivenFile>),
    /// Open one of the discussions that were found in files, by its number.
    OpenFound(usize),
    /// Say that a column, by its number, holds what the role with that number means; or that none
    /// does.
    ChooseColumn(usize, Option<u32>),
    /// Read the table with the columns that are chosen.
    ReadTable,
    /// Write only what the filter shows, or the whole.
    ExportFiltered(bool),
    /// A picture was written, or not: the sentence that says so.
    Exported(String),
    /// Write a file in the format with this number.
    Export(u32),
    /// A file could not be taken, with the sentence that says so.
    OpenFailed(String),
    /// A bundled text came.
    Fetched {
        /// Number of the request.
        request: u32,
        /// Its bytes, or a sentence.
        fetched: Result<Vec<u8>, String>,
    },
    /// A text was read.
    Answered(Box<Reply>),
    /// The files program did something.
    Delivered(Box<Delivery>),
    /// Ask about the text at an address that the reader wrote.
    TypeAddress(String),
    /// Fetch the text that the reader was asked about.
    FetchAddress,
    /// Stop opening what is on its way.
    StopOpening,
    /// The reader went back or forward, or changed the address.
    AddressChanged(String),

    /// Change the filter.
    Filter(FilterChange),
    /// Ask for nothing.
    ClearFilter,
    /// Dim or hide what does not match.
    SetUnmatched(Unmatched),
    /// Select an entity by its slug, or none.
    Select(Option<String>),
    /// Turn the marks on or off.
    ShowMarks(bool),
    /// The paragraph at the top changed (from 1; none for the beginning).
    Scrolled(Option<u32>),

    /// Bring a paragraph to the top, from 1.
    GoToParagraph(u32),

    /// The pointer rests on a mark.
    PointAt(MentionId),
    /// A mark has the keyboard.
    FocusMark(MentionId),
    /// Bring a mark to the screen and give it the keyboard.
    GoToMark(MentionId),
    /// Open the reasons of a mark for good, or close them if they are open.
    PinWhy {
        /// The mark.
        mention: MentionId,
        /// Whether the keyboard asked, so that it follows.
        by_keyboard: bool,
    },
    /// Close the reasons.
    CloseWhy {
        /// Whether the keyboard goes back to the mark.
        to_mark: bool,
    },

    /// Read deeply, or not: the reader's wish, for later visits as well.
    SwitchDeep(bool),
    /// The deep reader said something.
    DeepSaid(Box<deep::Said>),
    /// Ask which words a judgement hangs on.
    LeaveWordsOut {
        /// Where it stands.
        paragraph: ParagraphId,
        /// Whose it is.
        holder: Holder,
        /// Toward whom.
        target: EntityId,
    },

    /// Offer every paragraph as the first comment, or stop offering.
    MoveBorder(bool),
    /// Put the border; none leaves it to the machine.
    PlaceBorder(Option<ReaderBorder>),

    /// Open the dialog that corrects.
    CorrectAt(Target),
    /// Correct what the dialog is about.
    Mend(Mend, Scope),
    /// Undo the last change, or do it again.
    Step {
        /// Again.
        forward: bool,
    },
    /// Take one correction back.
    TakeBack(RecordId),
    /// Take over one of the other reader's corrections, by its place.
    TakeOver(usize),
    /// Show the machine's reading, the reader's or the difference.
    ShowReading(Show),

    /// What a link carried was unpacked: a part is none where there was none, and an error where it
    /// is damaged or too large.
    Unpacked {
        /// Number of the request.
        request: u32,
        /// The text.
        text: Option<Result<Vec<u8>, ()>>,
        /// The corrections.
        corrections: Option<Result<Vec<u8>, ()>>,
    },
    /// Something became of what is kept.
    Stored(Box<Stored>),
    /// Another page changed the corrections of a text.
    LibraryChanged(String),
    /// Open a text of the library, by the link of its view.
    OpenKept(String),
    /// Do something with what is kept.
    Shelve(Task),
    /// Search the library.
    SearchShelf(String),
    /// Offer a field for the title of a text, by its key, or none.
    RenameKept(Option<String>),
    /// Ask before a text is deleted, by its key, or leave it where it is.
    AskDelete(Option<String>),

    /// Open the dialog that shares.
    OpenSharing,
    /// Choose what is shared.
    ShareAs(ShareKind),
    /// What can be shared was packed.
    Packed {
        /// The text.
        text: Option<Vec<u8>>,
        /// The corrections.
        corrections: Option<Vec<u8>>,
    },
    /// Copy a link, or give it to the system's own way of sharing.
    PassOn {
        /// The link's fragment.
        fragment: String,
        /// Copy it.
        copy: bool,
    },
    /// Write what is open into a file.
    SaveFile,

    /// What the page shows of the text: itself or a table.
    ShowTab(Tab),
    /// Order a table.
    SortBy(Sort),
    /// Take commenters together in the matrix, or each alone.
    SectionsOnly(bool),
    /// Show the sentences behind a cell of the matrix, or none.
    OpenCell(Option<(Row, EntityId)>),

    /// Fold the answers to a post away, or show them again.
    Fold(PostId),
    /// Open the field that finds in the text, or close it.
    OpenFind(bool),
    /// Look for something in the text.
    Find(String),
    /// Go to the next match, or to the previous one.
    StepFind(bool),
    /// The page is about to be printed, or was.
    Print(bool),
    /// What a narrow screen shows.
    ShowPanel(Panel),
    /// Open a dialog, or close it.
    ShowDialog(Option<Dialog>),
    /// A dialog was closed, whoever closed it.
    DialogClosed(Dialog),
    /// Show a long list whole, or only its beginning.
    ToggleList(List),
    /// Light, dark, or as the system says.
    SetTheme(Theme),
    /// Copy the address.
    CopyLink,
    /// What came of it; none takes the message away.
    Copied(Option<Copied>),
    /// Take the hint that is shown away, or all that are left.
    DismissHint {
        /// All.
        all: bool,
    },
    /// Take a notice away.
    Dismiss(u32),
}

/// A change of the filter. A toggle takes away what it would otherwise add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterChange {
    /// Toggle an entity in one way.
    Entity(String, EntityChoice),
    /// Toggle a type.
    Type(EntityType),
    /// Toggle a stance.
    Stance(Stance),
    /// Toggle a step of sureness.
    Sure(Sureness),
    /// Toggle a holder in one way.
    Holder(HolderKind, HolderChoice),
    /// Toggle a section.
    Section(Section),
    /// Ask for words.
    Words(String),
    /// Ask for one entity in one section with one stance, and for nothing else.
    Only {
        /// By its slug.
        entity: String,
        /// Of the writer.
        stance: Option<Stance>,
        /// Where.
        section: Option<Section>,
    },
}
