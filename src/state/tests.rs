//! What a reader does, through the reducer.

use super::*;
use crate::protocol::{self, BorderChoice, Reply, Request, files};
use reading::{
    EntityChoice, Show, Source, Unmatched,
    corrections::{Correction, Record, Scope},
};

const TALKS: &str = "Kerry met Lavrov in Geneva.\n\nRussia helps Syria.\n\nI think that Kerry is \
                     right.\n\nNo, he is wrong about Russia!";

/// A page whose effects are performed at once, by a world with two bundled texts.
struct Page {
    state: State,
    address: String,
    steps: usize,
    effects: Vec<Effect>,
    kept: Vec<(String, Vec<Record>)>,
    steps_kept: Vec<(String, String)>,
}

impl Page {
    fn at(fragment: &str) -> Self {
        let mut page = Self {
            state: State::default(),
            address: fragment.to_owned(),
            steps: 1,
            effects: Vec::new(),
            kept: Vec::new(),
            steps_kept: Vec::new(),
        };
        page.act(Action::Started {
            fragment: fragment.to_owned(),
            theme: Theme::System,
            session: 1,
        });
        page
    }

    fn act(&mut self, action: Action) {
        let mut waiting = self.state.apply(action);
        while !waiting.is_empty() {
            let effect = waiting.remove(0);
            if let Some(follows) = self.perform(&effect) {
                waiting.extend(self.state.apply(follows));
            }
            self.effects.push(effect);
        }
    }

    fn perform(&mut self, effect: &Effect) -> Option<Action> {
        match effect {
            Effect::ListTexts => Some(Action::TextsListed(Ok(vec![text("one"), text("two")]))),
            Effect::Fetch { request, file, .. } => Some(Action::Fetched {
                request: *request,
                fetched: Ok(format!("{file}\n\n{TALKS}").into_bytes()),
            }),
            Effect::Read(request) => Some(Action::Answered(Box::new(answer(request)))),
            Effect::Order(order) => Some(Action::Delivered(Box::new(files::deliver(order, &[])))),
            Effect::WriteAddress { fragment, history } => {
                if *fragment != self.address && *history == History::Push {
                    self.steps += 1;
                }
                self.address.clone_from(fragment);
                None
            }
            Effect::Store(task) => self.store(task).map(|stored| Action::Stored(Box::new(stored))),
            _ => None,
        }
    }

    fn store(&mut self, task: &Task) -> Option<Stored> {
        let records = |kept: &[(String, Vec<Record>)], key: &str| {
            let found = kept.iter().find(|(other, _)| other == key);
            found.map_or_else(Vec::new, |(_, records)| records.clone())
        };
        match task {
            Task::Open { entry: Entry { key, .. }, .. } | Task::Load(key) => {
                let records = records(&self.kept, key);
                let steps = self.steps_kept.iter().find(|(other, _)| other == key);
                let steps = steps.map(|(_, steps)| steps.clone()).unwrap_or_default();
                Some(Stored::Corrections { key: key.clone(), records, steps })
            }
            Task::Change { key, change, steps } => {
                self.steps_kept.retain(|(other, _)| other != key);
                self.steps_kept.push((key.clone(), steps.clone()));
                let mut all = records(&self.kept, key);
                all.retain(|record| record.id != change.record.id);
                if change.there {
                    all.push(change.record.clone());
                }
                self.kept.retain(|(other, _)| other != key);
                self.kept.push((key.clone(), all));
                Some(Stored::Changed)
            }
            Task::Find { request, .. } => Some(Stored::Found { request: *request, found: None }),
            _ => None,
        }
    }

    fn filter(&mut self, change: FilterChange) {
        self.act(Action::Filter(change));
    }
}

fn text(slug: &str) -> BundledText {
    BundledText { slug: slug.into(), title: slug.into(), file: format!("{slug}.txt") }
}

fn answer(request: &Request) -> Reply {
    protocol::answer(request, &engine::Models::default(), &|_| ())
}

fn paste(text: &str) -> Action {
    Action::OpenInput { bytes: text.as_bytes().to_vec(), name: None }
}

#[test]
fn the_first_text_opens_and_the_address_names_it() {
    let page = Page::at("");
    assert!(page.state.reading.is_some());
    assert_eq!(page.state.view.source, Source::Bundled("one".into()));
    assert_eq!((page.address.as_str(), page.steps), ("#/d/one", 1));
    assert!(page.effects.contains(&Effect::Ready(Some(Tier::Quick))));
}

