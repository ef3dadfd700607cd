//! The page's two helps: what reads texts, and the files program, which knows every format.

use std::rc::Rc;

use crate::{
    browser::program::{Heard, Name, Program, Said},
    protocol::{
        self, Reply, Request, Unread,
        files::{Delivery, Order},
    },
    strings,
};

/// Reads texts.
pub struct Reader(Program);

impl Reader {
    /// Starts the worker. Each text that is read is given to `done`; of several that wait, only the
    /// newest is read.
    #[must_use]
    pub fn start(done: impl Fn(Reply) + 'static) -> Self {
        let program = Program::new(Name::Reader, move |said| {
            let reply = match said {
                Said::Answer(bytes) => {
                    let Ok(reply) = protocol::unpack::<Reply>(&bytes) else {
                        return Heard::Unknown;
                    };
                    Reply { packed: Rc::new(bytes), ..reply }
                }
                Said::Nothing(id) | Said::BrokeOff(id) => {
                    let outcome = Err(Unread::Because(strings::BROKE_OFF.to_owned().into()));
                    Reply { id, outcome, packed: Rc::default() }
                }
            };
            let underway = matches!(reply.outcome, Err(Unread::Underway(_)));
            let heard = if underway { Heard::Underway } else { Heard::Answer(reply.id) };
            done(reply);
            heard
        });
        program.start();
        Self(program)
    }

    /// Stops reading.
    pub fn stop(&self) {
        self.0.stop();
    }

    /// Reads a text.
    pub fn read(&self, request: &Request) {
        if let Ok(message) = protocol::pack(request) {
            self.0.send(request.id, message);
        }
    }
}

/// Opens and writes files of every format; started by the first order.
pub struct Files(Program);

impl Files {
    /// Each order that is done is given to `done`; of several that wait, only the newest is done.
    #[must_use]
    pub fn new(done: impl Fn(Delivery) + 'static) -> Self {
        Self(Program::new(Name::Files, move |said| {
            let delivery = match said {
                Said::Answer(bytes) => match protocol::unpack(&bytes) {
                    Ok(delivery) => delivery,
                    Err(_) => return Heard::Unknown,
                },
                Said::Nothing(id) => {
                    Delivery { id, done: Err(strings::NO_FILES.to_owned().into()) }
                }
                Said::BrokeOff(id) => {
                    Delivery { id, done: Err(strings::BROKE_OFF.to_owned().into()) }
                }
            };
            let id = delivery.id;
            done(delivery);
            Heard::Answer(id)
        }))
    }

    /// Stops what it does.
    pub fn stop(&self) {
        self.0.stop();
    }

    /// Gives an order.
    pub fn order(&self, order: &Order) {
        if let Ok(message) = protocol::pack(order) {
            self.0.send(order.id, message);
        }
    }
}
