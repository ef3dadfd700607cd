//! Addresses of the web and of mailboxes, with and without a scheme.

/// The longest bare domain (RFC 1035).
const MAX_DOMAIN: usize = 253;

/// Endings of bare domains that are not also English words or endings of files.
const ENDINGS: [&str; 40] = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "tv", "uk", "eu", "de",
    "fr", "nl", "ru", "cn", "jp", "au", "ca", "ch", "se", "pl", "es", "br", "kr", "ua", "ie", "nz",
    "il", "ir", "tr", "mx", "za", "gr", "cz", "hu", "dk", "fi",
];

/// The address at the start of a run without white space: its length in bytes (0 if none), and
/// how far it is known that no address begins.
pub(super) fn find(run: &str) -> (usize, usize) {
    if !run.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return (0, 0);
    }
    let word = run.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let rest = run.get(word..).unwrap_or("");
    if rest.starts_with("://") && run.as_bytes().iter().take(word).all(u8::is_ascii_alphabetic) {
        let found = word + 3 + path(rest.get(3..).unwrap_or(""));
        return if found > word + 3 { (found, found) } else { (0, word) };
    }
    if !rest.starts_with(['.', '@', '-', '_', '+']) && !run.starts_with("mailto:") {
        return (0, word);
    }
    if let Some(rest) = run.strip_prefix("www.") {
        let domain = domain(rest);
        if domain > 0 {
            let found = 4 + domain + tail(rest.get(domain..).unwrap_or(""));
            return (found, found);
        }
    }
    let scheme = if run.starts_with("mailto:") { "mailto:".len() } else { 0 };
    let local = run
        .bytes()
        .skip(scheme)
        .take_while(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(b))
        .take(MAX_DOMAIN + 1)
        .count();
    if let Some(host) = run.get(scheme + local..).and_then(|rest| rest.strip_prefix('@')) {
        let domain = domain(host);
        if local > 0 && host.get(..domain).is_some_and(|d| d.contains('.')) {
            let found = scheme + local + 1 + domain;
            return (found, found);
        }
    }
    let host = domain(run);
    let name = run.get(..host).unwrap_or("");
    let slash = run.get(host..).is_some_and(|rest| rest.starts_with('/'));
    let labels = name.split('.').count();
    let ending = name.rsplit('.').next().unwrap_or("");
    let known = ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    let shaped = ending.len() >= 2 && ending.bytes().all(|b| b.is_ascii_lowercase());
    if labels >= 2 && (known || (slash && shaped)) {
        let found = host + tail(run.get(host..).unwrap_or(""));
        return (found, found);
    }
    (0, local.max(host).max(word))
}

/// The length of a domain name at the start: labels of letters, digits and hyphens, none empty.
fn domain(run: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    for label in run.split('.') {
        let length = label.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        let label = label.get(..length).unwrap_or("");
        if label.trim_matches('-').is_empty() || at + length > MAX_DOMAIN {
            break;
        }
        end = at + label.trim_end_matches('-').len();
        at += length + 1;
        if run.as_bytes().get(at - 1) != Some(&b'.') {
            break;
        }
    }
    end
}

/// The length of port, path, query and fragment behind a domain.
fn tail(rest: &str) -> usize {
    let port = match rest.strip_prefix(':') {
        Some(digits) => match digits.bytes().take_while(u8::is_ascii_digit).take(5).count() {
            0 => 0,
            digits => digits + 1,
        },
        None => 0,
    };
    let rest = rest.get(port..).unwrap_or("");
    port + if rest.starts_with(['/', '?', '#']) { path(rest) } else { 0 }
}

/// The length of what may stand in an address, without the punctuation of the sentence around it.
fn path(rest: &str) -> usize {
    let end = rest
        .find(|c: char| {
            if c.is_ascii() {
                matches!(c, '<' | '>' | '"' | '`' | '{' | '}' | '|' | '\\' | '^')
                    || c.is_ascii_control()
            } else {
                !c.is_alphanumeric()
            }
        })
        .unwrap_or(rest.len());
    let mut found = rest.get(..end).unwrap_or("");
    let mut open = found.bytes().filter(|&b| b == b'(').count();
    let mut close = found.bytes().filter(|&b| b == b')').count();
    loop {
        let Some(last) = found.chars().next_back() else { return 0 };
        let drop = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | ']' | '[' => true,
            '(' => {
                open -= 1;
                true
            }
            ')' if close > open => {
                close -= 1;
                true
            }
            _ => false,
        };
        if !drop {
            return found.len();
        }
        found = found.get(..found.len() - last.len_utf8()).unwrap_or("");
    }
}
