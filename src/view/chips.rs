//! What the filter asks for, in one line above the text, with how many paragraphs match.

use engine::EntityId;
use reading::{EntityChoice, Filter, HolderChoice, Reading, Unmatched};
use yew::prelude::*;

use crate::{
    state::{Action, FilterChange, State},
    strings::{self, Text},
    view::{PartProps, find, icon::Icon},
};

/// The line above the text.
pub fn draw(props: &PartProps) -> Html {
    let state = &props.state;
    let Some(reading) = &state.reading else { return Html::default() };
    let filter = &state.view.filter;
    let asked = !filter.is_empty();
    let chips = active(filter, reading).into_iter().map(|(label, change)| {
        html! {
            <li>
                <button class="chip" onclick={props.on(Action::Filter(change))}
                    aria-label={strings::remove_filter(&label)}>
                    <span>{ label }</span>
                    { Icon::Close.draw() }
                </button>
            </li>
        }
    });
    html! {
        <div class="result">
            <p class="count" role="status">{ count(state) }</p>
            if !state.shows_table() {
                { find::button(props) }
            }
            if asked {
                <div class="steps">
                    { step(props, false, Icon::Up, strings::PREVIOUS_MATCH) }
                    { step(props, true, Icon::Down, strings::NEXT_MATCH) }
                </div>
                <ul class="chips" aria-label={strings::ACTIVE_FILTERS}>{ for chips }</ul>
                <div class="rest" role="group" aria-label={strings::FILTER_REST}>
                    { rest(props, Unmatched::Dim, strings::REST_DIM) }
                    { rest(props, Unmatched::Hide, strings::REST_HIDE) }
                </div>
                <button class="text-button clear" onclick={props.on(Action::ClearFilter)}>
                    { strings::CLEAR }
                </button>
            }
            if !state.shows_table() {
                { find::draw(props) }
            }
        </div>
    }
}

fn count(state: &State) -> String {
    let shown = strings::paragraphs_shown(state.shown.count, state.paragraphs());
    if state.shown.count == 0 { format!("{shown}. {}", strings::NOTHING_MATCHES) } else { shown }
}

fn rest(props: &PartProps, unmatched: Unmatched, label: Text) -> Html {
    let chosen = props.state.view.unmatched == unmatched;
    html! {
        <button class="segment" aria-pressed={chosen.to_string()}
            onclick={props.on(Action::SetUnmatched(unmatched))}>{ label }</button>
    }
}

fn step(props: &PartProps, forward: bool, icon: Icon, label: Text) -> Html {
    let to = props.state.match_beside(forward);
    html! {
        <button class="close" disabled={to.is_none()} aria-label={label} title={label}
            onclick={props.on(Action::GoToParagraph(to.unwrap_or(1)))}>
            { icon.draw() }
        </button>
    }
}

/// What the filter asks for, in words.
#[must_use]
pub fn asked(state: &State) -> Vec<String> {
    let Some(reading) = &state.reading else { return Vec::new() };
    active(&state.view.filter, reading).into_iter().map(|(label, _)| label).collect()
}

/// Every part of a filter in words, with the change that takes it away.
fn active(filter: &Filter, reading: &Reading) -> Vec<(String, FilterChange)> {
    let name = |slug: &str| name_of(reading, slug);
    let mut chips = Vec::new();
    for slug in &filter.any {
        chips.push((name(slug), FilterChange::Entity(slug.clone(), EntityChoice::Any)));
    }
    for slug in &filter.all {
        let label = format!("{} {}", strings::ALSO, name(slug));
        chips.push((label, FilterChange::Entity(slug.clone(), EntityChoice::All)));
    }
    for slug in &filter.not {
        let label = format!("{} {}", strings::EXCLUDE, name(slug));
        chips.push((label, FilterChange::Entity(slug.clone(), EntityChoice::Not)));
    }
    let kinds = filter.types.iter();
    chips.extend(kinds.map(|k| (strings::entity_type(*k).into(), FilterChange::Type(*k))));
    let stances = filter.stances.iter();
    chips.extend(stances.map(|s| (strings::stance(*s).into(), FilterChange::Stance(*s))));
    let sure = filter.sure.iter();
    chips.extend(sure.map(|s| (strings::sure(*s).into(), FilterChange::Sure(*s))));
    for holder in &filter.by {
        let change = FilterChange::Holder(holder.clone(), HolderChoice::By);
        chips.push((strings::holder(holder, name), change));
    }
    for holder in &filter.not_by {
        let change = FilterChange::Holder(holder.clone(), HolderChoice::NotBy);
        chips.push((format!("{} {}", strings::EXCLUDE, strings::holder(holder, name)), change));
    }
    let sections = filter.sections.iter();
    chips.extend(sections.map(|s| (strings::section(*s).into(), FilterChange::Section(*s))));
    if !filter.words.trim().is_empty() {
        let label = strings::quoted(filter.words.trim());
        chips.push((label, FilterChange::Words(String::new())));
    }
    chips
}

/// The name of an entity, or its slug where the text does not have it.
pub fn name_of(reading: &Reading, slug: &str) -> String {
    let known: Option<EntityId> = reading.entity(slug);
    known.map_or_else(|| slug.to_owned(), |entity| reading.name(entity).to_owned())
}
