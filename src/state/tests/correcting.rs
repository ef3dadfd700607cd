//! What a reader corrects, through the reducer.

use super::*;
use crate::state::{Mend, Target};

/// The page with the mark of some words.
fn at_mark(words: &str) -> (Page, MentionId) {
    let page = Page::at("#/d/one");
    let id = mark(&page, words);
    (page, id)
}

fn mark(page: &Page, words: &str) -> MentionId {
    let reading = page.state.reading.as_ref().unwrap();
    let mut all = reading.analysis.mentions.iter().zip(0..);
    let found = all.find(|(mention, _)| reading.discussion.slice(mention.span) == words);
    MentionId(found.unwrap_or_else(|| panic!("{words} is marked")).1)
}

fn meant(name: &str, words: &str) -> Mend {
    Mend::Meant { name: name.into(), kind: engine::EntityType::Person, words: words.into() }
}

fn correct(page: &mut Page, target: Target, mend: Mend, scope: Scope) {
    page.act(Action::CorrectAt(target));
    page.act(Action::Mend(mend, scope));
}

fn names(page: &Page) -> Vec<String> {
    let entities = &page.state.reading.as_ref().unwrap().analysis.entities;
    entities.iter().map(|entity| entity.name.clone()).collect()
}

#[test]
fn one_field_renames_merges_and_splits() {
    let (mut page, kerry) = at_mark("Kerry");
    let before = names(&page);
    correct(&mut page, Target::Mention(kerry), meant("John Kerry", ""), Scope::Everywhere);
    assert!(names(&page).contains(&"John Kerry".to_owned()), "{:?}", names(&page));
    assert_eq!(page.state.corrections.said, "Kerry is called John Kerry.");

    let kerry = mark(&page, "Kerry");
    correct(&mut page, Target::Mention(kerry), meant("russia", ""), Scope::Everywhere);
    assert_eq!(names(&page).len(), before.len() - 1, "they are the same now");

    let kerry = mark(&page, "Kerry");
    correct(&mut page, Target::Mention(kerry), meant("Somebody New", ""), Scope::Here);
    assert_eq!(names(&page).len(), before.len());
    assert!(page.effects.contains(&Effect::Focus(FocusPlace::Mark(kerry))), "back at the mark");

    for _ in 0..3 {
        page.act(Action::Step { forward: false });
    }
    assert_eq!(names(&page), before);
    page.act(Action::Step { forward: true });
    assert!(names(&page).contains(&"John Kerry".to_owned()));
}

#[test]
fn words_become_a_mark() {
    let mut page = Page::at("#/d/one");
    let discussion = &page.state.reading.as_ref().unwrap().discussion;
    let paragraph =
        discussion.paragraphs.iter().position(|p| discussion.slice(p.span).contains("right"));
    let paragraph = discussion::ParagraphId(paragraph.unwrap() as u32);
    let target = |words: &str, start| Target::Words { paragraph, words: words.into(), start };
    correct(&mut page, target("right", 0), meant("Right", "right"), Scope::Here);
    assert_eq!(names(&page).last().map(String::as_str), Some("Right"));
    correct(&mut page, target("", 0), meant("Nobody", "not there"), Scope::Here);
    assert_eq!(page.state.corrections.said, crate::strings::NOTHING_TO_CORRECT);
    correct(&mut page, target("", 0), meant("Right", "right"), Scope::Here);
    assert_eq!(page.state.corrections.misfits.len(), 1, "it is marked already");
}

#[test]
fn corrections_are_kept_and_come_back() {
    let (mut page, kerry) = at_mark("Kerry");
    correct(&mut page, Target::Mention(kerry), Mend::Remove, Scope::Everywhere);
    assert!(!names(&page).contains(&"Kerry".to_owned()));
    assert_eq!((page.state.corrections.unsaved, page.kept[0].0.as_str()), (0, "d/one"));

    let kept = page.kept.clone();
    page.act(Action::OpenBundled("two".into()));
    assert!(names(&page).contains(&"Kerry".to_owned()), "another text");
    page.act(Action::OpenBundled("one".into()));
    assert!(!names(&page).contains(&"Kerry".to_owned()));
    page.act(Action::Step { forward: false });
    assert!(names(&page).contains(&"Kerry".to_owned()), "what was kept can be undone");
    assert_ne!(page.kept, kept);
}