#[test]
fn a_link_restores_its_view() {
    let page = Page::at("#/d/two?e=-russia&in=comments&rest=hide");
    assert_eq!(page.state.view.source, Source::Bundled("two".into()));
    assert!(page.state.view.filter.not.contains("russia"));
    assert_eq!(page.state.view.unmatched, Unmatched::Hide);
    assert_eq!(page.steps, 1);
}

#[test]
fn back_and_forward_restore() {
    let mut page = Page::at("#/d/one");
    page.filter(FilterChange::Words("kerry".into()));
    let filtered = page.address.clone();
    page.act(Action::AddressChanged("#/d/one".into()));
    assert!(page.state.view.filter.is_empty());
    assert_eq!(page.state.shown.count, page.state.paragraphs());
    page.act(Action::AddressChanged(filtered.clone()));
    assert_eq!(page.state.view.filter.words, "kerry");
    assert!(page.state.shown.count < page.state.paragraphs());
    assert_eq!((page.address, page.steps), (filtered, 2));
}

#[test]
fn typing_is_one_step() {
    let mut page = Page::at("#/d/one");
    for words in ["k", "ke", "ker"] {
        page.filter(FilterChange::Words(words.into()));
    }
    assert_eq!(page.steps, 2);
    page.act(Action::Scrolled(Some(3)));
    assert_eq!(page.steps, 2);
    assert_eq!(page.state.view.place, Some(3));
}

#[test]
fn an_unknown_text_gives_a_sentence_and_the_first_text() {
    let page = Page::at("#/d/three?q=x");
    assert_eq!(page.state.view.source, Source::Bundled("one".into()));
    assert!(page.state.view.filter.is_empty());
    assert_eq!(page.state.notices.list.len(), 1);
}

#[test]
fn a_link_to_a_text_that_is_not_here_says_so() {
    let page = Page::at("#/opened?q=x");
    assert!(page.state.reading.is_none() && page.state.opening.is_none());
    assert_eq!(page.state.notices.list[0].sentence, crate::strings::TEXT_NOT_HERE);
    assert_eq!(page.address, "#/opened?q=x", "the link is not lost");
}

#[test]
fn a_text_opened_for_a_link_is_shown_as_the_link_asks() {
    let mut page = Page::at("#/opened?q=kerry");
    page.act(paste("Kerry spoke.\n\nNobody listened."));
    assert_eq!((page.state.shown.count, page.state.paragraphs()), (1, 2));
    assert!(page.address.starts_with("#/opened?q=kerry&h="), "{}", page.address);

    let mut page = Page::at("#/opened?q=kerry");
    page.act(Action::OpenBundled("one".into()));
    page.act(paste("Kerry spoke.\n\nNobody listened."));
    assert!(page.address.starts_with("#/opened?h="), "another text was opened first");
}

#[test]
fn what_was_open_stays_open_when_nothing_comes() {
    let mut page = Page::at("#/d/one");
    let before = page.state.reading.clone();
    page.act(paste("  \n "));
    assert_eq!(page.state.reading, before);
    assert_eq!((page.state.notices.list.len(), page.address.as_str()), (1, "#/d/one"));
    page.act(Action::OpenFailed("Too large.".into()));
    assert_eq!(page.state.reading, before);
    page.act(paste(TALKS));
    assert_ne!(page.state.reading, before);
    assert!(page.state.notices.list.is_empty());
}

#[test]
fn back_finds_an_opened_text_again() {
    let mut page = Page::at("#/d/one");
    page.act(paste(TALKS));
    assert!(page.address.starts_with("#/opened?h="), "{}", page.address);
    let (opened, address) = (page.state.input.clone(), page.address.clone());
    page.act(Action::AddressChanged("#/d/one".into()));
    assert_ne!(page.state.input, opened);
    page.act(Action::AddressChanged(address));
    assert_eq!(page.state.input, opened);
    page.act(Action::AddressChanged("#/d/one".into()));
    page.act(Action::AddressChanged("#/opened".into()));
    assert_eq!(page.state.input, opened, "links of the first version name no text");
}

