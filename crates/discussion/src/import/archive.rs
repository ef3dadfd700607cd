//! ZIP archives of files, each opened as it would be alone.
//!
//! Sizes are bounded before anything is unpacked, and again while it is, since an archive can lie
//! about them. What programs put beside the files (folders, names that begin with a point, macOS's
//! `__MACOSX`) is passed over; an archive in an archive is left out.

use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive, ZipVerification};

use super::{
    Import, ImportError, MAX_BYTES, MAX_DISCUSSIONS, MAX_FILE_BYTES, Opened, import_all,
    notes::{ImportNote, Many},
};

/// The most files of an archive.
const MAX_FILES: usize = 500;
/// The most bytes that all files of an archive come to.
const MAX_UNPACKED: usize = MAX_FILE_BYTES;

/// Whether bytes begin as an archive with something in it does.
pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The discussions of all files of an archive, in its order.
///
/// # Errors
/// Where it is damaged or too large, or none of its files can be opened.
pub(super) fn read(bytes: &[u8]) -> Result<Opened, ImportError> {
    read_within(bytes, MAX_UNPACKED)
}

/// Reads an archive whose files come to at most so many bytes.
fn read_within(bytes: &[u8], mut room: usize) -> Result<Opened, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let damaged = |_| ImportError::Archive;
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let mut opened = Opened { discussions: Vec::new(), notes: Vec::new() };
    let (mut files, mut left) = (0, 0);
    let mut last = ImportError::Empty;
    let mut entries = archive.entries();
    loop {
        let entry = match entries.next_entry() {
            Ok(Some(entry)) => entry,
            Ok(None) => break,
            Err(_) if files > 0 => {
                // What stands before is whole.
                opened.notes.push(ImportNote::CutOff { position: bytes.len() });
                break;
            }
            Err(_) => return Err(ImportError::Archive),
        };
        let name = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        // Documents of office programs and books are archives too.
        if files == 0 && ["[Content_Types].xml", "mimetype"].contains(&name.as_str()) {
            return Err(ImportError::Packed);
        }
        if entry.is_dir() || is_beside(&name) {
            continue;
        }
        if files == MAX_FILES {
            left += 1;
            continue;
        }
        files += 1;
        let limit = room.min(MAX_FILE_BYTES);
        let found = unpack(&archive, &entry, limit).and_then(|content| {
            room -= content.len().min(room);
            if begins(&content) {
                return Err(ImportError::Archive);
            }
            import_all(&content, Import { name: Some(&name) })
        });
        match found {
            Ok(more) => {
                opened.notes.extend(more.notes);
                opened.discussions.extend(more.discussions);
            }
            Err(why) => {
                opened.notes.push(ImportNote::File { name, why: why.clone() });
                last = why;
            }
        }
    }
    if left > 0 {
        let (what, limit) = (Many::Files, MAX_FILES);
        opened.notes.push(ImportNote::TooMany { what, count: left, limit });
    }
    if let Some(count) = opened.discussions.len().checked_sub(MAX_DISCUSSIONS).filter(|n| *n > 0) {
        let (what, limit) = (Many::Discussions, MAX_DISCUSSIONS);
        opened.notes.push(ImportNote::TooMany { what, count, limit });
        opened.discussions.truncate(MAX_DISCUSSIONS);
    }
    if opened.discussions.is_empty() { Err(last) } else { Ok(opened) }
}

/// Whether a file is there for programs alone.
fn is_beside(name: &str) -> bool {
    name.split(['/', '\\']).any(|part| part.starts_with('.') || part == "__MACOSX")
        || name.ends_with(['/', '\\'])
}

