//! Texts elsewhere: nothing is asked of anybody before the reader says yes.

use super::*;

const LINK: &str = "#/opened?q=kerry&src=https://files.example/talks.txt";

fn orders(page: &Page) -> Vec<&files::Task> {
    let tasks = page.effects.iter().filter_map(|effect| match effect {
        Effect::Order(order) => Some(&order.task),
        _ => None,
    });
    tasks.collect()
}

fn told(page: &Page, words: &str) -> bool {
    page.state.notices.list.iter().any(|notice| notice.sentence.contains(words))
}

/// A page on which the reader has said yes, with the answer still to come.
fn waiting() -> (Page, u32) {
    let mut page = Page::at(LINK);
    let effects = page.state.apply(Action::FetchAddress);
    let order = effects.iter().find_map(|effect| match effect {
        Effect::Order(order) => Some(order.id),
        _ => None,
    });
    (page, order.unwrap())
}

fn deliver(page: &mut Page, id: u32, done: Result<files::Done, String>) {
    page.act(Action::Delivered(Box::new(files::Delivery { id, done: done.map_err(Into::into) })));
}

#[test]
fn a_link_to_an_address_asks_first() {
    let mut page = Page::at(LINK);
    assert_eq!(page.state.dialog, Some(Dialog::Address));
    assert_eq!(page.state.asked.as_ref().unwrap().address(), "https://files.example/talks.txt");
    assert!(orders(&page).is_empty() && page.state.reading.is_none());
    page.act(Action::FetchAddress);
    let fetch = files::Task::Fetch("https://files.example/talks.txt".to_owned());
    assert_eq!(orders(&page), [&fetch]);
}

#[test]
fn what_comes_is_read_and_its_link_keeps_the_address() {
    let (mut page, id) = waiting();
    let file =
        files::GivenFile { name: Some("talks.txt".into()), bytes: TALKS.as_bytes().to_vec() };
    deliver(&mut page, id, Ok(files::Done::Fetched(file)));
    assert_eq!(page.state.paragraphs(), 4);
    assert_eq!(page.state.view.filter.words, "kerry");
    assert!(page.address.starts_with("#/opened?q=kerry&h="), "{}", page.address);
    assert!(page.address.ends_with("&src=https://files.example/talks.txt"), "{}", page.address);
    // The text is here: its own link asks for nothing.
    let effects = page.effects.len();
    page.act(Action::AddressChanged("#/?tab=matrix&src=https://files.example/talks.txt".into()));
    assert_eq!((page.state.dialog, page.state.view.tab), (None, Tab::Matrix));
    assert!(!page.effects[effects..].iter().any(|e| matches!(e, Effect::Order(_))));
    // Another one at the same place is asked for again.
    page.act(Action::AddressChanged("#/?src=https://files.example/other.txt".into()));
    assert_eq!(page.state.dialog, Some(Dialog::Address));
    // Whoever goes elsewhere is no longer asked.
    page.act(Action::AddressChanged("#/d/one".into()));
    assert_eq!((page.state.dialog, page.state.asked.is_none()), (None, true));
}

#[test]
fn without_a_yes_nothing_is_asked_and_a_copy_is_shown_as_the_link_says() {
    let mut page = Page::at(LINK);
    page.act(Action::DialogClosed(Dialog::Address));
    assert!(orders(&page).is_empty() && told(&page, "files.example"));
    page.act(paste(TALKS));
    assert_eq!(page.state.view.filter.words, "kerry");
    assert_eq!(page.state.view.address, None);
}

#[test]
fn a_failure_is_said_and_what_was_open_stays() {
    let mut page = Page::at("#/d/one");
    let before = page.state.reading.clone();
    page.act(Action::TypeAddress(" https://files.example/talks.txt ".into()));
    assert_eq!(page.state.dialog, Some(Dialog::Address));
    // In these tests nothing is fetched.
    page.act(Action::FetchAddress);
    assert!(told(&page, "files.example") && page.state.opening.is_none());
    assert!(page.state.reading == before && page.address == "#/d/one");
    page.act(Action::TypeAddress("ftp://files.example/".into()));
    assert!(told(&page, "https://") && page.state.asked.is_none());
}

#[test]
fn threads_are_asked_of_the_interface_for_programs() {
    let mut page = Page::at("#/?hn=8863");
    let asked = page.state.asked.as_ref().unwrap().address();
    assert_eq!(asked, "https://hn.algolia.com/api/v1/items/8863");
    page.act(Action::TypeAddress("8863".into()));
    assert_eq!(page.state.asked.as_ref().unwrap().address(), asked);
}

#[test]
fn what_is_stopped_does_not_come_any_more() {
    let (mut page, id) = waiting();
    page.act(Action::StopOpening);
    let file = files::GivenFile { name: None, bytes: TALKS.as_bytes().to_vec() };
    deliver(&mut page, id, Ok(files::Done::Fetched(file)));
    assert!(page.state.reading.is_none());
}
