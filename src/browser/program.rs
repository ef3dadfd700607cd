//! A program of the page's own as the page sees it: messages go in, answers come out. It runs in a
//! worker, or, where none can be started or it fails, in the page's own thread. The page's program
//! has the reading of texts in it; the files program is fetched only when it is needed.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::{
    browser::{beside::Beside, document, serving::Texts, timer::Timer},
    protocol::READY,
};

/// How long a worker may take until it listens, in milliseconds.
const PATIENCE: u32 = 15_000;

/// What a program says.
pub enum Said {
    /// An answer.
    Answer(Vec<u8>),
    /// It cannot be started; the message with this number stays without an answer.
    Nothing(u32),
    /// It broke off over the message with this number.
    BrokeOff(u32),
}

/// What became of what a program says.
pub enum Heard {
    /// The message with this number is answered.
    Answer(u32),
    /// The answer is still to come.
    Underway,
    /// It cannot be understood.
    Unknown,
}

/// Which program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The page's own program, reading texts.
    Reader,
    /// The program that knows every format.
    Files,
}

/// A program, started when it is first needed.
#[derive(Clone)]
pub struct Program(Rc<RefCell<Inner>>);

struct Inner {
    name: Name,
    place: Place,
    /// Whether the program there listens.
    listens: bool,
    /// The newest message with its number, as long as it is not answered.
    pending: Option<(u32, Vec<u8>)>,
    said: Rc<dyn Fn(Said) -> Heard>,
}

/// Where the program runs.
enum Place {
    Worker {
        channel: Channel,
        /// Ends when the worker has taken too long to start.
        _patience: Option<Timer>,
    },
    /// The files program beside the page.
    Beside(Beside),
    /// The page itself.
    Here(Texts),
    Nowhere,
}

/// A worker with what listens to it; it ends with this.
pub(super) struct Channel {
    worker: Worker,
    _message: Closure<dyn Fn(MessageEvent)>,
    _error: Closure<dyn Fn(ErrorEvent)>,
}

