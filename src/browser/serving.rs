//! The other side: fetches the models once, reads what it is given and answers. It runs in a
//! worker of its own, or, where no worker can be started, beside the page in the page's own thread;
//! either way it is the same program, so that the page does not carry the engine a second time.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, DedicatedWorkerGlobalScope, Element, Event, MessageEvent};

use crate::{
    browser::{beside, document, models::Store},
    protocol::{self, READY, Reply, Request},
};

/// Where answers go.
enum Asker {
    /// The page that started this worker.
    Page(DedicatedWorkerGlobalScope),
    /// The page in whose thread this runs, through the element that loaded it.
    Element(Element),
}

#[derive(Default)]
struct Served {
    /// The newest request.
    newest: Cell<u32>,
    models: Store,
}

/// Listens, and says so.
pub fn serve() {
    let served = Rc::new(Served::default());
    match document().and_then(|document| document.get_element_by_id(beside::ID)) {
        Some(element) => served.listen_beside(&element),
        None => served.listen_in_worker(js_sys::global().unchecked_ref()),
    }
    // The models are on their way before the first text comes.
    spawn_local(async move {
        let _ = served.models.get().await;
    });
}

impl Served {
    fn listen_in_worker(self: &Rc<Self>, scope: &DedicatedWorkerGlobalScope) {
        let (served, asker) = (Rc::clone(self), Rc::new(Asker::Page(scope.clone())));
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            served.take(&event.data(), &asker);
        });
        scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
        let _ = scope.post_message(&JsValue::from_str(READY));
    }

    fn listen_beside(self: &Rc<Self>, element: &Element) {
        let (served, asker) = (Rc::clone(self), Rc::new(Asker::Element(element.clone())));
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if let Some(event) = event.dyn_ref::<CustomEvent>() {
                served.take(&event.detail(), &asker);
            }
        });
        let callback = listener.as_ref().unchecked_ref();
        let _ = element.add_event_listener_with_callback(beside::REQUEST, callback);
        listener.forget();
        beside::dispatch(element, beside::REPLY, &JsValue::from_str(READY));
    }

    fn take(self: &Rc<Self>, data: &JsValue, asker: &Rc<Asker>) {
        let Some(bytes) = data.dyn_ref::<Uint8Array>() else { return };
        let Ok(request) = protocol::unpack::<Request>(&bytes.to_vec()) else { return };
        self.newest.set(request.id);
        let (served, asker) = (Rc::clone(self), Rc::clone(asker));
        spawn_local(async move { served.answer(request, &asker).await });
    }

    async fn answer(&self, request: Request, asker: &Asker) {
        let models = self.models.get().await;
        next_turn().await;
        // A newer request came in the meantime: this one would be dropped anyway.
        if self.newest.get() != request.id {
            return;
        }
        let reply = match models {
            Ok(models) => protocol::answer(&request, &models),
            Err(sentence) => Reply { id: request.id, outcome: Err(sentence) },
        };
        let Ok(packed) = protocol::pack(&reply) else { return };
        let bytes = Uint8Array::from(packed.as_slice());
        match asker {
            Asker::Page(scope) => {
                let _ = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
            }
            Asker::Element(element) => beside::dispatch(element, beside::REPLY, &bytes),
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
