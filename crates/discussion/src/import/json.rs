//! JSON of any depth as a tree that lies flat in memory.
//!
//! Threads nest: a reply inside a reply can be hundreds of levels deep, which readers that call
//! themselves for every level cannot open safely. Where a file breaks off, what was read before
//! stays. Numbers keep their digits, since they are ids as well.

use std::borrow::Cow;

use json_event_parser::{JsonEvent, LowLevelJsonParser};

/// Deeper nesting counts as damage.
const MAX_DEPTH: usize = 10_000;

/// A document.
#[derive(Debug, Default)]
pub(super) struct Json<'a> {
    nodes: Vec<Node<'a>>,
    /// The byte at which it breaks off, if it does.
    pub(super) cut: Option<usize>,
}

#[derive(Debug)]
enum Node<'a> {
    Null,
    Bool(bool),
    Number(Cow<'a, str>),
    Text(Cow<'a, str>),
    List(Vec<u32>),
    Object(Vec<(Cow<'a, str>, u32)>),
}

/// A value in a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'t> {
    json: &'t Json<'t>,
    node: &'t Node<'t>,
}

impl<'a> Json<'a> {
    /// Reads a document; none where not even its first sign is JSON.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let mut json = Self::default();
        let mut open: Vec<(u32, Option<Cow<'a, str>>)> = Vec::new();
        let mut parser = LowLevelJsonParser::new().with_max_stack_size(MAX_DEPTH);
        let mut at = 0;
        loop {
            let step = parser.parse_next(text.as_bytes().get(at..).unwrap_or(&[]), true);
            let before = at;
            at += step.consumed_bytes;
            let node = match step.event {
                None => continue,
                Some(Err(_)) => {
                    json.cut = Some(before);
                    break;
                }
                Some(Ok(event)) => match event {
                    JsonEvent::String(text) => Node::Text(text),
                    JsonEvent::Number(digits) => Node::Number(digits),
                    JsonEvent::Boolean(value) => Node::Bool(value),
                    JsonEvent::Null => Node::Null,
                    JsonEvent::StartArray => Node::List(Vec::new()),
                    JsonEvent::StartObject => Node::Object(Vec::new()),
                    JsonEvent::EndArray | JsonEvent::EndObject => {
                        open.pop();
                        continue;
                    }
                    JsonEvent::ObjectKey(key) => {
                        if let Some(last) = open.last_mut() {
                            last.1 = Some(key);
                        }
                        continue;
                    }
                    JsonEvent::Eof => break,
                },
            };
            let holds = matches!(node, Node::List(_) | Node::Object(_));
            let number = u32::try_from(json.nodes.len()).ok()?;
            json.nodes.push(node);
            if let Some((parent, key)) = open.last_mut() {
                match json.nodes.get_mut(*parent as usize) {
                    Some(Node::List(items)) => items.push(number),
                    Some(Node::Object(entries)) => {
                        entries.push((key.take().unwrap_or_default(), number));
                    }
                    _ => {}
                }
            }
            if holds {
                open.push((number, None));
            }
        }
        (!json.nodes.is_empty()).then_some(json)
    }

    /// The outermost value.
    pub(super) fn root(&self) -> Value<'_> {
        Value { json: self, node: self.nodes.first().unwrap_or(&Node::Null) }
    }

    fn value(&self, number: u32) -> Value<'_> {
        Value { json: self, node: self.nodes.get(number as usize).unwrap_or(&Node::Null) }
    }
}

