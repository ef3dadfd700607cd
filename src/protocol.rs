//! What the page and its programs say to each other, and the work itself, so that both a worker and,
//! where none can be started, the page do the same. The worker reads texts; the files program
//! ([`files`]) turns other formats into what the worker reads, and readings into files; the deep
//! reader ([`deep`]) reads once more what the worker has read.
//!
//! A message is one byte array in postcard's format. A program's first message is [`READY`].

pub mod deep;
pub mod files;

use std::rc::Rc;

use discussion::{
    Discussion, Import, ParagraphId,
    import::{import_plain, is_plain},
};
use engine::{Analysis, Models, analyze_given, coreference, entities, names};
use reading::ReaderBorder;
use serde::{Deserialize, Serialize};

use crate::strings::{self, Said};

/// A program's first message, a string: it has started and listens.
pub const READY: &str = "ready";

/// A text to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Number of the request; an answer bears the number of its request.
    pub id: u32,
    /// The file as it came.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    /// Name of the file, where there is one.
    pub name: Option<String>,
    /// Where the reader wants the border.
    pub border: BorderChoice,
}

/// Where a border comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BorderChoice {
    /// Marked in the text, or else found.
    #[default]
    Found,
    /// Before this paragraph, from 1.
    Before(u32),
    /// Nowhere: all of it is article.
    NoComments,
}

impl From<Option<ReaderBorder>> for BorderChoice {
    fn from(border: Option<ReaderBorder>) -> Self {
        match border {
            None => Self::Found,
            Some(ReaderBorder::Before(paragraph)) => Self::Before(paragraph),
            Some(ReaderBorder::NoComments) => Self::NoComments,
        }
    }
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// Number of the request.
    pub id: u32,
    /// What came of it.
    pub outcome: Result<Outcome, Unread>,
    /// The answer as it came, for the files program, so that the page need not pack it again.
    #[serde(skip)]
    pub packed: Rc<Vec<u8>>,
}

/// Why a text was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unread {
    /// It is no plain text; the files program may know what it is.
    Foreign,
    /// A file of the models, with this name, did not come.
    NoModel(String),
    /// For this reason.
    Because(Said),
    /// It is being read; another answer follows.
    Underway(Progress),
}

/// How far the reading of a text has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// How many paragraphs the text has.
    pub paragraphs: u32,
    /// What is done with them now.
    pub stage: Stage,
}

/// What is done with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Names are looked for.
    Names,
    /// Who is one and the same is looked for.
    Entities,
    /// Whom pronouns and descriptions mean is looked for.
    References,
    /// Who says what of them is looked for.
    Opinions,
}

/// A text as read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The text and its shape.
    pub discussion: Discussion,
    /// What the engine says of it.
    pub analysis: Analysis,
}

/// Reads a text: the whole work of the worker. How far it has come is told at each stage.
#[must_use]
pub fn answer(request: &Request, models: &Models, tell: &dyn Fn(Reply)) -> Reply {
    let reply = |outcome| Reply { id: request.id, outcome, packed: Rc::default() };
    let name = request.name.as_deref();
    let opened = if is_plain(&request.bytes, name) {
        let because = |error| Unread::Because(strings::import_error(&error));
        import_plain(&request.bytes, Import { name }).map_err(because)
    } else {
        Err(Unread::Foreign)
    };
    let outcome = opened.map(|discussion| {
        let discussion = match request.border {
            BorderChoice::Found => discussion,
            BorderChoice::NoComments => discussion.with_border(None),
            BorderChoice::Before(number) => {
                discussion.with_border(number.checked_sub(1).map(ParagraphId))
            }
        };
        let paragraphs = u32::try_from(discussion.paragraphs.len()).unwrap_or(u32::MAX);
        let tell = |stage| tell(reply(Err(Unread::Underway(Progress { paragraphs, stage }))));
        // The stages of `engine::find_mentions`, one by one.
        tell(Stage::Names);
        let named = names::find(&discussion, models);
        tell(Stage::Entities);
        let (entities, mentions) = entities::link(&discussion, models, &named);
        tell(Stage::References);
        let (entities, mentions) = coreference::resolve(&discussion, models, entities, mentions);
        tell(Stage::Opinions);
        let analysis = analyze_given(&discussion, models, entities, mentions);
        Outcome { discussion, analysis }
    });
    reply(outcome)
}

