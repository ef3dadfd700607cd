//! A paragraph of the text with what stands above it: where a post begins, whose it is.

use std::rc::Rc;

use discussion::{ParagraphId, Post, PostId, Section};
use engine::{EntityId, MentionId};
use reading::{Reading, Unmatched, threads::MAX_DEPTH};
use yew::prelude::*;

use crate::{
    state::{Action, Shared, copying::byline},
    strings,
    view::{PartProps, border, paragraph::ParagraphView},
};

/// Draws the paragraph of a number. `stop` is the mark at which the Tab key stops.
pub fn draw(
    reading: &Shared<Reading>,
    part: &PartProps,
    stop: Option<MentionId>,
    id: ParagraphId,
) -> Html {
    let state = &part.state;
    let unmatched = !state.shown.matches.get(id.index()).copied().unwrap_or(true);
    let hidden = state.is_hidden(id.index());
    let here = |mention: MentionId| state.paragraph_of(mention) == Some(id);
    let strong: Rc<[EntityId]> = if state.strong.is_empty() {
        Rc::default()
    } else {
        let mut here: Vec<_> = reading.mentions_in(id).map(|(_, mention)| mention.entity).collect();
        here.retain(|entity| state.strong.contains(entity));
        here.into()
    };
    let post = reading.discussion.paragraphs.get(id.index()).map(|paragraph| paragraph.post);
    // The heading stands above the first paragraph that is shown.
    let first = post.and_then(|post| reading.discussion.posts.get(post.index())).filter(|post| {
        !hidden && (post.paragraphs.start..id.0).all(|other| state.is_hidden(other as usize))
    });
    let border = reading.discussion.border.paragraph.map(|paragraph| paragraph.0);
    let further = first.is_some_and(|post| border.is_some_and(|at| post.paragraphs.start > at));
    let depth = post.map_or(0, |post| state.folding.threads.depth(post)).min(MAX_DEPTH);
    html! {
        <div key={id.0} data-row={id.0.to_string()} {hidden}
            data-found={(state.found_in() == Some(id)).then_some("")}
            data-depth={(depth > 0).then(|| depth.to_string())}
            data-first={further.then_some("")}>
            if state.moving_border && id.0 > 0 {
                { border::here(part, id.0 + 1) }
            }
            if let (Some(post), Some(number)) = (first, post) {
                { heading(reading, post, number.index()) }
                { fold(part, number) }
            }
            <ParagraphView reading={reading.clone()} {id} {strong} {hidden}
                dimmed={unmatched && state.view.unmatched == Unmatched::Dim}
                marks={!state.view.marks_off}
                stop={stop.filter(|mention| here(*mention))}
                open={state.why.map(|why| (why.mention, why.pinned)).filter(|(m, _)| here(*m))} />
        </div>
    }
}

/// The button that folds the answers to a post away, where there are some.
fn fold(part: &PartProps, post: PostId) -> Html {
    let folding = &part.state.folding;
    let answers = folding.threads.answers(post);
    if answers == 0 {
        return Html::default();
    }
    let folded = folding.posts.contains(&post);
    html! {
        <button class="text-button fold" aria-expanded={(!folded).to_string()}
            onclick={part.on(Action::Fold(post))}>{ strings::answers(answers, folded) }</button>
    }
}

/// Whose post it is; without a name, its number for those who go from heading to heading.
fn heading(reading: &Reading, post: &Post, number: usize) -> Html {
    let byline = byline(post);
    match post.section {
        Section::Article if byline.is_empty() => Html::default(),
        Section::Article => html! { <p class="byline" dir="auto">{ byline }</p> },
        Section::Comments if byline.is_empty() => {
            let posts = &reading.discussion.posts;
            let before = posts.iter().take_while(|post| post.section == Section::Article).count();
            html! { <h3 class="unseen">{ strings::comment(number + 1 - before.min(number)) }</h3> }
        }
        Section::Comments => html! { <h3 class="byline" dir="auto">{ byline }</h3> },
    }
}
