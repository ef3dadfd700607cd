//! The files program: every format in and out, on demand.

pub mod address;
pub mod page;
mod writing;

use discussion::{
    Discussion, Import, Outline,
    import::{
        ImportError, MAX_DISCUSSIONS, Opened,
        columns::{Columns, Role},
        import_all, import_columns,
        notes::{ImportNote, Many},
        preview,
    },
};
use reading::link::address::host;
use serde::{Deserialize, Serialize};

use crate::{
    protocol::files::address::Unfetched,
    strings::{self, Said},
};

pub use page::WantedPage;
pub use writing::{Wanted, Written};

/// Something for the files program to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Number of the order; the answer bears it.
    pub id: u32,
    /// What to do.
    pub task: Task,
}

/// What the files program can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// Open files.
    Open {
        /// One, or several at once.
        files: Vec<GivenFile>,
        /// The columns of a table, once the reader has chosen them.
        columns: Option<ChosenColumns>,
    },
    /// Write a file.
    Write(Wanted),
    /// Write the page itself as one file.
    Page(WantedPage),
    /// Fetch the text at an address, to which the reader has said yes.
    Fetch(String),
}

/// The number of the column, from 0, for each role that has one, in the order of [`Role::all`].
pub type ChosenColumns = Vec<Option<u32>>;

/// The longest cell of a preview, in characters.
const MAX_CELL: usize = 80;

/// A file as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenFile {
    /// Its name, where there is one.
    pub name: Option<String>,
    /// What is in it.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// The answer to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// Number of the order.
    pub id: u32,
    /// What came of it, or why nothing did.
    pub done: Result<Done, Said>,
}

/// What came of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Done {
    /// What is in the files.
    Opened(Found),
    /// One file that is a table: the reader says what its columns hold.
    Table(Table),
    /// A file to be saved.
    Written(Written),
    /// A drawing to be saved as a picture.
    Drawn(Written),
    /// What was fetched.
    Fetched(GivenFile),
}

/// The beginning of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The names of its columns.
    pub names: Vec<String>,
    /// The first rows, a cell for each name.
    pub rows: Vec<Vec<String>>,
    /// What the columns seem to hold.
    pub columns: ChosenColumns,
}

/// What is in files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The discussions; never none.
    pub discussions: Vec<FoundDiscussion>,
    /// The number of the longest.
    pub longest: u32,
    /// What the reader should know.
    pub notes: Vec<Said>,
}

/// A discussion that was found in files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundDiscussion {
    /// What it is called.
    pub title: String,
    /// How many posts it has, the article included.
    pub posts: u32,
    /// Its outline, packed.
    #[serde(with = "serde_bytes")]
    pub outline: Vec<u8>,
}

/// Does what is asked: the whole work of the files program. `fetched` holds the page's own files by
/// their names, where [`Task::Page`] asks for them, or, for [`Task::Fetch`], what came.
#[must_use]
pub fn deliver(order: &Order, fetched: &[(String, Vec<u8>)]) -> Delivery {
    let done = match &order.task {
        Task::Open { files, columns } => open(files, columns.as_deref()),
        Task::Page(wanted) => page::make(wanted, fetched).map(Done::Written).map_err(Into::into),
        Task::Write(wanted) => {
            let drawn = if wanted.picture { Done::Drawn } else { Done::Written };
            writing::write(wanted).map(drawn).map_err(Into::into)
        }
        Task::Fetch(asked) => match fetched {
            [(_, bytes)] => {
                let name = address::file_name(asked);
                Ok(Done::Fetched(GivenFile { name, bytes: bytes.clone() }))
            }
            _ => Err(strings::unfetched(&Unfetched::Unreachable(host(asked).to_owned()))),
        },
    };
    Delivery { id: order.id, done }
}

fn open(files: &[GivenFile], columns: Option<&[Option<u32>]>) -> Result<Done, Said> {
    let opened = match (files, columns) {
        ([file], None) => match table(file) {
            Some(table) => return Ok(Done::Table(table)),
            None => import_all(&file.bytes, file.import()),
        },
        ([file], Some(columns)) => with_columns(file, columns),
        _ => several(files),
    };
    let Opened { mut discussions, mut notes } =
        opened.map_err(|why| strings::import_error(&why))?;
    if let Some(count) = discussions.len().checked_sub(MAX_DISCUSSIONS).filter(|n| *n > 0) {
        let (what, limit) = (Many::Discussions, MAX_DISCUSSIONS);
        notes.push(ImportNote::TooMany { what, count, limit });
        discussions.truncate(MAX_DISCUSSIONS);
    }
    let found = FoundDiscussion::of;
    let mut longest = 0;
    for (number, discussion) in discussions.iter().enumerate() {
        if discussion.posts.len() > discussions[longest].posts.len() {
            longest = number;
        }
    }
    Ok(Done::Opened(Found {
        longest: longest as u32,
        discussions: discussions.iter().map(found).collect(),
        notes: notes.iter().map(strings::import_note).collect(),
    }))
}

