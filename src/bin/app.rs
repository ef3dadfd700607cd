//! The page.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main id="main"><h1>{ "Stancelight" }</h1></main> }
}

fn main() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}
