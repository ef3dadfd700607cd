//! Reads deeply: the program `deep`. Batches are short, and between any two of them come orders.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use deep::{Progress, ReadError, Reader, analysis, explain, read, stale};
use discussion::Discussion;
use engine::{Analysis, Models};
use js_sys::{Date, Uint8Array};
use wasm_bindgen_futures::spawn_local;

use super::{Asker, listen_in_worker, next_turn, weights};
use crate::{
    browser::models::Store,
    protocol::{
        self, Outcome, Reply,
        deep::{Failure, Order, Plan, Question, Said, Screen, Weights},
    },
};

/// How long a batch should take, in milliseconds: as long as a reader does not notice that what they
/// have scrolled to waits for it.
const BATCH: f64 = 250.0;
/// The most passages of a batch.
const MOST: usize = 64;

/// Reads deeply in a worker.
pub fn read_deeply() {
    let desk = Rc::new(RefCell::new(Desk::default()));
    listen_in_worker(move |bytes, asker| {
        if let Ok(order) = protocol::unpack::<Order>(&bytes) {
            take(&desk, &asker, order);
        }
    });
}

/// What the worker has before it.
#[derive(Default)]
struct Desk {
    models: Store,
    reader: Option<Rc<Reader>>,
    text: Option<Text>,
    screen: Screen,
    /// Whether the reader has stopped it.
    rests: bool,
    questions: VecDeque<Question>,
    /// Whether it is at work.
    at_work: bool,
}

/// The text that is being read.
struct Text {
    number: u32,
    discussion: Discussion,
    progress: Progress,
    plan: Plan,
    /// Whether all was read once, and what names elsewhere have changed is read anew.
    again: bool,
    /// The reading that was told last.
    told: Analysis,
    /// How many passages a batch has.
    batch: usize,
    /// How long it takes to put a reading together, in milliseconds.
    whole: f64,
}

type Shared = Rc<RefCell<Desk>>;

fn tell(asker: &Asker, said: &Said) {
    if let Ok(packed) = protocol::pack(said) {
        asker.tell(&Uint8Array::from(packed.as_slice()));
    }
}

/// Tells developers what went wrong; readers are told in their own words.
fn warn(error: &impl ToString) {
    web_sys::console::warn_1(&error.to_string().into());
}

/// It cannot go on over a text.
fn broke_off(error: &ReadError) -> Failure {
    warn(error);
    Failure::BrokeOff
}

fn take(desk: &Shared, asker: &Rc<Asker>, order: Order) {
    match order {
        Order::Load(weights) => {
            let (desk, asker) = (Rc::clone(desk), Rc::clone(asker));
            spawn_local(async move {
                match load(&weights, &asker).await {
                    Ok((reader, bytes)) => {
                        desk.borrow_mut().reader = Some(Rc::new(reader));
                        tell(&asker, &Said::Loaded);
                        work(&desk, &asker);
                        weights::keep(&weights, &bytes).await;
                    }
                    Err(failure) => tell(&asker, &Said::Failed(failure)),
                }
            });
            return;
        }
        Order::Read { text, reply } => {
            let Ok(Reply { outcome: Ok(Outcome { discussion, analysis }), .. }) =
                protocol::unpack(&reply)
            else {
                return;
            };
            let text = Text {
                number: text,
                discussion,
                progress: Progress::default(),
                plan: Plan::default(),
                again: false,
                told: analysis,
                batch: 1,
                whole: 0.0,
            };
            let mut desk = desk.borrow_mut();
            desk.questions.clear();
            desk.rests = false;
            desk.text = Some(text);
        }
        Order::Look(screen) => {
            let mut desk = desk.borrow_mut();
            desk.screen = screen;
            desk.text.iter_mut().for_each(|text| text.plan.look(screen));
        }
        Order::Go(on) => desk.borrow_mut().rests = !on,
        Order::Explain(question) => desk.borrow_mut().questions.push_back(question),
    }
    work(desk, asker);
}

