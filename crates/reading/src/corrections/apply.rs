//! From the machine's reading and corrections to the reader's.

use discussion::Discussion;
use engine::Analysis;

use super::{Correction, Misfit, draft::Draft};
use crate::view::ReaderBorder;

/// More corrections than this are not looked at.
pub const MAX_CORRECTIONS: usize = 5000;

/// What of a reading was made by the reader, beside stances, which say it themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByReader {
    /// For each mention, whether it or its entity was given by the reader.
    pub mentions: Vec<bool>,
    /// For each entity, whether it, its name or its type was given by the reader.
    pub entities: Vec<bool>,
}

/// A corrected reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrected {
    /// The text, with the authors that the reader set.
    pub discussion: Discussion,
    /// The analysis as corrected.
    pub analysis: Analysis,
    /// What was made by the reader.
    pub by_reader: ByReader,
    /// Corrections that do not fit, by their place in the list, each with the reason.
    pub misfits: Vec<(usize, Misfit)>,
    /// The border that the last correction of it asks for. It has to be set before the text is
    /// analysed, so it is only looked up here.
    pub border: Option<ReaderBorder>,
}

/// Applies corrections in their order.
#[must_use]
pub fn apply<'c>(
    mut discussion: Discussion,
    mut analysis: Analysis,
    corrections: impl Iterator<Item = &'c Correction>,
) -> Corrected {
    let mut draft = Draft::new(&mut discussion, &mut analysis);
    let (mut misfits, mut border) = (Vec::new(), None);
    for (at, correction) in corrections.enumerate() {
        let done = if at < MAX_CORRECTIONS {
            draft.apply(correction, &mut border)
        } else {
            Err(Misfit::TooMuch)
        };
        if let Err(misfit) = done {
            misfits.push((at, misfit));
        }
    }
    let by_reader = draft.finish();
    Corrected { discussion, analysis, by_reader, misfits, border }
}

impl Draft<'_> {
    fn apply(
        &mut self,
        correction: &Correction,
        border: &mut Option<ReaderBorder>,
    ) -> Result<(), Misfit> {
        self.charge()?;
        match correction {
            Correction::Retype { who, kind } => self.retype(who, *kind),
            Correction::Rename { who, name } => self.rename(who, name),
            Correction::Merge { who, into } => self.merge(who, into),
            Correction::Reassign { at, scope, from, to, new } => {
                self.reassign(at, *scope, from, to, *new)
            }
            Correction::Mark { at, scope, to, new } => self.mark(at, *scope, to, *new),
            Correction::Unmark { at, scope, who } => self.unmark(at, *scope, who),
            Correction::Judge { at, scope, target, holder, stance, not_the_writers } => {
                self.judge(at, *scope, target, holder, *stance, *not_the_writers)
            }
            Correction::Author { at, name } => self.author(at, name),
            Correction::Border { at } => {
                *border = Some(self.border(at.as_ref())?);
                Ok(())
            }
        }
    }
}
