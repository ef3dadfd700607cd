//! A static server for one folder, on this machine only. One thread and one answer a connection:
//! nothing can wait for anything else.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Result as IoResult, Write as _},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use anyhow::{Context as _, Result};

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
        Ok(Self { listener, site: Arc::new(Site { folder: folder.to_owned(), under }) })
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
        // The rest of the request says nothing that matters, and must be read before the answer.
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let mut words = first.split(' ');
        let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let answer = match method {
            "GET" | "HEAD" => self.answer(url),
            _ => Answer::NotAllowed,
        };
        let (head, body) = response(&answer);
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
}

/// The head and the body of an answer.
fn response(answer: &Answer) -> (String, Vec<u8>) {
    let nothing = b"There is nothing here.".to_vec();
    let (status, header, body) = match answer {
        Answer::File(path) => match fs::read(path) {
            Ok(bytes) => ("200 OK", format!("Content-Type: {}", media_type(path)), bytes),
            Err(_) => ("404 Not Found", "Content-Type: text/plain".to_owned(), nothing),
        },
        Answer::Moved(to) => ("308 Permanent Redirect", format!("Location: {to}"), Vec::new()),
        Answer::Absent => ("404 Not Found", "Content-Type: text/plain".to_owned(), nothing),
        Answer::NotAllowed => ("405 Method Not Allowed", "Allow: GET, HEAD".to_owned(), nothing),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    );
    (head, body)
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
        Site { folder: PathBuf::from(env!("CARGO_MANIFEST_DIR")), under: under.to_owned() }
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
        let answer = ask("HEAD /a/Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
        assert!(ask("POST /a/ HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        assert!(ask("GET /a/none HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        assert!(ask("GET /a HTTP/1.1\r\n\r\n").contains("\r\nLocation: /a/\r\n"));
    }
}
