//! Two films, told frame by frame.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Film, Reel};

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::{bound, title, turn};
use crate::i18n::t;
use crate::platform::page;
use crate::ui::field;

fn name(reel: Reel) -> &'static str {
    match reel {
        Reel::Using => t::act_film_using(),
        Reel::Other => t::act_film_other(),
    }
}

pub(super) fn view(skill: &Skill, frames: &[String]) -> View {
    let run = Run::<Film>::open(skill, Drawn::Often);
    let frames = frames.to_vec();
    let at = Memo::new(move |_| run.get(|state, _| state.at()));
    let step = live(move || match at.get() {
        Some((reel, frame)) => {
            let when = frames.get(frame).cloned().unwrap_or_default();
            let value = bound(
                run,
                move |state| state.frame(reel, frame).to_owned(),
                move |state, words| {
                    // The field of a frame that was left says nothing to the next one.
                    if state.at() == Some((reel, frame)) {
                        state.write(words);
                    }
                },
            );
            let leave = move |_| {
                run.change(|state, _| state.leave());
                page::focus("#tool-step");
            };
            let way = (reel == Reel::Using).then(|| {
                view! { <button type="button" class="btn quiet" on:click=leave>{t::act_film_leave()}</button> }
            });
            view! {
                {title(t::act_answer(name(reel), &when))}
                {field("film-frame", t::act_film_what()).hint(t::act_film_hint()).area(value)}
                {turn(move || run.change(|state, _| state.back()), move || run.change(|state, _| state.next()))}
                {way}
            }
        }
        None => ending(run),
    });
    view! { {step} {finish(run)} }
}

fn ending(run: Run<Film>) -> View {
    let buttons = [Reel::Other, Reel::Using].map(|reel| {
        let pressed = move || run.get(|state, _| state.chosen() == Some(reel)).to_string();
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=move |_| run.change(|state, _| state.choose(reel))>
                {name(reel)}
            </button>
        }
    });
    view! { {title(t::act_film_choose())} <div class="actions">{buttons.collect_view()}</div> }
}
