//! Progress: what has been read so far. Small enough to be kept for a whole book, and to be sent
//! from one worker to another.

use discussion::{Discussion, Span};
use engine::{Labelled, Labels};
use serde::{Deserialize, Serialize};

use crate::{
    reader::Reader,
    verdicts::{PairVerdict, TargetVerdict},
    windows::{Window, windows},
};

/// What has been read of one discussion so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// SHA-256 of the file that it was read with.
    pub(crate) model: String,
    windows: Vec<Window>,
    /// By window.
    read: Vec<Option<Reading>>,
}

/// What was read in one window.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Reading {
    /// A label for every word.
    pub(crate) labels: Vec<Labelled>,
    /// Toward the entities that are mentioned in it.
    pub(crate) targets: Vec<TargetVerdict>,
    /// Between entities that are mentioned in it.
    pub(crate) pairs: Vec<PairVerdict>,
}

impl Progress {
    /// Nothing read yet.
    #[must_use]
    pub fn new(reader: &Reader, discussion: &Discussion) -> Self {
        let windows = windows(reader, discussion);
        let read = windows.iter().map(|_| None).collect();
        Self { model: reader.hash().to_owned(), windows, read }
    }

    /// The windows that there are to read, in the order of the text.
    #[must_use]
    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// Whether a window has been read.
    #[must_use]
    pub fn has_read(&self, window: usize) -> bool {
        self.read.get(window).is_some_and(Option::is_some)
    }

    /// Whether nothing has been read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.read.iter().all(Option::is_none)
    }

    /// How many sentences have been read, and how many there are.
    #[must_use]
    pub fn sentences(&self) -> (u32, u32) {
        let count = |of: &dyn Fn(usize) -> bool| {
            let these = self.windows.iter().enumerate().filter(|(at, _)| of(*at));
            these.map(|(_, window)| window.sentences).sum()
        };
        (count(&|at| self.has_read(at)), count(&|_| true))
    }

    /// Takes in what another worker has read of the same discussion with the same file; anything
    /// else changes nothing.
    pub fn take_in(&mut self, other: Self) {
        if other.model != self.model || other.windows != self.windows {
            return;
        }
        for (own, other) in self.read.iter_mut().zip(other.read) {
            if other.is_some() {
                *own = other;
            }
        }
    }

    pub(crate) fn keep(&mut self, window: usize, reading: Reading) {
        if let Some(place) = self.read.get_mut(window) {
            *place = Some(reading);
        }
    }

    pub(crate) fn reading_mut(&mut self, window: usize) -> Option<&mut Reading> {
        self.read.get_mut(window)?.as_mut()
    }

    /// The windows that have been read, in the order of the text.
    pub(crate) fn readings(&self) -> impl Iterator<Item = (usize, &Window, &Reading)> {
        let windows = self.windows.iter().zip(&self.read).enumerate();
        windows.filter_map(|(at, (window, reading))| Some((at, window, reading.as_ref()?)))
    }

    /// The labels of all that has been read. Windows that lie side by side count as one stretch.
    #[must_use]
    pub fn labels(&self) -> Labels {
        let mut labels = Labels::default();
        let mut last: Option<usize> = None;
        for (at, window, reading) in self.readings() {
            let beside = last.is_some_and(|last| last + 1 == at);
            match labels.read.last_mut() {
                Some(stretch) if beside => *stretch = stretch.cover(window.span),
                _ => labels.read.push(window.span),
            }
            labels.words.extend(&reading.labels);
            last = Some(at);
        }
        labels
    }

    /// Whether a place lies in a window that has been read.
    pub(crate) fn covers(&self, span: Span) -> bool {
        let next = self.windows.partition_point(|window| window.span.end <= span.start);
        self.has_read(next) && self.windows.get(next).is_some_and(|w| w.span.contains(span))
    }
}
