//! A static server for one folder, on this machine only. One thread and one answer a connection:
//! nothing can wait for anything else.

use std::{
    collections::HashMap,
    fs,
    io::{BufRead as _, BufReader, Read as _, Result as IoResult, Write as _},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use anyhow::{Context as _, Result};
use flate2::{Compression, write::GzEncoder};

/// The longest request that is read, in bytes; browsers stay far below.
const REQUEST: u64 = 64 * 1024;
/// How long a browser may keep silent on a connection that it has opened.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that has its port and answers once it [runs](Server::run).
pub(crate) struct Server {
    listener: TcpListener,
    site: Arc<Site>,
}

/// A folder, and where it is in the address.
struct Site {
    folder: PathBuf,
    under: String,
    /// What was packed, by the place of its file.
    packed: Mutex<HashMap<PathBuf, Packed>>,
}

/// A file as it was, and what became of it.
struct Packed {
    of: Vec<u8>,
    bytes: Vec<u8>,
}

#[derive(Debug, PartialEq)]
enum Answer {
    File(PathBuf),
    /// The site begins at this address.
    Moved(String),
    Absent,
    /// Only reading is served.
    NotAllowed,
}

impl Server {
    /// Takes a port (0 for any) for the files of `folder` under the path `under`.
    ///
    /// # Errors
    /// Where the port is taken.
    pub(crate) fn start(folder: &Path, under: &str, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot serve on port {port}"))?;
        let inner = under.trim_matches('/');
        let under = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        Ok(Self {
            listener,
            site: Arc::new(Site { folder: folder.to_owned(), under, packed: Mutex::default() }),
        })
    }

    /// Where the page is.
    pub(crate) fn address(&self) -> String {
        let port = self.listener.local_addr().map_or(0, |address| address.port());
        format!("http://{}:{port}{}", Ipv4Addr::LOCALHOST, self.site.under)
    }

    /// Answers until the program ends.
    pub(crate) fn run(&self) {
        for connection in self.listener.incoming().flatten() {
            let site = Arc::clone(&self.site);
            // A reader who leaves in the middle of an answer is no error of ours.
            thread::spawn(move || site.serve(connection).ok());
        }
    }
}

impl Site {
    fn serve(&self, mut connection: TcpStream) -> IoResult<()> {
        connection.set_read_timeout(Some(PATIENCE))?;
        let mut lines = BufReader::new(connection.try_clone()?.take(REQUEST)).lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        let mut takes_gzip = false;
        while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
            takes_gzip |= accepts_gzip(&line);
        }
        let mut words = first.split(' ');
        let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let answer = match method {
            "GET" | "HEAD" => self.answer(url),
            _ => Answer::NotAllowed,
        };
        let (head, body) = self.response(&answer, takes_gzip);
        connection.write_all(head.as_bytes())?;
        if method != "HEAD" {
            connection.write_all(&body)?;
        }
        connection.shutdown(Shutdown::Write)
    }

    fn answer(&self, url: &str) -> Answer {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if path == self.under.trim_end_matches('/') && !path.is_empty() {
            return Answer::Moved(self.under.clone());
        }
        let Some(inner) = path.strip_prefix(self.under.as_str()) else { return Answer::Absent };
        let Some(inner) = decode(inner) else { return Answer::Absent };
        let relative = Path::new(&inner);
        // No way out of the folder.
        if relative.components().any(|part| !matches!(part, Component::Normal(_))) {
            return Answer::Absent;
        }
        let mut file = self.folder.join(relative);
        if inner.is_empty() || inner.ends_with('/') {
            file.push("index.html");
        }
        if file.is_file() { Answer::File(file) } else { Answer::Absent }
    }

    /// The head and the body of an answer.
    fn response(&self, answer: &Answer, takes_gzip: bool) -> (String, Vec<u8>) {
        let nothing = b"There is nothing here.".to_vec();
        let mut keep = "no-cache";
        let (status, header, body) = match answer {
            Answer::File(path) => match self.file(path, takes_gzip) {
                Ok((header, body)) => {
                    if is_named_by_content(path) {
                        keep = "max-age=31536000, immutable";
                    }
                    ("200 OK", header, body)
                }
                Err(_) => ("404 Not Found", "Content-Type: text/plain".to_owned(), nothing),
            },
            Answer::Moved(to) => ("308 Permanent Redirect", format!("Location: {to}"), Vec::new()),
            Answer::Absent => ("404 Not Found", "Content-Type: text/plain".to_owned(), nothing),
            Answer::NotAllowed => {
                ("405 Method Not Allowed", "Allow: GET, HEAD".to_owned(), nothing)
            }
        };
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {length}\r\n\
             Cache-Control: {keep}\r\nX-Content-Type-Options: nosniff\r\n\
             Connection: close\r\n\r\n"
        );
        (head, body)
    }

    /// What is said of a file, and its bytes, packed once for all who unpack them.
    fn file(&self, path: &Path, takes_gzip: bool) -> IoResult<(String, Vec<u8>)> {
        let media_type = media_type(path);
        let header = format!("Content-Type: {media_type}\r\nVary: Accept-Encoding");
        let bytes = fs::read(path)?;
        // Pictures are packed already, and the deep reader's weights would not become smaller.
        let weights = path.extension().is_some_and(|e| e == "bin") && is_named_by_content(path);
        if !takes_gzip || weights || media_type == "image/png" {
            return Ok((header, bytes));
        }
        let header = format!("{header}\r\nContent-Encoding: gzip");
        let known = self.packed.lock().ok().and_then(|kept| {
            kept.get(path).filter(|kept| kept.of == bytes).map(|kept| kept.bytes.clone())
        });
        if let Some(packed) = known {
            return Ok((header, packed));
        }
        let packed = gzip(&bytes)?;
        if let Ok(mut kept) = self.packed.lock() {
            kept.insert(path.to_owned(), Packed { of: bytes, bytes: packed.clone() });
        }
        Ok((header, packed))
    }
}

