//! The dialog in which a reader says what the columns of a table hold.

use yew::prelude::*;

use crate::{
    browser::{dialog, files},
    state::{Action, Dialog},
    strings::{self, Text},
    view::{PartProps, dialog_head},
};

/// The dialog for the columns.
pub fn draw(props: &PartProps) -> Html {
    let onclose = props.on::<Event>(Action::DialogClosed(Dialog::Columns));
    let content = props.state.columns.as_ref().map(|columns| {
        let table = &columns.table;
        let choice = |role: usize, label: Text| {
            let chosen = columns.chosen.get(role).copied().flatten();
            let onchange = props.act.reform(move |event: Event| {
                Action::ChooseColumn(role, files::chosen_value(&event).parse().ok())
            });
            let names = (0u32..).zip(&table.names).map(|(number, name)| {
                html! {
                    <option value={number.to_string()} selected={chosen == Some(number)}>
                        { name.clone() }
                    </option>
                }
            });
            html! {
                <label>
                    <span>{ label }</span>
                    <select {onchange}>
                        <option value="" selected={chosen.is_none()}>{ strings::NO_COLUMN }</option>
                        { for names }
                    </select>
                </label>
            }
        };
        let names = table.names.iter().map(|name| html! { <th scope="col">{ name.clone() }</th> });
        let rows = table.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| html! { <td dir="auto">{ cell.clone() }</td> });
            html! { <tr>{ for cells }</tr> }
        });
        let choices = strings::ROLES.iter().enumerate().map(|(role, label)| choice(role, *label));
        // Without a text there is nothing to read.
        let disabled = columns.chosen.first().copied().flatten().is_none();
        html! {
            <>
                <div class="columns-of">{ for choices }</div>
                <div class="preview" tabindex="0" role="group" aria-label={strings::COLUMNS_PREVIEW}>
                    <table>
                        <caption>{ strings::COLUMNS_PREVIEW }</caption>
                        <thead><tr>{ for names }</tr></thead>
                        <tbody>{ for rows }</tbody>
                    </table>
                </div>
                <p class="actions">
                    <button class="primary" {disabled} onclick={props.on(Action::ReadTable)}>
                        { strings::READ_TABLE }
                    </button>
                </p>
            </>
        }
    });
    html! {
        <dialog id={dialog::id(Dialog::Columns)} aria-labelledby="columns-heading" {onclose}>
            { dialog_head(props, "columns-heading", strings::COLUMNS_HEADING) }
            { for content }
        </dialog>
    }
}
