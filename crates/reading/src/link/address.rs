//! Addresses of texts elsewhere: which a link may name, where they are fetched from, and how a link
//! leads to a passage of them.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The longest address in a link, in bytes.
pub const MAX_ADDRESS_BYTES: usize = 2048;

/// Pages of Hacker News, before the number of the thread.
const THREAD: &str = "https://news.ycombinator.com/item?id=";
/// The public interface that gives such a thread with all its comments.
const THREADS: &str = "https://hn.algolia.com/api/v1/items/";

/// A passage with more words than this is named by its first and last ones.
const WHOLE: usize = 8;
/// How many words at either end.
const END: usize = 4;

/// What needs no escape in the part of a link: an address stays readable.
const PART: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'/')
    .remove(b':')
    .remove(b'?')
    .remove(b'=');

/// An address of which a text may be fetched, without the part behind `#`; none where it is no
/// encrypted address of a plainly named host, so that what is shown of it is what is asked.
#[must_use]
pub fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let address = text.split('#').next().unwrap_or(text);
    let plain = |b: u8| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b);
    let fits = address.len() <= MAX_ADDRESS_BYTES && address.bytes().all(plain);
    let authority = authority(address)?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let named = !host.is_empty()
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
    let numbered = !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    (fits && named && numbered).then(|| {
        // Hosts are the same in any letters.
        let path = address.get(SCHEME.len() + authority.len()..).unwrap_or_default();
        format!("{SCHEME}{}{path}", authority.to_ascii_lowercase())
    })
}

const SCHEME: &str = "https://";

fn authority(address: &str) -> Option<&str> {
    let scheme = address.get(..SCHEME.len())?;
    let rest = scheme.eq_ignore_ascii_case(SCHEME).then(|| address.get(SCHEME.len()..))??;
    rest.split(['/', '?']).next()
}

/// The host of an address, with its port where it has one of its own.
#[must_use]
pub fn host(address: &str) -> &str {
    authority(address).unwrap_or_default()
}

/// The page of a thread of Hacker News, by its number.
#[must_use]
pub fn thread(number: &str) -> Option<String> {
    is_number(number).then(|| format!("{THREAD}{number}"))
}

/// The number of the thread of Hacker News that an address is the page of.
#[must_use]
pub fn thread_number(address: &str) -> Option<&str> {
    let rest = address.strip_prefix(THREAD)?;
    let number = rest.split('&').next().unwrap_or(rest);
    is_number(number).then_some(number)
}

fn is_number(number: &str) -> bool {
    (1..=12).contains(&number.len())
        && !number.starts_with('0')
        && number.bytes().all(|b| b.is_ascii_digit())
}

/// The address that the text is asked of: its own, except for pages whose site offers another one to
/// programs.
#[must_use]
pub fn fetched_from(address: &str) -> Cow<'_, str> {
    match thread_number(address) {
        Some(number) => Cow::Owned(format!("{THREADS}{number}")),
        None => Cow::Borrowed(address),
    }
}

/// An address as it stands in the part of a link.
pub(super) fn in_link(address: &str) -> String {
    utf8_percent_encode(address, PART).to_string()
}

/// The address of a passage of the page at an address, as a text fragment (WICG, "URL Fragment Text
/// Directives"). A browser shows the passage; the part behind `#` is never sent.
#[must_use]
pub fn to_passage(address: &str, passage: &str) -> String {
    let words: Vec<&str> = passage.split_whitespace().collect();
    let written =
        |words: &[&str]| utf8_percent_encode(&words.join(" "), NON_ALPHANUMERIC).to_string();
    let page = address.split('#').next().unwrap_or(address);
    if words.is_empty() {
        return page.to_owned();
    }
    let named = if words.len() > WHOLE {
        let (first, last) = (&words[..END], &words[words.len() - END..]);
        format!("{},{}", written(first), written(last))
    } else {
        written(&words)
    };
    format!("{page}#:~:text={named}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_names_its_host_plainly() {
        let whole = |text: &str| address(text);
        assert_eq!(
            whole(" https://A.Example/x?y=1#z ").as_deref(),
            Some("https://a.example/x?y=1")
        );
        assert_eq!(whole("https://a.example:8443").as_deref(), Some("https://a.example:8443"));
        for wrong in [
            "",
            "a.example/x",
            "http://a.example/",
            "https://",
            "https:///x",
            "https://a.example:/",
            "https://good.example@bad.example/",
            "https://good.example\\@bad.example/",
            "https://a.example/a b",
            "https://b\u{fc}cher.example/",
            "https://a.example/\u{202e}txt",
            "https://[::1]/",
            "javascript:alert(1)",
            "data:text/plain,x",
            "https://%61.example/",
        ] {
            assert_eq!(whole(wrong), None, "{wrong}");
        }
        assert_eq!(whole(&format!("https://a.example/{}", "x".repeat(3000))), None);
    }

    #[test]
    fn the_host_is_shown_in_full() {
        assert_eq!(host("https://news.a.example:8443/x"), "news.a.example:8443");
        assert_eq!(host("https://a.example?x"), "a.example");
    }

    #[test]
    fn threads_come_from_the_interface_for_programs() {
        let page = thread("8863").unwrap();
        assert_eq!(page, "https://news.ycombinator.com/item?id=8863");
        assert_eq!(thread_number(&page), Some("8863"));
        assert_eq!(fetched_from(&page), "https://hn.algolia.com/api/v1/items/8863");
        assert_eq!(fetched_from("https://a.example/x"), "https://a.example/x");
        for wrong in ["", "0", "-1", "8863x", "1/../2", "1234567890123"] {
            assert_eq!(thread(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_passage_is_named_by_its_words() {
        let page = "https://a.example/x#y";
        let short = to_passage(page, "The bridge, it\n stays.");
        assert_eq!(short, "https://a.example/x#:~:text=The%20bridge%2C%20it%20stays%2E");
        let long = to_passage(page, "one two three four five six seven eight nine");
        assert_eq!(
            long,
            "https://a.example/x#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine"
        );
        assert_eq!(to_passage(page, " "), "https://a.example/x");
    }

    proptest! {
        #[test]
        fn what_is_an_address_is_its_own(text in "(https://)?[a-zA-Z0-9.:@/?#%\\\\-]{0,40}") {
            if let Some(found) = address(&text) {
                prop_assert_eq!(address(&found), Some(found.clone()));
                prop_assert!(!host(&found).is_empty());
            }
        }
    }
}
