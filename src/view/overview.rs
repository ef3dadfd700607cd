//! The main entities, how often they are named and how they are judged, article beside comments.

use discussion::Section;
use engine::Stance;
use reading::{Line, Reading, Shares, Term};
use yew::prelude::*;

use crate::{
    state::{Action, FilterChange, List},
    strings,
    view::{PartProps, bar, course, filters::more},
};

/// How many lines there are before more are asked for.
const AT_FIRST: usize = 6;

/// The overview.
pub fn draw(props: &PartProps) -> Html {
    let state = &props.state;
    let all = state.lists.contains(&List::Overview);
    let lines = &state.overview.lines;
    let Some(reading) = &state.reading else {
        return html! { <section class="overview" aria-label={strings::OVERVIEW} /> };
    };
    let sections = &state.facets.sections;
    let has = |section: Section| sections.iter().any(|choice| choice.value == section);
    let columns: Vec<Section> = Section::ALL.iter().copied().filter(|s| has(*s)).collect();
    let reaches =
        lines.iter().flat_map(|line| [bar::reach(&line.article), bar::reach(&line.comments)]);
    let longest = reaches.max().unwrap_or(0);
    let shown = if all { lines.len() } else { AT_FIRST };
    let each =
        lines.iter().take(shown).map(|line| draw_line(props, reading, line, &columns, longest));
    let heads = columns.iter().map(|section| {
        html! { <th scope="col">{ strings::section(*section) }</th> }
    });
    html! {
        <section class="overview" aria-labelledby="overview-heading">
            <h2 id="overview-heading">{ strings::OVERVIEW }</h2>
            if lines.is_empty() {
                <p class="quiet">{ strings::OVERVIEW_EMPTY }</p>
            } else {
                { argued_over(props, reading) }
                <p class="quiet axis">
                    <span class="glyph" data-stance="supportive" aria-hidden="true">{ "+" }</span>
                    { strings::AXIS_LEFT }
                    <span class="gap" />
                    { strings::AXIS_RIGHT }
                    <span class="glyph" data-stance="critical" aria-hidden="true">{ "\u{2212}" }</span>
                </p>
                <table>
                    <caption class="unseen">{ strings::OVERVIEW_HINT }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ strings::WHO }</th>
                            { for heads }
                        </tr>
                    </thead>
                    <tbody>{ for each }</tbody>
                </table>
                { more(props, List::Overview, lines.len(), AT_FIRST) }
                { course::draw(props) }
            }
        </section>
    }
}

/// Whom the writers are most divided on.
fn argued_over(props: &PartProps, reading: &Reading) -> Html {
    let overview = &props.state.overview;
    let Some(entity) = overview.most_argued_over() else { return Html::default() };
    let Some(line) = overview.lines.iter().find(|line| line.entity == entity) else {
        return Html::default();
    };
    let slug = reading.slug(entity).to_owned();
    let total = line.total();
    let sides = [Stance::Supportive, Stance::Mixed, Stance::Critical];
    let numbers = sides.into_iter().filter(|stance| total.of(*stance) > 0).map(|stance| {
        let only = FilterChange::Only { entity: slug.clone(), stance: Some(stance), section: None };
        html! {
            <button class="text-button" data-stance={stance.term()}
                onclick={props.on(Action::Filter(only))}>
                { strings::count_of(total.of(stance), stance) }
            </button>
        }
    });
    html! {
        <p class="argued">
            { strings::MOST_ARGUED_OVER }{ " " }
            <button class="text-button" onclick={props.on(Action::Select(Some(slug.clone())))}>
                <bdi>{ reading.name(entity).to_owned() }</bdi>
            </button>
            { for numbers }
        </p>
    }
}

fn draw_line(
    props: &PartProps,
    reading: &Reading,
    line: &Line,
    columns: &[Section],
    longest: usize,
) -> Html {
    let Some(entity) = reading.analysis.entities.get(line.entity.index()) else {
        return Html::default();
    };
    let count = line.article.mentions + line.comments.mentions;
    let selected = props.state.view.selected.as_ref() == Some(&entity.slug);
    let select = Action::Select((!selected).then(|| entity.slug.clone()));
    let cells = columns.iter().map(|section| {
        let shares = match section {
            Section::Article => &line.article,
            Section::Comments => &line.comments,
        };
        draw_cell(props, &entity.slug, &entity.name, *section, shares, longest)
    });
    html! {
        <tr key={entity.slug.clone()} data-selected={selected.then_some("")}>
            <th scope="row">
                <button class="who" aria-pressed={selected.to_string()} onclick={props.on(select)}>
                    <span class="underlined" data-type={entity.kind.term()} dir="auto">
                        { entity.name.clone() }
                    </span>
                    <span class="number">
                        { count }<span class="unseen">{ strings::mentions_unit(count) }</span>
                    </span>
                </button>
            </th>
            { for cells }
        </tr>
    }
}

fn draw_cell(
    props: &PartProps,
    slug: &str,
    name: &str,
    section: Section,
    shares: &Shares,
    longest: usize,
) -> Html {
    if shares.paragraphs() == 0 {
        return html! { <td><span class="unseen">{ strings::NOT_NAMED_HERE }</span></td> };
    }
    let only = |stance: Option<Stance>| {
        props.on::<MouseEvent>(Action::Filter(FilterChange::Only {
            entity: slug.to_owned(),
            stance,
            section: Some(section),
        }))
    };
    let number = |stance: Stance| {
        let count = shares.of(stance);
        if count == 0 {
            return html! { <span class="side" aria-hidden="true" /> };
        }
        html! {
            <button class="side" data-stance={stance.term()} onclick={only(Some(stance))}
                title={strings::stance(stance)}>
                <span aria-hidden="true">{ strings::glyph(stance) }{ count }</span>
                <span class="unseen">{ strings::show_stance(name, section, stance, count) }</span>
            </button>
        }
    };
    let label = strings::show_section(name, section, shares);
    html! {
        <td>
            <div class="cell">
                { number(Stance::Supportive) }
                <button class="shares" onclick={only(None)} aria-label={label.clone()} title={label}>
                    { bar::draw(shares, longest) }
                </button>
                { number(Stance::Critical) }
            </div>
        </td>
    }
}
