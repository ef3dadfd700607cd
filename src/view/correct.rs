//! The dialog in which a mark is corrected, or words become one.

use engine::{EntityType, Stance};
use reading::{Reading, Term, corrections::Scope};
use yew::prelude::*;

use crate::{
    browser::{dialog, form},
    state::{Action, Dialog, Mend, Target},
    strings::{self, Text},
    view::{PartProps, dialog_head},
};

/// The ids of the fields.
mod field {
    pub(super) const WORDS: &str = "correct-words";
    pub(super) const NAME: &str = "correct-name";
    pub(super) const NAMES: &str = "correct-names";
    pub(super) const KIND: &str = "correct-type";
    pub(super) const STANCE: &str = "correct-stance";
    pub(super) const HOLDER: &str = "correct-holder";
    pub(super) const NAME_SCOPE: &str = "correct-name-scope";
    pub(super) const KIND_SCOPE: &str = "correct-type-scope";
    pub(super) const STANCE_SCOPE: &str = "correct-stance-scope";
    pub(super) const MARK_SCOPE: &str = "correct-mark-scope";
    pub(super) const AUTHOR: &str = "correct-author";
}

/// The dialog.
pub fn draw(props: &PartProps) -> Html {
    let state = &props.state;
    let onclose = props.on::<Event>(Action::DialogClosed(Dialog::Correct));
    let asked = state.corrections.target.as_ref().zip(state.reading.as_deref());
    let asked = asked.filter(|_| state.dialog == Some(Dialog::Correct));
    let (heading, fields) = match asked {
        None => (String::new(), Html::default()),
        Some((Target::Words { words, .. }, reading)) => {
            (strings::MARK_HEADING.to_owned(), of_words(props, reading, words))
        }
        Some((Target::Mention(id), reading)) => match reading.analysis.mentions.get(id.index()) {
            None => (String::new(), Html::default()),
            Some(mention) => {
                let words = reading.discussion.slice(mention.span);
                (strings::correct_heading(words), of_mention(props, reading, mention))
            }
        },
    };
    html! {
        <dialog id={dialog::id(Dialog::Correct)} class="correct" aria-labelledby="correct-heading" {onclose}>
            { dialog_head(props, "correct-heading", heading) }
            <div key={state.corrections.opened}>{ fields }</div>
        </dialog>
    }
}

fn of_words(props: &PartProps, reading: &Reading, words: &str) -> Html {
    let mark =
        row(props, (strings::MARK, Text::NONE), (field::NAME_SCOPE, Scope::Here), || Mend::Meant {
            name: form::value(field::NAME),
            kind: chosen_type(),
            words: form::value(field::WORDS),
        });
    html! {
        <>
            { input(field::WORDS, strings::WORDS_TO_MARK, words, None) }
            { input(field::NAME, strings::WHO_IS_MEANT, words, Some(field::NAMES)) }
            { names(reading) }
            { types(EntityType::Person) }
            { mark }
        </>
    }
}

