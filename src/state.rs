//! The state of the page: one value, one closed enum of actions, one reducer.
//!
//! [`State::apply`] is pure: it changes the state and says which effects follow. Nothing here knows
//! a browser; `view::app` performs the effects.

pub mod action;
pub mod addressed;
pub mod copying;
pub mod corrections;
pub mod deep;
pub mod effect;
pub mod filing;
pub mod filtering;
pub mod find;
pub mod folding;
pub mod hints;
pub mod keeping;
pub mod language;
pub mod layout;
pub mod library;
pub mod notices;
pub mod opening;
pub mod shared;
pub mod sharing;
pub mod shelf;
pub mod survey;
pub mod tables;
pub mod theme;
pub mod why;

use std::rc::Rc;

use engine::{EntityId, MentionId, Tier};
use reading::{
    Context, Facets, Filter, Matrix, Network, Overview, ReaderBorder, Reading, Row, Shown, Step,
    Tab, View, course, link, strip::Strip, words::Lowercase,
};

use crate::protocol::files::FoundDiscussion;

pub use crate::state::{
    action::{Action, FilterChange},
    addressed::Asked,
    corrections::{Layer, Mend, Target},
    deep::{Deep, Offer},
    effect::{Effect, FocusPlace, History},
    filing::Export,
    find::Find,
    folding::Folding,
    keeping::{Entry, Kept, Shelf, Stored, Task},
    language::{Language, Languages},
    layout::{Dialog, List, Panel},
    library::{BundledText, Library},
    notices::Notices,
    opening::{Input, Opening},
    shared::Shared,
    sharing::{Copied, ShareKind, Sharing},
    theme::Theme,
    why::Why,
};

/// How many steps the course along the text has: as many as can be hit with a finger.
const STEPS: usize = 12;

/// Everything that the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The bundled texts.
    pub library: Library,
    /// What is open, as read; none before the first text is there.
    pub reading: Option<Shared<Reading>>,
    /// The same, as the worker's answer came.
    pub packed: Rc<Vec<u8>>,
    /// Whether files are written of what the filter shows, and not of the whole.
    pub exports_filtered: bool,
    /// A file that is being written, or what came of the last one.
    pub export: Option<Export>,
    /// What is open, as it came.
    pub input: Option<Rc<Input>>,
    /// The border that it was read with.
    pub read_with: Option<ReaderBorder>,
    /// The last text that the reader opened here, so that Back finds it again.
    pub opened: Option<Rc<Input>>,
    /// The discussions in the files that were opened last.
    pub found: Rc<[FoundDiscussion]>,
    /// The table whose columns are being chosen.
    pub columns: Option<filing::Columns>,
    /// What a link asks to see of a text that is not here; the next text opened is taken for it.
    pub awaited: Option<View>,
    /// The start of that text's SHA-256, by which its links name it.
    pub opened_hash: Option<String>,
    /// The address that it came from.
    pub opened_address: Option<String>,
    /// The text elsewhere that the reader is asked about.
    pub asked: Option<Asked>,
    /// The reader's corrections of what is open.
    pub corrections: Layer,
    /// What the browser keeps.
    pub shelf: Shelf,
    /// The deep reading.
    pub deep: Deep,
    /// What is being shared.
    pub sharing: Sharing,
    /// What is on its way.
    pub opening: Option<Opening>,
    /// Number of the newest request; answers to older ones are dropped.
    pub request: u32,
    /// What a link restores.
    pub view: View,
    /// Which paragraphs match the filter.
    pub shown: Shared<Shown>,
    /// The choices of the filter, counted.
    pub facets: Shared<Facets>,
    /// The main entities and how they are judged.
    pub overview: Shared<Overview>,
    /// How stances move along the text: those on the strong entities, or on all.
    pub course: Shared<Vec<Step>>,
    /// Where in the text there is something to see.
    pub strip: Shared<Strip>,
    /// Entities whose marks are strong: the selected one and those that the filter asks for.
    pub strong: Shared<Vec<EntityId>>,
    /// Who judges whom, while that is shown.
    pub matrix: Shared<Matrix>,
    /// Who is for or against whom, while that is shown.
    pub network: Shared<Network>,
    /// The mentions of the strong entities in their lines, while these are shown.
    pub lines_of_text: Shared<Vec<Context>>,
    /// The cell of the matrix, or the relation of the network, whose sentences are shown: the one
    /// that the view names.
    pub cell: Option<(Row, EntityId)>,
    /// Threads that are folded away.
    pub folding: Folding,
    /// What is looked for in the text, while that is open.
    pub find: Option<Find>,
    /// What the reader is told.
    pub notices: Notices,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// The language of the page.
    pub languages: Languages,
    /// How letters become small ones in searches.
    pub lowercase: Lowercase,
    /// The mark whose reasons are shown.
    pub why: Option<Why>,
    /// The mark whose reasons were closed as the last thing.
    pub closed_at: Option<MentionId>,
    /// The mark that Tab leads to.
    pub current: Option<MentionId>,
    /// Whether each paragraph offers to be the first comment.
    pub moving_border: bool,
    /// Whether the page is being printed.
    pub printing: bool,
    /// What a narrow screen shows.
    pub panel: Panel,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// The long lists that are shown whole.
    pub lists: Vec<List>,
    /// How many hints of the first visit the reader has taken away.
    pub hints_seen: u8,
    /// Whether a link brought the reader here.
    pub came_by_link: bool,
    /// What came of the last attempt to copy the link.
    pub copied: Option<Copied>,
}

