//! The bar that undoes, says what is kept and chooses whose reading is shown; and the list of all
//! corrections.

use reading::{Show, Term as _};
use yew::prelude::*;

use crate::{
    browser::dialog,
    state::{Action, Dialog},
    strings::{self, Text},
    view::{PartProps, dialog_head},
};

/// The bar above the text.
pub fn bar(props: &PartProps) -> Html {
    let layer = &props.state.corrections;
    let count = layer.log.records.len();
    let any = count > 0 || !layer.theirs.is_empty();
    let used = any || layer.log.can_undo() || layer.log.can_redo();
    let step = |forward: bool, can: bool, label: Text| {
        html! {
            <button class="text-button" disabled={!can}
                onclick={props.on(Action::Step { forward })}>{ label }</button>
        }
    };
    let choices =
        Show::ALL.iter().filter(|show| **show != Show::Theirs || !layer.theirs.is_empty());
    let choices = choices.map(|show| {
        let chosen = props.state.view.show == *show;
        html! {
            <button class="segment" aria-pressed={chosen.to_string()}
                onclick={props.on(Action::ShowReading(*show))}>{ strings::show(*show) }</button>
        }
    });
    let with = if layer.theirs.is_empty() { strings::THE_MACHINE } else { strings::THE_OTHER };
    html! {
        <div class="corrections" role="group" aria-label={strings::CORRECTIONS} data-used={used.then_some("")}>
            if used {
                <div class="steps">
                    { step(false, layer.log.can_undo(), strings::UNDO) }
                    { step(true, layer.log.can_redo(), strings::REDO) }
                    <button class="text-button"
                        onclick={props.on(Action::ShowDialog(Some(Dialog::Corrections)))}>
                        { strings::corrections_count(count, layer.misfits.len()) }
                    </button>
                    <span class="quiet" data-saved={(layer.unsaved == 0).to_string()}>
                        { if layer.unsaved == 0 { strings::SAVED } else { strings::SAVING } }
                    </span>
                </div>
            }
            if any {
                <div class="rest" role="group" aria-label={strings::WHOSE_READING}>
                    { for choices }
                </div>
                <p class="quiet">{ strings::agreement(&layer.agreement, with) }</p>
            }
            <p class="said" role="status">{ layer.said.clone() }</p>
        </div>
    }
}

/// The list of all corrections.
pub fn list(props: &PartProps) -> Html {
    let layer = &props.state.corrections;
    let onclose = props.on::<Event>(Action::DialogClosed(Dialog::Corrections));
    let records = layer.log.records.iter().map(|record| {
        let misfit = layer.misfits.iter().find(|(id, _)| *id == record.id);
        html! {
            <li key={record.line.clone()}>
                <span dir="auto">
                    { strings::record(record) }
                    if let Some((_, misfit)) = misfit {
                        <span class="misfit">{ strings::misfit(misfit) }</span>
                    }
                </span>
                <button class="text-button" onclick={props.on(Action::TakeBack(record.id))}
                    aria-label={strings::of_text(strings::TAKE_BACK, &strings::record(record))}>
                    { strings::TAKE_BACK }
                </button>
            </li>
        }
    });
    let mine = |line: &String| layer.log.records.iter().any(|record| record.line == *line);
    let theirs =
        layer.theirs.iter().enumerate().filter(|(_, line)| !mine(line)).map(|(at, line)| {
            let what = strings::line(line);
            html! {
                <li key={line.clone()}>
                    <span dir="auto">{ what.clone() }</span>
                    <button class="text-button" onclick={props.on(Action::TakeOver(at))}
                        aria-label={strings::of_text(strings::TAKE_OVER, &what)}>
                        { strings::TAKE_OVER }
                    </button>
                </li>
            }
        });
    html! {
        <dialog id={dialog::id(Dialog::Corrections)} aria-labelledby="corrections-heading" {onclose}>
            { dialog_head(props, "corrections-heading", strings::CORRECTIONS) }
            if props.state.dialog == Some(Dialog::Corrections) {
                if layer.log.records.is_empty() {
                    <p class="quiet">{ strings::NO_CORRECTIONS }</p>
                }
                <ul class="rows listed">{ for records }</ul>
                if !layer.theirs.is_empty() {
                    <h3>{ strings::THEIR_CORRECTIONS }</h3>
                    <ul class="rows listed">{ for theirs }</ul>
                }
                <p class="said" role="status">{ layer.said.clone() }</p>
            }
        </dialog>
    }
}
