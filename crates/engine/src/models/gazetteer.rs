//! The gazetteer: known people, countries, organisations and groups with the forms that name them.
//!
//! The file has one entry a line, up to eight columns separated by tabs: type, name, gender (`f`,
//! `m` or empty), other names, adjectives, nouns for its people, link, role.
//! Several forms in a column are separated by `|`. A form that begins with `=` counts only in
//! exactly these letters; one that begins with `?` is also an ordinary word and needs a capital
//! that the place in the sentence does not explain; any other form counts in any case. The link
//! is the name of the entry that this one belongs to (the country of a capital or a leader), the
//! role says how (`capital`, `president`).
//! Empty lines and lines that begin with `#` are skipped.

use rustc_hash::FxHashMap;

use crate::{
    analysis::{EntityType, Gender},
    models::ModelError,
    names::fold,
};

/// Known names.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    /// Its entries.
    pub entries: Vec<Entry>,
    /// From the hash of a sequence of folded words to its node.
    nodes: FxHashMap<u64, Node>,
    /// A bit for each hash by its own bits, which turns most words away: they begin no name.
    beginnings: Vec<u64>,
    /// All forms; those of one node follow one another.
    forms: Vec<Form>,
    /// Single-word forms of at least six letters for spelling mistakes, sorted by first letter
    /// and length.
    spellings: Vec<Spelling>,
    /// The letters of these forms, one behind the other: many of them are compared in a row.
    letters: String,
}

/// A form of a single word.
#[derive(Clone, Copy, Debug)]
struct Spelling {
    first: char,
    /// In letters.
    length: u8,
    /// Where it begins in the letters of all, and how many bytes it has.
    start: u32,
    bytes: u8,
    entry: u32,
}

/// Somebody or something known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Canonical name.
    pub name: String,
    /// What it is.
    pub kind: EntityType,
    /// Gender of its pronouns.
    pub gender: Gender,
    /// The entry that it belongs to.
    pub link: Option<u32>,
    /// What it is to that entry (`capital`, `president`); empty where it is just a part.
    pub role: Box<str>,
}

/// How a form refers to its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormKind {
    /// `Russia`.
    Name,
    /// `Russian`.
    Adjective,
    /// `Russians`.
    People,
}

/// In which letters a form counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormCase {
    /// In any.
    Any,
    /// Only as written in the file; the value is the hash of the whole form in these letters.
    Exact(u64),
    /// Also an ordinary word.
    Weak,
}

/// One form of one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Index into [`Gazetteer::entries`].
    pub entry: u32,
    /// How it refers.
    pub kind: FormKind,
    /// In which letters.
    pub case: FormCase,
}

/// A sequence of words that begins at least one form.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    first: u32,
    count: u16,
    longer: bool,
}

impl Gazetteer {
    /// The file in the folder of models.
    pub const FILE: &'static str = "gazetteer.tsv";

    /// Reads the file.
    ///
    /// # Errors
    /// Where it is not UTF-8, or a line has no type, no name or a link to nowhere.
    pub fn parse(bytes: &[u8]) -> Result<Self, ModelError> {
        let damaged = |line: usize| ModelError::Damaged { file: Self::FILE.to_owned(), line };
        let text = std::str::from_utf8(bytes).map_err(|_| damaged(1))?;
        let mut entries = Vec::new();
        let mut names: FxHashMap<&str, u32> = FxHashMap::default();
        let mut links = Vec::new();
        let mut found: Vec<(Key, Form)> = Vec::new();
        let mut spellings = Vec::new();
        for (number, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut columns = line.split('\t');
            let mut column = || columns.next().unwrap_or("");
            let kind = EntityType::named(column()).ok_or_else(|| damaged(number + 1))?;
            let marked = column();
            let name = marked.trim_start_matches(['=', '?']);
            if name.is_empty() {
                return Err(damaged(number + 1));
            }
            let gender = match column() {
                "f" => Gender::Female,
                "m" => Gender::Male,
                _ => Gender::Unknown,
            };
            let entry = u32::try_from(entries.len()).map_err(|_| damaged(number + 1))?;
            let others = [FormKind::Name, FormKind::Adjective, FormKind::People]
                .map(|kind| (kind, column()));
            let forms = others.iter().flat_map(|&(kind, forms)| {
                forms.split('|').filter(|form| !form.is_empty()).map(move |form| (kind, form))
            });
            for (kind, form) in std::iter::once((FormKind::Name, marked)).chain(forms) {
                if let Some(parsed) = Key::of(form) {
                    found.push((parsed.0, Form { entry, kind, case: parsed.1 }));
                    spelling(form, entry, &mut spellings);
                }
            }
            let link = column();
            if !link.is_empty() {
                links.push((entry, link, number + 1));
            }
            names.entry(name).or_insert(entry);
            entries.push(Entry {
                name: name.to_owned(),
                kind,
                gender,
                link: None,
                role: column().into(),
            });
        }
        for (entry, link, line) in links {
            let target = names.get(link).ok_or_else(|| damaged(line))?;
            if let Some(entry) = entries.get_mut(entry as usize) {
                entry.link = Some(*target);
            }
        }
        discussion::order::sort(&mut spellings);
        Ok(Self::build(entries, found, spellings))
    }