#[test]
fn what_was_undone_can_be_done_again_after_a_reload() {
    let (mut page, kerry) = at_mark("Kerry");
    correct(&mut page, Target::Mention(kerry), meant("John Kerry", ""), Scope::Everywhere);
    let kerry = mark(&page, "Kerry");
    correct(&mut page, Target::Mention(kerry), meant("J. K.", ""), Scope::Everywhere);
    for _ in 0..2 {
        page.act(Action::Step { forward: false });
    }
    page.state = State::default();
    let fragment = page.address.clone();
    page.act(Action::Started { fragment, theme: Theme::System, session: 2 });
    assert!(names(&page).contains(&"Kerry".to_owned()) && page.state.corrections.log.can_redo());
    page.act(Action::Step { forward: true });
    assert!(names(&page).contains(&"John Kerry".to_owned()), "{:?}", names(&page));
    page.act(Action::Step { forward: true });
    assert!(names(&page).contains(&"J. K.".to_owned()), "{:?}", names(&page));
    assert!(!page.state.corrections.log.can_redo());
}

#[test]
fn another_page_adds_to_ours() {
    let (mut page, kerry) = at_mark("Kerry");
    correct(&mut page, Target::Mention(kerry), meant("John Kerry", ""), Scope::Everywhere);
    let id = reading::corrections::RecordId { number: 1, session: 9 };
    let line = "type\trussia\tRussia\tevent".to_owned();
    page.kept[0].1.push(Record::new(id, line));
    page.act(Action::LibraryChanged("d/other".into()));
    assert_eq!(page.state.corrections.log.records.len(), 1);
    page.act(Action::LibraryChanged("d/one".into()));
    assert_eq!(page.state.corrections.log.records.len(), 2);
}

#[test]
fn whose_reading_is_shown_stands_in_the_address() {
    let (mut page, kerry) = at_mark("Kerry");
    correct(&mut page, Target::Mention(kerry), meant("John Kerry", ""), Scope::Everywhere);
    page.act(Action::ShowReading(Show::Machine));
    assert_eq!(page.address, "#/d/one?show=machine");
    assert!(names(&page).contains(&"Kerry".to_owned()));
    assert_eq!(page.state.corrections.agreement.marks, page.state.corrections.agreement.all_marks);
    page.act(Action::ShowReading(Show::Difference));
    assert!(names(&page).contains(&"John Kerry".to_owned()));
}

#[test]
fn a_link_brings_corrections() {
    let line = "name\tkerry\tKerry\tJohn Kerry";
    let bring = |page: &mut Page| {
        page.act(Action::AddressChanged("#/d/one?c=1AAAA".into()));
        let request = page.state.request;
        let corrections = Some(Ok(line.as_bytes().to_vec()));
        page.act(Action::Unpacked { request, text: None, corrections });
    };
    let mut page = Page::at("#/d/two");
    bring(&mut page);
    assert!(names(&page).contains(&"John Kerry".to_owned()), "{:?}", names(&page));
    assert_eq!(page.kept.len(), 1, "they are kept");
    assert_eq!(page.address, "#/d/one");

    let (mut page, kerry) = at_mark("Kerry");
    correct(&mut page, Target::Mention(kerry), meant("Mr Kerry", ""), Scope::Everywhere);
    bring(&mut page);
    assert_eq!(page.state.view.show, Show::Theirs);
    assert!(names(&page).contains(&"John Kerry".to_owned()));
    assert_eq!(page.state.corrections.log.records.len(), 1, "ours are left alone");
    page.act(Action::TakeOver(0));
    page.act(Action::ShowReading(Show::Mine));
    assert!(names(&page).contains(&"John Kerry".to_owned()));
}

#[test]
fn damaged_cargo_is_said_to_be_damaged() {
    let mut page = Page::at("#/d/one");
    page.act(Action::AddressChanged("#/opened?t=1AAAA&c=1AAAA".into()));
    let request = page.state.request;
    page.act(Action::Unpacked { request, text: Some(Err(())), corrections: Some(Err(())) });
    let said: Vec<_> = page.state.notices.list.iter().map(|n| n.sentence.as_str()).collect();
    use crate::strings::{CORRECTIONS_DAMAGED, TEXT_DAMAGED, TEXT_NOT_HERE};
    assert_eq!(said, [CORRECTIONS_DAMAGED, TEXT_DAMAGED, TEXT_NOT_HERE]);
}

