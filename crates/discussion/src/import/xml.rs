//! XML as a tree, as far as exports and feeds need it: elements by their local names.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

/// Deeper elements count as text of the one around them.
const MAX_DEPTH: usize = 100;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Without its prefix.
    pub(super) name: String,
    /// Whether it has a prefix that the root has not.
    pub(super) prefixed: bool,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
    /// Its text; where markup is nested in it (XHTML), with the tags of that.
    text: String,
}

impl Element {
    /// The children of a name.
    pub(super) fn children<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// An attribute by its local name.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Its text without white space around it.
    pub(super) fn text(&self) -> String {
        self.text.trim().to_owned()
    }

    /// The text of the first child of a name, none where it is empty. A child without a prefix is
    /// preferred: `media:title` is not the title.
    pub(super) fn text_of(&self, name: &str) -> Option<String> {
        let own = self.children(name).find(|child| !child.prefixed);
        own.or_else(|| self.children(name).next()).map(Self::text).filter(|text| !text.is_empty())
    }
}

/// The root of a document, with the byte at which it breaks off, if it does. Names that hold
/// markup in `markup` keep it as text.
pub(super) fn parse(text: &str, markup: &[&str]) -> (Element, Option<usize>) {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut stack: Vec<Element> = vec![Element::default()];
    let mut root_prefix = None;
    // How many elements of markup are open inside the innermost element.
    let mut inside = 0_usize;
    let mut cut = None;
    loop {
        let event = reader.read_event();
        let Some(top) = stack.last_mut() else { break };
        let raw = inside > 0 || stack_is_full_or_markup(top, markup);
        match event {
            Err(_) => {
                cut = usize::try_from(reader.error_position()).ok();
                break;
            }
            Ok(Event::Eof) => {
                if stack.len() > 1 {
                    cut = Some(text.len());
                }
                break;
            }
            Ok(Event::Start(start)) if raw => {
                inside += 1;
                push_tag(&mut top.text, "<", start.name().as_ref());
            }
            Ok(Event::Empty(start)) if raw => push_tag(&mut top.text, "<", start.name().as_ref()),
            Ok(Event::End(end)) if inside > 0 => {
                inside -= 1;
                push_tag(&mut top.text, "</", end.name().as_ref());
            }
            Ok(Event::Start(start)) => {
                let element = element(&start, &mut root_prefix);
                if stack.len() > MAX_DEPTH {
                    inside += 1;
                } else {
                    stack.push(element);
                }
            }
            Ok(Event::Empty(start)) => {
                let element = element(&start, &mut root_prefix);
                top.children.push(element);
            }
            Ok(Event::End(_)) => close(&mut stack),
            Ok(Event::Text(piece)) => top.text.push_str(&piece.xml10_content()),
            Ok(Event::CData(piece)) => top.text.push_str(&piece.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                let name = reference.xml10_content();
                match (reference.resolve_char_ref(), name.as_ref()) {
                    (Ok(Some(c)), _) if !raw => top.text.push(c),
                    (_, "amp") if !raw => top.text.push('&'),
                    (_, "lt") if !raw => top.text.push('<'),
                    (_, "gt") if !raw => top.text.push('>'),
                    (_, "quot") => top.text.push('"'),
                    (_, "apos") => top.text.push('\''),
                    (_, name) => top.text.push_str(&format!("&{name};")),
                }
            }
            Ok(_) => {}
        }
    }
    while stack.len() > 1 {
        close(&mut stack);
    }
    let root = stack.pop().unwrap_or_default().children.into_iter().next().unwrap_or_default();
    (root, cut)
}

/// Whether tags inside an element are kept as text of it.
fn stack_is_full_or_markup(element: &Element, markup: &[&str]) -> bool {
    markup.contains(&element.name.as_str()) && element.attribute("type") == Some("xhtml")
}

fn close(stack: &mut Vec<Element>) {
    if stack.len() > 1
        && let (Some(done), Some(outer)) = (stack.pop(), stack.last_mut())
    {
        outer.children.push(done);
    }
}

fn push_tag(text: &mut String, open: &str, name: &str) {
    let local = name.rsplit(':').next().unwrap_or(name);
    text.push_str(&format!("{open}{local}>"));
}

fn element(start: &BytesStart<'_>, root_prefix: &mut Option<String>) -> Element {
    let split = |name: &str| match name.split_once(':') {
        Some((prefix, local)) => (prefix.to_owned(), local.to_owned()),
        None => (String::new(), name.to_owned()),
    };
    let (prefix, name) = split(start.name().as_ref());
    let root_prefix = root_prefix.get_or_insert_with(|| prefix.clone());
    let attributes = start
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .map(|attribute| {
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(|_| String::new(), Into::into);
            (split(attribute.key.as_ref()).1, value)
        })
        .collect();
    Element {
        prefixed: !prefix.is_empty() && prefix != *root_prefix,
        name,
        attributes,
        ..Element::default()
    }
}