/// A message as bytes.
///
/// # Errors
/// Never for the types of this module; postcard's sentence if it does refuse.
pub fn pack<T: Serialize>(message: &T) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(message).map_err(|error| error.to_string())
}

/// A message from bytes.
///
/// # Errors
/// Where the bytes are not such a message (page and worker of two versions).
pub fn unpack<T: for<'a> Deserialize<'a>>(bytes: &[u8]) -> Result<T, String> {
    postcard::from_bytes(bytes).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use discussion::import::ImportError;

    use super::*;

    fn request(bytes: &[u8], border: BorderChoice) -> Request {
        Request { id: 7, bytes: bytes.to_vec(), name: Some("talks.txt".into()), border }
    }

    #[test]
    fn a_request_survives_the_way() {
        for border in [BorderChoice::Found, BorderChoice::Before(3), BorderChoice::NoComments] {
            let sent = request("One.\n\nTwo \u{1f600}.".as_bytes(), border);
            let packed = pack(&sent).unwrap();
            assert_eq!(unpack::<Request>(&packed), Ok(sent));
        }
    }

    #[test]
    fn a_reply_survives_the_way() {
        let text = "Talks in Brussels.\n\nI think that the mayor is right about Brussels.";
        for bytes in [text.as_bytes(), b""] {
            let sent =
                answer(&request(bytes, BorderChoice::Before(2)), &Models::default(), &|_| ());
            let packed = pack(&sent).unwrap();
            assert_eq!(unpack::<Reply>(&packed), Ok(sent));
        }
    }

    #[test]
    fn how_far_it_has_come_is_told_before_the_answer() {
        let told = std::cell::RefCell::new(Vec::new());
        let request = request(b"One.\n\nTwo.", BorderChoice::NoComments);
        let reply = answer(&request, &Models::default(), &|reply| told.borrow_mut().push(reply));
        assert!(reply.outcome.is_ok());
        let stages: Vec<_> = told.borrow().iter().map(|reply| reply.outcome.clone()).collect();
        let underway = |stage| Err(Unread::Underway(Progress { paragraphs: 2, stage }));
        let all = [Stage::Names, Stage::Entities, Stage::References, Stage::Opinions];
        assert_eq!(stages, all.map(underway));
    }

    #[test]
    fn the_stages_one_by_one_give_what_the_engine_gives() {
        let text = "Ada Thorne is brave. She mended the bridge.\n\nI think that Thorne is right.";
        let reply =
            answer(&request(text.as_bytes(), BorderChoice::Found), &Models::default(), &|_| ());
        let outcome = reply.outcome.unwrap();
        assert_eq!(outcome.analysis, engine::analyze(&outcome.discussion, &Models::default()));
    }

    #[test]
    fn bytes_that_are_no_message_are_refused() {
        assert!(unpack::<Reply>(&[0xff, 0xff, 0xff]).is_err());
        assert!(unpack::<Request>(&[]).is_err());
    }

    #[test]
    fn what_cannot_be_opened_is_told() {
        let reply = answer(&request(b"  \n ", BorderChoice::Found), &Models::default(), &|_| ());
        let empty = strings::import_error(&ImportError::Empty);
        assert_eq!(reply.outcome, Err(Unread::Because(empty)));
    }

    #[test]
    fn other_formats_are_left_to_the_files_program() {
        let page = request(b"<!doctype html><p>Talks in Brussels.", BorderChoice::Found);
        assert_eq!(answer(&page, &Models::default(), &|_| ()).outcome, Err(Unread::Foreign));
    }
}