    fn build(
        entries: Vec<Entry>,
        mut found: Vec<(Key, Form)>,
        spellings: Vec<(char, u8, Box<str>, u32)>,
    ) -> Self {
        discussion::order::sort_by_key(&mut found, |(key, form)| {
            (key.whole, form.entry, form.kind)
        });
        found.dedup_by_key(|(key, form)| (key.whole, form.entry, form.kind));
        let mut nodes: FxHashMap<u64, Node> = FxHashMap::default();
        nodes.reserve(found.len() + found.len() / 2);
        let mut forms = Vec::with_capacity(found.len());
        for (key, form) in found {
            for prefix in key.prefixes {
                nodes.entry(prefix).or_default().longer = true;
            }
            let node = nodes.entry(key.whole).or_default();
            if node.count == 0 {
                node.first = u32::try_from(forms.len()).unwrap_or(u32::MAX);
            }
            node.count = node.count.saturating_add(1);
            forms.push(form);
        }
        let mut beginnings = vec![0; MARKS];
        for hash in nodes.keys() {
            if let Some(bits) = beginnings.get_mut(mark_of(*hash)) {
                *bits |= 1 << (hash & 63);
            }
        }
        let mut letters = String::new();
        let spellings = spellings.into_iter().map(|(first, length, word, entry)| {
            let start = letters.len() as u32;
            letters.push_str(&word);
            Spelling { first, length, start, bytes: word.len() as u8, entry }
        });
        let spellings = spellings.collect();
        Self { entries, nodes, beginnings, forms, spellings, letters }
    }

    /// The forms that a sequence of words is, and whether a longer form begins with it; `None`
    /// where no form begins so. `hash` comes from [`fold::key`] for the first word and
    /// [`fold::join`] for each further one.
    #[must_use]
    pub fn at(&self, hash: u64) -> Option<(&[Form], bool)> {
        let node = self.nodes.get(&hash)?;
        let first = node.first as usize;
        let forms = self.forms.get(first..first + usize::from(node.count)).unwrap_or(&[]);
        Some((forms, node.longer))
    }

    /// Whether a form begins with a word, given by its key.
    #[must_use]
    pub fn begins(&self, key: u64) -> bool {
        self.beginnings.get(mark_of(key)).is_some_and(|bits| bits >> (key & 63) & 1 != 0)
            && self.nodes.contains_key(&key)
    }

    /// The forms of a single word.
    #[must_use]
    pub fn word(&self, word: &str) -> &[Form] {
        self.at(fold::key(word)).map_or(&[], |(forms, _)| forms)
    }

    /// The forms of a name of one or more words.
    #[must_use]
    pub fn name(&self, name: &str) -> &[Form] {
        Key::of(name).and_then(|(key, _)| self.at(key.whole)).map_or(&[], |(forms, _)| forms)
    }

    /// An entry.
    #[must_use]
    pub fn entry(&self, entry: u32) -> Option<&Entry> {
        self.entries.get(entry as usize)
    }

    /// The single-word forms, folded, with their entries, that share a first letter with a folded
    /// word and differ from it by at most one letter in length.
    pub fn spellings_near<'a>(&'a self, folded: &str) -> impl Iterator<Item = (&'a str, u32)> {
        let first = folded.chars().next().unwrap_or(' ');
        let length = u8::try_from(folded.chars().count()).unwrap_or(u8::MAX);
        let from = (first, length.saturating_sub(1));
        let to = (first, length.saturating_add(1));
        let place = |spelling: &Spelling| (spelling.first, spelling.length);
        let start = self.spellings.partition_point(|spelling| place(spelling) < from);
        self.spellings
            .get(start..)
            .unwrap_or(&[])
            .iter()
            .take_while(move |spelling| place(spelling) <= to)
            .map(|spelling| {
                let start = spelling.start as usize;
                let word = self.letters.get(start..start + usize::from(spelling.bytes));
                (word.unwrap_or(""), spelling.entry)
            })
    }
}

