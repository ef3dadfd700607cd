//! The words that the reader has selected in the text.

use discussion::ParagraphId;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::{
    browser::{document, window},
    state::Target,
};

/// The words that are selected inside one paragraph; none where nothing is, or more.
#[must_use]
pub fn words() -> Option<Target> {
    let selection = window()?.get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let paragraph = paragraph_of(&range.start_container().ok()?)?;
    if paragraph_of(&range.end_container().ok()?)?.1 != paragraph.1 {
        return None;
    }
    let before = document()?.create_range().ok()?;
    before.select_node_contents(&paragraph.0).ok()?;
    before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    let (selected, before) = (String::from(range.to_string()), String::from(before.to_string()));
    let blank = selected.len() - selected.trim_start().len();
    let start = before.encode_utf16().count() + blank;
    let words = selected.trim().to_owned();
    Some(Target::Words { paragraph: paragraph.1, words, start: start as u32 })
}

fn paragraph_of(node: &Node) -> Option<(Element, ParagraphId)> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let paragraph = element.closest("#text p[data-section]").ok()??;
    let number: u32 = paragraph.id().strip_prefix('p')?.parse().ok()?;
    Some((paragraph, ParagraphId(number.checked_sub(1)?)))
}
