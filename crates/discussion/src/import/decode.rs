//! Bytes as text: UTF-8, UTF-16 with a byte order mark, and Windows-1252 where nothing else fits.

use std::borrow::Cow;

use super::ImportError;

/// What the bytes 0x80 to 0x9F mean in Windows-1252 (WHATWG index, undefined ones as U+FFFD).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž',
    '\u{FFFD}', '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}',
    'ž', 'Ÿ',
];

/// The text of a file.
///
/// A byte order mark decides and is dropped. Without one the text is UTF-8; a few broken bytes in
/// a text that has other characters of several bytes show as U+FFFD. Text of single bytes without
/// control characters is read as Windows-1252.
///
/// # Errors
/// [`ImportError::NotText`] for anything else, a NUL anywhere included.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, u16::from_le_bytes).map(Cow::Owned);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, u16::from_be_bytes).map(Cow::Owned);
    }
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let body = bytes.get(mark..).unwrap_or(&[]);
    // Almost no file has one, which is found out fast.
    if body.contains(&0)
        && let Some(at) = body.iter().position(|&b| b == 0)
    {
        return Err(ImportError::NotText { position: mark + at });
    }
    let error = match std::str::from_utf8(body) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    let position = mark + error.valid_up_to();
    let good: usize = body
        .utf8_chunks()
        .map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count())
        .sum();
    let bad = body.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    if good > 8 * bad || (mark > 0 && good > bad) {
        return Ok(String::from_utf8_lossy(body));
    }
    let high = body.iter().filter(|b| **b >= 0x80).count();
    let control = |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C) || *b == 0x7F;
    if mark > 0 || high * 3 > body.len() || body.iter().any(control) {
        return Err(ImportError::NotText { position });
    }
    let text: String = body
        .iter()
        .map(|&b| match b {
            0x80..=0x9F => WINDOWS_1252.get(usize::from(b - 0x80)).copied().unwrap_or('\u{FFFD}'),
            _ => char::from(b),
        })
        .collect();
    if text.contains('\u{FFFD}') {
        return Err(ImportError::NotText { position });
    }
    Ok(Cow::Owned(text))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ImportError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut at = 2;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match decoded {
            Ok(c) if c != '\0' => {
                text.push(c);
                at += 2 * c.len_utf16();
            }
            _ => return Err(ImportError::NotText { position: at }),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(ImportError::NotText { position: at }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Result<&str, usize>) {
        let expected =
            expected.map(str::to_owned).map_err(|position| ImportError::NotText { position });
        assert_eq!(decode(bytes).map(Cow::into_owned), expected, "of {bytes:?}");
    }

    #[test]
    fn encodings() {
        check(b"plain", Ok("plain"));
        check("\u{FEFF}é".as_bytes(), Ok("é"));
        check(b"\xFF\xFEa\0\xE9\0", Ok("aé"));
        check(b"\xFE\xFF\xD8\x3D\xDE\x00", Ok("😀"));
        check(b"caf\xE9 \x93so\x94 it was said there", Ok("café “so” it was said there"));
    }

    #[test]
    fn not_text() {
        check(b"ab\0c", Err(2));
        check(b"\x89PNG\r\n\x1A\n", Err(0));
        check(b"\xFF\xFEa\0\0\xD8", Err(4));
        check(b"\xFF\xFEa", Err(2));
        check(b"some text and \x81 then", Err(14));
    }

    #[test]
    fn a_broken_byte_among_good_ones() {
        let text = "äöüßéèáàôêñ".to_owned();
        let bytes = [text.as_bytes(), b"\xC3", b" end"].concat();
        assert_eq!(decode(&bytes).unwrap(), text + "\u{FFFD} end");
    }
}
