//! The text: title, article, border, comments. One listener for all marks.

use std::{ops::Range, rc::Rc};

use discussion::{ParagraphId, Post, Section};
use engine::{EntityId, MentionId};
use reading::{Reading, Tab, Term as _, Unmatched};
use yew::prelude::*;

use crate::{
    browser::{focus, marks, timer::Timer},
    state::{Action, Dialog, Shared},
    strings,
    view::{
        PartProps, border, chips, concordance, corrections, keys, legend, matrix, network,
        paragraph::ParagraphView, tabs,
    },
};

/// How long the pointer rests on a mark before it asks, in milliseconds.
const POINTER_REST: u32 = 120;

/// The text.
pub fn draw(props: &PartProps) -> Html {
    let state = &props.state;
    let busy = state.opening.is_some();
    let content = match &state.reading {
        Some(reading) => html! {
            <>
                <header class="title">
                    <h1 id="title" dir="auto">{ reading.discussion.title.clone() }</h1>
                if let Some(source) = &reading.discussion.source {
                        <p class="source" dir="auto">{ source.clone() }</p>
                }
                </header>
                { tabs::draw(props) }
                { corrections::bar(props) }
                { chips::draw(props) }
                {
                    match state.view.tab {
                        Tab::Matrix => matrix::draw(props, reading),
                        Tab::Network => network::draw(props, reading),
                        Tab::Concordance => concordance::draw(props, reading),
                        Tab::Read | Tab::Overview => html! {
                            <Text reading={reading.clone()} part={props.clone()} />
                        },
                    }
                }
            </>
        },
        None if busy || !state.library.listed => html! {
            <div class="empty"><h1>{ strings::NAME }</h1><p>{ strings::READING }</p></div>
        },
        None => html! {
            <div class="empty">
                <h1>{ strings::NOTHING_OPEN }</h1>
                <p>{ strings::NOTHING_OPEN_HINT }</p>
                <button class="primary" onclick={props.on(Action::ShowDialog(Some(Dialog::Open)))}>
                    { strings::OPEN_HEADING }
                </button>
            </div>
        },
    };
    html! {
        <main class="read" id={focus::TEXT} tabindex="-1" aria-busy={busy.to_string()}>
            <p class="progress" role="status" data-busy={busy.then_some("")}>
                { if busy { strings::READING } else { "" } }
            </p>
            { content }
        </main>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TextProps {
    reading: Shared<Reading>,
    part: PartProps,
}

#[component]
fn Text(props: &TextProps) -> Html {
    let TextProps { reading, part } = props;
    let state = &part.state;
    let discussion = &reading.discussion;
    let pointer = use_mut_ref(|| None::<Timer>);

    let act = part.act.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(mention) = marks::at(event.target()) {
            act.emit(Action::PinWhy { mention, by_keyboard: false });
        }
    });
    let act = part.act.clone();
    let onfocusin = Callback::from(move |event: FocusEvent| {
        if let Some(mention) = marks::stop(event.target()) {
            act.emit(Action::FocusMark(mention));
        }
    });
    let onpointerover = {
        let (act, pointer) = (part.act.clone(), Rc::clone(&pointer));
        Callback::from(move |event: PointerEvent| {
            let over = marks::at(event.target()).filter(|_| event.pointer_type() == "mouse");
            let act = act.clone();
            *pointer.borrow_mut() = over.and_then(|mention| {
                Timer::after(POINTER_REST, move || act.emit(Action::PointAt(mention)))
            });
        })
    };
    let onkeydown = keys::in_text(part);

    let stop = state.tab_stop();
    let section = |wanted: Section| {
        let posts = discussion.posts.iter().filter(move |post| post.section == wanted);
        posts.map(|post| draw_post(reading, part, stop, post)).collect::<Html>()
    };
    let has_comments = discussion.border.paragraph.is_some();
    html! {
        <article class="text" aria-labelledby="title" {onclick} {onfocusin} {onpointerover} {onkeydown}
            data-show={state.view.show.term()}
            data-selection={(!state.strong.is_empty()).then_some("")}>
            <section class="part" aria-labelledby="article-heading">
                <h2 id="article-heading" class="kicker">{ strings::section(Section::Article) }</h2>
                { section(Section::Article) }
            </section>
            if has_comments {
                <section class="part" aria-labelledby="comments-heading">
                    { border::tools(part) }
                    { section(Section::Comments) }
                </section>
            } else {
                { border::none(part) }
            }
            <div class="print-legend" aria-hidden="true">{ legend::draw() }</div>
        </article>
    }
}

fn draw_post(
    reading: &Shared<Reading>,
    part: &PartProps,
    stop: Option<MentionId>,
    post: &Post,
) -> Html {
    let byline: Vec<_> = [&post.author, &post.time].into_iter().flatten().cloned().collect();
    let Range { start, end } = post.paragraphs.clone();
    let paragraphs =
        (start..end).map(|number| draw_paragraph(reading, part, stop, ParagraphId(number)));
    html! {
        <div class="post">
            if !byline.is_empty() {
                <p class="byline" dir="auto">{ byline.join(" \u{b7} ") }</p>
            }
            { for paragraphs }
        </div>
    }
}

fn draw_paragraph(
    reading: &Shared<Reading>,
    part: &PartProps,
    stop: Option<MentionId>,
    id: ParagraphId,
) -> Html {
    let state = &part.state;
    let unmatched = !state.shown.matches.get(id.index()).copied().unwrap_or(true);
    let here = |mention: MentionId| {
        reading.analysis.mentions.get(mention.index()).is_some_and(|m| m.paragraph == id)
    };
    let strong: Rc<[EntityId]> = if state.strong.is_empty() {
        Rc::default()
    } else {
        let mut here: Vec<_> = reading.mentions_in(id).map(|(_, mention)| mention.entity).collect();
        here.retain(|entity| state.strong.contains(entity));
        here.into()
    };
    html! {
        <>
            if state.moving_border && id.0 > 0 {
                { border::here(part, id.0 + 1) }
            }
            <ParagraphView key={id.0} reading={reading.clone()} {id} {strong}
                hidden={unmatched && state.view.unmatched == Unmatched::Hide}
                dimmed={unmatched && state.view.unmatched == Unmatched::Dim}
                marks={!state.view.marks_off}
                stop={stop.filter(|mention| here(*mention))}
                open={state.why.map(|why| (why.mention, why.pinned)).filter(|(m, _)| here(*m))} />
        </>
    }
}
