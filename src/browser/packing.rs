//! Packing and unpacking by the browser: raw DEFLATE streams. What is unpacked is counted as it
//! comes, so that a small link cannot fill the memory.

use js_sys::{Array, Reflect, Uint8Array};
use reading::link::cargo::Packed;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

/// As the Compression Streams standard calls it.
const FORMAT: &str = "deflate-raw";

#[wasm_bindgen]
extern "C" {
    // web-sys has them behind a flag for what is not settled.
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// Packs bytes; none in a browser that cannot.
pub async fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let stream = CompressionStream::new(FORMAT).ok()?;
    through(stream.unchecked_into(), bytes, usize::MAX).await
}

/// Unpacks bytes.
///
/// # Errors
/// Where they are damaged or become more than they may.
pub async fn unpack(packed: &Packed) -> Result<Vec<u8>, ()> {
    let stream = DecompressionStream::new(FORMAT).map_err(drop)?;
    through(stream.unchecked_into(), &packed.deflated, packed.most).await.ok_or(())
}

async fn through(pair: ReadableWritablePair, bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence(&parts).ok()?;
    let out = blob.stream().pipe_through(&pair);
    let reader: ReadableStreamDefaultReader = out.get_reader().dyn_into().ok()?;
    let mut all = Vec::new();
    loop {
        let step: JsValue = JsFuture::from(reader.read()).await.ok()?;
        let value = Reflect::get(&step, &"value".into()).ok()?;
        let Some(chunk) = value.dyn_ref::<Uint8Array>() else { return Some(all) };
        if all.len() + chunk.length() as usize > most {
            drop(reader.cancel());
            return None;
        }
        all.extend(chunk.to_vec());
    }
}
