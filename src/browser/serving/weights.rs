//! The weights of the deep reader: fetched once, counted as they come, kept for later visits in a
//! cache of their own, which the service worker answers from, and in which nothing else stays.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, ReadableStreamDefaultReader, Request, Response};

use crate::{
    browser::fetch,
    protocol::deep::{Failure, Weights},
};

/// The name of the cache, as `assets/service-worker.js` knows it.
const CACHE: &str = "stancelight-deep";
/// How many parts of the whole are told as they come.
const PARTS: usize = 100;

/// The weights, as they are kept or as they come.
pub(super) async fn get(weights: &Weights, told: &dyn Fn(u32)) -> Result<Vec<u8>, Failure> {
    if let Some(kept) = kept(weights).await
        && let Some(bytes) = read(&kept, weights, &|_| ()).await
    {
        return Ok(bytes);
    }
    let response = JsFuture::from(fetch::start(&weights.address)).await;
    let response: Option<Response> = response.ok().and_then(|response| response.dyn_into().ok());
    let response = response.filter(Response::ok).ok_or(Failure::Download)?;
    read(&response, weights, told).await.ok_or(Failure::Download)
}

/// The bytes of an answer; none where it breaks off, or holds more than it should.
async fn read(response: &Response, weights: &Weights, told: &dyn Fn(u32)) -> Option<Vec<u8>> {
    let most = weights.bytes as usize;
    let reader: ReadableStreamDefaultReader = response.body()?.get_reader().dyn_into().ok()?;
    let mut all = Vec::with_capacity(most);
    let mut next = 0;
    loop {
        let step: JsValue = JsFuture::from(reader.read()).await.ok()?;
        let value = Reflect::get(&step, &"value".into()).ok()?;
        let Some(chunk) = value.dyn_ref::<Uint8Array>() else {
            return (all.len() == most).then_some(all);
        };
        let (start, end) = (all.len(), all.len() + chunk.length() as usize);
        if end > most {
            drop(reader.cancel());
            return None;
        }
        all.resize(end, 0);
        chunk.copy_to(all.get_mut(start..)?);
        if end >= next {
            next = end + most / PARTS;
            told(u32::try_from(end).unwrap_or(u32::MAX));
        }
    }
}

/// Keeps the weights, and this program, for later visits; what else was kept goes. Where nothing can
/// be kept, the next visit fetches them again.
pub(super) async fn keep(weights: &Weights, bytes: &[u8]) {
    let Some(cache) = cache().await else { return };
    let needed = || weights.program.iter().chain([&weights.address]);
    let listed = JsFuture::from(cache.keys()).await.ok();
    let listed: Option<Array> = listed.and_then(|listed| listed.dyn_into().ok());
    let mut there = Vec::new();
    for request in listed.into_iter().flat_map(|listed| listed.to_vec()) {
        let Some(request) = request.dyn_ref::<Request>() else { continue };
        match needed().find(|address| request.url().ends_with(address.as_str())) {
            Some(address) => there.push(address),
            None => drop(JsFuture::from(cache.delete_with_request(request)).await),
        }
    }
    for address in needed().filter(|address| !there.contains(address)) {
        if *address == weights.address {
            let body = Uint8Array::from(bytes);
            if let Ok(response) = Response::new_with_opt_js_u8_array(Some(&body)) {
                let _ = JsFuture::from(cache.put_with_str(address, &response)).await;
            }
        } else {
            let _ = JsFuture::from(cache.add_with_str(address)).await;
        }
    }
}

/// Forgets what is kept.
pub(super) async fn forget() {
    if let Some(storage) = storage() {
        let _ = JsFuture::from(storage.delete(CACHE)).await;
    }
}

async fn kept(weights: &Weights) -> Option<Response> {
    let found = JsFuture::from(cache().await?.match_with_str(&weights.address)).await.ok()?;
    found.dyn_into().ok()
}

async fn cache() -> Option<Cache> {
    JsFuture::from(storage()?.open(CACHE)).await.ok()?.dyn_into().ok()
}

/// None on pages that are not secure.
fn storage() -> Option<CacheStorage> {
    Reflect::get(&js_sys::global(), &"caches".into()).ok()?.dyn_into().ok()
}