/// Words of 64 bits that tell which hashes may be there: about eight bits for each of them.
const MARKS: usize = 1 << 12;

/// Which of the [`MARKS`] holds the bit of a hash.
fn mark_of(hash: u64) -> usize {
    (hash >> 6) as usize & (MARKS - 1)
}

/// Where a form of several words stands in the map of nodes.
struct Key {
    whole: u64,
    prefixes: Vec<u64>,
}

impl Key {
    fn of(marked: &str) -> Option<(Self, FormCase)> {
        let form = marked.trim_start_matches(['=', '?']);
        let mut whole = 0;
        let mut prefixes = Vec::new();
        for key in parts(form).map(fold::key).filter(|key| *key != 0) {
            if whole == 0 {
                whole = key;
            } else {
                prefixes.push(whole);
                whole = fold::join(whole, key);
            }
        }
        let case = match marked.as_bytes().first() {
            Some(b'=') => FormCase::Exact(fold::exact(form)),
            Some(b'?') => FormCase::Weak,
            _ => FormCase::Any,
        };
        (whole != 0).then_some((Self { whole, prefixes }, case))
    }
}

/// The words of a form as the text's words are cut: at white space and hyphens.
pub fn parts(form: &str) -> impl Iterator<Item = &str> {
    form.split(|c: char| c.is_whitespace() || c == '-' || c == '/')
}

fn spelling(form: &str, entry: u32, spellings: &mut Vec<(char, u8, Box<str>, u32)>) {
    if form.starts_with(['=', '?']) || parts(form).count() != 1 {
        return;
    }
    let folded = fold::folded(form);
    let length = folded.chars().count();
    if let (Some(first), Ok(length)) = (folded.chars().next(), u8::try_from(length))
        && length >= 6
        && u8::try_from(folded.len()).is_ok()
    {
        spellings.push((first, length, folded.into_boxed_str(), entry));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# types\nplace\tRuritania\t\tRRT|=RU|Kingdom of Ruritania\tRuritanian\tRuritanians\t\n\
                        person\tRudolf Elphberg\tm\tElphberg\t\t\tRuritania\tking\n\nplace\t?Strelsau\t\t\t\t\tRuritania\n";

    #[test]
    fn forms_lead_to_entries() {
        let gazetteer = Gazetteer::parse(FILE.as_bytes()).expect("well-formed");
        let kinds =
            |name| gazetteer.name(name).iter().map(|f| (f.entry, f.kind)).collect::<Vec<_>>();
        assert_eq!(kinds("ruritania"), [(0, FormKind::Name)]);
        assert_eq!(kinds("RURITANIANS"), [(0, FormKind::People)]);
        assert_eq!(kinds("Kingdom-of-Ruritania"), [(0, FormKind::Name)]);
        assert_eq!(kinds("Kingdom"), []);
        assert_eq!(gazetteer.at(fold::key("Kingdom")).map(|(_, longer)| longer), Some(true));
        assert_eq!(gazetteer.word("RU")[0].case, FormCase::Exact(fold::exact("RU")));
        assert_eq!(gazetteer.word("strelsau")[0].case, FormCase::Weak);
        assert_eq!(gazetteer.entries[1].link, Some(0));
        assert_eq!(&*gazetteer.entries[1].role, "king");
        assert_eq!(gazetteer.entries[1].gender, Gender::Male);
        assert_eq!(gazetteer.spellings_near("elfberg").count(), 1);
    }

    #[test]
    fn damage_is_reported_with_its_line() {
        for (file, line) in
            [("place\tA\nmoon\tB", 2), ("place", 1), ("place\tA\t\t\t\t\tNowhere", 1)]
        {
            let error = Gazetteer::parse(file.as_bytes()).expect_err("damaged");
            assert_eq!(error, ModelError::Damaged { file: "gazetteer.tsv".into(), line }, "{file}");
        }
        assert!(Gazetteer::parse(&[0xff, 0xfe]).is_err());
        assert!(Gazetteer::parse(b"").is_ok());
    }
}
