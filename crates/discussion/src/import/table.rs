//! Rows of posts, from a table or from objects with the same keys, as messages of threads.
//!
//! A row opens a discussion where it has a title that no other row has and answers nothing; what
//! follows it without saying where it belongs answers it. A title that many rows have is that of
//! the discussion which all of them belong to. Without titles all rows are one discussion.

use rustc_hash::FxHashMap;

use super::{
    columns::{Columns, Role},
    thread::{Body, Message, Pool},
};

/// The thread of rows that name none.
const ONLY: &str = "table";

/// A post as a row has it; what a column does not hold is empty.
pub(super) struct Row {
    /// Its number in the file, from 1.
    pub(super) number: usize,
    cells: [String; 8],
}

impl Row {
    /// The cells of a row by the names of their columns.
    pub(super) fn of(
        number: usize,
        columns: &Columns,
        cell: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let mut cells: [String; 8] = Default::default();
        for (role, name) in columns.iter() {
            if let (Some(slot), Some(text)) = (cells.get_mut(role.number()), cell(name)) {
                *slot = text.trim().to_owned();
            }
        }
        Self { number, cells }
    }

    pub(super) fn get(&self, role: Role) -> Option<&str> {
        let cell = self.cells.get(role.number())?.as_str();
        (!cell.is_empty()).then_some(cell)
    }

    /// A cell that names something; none where it says that it names nothing.
    fn name(&self, role: Role) -> Option<&str> {
        let nothing = ["null", "none", "nan", "na", "n/a", "0", "-", "-1"];
        let name = self.get(role)?;
        (!nothing.iter().any(|word| name.eq_ignore_ascii_case(word))).then(|| bare(name))
    }
}

/// An id without what Reddit puts before it (`t1_`), since columns have it with and without.
fn bare(id: &str) -> &str {
    match id.as_bytes() {
        [b't', b'1'..=b'6', b'_', _, ..] => id.get(3..).unwrap_or(id),
        _ => id,
    }
}

/// Adds the posts of all rows.
pub(super) fn fill(rows: &[Row], pool: &mut Pool) {
    let mut titles: FxHashMap<&str, usize> = FxHashMap::default();
    for title in rows.iter().filter_map(|row| row.get(Role::Title)) {
        *titles.entry(title).or_default() += 1;
    }
    let is_markup = is_markup(rows);
    let mut opened: Option<String> = None;
    for row in rows {
        let text = row.get(Role::Text);
        let title = row.get(Role::Title);
        if text.is_none() && title.is_none() {
            pool.counts.empty += 1;
            continue;
        }
        let id = row.name(Role::Id).map_or_else(|| format!("row {}", row.number), str::to_owned);
        let parent = row.name(Role::Parent).map(str::to_owned);
        let own_title = title.filter(|title| titles.get(title) == Some(&1));
        let opens = parent.is_none() && own_title.is_some();
        let thread = match (row.name(Role::Thread), title) {
            (Some(thread), _) => Some(thread.to_owned()),
            (None, Some(title)) if own_title.is_none() => Some(format!("title {title}")),
            _ if opens => Some(id.clone()),
            // Where it belongs is known from what it answers.
            _ if parent.is_some() && opened.is_some() => None,
            _ => Some(opened.clone().unwrap_or_else(|| ONLY.to_owned())),
        };
        if opens {
            opened.clone_from(&thread);
        } else if let (Some(thread), Some(title)) = (&thread, title) {
            let about = pool.about.entry(thread.clone()).or_default();
            about.title.get_or_insert_with(|| title.to_owned());
            about.link = about.link.take().or_else(|| row.get(Role::Link).map(str::to_owned));
        }
        let text = text.unwrap_or("");
        let body = |text: &str| {
            if is_markup { Body::Html(text.to_owned()) } else { Body::Plain(text.to_owned()) }
        };
        pool.messages.push(Message {
            id,
            parent,
            thread,
            opens,
            title: own_title.map(str::to_owned),
            link: row.get(Role::Link).map(str::to_owned),
            author: row.get(Role::Author).map(str::to_owned),
            time: row.get(Role::Time).map(str::to_owned),
            body: body(text),
            deleted: ["[deleted]", "[removed]"].contains(&text),
            rank: 0,
        });
    }
}

/// Whether the texts are HTML: some of them have its tags or its names of characters.
fn is_markup(rows: &[Row]) -> bool {
    let signs = [
        "</p>", "<p>", "<br>", "<br/>", "<br />", "</a>", "&#x27;", "&#39;", "&quot;", "&gt;",
        "&amp;",
    ];
    rows.iter()
        .filter_map(|row| row.get(Role::Text))
        .any(|text| signs.iter().any(|sign| text.contains(sign)))
}
