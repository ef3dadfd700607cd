//! The files program in the page's thread, for browsers that start no worker. The element that loads
//! its script is the channel: requests and replies are events on it.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, CustomEventInit, Element, Event, HtmlScriptElement};

use crate::browser::document;

/// The id of the element that loads the program.
pub(super) const ID: &str = "files-program";
/// The event that bears a request.
pub(super) const REQUEST: &str = "stancelight-request";
/// The event that bears a reply, or the message that the program listens.
pub(super) const REPLY: &str = "stancelight-reply";

#[wasm_bindgen]
extern "C" {
    /// What the script loaded last defines: starts its program.
    #[wasm_bindgen(js_name = wasm_bindgen, catch)]
    fn start_program(options: &JsValue) -> Result<Promise, JsValue>;
}

/// The program, started beside the page.
pub struct Beside {
    element: Element,
    _listeners: [Closure<dyn Fn(Event)>; 3],
}

impl Beside {
    /// Loads the program. What it says is given to `said`; `failed` where it cannot be loaded.
    #[must_use]
    pub fn start(
        said: impl Fn(&JsValue) + 'static,
        failed: impl Fn() + Clone + 'static,
    ) -> Option<Self> {
        let document = document()?;
        let script: HtmlScriptElement = document.create_element("script").ok()?.dyn_into().ok()?;
        script.set_id(ID);
        script.set_src("./files.js");
        let reply = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if let Some(event) = event.dyn_ref::<CustomEvent>() {
                said(&event.detail());
            }
        });
        let not_started = failed.clone();
        let loaded = Closure::<dyn Fn(Event)>::new(move |_| {
            let failed = not_started.clone();
            spawn_local(async move {
                if run().await.is_err() {
                    failed();
                }
            });
        });
        let broken = Closure::<dyn Fn(Event)>::new(move |_| failed());
        for (event, listener) in [(REPLY, &reply), ("load", &loaded), ("error", &broken)] {
            let callback = listener.as_ref().unchecked_ref();
            script.add_event_listener_with_callback(event, callback).ok()?;
        }
        document.body()?.append_child(&script).ok()?;
        Some(Self { element: script.into(), _listeners: [reply, loaded, broken] })
    }

    /// Gives it a request.
    pub fn send(&self, request: &JsValue) {
        dispatch(&self.element, REQUEST, request);
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Starts the program that the script has defined.
async fn run() -> Result<(), JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"module_or_path".into(), &"./files_bg.wasm".into())?;
    JsFuture::from(start_program(&options)?).await.map(drop)
}

/// Sends something over the channel.
pub(super) fn dispatch(element: &Element, event: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &init) {
        let _ = element.dispatch_event(&event);
    }
}
