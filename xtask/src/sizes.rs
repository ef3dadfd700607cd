//! How large the page is, and how large it may be (`budget.json`).

use std::{collections::BTreeMap, fs, io::Write as _, path::Path, thread};

use anyhow::{Context as _, Result, anyhow, bail};
use flate2::{Compression, write::GzEncoder};

use crate::workspace::{dist, files_below, root};

/// The strongest that a host can choose.
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;
const BUFFER: usize = 4096;

/// The size of a file, or of several together, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn as_it_is(bytes: &[u8]) -> Self {
        Self { raw: bytes.len(), gzip: bytes.len(), brotli: bytes.len() }
    }
}

/// Sizes of all files of a build, by kind and path.
type Sizes = BTreeMap<Kind, BTreeMap<String, Size>>;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// wasm, JavaScript and CSS of the page's program, which its worker runs, too.
    Code,
    /// The program that knows every format, fetched when a file needs it.
    Files,
    /// The deep reader's program, fetched when what was read quickly is shown.
    Deep,
    /// What the deep reader reads with.
    DeepWeights,
    /// What the engine reads with.
    Models,
    /// Bundled discussions.
    Texts,
    /// Words of the interface, a file a language; the page loads one.
    Strings,
    /// The page, icons, the manifest.
    Other,
}

impl Kind {
    fn of(path: &str) -> Self {
        match path.rsplit_once('.').map(|(_, ending)| ending) {
            _ if path.starts_with("models/deep-") => Self::DeepWeights,
            _ if path.starts_with("models/") => Self::Models,
            _ if path.starts_with("texts/") => Self::Texts,
            _ if path.starts_with("strings/") => Self::Strings,
            Some("wasm" | "js") if path.starts_with("files") => Self::Files,
            Some("wasm" | "js") if path.starts_with("deep-") => Self::Deep,
            Some("wasm" | "js" | "css") => Self::Code,
            _ => Self::Other,
        }
    }

    /// Its name here and in `budget.json`.
    fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Files => "files",
            Self::Deep => "deep",
            Self::DeepWeights => "deep_weights",
            Self::Models => "models",
            Self::Texts => "texts",
            Self::Strings => "strings",
            Self::Other => "other",
        }
    }
}

/// Prints the sizes of what is in `dist/`.
///
/// # Errors
/// Where a kind is larger than its budget.
pub(crate) fn report() -> Result<()> {
    let excesses = print(&dist())?;
    if excesses.is_empty() { Ok(()) } else { bail!("{}", excesses.join("; ")) }
}

/// Prints the sizes of a build, and gives a sentence for each kind that is over its budget.
pub(crate) fn print(folder: &Path) -> Result<Vec<String>> {
    let sizes = measure(folder)?;
    let budget = budget()?;
    println!("{:>42} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip", "brotli");
    for (kind, files) in &sizes {
        if matches!(kind, Kind::Code | Kind::Files | Kind::Deep | Kind::Strings) {
            for (path, size) in files {
                line(path, *size, "");
            }
        }
        let note = budget.get(kind.name()).map(|most| format!("  of {most}"));
        line(
            &format!("{} ({} files)", kind.name(), files.len()),
            sum(files),
            &note.unwrap_or_default(),
        );
    }
    let excesses = excesses(&sizes, &budget);
    for excess in &excesses {
        println!("{excess}");
    }
    Ok(excesses)
}

fn line(name: &str, size: Size, note: &str) {
    println!("{name:>42} {:>10} {:>10} {:>10}{note}", size.raw, size.gzip, size.brotli);
}

/// The most bytes after brotli, by the name of the kind.
fn budget() -> Result<BTreeMap<String, usize>> {
    let text = fs::read_to_string(root().join("budget.json")).context("cannot read budget.json")?;
    serde_json::from_str(&text).context("budget.json is damaged")
}

fn excesses(sizes: &Sizes, budget: &BTreeMap<String, usize>) -> Vec<String> {
    let over = sizes.iter().filter_map(|(kind, files)| {
        let (most, is) = (*budget.get(kind.name())?, sum(files).brotli);
        (is > most).then(|| {
            format!(
                "{} is {is} bytes after brotli, more than the {most} of budget.json",
                kind.name()
            )
        })
    });
    over.collect()
}

fn sum(files: &BTreeMap<String, Size>) -> Size {
    files.values().fold(Size::default(), |sum, size| Size {
        raw: sum.raw + size.raw,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
    })
}

fn measure(folder: &Path) -> Result<Sizes> {
    let mut sizes = Sizes::new();
    let paths = files_below(folder)?;
    // One thread a file: the largest take most of the time, and there are few.
    let measured = thread::scope(|scope| {
        let threads: Vec<_> = paths
            .iter()
            .map(|path| {
                scope.spawn(move || {
                    let bytes = fs::read(folder.join(path))?;
                    // Hosts send weights as they are, and no coding makes them smaller by a tenth.
                    let packs = Kind::of(path) != Kind::DeepWeights;
                    Ok((path, if packs { size(&bytes)? } else { Size::as_it_is(&bytes) }))
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().map_err(|_| anyhow!("a file cannot be compressed"))?)
            .collect::<Result<Vec<_>>>()
    })?;
    for (path, size) in measured {
        sizes.entry(Kind::of(path)).or_default().insert(path.clone(), size);
    }
    Ok(sizes)
}

fn size(bytes: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli =
        brotli::CompressorWriter::new(Vec::new(), BUFFER, BROTLI_QUALITY, BROTLI_WINDOW);
    brotli.write_all(bytes)?;
    brotli.flush()?;
    Ok(Size { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.into_inner().len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compresses_what_can_be_compressed() {
        let size = size(&[b'a'; 10_000]).expect("compressed");
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < size.gzip, "{size:?}");
    }

    #[test]
    fn a_kind_over_its_budget_is_named() {
        let file = BTreeMap::from([("a.js".to_owned(), Size { raw: 9, gzip: 8, brotli: 7 })]);
        let sizes = Sizes::from([(Kind::of("a.js"), file)]);
        let budget = |most| BTreeMap::from([("code".to_owned(), most)]);
        assert_eq!(excesses(&sizes, &budget(7)), Vec::<String>::new());
        let said = excesses(&sizes, &budget(6));
        assert_eq!(said, ["code is 7 bytes after brotli, more than the 6 of budget.json"]);
    }

    #[test]
    fn every_file_has_a_kind() {
        for (path, kind) in [
            ("app-1_bg.wasm", Kind::Code),
            ("main-2.css", Kind::Code),
            ("files_bg.wasm", Kind::Files),
            ("deep-1_bg.wasm", Kind::Deep),
            ("models/deep-1.bin", Kind::DeepWeights),
            ("files_loader.js", Kind::Files),
            ("models/words.js", Kind::Models),
            ("texts/a.md", Kind::Texts),
            ("index.html", Kind::Other),
            ("LICENSE", Kind::Other),
        ] {
            assert_eq!(Kind::of(path), kind, "{path}");
        }
    }

    #[test]
    fn the_budget_of_this_project_can_be_read() {
        let budget = budget().expect("budget.json");
        for kind in ["code", "files", "deep", "deep_weights"] {
            assert!(budget.contains_key(kind), "{kind} has no limit: {budget:?}");
        }
    }
}