#[test]
fn a_newer_request_takes_the_place_of_an_older_one() {
    let mut state = State::default();
    let read = |effects: Vec<Effect>| match effects.into_iter().next() {
        Some(Effect::Read(request)) => request,
        other => panic!("no request: {other:?}"),
    };
    let first = read(state.apply(paste("First.")));
    let second = read(state.apply(paste("Second.")));
    let _ = state.apply(Action::Answered(Box::new(answer(&second))));
    let shown = state.reading.clone();
    let _ = state.apply(Action::Answered(Box::new(answer(&first))));
    assert_eq!(state.reading, shown);
    assert_eq!(state.input.unwrap().bytes, b"Second.");
}

#[test]
fn a_text_pasted_before_the_list_comes_is_not_lost() {
    let mut state = State::default();
    let _ =
        state.apply(Action::Started { fragment: String::new(), theme: Theme::System, session: 1 });
    let _ = state.apply(paste(TALKS));
    let effects = state.apply(Action::TextsListed(Ok(vec![text("one")])));
    assert!(effects.is_empty(), "{effects:?}");
    assert_eq!(state.opening.unwrap().view.source, Source::Opened);
}

#[test]
fn the_border_follows_the_view() {
    let mut page = Page::at("#/d/one");
    page.effects.clear();
    page.act(Action::PlaceBorder(Some(ReaderBorder::Before(3))));
    let asked = page.effects.iter().filter_map(|effect| match effect {
        Effect::Read(request) => Some(request.border),
        _ => None,
    });
    assert_eq!(asked.collect::<Vec<_>>(), [BorderChoice::Before(3)]);
    assert!(page.address.contains("border=3"), "{}", page.address);
    page.effects.clear();
    page.act(Action::AddressChanged("#/d/one".into()));
    assert_eq!(page.state.read_with, None);
    assert!(page.effects.iter().any(|effect| matches!(effect, Effect::Read(_))));
}

#[test]
fn a_filter_set_while_the_border_moves_is_kept() {
    let mut page = Page::at("#/d/one");
    let effects = page.state.apply(Action::PlaceBorder(Some(ReaderBorder::NoComments)));
    page.filter(FilterChange::Entity("kerry".into(), EntityChoice::Not));
    for effect in effects {
        if let Effect::Read(request) = effect {
            page.act(Action::Answered(Box::new(answer(&request))));
        }
    }
    assert!(page.state.view.filter.not.contains("kerry"));
    assert_eq!(page.state.view.border, Some(ReaderBorder::NoComments));
    assert!(page.state.opening.is_none());
}

#[test]
fn reasons_follow_the_keyboard_and_stay_closed_when_closed() {
    let mut page = Page::at("#/d/one");
    let (one, two) = (MentionId(1), MentionId(2));
    page.act(Action::FocusMark(one));
    assert_eq!(page.state.why, Some(Why { mention: one, pinned: false }));
    page.act(Action::PinWhy { mention: one, by_keyboard: true });
    page.act(Action::PointAt(two));
    assert_eq!(page.state.why, Some(Why { mention: one, pinned: true }), "pinned");
    page.act(Action::CloseWhy { to_mark: true });
    page.act(Action::FocusMark(one));
    assert_eq!((page.state.why, page.state.current), (None, Some(one)));
    page.act(Action::FocusMark(two));
    assert!(page.state.why.is_some());
}

#[test]
fn a_second_click_closes_the_reasons() {
    let mut page = Page::at("#/d/one");
    let click = Action::PinWhy { mention: MentionId(0), by_keyboard: false };
    page.act(click.clone());
    assert!(page.state.why.is_some_and(|why| why.pinned));
    page.act(click);
    assert_eq!(page.state.why, None);
}

#[test]
fn another_format_is_turned_into_what_is_read() {
    let mut page = Page::at("");
    page.act(Action::OpenInput {
        bytes: b"<article><h1>Rain</h1><p>Kerry met Lavrov in Geneva.</p></article>".to_vec(),
        name: None,
    });
    assert_eq!(page.state.reading.as_ref().unwrap().discussion.title, "Rain");
    assert_eq!(page.state.view.source, Source::Opened);
    page.act(Action::PlaceBorder(Some(ReaderBorder::Before(2))));
    let orders = page.effects.iter().filter(|effect| matches!(effect, Effect::Order(_)));
    assert_eq!(orders.count(), 1, "another border needs no importer");
}