/// The reader, from weights that are what they should be.
async fn load(weights: &Weights, asker: &Asker) -> Result<(Reader, Vec<u8>), Failure> {
    let bytes = weights::get(weights, &|bytes| tell(asker, &Said::Loading(bytes))).await?;
    let reader = Reader::load_expected(&bytes, &weights.hash);
    match reader {
        Ok(reader) => Ok((reader, bytes)),
        Err(error) => {
            weights::forget().await;
            warn(&error);
            Err(Failure::Damaged)
        }
    }
}

/// Works, unless it does already, until nothing is left to do.
fn work(desk: &Shared, asker: &Rc<Asker>) {
    if desk.borrow().at_work || desk.borrow().reader.is_none() {
        return;
    }
    desk.borrow_mut().at_work = true;
    let (desk, asker) = (Rc::clone(desk), Rc::clone(asker));
    spawn_local(async move {
        let store = desk.borrow().models.clone();
        match store.get().await {
            Ok(models) => loop {
                next_turn().await;
                match desk.borrow_mut().step(&models, &asker) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(failure) => {
                        tell(&asker, &Said::Failed(failure));
                        break;
                    }
                }
            },
            Err(_) => tell(&asker, &Said::Failed(Failure::Download)),
        }
        desk.borrow_mut().at_work = false;
    });
}

impl Desk {
    /// Does the next thing; false where there is none.
    fn step(&mut self, models: &Models, asker: &Asker) -> Result<bool, Failure> {
        let (Some(reader), Some(text)) = (&self.reader, &mut self.text) else { return Ok(false) };
        if let Some(question) = self.questions.pop_front() {
            if question.text == text.number {
                let words = text.explain(reader, question)?;
                tell(asker, &Said::Explained { question, words });
            }
            return Ok(true);
        }
        if self.rests {
            return Ok(false);
        }
        text.step(reader, models, self.screen, asker)
    }
}

impl Text {
    /// Reads the next batch and tells how far it is; false where all is read.
    fn step(
        &mut self,
        reader: &Reader,
        models: &Models,
        screen: Screen,
        asker: &Asker,
    ) -> Result<bool, Failure> {
        if self.progress.windows().is_empty() {
            self.progress = Progress::new(reader, &self.discussion);
            let paragraphs = self.progress.windows().iter().map(|window| window.paragraph);
            self.plan = Plan::new(paragraphs, screen);
            if self.plan.is_done() {
                self.tell(None, asker);
                return Ok(false);
            }
        }
        let batch = self.plan.next(self.batch);
        if batch.is_empty() {
            return Ok(false);
        }
        let start = Date::now();
        let (discussion, progress) = (&self.discussion, &mut self.progress);
        read(reader, discussion, models, progress, &batch).map_err(|error| broke_off(&error))?;
        self.plan.done(&batch);
        self.pace(batch.len(), Date::now() - start);
        if self.plan.is_done() && !self.again {
            self.again = true;
            self.plan.read_again(&stale(&self.progress, &self.discussion, models));
        }
        let analysis = self.plan.is_due().then(|| {
            let start = Date::now();
            let analysis = analysis(&self.progress, &self.discussion, models);
            self.whole = Date::now() - start;
            self.plan.shown();
            self.told = analysis.clone();
            Box::new(analysis)
        });
        self.tell(analysis, asker);
        Ok(true)
    }

    fn tell(&self, analysis: Option<Box<Analysis>>, asker: &Asker) {
        let (text, progress) = (self.number, self.plan.progress());
        tell(asker, &Said::Read { text, progress, analysis });
    }

    /// Chooses how many passages the next batch has. With each batch the mentions of the whole text
    /// are found anew, about half as long as a whole reading takes: the longer that is, the longer a
    /// batch may be.
    fn pace(&mut self, passages: usize, took: f64) {
        let may = BATCH + self.whole;
        let fit = passages as f64 * may / took.max(1.0);
        self.batch = (fit as usize).clamp(1, (2 * self.batch).min(MOST));
    }

    fn explain(
        &self,
        reader: &Reader,
        question: Question,
    ) -> Result<Vec<engine::Summand>, Failure> {
        let Question { paragraph, holder, target, .. } = question;
        explain(reader, &self.discussion, &self.told, paragraph, holder, target)
            .map_err(|error| broke_off(&error))
    }
}
