//! `/goal#id`: one goal, its numbers and its days.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::tracker::{Goal, Headline, Kind, LapseMeans};

use super::{days, lapse, numbers, see, state};
use crate::i18n::t;
use crate::nav::{Entry, nav};
use crate::pages::back;
use crate::route::Page;
use crate::store::store;
use crate::ui::{Shape, choice, field, fold, heading, icon, toasts, withdrawal_notice};

/// How many weeks the line of strength goes back.
const LINE_WEEKS: u8 = 12;

/// The page. A change of the goal draws its numbers and days anew, not the part in which it is made.
pub(in crate::pages) fn page() -> View {
    let id = untrack(|| nav().route()).and_then(|route| GoalId::parse(&route.id()));
    let store = store();
    let goal = {
        let id = id.clone();
        Memo::new(move |_| id.as_ref().and_then(|id| store.goal(id)))
    };
    let exists = Memo::new(move |_| goal.with(Option::is_some));
    let body = move || match (&id, exists.get(), goal.get_untracked()) {
        (Some(id), true, Some(now)) => detail(id, goal, &now),
        _ => unknown(),
    };
    view! { {back(Page::Goals, t::goals_title())} {body} }
}

fn unknown() -> View {
    view! {
        {heading(t::goal_unknown())}
        <p><a class="btn primary" href=Page::Goals.href()>{t::goal_all()}</a></p>
    }
}

fn detail(id: &GoalId, goal: Memo<Option<Goal>>, now: &Goal) -> View {
    let (own, store) = (id.clone(), store());
    let is_hard = Memo::new(move |_| {
        let on = |day| goal.with(|goal| goal.as_ref().and_then(|goal| state::known(store, &own, goal, day)));
        let today = store.today();
        [today, today.plus_days(-1)].into_iter().any(|day| on(day).is_some_and(|day| day.lapse))
    });
    let own = id.clone();
    let care = move || is_hard.get().then(|| goal.get_untracked().map(|goal| lapse::care(&own, &goal)));
    let own = id.clone();
    let cards = move || goal.get().map(|goal| cards(&own, &goal));
    let reason = now.reason.clone().map(|why| view! { <p class="lead">{t::goal_because(&why)}</p> });
    view! {
        {heading(now.name.clone())}
        {reason}
        {care}
        {cards}
        {(now.kind == Kind::TimeSince).then(withdrawal_notice)}
        {change(id, now)}
    }
}

fn cards(id: &GoalId, goal: &Goal) -> View {
    let store = store();
    let (own, shown) = (id.clone(), goal.clone());
    let progress = Memo::new(move |_| {
        let log = store.logs().get(&own).cloned().unwrap_or_default();
        log.progress(&shown, store.today())
    });
    let shown = goal.clone();
    let all_numbers = move || {
        progress.with(
            |progress| view! { {numbers::headline(&shown, progress)} {numbers::others(&shown, progress)} },
        )
    };
    let (own, shown) = (id.clone(), goal.clone());
    let today = move || state::buttons(&own, &shown, store.today());
    let (own, shown) = (id.clone(), goal.clone());
    let waits = Memo::new(move |_| progress.with(|progress| progress.current.is_none()));
    let next_run = move || {
        let asks = shown.kind == Kind::TimeSince && waits.get();
        asks.then(|| lapse::next_run(&own, &shown, store.today()))
    };
    let (own, shown) = (id.clone(), goal.clone());
    let line = Memo::new(move |_| {
        let log = store.logs().get(&own).cloned().unwrap_or_default();
        log.strength_line(&shown, store.today(), LINE_WEEKS)
    });
    view! {
        <div class="columns">
            <div class="column">
                <section class="card">{all_numbers}{next_run}</section>
                <section class="card">
                    <div class="today"><h2>{t::goal_today()}</h2>{today}</div>
                </section>
            </div>
            <div class="column">
                <section class="card"><h2>{t::goal_weeks()}</h2>{days::grid(id, goal)}</section>
                {move || line.with(|points| numbers::strength_line(points))}
                {see::year(id, goal)}
            </div>
        </div>
    }
}

/// What can be changed later: the number shown large, and what a lapse means.
fn change(id: &GoalId, goal: &Goal) -> View {
    let headlines = [
        (
            Headline::FreeDays,
            "free",
            if goal.kind == Kind::TimeSince { t::headline_free() } else { t::headline_done() },
        ),
        (Headline::Run, "run", t::headline_run()),
        (Headline::Strength, "strength", t::headline_strength()),
        (Headline::Hidden, "hidden", t::headline_hidden()),
    ];
    let (own, store) = (id.clone(), store());
    let choose = move |value: String| {
        if let Some((headline, ..)) = headlines.iter().find(|(_, name, _)| *name == value) {
            store.edit_goal(&own, |goal| goal.headline = *headline);
        }
    };
    let chosen = goal.headline;
    let options = headlines.map(|(headline, name, words)| {
        view! { <option value=name prop:selected=headline == chosen>{words}</option> }
    });
    let own = id.clone();
    let lapse = (goal.kind == Kind::TimeSince).then(|| {
        lapse_choice("lapse", goal.lapse, move |means| store.edit_goal(&own, |goal| goal.lapse = means))
    });
    let number = field("headline", t::goal_headline()).select(options.collect_view(), choose);
    fold(t::goal_change(), view! { {number} {lapse} {delete(id)} })
}

/// What a lapse means: the person's choice, and it can be changed at any time.
pub(super) fn lapse_choice(
    name: &'static str,
    chosen: LapseMeans,
    choose: impl Fn(LapseMeans) + 'static,
) -> View {
    let choices = [
        (LapseMeans::NewRun, t::lapse_new_run()),
        (LapseMeans::KeepCounting, t::lapse_keep_counting()),
        (LapseMeans::NoteOnly, t::lapse_note_only()),
    ];
    let names = choices.map(|(_, words)| words);
    let chosen = choices.iter().position(|(means, _)| *means == chosen).unwrap_or(0);
    let choose = move |at: usize| {
        if let Some((means, _)) = choices.get(at) {
            choose(*means);
        }
    };
    choice(name, t::lapse_question(), &names, Shape::Lines, move || chosen, choose)
}

fn delete(id: &GoalId) -> View {
    let (id, store, nav, toasts) = (id.clone(), store(), nav(), toasts());
    let delete = move |_| {
        if let Some(undo) = store.delete_goal(&id) {
            nav.go(Page::Goals.into(), Entry::Replace);
            store.when_kept(move || toasts.undoable(t::goal_deleted().to_owned(), undo));
        }
    };
    view! {
        <div class="actions">
            <button type="button" class="btn danger" on:click=delete>{icon("trash")}{t::goal_delete()}</button>
        </div>
    }
}
