//! The worker as the page sees it: texts go in, readings come out. Where no worker can be started,
//! or it fails, the same program does the same work beside the page.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::{
    browser::{beside::Beside, timer::Timer},
    protocol::{self, READY, Reply, Request},
    strings,
};

/// How long the worker may take until it listens, in milliseconds.
const PATIENCE: u32 = 15_000;

/// Reads texts, in a worker where one can be started.
#[derive(Clone)]
pub struct Reader(Rc<RefCell<Inner>>);

struct Inner {
    place: Place,
    /// Whether the program there listens.
    listens: bool,
    /// The newest request, as long as it is not answered.
    pending: Option<Request>,
    done: Rc<dyn Fn(Reply)>,
}

/// Where texts are read.
enum Place {
    Worker {
        channel: Channel,
        /// Ends when the worker has taken too long to start.
        _patience: Option<Timer>,
    },
    Beside(Beside),
    Nowhere,
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
        let inner =
            Inner { place: Place::Nowhere, listens: false, pending: None, done: Rc::new(done) };
        let reader = Self(Rc::new(RefCell::new(inner)));
        match Worker::new("./worker_loader.js") {
            Ok(worker) => {
                let channel = reader.listen(worker);
                let late = reader.clone();
                let _patience = Timer::after(PATIENCE, move || {
                    if !late.0.borrow().listens {
                        late.fall_back();
                    }
                });
                reader.0.borrow_mut().place = Place::Worker { channel, _patience };
            }
            Err(_) => reader.fall_back(),
        }
        reader
    }

    /// Reads a text.
    pub fn read(&self, request: Request) {
        self.0.borrow_mut().pending = Some(request);
        match self.0.borrow().place {
            Place::Nowhere => {}
            _ => return self.send(),
        }
        self.fall_back();
    }

    /// Gives the newest request to the program, if it listens.
    fn send(&self) {
        let inner = self.0.borrow();
        let Some(request) = inner.pending.as_ref().filter(|_| inner.listens) else { return };
        let Ok(packed) = protocol::pack(request) else { return };
        let bytes = Uint8Array::from(packed.as_slice());
        match &inner.place {
            Place::Worker { channel, .. } => {
                let transfer = Array::of1(&bytes.buffer());
                let _ = channel.worker.post_message_with_transfer(&bytes, &transfer);
            }
            Place::Beside(beside) => beside.send(&bytes),
            Place::Nowhere => {}
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

    /// Takes what the program says.
    fn take(&self, data: &JsValue) {
        if data.as_string().as_deref() == Some(READY) {
            self.0.borrow_mut().listens = true;
            self.send();
            return;
        }
        match data.dyn_ref::<Uint8Array>().map(|bytes| protocol::unpack(&bytes.to_vec())) {
            Some(Ok(reply)) => self.finish(reply),
            // A program of another version: what it says cannot be understood.
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

    /// Gives the worker up and starts the program beside the page; where that has failed too, says
    /// so.
    fn fall_back(&self) {
        let mut inner = self.0.borrow_mut();
        inner.listens = false;
        let given_up = std::mem::replace(&mut inner.place, Place::Nowhere);
        let was_beside = matches!(given_up, Place::Beside(_));
        drop(inner);
        // The listeners may be running: they end only after this turn of the event loop.
        spawn_local(async move { drop(given_up) });
        if was_beside {
            self.give_up();
            return;
        }
        let (said, failed) = (self.clone(), self.clone());
        match Beside::start(move |data| said.take(data), move || failed.fall_back()) {
            Some(beside) => self.0.borrow_mut().place = Place::Beside(beside),
            None => self.give_up(),
        }
    }

    /// Answers that nothing can be read.
    fn give_up(&self) {
        let waiting = self.0.borrow_mut().pending.take();
        if let Some(request) = waiting {
            self.finish(Reply { id: request.id, outcome: Err(strings::NO_READER.to_owned()) });
        }
    }
}
