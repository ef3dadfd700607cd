//! Doing something later.

use wasm_bindgen::{JsCast, closure::Closure};

use crate::browser::window;

/// Something that will be done, unless this is dropped before.
pub struct Timer {
    handle: i32,
    _task: Closure<dyn FnMut()>,
}

impl Timer {
    /// Does something after that many milliseconds; none where there is no window.
    #[must_use]
    pub fn after(milliseconds: u32, task: impl FnOnce() + 'static) -> Option<Self> {
        let task = Closure::once(task);
        let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let handle = window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                task.as_ref().unchecked_ref(),
                milliseconds,
            )
            .ok()?;
        Some(Self { handle, _task: task })
    }

    /// Lets it be done in any case.
    pub fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}
