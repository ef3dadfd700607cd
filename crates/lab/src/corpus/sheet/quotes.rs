//! Where a quoted piece stands in a paragraph.

use super::super::Piece;

/// Finds a quote: to the letter, `first words … last words` for a long one, `words #2` for the
/// second place where it stands.
pub(super) fn find(text: &str, quote: &str) -> Option<Piece> {
    let (quote, nth) = match quote.rsplit_once(" #") {
        Some((before, number)) => match number.parse::<usize>() {
            Ok(number) if number > 0 => (before.trim_end(), number),
            _ => (quote, 1),
        },
        None => (quote, 1),
    };
    let (first, last) = match quote.split_once(" … ").or_else(|| quote.split_once(" ... ")) {
        Some((first, last)) if !text.contains(quote) => (first.trim(), Some(last.trim())),
        _ => (quote, None),
    };
    let (start, _) = text.match_indices(first).nth(nth - 1)?;
    let end = match last {
        Some(last) => {
            let from = start + first.len();
            from + text.get(from..)?.find(last)? + last.len()
        }
        None => start + first.len(),
    };
    let points = |byte: usize| text.get(..byte).map(|before| before.chars().count());
    Some(Piece { start: points(start)?, end: points(end)?, text: text.get(start..end)?.to_owned() })
}

/// The shortest quote by which [`find`] finds a piece again.
pub(super) fn quote(text: &str, piece: &Piece) -> String {
    let found = |quote: &str| find(text, quote).as_ref() == Some(piece);
    let words: Vec<&str> = piece.text.split(' ').collect();
    if let ([first, second, .., before, last], true) = (words.as_slice(), words.len() > 9) {
        let short = format!("{first} {second} … {before} {last}");
        if found(&short) {
            return short;
        }
    }
    (2..9)
        .map(|nth| format!("{} #{nth}", piece.text))
        .fold(None, |known: Option<String>, next| {
            known.or_else(|| (!found(&piece.text) && found(&next)).then_some(next))
        })
        .unwrap_or_else(|| piece.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_found_and_given_back() {
        let text =
            "Née 🌉 so so good, so very good that nobody in the whole town could say no to it.";
        let check = |words: &str, expected: Option<(usize, &str)>| {
            let piece = find(text, words);
            assert_eq!(piece.as_ref().map(|p| (p.start, p.text.as_str())), expected, "{words}");
            if let Some(piece) = piece {
                assert_eq!(find(text, &quote(text, &piece)), Some(piece), "{words}");
            }
        };
        check("good", Some((12, "good")));
        check("good #2", Some((26, "good")));
        check("good #3", None);
        check("so … good", Some((6, "so so good")));
        check(
            "that nobody … to it",
            Some((31, "that nobody in the whole town could say no to it")),
        );
        check("bad", None);
    }
}
