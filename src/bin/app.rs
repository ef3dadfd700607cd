//! The page, and the worker in which it reads texts: one program, so that what both need is loaded
//! once.

use stancelight::{
    browser::{page, serving},
    view::app::App,
};

fn main() {
    match page::mount() {
        Some(root) => {
            yew::Renderer::<App>::with_root(root).render();
        }
        None => serving::read_texts(),
    }
}
