//! Posts in rows, whose columns are given or guessed: tables, and JSON objects in a list or a line
//! each.

use super::{
    Import, ImportError, Opened,
    columns::{Columns, Role},
    csv::Table,
    formats,
    json::{Json, Value, with_whole_characters},
    table::{self, Row},
    thread::Pool,
    title,
};

/// Objects whose keys are looked at.
const LOOKED_AT: usize = 50;
/// Keys that are known at most.
const MAX_NAMES: usize = 1_000;
/// How many objects deep keys are looked for.
const MAX_DEPTH: usize = 3;
/// Rows of a preview.
const PREVIEWED: usize = 5;

/// The beginning of a table, or of objects in rows, for a person who says what the columns hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The names of the columns, or their numbers from 1 where they have no names.
    pub names: Vec<String>,
    /// The first rows, a cell for each name; empty where there is none.
    pub rows: Vec<Vec<String>>,
    /// What the columns seem to hold.
    pub guess: Columns,
}

/// The beginning of a text that has rows; none of any other.
pub(super) fn preview(text: &str, import: Import<'_>) -> Option<Preview> {
    if text.trim_start().starts_with(['{', '[']) {
        let text = with_whole_characters(text);
        let documents = documents(&text);
        let objects = Objects::of(&documents)?;
        let names = objects.names();
        let cell = |object, name: &str| {
            at(object, name).and_then(Value::word).unwrap_or_default().to_owned()
        };
        let rows = objects.objects.iter().take(PREVIEWED);
        return Some(Preview {
            rows: rows.map(|(_, o)| names.iter().map(|name| cell(*o, name)).collect()).collect(),
            guess: Columns::guess(names.iter().map(String::as_str)),
            names,
        });
    }
    let table = Table::of(text, import.name)?;
    let rows = table.beginning(PREVIEWED);
    let guess = table.guess().unwrap_or_default();
    Some(Preview { names: table.names, rows, guess })
}

/// The discussions in a text whose columns are guessed; none where it has no rows of posts.
pub(super) fn guess(text: &str, import: Import<'_>) -> Option<Result<Opened, ImportError>> {
    if text.trim_start().starts_with(['{', '[']) {
        let text = with_whole_characters(text);
        let documents = documents(&text);
        let objects = Objects::of(&documents)?;
        let columns = Columns::guess(objects.names().iter().map(String::as_str));
        columns.get(Role::Text)?;
        return Some(objects.read(&columns, import));
    }
    let table = Table::of(text, import.name)?;
    let columns = table.guess()?;
    Some(read_table(&table, &columns, import))
}

/// The discussions in a text whose columns are given.
///
/// # Errors
/// Where the text has no rows, or no such columns.
pub(super) fn read(
    text: &str,
    columns: &Columns,
    import: Import<'_>,
) -> Result<Opened, ImportError> {
    if text.trim_start().starts_with(['{', '[']) {
        let text = with_whole_characters(text);
        let documents = documents(&text);
        if let Some(objects) = Objects::of(&documents) {
            // A name may lead into objects (`user.name`).
            let found = |name: &str| objects.objects.iter().any(|o| at(o.1, name).is_some());
            check(columns, found, &objects.names())?;
            return objects.read(columns, import);
        }
    }
    let table = Table::read(text, Some(columns)).ok_or(ImportError::Empty)?;
    check(columns, |name| table.has(name), &table.names)?;
    read_table(&table, columns, import)
}

/// Whether all columns are there.
fn check(
    columns: &Columns,
    has: impl Fn(&str) -> bool,
    names: &[String],
) -> Result<(), ImportError> {
    match columns.iter().find(|(_, name)| !has(name)) {
        None => Ok(()),
        Some((_, name)) => {
            let columns = names.join(", ");
            Err(ImportError::NoColumn { name: name.to_owned(), columns })
        }
    }
}

fn read_table(table: &Table, columns: &Columns, import: Import<'_>) -> Result<Opened, ImportError> {
    let (rows, broken) = table.rows(columns);
    finish(&rows, &broken, None, import)
}

