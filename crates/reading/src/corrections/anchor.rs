//! Anchors: where in a text a correction was made, so that the place is found again when the text
//! has changed a little.
//!
//! An anchor holds the words themselves, where they stood, and a few characters on both sides. It
//! is looked for where it was first; then at every place where the words stand, of which the one
//! with the most similar surroundings counts, and of several such the nearest.

use discussion::Span;

use super::Misfit;

/// Characters of context on each side.
const CONTEXT: usize = 16;

/// The longest quotation that can be anchored, in bytes.
pub const MAX_QUOTE_BYTES: usize = 300;

/// Bytes of text that all anchors together may be looked for in, so that no list of corrections
/// keeps anybody waiting.
pub(super) const MAX_WORK: usize = 256 * 1024 * 1024;

/// A place in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The words that stand there.
    pub quote: String,
    /// Their first byte in the text that they were taken from.
    pub start: u32,
    /// What stands before them, at most 16 characters.
    pub before: String,
    /// What stands behind them, at most 16 characters.
    pub after: String,
}

impl Anchor {
    /// The anchor of a place in a text; a quotation beyond [`MAX_QUOTE_BYTES`] is cut.
    #[must_use]
    pub fn of(text: &str, span: Span) -> Self {
        let quote = span.of(text);
        let quote = quote.get(..quote.floor_char_boundary(MAX_QUOTE_BYTES)).unwrap_or("");
        let (start, end) = (span.start as usize, span.start as usize + quote.len());
        let before = text.get(..start).unwrap_or("");
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let after = text.get(end..).unwrap_or("");
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Self {
            quote: quote.to_owned(),
            start: span.start,
            before: before.get(from..).unwrap_or("").to_owned(),
            after: after.get(..to).unwrap_or("").to_owned(),
        }
    }

    /// Where it is in a text. `work` is what may still be read, in bytes.
    ///
    /// # Errors
    /// Where the words are gone, or stand at several places of which none resembles the old one,
    /// or where nothing more may be read.
    pub fn find(&self, text: &str, work: &mut usize) -> Result<Span, Misfit> {
        let whole = self.before.len() + self.after.len();
        let here = self.start as usize;
        if self.quote.is_empty() {
            return Err(Misfit::QuoteGone);
        }
        let stands_here = text.get(here..).is_some_and(|rest| rest.starts_with(&self.quote));
        if stands_here && self.likeness(text, here) == whole {
            return Ok(Span::new(here, here + self.quote.len()));
        }
        *work = work.checked_sub(text.len()).ok_or(Misfit::TooMuch)?;
        let (mut best, mut count) = (None, 0_usize);
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(&self.quote)) {
            let place = from + at;
            // Short words in a long text: each look at the surroundings is work as well.
            *work = work.checked_sub(2 * CONTEXT).ok_or(Misfit::TooMuch)?;
            let rank = (self.likeness(text, place), usize::MAX - place.abs_diff(here));
            if best.is_none_or(|(other, _)| rank > other) {
                best = Some((rank, place));
            }
            count += 1;
            from = text.ceil_char_boundary(place + 1);
        }
        let ((likeness, _), place) = best.ok_or(Misfit::QuoteGone)?;
        if count > 1 && place != here && likeness * 3 < whole {
            return Err(Misfit::Ambiguous);
        }
        Ok(Span::new(place, place + self.quote.len()))
    }

    /// How many bytes of the surroundings are as they were, counted outward from the quotation.
    fn likeness(&self, text: &str, place: usize) -> usize {
        let (before, after) = text.as_bytes().split_at(place.min(text.len()));
        let after = after.get(self.quote.len()..).unwrap_or(&[]);
        let same = |(a, b): &(&u8, &u8)| a == b;
        before.iter().rev().zip(self.before.as_bytes().iter().rev()).take_while(same).count()
            + after.iter().zip(self.after.as_bytes()).take_while(same).count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn find(text: &str, quote: &str, nth: usize, changed: &str) -> Result<usize, Misfit> {
        let (start, _) = text.match_indices(quote).nth(nth).unwrap();
        let anchor = Anchor::of(text, Span::new(start, start + quote.len()));
        anchor.find(changed, &mut MAX_WORK.clone()).map(|span| span.start as usize)
    }

    #[test]
    fn finds_the_same_words_after_a_change() {
        let text = "The mayor spoke. Bell agreed with Ash. Later Bell left, and Bell returned.";
        assert_eq!(find(text, "Bell", 1, text), Ok(45));
        let longer = format!("A new first line.\n\n{text}");
        assert_eq!(find(text, "Bell", 1, &longer), Ok(64));
        assert_eq!(find(text, "Bell", 2, &text.replace("and ", "but ")), Ok(60));
        assert_eq!(find(text, "Ash", 0, "Somebody else named Ash."), Ok(20), "there is only one");
    }

    #[test]
    fn says_why_it_is_not_found() {
        let text = "Bell agreed with Ash.";
        assert_eq!(find(text, "Ash", 0, "Bell agreed."), Err(Misfit::QuoteGone));
        let other = "xx Ash yy, zz Ash vv";
        assert_eq!(find(text, "Ash", 0, other), Err(Misfit::Ambiguous));
        let anchor = Anchor::of(text, Span::new(0, 4));
        assert_eq!(anchor.find("Now Bell", &mut 3), Err(Misfit::TooMuch));
        assert_eq!(Anchor::default().find("", &mut 3), Err(Misfit::QuoteGone));
    }

    proptest! {
        #[test]
        fn every_place_is_found_again(text in "(a|b|\u{e9}|\u{1f600}| ){1,60}", a: usize, b: usize) {
            let at = |n: usize| text.floor_char_boundary(n % (text.len() + 1));
            let span = Span::new(at(a).min(at(b)), at(a).max(at(b)));
            let anchor = Anchor::of(&text, span);
            let found = anchor.find(&text, &mut MAX_WORK.clone());
            prop_assert_eq!(found.ok(), (!span.is_empty()).then_some(span));
        }

        #[test]
        fn a_line_put_before_the_text_moves_every_place(
            text in "[a-c ]{20,60}", line in "[x-z]{1,9}", at in 0..19_usize
        ) {
            let span = Span::new(at, at + 1);
            let anchor = Anchor::of(&text, span);
            let moved = format!("{line}\n{text}");
            let found = anchor.find(&moved, &mut MAX_WORK.clone()).unwrap();
            // Surroundings that stand in the text twice are the same to an anchor.
            let twin = Anchor::of(&moved, found);
            prop_assert!(found.start as usize == at + line.len() + 1 || twin.after == anchor.after);
        }

        #[test]
        fn any_anchor_in_any_text(text: String, quote: String, before: String, start: u32) {
            let anchor = Anchor { quote, start, after: before.clone(), before };
            if let Ok(span) = anchor.find(&text, &mut MAX_WORK.clone()) {
                prop_assert_eq!(span.of(&text), anchor.quote);
            }
        }
    }
}
