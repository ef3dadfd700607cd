//! The way from bytes to entities, with a look at the clock after each stage.

use discussion::Import;
use engine::{Models, coreference, entities, names};

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
}

/// Reads each text of a set; `now` is a clock in milliseconds.
pub fn run(set: &str, models: &Models, mut now: impl FnMut() -> f64) -> Run {
    let mut run = Run::default();
    for text in set.split(BORDER) {
        let mut clock = [now(); STAGES.len() + 1];
        let Ok(discussion) = discussion::import(text.as_bytes(), Import::default()) else {
            continue;
        };
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
    }
    run
}