#[test]
fn a_table_waits_for_its_columns() {
    let mut page = Page::at("");
    let before = page.state.reading.clone();
    let bytes = b"who,what\nann,Kerry met Lavrov in Geneva.\nbob,No he did not do that.".to_vec();
    page.act(Action::OpenInput { bytes, name: Some("t.csv".into()) });
    assert_eq!(page.state.dialog, Some(Dialog::Columns));
    assert!(page.state.reading == before && page.state.opening.is_none());
    page.act(Action::ChooseColumn(0, Some(1)));
    page.act(Action::ChooseColumn(1, Some(0)));
    page.act(Action::ReadTable);
    assert_eq!((page.state.dialog, page.state.columns.is_none()), (None, true));
    let posts = &page.state.reading.as_ref().unwrap().discussion.posts;
    assert_eq!(posts.last().unwrap().author.as_deref(), Some("bob"));
}

#[test]
fn of_several_files_each_can_be_opened() {
    let mut page = Page::at("");
    let file = |text: &str| files::GivenFile { name: None, bytes: text.as_bytes().to_vec() };
    let texts = ["Kerry met Lavrov.", "Rain\n\nComments\n\nNo.\n\nYes."];
    page.act(Action::OpenFiles(texts.map(file).to_vec()));
    assert_eq!(page.state.reading.as_ref().unwrap().discussion.title, "Rain");
    assert_eq!(page.state.notices.list.len(), 1);
    page.act(Action::OpenFound(0));
    assert_eq!(page.state.reading.as_ref().unwrap().discussion.text, texts[0]);
}

#[test]
fn a_file_is_written_of_what_is_open() {
    let mut page = Page::at("");
    page.act(Action::Export(0));
    // In these tests nothing is packed: what is not the worker's answer is no file.
    assert!(matches!(&page.state.export, Some(Export::Said(_))), "{:?}", page.state.export);
    assert!(page.state.reading.is_some());
}

mod addressed;
mod correcting;

#[test]
fn what_is_found_is_gone_through_in_a_round() {
    let mut page = Page::at("#/d/one");
    page.act(Action::OpenFind(true));
    page.act(Action::Find("KERRY".into()));
    let at = |page: &Page| page.state.find.as_ref().and_then(|find| find.at);
    let count = page.state.find.as_ref().unwrap().found.count();
    assert_eq!((count, at(&page)), (2, Some(0)));
    let mut seen = Vec::new();
    for forward in [true, true, false] {
        page.act(Action::StepFind(forward));
        seen.extend(at(&page));
    }
    assert_eq!(seen, [1, 0, 1]);
    assert_eq!(page.effects.iter().filter(|e| **e == Effect::ShowMatch).count(), 4);
    assert_eq!((page.address.as_str(), page.steps), ("#/d/one", 1), "the link says nothing of it");
    page.act(Action::Find("nowhere".into()));
    page.act(Action::StepFind(true));
    assert_eq!(at(&page), None);
    page.act(Action::OpenFind(false));
    assert_eq!(page.state.find, None);
}

#[test]
fn what_a_filter_hides_is_not_found() {
    let mut page = Page::at("#/d/one");
    page.act(Action::Find("russia".into()));
    let count = |page: &Page| page.state.find.as_ref().unwrap().found.count();
    assert_eq!(count(&page), 2);
    page.filter(FilterChange::Section(discussion::Section::Article));
    assert_eq!(count(&page), 2, "what is dimmed is there");
    page.act(Action::SetUnmatched(Unmatched::Hide));
    let hidden = page.state.paragraphs() - page.state.shown.count;
    assert_eq!(count(&page), if hidden > 0 { 1 } else { 2 });
}