#[test]
fn a_link_brings_a_text() {
    let mut page = Page::at("#/d/one");
    page.act(Action::AddressChanged("#/opened?q=kerry&t=1AAAA".into()));
    let request = page.state.request;
    let text = Some(Ok(format!("talks.txt\n{TALKS}").into_bytes()));
    page.act(Action::Unpacked { request, text, corrections: None });
    assert_eq!(page.state.input.as_ref().unwrap().name.as_deref(), Some("talks.txt"));
    assert_eq!((page.state.shown.count, page.state.paragraphs()), (2, 4));
    assert!(page.address.starts_with("#/opened?q=kerry&h="), "{}", page.address);
}

#[test]
fn a_text_that_differs_is_said_to_differ() {
    let mut page = Page::at("#/opened?q=kerry&h=0123456789abcdef");
    assert!(page.state.awaited.is_some());
    page.act(paste(TALKS));
    let said = &page.state.notices.list[0].sentence;
    assert_eq!(*said, crate::strings::TEXT_DIFFERS);
}

#[test]
fn where_nothing_can_be_kept_the_session_goes_on() {
    let (mut page, kerry) = at_mark("Kerry");
    correct(&mut page, Target::Mention(kerry), meant("John Kerry", ""), Scope::Everywhere);
    let _ = page.state.apply(Action::Stored(Box::new(Stored::Refused)));
    assert!(names(&page).contains(&"John Kerry".to_owned()));
    assert_eq!(page.state.notices.list[0].sentence, crate::strings::STORAGE_REFUSED);
    assert_eq!(page.state.kept().unwrap().corrections, ["name\tkerry\tKerry\tJohn Kerry"]);
}

#[test]
fn links_of_each_kind_say_what_they_hold() {
    let mut page = Page::at("#/d/one");
    page.act(paste(TALKS));
    let kerry = mark(&page, "Kerry");
    correct(&mut page, Target::Mention(kerry), Mend::Remove, Scope::Here);
    page.act(Action::OpenSharing);
    assert!(page.effects.iter().any(|effect| matches!(effect, Effect::Pack { .. })));
    let (text, corrections) = (Some(vec![1, 2, 3]), Some(vec![4, 5]));
    page.act(Action::Packed { text, corrections });
    let link = |kind| page.state.shared_link(kind).unwrap();
    assert!(!link(ShareKind::View).contains("&c="));
    assert!(link(ShareKind::Corrections).ends_with("&c=1BAU"));
    assert!(link(ShareKind::Everything).ends_with("&t=1AQID&c=1BAU"));
    page.state.sharing.text = Some(vec![0; 60_000]);
    assert_eq!(page.state.shared_link(ShareKind::Everything), None, "a file is the way out");
}

#[test]
fn a_border_is_a_correction() {
    let mut page = Page::at("#/d/one");
    let id = mark(&page, "Russia");
    correct(&mut page, Target::Mention(id), Mend::Border, Scope::Here);
    let border = page.state.view.border;
    assert!(matches!(border, Some(ReaderBorder::Before(_))), "{border:?}");
    assert_eq!(page.state.read_with, border);
    page.act(Action::Step { forward: false });
    assert_eq!((page.state.view.border, page.state.read_with), (None, None));
    page.act(Action::PlaceBorder(Some(ReaderBorder::NoComments)));
    let lines: Vec<_> = page.state.shared_lines();
    assert_eq!(lines, [Correction::Border { at: None }.to_line()]);
    page.act(Action::PlaceBorder(None));
    assert!(page.state.corrections.log.records.is_empty());
}

#[test]
fn the_strip_follows_corrections() {
    let (mut page, kerry) = at_mark("Kerry");
    for (stance, critical) in [(engine::Stance::Critical, true), (engine::Stance::Neutral, false)] {
        let mend = Mend::Stance { holder: String::new(), unnamed: false, stance: Some(stance) };
        correct(&mut page, Target::Mention(kerry), mend, Scope::Everywhere);
        let counted = page.state.strip.stretches.iter().any(|stretch| stretch.critical > 0);
        assert_eq!(counted, critical, "{stance:?}");
    }
}
