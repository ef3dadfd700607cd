//! The deep reader: what the page asks of it, and what it says. It works in a worker of its own, from
//! the weights that it fetches itself, and takes orders between any two batches.

mod plan;

use discussion::ParagraphId;
use engine::{Analysis, EntityId, Holder, Summand};
use serde::{Deserialize, Serialize};

pub use plan::Plan;

/// The file with the weights.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    /// Its address, from the page's own.
    pub address: String,
    /// SHA-256 in hexadecimal.
    pub hash: String,
    /// Its size.
    pub bytes: u32,
    /// The addresses of the program, which is kept beside it.
    pub program: Vec<String>,
}

/// The paragraphs on the screen: the first and the last, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screen {
    /// The first.
    pub first: u32,
    /// The last.
    pub last: u32,
}

/// Something for the deep reader to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Load the weights; the first order of all.
    Load(Weights),
    /// Read a text in the place of the one before.
    Read {
        /// Its number.
        text: u32,
        /// The quick reading of it: a packed [`Reply`](super::Reply).
        #[serde(with = "serde_bytes")]
        reply: Vec<u8>,
    },
    /// Read these paragraphs first, then outward.
    Look(Screen),
    /// Read on, or rest.
    Go(bool),
    /// Leave words out, one after the other, and say what that changes.
    Explain(Question),
}

/// A judgement that is asked about, in the numbers of the machine's reading that was told last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The number of the text.
    pub text: u32,
    /// Where it stands.
    pub paragraph: ParagraphId,
    /// Whose it is.
    pub holder: Holder,
    /// Toward whom.
    pub target: EntityId,
}

/// How far a text is read, in passages: paragraphs, or parts of long ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Progress {
    /// How many there are.
    pub all: u32,
    /// How many of them are to be read once more, since names elsewhere have changed them; 0 as long
    /// as not all have been read once.
    pub again: u32,
    /// How many are read, or read once more.
    pub done: u32,
}

impl Progress {
    /// Whether nothing is left to read.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done == if self.again > 0 { self.again } else { self.all }
    }
}

/// What the deep reader says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Said {
    /// So many bytes of the weights have come.
    Loading(u32),
    /// The weights are there.
    Loaded,
    /// A text is read so far.
    Read {
        /// Its number.
        text: u32,
        /// How far.
        progress: Progress,
        /// The reading, where it is time to show one.
        analysis: Option<Box<Analysis>>,
    },
    /// What leaving words out changed.
    Explained {
        /// The judgement.
        question: Question,
        /// The words in the order of the text: what each adds, above 0 for supportive.
        words: Vec<Summand>,
    },
    /// It cannot go on.
    Failed(Failure),
}

/// Why the deep reader cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The program or the weights did not come.
    Download,
    /// What came is not what this version of the page needs.
    Damaged,
    /// This browser cannot run it.
    Refused,
    /// It broke off.
    BrokeOff,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{pack, unpack};

    #[test]
    fn orders_survive_the_way() {
        let question = Question {
            text: 7,
            paragraph: ParagraphId(3),
            holder: Holder::Source(EntityId(2)),
            target: EntityId(1),
        };
        let weights = Weights {
            address: "models/a.bin".into(),
            hash: "00".into(),
            bytes: 9,
            program: vec!["deep.js".into()],
        };
        for order in [
            Order::Load(weights),
            Order::Read { text: 7, reply: vec![1, 2, 3] },
            Order::Look(Screen { first: 4, last: 9 }),
            Order::Go(false),
            Order::Explain(question),
        ] {
            let packed = pack(&order).expect("packed");
            assert_eq!(unpack::<Order>(&packed), Ok(order));
        }
    }

    #[test]
    fn what_it_says_survives_the_way() {
        let progress = Progress { all: 5, again: 0, done: 2 };
        for said in [
            Said::Loading(12),
            Said::Read { text: 7, progress, analysis: None },
            Said::Read { text: 7, progress, analysis: Some(Box::default()) },
            Said::Failed(Failure::Damaged),
        ] {
            let packed = pack(&said).expect("packed");
            assert_eq!(unpack::<Said>(&packed), Ok(said));
        }
    }
}
