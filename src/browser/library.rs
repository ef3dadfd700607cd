//! The library in the browser's IndexedDB: texts, their files, and a record for each correction,
//! each change in a transaction of its own. Another page of this browser is told of changes.
//!
//! | store | key | value |
//! |---|---|---|
//! | `texts` | the text's key | title, name of the file, link of the view, time of opening |
//! | `files` | the text's key | the bytes as they came |
//! | `corrections` | the text's key, number, session | a line |
//! | `steps` | the text's key | what can be undone and done again |

use std::{cell::RefCell, rc::Rc};

use idb::{
    Database, DatabaseEvent, Factory, KeyRange, ObjectStoreParams, Transaction, TransactionMode,
};
use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use reading::{
    corrections::{Change, Record, RecordId},
    link::base64,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::{
    browser::{download, window},
    state::{Entry, Kept, Stored, Task},
};

const NAME: &str = "stancelight";
const VERSION: u32 = 2;
const TEXTS: &str = "texts";
const FILES: &str = "files";
const CORRECTIONS: &str = "corrections";
const STEPS: &str = "steps";
const STORES: [&str; 4] = [TEXTS, FILES, CORRECTIONS, STEPS];
/// The version of the files that hold a library.
const FILE_VERSION: u32 = 1;

/// The library.
#[derive(Clone)]
pub struct Library(Rc<Inner>);

struct Inner {
    /// Opened with the first task.
    database: RefCell<Option<Rc<Database>>>,
    /// To other pages of this browser.
    channel: Option<BroadcastChannel>,
}

/// Why nothing came of a task; the reader is told in the same sentence whatever it was.
type Failed = idb::Error;

impl Library {
    /// Listens for what other pages change, and gives `changed` the key of the text.
    #[must_use]
    pub fn listen(changed: impl Fn(String) + 'static) -> Self {
        let channel = BroadcastChannel::new(NAME).ok();
        if let Some(channel) = &channel {
            let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                event.data().as_string().into_iter().for_each(&changed);
            });
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
            listener.forget();
        }
        Self(Rc::new(Inner { database: RefCell::default(), channel }))
    }

    /// Does a task; none where nothing is to be said of it.
    pub async fn perform(&self, task: Task) -> Option<Stored> {
        if let Task::Save(kept) = task {
            save_as_file(&kept.entry.title, &[file_entry(&kept)]);
            return None;
        }
        self.perform_stored(task).await.unwrap_or(Some(Stored::Refused))
    }

    async fn perform_stored(&self, task: Task) -> Result<Option<Stored>, Failed> {
        let database = self.database().await?;
        Ok(match task {
            Task::Open { mut entry, file } => {
                let write = begin(&database, TransactionMode::ReadWrite)?;
                // The reader may have given it another title.
                if let Some(kept) = get_entry(&write, &entry.key).await? {
                    entry.title = kept.title;
                }
                put_entry(&write, &entry).await?;
                if let Some(bytes) = file {
                    put(
                        &write,
                        FILES,
                        &Uint8Array::from(bytes.as_slice()),
                        &entry.key.as_str().into(),
                    )
                    .await?;
                }
                end(write).await?;
                Some(corrections(&database, entry.key).await?)
            }
            Task::Load(key) => Some(corrections(&database, key).await?),
            Task::View { key, view } => {
                let write = begin(&database, TransactionMode::ReadWrite)?;
                if let Some(mut entry) = get_entry(&write, &key).await? {
                    entry.view = view;
                    put_entry(&write, &entry).await?;
                }
                end(write).await?;
                None
            }
            Task::Change { key, change, steps } => {
                let write = begin(&database, TransactionMode::ReadWrite)?;
                store_change(&write, &key, &change).await?;
                put(&write, STEPS, &steps.into(), &key.as_str().into()).await?;
                end(write).await?;
                if let Some(channel) = &self.0.channel {
                    let _ = channel.post_message(&key.into());
                }
                Some(Stored::Changed)
            }
            Task::Find { request, key } => {
                let found = find(&database, key).await?;
                Some(Stored::Found { request, found: found.map(Box::new) })
            }
            Task::List => Some(listed(&database).await?),
            Task::Rename(entry) => {
                let write = begin(&database, TransactionMode::ReadWrite)?;
                put_entry(&write, &entry).await?;
                end(write).await?;
                Some(listed(&database).await?)
            }
            Task::Delete(key) => {
                let write = begin(&database, TransactionMode::ReadWrite)?;
                let name = JsValue::from(key.as_str());
                for store in [TEXTS, FILES, STEPS] {
                    write.object_store(store)?.delete(name.clone())?.await?;
                }
                write.object_store(CORRECTIONS)?.delete(of_text(&key)?)?.await?;
                end(write).await?;
                Some(listed(&database).await?)
            }
            Task::Export => {
                let mut all = Vec::new();
                for entry in entries(&database).await? {
                    if let Some(kept) = find(&database, entry.key).await? {
                        all.push(file_entry(&kept));
                    }
                }
                save_as_file(NAME, &all);
                None
            }
            Task::Import(bytes) => match read_file(&bytes) {
                Some(all) => {
                    for kept in &all {
                        take_in(&database, kept).await?;
                    }
                    Some(Stored::Imported(all))
                }
                None => Some(Stored::NotImported),
            },
            Task::Save(_) => None,
        })
    }

    /// The database, opened and made where it is not there yet.
    async fn database(&self) -> Result<Rc<Database>, Failed> {
        if let Some(database) = self.0.database.borrow().clone() {
            return Ok(database);
        }
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // Those that an earlier version made stay as they are.
                for store in STORES {
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        });
        let mut database = request.await?;
        // A later version of the page in another tab may change the stores.
        let inner = Rc::downgrade(&self.0);
        database.on_version_change(move |_| {
            if let Some(database) = inner.upgrade().and_then(|inner| inner.database.take()) {
                database.close();
            }
        });
        let database = Rc::new(database);
        *self.0.database.borrow_mut() = Some(Rc::clone(&database));
        Ok(database)
    }
}

