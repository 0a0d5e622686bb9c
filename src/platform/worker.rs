//! A thread beside the page.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::root_data;

/// A running worker; dropping it ends it and gives its memory back.
pub(crate) struct WorkerHandle {
    worker: web_sys::Worker,
    /// What was to be said before the worker listened.
    waiting: Rc<RefCell<Option<Vec<String>>>>,
    _hear: Closure<dyn FnMut(web_sys::MessageEvent)>,
    _fail: Closure<dyn FnMut(web_sys::Event)>,
}

/// Starts the directory's worker; `None` where there can't be one.
pub(crate) fn start(hear: impl Fn(String) + 'static, fail: impl Fn() + 'static) -> Option<WorkerHandle> {
    let worker = web_sys::Worker::new(&root_data("data-worker")?).ok()?;
    let waiting = Rc::new(RefCell::new(Some(Vec::<String>::new())));
    let on_message = {
        let (waiting, worker) = (Rc::clone(&waiting), worker.clone());
        Closure::<dyn FnMut(_)>::new(move |event: web_sys::MessageEvent| {
            // Its first word is that it listens.
            let first = waiting.borrow_mut().take();
            match (first, event.data().as_string()) {
                (Some(messages), _) => {
                    for message in messages {
                        let _ = worker.post_message(&JsValue::from_str(&message));
                    }
                }
                (None, Some(text)) => hear(text),
                _ => {}
            }
        })
    };
    let on_error = Closure::<dyn FnMut(_)>::new(move |_: web_sys::Event| fail());
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Some(WorkerHandle { worker, waiting, _hear: on_message, _fail: on_error })
}

impl WorkerHandle {
    /// Says something to the worker.
    pub(crate) fn say(&self, message: String) {
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push(message),
            None => {
                let _ = self.worker.post_message(&JsValue::from_str(&message));
            }
        }
    }
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
