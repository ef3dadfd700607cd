//! What a link carries beside its view: a text (`t=`) and corrections (`c=`).
//!
//! Each is a digit for the version of its packing, 1, and behind it base64url of a raw DEFLATE
//! stream (RFC 1951). The text's stream holds a line with the name of its file and then the file as
//! it came; that of corrections a line for each (see [`Correction::to_line`]). Unpacking is left to
//! others, since the browser knows how; they stop at [`Packed::most`] bytes, so that a small link
//! cannot fill the memory.
//!
//! [`Correction::to_line`]: crate::corrections::Correction::to_line

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::{MAX_BYTES, base64};
use crate::corrections::MAX_LINE_BYTES;

/// The longest text that is unpacked, in bytes.
pub const MAX_TEXT_BYTES: usize = 4 * 1024 * 1024;

/// The most bytes of corrections that are unpacked.
pub const MAX_CORRECTIONS_BYTES: usize = 512 * 1024;

/// Something packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// A raw DEFLATE stream.
    pub deflated: Vec<u8>,
    /// The most bytes that it may be unpacked to.
    pub most: usize,
}

impl Packed {
    /// Unpacks it, for programs that have no other way; none where it is damaged or becomes more
    /// than it may.
    #[must_use]
    pub fn unpack(&self) -> Option<Vec<u8>> {
        miniz_oxide::inflate::decompress_to_vec_with_limit(&self.deflated, self.most).ok()
    }
}

/// What a link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cargo {
    /// A text; see [`split_text`].
    pub text: Option<Packed>,
    /// Corrections; see [`lines`].
    pub corrections: Option<Packed>,
}

impl Cargo {
    /// Whether the link carries nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_none() && self.corrections.is_none()
    }
}

/// The cargo of a fragment. What cannot be one is noted by [`super::decode`] and left out here.
#[must_use]
pub fn cargo(fragment: &str) -> Cargo {
    let mut cargo = Cargo::default();
    if fragment.len() > MAX_BYTES {
        return cargo;
    }
    let query = fragment.split_once('?').map_or("", |(_, query)| query);
    for part in query.split('&') {
        match part.split_once('=') {
            Some(("t", value)) => cargo.text = unpackable(&decoded(value), MAX_TEXT_BYTES),
            Some(("c", value)) => {
                cargo.corrections = unpackable(&decoded(value), MAX_CORRECTIONS_BYTES);
            }
            _ => {}
        }
    }
    cargo
}

fn decoded(value: &str) -> Cow<'_, str> {
    percent_decode_str(value).decode_utf8_lossy()
}

/// A part's value, where it is of the version that is known.
pub(super) fn unpackable(value: &str, most: usize) -> Option<Packed> {
    let deflated = base64::decode(value.strip_prefix('1')?)?;
    (!deflated.is_empty()).then_some(Packed { deflated, most })
}

/// Whether a part's value is of a later version.
pub(super) fn is_newer(value: &str) -> bool {
    value.starts_with(|first: char| ('2'..='9').contains(&first))
}

/// A link with cargo: raw DEFLATE streams of a text and of corrections.
#[must_use]
pub fn with_cargo(mut link: String, text: Option<&[u8]>, corrections: Option<&[u8]>) -> String {
    for (key, stream) in [("t", text), ("c", corrections)] {
        if let Some(stream) = stream {
            link.push(if link.contains('?') { '&' } else { '?' });
            link.push_str(key);
            link.push_str("=1");
            link.push_str(&base64::encode(stream));
        }
    }
    link
}

/// A text with the name of its file, as it is packed.
#[must_use]
pub fn join_text(name: Option<&str>, file: &[u8]) -> Vec<u8> {
    let name = name.unwrap_or("").split(['\n', '\r']).next().unwrap_or("");
    [name.as_bytes(), b"\n", file].concat()
}

/// The name of a file and the file, from what was unpacked.
#[must_use]
pub fn split_text(bytes: &[u8]) -> (Option<String>, Vec<u8>) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (name, file) = bytes.split_at(end);
    let name = String::from_utf8_lossy(name).into_owned();
    (Some(name).filter(|name| !name.is_empty()), file.get(1..).unwrap_or(&[]).to_vec())
}

/// The lines of unpacked corrections; those that are too long to be any are left out.
#[must_use]
pub fn lines(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.split('\n').filter(|l| !l.is_empty() && l.len() <= MAX_LINE_BYTES);
    lines.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};
    use proptest::prelude::*;

    use super::*;
    use crate::{
        corrections::{Correction, tests::corrections},
        link::{LinkNote, decode, encode},
        view::View,
    };

    fn unpack(packed: &Packed) -> Option<Vec<u8>> {
        decompress_to_vec_with_limit(&packed.deflated, packed.most).ok()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn texts_and_corrections_come_back(
            file: Vec<u8>, name in "[a-z\u{e9}]{1,5}\\.md|", all in corrections()
        ) {
            let name = Some(name.as_str()).filter(|name| !name.is_empty());
            let text = compress_to_vec(&join_text(name, &file), 9);
            let joined: Vec<_> = all.iter().map(Correction::to_line).collect();
            let packed = compress_to_vec(joined.join("\n").as_bytes(), 9);
            let link = with_cargo(encode(&View::default()), Some(&text), Some(&packed));
            let (view, notes) = decode(&link);
            prop_assert_eq!((view, notes), (View::default(), vec![]));
            let cargo = cargo(&link);
            let (back, bytes) = split_text(&unpack(&cargo.text.unwrap()).unwrap());
            prop_assert_eq!((back.as_deref(), bytes), (name, file));
            let lines = lines(&unpack(&cargo.corrections.unwrap()).unwrap());
            let read: Vec<_> = lines.iter().filter_map(|line| Correction::from_line(line)).collect();
            prop_assert_eq!(read, all);
        }

        #[test]
        fn any_damage_is_noted_or_unpacks_to_something(value in "1?[A-Za-z0-9_=%-]{0,40}") {
            let link = format!("#/?t={value}&c={value}");
            let (_, notes) = decode(&link);
            let cargo = cargo(&link);
            prop_assert_eq!(cargo.is_empty(), !notes.is_empty(), "what is left out is noted");
            for packed in [cargo.text, cargo.corrections].into_iter().flatten() {
                if let Some(bytes) = unpack(&packed) {
                    prop_assert!(bytes.len() <= packed.most);
                }
            }
        }
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = compress_to_vec(&vec![b'x'; 30 * 1024 * 1024], 9);
        let link = with_cargo("#/opened".to_owned(), Some(&bomb), Some(&bomb));
        assert!(link.len() < MAX_BYTES * 2);
        let begun = Instant::now();
        let text = cargo(&link).text;
        assert_eq!(text.as_ref().and_then(unpack), None);
        assert!(begun.elapsed() < Duration::from_secs(2));
    }

    #[test]
    fn a_later_packing_is_said_to_be_newer() {
        let (_, notes) = decode("#/opened?c=2abc&h=0123456789abcdef");
        assert_eq!(notes, [LinkNote::Newer]);
        assert!(cargo("#/opened?c=2abc").is_empty());
        let (_, notes) = decode("#/opened?t=1&c=0AA");
        assert_eq!(notes.len(), 2, "{notes:?}");
    }
}
