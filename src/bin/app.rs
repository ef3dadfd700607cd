//! The page.

use stancelight::{browser::page, view::app::App};

fn main() {
    if let Some(root) = page::mount() {
        yew::Renderer::<App>::with_root(root).render();
    }
}