impl<'t> Value<'t> {
    /// The value of a key; none where it is null or this is no object.
    pub(super) fn get(self, key: &str) -> Option<Value<'t>> {
        let Node::Object(entries) = self.node else { return None };
        let found = entries.iter().find(|(name, _)| name == key)?.1;
        Some(self.json.value(found)).filter(|value| !matches!(value.node, Node::Null))
    }

    /// Whether a key is there, null or not.
    pub(super) fn has(self, key: &str) -> bool {
        matches!(self.node, Node::Object(entries) if entries.iter().any(|(name, _)| name == key))
    }

    /// The keys of an object.
    pub(super) fn keys(self) -> impl Iterator<Item = &'t str> + use<'t> {
        let entries: &[_] = if let Node::Object(entries) = self.node { entries } else { &[] };
        entries.iter().map(|(name, _)| name.as_ref())
    }

    /// The items of a list.
    pub(super) fn items(self) -> impl Iterator<Item = Value<'t>> + use<'t> {
        let items: &[u32] = if let Node::List(items) = self.node { items } else { &[] };
        items.iter().map(move |number| self.json.value(*number))
    }

    pub(super) fn is_list(self) -> bool {
        matches!(self.node, Node::List(_))
    }

    pub(super) fn is_object(self) -> bool {
        matches!(self.node, Node::Object(_))
    }

    /// A text.
    pub(super) fn text(self) -> Option<&'t str> {
        if let Node::Text(text) = self.node { Some(text) } else { None }
    }

    /// A text or the digits of a number.
    pub(super) fn word(self) -> Option<&'t str> {
        match self.node {
            Node::Text(text) | Node::Number(text) => Some(text),
            _ => None,
        }
    }

    /// A number.
    pub(super) fn number(self) -> Option<f64> {
        if let Node::Number(digits) = self.node { digits.parse().ok() } else { None }
    }

    /// Whether it is `true`.
    pub(super) fn is_true(self) -> bool {
        matches!(self.node, Node::Bool(true))
    }

    /// The text of a key.
    pub(super) fn text_of(self, key: &str) -> Option<&'t str> {
        self.get(key)?.text()
    }

    /// The text or number of a key.
    pub(super) fn word_of(self, key: &str) -> Option<&'t str> {
        self.get(key)?.word()
    }

    /// The list of a key, none where there is no such list.
    pub(super) fn list_of(self, key: &str) -> Option<Value<'t>> {
        self.get(key).filter(|value| value.is_list())
    }
}

/// A text with escapes of halves of characters replaced, as programs write them that cut texts
/// inside a character.
pub(super) fn with_whole_characters(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let half = |at: usize| -> Option<u32> {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(digits, 16).ok().filter(|code| (0xD800..0xE000).contains(code))
    };
    let mut mended = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|b| *b == b'\\')) {
        at += found;
        match half(at) {
            None => at += 2,
            Some(high) if high < 0xDC00 && half(at + 6).is_some_and(|low| low >= 0xDC00) => {
                at += 12;
            }
            Some(_) => {
                mended.push_str(text.get(copied..at).unwrap_or(""));
                mended.push_str("\\ufffd");
                at += 6;
                copied = at;
            }
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    mended.push_str(text.get(copied..).unwrap_or(""));
    Cow::Owned(mended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_their_shapes() {
        let json = Json::parse(r#"{"a":[1,"two",{"b":null}],"id":12345678901234567890,"c":true}"#);
        let json = json.unwrap();
        let root = json.root();
        assert_eq!(json.cut, None);
        assert_eq!(root.list_of("a").unwrap().items().count(), 3);
        assert_eq!(root.word_of("id"), Some("12345678901234567890"));
        assert!(root.get("c").unwrap().is_true());
        let last = root.get("a").unwrap().items().last().unwrap();
        assert!(last.get("b").is_none() && last.has("b"));
    }

    #[test]
    fn what_breaks_off_is_kept() {
        let json = Json::parse(r#"[{"a":1},{"a":2},{"a":"#).unwrap();
        assert_eq!(json.root().items().filter_map(|item| item.word_of("a")).count(), 2);
        assert!(json.cut.is_some());
        assert!(Json::parse("[Music] He said").is_none_or(|json| json.cut.is_some()));
        assert!(Json::parse("").is_none());
    }

    #[test]
    fn any_depth() {
        let deep = format!("{}1{}", r#"{"a":["#.repeat(3000), "]}".repeat(3000));
        let json = Json::parse(&deep).unwrap();
        assert_eq!(json.cut, None);
        let too_deep = "[".repeat(200_000);
        assert!(Json::parse(&too_deep).unwrap().cut.is_some());
    }

    #[test]
    fn halves_of_characters() {
        let check = |text: &str, expected: &str| assert_eq!(with_whole_characters(text), expected);
        check(r#""\ud83d\ude00 \ud83d x""#, r#""\ud83d\ude00 \ufffd x""#);
        check(r#""\\ud83d""#, r#""\\ud83d""#);
        check(r#""\udc00\ud83d""#, r#""\ufffd\ufffd""#);
        check("\"\\", "\"\\");
    }
}
