use std::cell::RefCell;

use engine::{Models, Stance, Tier};

use super::*;
use crate::{
    protocol::{Reply, Request, deep::Screen},
    state::{Action, FilterChange, Theme},
};
use reading::EntityChoice;

const TEXT: &str =
    "Mayor Ada Thorne praised Ivo Berg.\n\nAda Thorne left Elmsworth.\n\nIvo Berg stayed.";
const LISTED: &str = "deep-1.js deep-1_bg.wasm models/deep-2.bin 2000000 00ff";

/// A page on which a text is read, with what was asked of the deep reader.
struct Page {
    state: State,
    orders: RefCell<Vec<Effect>>,
}

impl Page {
    fn with(wish: Option<bool>, saves_data: bool) -> Self {
        let deep = Deep::new(Offer::listed(LISTED), wish, saves_data);
        let state = State { deep, ..State::default() };
        let mut page = Self { state, orders: RefCell::default() };
        page.act(Action::Started { fragment: String::new(), theme: Theme::System, session: 1 });
        page.act(Action::TextsListed(Ok(Vec::new())));
        page.open(TEXT);
        page
    }

    fn open(&mut self, text: &str) {
        self.act(Action::OpenInput { bytes: text.as_bytes().to_vec(), name: None });
    }

    fn act(&mut self, action: Action) {
        for effect in self.state.apply(action) {
            match effect {
                Effect::Read(request) => {
                    let reply = answer(&request);
                    self.act(Action::Answered(Box::new(reply)));
                }
                Effect::StartDeep(_)
                | Effect::Deep(_)
                | Effect::LookDeeper
                | Effect::EndDeep
                | Effect::KeepDeep(_)
                | Effect::KeepFocus { .. }
                | Effect::Ready(_) => self.orders.borrow_mut().push(effect),
                _ => {}
            }
        }
    }

    fn say(&mut self, said: Said) {
        self.act(Action::DeepSaid(Box::new(said)));
    }

    /// What was asked since this was called last.
    fn asked(&self) -> Vec<Effect> {
        self.orders.take()
    }

    fn reading(&self) -> &Reading {
        self.state.reading.as_ref().expect("a text is open")
    }

    /// The deep reader has read so many passages of four; what it found.
    fn read(&mut self, done: u32, analysis: Analysis) {
        let (text, progress) = (self.state.deep.text, Progress { all: 4, again: 0, done });
        self.say(Said::Read { text, progress, analysis: Some(Box::new(analysis)) });
    }

    /// The reading as it is, judged by the deep reader.
    fn judged(&self) -> Analysis {
        let mut analysis = self.reading().analysis.clone();
        for row in &mut analysis.stances {
            row.tier = Tier::Deep;
        }
        analysis
    }
}

fn answer(request: &Request) -> Reply {
    use std::{fs, path::Path};
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("models");
    let files: Vec<_> = Models::FILES
        .iter()
        .map(|name| (*name, fs::read(folder.join(name)).expect("a model")))
        .collect();
    let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let models = Models::load(&files).expect("the models");
    let reply = protocol::answer(request, &models, &|_| ());
    let packed = Rc::new(protocol::pack(&reply).expect("packed"));
    Reply { packed, ..reply }
}

#[test]
fn the_offer_of_a_build_is_read() {
    let offer = Offer::listed(LISTED).expect("an offer");
    assert_eq!((offer.script.as_str(), offer.weights.bytes), ("deep-1.js", 2_000_000));
    assert_eq!(offer.weights.program, ["deep-1.js", "deep-1_bg.wasm"]);
    for damaged in ["", "a b c", "a b c none 00", "a b c 1 "] {
        assert_eq!(Offer::listed(damaged), None, "{damaged:?}");
    }
}

#[test]
fn it_is_wanted_unless_the_browser_saves_data_or_the_reader_said_no() {
    for (wish, saves_data, expected) in [
        (None, false, true),
        (None, true, false),
        (Some(true), true, true),
        (Some(false), false, false),
    ] {
        assert_eq!(Deep::new(None, wish, saves_data).on, expected, "{wish:?} {saves_data}");
    }
}

#[test]
fn it_begins_when_the_quick_reading_is_shown() {
    let page = Page::with(None, false);
    let asked = page.asked();
    let [Effect::Ready(Some(Tier::Quick)), Effect::StartDeep(_), Effect::LookDeeper, read] =
        asked.as_slice()
    else {
        panic!("{asked:?}");
    };
    let Effect::Deep(Order::Read { reply, .. }) = read else { panic!("{read:?}") };
    let reply: Reply = protocol::unpack(reply).expect("a reply");
    assert_eq!(reply.outcome.expect("read").discussion, page.reading().discussion);
}

