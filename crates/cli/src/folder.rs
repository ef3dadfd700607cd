//! A folder that files are written into, named after those that were read.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use crate::format::{File, Format};

/// The folder, and the names that this run has given.
pub(crate) struct Folder {
    path: PathBuf,
    names: BTreeSet<String>,
}

impl Folder {
    /// Makes the folder where it is not there yet, with what a format needs once.
    pub(crate) fn open(path: &Path, format: Format) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        if let Some((name, content)) = format.shared_file() {
            fs::write(path.join(name), content)?;
        }
        Ok(Self { path: path.to_owned(), names: BTreeSet::new() })
    }

    /// Writes the files of one discussion.
    pub(crate) fn write(&mut self, source: &Path, files: &[File]) -> io::Result<()> {
        let endings: Vec<_> = files.iter().map(|file| file.ending).collect();
        let name = self.name(source, &endings);
        for file in files {
            fs::write(self.path.join(format!("{name}.{}", file.ending)), &file.content)?;
        }
        Ok(())
    }

    /// The name of a file without its ending; with a number where this run has given it already,
    /// and where the file that was read would be written over.
    fn name(&mut self, source: &Path, endings: &[&str]) -> String {
        let stem = source.file_stem().and_then(OsStr::to_str).unwrap_or("text");
        let stem = if stem == "-" { "stdin" } else { stem };
        let itself = source.canonicalize().ok();
        let is_source = |name: &str| {
            endings.iter().any(|ending| {
                let written = self.path.join(format!("{name}.{ending}")).canonicalize().ok();
                written.is_some() && written == itself
            })
        };
        let mut name = stem.to_owned();
        let mut number = 1;
        while is_source(&name) || !self.names.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{stem}-{number}");
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_given_once() {
        let mut folder = Folder { path: PathBuf::new(), names: BTreeSet::new() };
        let mut name = |path: &str| folder.name(Path::new(path), &["txt"]);
        assert_eq!(name("a/x.txt"), "x");
        assert_eq!(name("b/x.txt"), "x-2");
        assert_eq!(name("b/X.md"), "X-3");
        assert_eq!(name("-"), "stdin");
    }
}
