//! Closes the lock when nobody is there.

use std::cell::Cell;

use alongside_core::records::lock::{Away, LockAfter};
use leptos::prelude::*;

use super::{Door, Store, state};
use crate::platform::{clock, timing};

thread_local! {
    static AWAY: Cell<Away> = const { Cell::new(Away { used: 0, hidden: None }) };
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
    /// The number of the timer that counts: a new one ends those before it.
    static TIMER: Cell<u32> = const { Cell::new(0) };
}

impl Store {
    /// Watches from now on whether somebody is there.
    pub(super) fn watch(self) {
        AWAY.set(Away { used: clock::now_ms(), hidden: None });
        if !IS_WATCHED.replace(true) {
            timing::on_use(move || {
                // Whoever comes back first finds out whether it has closed.
                if !self.close_if_away() {
                    AWAY.set(Away { used: clock::now_ms(), ..AWAY.get() });
                }
            });
            timing::on_sight(move |is_seen| {
                let now = clock::now_ms();
                if !is_seen {
                    AWAY.set(Away { hidden: Some(now), ..AWAY.get() });
                    self.close_if_away();
                    self.ask_again();
                } else if !self.close_if_away() {
                    AWAY.set(Away { hidden: None, used: now });
                }
            });
        }
        self.ask_again();
    }

    fn ask_again(self) {
        if self.door.get_untracked() != Door::Open {
            return;
        }
        let number = TIMER.get().wrapping_add(1);
        TIMER.set(number);
        let wait = AWAY.get().ask_again_in(lock_after(), clock::now_ms());
        timing::after(wait, move || {
            if TIMER.get() == number && !self.close_if_away() {
                self.ask_again();
            }
        });
    }

    /// Closes it if nobody was there for long enough; says whether it did.
    fn close_if_away(self) -> bool {
        let closes =
            self.door.get_untracked() == Door::Open && AWAY.get().closes(lock_after(), clock::now_ms());
        if closes {
            self.close();
        }
        closes
    }
}

fn lock_after() -> LockAfter {
    state(|state| state.lock.as_ref().map(|lock| lock.after)).unwrap_or_default()
}
