//! What happens when the app breaks: the static help lines come back, with a sentence.

/// Sends every panic to the console and to the page's own script, which needs no wasm.
pub(crate) fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        let _ = super::ask_global("alongsideTrouble", &panic.to_string());
    }));
}
