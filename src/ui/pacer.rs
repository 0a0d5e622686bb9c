//! A breathing pacer: visible, stoppable, and led by the clock, so that a slow phone keeps the beat.
//! With reduced motion the style shows the bar in place of the disc.

use crate::view::prelude::*;
use alongside_core::coping::{Beat, Breath, Pacer};

use crate::i18n::t;
use crate::platform::timing;
use crate::ui::icon;

fn word(breath: Breath) -> &'static str {
    match breath {
        Breath::In => t::pacer_in(),
        Breath::Hold => t::pacer_hold(),
        Breath::Out => t::pacer_out(),
    }
}

/// Thousandths as a number of CSS. A fraction's own way to be written is 11 KB of code.
fn share(thousandths: u32) -> String {
    format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000)
}

#[derive(Clone, Copy)]
struct Run {
    /// When it was started, by the steady clock; `None` while it stands.
    since: RwSignal<Option<f64>>,
    beat: RwSignal<Option<Beat>>,
    /// How full the chest is, in thousandths.
    fullness: RwSignal<u32>,
    /// Whether it ran to its end.
    finished: RwSignal<bool>,
}

impl Run {
    fn start(self, pacer: StoredValue<Pacer>, minutes: u32) {
        let since = timing::steady_ms();
        self.finished.set(false);
        self.since.set(Some(since));
        self.tick(pacer, minutes, since);
    }

    fn stop(self, finished: bool) {
        self.since.set(None);
        self.beat.set(None);
        self.fullness.set(0);
        self.finished.set(finished);
    }

    /// Draws one frame and asks for the next, while this start of it is the one that runs.
    fn tick(self, pacer: StoredValue<Pacer>, minutes: u32, since: f64) {
        if self.since.try_get_untracked().flatten() != Some(since) {
            return;
        }
        let seconds = (timing::steady_ms() - since) / 1_000.0;
        if seconds >= f64::from(minutes) * 60.0 {
            return self.stop(true);
        }
        let Some(beat) = pacer.with_value(|pacer| pacer.at(seconds)) else { return self.stop(false) };
        self.fullness.set((beat.fullness * 1_000.0).round() as u32);
        let changed = |held: &Beat| (held.phase, held.count) != (beat.phase, beat.count);
        if self.beat.with_untracked(|held| held.as_ref().is_none_or(changed)) {
            self.beat.set(Some(beat));
        }
        timing::next_frame(move || self.tick(pacer, minutes, since));
    }
}

/// The pacer of a rhythm that goes on for so many minutes, unless it is stopped.
pub(crate) fn pacer(rhythm: Pacer, minutes: u32) -> View {
    let rhythm = StoredValue::new(rhythm);
    let run = Run {
        since: RwSignal::new(None),
        beat: RwSignal::new(None),
        fullness: RwSignal::new(0),
        finished: RwSignal::new(false),
    };
    let runs = Memo::new(move |_| run.since.get().is_some());
    // Said aloud once a phase, never each second.
    let phase = Memo::new(move |_| run.beat.get().map(|beat| (beat.phase, beat.breath)));
    let words = move || match phase.get() {
        Some((_, breath)) => word(breath),
        None if run.finished.get() => t::pacer_finished(),
        None => t::pacer_ready(),
    };
    let count = move || run.beat.get().map(|beat| beat.count.to_string());
    let toggle = move |_| if runs.get_untracked() { run.stop(false) } else { run.start(rhythm, minutes) };
    let button = move || {
        if runs.get() {
            view! { {icon("close")}{t::pacer_stop()} }
        } else {
            t::pacer_start().into_view()
        }
    };
    view! {
        <div class="pacer" style:--breath=move || share(run.fullness.get())>
            <div class="pacer-disc" aria-hidden="true"></div>
            <div class="pacer-bar" aria-hidden="true"><div class="pacer-fill"></div></div>
            <p class="pacer-word" aria-live="polite">{words}</p>
            <p class="pacer-count" aria-hidden="true">{count}</p>
            <div class="actions">
                <button type="button" class="btn primary" on:click=toggle>{button}</button>
            </div>
        </div>
    }
}
