//! A soft tone and a short vibration, each only where somebody asked for it.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast as _;
use web_sys::{AudioContext, OscillatorType};

use super::window;

thread_local! {
    static AUDIO: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// Plays a soft tone of so many hertz that fades within a second.
pub(crate) fn tone(hertz: f32) {
    let audio = AUDIO.with_borrow_mut(|audio| {
        if audio.is_none() {
            *audio = AudioContext::new().ok();
        }
        audio.clone()
    });
    let _ = audio.and_then(|audio| play(&audio, hertz));
}

fn play(audio: &AudioContext, hertz: f32) -> Option<()> {
    let _ = audio.resume();
    let (tone, loudness) = (audio.create_oscillator().ok()?, audio.create_gain().ok()?);
    tone.set_type(OscillatorType::Sine);
    tone.frequency().set_value(hertz);
    let now = audio.current_time();
    let gain = loudness.gain();
    gain.set_value_at_time(0.0, now).ok()?;
    gain.linear_ramp_to_value_at_time(0.12, now + 0.08).ok()?;
    gain.linear_ramp_to_value_at_time(0.0, now + 0.9).ok()?;
    tone.connect_with_audio_node(&loudness).ok()?;
    loudness.connect_with_audio_node(&audio.destination()).ok()?;
    tone.start().ok()?;
    tone.stop_with_when(now + 1.0).ok()
}

/// Has the phone vibrate for a moment.
pub(crate) fn vibrate(milliseconds: u32) {
    let Some(navigator) = window().map(|window| window.navigator()) else { return };
    if let Some(vibrate) = vibrator(&navigator) {
        let _ = vibrate.call1(&navigator, &milliseconds.into());
    }
}

/// Whether this browser can have the phone vibrate.
pub(crate) fn can_vibrate() -> bool {
    window().is_some_and(|window| vibrator(&window.navigator()).is_some())
}

fn vibrator(navigator: &web_sys::Navigator) -> Option<Function> {
    Reflect::get(navigator, &"vibrate".into()).ok()?.dyn_into().ok()
}
