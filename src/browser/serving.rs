//! The other side: what a program of the page does with what it is given. It runs in a worker of its
//! own, or, where none can be started, beside the page in the page's own thread; either way it is
//! the same program, so that the page does not carry it a second time.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, DedicatedWorkerGlobalScope, Element, Event, MessageEvent};

use crate::{
    browser::{beside, document, fetch, models::Store},
    protocol::{
        self, READY, Reply, Request, Unread,
        files::{
            self,
            page::{DOCUMENT, Parts},
        },
    },
};

/// Where answers go.
enum Asker {
    /// The page that started this worker.
    Page(DedicatedWorkerGlobalScope),
    /// The page in whose thread this runs, through the element that loaded it.
    Element(Element),
}

impl Asker {
    fn tell(&self, message: &[u8]) {
        let bytes = Uint8Array::from(message);
        match self {
            Self::Page(scope) => {
                let _ = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
            }
            Self::Element(element) => beside::dispatch(element, beside::REPLY, &bytes),
        }
    }
}

/// Reads texts: the program `worker`. The models are fetched once.
pub fn read_texts() {
    let models = Store::default();
    // The newest request.
    let newest = Rc::new(Cell::new(0));
    let (store, number) = (models.clone(), Rc::clone(&newest));
    listen("worker", move |bytes, asker| {
        let Ok(request) = protocol::unpack::<Request>(&bytes) else { return };
        number.set(request.id);
        let (models, newest) = (store.clone(), Rc::clone(&number));
        spawn_local(async move { read(request, &models, &newest, &asker).await });
    });
    // The models are on their way before the first text comes.
    spawn_local(async move {
        let _ = models.get().await;
    });
}

async fn read(request: Request, models: &Store, newest: &Cell<u32>, asker: &Asker) {
    let models = models.get().await;
    next_turn().await;
    // A newer request came in the meantime: this one would be dropped anyway.
    if newest.get() != request.id {
        return;
    }
    let reply = match models {
        Ok(models) => protocol::answer(&request, &models),
        Err(sentence) => {
            Reply { id: request.id, outcome: Err(Unread::Because(sentence)), packed: Rc::default() }
        }
    };
    if let Ok(packed) = protocol::pack(&reply) {
        asker.tell(&packed);
    }
}

/// Opens and writes files: the program `files`.
pub fn handle_files() {
    listen("files", |bytes, asker| {
        let Ok(order) = protocol::unpack::<files::Order>(&bytes) else { return };
        spawn_local(async move {
            next_turn().await;
            let fetched = match order.task {
                files::Task::Page(_) => own_files().await,
                _ => Vec::new(),
            };
            if let Ok(packed) = protocol::pack(&files::deliver(&order, &fetched)) {
                asker.tell(&packed);
            }
        });
    });
}

/// The files of this page by their names, those that come.
async fn own_files() -> Vec<(String, Vec<u8>)> {
    let mut fetched = Vec::new();
    let Some(document) = fetch::finish(fetch::start(DOCUMENT)).await else { return fetched };
    let parts = Parts::of(&String::from_utf8_lossy(&document)).unwrap_or_default();
    // All requests are under way before the first answer is awaited.
    let asked: Vec<_> = parts.names().map(|name| (name.to_owned(), fetch::start(name))).collect();
    for (name, promise) in asked {
        if let Some(bytes) = fetch::finish(promise).await {
            fetched.push((name, bytes));
        }
    }
    fetched
}

/// Listens as the program of a name, and says so.
fn listen(name: &str, take: impl Fn(Vec<u8>, Rc<Asker>) + 'static) {
    let id = [beside::ID, name].concat();
    match document().and_then(|document| document.get_element_by_id(&id)) {
        Some(element) => {
            let asker = Rc::new(Asker::Element(element.clone()));
            let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
                let event = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
                if let Some(bytes) = event.as_ref().and_then(|data| data.dyn_ref::<Uint8Array>()) {
                    take(bytes.to_vec(), Rc::clone(&asker));
                }
            });
            let callback = listener.as_ref().unchecked_ref();
            let _ = element.add_event_listener_with_callback(beside::REQUEST, callback);
            listener.forget();
            beside::dispatch(&element, beside::REPLY, &JsValue::from_str(READY));
        }
        None => {
            let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
            let asker = Rc::new(Asker::Page(scope.clone()));
            let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(bytes) = event.data().dyn_ref::<Uint8Array>() {
                    take(bytes.to_vec(), Rc::clone(&asker));
                }
            });
            scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
            listener.forget();
            let _ = scope.post_message(&JsValue::from_str(READY));
        }
    }
}

/// Lets messages that wait come in first, and the page draw what it has to say.
async fn next_turn() {
    let turn = Promise::new(&mut |resolve, _| {
        let global = js_sys::global();
        let _ = match global.dyn_ref::<DedicatedWorkerGlobalScope>() {
            Some(scope) => scope.set_timeout_with_callback(&resolve),
            None => global
                .unchecked_ref::<web_sys::Window>()
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 30),
        };
    });
    let _ = JsFuture::from(turn).await;
}