#[test]
fn without_an_offer_or_a_wish_nothing_is_asked() {
    let page = Page::with(Some(false), false);
    assert_eq!(page.asked(), [Effect::Ready(Some(Tier::Quick))]);
    let mut page = Page { state: State::default(), orders: RefCell::default() };
    page.open(TEXT);
    assert_eq!(page.asked(), [Effect::Ready(Some(Tier::Quick))]);
}

#[test]
fn a_no_while_it_loads_ends_it_and_a_yes_begins_anew() {
    let mut page = Page::with(None, false);
    page.say(Said::Loading(1_000_000));
    assert_eq!(page.state.deep.stage, Stage::Loading(1_000_000));
    page.asked();
    page.act(Action::SwitchDeep(false));
    assert_eq!(page.asked(), [Effect::KeepDeep(false), Effect::EndDeep]);
    assert_eq!(page.state.deep.stage, Stage::Off);
    page.open(TEXT);
    assert_eq!(page.asked(), [Effect::Ready(Some(Tier::Quick))]);
    page.act(Action::SwitchDeep(true));
    assert!(matches!(page.asked()[..], [Effect::KeepDeep(true), Effect::StartDeep(_), ..]));
}

#[test]
fn a_no_while_it_reads_lets_it_rest() {
    let mut page = Page::with(None, false);
    page.say(Said::Loaded);
    page.read(2, page.judged());
    page.asked();
    page.act(Action::SwitchDeep(false));
    assert_eq!(page.asked(), [Effect::KeepDeep(false), Effect::Deep(Order::Go(false))]);
    let progress = Progress { all: 4, again: 0, done: 2 };
    assert_eq!(page.state.deep.stage, Stage::Resting(progress));
    assert!(page.reading().analysis.stances.iter().all(|row| row.tier == Tier::Deep));
    page.act(Action::SwitchDeep(true));
    assert_eq!(page.state.deep.stage, Stage::Reading(progress));
    assert!(page.asked().contains(&Effect::Deep(Order::Go(true))));
}

#[test]
fn each_reading_takes_the_place_of_the_one_before() {
    let mut page = Page::with(None, false);
    page.say(Said::Loaded);
    page.asked();
    page.read(1, page.judged());
    assert_eq!(page.asked(), [Effect::Ready(Some(Tier::Quick))]);
    let (text, progress) = (page.state.deep.text, Progress { all: 4, again: 2, done: 1 });
    page.say(Said::Read { text, progress, analysis: None });
    assert_eq!(page.state.deep.stage, Stage::Reading(progress), "some is read once more");
    page.asked();
    page.read(4, page.judged());
    assert_eq!(page.asked(), [Effect::Ready(Some(Tier::Deep))]);
    let reply: Reply = protocol::unpack(&page.state.packed).expect("a reply");
    let written = reply.outcome.expect("read").analysis;
    assert!(written.stances.iter().all(|row| row.tier == Tier::Deep), "files are written of it");
}

#[test]
fn what_is_said_of_another_text_changes_nothing() {
    let mut page = Page::with(None, false);
    page.say(Said::Loaded);
    let (judged, text) = (page.judged(), page.state.deep.text);
    page.open("Somebody else spoke of Ivo Berg.");
    let before = page.state.clone();
    let progress = Progress { all: 4, again: 0, done: 4 };
    page.say(Said::Read { text, progress, analysis: Some(Box::new(judged)) });
    assert_eq!(page.state, before);
}

#[test]
fn the_filter_and_the_reasons_stay_though_mentions_change_their_numbers() {
    let mut page = Page::with(None, false);
    page.say(Said::Loaded);
    page.act(Action::Filter(FilterChange::Entity("ada-thorne".into(), EntityChoice::Any)));
    let last = page.reading().analysis.mentions.len() - 1;
    let pinned = MentionId(u32::try_from(last).expect("few"));
    page.act(Action::PinWhy { mention: pinned, by_keyboard: false });
    let (shown, view) = (page.state.shown.clone(), page.state.view.clone());
    // The first mention is not found any more.
    let mut analysis = page.judged();
    let gone = analysis.mentions.remove(0);
    analysis.opinions.clear();
    analysis.stances.retain(|r| (r.paragraph, r.target) != (gone.paragraph, gone.entity));
    page.asked();
    page.read(2, analysis);
    assert_eq!(page.state.view, view);
    let moved = MentionId(pinned.0 - 1);
    assert_eq!(page.state.why, Some(Why { mention: moved, pinned: true }));
    assert!(page.asked().contains(&Effect::KeepFocus { from: pinned, to: moved }));
    let still = page
        .reading()
        .analysis
        .mentions
        .iter()
        .any(|m| m.paragraph == gone.paragraph && m.entity == gone.entity);
    assert_eq!(page.state.shown.matches[0], still && shown.matches[0]);
    assert_eq!(page.state.shown.matches[1..], shown.matches[1..]);
}

