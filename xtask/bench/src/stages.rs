//! The way from bytes to entities, with a look at the clock after each stage.

use discussion::{Discussion, Import, ImportError, import as importers};
use engine::{Mention, Models, coreference, entities, names};

/// The stages in their order.
pub const STAGES: [&str; 4] = ["import", "names", "entities", "coreference"];

/// What stands between two texts of a set.
pub const BORDER: char = '\u{c}';

/// What one run over a set of texts took and found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Run {
    /// Milliseconds of each of [`STAGES`].
    pub times: [f64; STAGES.len()],
    /// Entities in all texts.
    pub entities: usize,
    /// Mentions in all texts.
    pub mentions: usize,
    /// A hash of the mentions: whether two builds read the same.
    pub digest: u32,
}

/// Reads each text of a set; `now` is a clock in milliseconds.
pub fn run(set: &str, models: &Models, mut now: impl FnMut() -> f64) -> Run {
    let mut run = Run::default();
    for text in set.split(BORDER) {
        let mut clock = [now(); STAGES.len() + 1];
        let Ok(discussion) = open(text.as_bytes()) else { continue };
        clock[1] = now();
        let named = names::find(&discussion, models);
        clock[2] = now();
        let (found, mentions) = entities::link(&discussion, models, &named);
        clock[3] = now();
        let (found, mentions) = coreference::resolve(&discussion, models, found, mentions);
        clock[4] = now();
        for (time, ends) in run.times.iter_mut().zip(clock.windows(2)) {
            *time += ends[1] - ends[0];
        }
        run.entities += found.len();
        run.mentions += mentions.len();
        run.digest = mentions.iter().fold(run.digest, digest);
    }
    run
}

/// As the page's worker opens a text.
fn open(bytes: &[u8]) -> Result<Discussion, ImportError> {
    if importers::is_plain(bytes, None) {
        importers::import_plain(bytes, Import::default())
    } else {
        importers::import(bytes, Import::default())
    }
}

/// FNV-1a over what a mention says, but for its confidence: exponentials differ in their last bit
/// between machines.
fn digest(hash: u32, mention: &Mention) -> u32 {
    let parts = [mention.span.start, mention.span.end, mention.entity.0, mention.kind as u32];
    parts.iter().fold(hash, |hash, part| (hash ^ part).wrapping_mul(0x0100_0193))
}
