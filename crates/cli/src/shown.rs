//! What `--view` asks for: the filter and the border of a link, and the corrections that it carries.

use std::path::Path;

use discussion::{Discussion, ParagraphId};
use engine::Analysis;
use reading::{
    ReaderBorder, Reading, View,
    corrections::{Correction, apply},
    export::Drawn,
    link::{
        self,
        cargo::{cargo, lines},
    },
    words::Lowercase,
};

/// A link, as far as it says what is written.
#[derive(Default)]
pub(crate) struct Shown {
    /// The link from its number sign on; empty where there is none.
    pub(crate) fragment: String,
    view: View,
    /// The corrections as lines.
    pub(crate) lines: Vec<String>,
    corrections: Vec<Correction>,
}

impl Shown {
    /// Of a link, which may be a whole address or what stands behind its number sign.
    pub(crate) fn of(link: &str) -> Self {
        let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
        let (view, notes) = link::decode(fragment);
        notes.iter().for_each(|note| eprintln!("stancelight: {note}"));
        let unpacked = cargo(fragment).corrections.map(|packed| packed.unpack());
        if unpacked == Some(None) {
            eprintln!("stancelight: The corrections in the link are damaged and left out.");
        }
        let lines = lines(&unpacked.flatten().unwrap_or_default());
        let corrections: Vec<_> =
            lines.iter().filter_map(|line| Correction::from_line(line)).collect();
        let unknown = lines.len() - corrections.len();
        if unknown > 0 {
            eprintln!("stancelight: {unknown} corrections in the link are not understood.");
        }
        Self { fragment: format!("#{fragment}"), view, lines, corrections }
    }

    /// The discussion with the border where the link wants it.
    pub(crate) fn with_border(&self, discussion: Discussion) -> Discussion {
        let corrected = || {
            let all = self.corrections.iter();
            let borders = all.filter(|c| matches!(c, Correction::Border { .. }));
            apply(discussion.clone(), Analysis::default(), borders).border
        };
        match self.view.border.or_else(corrected) {
            Some(ReaderBorder::Before(number)) => {
                let there = number > 1 && number as usize <= discussion.paragraphs.len();
                let first = there.then(|| ParagraphId(number - 1));
                if there { discussion.with_border(first) } else { discussion }
            }
            Some(ReaderBorder::NoComments) => discussion.with_border(None),
            None => discussion,
        }
    }

    /// A drawing's order, as the link has it.
    pub(crate) fn sorted(&self, drawn: Drawn) -> Drawn {
        Drawn { sort: self.view.sort, sections_only: self.view.sections_only, ..drawn }
    }

    /// The reading as corrected, and of it what the filter shows.
    pub(crate) fn reading(
        &self,
        discussion: Discussion,
        analysis: Analysis,
        file: &Path,
    ) -> Reading {
        let corrected = apply(discussion, analysis, self.corrections.iter());
        for (at, misfit) in &corrected.misfits {
            eprintln!("stancelight: {}: correction {}: {misfit}", file.display(), at + 1);
        }
        let reading = Reading::corrected(corrected, Lowercase::STANDARD);
        for slug in self.view.filter.unknown(&reading) {
            eprintln!("stancelight: {}: nothing here is called {slug}", file.display());
        }
        if self.view.filter.is_empty() {
            return reading;
        }
        let shown = self.view.filter.apply(&reading);
        reading.restricted(&shown)
    }
}