fn begin(database: &Database, mode: TransactionMode) -> Result<Transaction, Failed> {
    database.transaction(&STORES, mode)
}

async fn end(transaction: Transaction) -> Result<(), Failed> {
    transaction.commit()?.await?;
    Ok(())
}

async fn put(
    write: &Transaction,
    store: &str,
    value: &JsValue,
    key: &JsValue,
) -> Result<(), Failed> {
    write.object_store(store)?.put(value, Some(key))?.await?;
    Ok(())
}

/// The place of a record.
fn place(key: &str, id: RecordId) -> JsValue {
    Array::of3(&key.into(), &id.number.into(), &id.session.into()).into()
}

/// The places of all records of a text: arrays stand behind everything else.
fn of_text(key: &str) -> Result<KeyRange, Failed> {
    let last = Array::of2(&key.into(), &Array::new());
    KeyRange::bound(&Array::of1(&key.into()), &last, None, None)
}

async fn store_change(write: &Transaction, key: &str, change: &Change) -> Result<(), Failed> {
    let place = place(key, change.record.id);
    if change.there {
        put(write, CORRECTIONS, &change.record.line.as_str().into(), &place).await
    } else {
        write.object_store(CORRECTIONS)?.delete(place)?.await?;
        Ok(())
    }
}

async fn records(database: &Database, key: &str) -> Result<Vec<Record>, Failed> {
    let read = begin(database, TransactionMode::ReadOnly)?;
    let store = read.object_store(CORRECTIONS)?;
    let places = store.get_all_keys(Some(of_text(key)?.into()), None)?.await?;
    let lines = store.get_all(Some(of_text(key)?.into()), None)?.await?;
    let number = |place: &JsValue, at: u32| {
        place.dyn_ref::<Array>().and_then(|place| place.get(at).as_f64()).unwrap_or(0.0) as u32
    };
    Ok(places
        .iter()
        .zip(lines)
        .map(|(place, line)| {
            let id = RecordId { number: number(place, 1), session: number(place, 2) };
            Record::new(id, line.as_string().unwrap_or_default())
        })
        .collect())
}

async fn corrections(database: &Database, key: String) -> Result<Stored, Failed> {
    let records = records(database, &key).await?;
    let read = begin(database, TransactionMode::ReadOnly)?;
    let steps = read.object_store(STEPS)?.get(JsValue::from(key.as_str()))?.await?;
    let steps = steps.and_then(|steps| steps.as_string()).unwrap_or_default();
    Ok(Stored::Corrections { key, records, steps })
}

async fn put_entry(write: &Transaction, entry: &Entry) -> Result<(), Failed> {
    let value = object(entry);
    set(&value, "time", &js_sys::Date::now().into());
    put(write, TEXTS, &value, &entry.key.as_str().into()).await
}

async fn get_entry(read: &Transaction, key: &str) -> Result<Option<Entry>, Failed> {
    let found = read.object_store(TEXTS)?.get(JsValue::from(key))?.await?;
    Ok(found.map(|value| entry(&value)))
}

async fn entries(database: &Database) -> Result<Vec<Entry>, Failed> {
    let read = begin(database, TransactionMode::ReadOnly)?;
    let all = read.object_store(TEXTS)?.get_all(None, None)?.await?;
    let time = |value: &JsValue| {
        Reflect::get(value, &"time".into()).ok().and_then(|time| time.as_f64()).unwrap_or(0.0)
    };
    let mut all: Vec<(u64, Entry)> =
        all.iter().map(|value| (time(value) as u64, entry(value))).collect();
    discussion::order::sort_by_key(&mut all, |(time, _)| std::cmp::Reverse(*time));
    Ok(all.into_iter().map(|(_, entry)| entry).collect())
}

