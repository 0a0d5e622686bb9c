//! `/card`: a card that somebody handed on, or, with nothing after the `#`, one to make.
//!
//! The address says nothing of a card any more when this is drawn (`nav`), and no card is kept: what is shown here is
//! in memory alone.

mod hand;
mod make;
mod read;
mod shown;

use crate::view::prelude::*;

use super::lock;
use crate::i18n::t;
use crate::nav::nav;
use crate::ui::check;

/// The page.
pub(super) fn page() -> View {
    let fragment = nav().fragment_now();
    // Making one takes what is kept under the lock; reading one takes nothing.
    if fragment.is_empty() { lock::behind(make::page) } else { read::page(&fragment) }
}

/// The ready sentences that a version can say, by the number that stands in a card. A number is never used for
/// another sentence.
fn ready(number: u8) -> Option<&'static str> {
    Some(match number {
        0 => t::card_ready_trust(),
        1 => t::card_ready_glad(),
        2 => t::card_ready_hard(),
        3 => t::card_ready_alone(),
        4 => t::card_ready_hear(),
        5 => t::card_ready_thinking(),
        6 => t::card_ready_meeting(),
        20 => t::card_ready_call(),
        21 => t::card_ready_know(),
        22 => t::card_ready_ask(),
        _ => return None,
    })
}

/// What somebody can say of their own week.
const OF_A_WEEK: &[u8] = &[20, 21, 22];
/// What somebody can answer.
const OF_AN_ANSWER: &[u8] = &[0, 1, 2, 3, 4, 5, 6];

/// Ready sentences to tick.
fn sentences(numbers: &'static [u8], ticked: RwSignal<Vec<u8>>) -> View {
    let boxes = numbers.iter().filter_map(|number| {
        let turn = move || {
            let mut all = ticked.get_untracked();
            if all.contains(number) {
                all.retain(|other| other != number);
            } else {
                all.push(*number);
            }
            ticked.set(all);
        };
        let is_on = move || ticked.with(|all| all.contains(number));
        Some(check(ready(*number)?.to_owned(), None, 0, is_on, turn))
    });
    boxes.collect_view()
}
