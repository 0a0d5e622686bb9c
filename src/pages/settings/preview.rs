//! What a backup would change, in words and numbers, and the person's choice.

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::order::sort_short;
use alongside_core::records::backup::{Counts, GoalLine, LeftOut, Preview, State, Ticked, changes};
use alongside_core::time::Date;

use crate::i18n::t;
use crate::platform::intl;
use crate::ui::check;

/// What the person decided.
pub(super) enum Decided {
    Restore(Ticked),
    NotNow,
}

/// Puts a number into a sentence.
type Words = fn(&str) -> String;

/// More goals than this are counted, not listed.
const LISTED: usize = 100;

/// No name is longer that was given here; a file may hold a book.
const LONGEST_NAME: usize = 400;

/// What would change, what can be ticked, and the two ways on.
pub(super) fn shown(made: Option<Date>, preview: &Arc<Preview>, decide: impl Fn(Decided) + 'static) -> View {
    let (deleted, settings) = (RwSignal::new(false), RwSignal::new(false));
    let ticked = move || Ticked { deleted: deleted.get(), settings: settings.get() };
    let own = preview.clone();
    let is_change = Memo::new(move |_| changes(&own, ticked()) > 0);
    let tick = |signal: RwSignal<bool>, words: &'static str| {
        check(words.to_owned(), None, 0, move || signal.get(), move || signal.set(!signal.get_untracked()))
    };
    let bring_back =
        (preview.counts().of(State::DeletedHere) > 0).then(|| tick(deleted, t::restore_tick_deleted()));
    let take_over = preview
        .settings()
        .is_some_and(|state| state != State::Same)
        .then(|| tick(settings, t::restore_tick_settings()));
    let decide = std::rc::Rc::new(decide);
    let later = decide.clone();
    let now = move || {
        let decide = decide.clone();
        let restore = move |_| decide(Decided::Restore(untrack(ticked)));
        is_change.get().then(|| {
            view! { <button type="button" class="btn primary" on:click=restore>{t::restore_now()}</button> }
        })
    };
    let own = preview.clone();
    view! {
        <div class="card">
            <h3 id="restore-what" tabindex="-1">{t::restore_what()}</h3>
            {made.map(|made| view! { <p class="soft">{t::restore_made(&intl::plain_date(made))}</p> })}
            {move || (!is_change.get()).then(|| view! { <p>{t::restore_nothing()}</p> })}
            {move || lists(&own, deleted.get())}
            {left_out(preview.left_out)}
            {bring_back}
            {take_over}
            <div class="actions">
                {now}
                <button type="button" class="btn" on:click=move |_| later(Decided::NotNow)>{t::restore_not_now()}</button>
            </div>
        </div>
    }
}

fn lists(preview: &Preview, comes_back: bool) -> View {
    let mut goals = preview.goals();
    goals.retain(|goal| !is_gone(goal));
    let more = goals.len().saturating_sub(LISTED);
    goals.truncate(LISTED);
    sort_short(&mut goals, |one, other| one.name < other.name);
    let rows = goals.iter().map(|goal| row(goal, comes_back)).collect_view();
    let more = (more > 0).then(|| view! { <p>{t::restore_more(more as i64)}</p> });
    let others = numbers(preview.others(), comes_back);
    let others = (!others.is_empty()).then(|| view! { <p>{t::restore_others(&intl::list(&others))}</p> });
    view! { <ul class="preview">{rows}</ul> {more} {others} }
}

/// Neither here nor in the file any more.
fn is_gone(goal: &GoalLine) -> bool {
    goal.state.is_none_or(|state| state == State::Gone) && numbers(goal.events, false).is_empty()
}

fn row(goal: &GoalLine, comes_back: bool) -> View {
    let name = match &goal.name {
        Some(name) => view! { <bdi>{name.chars().take(LONGEST_NAME).collect::<String>()}</bdi> },
        None => t::restore_nameless().into_view(),
    };
    let state = goal.state.and_then(|state| {
        Some(match state {
            State::New => t::restore_goal_new(),
            State::NewerInFile => t::restore_goal_newer(),
            State::OlderInFile => t::restore_goal_older(),
            State::Same => t::restore_goal_same(),
            State::DeletedHere if comes_back => t::restore_goal_comes_back(),
            State::DeletedHere => t::restore_goal_deleted_here(),
            State::DeletedInFile => t::restore_goal_deleted_in_file(),
            State::Gone => return None,
        })
    });
    let days = numbers(goal.events, comes_back);
    let days = (!days.is_empty()).then(|| view! { <p class="soft">{t::restore_days(&days.join(" · "))}</p> });
    view! { <li><strong>{name}</strong><p>{state}</p>{days}</li> }
}

/// Each state that occurs, with how often it does.
fn numbers(counts: Counts, comes_back: bool) -> Vec<String> {
    let deleted_here = if comes_back { t::restore_comes_back } else { t::restore_deleted_here };
    let words: [(State, Words); 6] = [
        (State::New, t::restore_new),
        (State::NewerInFile, t::restore_newer),
        (State::OlderInFile, t::restore_older),
        (State::DeletedHere, deleted_here),
        (State::DeletedInFile, t::restore_deleted_in_file),
        (State::Same, t::restore_same),
    ];
    let occurring = words.into_iter().filter(|(state, _)| counts.of(*state) > 0);
    occurring.map(|(state, words)| words(&intl::number(counts.of(state) as i64))).collect()
}

fn left_out(left_out: LeftOut) -> View {
    let line = |count: usize, words: Words| {
        (count > 0).then(|| view! { <p>{words(&intl::number(count as i64))}</p> })
    };
    view! {
        {line(left_out.newer, t::restore_left_newer)}
        {line(left_out.unreadable + left_out.unknown, t::restore_left_unreadable)}
    }
}