async fn listed(database: &Database) -> Result<Stored, Failed> {
    Ok(Stored::Listed { entries: entries(database).await?, used: used().await })
}

/// Kilobytes that the page's origin uses.
async fn used() -> Option<u32> {
    let estimate = window()?.navigator().storage().estimate().ok()?;
    let estimate = JsFuture::from(estimate).await.ok()?;
    let bytes = Reflect::get(&estimate, &"usage".into()).ok()?.as_f64()?;
    Some((bytes / 1024.0) as u32)
}

async fn find(database: &Database, key: String) -> Result<Option<Kept>, Failed> {
    let read = begin(database, TransactionMode::ReadOnly)?;
    let Some(entry) = get_entry(&read, &key).await? else { return Ok(None) };
    let file = read.object_store(FILES)?.get(JsValue::from(key.as_str()))?.await?;
    let file = file.and_then(|file| file.dyn_into::<Uint8Array>().ok());
    let records = records(database, &key).await?;
    Ok(Some(Kept {
        entry,
        file: file.map(|file| file.to_vec()),
        corrections: records.into_iter().map(|record| record.line).collect(),
    }))
}

/// Takes in a text of a file. Corrections that are here already stay as they are.
async fn take_in(database: &Database, kept: &Kept) -> Result<(), Failed> {
    let key = kept.entry.key.as_str();
    let bare = records(database, key).await?.is_empty();
    let write = begin(database, TransactionMode::ReadWrite)?;
    put_entry(&write, &kept.entry).await?;
    if let Some(file) = &kept.file {
        put(&write, FILES, &Uint8Array::from(file.as_slice()), &key.into()).await?;
    }
    if bare {
        write.object_store(STEPS)?.delete(JsValue::from(key))?.await?;
    }
    for (line, number) in kept.corrections.iter().zip(1..).filter(|_| bare) {
        let record = Record::new(RecordId { number, session: 0 }, line.clone());
        store_change(&write, key, &Change { record, there: true }).await?;
    }
    end(write).await
}

fn set(object: &JsValue, field: &str, value: &JsValue) {
    let _ = Reflect::set(object, &field.into(), value);
}

fn get(object: &JsValue, field: &str) -> Option<String> {
    Reflect::get(object, &field.into()).ok()?.as_string()
}

fn object(entry: &Entry) -> JsValue {
    let value: JsValue = Object::new().into();
    set(&value, "key", &entry.key.as_str().into());
    set(&value, "title", &entry.title.as_str().into());
    set(&value, "view", &entry.view.as_str().into());
    if let Some(name) = &entry.name {
        set(&value, "name", &name.as_str().into());
    }
    value
}

fn entry(value: &JsValue) -> Entry {
    let field = |field: &str| get(value, field).unwrap_or_default();
    Entry {
        key: field("key"),
        title: field("title"),
        view: field("view"),
        name: get(value, "name"),
    }
}

/// A text as it stands in a file: its bytes in base64url, its corrections as lines.
fn file_entry(kept: &Kept) -> JsValue {
    let value = object(&kept.entry);
    if let Some(file) = &kept.file {
        set(&value, "file", &base64::encode(file).into());
    }
    let lines: Array = kept.corrections.iter().map(|line| JsValue::from(line.as_str())).collect();
    set(&value, "corrections", &lines);
    value
}

/// Offers texts as one file, which begins with [`crate::state::keeping::FILE_BEGINNING`].
fn save_as_file(name: &str, texts: &[JsValue]) {
    let whole: JsValue = Object::new().into();
    set(&whole, "stancelight-library", &FILE_VERSION.into());
    set(&whole, "texts", &texts.iter().collect::<Array>());
    if let Ok(text) = JSON::stringify(&whole) {
        download::save(&format!("{name}.stancelight.json"), String::from(text).as_bytes());
    }
}

/// The texts of such a file; none where it is none, damaged, or of a later version.
fn read_file(bytes: &[u8]) -> Option<Vec<Kept>> {
    let whole = JSON::parse(&String::from_utf8_lossy(bytes)).ok()?;
    let version = Reflect::get(&whole, &"stancelight-library".into()).ok()?.as_f64()?;
    if version > f64::from(FILE_VERSION) {
        return None;
    }
    let texts = Reflect::get(&whole, &"texts".into()).ok()?;
    let text = |value: JsValue| {
        let lines = Reflect::get(&value, &"corrections".into()).ok()?.dyn_into::<Array>().ok()?;
        let file = match get(&value, "file") {
            Some(file) => Some(base64::decode(&file)?),
            None => None,
        };
        let entry = entry(&value);
        let known = entry.key.starts_with("d/") || entry.key.starts_with("t/");
        let corrections = lines.iter().filter_map(|line| line.as_string()).collect();
        known.then_some(Kept { entry, file, corrections })
    };
    texts.dyn_ref::<Array>()?.iter().map(text).collect()
}
