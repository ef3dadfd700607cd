//! Fetching a text from another site, after the reader's yes. Nothing is sent: no cookies, no
//! referrer, nothing of any text. What comes is counted as it comes.

use js_sys::{Reflect, Uint8Array};
use reading::link::address::{fetched_from, host};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials, RequestInit,
    RequestRedirect, Response, ResponseType, Window, WorkerGlobalScope,
};

use crate::protocol::files::address::{Answer, MOST, PATIENCE, Unfetched, accept};

/// The text at an address.
///
/// # Errors
/// A reason where none comes, or none that can be opened.
pub(super) async fn get(address: &str) -> Result<Vec<u8>, Unfetched> {
    let from = fetched_from(address);
    let signal = AbortSignal::timeout_with_u32(PATIENCE);
    let host = || host(&from).to_owned();
    let failed = || {
        if signal.aborted() { Unfetched::Late(host()) } else { Unfetched::Unreachable(host()) }
    };
    let asked = RequestInit::new();
    asked.set_credentials(RequestCredentials::Omit);
    asked.set_referrer_policy(ReferrerPolicy::NoReferrer);
    // The reader has been asked about this host and no other.
    asked.set_redirect(RequestRedirect::Manual);
    asked.set_signal(Some(&signal));
    let global: JsValue = js_sys::global().into();
    let promise = if Reflect::has(&global, &"document".into()).unwrap_or(false) {
        global.unchecked_into::<Window>().fetch_with_str_and_init(&from, &asked)
    } else {
        global.unchecked_into::<WorkerGlobalScope>().fetch_with_str_and_init(&from, &asked)
    };
    let response = JsFuture::from(promise).await.map_err(|_| failed())?;
    let response: Response = response.dyn_into().map_err(|_| failed())?;
    let head = |name: &str| response.headers().get(name).ok().flatten();
    let answer = Answer {
        status: response.status(),
        moved: response.type_() == ResponseType::Opaqueredirect,
        kind: head("content-type"),
        length: head("content-length").and_then(|length| length.parse().ok()),
    };
    accept(&from, &answer)?;
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into().map_err(|_| failed())?;
    let mut all = Vec::new();
    loop {
        let step: JsValue = JsFuture::from(reader.read()).await.map_err(|_| failed())?;
        let value = Reflect::get(&step, &"value".into()).map_err(|_| failed())?;
        let Some(chunk) = value.dyn_ref::<Uint8Array>() else { return Ok(all) };
        if all.len() + chunk.length() as usize > MOST {
            drop(reader.cancel());
            return Err(Unfetched::TooLarge(host()));
        }
        all.extend(chunk.to_vec());
    }
}
