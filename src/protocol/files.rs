//! The files program: every format in and out, on demand.

use discussion::{Import, Outline, import::import_all};
use serde::{Deserialize, Serialize};

/// Something for the files program to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Number of the order; the answer bears it.
    pub id: u32,
    /// What to do.
    pub task: Task,
}

/// What the files program can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// Open a file.
    Open(GivenFile),
}

/// A file as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenFile {
    /// Its name, where there is one.
    pub name: Option<String>,
    /// What is in it.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// The answer to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// Number of the order.
    pub id: u32,
    /// What came of it, or a sentence that says why nothing did.
    pub done: Result<Done, String>,
}

/// What came of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Done {
    /// What is in the files.
    Opened(Found),
}

/// What is in files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The discussions; never none.
    pub discussions: Vec<FoundDiscussion>,
    /// The number of the longest.
    pub longest: u32,
    /// What the reader should know, a sentence each.
    pub notes: Vec<String>,
}

/// A discussion that was found in files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundDiscussion {
    /// What it is called.
    pub title: String,
    /// How many posts it has, the article included.
    pub posts: u32,
    /// Its outline, packed.
    #[serde(with = "serde_bytes")]
    pub outline: Vec<u8>,
}

/// Does what is asked: the whole work of the files program.
#[must_use]
pub fn deliver(order: &Order) -> Delivery {
    let done = match &order.task {
        Task::Open(file) => open(file),
    };
    Delivery { id: order.id, done }
}

fn open(file: &GivenFile) -> Result<Done, String> {
    let name = file.name.as_deref();
    let opened = import_all(&file.bytes, Import { name }).map_err(|error| error.to_string())?;
    let (longest, notes) = opened.longest();
    let posts = u32::try_from(longest.posts.len()).unwrap_or(u32::MAX);
    let outline = Outline::of(&longest).pack();
    let discussions = vec![FoundDiscussion { title: longest.title, posts, outline }];
    let notes = notes.iter().map(ToString::to_string).collect();
    Ok(Done::Opened(Found { discussions, longest: 0, notes }))
}
