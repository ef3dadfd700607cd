//! The worker in which texts are read.

use wasm_bindgen::JsCast;

fn main() {
    let scope: web_sys::DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    if scope.post_message(&"ready".into()).is_err() {
        web_sys::console::error_1(&"the worker cannot answer".into());
    }
}
