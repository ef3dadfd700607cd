//! The engine's lists and weights, fetched once, by the worker or by the page in its place.

use std::{cell::RefCell, rc::Rc};

use engine::{ModelError, Models};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::{browser::fetch, protocol::Unread};

/// The models, or the way to them.
#[derive(Clone, Default)]
pub struct Store(Rc<RefCell<Stored>>);

#[derive(Default)]
struct Stored {
    /// Fulfilled when `models` is filled.
    loading: Option<Promise>,
    models: Option<Result<Rc<Models>, Unread>>,
}

impl Store {
    /// The models; they are fetched on the first call, and again after a failure.
    ///
    /// # Errors
    /// Where one does not come or is damaged.
    pub async fn get(&self) -> Result<Rc<Models>, Unread> {
        let failed = matches!(self.0.borrow().models, Some(Err(_)));
        if failed {
            *self.0.borrow_mut() = Stored::default();
        }
        let loading = self.0.borrow().loading.clone();
        let loading = loading.unwrap_or_else(|| self.load());
        let _ = JsFuture::from(loading).await;
        let models = self.0.borrow().models.clone();
        models.unwrap_or_else(|| Err(Unread::NoModel("models".to_owned())))
    }

    fn load(&self) -> Promise {
        let store = self.clone();
        let loading = future_to_promise(async move {
            let loaded = load().await.map(Rc::new);
            store.0.borrow_mut().models = Some(loaded);
            Ok(JsValue::UNDEFINED)
        });
        self.0.borrow_mut().loading = Some(loading.clone());
        loading
    }
}

async fn load() -> Result<Models, Unread> {
    let mut pending = Vec::new();
    for name in Models::assets() {
        // All requests are under way before the first answer is awaited.
        pending.push((name, fetch::start(&format!("models/{name}"))));
    }
    let mut files = Vec::new();
    for (name, promise) in pending {
        // All answers are awaited, also behind one that fails.
        files.push((name, fetch::finish(promise).await));
    }
    let named = |(name, bytes): (&'static str, Option<Vec<u8>>)| {
        Ok((name, bytes.ok_or_else(|| Unread::NoModel(name.to_owned()))?))
    };
    let files = files.into_iter().map(named).collect::<Result<Vec<_>, Unread>>()?;
    let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    Models::load(&files).map_err(|error| match error {
        ModelError::Damaged { file, .. } | ModelError::Missing { file } => Unread::NoModel(file),
    })
}
