//! Tables of values between commas, semicolons, tabulators or bars (RFC 4180 and its relatives).
//!
//! The names in the first line say what the columns hold. Without known names a file that calls
//! itself a table is read all the same: the column with the longest texts is what is said.

use csv_core::{ReadFieldResult, ReaderBuilder};

use super::{
    columns::{Columns, Role},
    table::Row,
};

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records that are looked at to find out what a text is.
const LOOKED_AT: usize = 50;
/// The most columns of a table.
const MAX_COLUMNS: usize = 1_000;

/// A table with the names of its columns.
pub(super) struct Table {
    /// From the first line, or numbers from 1 where that is no line of names.
    pub(super) names: Vec<String>,
    /// The records that are no names, each with its number from 1.
    records: Vec<(usize, Vec<String>)>,
}

impl Table {
    /// Reads a table that calls itself one, or whose columns are given.
    pub(super) fn read(text: &str, given: Option<&Columns>) -> Option<Self> {
        let (_, delimiter) = shape(text);
        let mut records = records(text, delimiter, usize::MAX);
        let first = records.first()?;
        let is_given = |name: &String| {
            given.is_some_and(|columns| columns.iter().any(|(_, given)| given == name))
        };
        let has_names = first.iter().any(is_given)
            || Columns::guess(first.iter().map(String::as_str)).iter().next().is_some()
            || is_head(&records);
        let width = records.iter().map(Vec::len).max().unwrap_or(0);
        let names = if has_names {
            records.remove(0)
        } else {
            (1..=width).map(|number| number.to_string()).collect()
        };
        let first = 1 + usize::from(has_names);
        Some(Self { names, records: (first..).zip(records).collect() })
    }

    /// Reads a text that is a table by its content, or by the name of its file.
    pub(super) fn of(text: &str, file: Option<&str>) -> Option<Self> {
        let ending = file.and_then(|file| file.rsplit_once('.')).map(|(_, ending)| ending);
        let is_named = ending.is_some_and(|ending| {
            ["csv", "tsv", "tab"].iter().any(|known| ending.eq_ignore_ascii_case(known))
        });
        if is_named || looks_like(text) { Self::read(text, None) } else { None }
    }

    /// The first records, each with a cell for every name.
    pub(super) fn beginning(&self, most: usize) -> Vec<Vec<String>> {
        let cells = |record: &Vec<String>| {
            let count = self.names.len();
            (0..count).map(|i| record.get(i).cloned().unwrap_or_default()).collect()
        };
        self.records.iter().take(most).map(|(_, record)| cells(record)).collect()
    }

    /// What the columns hold, by their names, and where these say nothing of the text by what is in
    /// them.
    pub(super) fn guess(&self) -> Option<Columns> {
        let mut columns = Columns::guess(self.names.iter().map(String::as_str));
        if columns.get(Role::Text).is_none() {
            columns.set(Role::Text, self.longest()?);
        }
        Some(columns)
    }

    /// The name of the column whose cells are texts: the longest on average, of several words.
    fn longest(&self) -> Option<&str> {
        let count = self.records.len().clamp(1, LOOKED_AT);
        let looked_at = || self.records.iter().take(LOOKED_AT);
        let length = |column: usize| {
            let cells = looked_at().filter_map(|(_, record)| record.get(column));
            cells.filter(|cell| cell.contains(' ')).map(|cell| cell.chars().count()).sum::<usize>()
        };
        let found = (0..self.names.len()).map(|column| (length(column), column)).max_by(|a, b| {
            // The first one among equals.
            a.0.cmp(&b.0).then(b.1.cmp(&a.1))
        });
        let (length, column) = found.filter(|(length, _)| *length >= 12 * count)?;
        let _ = length;
        self.names.get(column).map(String::as_str)
    }

    /// The rows, and the numbers of the records that have no cell for the text.
    pub(super) fn rows(&self, columns: &Columns) -> (Vec<Row>, Vec<usize>) {
        let place = |name: &str| {
            let named = self.names.iter().position(|known| known == name);
            named.or_else(|| name.parse::<usize>().ok()?.checked_sub(1))
        };
        let text = columns.get(Role::Text).and_then(place);
        let (mut rows, mut broken) = (Vec::new(), Vec::new());
        for (number, record) in &self.records {
            if text.is_none_or(|text| record.len() <= text) {
                broken.push(*number);
                continue;
            }
            rows.push(Row::of(*number, columns, |name| record.get(place(name)?).cloned()));
        }
        (rows, broken)
    }

    /// Whether a column has this name, or this number.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
            || name.parse().is_ok_and(|number| (1..=self.names.len()).contains(&number))
    }
}

/// Whether a text that does not call itself a table is one: its first line names a text and
/// something else, and the records that follow have as many values.
fn looks_like(text: &str) -> bool {
    let (records, _) = shape(text);
    let Some((first, others)) = records.split_first() else { return false };
    let columns = Columns::guess(first.iter().map(String::as_str));
    let others = others.get(..others.len().min(LOOKED_AT)).unwrap_or(&[]);
    let fitting = others.iter().filter(|record| record.len() == first.len()).count();
    columns.get(Role::Text).is_some()
        && columns.iter().count() >= 2
        && first.iter().all(|name| name.chars().count() <= 40)
        && !others.is_empty()
        && fitting * 10 >= others.len() * 9
}

/// The first records, parted by the sign that parts them most evenly, and that sign.
fn shape(text: &str) -> (Vec<Vec<String>>, u8) {
    let head = text.get(..text.floor_char_boundary(200_000)).unwrap_or(text);
    let mut best = (0, Vec::new(), b',');
    for delimiter in DELIMITERS {
        let records = records(head, delimiter, LOOKED_AT + 1);
        let width = records.first().map_or(0, Vec::len);
        let even = records.iter().filter(|record| record.len() == width).count();
        let score = if width < 2 { 0 } else { even * 100 / records.len() * 100 + width.min(99) };
        if score > best.0 {
            best = (score, records, delimiter);
        }
    }
    (best.1, best.2)
}

/// Whether the first record looks unlike the others: short words where they have texts or numbers.
fn is_head(records: &[Vec<String>]) -> bool {
    let Some((first, others)) = records.split_first() else { return false };
    let number = |cell: &str| cell.trim().parse::<f64>().is_ok();
    let words = first.iter().all(|cell| {
        !cell.trim().is_empty() && !number(cell) && cell.split_whitespace().count() <= 4
    });
    let long =
        others.iter().take(LOOKED_AT).flatten().any(|cell| cell.split_whitespace().count() > 4);
    words && long
}

/// The records of a table that have anything in them, at most so many.
fn records(text: &str, delimiter: u8, most: usize) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let mut input = text.as_bytes();
    let mut buffer = [0; 4096];
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), Vec::new());
    while records.len() < most {
        let (result, read, written) = reader.read_field(input, &mut buffer);
        input = input.get(read..).unwrap_or(&[]);
        cell.extend_from_slice(buffer.get(..written).unwrap_or(&[]));
        match result {
            // Nothing more to read: the next call says so.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                let said = String::from_utf8_lossy(&std::mem::take(&mut cell)).into_owned();
                if record.len() < MAX_COLUMNS {
                    record.push(said);
                }
                if record_end {
                    let record = std::mem::take(&mut record);
                    if record.iter().any(|cell: &String| !cell.trim().is_empty()) {
                        records.push(record);
                    }
                }
            }
            ReadFieldResult::End => break,
        }
    }
    records
}
