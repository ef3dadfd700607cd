//! Runs without white space, and the short way through those that most words are.

/// The end of the white space that begins at a byte, or of the run without any.
pub(super) fn past(body: &str, from: usize, white: bool) -> usize {
    let mut at = from;
    if !white {
        // Signs that show and have one byte, which most have.
        while body.as_bytes().get(at).is_some_and(|byte| matches!(byte, b'!'..=b'~')) {
            at += 1;
        }
    }
    // Byte by byte as far as the basic alphabet goes.
    while let Some(byte) = body.as_bytes().get(at) {
        if !byte.is_ascii() {
            let rest = body.get(at..).unwrap_or("");
            return at + rest.find(|c: char| c.is_whitespace() != white).unwrap_or(rest.len());
        }
        if matches!(byte, b'\t'..=b'\r' | b' ') != white {
            break;
        }
        at += 1;
    }
    at
}

/// Where the word ends in a run of letters of the basic alphabet, with no more than one apostrophe
/// between them and no more than a stop behind them: Unicode's borders there are known.
pub(super) fn plain_end(run: &str) -> Option<usize> {
    let letters = |bytes: &[u8]| bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let bytes = run.as_bytes();
    let first = letters(bytes);
    let rest = bytes.get(first..)?;
    if first == 0 {
        return None;
    }
    match rest {
        [b'.'] | [] => Some(first),
        [b'\'', rest @ ..] if letters(rest) > 0 => {
            let end = first + 1 + letters(rest);
            matches!(bytes.get(end..), Some([b'.'] | [])).then_some(end)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    #[test]
    fn runs_end_at_any_white_space() {
        assert_eq!(past("ab\u{a0}c", 0, false), 2);
        assert_eq!(past(" \u{2003}\t.", 0, true), 5);
        assert_eq!(past("é é", 0, false), 2);
        assert_eq!(past("ab", 2, true), 2);
    }

    #[test]
    fn plain_runs_have_the_borders_of_unicode() {
        for run in ["end.", "Kerry's", "don't.", "I", "a.", "O'Brien"] {
            let first = run.split_word_bound_indices().nth(1).map_or(run.len(), |(at, _)| at);
            assert_eq!(plain_end(run), Some(first), "{run}");
        }
        for run in ["", ".", "a.b", "a'", "'a", "a'b'c", "é", "a..", "a1"] {
            assert_eq!(plain_end(run), None, "{run}");
        }
    }
}
