//! Which day it is for the person.

use alongside_core::time::Date;
use leptos::prelude::*;

use super::Store;
use crate::platform::{clock, timing};

const A_MINUTE_MS: u64 = 60_000;

impl Store {
    /// Today, by the person's own start of the day. Tracked: a page left open overnight turns over.
    pub(crate) fn today(self) -> Date {
        self.today.get()
    }

    /// Today, without being told when it is over.
    pub(super) fn today_now(self) -> Date {
        self.today.get_untracked()
    }

    pub(super) fn look_at_the_clock(self) {
        let (date, hour) = clock::local_day_and_hour();
        let today = self.settings.with_untracked(|settings| settings.day_start.civil_day(date, hour as u8));
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    pub(super) fn follow_the_day(self) {
        self.look_at_the_clock();
        timing::on_return(move || self.look_at_the_clock());
        self.look_each_minute();
    }

    fn look_each_minute(self) {
        timing::after(A_MINUTE_MS, move || {
            self.look_at_the_clock();
            self.look_each_minute();
        });
    }
}