#[test]
fn corrections_are_applied_on_top() {
    use crate::state::{Mend, Target};
    use reading::corrections::Scope;
    let mut page = Page::with(None, false);
    page.say(Said::Loaded);
    page.act(Action::CorrectAt(Target::Mention(MentionId(0))));
    let stance =
        Mend::Stance { holder: String::new(), unnamed: false, stance: Some(Stance::Critical) };
    page.act(Action::Mend(stance, Scope::Here));
    let judged = {
        let machine = page.state.corrections.machine.as_ref().expect("a reading");
        let mut analysis = machine.analysis.clone();
        analysis.stances.iter_mut().for_each(|row| row.tier = Tier::Deep);
        analysis
    };
    page.read(4, judged);
    let tiers: Vec<_> = page.reading().rows_in(ParagraphId(0)).iter().map(|r| r.tier).collect();
    assert!(tiers.contains(&Tier::Reader) && tiers.contains(&Tier::Deep), "{tiers:?}");
}

#[test]
fn while_a_correction_is_made_the_page_stays_as_it_is() {
    use crate::state::Target;
    let mut page = Page::with(None, false);
    page.say(Said::Loaded);
    page.act(Action::CorrectAt(Target::Mention(MentionId(0))));
    let before = page.state.reading.clone();
    page.read(4, page.judged());
    assert_eq!(page.state.reading, before);
    assert_eq!(page.state.tier(), Tier::Quick);
    page.asked();
    page.act(Action::ShowDialog(None));
    assert!(page.reading().analysis.stances.iter().all(|row| row.tier == Tier::Deep));
    assert_eq!(page.asked(), [Effect::Ready(Some(Tier::Deep))]);
}

#[test]
fn after_a_failure_it_can_be_tried_again_and_nothing_goes_back() {
    let mut page = Page::with(None, false);
    page.say(Said::Loaded);
    page.read(3, page.judged());
    page.asked();
    page.say(Said::Failed(Failure::BrokeOff));
    assert_eq!(page.asked(), [Effect::EndDeep]);
    assert_eq!(page.state.deep.stage, Stage::Failed(Failure::BrokeOff));
    page.act(Action::SwitchDeep(true));
    assert!(matches!(page.asked()[..], [Effect::KeepDeep(true), Effect::StartDeep(_), ..]));
    let mut fewer = page.judged();
    fewer.stances.iter_mut().for_each(|row| row.tier = Tier::Quick);
    page.read(1, fewer);
    assert!(page.reading().analysis.stances.iter().all(|row| row.tier == Tier::Deep));
}

#[test]
fn where_the_reader_looks_is_told_only_while_it_reads() {
    let mut page = Page::with(None, false);
    page.asked();
    page.act(Action::Scrolled(Some(2)));
    assert_eq!(page.asked(), []);
    page.say(Said::Loaded);
    page.read(1, page.judged());
    page.asked();
    page.act(Action::Scrolled(Some(3)));
    assert_eq!(page.asked(), [Effect::LookDeeper]);
    assert_eq!(Screen::default(), Screen { first: 0, last: 0 });
}

#[test]
fn a_judgement_is_explained_by_the_words_that_add_most() {
    let mut page = Page::with(None, false);
    page.say(Said::Loaded);
    page.read(4, page.judged());
    page.asked();
    let mention = page.reading().analysis.mentions[0].clone();
    let (paragraph, holder, target) = (mention.paragraph, Holder::Writer, mention.entity);
    page.act(Action::LeaveWordsOut { paragraph, holder, target });
    let asked = page.asked();
    let [Effect::Deep(Order::Explain(question))] = asked[..] else { panic!("{asked:?}") };
    assert_eq!((question.paragraph, question.target), (paragraph, target));
    let explained = |page: &Page| page.state.explained(paragraph, holder, target).cloned();
    assert_eq!(explained(&page).expect("asked").words, None);
    assert_eq!(page.state.explained(paragraph, Holder::Unnamed, target), None);
    let word = |start: usize, weight: f32| Summand { span: Span::new(start, start + 2), weight };
    let words = vec![word(0, 0.1), word(3, 0.0), word(6, -0.5)];
    page.say(Said::Explained { question, words });
    let words = explained(&page).and_then(|explained| explained.words).expect("explained");
    assert_eq!(&words[..], [word(6, -0.5), word(0, 0.1)]);
}