fn finish(
    rows: &[Row],
    broken: &[usize],
    cut: Option<usize>,
    import: Import<'_>,
) -> Result<Opened, ImportError> {
    let mut pool = Pool::default();
    broken.iter().for_each(|number| pool.counts.broken(*number));
    table::fill(rows, &mut pool);
    let (mut drafts, notes) = formats::finish(pool, cut);
    for draft in &mut drafts {
        // The name of the file says more than the heading that stands for a missing article.
        draft.title = draft.title.take().or_else(|| import.name.map(title::of_file));
    }
    formats::assemble(drafts, notes, import.name)
}

/// The documents of a text, one a line, or one that is the whole; none for a line that is broken.
fn documents(text: &str) -> Vec<Option<Json<'_>>> {
    let whole = |line: &str| Json::parse(line).is_some_and(|json| json.cut.is_none());
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or("");
    if lines.next().is_some() && first.starts_with('{') && whole(first) {
        let parse = |line| Json::parse(line).filter(|json| json.cut.is_none());
        return text.lines().filter(|line| !line.trim().is_empty()).map(parse).collect();
    }
    vec![Json::parse(text)]
}

/// Objects with numbers from 1.
struct Objects<'t> {
    objects: Vec<(usize, Value<'t>)>,
    broken: Vec<usize>,
    cut: Option<usize>,
}

impl<'t> Objects<'t> {
    /// The objects of a list, or of several documents; none where there are none.
    fn of(documents: &'t [Option<Json<'t>>]) -> Option<Self> {
        let mut found = Self { objects: Vec::new(), broken: Vec::new(), cut: None };
        let mut number = 0;
        for document in documents {
            let Some(document) = document else {
                number += 1;
                found.broken.push(number);
                continue;
            };
            found.cut = document.cut.or(found.cut);
            let root = document.root();
            let list = if root.is_list() { root.items().collect() } else { vec![root] };
            // One object alone is a setting of some program rather than a post.
            if documents.len() == 1 && !root.is_list() {
                return None;
            }
            for value in list {
                number += 1;
                if value.is_object() {
                    found.objects.push((number, value));
                } else {
                    found.broken.push(number);
                }
            }
        }
        (!found.objects.is_empty()).then_some(found)
    }

    /// Their keys in the order in which they first come; those of objects inside with the way there
    /// (`user.name`).
    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for (_, object) in self.objects.iter().take(LOOKED_AT) {
            add_names(*object, "", &mut names);
        }
        names
    }

    fn read(self, columns: &Columns, import: Import<'_>) -> Result<Opened, ImportError> {
        let (mut rows, mut broken) = (Vec::new(), self.broken);
        let text = columns.get(Role::Text).unwrap_or("");
        for (number, object) in self.objects {
            // A value of another kind is broken; one that is missing is a post without text.
            if at(object, text).is_some_and(|value| value.word().is_none()) {
                broken.push(number);
                continue;
            }
            let cell = |name: &str| Some(at(object, name)?.word()?.to_owned());
            rows.push(Row::of(number, columns, cell));
        }
        broken.sort_unstable();
        finish(&rows, &broken, self.cut, import)
    }
}

/// Adds the keys of an object, and of those inside, as far as such ways go.
fn add_names(object: Value<'_>, way: &str, names: &mut Vec<String>) {
    for key in object.keys() {
        let name = format!("{way}{key}");
        match object.get(key).filter(|value| value.is_object()) {
            Some(inside) if name.matches('.').count() < MAX_DEPTH => {
                add_names(inside, &format!("{name}."), names);
            }
            _ if names.len() < MAX_NAMES && !names.contains(&name) => names.push(name),
            _ => {}
        }
    }
}

/// The value of a key, or of a way of keys with points between them.
fn at<'t>(object: Value<'t>, name: &str) -> Option<Value<'t>> {
    object.get(name).or_else(|| {
        let (first, rest) = name.split_once('.')?;
        at(object.get(first)?, rest)
    })
}
