//! The concordance: every mention of the selection in its line.

use discussion::Section;
use engine::Holder;
use reading::{Context, Reading, Sort, Term};
use yew::prelude::*;

use crate::{
    state::{Action, List},
    strings,
    view::{PartProps, filters::more, tabs},
};

/// How many lines there are before more are asked for.
const AT_FIRST: usize = 100;

/// How many entities are offered where nobody is selected.
const OFFERED: usize = 8;

/// The concordance.
pub fn draw(props: &PartProps, reading: &Reading) -> Html {
    let state = &props.state;
    let lines = &state.lines_of_text;
    let all = state.lists.contains(&List::Concordance);
    let shown = if all { lines.len() } else { AT_FIRST };
    let content = if state.strong.is_empty() {
        offer(props, reading)
    } else if lines.is_empty() {
        html! { <p class="quiet">{ strings::NO_LINES }</p> }
    } else {
        let each = lines.iter().take(shown).map(|line| draw_line(props, reading, line));
        html! {
            <>
                <p class="quiet">{ strings::CONCORDANCE_HINT }</p>
                <ol class="concordance">{ for each }</ol>
                { more(props, List::Concordance, lines.len(), AT_FIRST) }
            </>
        }
    };
    html! {
        <section class="tabulated" aria-label={strings::tab(reading::Tab::Concordance)}>
            <div class="table-tools">
                { tabs::orders(props, &[Sort::Given, Sort::Left, Sort::Right]) }
            </div>
            { content }
        </section>
    }
}

fn offer(props: &PartProps, reading: &Reading) -> Html {
    let each = props.state.overview.lines.iter().take(OFFERED).map(|line| {
        let select = Action::Select(Some(reading.slug(line.entity).to_owned()));
        html! {
            <li>
                <button class="chip" onclick={props.on(select)}>
                    { reading.name(line.entity).to_owned() }
                </button>
            </li>
        }
    });
    html! {
        <div class="passages">
            <p>{ strings::CONCORDANCE_EMPTY }</p>
            <ul class="offered">{ for each }</ul>
        </div>
    }
}

fn draw_line(props: &PartProps, reading: &Reading, line: &Context) -> Html {
    let slice = |span| reading.discussion.slice(span).to_owned();
    let section: Section = reading.discussion.section(line.paragraph);
    let holder = match line.holder {
        Holder::Writer => strings::writer(section).to_owned(),
        Holder::Source(source) => reading.name(source).to_owned(),
        Holder::Unnamed => strings::UNNAMED_SOURCE.to_owned(),
    };
    html! {
        <li>
            <button class="in-line" onclick={props.on(Action::GoToMark(line.mention))}>
                <span class="left"><bdi>{ slice(line.left) }</bdi></span>
                <span class="word" data-stance={line.stance.term()}>{ slice(line.word) }</span>
                <span class="right"><bdi>{ slice(line.right) }</bdi></span>
                <span class="whose">
                    <b aria-hidden="true">{ strings::glyph(line.stance) }</b>
                    <span class="unseen">{ strings::stance(line.stance) }</span>
                    { " " }{ holder }{ ", " }{ line.paragraph.0 + 1 }
                </span>
            </button>
        </li>
    }
}
