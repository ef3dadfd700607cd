//! The network: who is reported to be for or against whom. A list of names with an arc for each
//! relation beside it, and the same relations as a list below, each of which opens its sentences.

use engine::{EntityId, Stance};
use reading::{
    Edge, Reading, Row, Term,
    arcs::{ROW, WIDEST, WIDTH, arc, weight},
};
use yew::prelude::*;

use crate::{
    browser::focus,
    state::{Action, List},
    strings,
    view::{
        PartProps,
        filters::more,
        matrix::{entities, passages},
    },
};

/// How many relations there are before more are asked for.
const AT_FIRST: usize = 20;

/// The network.
pub fn draw(props: &PartProps, reading: &Reading) -> Html {
    let network = &props.state.network;
    let content = if network.edges.is_empty() {
        html! { <p class="quiet">{ strings::NETWORK_EMPTY }</p> }
    } else {
        html! {
            <>
                <p class="quiet">{ strings::NETWORK_HINT }</p>
                <div class="table-tools">{ entities(props, List::Nodes, network.left_out) }</div>
                { picture(props, reading) }
                if network.left_out > 0 {
                    <p class="quiet">{ strings::left_out(network.left_out) }</p>
                }
                { relations(props, reading) }
            </>
        }
    };
    html! {
        <section class="tabulated" aria-label={strings::tab(reading::Tab::Network)}>
            { content }
        </section>
    }
}

fn picture(props: &PartProps, reading: &Reading) -> Html {
    let network = &props.state.network;
    let selected = selected(props, reading);
    let nodes = network.nodes.iter().map(|node| draw_node(props, reading, *node, selected));
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowDown" => true,
            "ArrowUp" => false,
            _ => return,
        };
        event.prevent_default();
        focus::to_item_beside(event.target(), forward);
    });
    html! {
        <div class="network" data-selection={selected.map(|_| "")}>
            <span class="toward" aria-hidden="true">{ strings::FOR }</span>
            <span class="toward" aria-hidden="true">{ strings::AGAINST }</span>
            { half(props, Stance::Supportive, selected) }
            <ul class="nodes" aria-label={strings::NODES} {onkeydown}>{ for nodes }</ul>
            { half(props, Stance::Critical, selected) }
        </div>
    }
}

fn draw_node(
    props: &PartProps,
    reading: &Reading,
    node: EntityId,
    selected: Option<EntityId>,
) -> Html {
    let edges = &props.state.network.edges;
    let holds = edges.iter().filter(|edge| edge.holder == node).count();
    let held = edges.iter().filter(|edge| edge.target == node).count();
    let name = reading.name(node);
    let chosen = selected == Some(node);
    let select = (!chosen).then(|| reading.slug(node).to_owned());
    html! {
        <li>
            <button aria-pressed={chosen.to_string()} aria-label={strings::node(name, holds, held)}
                onclick={props.on(Action::Select(select))}>
                <span dir="auto">{ name.to_owned() }</span>
            </button>
        </li>
    }
}

/// The arcs of one side: supportive ones reach to the left, critical ones to the right.
fn half(props: &PartProps, side: Stance, selected: Option<EntityId>) -> Html {
    let network = &props.state.network;
    let arcs = network.edges.iter().filter_map(|edge| {
        let weight = weight(edge, side);
        let path = arc(network, edge).filter(|_| weight > 0)?;
        let strong = selected.is_some_and(|node| node == edge.holder || node == edge.target);
        Some(html! {
            <path d={path} stroke-width={weight.min(WIDEST).to_string()}
                data-strong={strong.then_some("")} onclick={props.on(open(props, edge))} />
        })
    });
    let height = network.nodes.len() * ROW;
    // What is drawn for the left is turned round for the right.
    let turned = (side == Stance::Critical).then(|| format!("matrix(-1 0 0 1 {WIDTH} 0)"));
    html! {
        <svg data-stance={side.term()} viewBox={format!("0 0 {WIDTH} {height}")}
            height={format!("{}em", height / 16)} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <g transform={turned}>{ for arcs }</g>
        </svg>
    }
}

fn relations(props: &PartProps, reading: &Reading) -> Html {
    let network = &props.state.network;
    let selected = selected(props, reading);
    let concerns =
        |edge: &&Edge| selected.is_none_or(|node| node == edge.holder || node == edge.target);
    let edges: Vec<&Edge> = network.edges.iter().filter(concerns).collect();
    let all = props.state.lists.contains(&List::Network);
    let shown = if all { edges.len() } else { AT_FIRST };
    let each = edges.iter().take(shown).map(|edge| {
        let (holder, target) = (reading.name(edge.holder), reading.name(edge.target));
        let stance = edge.cell.stance().unwrap_or(Stance::Mixed);
        let opened = props.state.cell == Some((Row::Source(edge.holder), edge.target));
        html! {
            <li>
                <button class="relation" aria-expanded={opened.to_string()}
                    onclick={props.on(open(props, edge))}>
                    <b class="glyph" data-stance={stance.term()} aria-hidden="true">
                        { strings::glyph(stance) }
                    </b>
                    <span dir="auto">
                        { strings::cell(holder, target, stance, edge.weight()) }
                    </span>
                </button>
            </li>
        }
    });
    let opened = props.state.cell.and_then(|(row, target)| match row {
        Row::Source(holder) => network.edge(holder, target),
        _ => None,
    });
    html! {
        <>
            <h2>{ strings::RELATIONS }</h2>
            <ul class="relations" aria-label={strings::RELATIONS}>{ for each }</ul>
            { more(props, List::Network, edges.len(), AT_FIRST) }
            if let Some(edge) = opened {
                { passages(props, reading, reading.name(edge.holder), edge.target, &edge.cell) }
            }
        </>
    }
}

fn open(props: &PartProps, edge: &Edge) -> Action {
    let cell = (Row::Source(edge.holder), edge.target);
    Action::OpenCell((props.state.cell != Some(cell)).then_some(cell))
}

/// The selected entity, where it takes part.
fn selected(props: &PartProps, reading: &Reading) -> Option<EntityId> {
    let entity = reading.entity(props.state.view.selected.as_deref()?)?;
    props.state.network.place(entity).map(|_| entity)
}