/// Whether a line of a request says that its browser unpacks gzip.
fn accepts_gzip(line: &str) -> bool {
    let Some((name, value)) = line.split_once(':') else { return false };
    let mut codings = value.split(',').map(|coding| coding.split(';').next().unwrap_or_default());
    name.eq_ignore_ascii_case("accept-encoding") && codings.any(|coding| coding.trim() == "gzip")
}

/// Whether a file is named by its content, as in `app-0123456789abcdef.js`: it never changes.
fn is_named_by_content(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let hash = stem.trim_end_matches("_bg").rsplit('-').next().unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// As hosts do it, at their usual strength.
fn gzip(bytes: &[u8]) -> IoResult<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The media type that a browser needs to take a file for what it is.
fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "md" | "txt" | "tsv" | "csv" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Percent-encoded UTF-8; nothing where it is neither.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let (high, low) = (digit()?, digit()?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folder of this package: it has a `Cargo.toml` and, in `src`, this file.
    fn site(under: &str) -> Site {
        Site {
            folder: PathBuf::from(env!("CARGO_MANIFEST_DIR")),
            under: under.to_owned(),
            packed: Mutex::default(),
        }
    }

    #[test]
    fn answers_below_its_folder_only() {
        let site = site("/some/folder/");
        let found = Answer::File(site.folder.join("Cargo.toml"));
        for (url, expected) in [
            ("/some/folder/Cargo.toml", Some(&found)),
            ("/some/folder/Cargo.toml?x=1", Some(&found)),
            ("/some/folder/%43argo.toml", Some(&found)),
            ("/Cargo.toml", None),
            ("/some/folder/", None),
            ("/some/folder/src", None),
            ("/some/folder/../../Cargo.toml", None),
            ("/some/folder/src/../../Cargo.toml", None),
            ("/some/folder/%2e%2e/Cargo.toml", None),
            ("/some/folder//etc/hostname", None),
            ("/some/folder/%zz", None),
            ("/some/folder/%ff", None),
        ] {
            assert_eq!(&site.answer(url), expected.unwrap_or(&Answer::Absent), "{url}");
        }
        assert_eq!(site.answer("/some/folder"), Answer::Moved("/some/folder/".to_owned()));
    }

    #[test]
    fn knows_the_types_that_a_browser_insists_on() {
        for (file, expected) in [
            ("a_bg.wasm", "application/wasm"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.webmanifest", "application/manifest+json"),
            ("a.unknown", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(file)), expected);
        }
    }

    #[test]
    fn a_file_named_by_its_content_is_kept() {
        for (file, kept) in [
            ("app-0123456789abcdef.js", true),
            ("app-0123456789abcdef_bg.wasm", true),
            ("files_bg.wasm", false),
            ("index.html", false),
            ("a-long-title-of-a-text.md", false),
        ] {
            assert_eq!(is_named_by_content(Path::new(file)), kept, "{file}");
        }
    }

    #[test]
    fn what_is_packed_is_the_file_as_it_is_now() {
        let site = site("/");
        let path = site.folder.join("Cargo.toml");
        let plain = site.file(&path, false).expect("it is there").1;
        for _ in 0..2 {
            let packed = site.file(&path, true).expect("it is there").1;
            let mut unpacked = Vec::new();
            flate2::read::GzDecoder::new(packed.as_slice())
                .read_to_end(&mut unpacked)
                .expect("it is gzip");
            assert_eq!(unpacked, plain);
        }
    }

    #[test]
    fn speaks_http() {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let server = Server::start(&folder, "/a/", 0).expect("a free port");
        let address = server.address();
        let host = address.trim_start_matches("http://").trim_end_matches("/a/").to_owned();
        thread::spawn(move || server.run());
        let ask = |request: &str| {
            let mut connection = TcpStream::connect(&host).expect("the server listens");
            connection.write_all(request.as_bytes()).expect("it reads");
            let mut answer = String::new();
            connection.read_to_string(&mut answer).expect("it answers");
            answer
        };
        let answer = ask("GET /a/Cargo.toml HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("name = \"xtask\""), "{answer}");
        let packed = ask("HEAD /a/Cargo.toml HTTP/1.1\r\nAccept-Encoding: br;q=1, gzip\r\n\r\n");
        assert!(packed.contains("\r\nContent-Encoding: gzip\r\n"), "{packed}");
        let answer = ask("HEAD /a/Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
        assert!(ask("POST /a/ HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        assert!(ask("GET /a/none HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        assert!(ask("GET /a HTTP/1.1\r\n\r\n").contains("\r\nLocation: /a/\r\n"));
    }
}
