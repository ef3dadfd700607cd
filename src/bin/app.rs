//! The page, and the worker in which it reads texts: one program, so that what both need is loaded
//! once.

use stancelight::{
    browser::{language, page, serving},
    view::app::App,
};
use wasm_bindgen_futures::spawn_local;

fn main() {
    match page::mount() {
        Some(root) => spawn_local(async move {
            language::arrive().await;
            yew::Renderer::<App>::with_root(root).render();
        }),
        None => serving::read_texts(),
    }
}
