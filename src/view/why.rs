//! The panel that answers "Why?": who holds what toward whom, by which words, how sure.

use discussion::{ParagraphId, Section, Span};
use engine::{EvidenceRole, Holder, Mention, MentionId, Opinion, Stance, Tier};
use reading::{
    EntityChoice, Reading, Term,
    link::address::{address, to_passage},
};
use yew::prelude::*;

use crate::{
    browser::{focus, selection},
    state::{Action, FilterChange, Target},
    strings::{self, Text},
    view::{
        PartProps, deep,
        icon::Icon,
        keys, legend,
        mark::writer_row,
        nesting::{Piece, nest},
    },
};

/// The panel.
pub fn draw(props: &PartProps) -> Html {
    let state = &props.state;
    let asked = state.why.and_then(|why| {
        let reading = state.reading.as_ref()?;
        Some((reading, why, reading.analysis.mentions.get(why.mention.index())?))
    });
    let pinned = asked.is_some_and(|(_, why, _)| why.pinned);
    let content = match asked {
        None => html! {
            <div class="answer">
                <p class="quiet">{ strings::WHY_HINT }</p>
                { mark_words(props) }
                { legend::draw() }
            </div>
        },
        Some((reading, why, mention)) => answer(props, reading, why.mention, mention),
    };
    let close = props.on::<MouseEvent>(Action::CloseWhy { to_mark: true });
    html! {
        <section id={focus::WHY} class="why" tabindex="0" aria-labelledby="why-heading"
            data-open={asked.map(|_| "")} data-pinned={pinned.then_some("")}>
            <header class="panel-head">
                <h2 id="why-heading">{ strings::WHY }</h2>
                if asked.is_some() {
                    <button class="close" onclick={close} aria-label={strings::CLOSE}>
                        { Icon::Close.draw() }
                    </button>
                }
            </header>
            { content }
        </section>
    }
}

fn answer(props: &PartProps, reading: &Reading, id: MentionId, mention: &Mention) -> Html {
    let Some(entity) = reading.analysis.entities.get(mention.entity.index()) else {
        return Html::default();
    };
    let name = entity.name.as_str();
    let row = writer_row(reading, mention.paragraph, mention.entity);
    let stance = row.map_or(Stance::Unclear, |row| row.stance);
    let writer = writer_of(reading, mention.paragraph);
    let held = || reading.opinions_on(mention.paragraph, mention.entity);
    let by_writer = |opinion: &&Opinion| opinion.holder == Holder::Writer;
    let opinions = held().filter(by_writer).chain(held().filter(|o| !by_writer(o)));
    let reported = held().any(|opinion| !by_writer(&opinion));
    let reported_only = reported && matches!(stance, Stance::Neutral | Stance::Unclear);
    let refers = strings::refers_to(mention.kind, reading.discussion.slice(mention.span), name);
    let tier = row.map_or(Tier::Quick, |row| row.tier);
    let cards = opinions.map(|opinion| card(props, reading, opinion, (name, &writer), tier));
    let of_writer = held().any(|opinion| by_writer(&opinion));
    let judgement = (mention.paragraph, Holder::Writer, mention.entity);
    html! {
        <div class="answer" data-stance={stance.term()}>
            <p class="about">
                <span class="underlined" data-type={entity.kind.term()} dir="auto">{ name.to_owned() }</span>
                <span class="quiet">{ strings::entity_type(entity.kind) }</span>
            </p>
            <p class="verdict">
                <span class="glyph" data-stance={stance.term()} aria-hidden="true">
                    { strings::glyph(stance) }
                </span>
                <span>
                    { strings::verdict(&writer, stance, name, row.map_or(0.0, |row| row.score)) }
                </span>
            </p>
            if reported_only {
                <p>{ strings::REPORTED_ONLY }</p>
            }
            if tier == Tier::Deep && !of_writer {
                { deep::words(props, reading, judgement) }
            }
            { for cards }
            if reading.is_by_reader(id, mention) {
                <p class="by-reader">{ strings::MADE_BY_READER }</p>
            }
            if !refers.is_empty() {
                <p class="quiet">{ refers }</p>
            }
            if let Some(row) = row {
                <p class="quiet">{ strings::judged_by(row.tier) }</p>
            }
            { actions(props, id, &entity.slug) }
            { original(props, reading, mention) }
        </div>
    }
}

/// The way to the sentence on the page that the text came from, where that is known.
fn original(props: &PartProps, reading: &Reading, mention: &Mention) -> Html {
    let named = || reading.discussion.source.as_deref().and_then(address);
    let Some(page) = props.state.view.address.clone().or_else(named) else {
        return Html::default();
    };
    let sentence = reading.discussion.sentences.get(mention.sentence.index());
    let span = sentence.map_or(mention.span, |sentence| sentence.span);
    let href = to_passage(&page, reading.discussion.slice(span));
    html! {
        <p>
            <a {href} target="_blank" rel="noopener noreferrer">{ strings::SHOW_IN_ORIGINAL }</a>
        </p>
    }
}

