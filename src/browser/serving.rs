//! The worker's own side: it fetches the models once, reads what it is given and answers.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::{
    browser::models::Store,
    protocol::{self, READY, Reply, Request},
};

#[derive(Default)]
struct Served {
    /// The newest request.
    newest: Cell<u32>,
    models: Store,
}

/// Listens, and says so.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let served = Rc::new(Served::default());
    let answering = scope.clone();
    let listening = Rc::clone(&served);
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(bytes) = event.data().dyn_into::<Uint8Array>().ok() else { return };
        let Ok(request) = protocol::unpack::<Request>(&bytes.to_vec()) else { return };
        listening.newest.set(request.id);
        let (served, scope) = (Rc::clone(&listening), answering.clone());
        spawn_local(async move { served.answer(request, &scope).await });
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    let _ = scope.post_message(&JsValue::from_str(READY));
    // The models are on their way before the first text comes.
    spawn_local(async move {
        let _ = served.models.get().await;
    });
}

impl Served {
    async fn answer(&self, request: Request, scope: &DedicatedWorkerGlobalScope) {
        let models = self.models.get().await;
        next_turn(scope).await;
        // A newer request came in the meantime: this one would be dropped anyway.
        if self.newest.get() != request.id {
            return;
        }
        let reply = match models {
            Ok(models) => protocol::answer(&request, &models),
            Err(sentence) => Reply { id: request.id, outcome: Err(sentence) },
        };
        if let Ok(packed) = protocol::pack(&reply) {
            let bytes = Uint8Array::from(packed.as_slice());
            let _ = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
        }
    }
}

/// Lets messages that wait come in first.
async fn next_turn(scope: &DedicatedWorkerGlobalScope) {
    let turn = Promise::new(&mut |resolve, _| {
        let _ = scope.set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(turn).await;
}