/// The beginning of a file that is a table.
fn table(file: &GivenFile) -> Option<Table> {
    let found = preview(&file.bytes, file.import())?;
    let number = |role| {
        let name = found.guess.get(role)?;
        found.names.iter().position(|known| known == name).map(|number| number as u32)
    };
    let columns = Role::all().map(number).collect();
    let short = |cell: &String| cell.chars().take(MAX_CELL).collect();
    let rows = found.rows.iter().map(|row| row.iter().map(short).collect()).collect();
    Some(Table { names: found.names, rows, columns })
}

/// Reads a table whose columns are chosen.
fn with_columns(file: &GivenFile, chosen: &[Option<u32>]) -> Result<Opened, ImportError> {
    let names = preview(&file.bytes, file.import()).unwrap_or_default().names;
    let mut columns = Columns::default();
    for (role, number) in Role::all().zip(chosen) {
        if let Some(name) = number.and_then(|number| names.get(number as usize)) {
            columns.set(role, name.as_str());
        }
    }
    import_columns(&file.bytes, &columns, file.import())
}

/// Opens several files as if they lay in one archive: what cannot be opened becomes a note.
fn several(files: &[GivenFile]) -> Result<Opened, ImportError> {
    let mut all = Opened { discussions: Vec::new(), notes: Vec::new() };
    let mut last = ImportError::Empty;
    for file in files {
        match import_all(&file.bytes, file.import()) {
            Ok(more) => {
                all.discussions.extend(more.discussions);
                all.notes.extend(more.notes);
            }
            Err(why) => {
                let name = file.name.clone().unwrap_or_default();
                all.notes.push(ImportNote::File { name, why: why.clone() });
                last = why;
            }
        }
    }
    if all.discussions.is_empty() { Err(last) } else { Ok(all) }
}

impl GivenFile {
    fn import(&self) -> Import<'_> {
        Import { name: self.name.as_deref() }
    }
}

impl FoundDiscussion {
    fn of(discussion: &Discussion) -> Self {
        Self {
            title: discussion.title.clone(),
            posts: u32::try_from(discussion.posts.len()).unwrap_or(u32::MAX),
            outline: Outline::of(discussion).pack(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> GivenFile {
        GivenFile { name: Some(name.to_owned()), bytes: text.as_bytes().to_vec() }
    }

    fn done(files: &[GivenFile], columns: Option<ChosenColumns>) -> Result<Done, Said> {
        let order = Order { id: 3, task: Task::Open { files: files.to_vec(), columns } };
        assert_eq!(
            crate::protocol::unpack(&crate::protocol::pack(&order).unwrap()),
            Ok(order.clone())
        );
        let delivery = deliver(&order, &[]);
        let packed = crate::protocol::pack(&delivery).unwrap();
        assert_eq!(crate::protocol::unpack(&packed), Ok(delivery.clone()));
        delivery.done
    }

    fn titles(done: Done) -> (Vec<(String, u32)>, u32, Vec<String>) {
        let Done::Opened(found) = done else { panic!("{done:?}") };
        let titles = found.discussions.into_iter().map(|found| (found.title, found.posts));
        (titles.collect(), found.longest, found.notes.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_table_asks_for_its_columns_and_is_read_with_them() {
        let table = file("t.csv", "who,when,said\nann,1,It is late in the day.\nbob,2,\n");
        let Ok(Done::Table(found)) = done(std::slice::from_ref(&table), None) else { panic!() };
        assert_eq!(found.names, ["who", "when", "said"]);
        assert_eq!(found.rows[0], ["ann", "1", "It is late in the day."]);
        let mut columns = vec![None; 8];
        (columns[0], columns[1]) = (Some(2), Some(0));
        let (titles, _, notes) = titles(done(&[table], Some(columns)).unwrap());
        assert_eq!(titles, [("T".to_owned(), 2)]);
        assert_eq!(notes, ["1 post has no text and is left out."]);
    }

    #[test]
    fn of_several_files_the_longest_is_named_and_what_is_no_text_is_told() {
        let files = [
            file("a.txt", "It rained."),
            file("b.md", "# B\n\nIt rained.\n\n## Comments\n\n**Ann:** Did it?"),
            file("c.png", "\0"),
        ];
        let (titles, longest, notes) = titles(done(&files, None).unwrap());
        assert_eq!(titles, [("A".to_owned(), 1), ("B".to_owned(), 2)]);
        assert_eq!(longest, 1);
        assert!(notes[0].contains("c.png"), "{notes:?}");
        let undone = done(&files[2..], None).unwrap_err();
        assert_eq!(undone, strings::import_error(&ImportError::NotText { position: 0 }));
    }
}