/// A file of at most so many bytes.
fn unpack(
    archive: &ZipSliceArchive<&[u8]>,
    entry: &rawzip::ZipFileHeaderRecord<'_>,
    limit: usize,
) -> Result<Vec<u8>, ImportError> {
    let says = usize::try_from(entry.uncompressed_size_hint()).unwrap_or(usize::MAX);
    if says > limit {
        return Err(ImportError::TooLarge { bytes: says });
    }
    if entry.flags().is_encrypted() {
        return Err(ImportError::Packed);
    }
    let packed = archive.get_entry(entry.wayfinder()).map_err(|_| ImportError::Archive)?;
    let content = match entry.compression_method() {
        CompressionMethod::STORE => {
            let content = packed.data();
            if content.len() > limit {
                return Err(ImportError::TooLarge { bytes: content.len() });
            }
            content.to_vec()
        }
        CompressionMethod::DEFLATE => {
            // No more room than the archive says that it needs.
            miniz_oxide::inflate::decompress_to_vec_with_limit(packed.data(), says)
                .map_err(|_| ImportError::Archive)?
        }
        _ => return Err(ImportError::Packed),
    };
    let found =
        ZipVerification { crc: rawzip::crc32(&content), uncompressed_size: content.len() as u64 };
    packed.claim_verifier().valid(found).map_err(|_| ImportError::Archive)?;
    Ok(content)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use miniz_oxide::deflate::compress_to_vec;
    use proptest::prelude::*;

    use super::*;

    /// An archive of files, each packed or as it is.
    fn archive(files: &[(&str, &[u8])], deflated: bool) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = rawzip::ZipArchiveWriter::new(&mut bytes);
        for (name, content) in files {
            let method =
                if deflated { CompressionMethod::DEFLATE } else { CompressionMethod::STORE };
            let (mut entry, config) =
                writer.new_file(name).compression_method(method).start().unwrap();
            let mut packed = Vec::new();
            let mut data = config.wrap(&mut packed);
            data.write_all(content).unwrap();
            let (_, descriptor) = data.finish().unwrap();
            entry.write_all(&if deflated { compress_to_vec(content, 6) } else { packed }).unwrap();
            entry.finish(descriptor).unwrap();
        }
        writer.finish().unwrap();
        bytes
    }

    fn opened(bytes: &[u8]) -> Result<(Vec<String>, Vec<String>), ImportError> {
        let opened = import_all(bytes, Import { name: Some("x.zip") })?;
        let titles = opened.discussions.into_iter().map(|d| d.title).collect();
        Ok((titles, opened.notes.iter().map(ToString::to_string).collect()))
    }

    #[test]
    fn files_of_every_kind() {
        for deflated in [false, true] {
            let inner = archive(&[("a.txt", b"Inside.")], deflated);
            let bytes = archive(
                &[
                    ("texts/one_text.txt", b"The ferry leaves at nine."),
                    ("__MACOSX/._one", b"\0\0"),
                    (".DS_Store", b"x"),
                    ("two.md", "# Two \u{1f600}\n\nIt is late.".as_bytes()),
                    ("picture.png", b"\x89PNG\0"),
                    ("inner.zip", &inner),
                    ("three.csv", b"author,text\nann,It was never on time.\n"),
                ],
                deflated,
            );
            let (titles, notes) = opened(&bytes).unwrap();
            assert_eq!(titles, ["One text", "Two \u{1f600}", "Three"]);
            assert_eq!(
                notes,
                [
                    "\u{201c}picture.png\u{201d} was left out: This is not a text file (the byte at position 4 does not belong in one).",
                    "\u{201c}inner.zip\u{201d} was left out: This archive is damaged, or lies in another one.",
                ]
            );
        }
    }

    /// The same archive, whose list says another size of its first file.
    fn lying(mut bytes: Vec<u8>, size: u32) -> Vec<u8> {
        let list = bytes.windows(4).position(|at| at == b"PK\x01\x02").unwrap();
        bytes[list + 24..list + 28].copy_from_slice(&size.to_le_bytes());
        bytes
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bytes = archive(&[("blank.txt", &[b' '; 1 << 20])], true);
        assert!(bytes.len() < 10_000);
        // What it says is believed where that is too much, and held against it where it is not.
        let large = MAX_FILE_BYTES as u32 + 1;
        let too_large = ImportError::TooLarge { bytes: large as usize };
        assert_eq!(opened(&lying(bytes.clone(), large)), Err(too_large));
        assert_eq!(opened(&lying(bytes.clone(), 10)), Err(ImportError::Archive));
        assert_eq!(opened(&lying(bytes, 2 << 20)), Err(ImportError::Archive));
        // Many files that are small enough each: all of them together are not.
        let text = [b"Text. ".repeat(100)].concat();
        let files = ["a.txt", "b.txt", "c.txt"].map(|name| (name, text.as_slice()));
        let opened = read_within(&archive(&files, true), 1_300).unwrap();
        assert_eq!((opened.discussions.len(), opened.notes.len()), (2, 1));
    }

    #[test]
    fn an_office_document_is_no_archive_of_texts() {
        let bytes = archive(&[("[Content_Types].xml", b"<x/>"), ("word/a.xml", b"<p>T</p>")], true);
        assert_eq!(opened(&bytes), Err(ImportError::Packed));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn damage_does_no_harm(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), end in any::<prop::sample::Index>(), deflated in any::<bool>()) {
            let mut bytes = archive(&[("a.txt", b"The ferry leaves at nine."), ("b.txt", b"Late again.")], deflated);
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            bytes.truncate(end.index(bytes.len() * 3));
            if let Ok(opened) = import_all(&bytes, Import::default()) {
                for discussion in opened.discussions {
                    prop_assert_eq!(discussion.check_invariants(), Ok(()));
                }
            }
        }
    }
}
