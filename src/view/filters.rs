//! The filters, which are also the legend, with how many paragraphs each choice would show.

use engine::EntityType;
use reading::{Choice, EntityChoice, HolderChoice, HolderKind, Reading, Term};
use yew::prelude::*;

use crate::{
    browser::{files, focus},
    state::{Action, FilterChange, List},
    strings::{self, Text},
    view::{PartProps, chips::name_of},
};

/// How many entities and sources stand in the list before it is asked for more.
const AT_FIRST: usize = 10;

/// The filters.
pub fn draw(props: &PartProps) -> Html {
    let state = &props.state;
    let Some(reading) = &state.reading else {
        return html! { <section class="filters" aria-label={strings::FILTERS} /> };
    };
    html! {
        <section class="filters" aria-labelledby="filters-heading">
            <h2 id="filters-heading">{ strings::FILTERS }</h2>
            { words(props) }
            { stances(props) }
            { sections(props) }
            { entities(props) }
            { holders(props) }
            { types(props, reading) }
            { sure(props) }
        </section>
    }
}

/// A choice that is on or off.
fn toggle(
    props: &PartProps,
    change: FilterChange,
    on: bool,
    name: &str,
    count: usize,
    sign: Html,
) -> Html {
    html! {
        <button class="choice" aria-pressed={on.to_string()} data-none={(count == 0).then_some("")}
            onclick={props.on(Action::Filter(change))}>
            { sign }
            <span class="choice-name" dir="auto">{ name.to_owned() }</span>
            <span class="number">
                { count }<span class="unseen">{ strings::paragraphs_unit(count) }</span>
            </span>
        </button>
    }
}

fn words(props: &PartProps) -> Html {
    let oninput = props
        .act
        .reform(|event: InputEvent| Action::Filter(FilterChange::Words(files::written(&event))));
    html! {
        <div class="group words">
            <label for={focus::WORDS}>{ strings::FILTER_WORDS }</label>
            <input id={focus::WORDS} type="search" autocomplete="off" spellcheck="false"
                value={props.state.view.filter.words.clone()} {oninput} />
        </div>
    }
}

fn stances(props: &PartProps) -> Html {
    let chosen = &props.state.view.filter.stances;
    let each = props.state.facets.stances.iter().map(|Choice { value, count }| {
        let sign = html! {
            <span class="glyph" data-stance={value.term()} aria-hidden="true">
                { strings::glyph(*value) }
            </span>
        };
        let change = FilterChange::Stance(*value);
        toggle(props, change, chosen.contains(value), &strings::stance(*value), *count, sign)
    });
    group(strings::FILTER_STANCES, each.collect())
}

fn sections(props: &PartProps) -> Html {
    let facets = &props.state.facets.sections;
    if facets.len() < 2 {
        return Html::default();
    }
    let chosen = &props.state.view.filter.sections;
    let each = facets.iter().map(|Choice { value, count }| {
        let change = FilterChange::Section(*value);
        let on = chosen.contains(value);
        toggle(props, change, on, &strings::section(*value), *count, Html::default())
    });
    group(strings::FILTER_SECTIONS, each.collect())
}

fn types(props: &PartProps, reading: &Reading) -> Html {
    let chosen = &props.state.view.filter.types;
    if reading.analysis.entities.is_empty() {
        return Html::default();
    }
    let each = props.state.facets.types.iter().map(|Choice { value, count }| {
        let change = FilterChange::Type(*value);
        let name = strings::entity_type(*value);
        toggle(props, change, chosen.contains(value), &name, *count, type_sign(*value))
    });
    group(strings::FILTER_TYPES, each.collect())
}

fn sure(props: &PartProps) -> Html {
    let chosen = &props.state.view.filter.sure;
    let each = props.state.facets.sure.iter().map(|Choice { value, count }| {
        let sign = html! { <span class="sure" data-sure={value.term()} aria-hidden="true" /> };
        let change = FilterChange::Sure(*value);
        toggle(props, change, chosen.contains(value), &strings::sure(*value), *count, sign)
    });
    group(strings::FILTER_SURE, each.collect())
}

/// The underline of a type, as in the text.
pub fn type_sign(kind: EntityType) -> Html {
    html! { <span class="underlined sample" data-type={kind.term()} aria-hidden="true">{ "ab" }</span> }
}