/// What can be done with the entity from here.
fn actions(props: &PartProps, id: MentionId, slug: &str) -> Html {
    let state = &props.state;
    let selected = state.view.selected.as_deref() == Some(slug);
    let select = Action::Select((!selected).then(|| slug.to_owned()));
    let only = FilterChange::Entity(slug.to_owned(), EntityChoice::Any);
    let asked = state.view.filter.any.contains(slug);
    let step = |forward: bool, label: Text| {
        let to = state.neighbour(id, forward);
        html! {
            <button class="text-button" disabled={to.is_none()}
                onclick={props.on(Action::GoToMark(to.unwrap_or(id)))}>{ label }</button>
        }
    };
    html! {
        <div class="why-actions">
            <button class="text-button" aria-pressed={selected.to_string()}
                onclick={props.on(select)}>{ strings::HIGHLIGHT }</button>
            <button class="text-button" aria-pressed={asked.to_string()}
                onclick={props.on(Action::Filter(only))}>{ strings::ONLY_THIS }</button>
            { step(false, strings::PREVIOUS_MENTION) }
            { step(true, strings::NEXT_MENTION) }
            <button class="text-button" aria-keyshortcuts="c"
                onclick={props.on(Action::CorrectAt(Target::Mention(id)))}>{ strings::CORRECT }</button>
            { mark_words(props) }
        </div>
    }
}

/// Makes a mark of the words that are selected, or that the reader names.
fn mark_words(props: &PartProps) -> Html {
    let place = keys::paragraph_asked(props);
    let onclick = props.act.reform(move |_: MouseEvent| {
        Action::CorrectAt(selection::words().unwrap_or_else(|| place.clone()))
    });
    // The selection must not go with the pointer.
    let onpointerdown = Callback::from(|event: PointerEvent| event.prevent_default());
    html! {
        <button class="text-button" aria-keyshortcuts="m" {onclick} {onpointerdown}>
            { strings::MARK_WORDS }
        </button>
    }
}

/// One opinion: whose, what, and the sentence with the words that show it. Who judged stands below
/// all, where it is not somebody else here.
fn card(
    props: &PartProps,
    reading: &Reading,
    opinion: &Opinion,
    (name, writer): (&str, &str),
    tier: Tier,
) -> Html {
    let who = match opinion.holder {
        Holder::Writer => writer.to_owned(),
        Holder::Source(source) => reading.name(source).to_owned(),
        Holder::Unnamed => strings::UNNAMED_SOURCE.to_owned(),
    };
    let words = opinion.evidence.iter().map(|evidence| {
        html! {
            <li>
                <b data-role={evidence.role.term()} dir="auto">
                    { reading.discussion.slice(evidence.span).to_owned() }
                </b>
                { " " }
                { strings::evidence(evidence.role, evidence.weight) }
            </li>
        }
    });
    let judgement = (opinion.paragraph, opinion.holder, opinion.target);
    html! {
        <div class="opinion" data-polarity={opinion.polarity.term()}>
            <h3>{ strings::holds(&who, opinion.polarity, name) }</h3>
            <blockquote dir="auto">{ quotation(reading, opinion) }</blockquote>
            if opinion.tier != Tier::Reader {
                <ul class="evidence" aria-label={strings::THE_WORDS}>{ for words }</ul>
                if opinion.evidence.iter().any(|evidence| evidence.role == EvidenceRole::Answer) {
                    <p>{ strings::TAKEN_OVER }</p>
                }
                <p class="quiet">{ strings::how_sure(opinion.score) }</p>
                <p class="quiet">
                    { strings::runner_up(opinion.runner_up.stance, opinion.runner_up.score) }
                </p>
                if opinion.tier != tier {
                    <p class="quiet">{ strings::judged_by(opinion.tier) }</p>
                }
            }
            if opinion.tier == Tier::Deep {
                { deep::words(props, reading, judgement) }
            }
        </div>
    }
}

/// The sentences that hold an opinion and its evidence, with the evidence and the target marked.
fn quotation(reading: &Reading, opinion: &Opinion) -> Html {
    let discussion = &reading.discussion;
    let target = reading.analysis.mentions.get(opinion.mention.index());
    let target = target.filter(|mention| mention.paragraph == opinion.paragraph);
    let needed = opinion.evidence.iter().map(|evidence| evidence.span);
    let needed: Vec<Span> =
        needed.chain([opinion.span]).chain(target.map(|target| target.span)).collect();
    let sentences = discussion.sentences_of(opinion.paragraph).map(|(_, sentence)| sentence.span);
    let whole = sentences
        .filter(|sentence| needed.iter().any(|span| span.overlaps(*sentence)))
        .reduce(Span::cover)
        .unwrap_or(opinion.span);
    let roles = opinion.evidence.iter().map(|evidence| (evidence.span, evidence.role.term()));
    let marked: Vec<_> =
        target.map(|target| (target.span, "target")).into_iter().chain(roles).collect();
    let spans: Vec<_> = marked.iter().map(|(span, _)| *span).collect();
    draw_pieces(discussion, &marked, &nest(whole, &spans))
}

fn draw_pieces(
    discussion: &discussion::Discussion,
    marked: &[(Span, &'static str)],
    pieces: &[Piece],
) -> Html {
    let draw_piece = |piece: &Piece| match piece {
        Piece::Text(span) => Html::from(discussion.slice(*span).to_owned()),
        Piece::Nested(index, inner) => {
            let role = marked.get(*index).map(|(_, role)| *role);
            html! { <em data-role={role}>{ draw_pieces(discussion, marked, inner) }</em> }
        }
    };
    pieces.iter().map(draw_piece).collect()
}

/// Who wrote a paragraph, by name where the text says so.
fn writer_of(reading: &Reading, paragraph: ParagraphId) -> String {
    let discussion = &reading.discussion;
    let post = discussion.paragraphs.get(paragraph.index()).map(|paragraph| paragraph.post.index());
    let author = post.and_then(|post| discussion.posts.get(post)?.author.clone());
    let section: Section = discussion.section(paragraph);
    author.unwrap_or_else(|| strings::writer(section).to_owned())
}
