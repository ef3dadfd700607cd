//! A static server for one folder, on this machine only.

use std::{
    fs,
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response};

/// How many requests are answered at once.
const THREADS: usize = 4;

/// A server that has its port and answers once it [runs](Server::run).
pub(crate) struct Server {
    http: Arc<tiny_http::Server>,
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
}

impl Server {
    /// Takes a port (0 for any) for the files of `folder` under the path `under`.
    ///
    /// # Errors
    /// Where the port is taken.
    pub(crate) fn start(folder: PathBuf, under: &str, port: u16) -> Result<Self> {
        let http = tiny_http::Server::http(("127.0.0.1", port))
            .map_err(|error| anyhow!("cannot serve on port {port}: {error}"))?;
        let inner = under.trim_matches('/');
        let under = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        Ok(Self { http: Arc::new(http), site: Arc::new(Site { folder, under }) })
    }

    /// Where the page is.
    pub(crate) fn address(&self) -> String {
        let port = self.http.server_addr().to_ip().map_or(0, |address| address.port());
        format!("http://127.0.0.1:{port}{}", self.site.under)
    }

    /// Answers until the program ends.
    pub(crate) fn run(&self) {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                let (http, site) = (Arc::clone(&self.http), Arc::clone(&self.site));
                thread::spawn(move || {
                    while let Ok(request) = http.recv() {
                        site.respond(request);
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().ok();
        }
    }
}

impl Site {
    fn respond(&self, request: Request) {
        // A reader who leaves in the middle of an answer is no error of ours.
        if !matches!(request.method(), Method::Get | Method::Head) {
            request.respond(Response::empty(405)).ok();
            return;
        }
        match self.answer(request.url()) {
            Answer::File(path) => match fs::read(&path) {
                Ok(bytes) => {
                    let response = Response::from_data(bytes)
                        .with_chunked_threshold(usize::MAX)
                        .with_header(header("Content-Type", media_type(&path)))
                        .with_header(header("Cache-Control", "no-cache"))
                        .with_header(header("X-Content-Type-Options", "nosniff"));
                    request.respond(response).ok();
                }
                Err(_) => absent(request),
            },
            Answer::Moved(to) => {
                let response = Response::empty(308).with_header(header("Location", &to));
                request.respond(response).ok();
            }
            Answer::Absent => absent(request),
        }
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

fn absent(request: Request) {
    request.respond(Response::from_string("There is nothing here.").with_status_code(404)).ok();
}

fn header(name: &str, value: &str) -> Header {
    #[allow(clippy::expect_used, reason = "all names and values are ASCII, from this file")]
    Header::from_bytes(name, value).expect("a header of ASCII")
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
}