fn entities(props: &PartProps) -> Html {
    let (state, filter) = (&props.state, &props.state.view.filter);
    let Some(reading) = &state.reading else { return Html::default() };
    let all = state.lists.contains(&List::Entities);
    let entities = &state.facets.entities;
    // What is asked for stays in sight, however rare it is.
    let listed = entities.iter().enumerate().filter(|(place, choice)| {
        all || *place < AT_FIRST || filter.entity_choice(reading.slug(choice.value)).is_some()
    });
    let each = listed.map(|(_, Choice { value, count })| {
        let Some(entity) = reading.analysis.entities.get(value.index()) else {
            return Html::default();
        };
        let (slug, name) = (&entity.slug, &entity.name);
        let how = filter.entity_choice(slug);
        let change = |choice| FilterChange::Entity(slug.clone(), choice);
        let small = |choice, sign: Text, label: String| {
            html! {
                <button class="small" aria-pressed={(how == Some(choice)).to_string()}
                    onclick={props.on(Action::Filter(change(choice)))} title={label}>
                    { sign }<span class="unseen">{ format!(" {name}") }</span></button>
            }
        };
        html! {
            <div class="with-tools" key={slug.clone()}>
                { toggle(props, change(EntityChoice::Any), how == Some(EntityChoice::Any), name,
                    *count, type_sign(entity.kind)) }
                { small(EntityChoice::All, strings::ALSO, strings::require_entity(name)) }
                { small(EntityChoice::Not, strings::EXCLUDE, strings::exclude(name)) }
            </div>
        }
    });
    if entities.is_empty() {
        return Html::default();
    }
    group(
        strings::FILTER_ENTITIES,
        html! { <>{ for each }{ more(props, List::Entities, entities.len(), AT_FIRST) }</> },
    )
}

fn holders(props: &PartProps) -> Html {
    let (state, filter) = (&props.state, &props.state.view.filter);
    let Some(reading) = &state.reading else { return Html::default() };
    let all = state.lists.contains(&List::Holders);
    let holders = &state.facets.holders;
    let listed = holders.iter().enumerate().filter(|(place, choice)| {
        all || *place < AT_FIRST || filter.holder_choice(&choice.value).is_some()
    });
    let each = listed.map(|(_, Choice { value, count })| {
        let name = strings::holder(value, |slug| name_of(reading, slug));
        let how = filter.holder_choice(value);
        let change = |choice| FilterChange::Holder(value.clone(), choice);
        let label = strings::exclude(&name);
        let single = matches!(value, HolderKind::Source(_));
        let key = if let HolderKind::Source(slug) = value { slug.as_str() } else { "" };
        let key = format!("{key} {name}");
        html! {
            <div class="with-tools" data-inner={single.then_some("")} {key}>
                { toggle(props, change(HolderChoice::By), how == Some(HolderChoice::By), &name,
                    *count, Html::default()) }
                <button class="small" aria-pressed={(how == Some(HolderChoice::NotBy)).to_string()}
                    onclick={props.on(Action::Filter(change(HolderChoice::NotBy)))}
                    title={label}>
                    { strings::EXCLUDE }<span class="unseen">{ format!(" {name}") }</span></button>
            </div>
        }
    });
    if holders.is_empty() {
        return Html::default();
    }
    group(
        strings::FILTER_HOLDERS,
        html! { <>{ for each }{ more(props, List::Holders, holders.len(), AT_FIRST) }</> },
    )
}

fn group(heading: Text, choices: Html) -> Html {
    html! {
        <fieldset class="group">
            <legend>{ heading }</legend>
            { choices }
        </fieldset>
    }
}

/// The button that shows the whole of a long list, or shortens it.
pub fn more(props: &PartProps, list: List, count: usize, at_first: usize) -> Html {
    if count <= at_first {
        return Html::default();
    }
    let all = props.state.lists.contains(&list);
    let label = if all { strings::SHOW_FEWER.to_owned() } else { strings::show_all(count) };
    html! {
        <button class="text-button more" aria-expanded={all.to_string()}
            onclick={props.on(Action::ToggleList(list))}>{ label }</button>
    }
}
