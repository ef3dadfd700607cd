//! A drawing as a picture: SVG drawn through a canvas.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url,
};

use crate::browser::document;

/// How many dots a unit of the drawing has, so that letters are sharp in print.
const SCALE: f64 = 2.0;
/// No side has more dots than this: what every browser's canvas can hold.
const MOST: f64 = 8_192.0;

/// A drawing as PNG; none where the browser cannot draw it.
pub async fn png(svg: &[u8]) -> Option<Vec<u8>> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    let parts = Array::of1(&Uint8Array::from(svg));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let drawn = draw(&address).await;
    let _ = Url::revoke_object_url(&address);
    let buffer = JsFuture::from(drawn?.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

async fn draw(address: &str) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await.ok()?;
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let scale = SCALE.min(MOST / width.max(height).max(1.0));
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((width * scale) as u32);
    canvas.set_height((height * scale) as u32);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    let written = Promise::new(&mut |resolve, _| drop(canvas.to_blob(&resolve)));
    JsFuture::from(written).await.ok()?.dyn_into().ok()
}
