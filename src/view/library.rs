//! The library in the dialog in which texts are opened.

use yew::prelude::*;

use crate::{
    browser::{files, form, letters},
    state::{Action, Entry, Task},
    strings::{self, Text},
    view::PartProps,
};

/// The id of the field for a new title.
const TITLE: &str = "kept-title";

/// Texts that are kept, with what can be done with them.
pub fn draw(props: &PartProps) -> Html {
    let shelf = &props.state.shelf;
    if shelf.refused {
        return html! {
            <>
                <h3>{ strings::LIBRARY }</h3>
                <p class="quiet">{ strings::STORAGE_REFUSED }</p>
            </>
        };
    }
    let sought = letters::lowercase(&shelf.search);
    let fits = |entry: &&Entry| letters::lowercase(&entry.title).contains(&sought);
    let found: Vec<&Entry> = shelf.entries.iter().filter(fits).collect();
    let oninput = props.act.reform(|event: InputEvent| Action::SearchShelf(files::written(&event)));
    html! {
        <>
            <h3 id="library-heading">{ strings::LIBRARY }</h3>
            if shelf.entries.is_empty() {
                <p class="quiet">{ strings::LIBRARY_EMPTY }</p>
            } else {
                <input type="search" aria-label={strings::SEARCH_LIBRARY}
                    placeholder={strings::SEARCH_LIBRARY} value={shelf.search.clone()} {oninput} />
                if found.is_empty() {
                    <p class="quiet">{ strings::NOT_IN_LIBRARY }</p>
                } else {
                    <ul class="rows listed kept" aria-labelledby="library-heading">
                        { for found.into_iter().map(|entry| row(props, entry)) }
                    </ul>
                }
                <p class="actions">
                    <button class="secondary" onclick={props.on(Action::Shelve(Task::Export))}>
                        { strings::EXPORT_LIBRARY }
                    </button>
                    <span class="quiet">
                        { strings::IMPORT_HINT }
                        if let Some(kilobytes) = shelf.used {
                            { " " }{ strings::storage_used(kilobytes) }
                        }
                    </span>
                </p>
            }
        </>
    }
}

fn row(props: &PartProps, entry: &Entry) -> Html {
    let key = entry.key.clone();
    if props.state.shelf.renaming.as_ref() == Some(&key) {
        let renamed = entry.clone();
        let keep = props.act.reform(move |_: MouseEvent| {
            Action::Shelve(Task::Rename(Entry { title: form::value(TITLE), ..renamed.clone() }))
        });
        return html! {
            <li {key}>
                <input id={TITLE} aria-label={strings::NEW_TITLE} ~defaultValue={entry.title.clone()} />
                <button class="secondary" onclick={keep}>{ strings::KEEP_TITLE }</button>
            </li>
        };
    }
    let small = |label: Text, action: Action| {
        html! {
            <button class="text-button" aria-label={strings::of_text(label, &entry.title)}
                onclick={props.on(action)}>{ label }</button>
        }
    };
    let asked = props.state.shelf.deleting.as_ref() == Some(&key);
    html! {
        <li {key}>
            <button class="row" dir="auto" onclick={props.on(Action::OpenKept(entry.view.clone()))}>
                { entry.title.clone() }
            </button>
            if asked {
                // What was clicked now says no, so that a second click does no harm.
                { small(strings::DELETE_YES, Action::Shelve(Task::Delete(entry.key.clone()))) }
                { small(strings::DELETE_NO, Action::AskDelete(None)) }
            } else {
                { small(strings::RENAME, Action::RenameKept(Some(entry.key.clone()))) }
                { small(strings::DELETE, Action::AskDelete(Some(entry.key.clone()))) }
            }
            <p role="status">
                if asked { { strings::delete_text(&entry.title) } }
            </p>
        </li>
    }
}
