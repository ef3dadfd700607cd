//! Finding in the text: where what was typed stands, word for word. Letter case, accents, the shape
//! of quotation marks and the width of white space make no difference, as in the filter's words
//! ([`crate::words`]); it may begin and end inside words.

use discussion::{ParagraphId, Span};

use crate::{
    reading::Reading,
    words::{Traced, fold},
};

/// More letters than this are not looked for.
pub const MAX_TYPED: usize = 200;

/// Where something stands in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What is looked for, as it is searched.
    folded: String,
    /// The paragraphs that hold it, each with the number of matches up to its end.
    paragraphs: Vec<(ParagraphId, usize)>,
}

impl Found {
    /// Looks for what was typed in all paragraphs that are shown.
    #[must_use]
    pub fn of(reading: &Reading, typed: &str, shown: impl Fn(ParagraphId) -> bool) -> Self {
        let typed = typed.char_indices().nth(MAX_TYPED).map_or(typed, |(end, _)| &typed[..end]);
        let folded = fold(typed, reading.lowercase()).trim().to_owned();
        let mut paragraphs = Vec::new();
        let mut count = 0;
        if !folded.is_empty() {
            for id in reading.paragraphs().filter(|id| shown(*id)) {
                let here = places(reading.folded().paragraph(id.index()), &folded).count();
                if here > 0 {
                    count += here;
                    paragraphs.push((id, count));
                }
            }
        }
        Self { folded, paragraphs }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.folded.is_empty()
    }

    /// How many matches there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.paragraphs.last().map_or(0, |(_, count)| *count)
    }

    /// The paragraph of a match and which one it is there, both from 0.
    #[must_use]
    pub fn place(&self, number: usize) -> Option<(ParagraphId, usize)> {
        let at = self.paragraphs.partition_point(|(_, count)| *count <= number);
        let (paragraph, _) = self.paragraphs.get(at)?;
        Some((*paragraph, number - self.before(at)))
    }

    /// The first match in a paragraph or behind it, else the first of all.
    #[must_use]
    pub fn from(&self, paragraph: ParagraphId) -> Option<usize> {
        let at = self.paragraphs.partition_point(|(id, _)| *id < paragraph);
        let found = if at < self.paragraphs.len() { self.before(at) } else { 0 };
        (self.count() > 0).then_some(found)
    }

    fn before(&self, at: usize) -> usize {
        let before = at.checked_sub(1).and_then(|before| self.paragraphs.get(before));
        before.map_or(0, |(_, count)| *count)
    }

    /// The matches in a paragraph, in bytes of the text.
    #[must_use]
    pub fn spans_in(&self, reading: &Reading, id: ParagraphId) -> Vec<Span> {
        let Some(paragraph) = reading.discussion.paragraphs.get(id.index()) else {
            return Vec::new();
        };
        if self.paragraphs.binary_search_by_key(&id, |(id, _)| *id).is_err() {
            return Vec::new();
        }
        let traced = Traced::of(reading.discussion.slice(paragraph.span), reading.lowercase());
        let start = paragraph.span.start;
        places(&traced.folded, &self.folded)
            .filter_map(|at| traced.origin(at..at + self.folded.len()))
            .map(|origin| Span { start: start + origin.start, end: start + origin.end })
            .collect()
    }
}

/// Where a word stands in a text, without overlaps.
fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + use<'a> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(word)?;
        from = at + word.len();
        Some(at)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample::Sample;

    fn found(reading: &Reading, typed: &str) -> Vec<String> {
        let found = Found::of(reading, typed, |_| true);
        let spans = (0..found.count()).map(|number| {
            let (paragraph, nth) = found.place(number).unwrap();
            found.spans_in(reading, paragraph)[nth]
        });
        spans.map(|span| reading.discussion.slice(span).to_owned()).collect()
    }

    #[test]
    fn finds_whatever_the_case_and_the_accents() {
        let reading = Sample::new(&["The Café, a cafe\u{301} of Łódź.", "It rained."])
            .comment("\u{201c}CAFE\u{201d}!  Two\u{a0}  spaces in stra\u{df}e.")
            .reading();
        assert_eq!(found(&reading, "cafe"), ["Café", "cafe\u{301}", "CAFE"]);
        assert_eq!(found(&reading, "LODZ"), ["Łódź"]);
        assert_eq!(found(&reading, "\"café\"!"), ["\u{201c}CAFE\u{201d}!"]);
        assert_eq!(found(&reading, "two spaces"), ["Two\u{a0}  spaces"]);
        assert_eq!(found(&reading, "STRASSE"), ["stra\u{df}e"]);
        assert_eq!(found(&reading, "af"), ["af", "af", "AF"], "inside words, too");
        assert_eq!(found(&reading, " \n"), [""; 0]);
        assert_eq!(found(&reading, "cafeteria"), [""; 0]);
    }

    #[test]
    fn goes_on_from_where_the_reader_is() {
        let reading = Sample::new(&["one two one", "three", "one"]).reading();
        let all = Found::of(&reading, "one", |_| true);
        assert_eq!(all.count(), 3);
        let from = |paragraph| all.from(ParagraphId(paragraph));
        assert_eq!([from(0), from(1), from(2), from(3)], [Some(0), Some(2), Some(2), Some(0)]);
        assert_eq!(all.place(1), Some((ParagraphId(0), 1)));
        assert_eq!(all.place(3), None);
        let shown = Found::of(&reading, "one", |id| id.0 > 0);
        assert_eq!((shown.count(), shown.place(0)), (1, Some((ParagraphId(2), 0))));
        let none = Found::of(&reading, "four", |_| true);
        assert_eq!((none.count(), none.from(ParagraphId(0))), (0, None));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_found_reads_as_what_is_looked_for(
            text in "([a-cA-C éß\u{301}İΣ]|\\PC){1,40}",
            typed in "[a-cA-C éßs]{1,3}",
        ) {
            let reading = Sample::new(&[text.as_str()]).reading();
            let lowercase = reading.lowercase();
            for one in found(&reading, &typed) {
                let (one, typed) = (fold(&one, lowercase), fold(&typed, lowercase));
                prop_assert!(one.contains(typed.trim()), "{one:?} for {typed:?}");
            }
        }
    }
}
