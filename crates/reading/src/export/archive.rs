//! Several files as one: a ZIP archive, for formats that need more than one file.

use std::io::{self, Write as _};

use rawzip::{CompressionMethod, ZipArchiveWriter};

/// An archive of texts by name, stored as they are.
#[must_use]
pub fn zip(files: &[(String, String)]) -> Vec<u8> {
    // Writing to memory does not fail.
    pack(files).unwrap_or_default()
}

fn pack(files: &[(String, String)]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    let failed = io::Error::other::<rawzip::Error>;
    for (name, content) in files {
        let file = archive.new_file(name).compression_method(CompressionMethod::STORE);
        let (mut entry, config) = file.start().map_err(failed)?;
        let mut data = config.wrap(&mut entry);
        data.write_all(content.as_bytes())?;
        let (_, descriptor) = data.finish().map_err(failed)?;
        entry.finish(descriptor).map_err(failed)?;
    }
    archive.finish().map_err(failed)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use discussion::{Import, import::import_all};

    use super::*;

    #[test]
    fn what_is_packed_opens() {
        let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let archive = zip(&[file("a.txt", "It rained."), file("b.txt", "It \u{1f327} again.")]);
        let opened = import_all(&archive, Import::default()).unwrap();
        let texts: Vec<_> = opened.discussions.iter().map(|found| found.text.as_str()).collect();
        assert_eq!(texts, ["It rained.", "It \u{1f327} again."]);
        assert!(opened.notes.is_empty());
    }
}
