//! Sorts of signs that the tokenizer and the sentence splitter share.

/// Apostrophes as they are typed and set.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

/// Hyphens that join the parts of a word; dashes do not.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Marks that end a sentence by themselves, in any script.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
            | '。'
            | '！'
            | '？'
            | '．'
            | '｡'
            | '۔'
            | '؟'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '။'
    )
}

/// Whether a word of UAX #29 is a picture: those blocks whose characters show as pictures by
/// default, flags, keycaps, and anything that asks for the picture form (U+FE0F).
pub(crate) fn is_emoji(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let first = word.chars().next().unwrap_or('\0');
    matches!(
        first,
        '\u{1F000}'..='\u{1FAFF}'
            | '\u{2600}'..='\u{2767}'
            | '\u{2794}'..='\u{27BF}'
            | '\u{231A}'..='\u{231B}'
            | '\u{23E9}'..='\u{23F3}'
            | '\u{25FD}'..='\u{25FE}'
            | '\u{2B1B}'..='\u{2B1C}'
            | '\u{2B50}'
            | '\u{2B55}'
    ) || word.contains(['\u{FE0F}', '\u{20E3}'])
}

/// The length of the face made of signs (`:-)`) at the start, 0 if there is none. A face stands
/// alone: no letter or digit behind it.
pub(crate) fn emoticon(run: &str) -> usize {
    const FACES: [&str; 26] = [
        ":-)", ":-(", ":-D", ":-P", ":-p", ":-/", ":-|", ":-O", ":-o", ":')", ":'(", ";-)", ":)",
        ":(", ":D", ":P", ":p", ":/", ":|", ":O", ";)", "=)", "=(", "<3", "</3", "^^",
    ];
    if !run.starts_with([':', ';', '=', '<', '^']) {
        return 0;
    }
    FACES
        .iter()
        .find(|face| {
            run.strip_prefix(**face)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '/'))
        })
        .map_or(0, |face| face.len())
}
