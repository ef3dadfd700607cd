//! The other side: what is done with what the page asks, in a worker, or, where none can be started,
//! in the page's own thread.

#[cfg(any(not(target_arch = "wasm32"), target_feature = "simd128"))]
mod deep;
#[cfg(any(not(target_arch = "wasm32"), target_feature = "simd128"))]
mod weights;

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, DedicatedWorkerGlobalScope, Element, Event, MessageEvent};

use crate::{
    browser::{beside, document, elsewhere, fetch, models::Store},
    protocol::{
        self, READY, Reply, Request,
        files::{
            self,
            page::{DOCUMENT, Parts},
        },
    },
    strings,
};

#[cfg(any(not(target_arch = "wasm32"), target_feature = "simd128"))]
pub use deep::read_deeply;

/// Where answers go.
enum Asker {
    /// The page that started this worker.
    Page(DedicatedWorkerGlobalScope),
    /// The page in whose thread this runs, through the element that loaded it.
    Element(Element),
}

impl Asker {
    fn tell(&self, bytes: &Uint8Array) {
        match self {
            Self::Page(scope) => {
                let _ = scope.post_message_with_transfer(bytes, &Array::of1(&bytes.buffer()));
            }
            Self::Element(element) => beside::dispatch(element, beside::REPLY, bytes),
        }
    }
}

/// Reads texts. The models are fetched once.
#[derive(Clone, Default)]
pub struct Texts {
    models: Store,
    /// The newest request.
    newest: Rc<Cell<u32>>,
}

impl Texts {
    /// Takes a request; the answer is told.
    pub fn take(&self, request: &[u8], tell: impl Fn(&Uint8Array) + 'static) {
        let Ok(request) = protocol::unpack::<Request>(request) else { return };
        self.newest.set(request.id);
        let texts = self.clone();
        spawn_local(async move {
            texts.read(request, &tell).await;
        });
    }

    async fn read(&self, request: Request, tell: &impl Fn(&Uint8Array)) {
        let models = self.models.get().await;
        next_turn().await;
        // A newer request came in the meantime: this one would be dropped anyway.
        if self.newest.get() != request.id {
            return;
        }
        let tell = |reply: Reply| {
            if let Ok(packed) = protocol::pack(&reply) {
                tell(&Uint8Array::from(packed.as_slice()));
            }
        };
        let reply = match models {
            Ok(models) => protocol::answer(&request, &models, &tell),
            Err(unread) => Reply { id: request.id, outcome: Err(unread), packed: Rc::default() },
        };
        tell(reply);
    }
}

/// Reads texts in a worker.
pub fn read_texts() {
    let texts = Texts::default();
    let models = texts.models.clone();
    listen_in_worker(move |bytes, asker| {
        texts.take(&bytes, move |answer| asker.tell(answer));
    });
    // The models are on their way before the first text comes.
    spawn_local(async move {
        let _ = models.get().await;
    });
}

/// Opens and writes files: the program `files`.
pub fn handle_files() {
    let take = |bytes: Vec<u8>, asker: Rc<Asker>| {
        let Ok(order) = protocol::unpack::<files::Order>(&bytes) else { return };
        spawn_local(async move {
            next_turn().await;
            let fetched = match &order.task {
                files::Task::Page(_) => Ok(own_files().await),
                files::Task::Fetch(address) => {
                    elsewhere::get(address).await.map(|bytes| vec![(String::new(), bytes)])
                }
                _ => Ok(Vec::new()),
            };
            let delivery = match fetched {
                Ok(fetched) => files::deliver(&order, &fetched),
                Err(why) => files::Delivery { id: order.id, done: Err(strings::unfetched(&why)) },
            };
            if let Ok(packed) = protocol::pack(&delivery) {
                asker.tell(&Uint8Array::from(packed.as_slice()));
            }
        });
    };
    match document().and_then(|document| document.get_element_by_id(beside::ID)) {
        Some(element) => listen_beside(&element, take),
        None => listen_in_worker(take),
    }
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

/// Listens beside the page, and says so.
fn listen_beside(element: &Element, take: impl Fn(Vec<u8>, Rc<Asker>) + 'static) {
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
    beside::dispatch(element, beside::REPLY, &JsValue::from_str(READY));
}

/// Listens in a worker, and says so.
fn listen_in_worker(take: impl Fn(Vec<u8>, Rc<Asker>) + 'static) {
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