fn of_mention(props: &PartProps, reading: &Reading, mention: &engine::Mention) -> Html {
    let Some(entity) = reading.analysis.entities.get(mention.entity.index()) else {
        return Html::default();
    };
    let post = reading.discussion.paragraphs.get(mention.paragraph.index()).map(|p| p.post.index());
    let author = post.and_then(|post| reading.discussion.posts.get(post)?.author.as_deref());
    let held = reading.writer_stance(mention.paragraph, mention.entity);
    let stances = Stance::ALL.iter().map(|stance| {
        html! {
            <option value={stance.term()} selected={held == Some(*stance)}>
                { strings::stance(*stance) }
            </option>
        }
    });
    html! {
        <>
            <fieldset>
                { input(field::NAME, strings::WHO_IS_MEANT, &entity.name, Some(field::NAMES)) }
                { names(reading) }
                { row(props, (strings::CHANGE, strings::WHO_IS_MEANT), (field::NAME_SCOPE, Scope::Everywhere), || {
                    Mend::Meant {
                        name: form::value(field::NAME),
                        kind: chosen_type(),
                        words: String::new(),
                    }
                }) }
                <p class="quiet">{ strings::MEANT_HINT }</p>
            </fieldset>
            <fieldset>
                { types(entity.kind) }
                { row(props, (strings::CHANGE, strings::TYPE), (field::KIND_SCOPE, Scope::Everywhere), || {
                    Mend::Type(chosen_type())
                }) }
            </fieldset>
            <fieldset>
                <label for={field::STANCE}>{ strings::STANCE }</label>
                <select id={field::STANCE}>
                    { for stances }
                    <option value="">{ strings::NO_STANCE }</option>
                </select>
                { input(field::HOLDER, strings::WHOSE, "", Some(field::NAMES)) }
                { row(props, (strings::CHANGE, strings::STANCE), (field::STANCE_SCOPE, Scope::Here), || {
                    let holder = form::value(field::HOLDER);
                    Mend::Stance {
                        unnamed: holder.trim() == strings::BY_UNNAMED.words(),
                        holder,
                        stance: Stance::from_term(&form::value(field::STANCE)),
                    }
                }) }
            </fieldset>
            <fieldset>
                <span class="label">{ strings::NO_MENTION }</span>
                { row(props, (strings::REMOVE, Text::NONE), (field::MARK_SCOPE, Scope::Here), || Mend::Remove) }
            </fieldset>
            <fieldset>
                { input(field::AUTHOR, strings::AUTHOR, author.unwrap_or(""), None) }
                { button(props, (strings::CHANGE, strings::AUTHOR), "", || {
                    Mend::Author(form::value(field::AUTHOR))
                }) }
                if mention.paragraph.0 > 0 {
                    { button(props, (strings::BORDER_BEFORE, Text::NONE), "", || Mend::Border) }
                }
            </fieldset>
        </>
    }
}

fn input(id: &'static str, label: Text, value: &str, list: Option<&'static str>) -> Html {
    // Only the value at first: what is written there must outlive whatever else is drawn anew.
    html! {
        <>
            <label for={id}>{ label }</label>
            <input {id} {list} ~defaultValue={value.to_owned()} dir="auto" autocomplete="off" />
        </>
    }
}

/// Everybody who can be meant.
fn names(reading: &Reading) -> Html {
    let all =
        reading.entities().map(|(_, entity)| html! { <option value={entity.name.clone()} /> });
    html! {
        <datalist id={field::NAMES}>
            { for all }
            <option value={strings::BY_UNNAMED} />
        </datalist>
    }
}

fn types(chosen: EntityType) -> Html {
    let each = EntityType::ALL.iter().map(|kind| {
        html! {
            <option value={kind.term()} selected={*kind == chosen}>
                { strings::entity_type(*kind) }
            </option>
        }
    });
    html! {
        <>
            <label for={field::KIND}>{ strings::TYPE }</label>
            <select id={field::KIND}>{ for each }</select>
        </>
    }
}

fn chosen_type() -> EntityType {
    EntityType::from_term(&form::value(field::KIND)).unwrap_or_default()
}

/// How far a change reaches, and the button that makes it; `what` names what it changes.
fn row(
    props: &PartProps,
    (label, what): (Text, Text),
    (id, at_first): (&'static str, Scope),
    mend: fn() -> Mend,
) -> Html {
    let of_paragraphs = id == field::STANCE_SCOPE;
    let each = Scope::ALL.iter().map(|scope| {
        html! {
            <option value={scope.term()} selected={*scope == at_first}>
                { strings::scope(*scope, of_paragraphs) }
            </option>
        }
    });
    html! {
        <span class="reach">
            <select {id} aria-label={strings::of_text(strings::APPLIES_TO, &what)}>{ for each }</select>
            { button(props, (label, what), id, mend) }
        </span>
    }
}

fn button(
    props: &PartProps,
    (label, what): (Text, Text),
    scope: &'static str,
    mend: fn() -> Mend,
) -> Html {
    let onclick = props.act.reform(move |_: MouseEvent| {
        Action::Mend(mend(), Scope::from_term(&form::value(scope)).unwrap_or_default())
    });
    let name = (!what.is_empty()).then(|| strings::of_text(label, &what));
    html! { <button class="secondary" aria-label={name} {onclick}>{ label }</button> }
}
