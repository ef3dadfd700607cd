//! The course: how stances move along the text, a small bar a step. Each leads to its paragraphs.

use discussion::Section;
use yew::prelude::*;

use crate::{
    state::Action,
    strings,
    view::{PartProps, bar},
};

/// The course.
pub fn draw(props: &PartProps) -> Html {
    let steps = &props.state.course;
    if steps.len() < 2 {
        return Html::default();
    }
    let longest = steps.iter().map(|step| bar::reach(&step.shares)).max().unwrap_or(0);
    let mut before = Section::Article;
    let each = steps.iter().map(|step| {
        let (first, last) = (step.paragraphs.start + 1, step.paragraphs.end);
        let label = strings::step(first, last, &step.shares);
        let turns = step.section != before;
        before = step.section;
        html! {
            <li data-turns={turns.then_some("")}>
                <button onclick={props.on(Action::GoToParagraph(first))} title={label.clone()}
                    aria-label={label}>
                    { bar::draw_upright(&step.shares, longest) }
                </button>
            </li>
        }
    });
    html! {
        <>
            <h3>{ strings::COURSE }</h3>
            <ol class="course" aria-label={strings::COURSE}>{ for each }</ol>
        </>
    }
}