#[test]
fn marks_are_gone_through_wherever_they_are() {
    use why::Way;
    let mut page = Page::at("#/d/one");
    let mentions = page.state.reading.as_ref().unwrap().analysis.mentions.clone();
    let last = MentionId(mentions.len() as u32 - 1);
    let first = MentionId(0);
    let toward = |page: &Page, way, from| page.state.toward(way, from, None);
    assert_eq!(toward(&page, Way::Last, first), Some(last));
    assert_eq!(toward(&page, Way::First, last), Some(first));
    assert_eq!(toward(&page, Way::Next, first), Some(MentionId(1)));
    assert_eq!(toward(&page, Way::Next, last), None);
    assert_eq!(toward(&page, Way::Previous, MentionId(u32::MAX)), Some(last));
    let entity = mentions[0].entity;
    let next = page.state.toward(Way::Next, first, Some(entity));
    assert_eq!(next, page.state.neighbour(first, true));
    assert!(next.is_none_or(|next| mentions[next.index()].entity == entity));
    // What is hidden is passed over.
    page.filter(FilterChange::Words("wrong".into()));
    page.act(Action::SetUnmatched(Unmatched::Hide));
    let shown = toward(&page, Way::First, last);
    assert!(shown.is_some_and(|shown| shown > first), "{shown:?}");
    assert_eq!(page.state.tab_stop(page.state.reading.as_ref().unwrap().paragraphs()), shown);
}

/// A page with comments that answer each other.
fn thread() -> Page {
    let mut page = Page::at("#/d/one");
    let request = Request { bytes: TALKS.as_bytes().to_vec(), ..Request::default() };
    let mut outcome = answer(&request).outcome.unwrap();
    let discussion = &mut outcome.discussion;
    let first = discussion.posts[0].clone();
    discussion.posts = (0..4)
        .map(|at| discussion::Post {
            section: if at == 0 {
                discussion::Section::Article
            } else {
                discussion::Section::Comments
            },
            parent: (at > 1).then(|| discussion::PostId(at - 1)),
            paragraphs: at..at + 1,
            ..first.clone()
        })
        .collect();
    for (at, paragraph) in discussion.paragraphs.iter_mut().enumerate() {
        paragraph.post = discussion::PostId(at as u32);
    }
    discussion.border.paragraph = Some(discussion::ParagraphId(1));
    let effects = page.state.apply(paste(TALKS));
    let Some(Effect::Read(request)) = effects.first() else { panic!("no request: {effects:?}") };
    let reply = Reply { id: request.id, outcome: Ok(outcome), ..answer(request) };
    page.act(Action::Answered(Box::new(reply)));
    page
}

#[test]
fn threads_fold_whatever_the_filter_shows_and_open_for_what_is_asked_for() {
    let mut page = thread();
    let hidden = |page: &Page| (0..4).map(|at| page.state.is_hidden(at)).collect::<Vec<_>>();
    page.act(Action::Fold(discussion::PostId(1)));
    assert_eq!(hidden(&page), [false, false, true, true]);
    page.filter(FilterChange::Words("kerry".into()));
    page.act(Action::SetUnmatched(Unmatched::Hide));
    page.act(Action::ClearFilter);
    assert_eq!(hidden(&page), [false, false, true, true], "still folded");
    page.act(Action::Fold(discussion::PostId(2)));
    page.act(Action::GoToParagraph(4));
    assert_eq!(hidden(&page), [false; 4], "where the reader goes is shown");
    page.act(Action::Fold(discussion::PostId(2)));
    page.act(Action::Fold(discussion::PostId(2)));
    assert_eq!(hidden(&page), [false; 4]);
    page.act(Action::OpenBundled("two".into()));
    assert!(page.state.folding.posts.is_empty());
}

#[test]
fn what_is_on_its_way_can_be_stopped() {
    let mut page = Page::at("#/d/one");
    let before = (page.state.reading.clone(), page.state.view.clone());
    let effects = page.state.apply(paste(TALKS));
    let Some(Effect::Read(request)) = effects.first() else { panic!("no request: {effects:?}") };
    let progress = protocol::Progress { paragraphs: 4, stage: protocol::Stage::Opinions };
    let underway = Err(protocol::Unread::Underway(progress));
    let underway = Reply { outcome: underway, ..answer(request) };
    page.act(Action::Answered(Box::new(underway)));
    assert_eq!(page.state.opening.as_ref().and_then(|o| o.progress), Some(progress));
    page.act(Action::StopOpening);
    assert!(page.state.opening.is_none() && page.effects.contains(&Effect::StopReading));
    page.act(Action::Answered(Box::new(answer(request))));
    assert_eq!((page.state.reading.clone(), page.state.view.clone()), before);
    assert_eq!(page.address, "#/d/one");
    page.act(paste("Kerry spoke."));
    assert_eq!(page.state.paragraphs(), 1, "the next text opens as ever");
}
