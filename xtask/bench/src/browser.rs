//! What the benchmark's page calls.

use engine::Models;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::stages;

#[wasm_bindgen]
extern "C" {
    /// The browser's clock, in milliseconds.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// The engine with its models.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    files: Vec<(String, Vec<u8>)>,
    models: Models,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without models.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The files that [`Engine::load`] needs.
    #[must_use]
    pub fn files() -> Vec<String> {
        Models::assets().map(str::to_owned).collect()
    }

    /// Takes the contents of a file.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.files.push((name, bytes));
    }

    /// Reads the models; false where a file is missing or damaged.
    pub fn load(&mut self) -> bool {
        let files: Vec<_> =
            self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let loaded = Models::load(&files);
        let good = loaded.is_ok();
        self.models = loaded.unwrap_or_default();
        self.files.clear();
        good
    }

    /// Reads a set of texts: milliseconds of each stage, then the counts of entities and
    /// mentions, and their digest.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "a string comes from the browser by value")]
    pub fn run(&self, set: String) -> Vec<f64> {
        let run = stages::run(&set, &self.models, now);
        let mut figures = run.times.to_vec();
        figures.extend([run.entities as f64, run.mentions as f64, f64::from(run.digest)]);
        figures
    }
}