/// The parts of the state whose change has effects.
struct Before {
    view: View,
    theme: Theme,
    dialog: Option<Dialog>,
    away: Shared<Vec<bool>>,
}

impl State {
    /// Changes the state as an action asks, and says what has to happen outside.
    #[must_use]
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        let before = Before {
            view: self.view.clone(),
            theme: self.theme,
            dialog: self.dialog,
            away: self.folding.away.clone(),
        };
        let history = self.history_of(&action);
        let mut effects = Vec::new();
        self.change(action, &mut effects);
        self.follow_up(&before, history, &mut effects);
        effects
    }

    fn change(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Started { fragment, theme, session } => {
                self.theme = theme;
                self.corrections.session = session;
                effects.push(Effect::ListTexts);
                self.start(&fragment, effects);
            }
            Action::ChooseLanguage(number) => self.choose_language(number, effects),
            Action::LanguageShown(number, came) => self.language_shown(number, came, effects),
            Action::TextsListed(listed) => self.list(listed, effects),
            Action::OpenBundled(slug) => self.open_bundled(slug, effects),
            Action::OpenInput { bytes, name } => self.open_input(bytes, name, effects),
            Action::OpenFiles(files) => self.open_files(files, effects),
            Action::OpenFound(number) => self.open_found(number, effects),
            Action::ChooseColumn(role, column) => self.choose_column(role, column),
            Action::ReadTable => self.read_table(effects),
            Action::ExportFiltered(on) => self.exports_filtered = on,
            Action::Exported(said) => self.export = Some(Export::Said(said)),
            Action::Export(format) => self.export(format, effects),
            Action::OpenFailed(sentence) => self.notices.tell(sentence),
            Action::Fetched { request, fetched } => self.fetched(request, fetched, effects),
            Action::Answered(reply) => self.answered(*reply, effects),
            Action::Delivered(delivery) => self.delivered(*delivery, effects),
            Action::TypeAddress(text) => self.type_address(&text),
            Action::FetchAddress => self.fetch_address(effects),
            Action::StopOpening => self.stop_opening(effects),
            Action::AddressChanged(fragment) => self.restore(&fragment, effects),

            Action::Filter(change) => {
                self.view.filter = filtering::changed(&self.view.filter, change);
            }
            Action::ClearFilter => self.view.filter = Filter::default(),
            Action::SetUnmatched(unmatched) => self.view.unmatched = unmatched,
            Action::Select(slug) => self.view.selected = slug,
            Action::ShowMarks(on) => self.view.marks_off = !on,
            Action::Scrolled(place) => {
                // A table says nothing of the place in the text.
                if !self.shows_table() {
                    self.view.place = place;
                }
                self.look_deeper(effects);
            }
            Action::GoToParagraph(number) => {
                self.leave_table();
                self.unfold(number.saturating_sub(1) as usize);
                self.panel = Panel::Text;
                self.view.place = (number > 1).then_some(number);
                effects.push(Effect::Scroll(number));
            }

            Action::PointAt(mention) => self.point_at(mention),
            Action::FocusMark(mention) => self.focus_mark(mention),
            Action::GoToMark(mention) => {
                self.unfold_mention(mention);
                self.focus_mark(mention);
                self.leave_table();
                self.panel = Panel::Text;
                effects.push(Effect::Focus(FocusPlace::Mark(mention)));
            }
            Action::PinWhy { mention, by_keyboard } => self.pin(mention, by_keyboard, effects),
            Action::CloseWhy { to_mark } => self.close_why(to_mark, effects),

            Action::SwitchDeep(on) => self.switch_deep(on, effects),
            Action::DeepSaid(said) => self.deep_said(*said, effects),
            Action::LeaveWordsOut { paragraph, holder, target } => {
                self.leave_words_out(paragraph, holder, target, effects);
            }

            Action::MoveBorder(on) => self.moving_border = on,
            Action::PlaceBorder(border) => {
                self.moving_border = false;
                self.place_border(border, effects);
            }

            Action::CorrectAt(target) => self.correct_at(target),
            Action::Mend(mend, scope) => self.mend(mend, scope, effects),
            Action::Step { forward } => self.step(forward, effects),
            Action::TakeBack(id) => self.take_back(id, effects),
            Action::TakeOver(at) => self.take_over(at, effects),
            Action::ShowReading(show) => self.view.show = show,

            Action::Unpacked { request, text, corrections } => {
                self.unpacked(request, text, corrections, effects);
            }
            Action::Stored(stored) => self.stored(*stored, effects),
            Action::LibraryChanged(key) => {
                if key == self.corrections.key {
                    effects.push(Effect::Store(Task::Load(key)));
                }
            }
            Action::OpenKept(view) => self.open_kept(&view, effects),
            Action::Shelve(task) => effects.push(Effect::Store(task)),
            Action::SearchShelf(search) => self.shelf.search = search,
            Action::RenameKept(key) => self.shelf.renaming = key,
            Action::AskDelete(key) => self.shelf.deleting = key,

            Action::OpenSharing => self.open_sharing(effects),
            Action::ShareAs(kind) => {
                self.sharing.kind = kind;
                self.copied = None;
            }
            Action::Packed { text, corrections } => {
                self.sharing.text = text;
                self.sharing.corrections = corrections;
                self.sharing.packed = true;
            }
            Action::PassOn { fragment, copy } => effects.push(Effect::PassOn { fragment, copy }),
            Action::SaveFile => self.save_file(effects),

            Action::OpenFind(open) => self.open_find(open, effects),
            Action::Find(typed) => self.look_for(&typed, effects),
            Action::StepFind(forward) => self.step_find(forward, effects),
            Action::Fold(post) => self.fold(post),
            Action::Print(on) => self.printing = on,
            Action::ShowPanel(panel) => {
                self.panel = panel;
                self.view.tab = match panel {
                    Panel::Overview => Tab::Overview,
                    Panel::Filters if self.shows_table() => self.view.tab,
                    Panel::Text | Panel::Filters => Tab::Read,
                };
            }
            Action::ShowTab(tab) => {
                self.view.tab = tab;
                self.view.cell = None;
                self.panel = Panel::Text;
                let place = if self.shows_table() { None } else { self.view.place };
                effects.push(Effect::Scroll(place.unwrap_or(1)));
            }
            Action::SortBy(sort) => self.view.sort = sort,
            Action::SectionsOnly(on) => {
                self.view.sections_only = on;
                self.view.cell = None;
            }
            Action::OpenCell(cell) => self.open_cell(cell),
            Action::ShowDialog(dialog) => {
                self.export = None;
                self.dialog = dialog;
                if dialog == Some(Dialog::Open) {
                    effects.push(Effect::Store(Task::List));
                }
            }
            Action::DialogClosed(dialog) => {
                if self.dialog == Some(dialog) {
                    self.dialog = None;
                }
                if dialog == Dialog::Share {
                    self.copied = None;
                }
                if dialog == Dialog::Address {
                    self.leave_address();
                }
                if dialog == Dialog::Columns {
                    self.columns = None;
                }
            }
            Action::ToggleList(list) => {
                let whole = self.lists.contains(&list);
                self.lists.retain(|other| *other != list);
                if !whole {
                    self.lists.push(list);
                }
                if matches!(list, List::Columns | List::Nodes) {
                    self.tabulate();
                }
            }
            Action::SetTheme(theme) => self.theme = theme,
            Action::CopyLink => {
                self.copied = None;
                effects.push(Effect::CopyLink);
            }
            Action::Copied(copied) => {
                if matches!(copied, Some(Copied::ByHand(_))) {
                    effects.push(Effect::Focus(FocusPlace::Address));
                }
                self.copied = copied;
            }
            Action::DismissHint { all } => self.dismiss_hint(all, effects),
            Action::Dismiss(notice) => self.notices.dismiss(notice),
        }
    }

    /// Whether Back shall undo what an action does.
    fn history_of(&self, action: &Action) -> History {
        match action {
            Action::Scrolled(_)
            | Action::GoToParagraph(_)
            | Action::Print(_)
            | Action::DeepSaid(_)
            | Action::AddressChanged(_)
            | Action::Started { .. } => History::Replace,
            Action::Filter(FilterChange::Words(_)) if !self.view.filter.words.is_empty() => {
                History::Replace
            }
            Action::TextsListed(_)
            | Action::Fetched { .. }
            | Action::Answered(_)
            | Action::Delivered(_)
            | Action::Unpacked { .. }
            | Action::Stored(_) => {
                self.opening.as_ref().map_or(History::Replace, |opening| opening.history)
            }
            _ => History::Push,
        }
    }

    /// Everything that follows from what changed, in one place.
    fn follow_up(&mut self, before: &Before, history: History, effects: &mut Vec<Effect>) {
        if self.view.show != before.view.show {
            self.reread();
        }
        self.follow_border(history, effects);
        if self.dialog != before.dialog {
            self.refine(effects);
        }
        if self.view.filter != before.view.filter {
            self.count();
        }
        if self.view.filter != before.view.filter
            || self.view.unmatched != before.view.unmatched
            || self.folding.away != before.away
        {
            self.find_again();
        }
        if self.view.selected != before.view.selected
            || self.view.filter.any != before.view.filter.any
            || self.view.filter.all != before.view.filter.all
        {
            self.strengthen();
        }
        if self.view.filter != before.view.filter
            || self.view.unmatched != before.view.unmatched
            || self.view.selected != before.view.selected
        {
            self.survey();
        }
        if self.view != before.view {
            self.tabulate();
            self.copied = None;
            let fragment = link::encode(&self.view);
            if !self.corrections.key.is_empty() {
                let key = self.corrections.key.clone();
                effects.push(Effect::Store(Task::View { key, view: fragment.clone() }));
            }
            if self.view.filter != before.view.filter
                && let Some(reading) = &self.reading
            {
                effects.push(Effect::Title(reading.discussion.title.clone()));
            }
            effects.push(Effect::WriteAddress { fragment, history });
        }
        if self.dialog != before.dialog {
            effects.push(Effect::ShowDialog(self.dialog));
        }
        if self.theme != before.theme {
            effects.push(Effect::ShowTheme(self.theme));
        }
    }

    /// Applies the filter and counts its choices.
    fn count(&mut self) {
        if let Some(reading) = &self.reading {
            self.shown = Shared::new(self.view.filter.apply(reading));
            self.facets = Shared::new(Facets::count(reading, &self.view.filter));
        }
    }

    /// Finds the entities whose marks are strong.
    fn strengthen(&mut self) {
        let Some(reading) = &self.reading else { return };
        let slugs =
            self.view.selected.iter().chain(&self.view.filter.any).chain(&self.view.filter.all);
        self.strong = Shared::new(slugs.filter_map(|slug| reading.entity(slug)).collect());
        self.course = Shared::new(course(reading, &self.strong, STEPS));
    }

    /// Shows a new reading.
    fn show(&mut self, reading: Shared<Reading>, effects: &mut Vec<Effect>) {
        effects.push(Effect::Title(reading.discussion.title.clone()));
        self.overview = Shared::new(Overview::of(&reading));
        self.reading = Some(reading);
        self.why = None;
        self.closed_at = None;
        self.current = None;
        self.moving_border = false;
        self.unfold_all();
        self.count();
        self.find_again();
        self.strengthen();
        self.survey();
        self.tabulate();
        effects.push(Effect::Ready(Some(Tier::Quick)));
    }

    /// How many paragraphs there are.
    #[must_use]
    pub fn paragraphs(&self) -> usize {
        self.reading.as_ref().map_or(0, |reading| reading.discussion.paragraphs.len())
    }
}

#[cfg(test)]
mod tests;