impl Channel {
    /// Listens to a worker.
    pub(super) fn listen(
        worker: Worker,
        message: impl Fn(&JsValue) + 'static,
        error: impl Fn() + 'static,
    ) -> Self {
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            message(&event.data());
        });
        let error = Closure::<dyn Fn(ErrorEvent)>::new(move |_| error());
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        Self { worker, _message: message, _error: error }
    }

    /// Gives the worker a message.
    pub(super) fn send(&self, message: &[u8]) {
        let bytes = Uint8Array::from(message);
        let transfer = Array::of1(&bytes.buffer());
        let _ = self.worker.post_message_with_transfer(&bytes, &transfer);
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Program {
    /// A program. `said` is told what it says, and gives what became of that.
    #[must_use]
    pub fn new(name: Name, said: impl Fn(Said) -> Heard + 'static) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            name,
            place: Place::Nowhere,
            listens: false,
            pending: None,
            said: Rc::new(said),
        })))
    }

    /// Starts it, if it does not run.
    pub fn start(&self) {
        if !matches!(self.0.borrow().place, Place::Nowhere) {
            return;
        }
        let name = self.0.borrow().name;
        match worker(name) {
            Some(worker) => {
                let channel = self.listen(worker);
                let late = self.clone();
                let _patience = Timer::after(PATIENCE, move || {
                    if !late.0.borrow().listens {
                        late.fall_back();
                    }
                });
                self.0.borrow_mut().place = Place::Worker { channel, _patience };
            }
            None => self.fall_back(),
        }
    }

    /// Gives it a message with a number; of several that wait, only the newest is answered.
    pub fn send(&self, number: u32, message: Vec<u8>) {
        self.0.borrow_mut().pending = Some((number, message));
        self.start();
        self.pass_on();
    }

    /// Gives the newest message to the program, if it listens.
    fn pass_on(&self) {
        let inner = self.0.borrow();
        let Some((_, message)) = inner.pending.as_ref().filter(|_| inner.listens) else { return };
        match &inner.place {
            Place::Worker { channel, .. } => channel.send(message),
            Place::Beside(beside) => beside.send(&Uint8Array::from(message.as_slice())),
            Place::Here(texts) => {
                let program = self.clone();
                texts.take(message, move |answer| program.take(answer));
            }
            Place::Nowhere => {}
        }
    }

    /// Stops what it does. What was sent stays without an answer.
    pub fn stop(&self) {
        let mut inner = self.0.borrow_mut();
        if inner.pending.take().is_none() || !matches!(inner.place, Place::Worker { .. }) {
            return;
        }
        inner.listens = false;
        let given_up = std::mem::replace(&mut inner.place, Place::Nowhere);
        let reads = inner.name == Name::Reader;
        drop(inner);
        drop(given_up);
        if reads {
            self.start();
        }
    }

    fn listen(&self, worker: Worker) -> Channel {
        let (program, broken) = (self.clone(), self.clone());
        Channel::listen(worker, move |data| program.take(data), move || broken.fall_back())
    }

    /// Takes what the program says.
    fn take(&self, data: &JsValue) {
        if data.as_string().as_deref() == Some(READY) {
            self.0.borrow_mut().listens = true;
            self.pass_on();
            return;
        }
        let said = Rc::clone(&self.0.borrow().said);
        let bytes = data.dyn_ref::<Uint8Array>();
        match bytes.map_or(Heard::Unknown, |bytes| said(Said::Answer(bytes.to_vec()))) {
            Heard::Answer(number) => {
                let pending = &mut self.0.borrow_mut().pending;
                pending.take_if(|(newest, _)| *newest == number);
            }
            Heard::Underway => {}
            // A program of another version.
            Heard::Unknown => self.fall_back(),
        }
    }

    /// Gives the worker up. If it never ran, the program starts in the page's own thread; where that
    /// fails too, or it broke off, says so. The next message starts it anew.
    fn fall_back(&self) {
        let mut inner = self.0.borrow_mut();
        // It ran: what it broke off over would break the page off, too.
        let broke_off = std::mem::take(&mut inner.listens);
        let name = inner.name;
        let given_up = std::mem::replace(&mut inner.place, Place::Nowhere);
        let was_last = matches!(given_up, Place::Beside(_) | Place::Here(_));
        drop(inner);
        // The listeners may be running: they end only after this turn of the event loop.
        spawn_local(async move { drop(given_up) });
        if broke_off {
            self.give_up(Said::BrokeOff);
            return;
        }
        if was_last {
            self.give_up(Said::Nothing);
            return;
        }
        if name == Name::Reader {
            self.0.borrow_mut().place = Place::Here(Texts::default());
            self.0.borrow_mut().listens = true;
            self.pass_on();
            return;
        }
        let (said, failed) = (self.clone(), self.clone());
        match Beside::start(move |data| said.take(data), move || failed.fall_back()) {
            Some(beside) => self.0.borrow_mut().place = Place::Beside(beside),
            None => self.give_up(Said::Nothing),
        }
    }

    /// Says that there will be no answer.
    fn give_up(&self, what: fn(u32) -> Said) {
        let waiting = self.0.borrow_mut().pending.take();
        let said = Rc::clone(&self.0.borrow().said);
        if let Some((number, _)) = waiting {
            said(what(number));
        }
    }
}

/// A worker in which the program starts.
fn worker(name: Name) -> Option<Worker> {
    if name == Name::Files {
        return Worker::new("./files_loader.js").ok();
    }
    // The program is here already: the worker needs no copy of its own.
    let script = document()?.query_selector("[data-app]").ok()??.get_attribute("data-app")?;
    begin(&script, &wasm_bindgen::module())
}

/// A worker that starts a program, compiled or by its address, with the script that belongs to it.
pub(super) fn begin(script: &str, program: &JsValue) -> Option<Worker> {
    let worker = Worker::new("./worker.js").ok()?;
    worker.post_message(&Array::of2(&script.into(), program)).ok()?;
    Some(worker)
}
