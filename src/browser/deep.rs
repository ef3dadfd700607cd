//! The deep reader as the page sees it: a worker of its own, which is started with the first text that
//! is to be read deeply, and lives as long as it is of use. What cannot run stays away: nothing else
//! depends on it.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Uint8Array, WebAssembly};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::{
    browser::{
        program::{Channel, begin},
        timer::Timer,
    },
    protocol::{
        self, READY,
        deep::{Failure, Order, Said},
    },
    state::Offer,
};

/// How long it may be silent while something is expected of it, in milliseconds.
const PATIENCE: u32 = 60_000;

/// The smallest program that uses SIMD: a function that fills a vector and counts its bits.
const SIMD: &[u8] = &[
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253,
    15, 253, 98, 11,
];

/// The deep reader.
#[derive(Clone)]
pub struct DeepReader(Rc<RefCell<Inner>>);

struct Inner {
    /// Its worker; none while it is not wanted.
    channel: Option<Channel>,
    /// Whether the program there listens.
    listens: bool,
    /// Whether it has its weights.
    loaded: bool,
    /// Whether an answer is expected.
    busy: bool,
    /// What it is told when it listens.
    waiting: Vec<Vec<u8>>,
    /// Ends when it was silent for too long.
    patience: Option<Timer>,
    said: Rc<dyn Fn(Said)>,
}

impl DeepReader {
    /// A deep reader that does not run yet. `said` is told what it says.
    #[must_use]
    pub fn new(said: impl Fn(Said) + 'static) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            channel: None,
            listens: false,
            loaded: false,
            busy: false,
            waiting: Vec::new(),
            patience: None,
            said: Rc::new(said),
        })))
    }

    /// Starts it and has it load its weights.
    pub fn start(&self, offer: &Offer) {
        self.end();
        let simd = Uint8Array::from(SIMD);
        if !WebAssembly::validate(&simd).unwrap_or(false) {
            self.fail(Failure::Refused);
            return;
        }
        let Some(worker) = begin(&offer.script, &JsValue::from_str(&offer.program)) else {
            self.fail(Failure::Refused);
            return;
        };
        let (heard, broken) = (self.clone(), self.clone());
        let channel =
            Channel::listen(worker, move |data| heard.take(data), move || broken.break_off());
        self.0.borrow_mut().channel = Some(channel);
        self.send(&Order::Load(offer.weights.clone()));
    }

    /// Gives it an order; where it does not run, nothing happens.
    pub fn send(&self, order: &Order) {
        let mut inner = self.0.borrow_mut();
        if inner.channel.is_none() {
            return;
        }
        let Ok(message) = protocol::pack(order) else { return };
        match order {
            Order::Load(_) | Order::Read { .. } | Order::Go(true) => inner.busy = true,
            Order::Go(false) => inner.busy = false,
            Order::Look(_) | Order::Explain(_) => {}
        }
        match &inner.channel {
            Some(channel) if inner.listens => channel.send(&message),
            _ => inner.waiting.push(message),
        }
        drop(inner);
        self.wait();
    }

    /// Ends it.
    pub fn end(&self) {
        let mut inner = self.0.borrow_mut();
        (inner.listens, inner.loaded, inner.busy) = (false, false, false);
        inner.waiting.clear();
        inner.patience = None;
        let channel = inner.channel.take();
        drop(inner);
        // Its listeners may be running: they end only after this turn of the event loop.
        spawn_local(async move { drop(channel) });
    }

    /// Takes what it says.
    fn take(&self, data: &JsValue) {
        if data.as_string().as_deref() == Some(READY) {
            let mut inner = self.0.borrow_mut();
            inner.listens = true;
            let waiting = std::mem::take(&mut inner.waiting);
            if let Some(channel) = &inner.channel {
                waiting.iter().for_each(|message| channel.send(message));
            }
            return;
        }
        let bytes = wasm_bindgen::JsCast::dyn_ref::<Uint8Array>(data).map(Uint8Array::to_vec);
        let Some(Ok(said)) = bytes.map(|bytes| protocol::unpack::<Said>(&bytes)) else {
            self.break_off();
            return;
        };
        let mut inner = self.0.borrow_mut();
        match &said {
            Said::Loaded => inner.loaded = true,
            Said::Read { progress, .. } if progress.is_done() => inner.busy = false,
            _ => {}
        }
        let listener = Rc::clone(&inner.said);
        drop(inner);
        self.wait();
        listener(said);
    }

    /// Waits for what it says next.
    fn wait(&self) {
        let reader = self.clone();
        let busy = self.0.borrow().busy;
        let patience = if busy { Timer::after(PATIENCE, move || reader.break_off()) } else { None };
        self.0.borrow_mut().patience = patience;
    }

    /// It says nothing more.
    fn break_off(&self) {
        let loaded = self.0.borrow().loaded;
        self.fail(if loaded { Failure::BrokeOff } else { Failure::Download });
    }

    fn fail(&self, failure: Failure) {
        self.end();
        let said = Rc::clone(&self.0.borrow().said);
        said(Said::Failed(failure));
    }
}
