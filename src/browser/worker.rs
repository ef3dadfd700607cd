//! The worker as the page sees it: texts go in, readings come out. Where no worker can be started,
//! or it fails, the same work is done in place.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::{
    browser::{models::Store, timer::Timer},
    protocol::{self, READY, Reply, Request},
};

/// How long the worker may take until it listens, in milliseconds.
const PATIENCE: u32 = 15_000;

/// Reads texts, in a worker where one can be started.
#[derive(Clone)]
pub struct Reader(Rc<RefCell<Inner>>);

struct Inner {
    place: Place,
    /// The newest request, as long as it is not answered.
    pending: Option<Request>,
    /// For work in place.
    models: Store,
    done: Rc<dyn Fn(Reply)>,
}

enum Place {
    /// With the timer that ends its patience.
    Starting {
        channel: Channel,
        _patience: Option<Timer>,
    },
    Worker(Channel),
    Here,
}

/// The worker with what listens to it.
struct Channel {
    worker: Worker,
    _message: Closure<dyn Fn(MessageEvent)>,
    _error: Closure<dyn Fn(ErrorEvent)>,
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Reader {
    /// Starts the worker. Each text that is read is given to `done`; of several that wait, only the
    /// newest is read.
    #[must_use]
    pub fn start(done: impl Fn(Reply) + 'static) -> Self {
        let inner = Inner {
            place: Place::Here,
            pending: None,
            models: Store::default(),
            done: Rc::new(done),
        };
        let reader = Self(Rc::new(RefCell::new(inner)));
        if let Ok(worker) = Worker::new("./worker_loader.js") {
            let channel = reader.listen(worker);
            let late = reader.clone();
            let patience = Timer::after(PATIENCE, move || {
                if matches!(late.0.borrow().place, Place::Starting { .. }) {
                    late.fall_back();
                }
            });
            reader.0.borrow_mut().place = Place::Starting { channel, _patience: patience };
        }
        reader
    }

    /// Reads a text.
    pub fn read(&self, request: Request) {
        let mut inner = self.0.borrow_mut();
        let sent = match &inner.place {
            Place::Starting { .. } => Ok(()),
            Place::Worker(channel) => send(&channel.worker, &request),
            Place::Here => Err(()),
        };
        inner.pending = Some(request);
        drop(inner);
        if sent.is_err() {
            self.fall_back();
        }
    }

    fn listen(&self, worker: Worker) -> Channel {
        let reader = self.clone();
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            reader.take(&event.data());
        });
        let reader = self.clone();
        let error = Closure::<dyn Fn(ErrorEvent)>::new(move |_| reader.fall_back());
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        Channel { worker, _message: message, _error: error }
    }

    fn take(&self, data: &JsValue) {
        if data.as_string().as_deref() == Some(READY) {
            let mut inner = self.0.borrow_mut();
            inner.place = match std::mem::replace(&mut inner.place, Place::Here) {
                Place::Starting { channel, .. } => Place::Worker(channel),
                other => other,
            };
            let waiting = inner.pending.clone();
            drop(inner);
            if let Some(request) = waiting {
                self.read(request);
            }
            return;
        }
        let reply = data.dyn_ref::<Uint8Array>().map(|bytes| protocol::unpack(&bytes.to_vec()));
        match reply {
            Some(Ok(reply)) => self.finish(reply),
            // A worker of another version: what it says cannot be understood.
            _ => self.fall_back(),
        }
    }

    fn finish(&self, reply: Reply) {
        let mut inner = self.0.borrow_mut();
        if inner.pending.as_ref().is_some_and(|pending| pending.id == reply.id) {
            inner.pending = None;
        }
        let done = Rc::clone(&inner.done);
        drop(inner);
        done(reply);
    }

    /// Gives the worker up, and does in place what it did not do.
    fn fall_back(&self) {
        let mut inner = self.0.borrow_mut();
        let given_up = std::mem::replace(&mut inner.place, Place::Here);
        let waiting = inner.pending.clone();
        drop(inner);
        // The listeners may be running: they end only after this turn of the event loop.
        spawn_local(async move { drop(given_up) });
        if let Some(request) = waiting {
            self.read_here(request);
        }
    }

    fn read_here(&self, request: Request) {
        let reader = self.clone();
        // After the next frame, so that the page can say what it is doing.
        let later = Timer::after(30, move || {
            spawn_local(async move {
                let models = reader.0.borrow().models.clone();
                let reply = match models.get().await {
                    _ if !reader.is_newest(&request) => return,
                    Ok(models) => protocol::answer(&request, &models),
                    Err(sentence) => Reply { id: request.id, outcome: Err(sentence) },
                };
                reader.finish(reply);
            });
        });
        if let Some(later) = later {
            later.keep();
        }
    }

    fn is_newest(&self, request: &Request) -> bool {
        self.0.borrow().pending.as_ref().is_some_and(|pending| pending.id == request.id)
    }
}

fn send(worker: &Worker, request: &Request) -> Result<(), ()> {
    let packed = protocol::pack(request).map_err(drop)?;
    let bytes = Uint8Array::from(packed.as_slice());
    let transfer = Array::of1(&bytes.buffer());
    worker.post_message_with_transfer(&bytes, &transfer).map_err(drop)
}
