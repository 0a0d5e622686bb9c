//! `/goal#id`: one goal, its numbers and its days.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::tracker::{Draft, Goal, Headline, Kind, KindName, LapseMeans};
use leptos::ev::Event;
use leptos::prelude::Update as _;

use super::form::{Form, fields};
use super::{days, lapse, numbers, rest, said, see, state};
use crate::i18n::t;
use crate::nav::{Entry, nav};
use crate::pages::back;
use crate::pages::remind;
use crate::platform::intl;
use crate::route::Page;
use crate::store::store;
use crate::ui::{Shape, check, check_group, choice, field, fold, heading, icon, toasts, withdrawal_notice};

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
    let said = Memo::new(move |_| {
        goal.with(|goal| {
            let goal = goal.as_ref()?;
            Some((goal.name.clone(), goal.reason.clone(), goal.first_step.clone(), goal.who_knows.clone()))
        })
    });
    let said = live(move || {
        let (name, reason, first_step, who_knows) = said.get()?;
        let first = first_step.map(|step| view! { <p>{t::goal_first_step(&step)}</p> });
        let who = who_knows.map(|who| view! { <p class="soft">{t::goal_who(&who)}</p> });
        let reason = reason.map(|why| view! { <p class="lead">{t::goal_because(&why)}</p> });
        Some(view! { {heading(name)} {reason} {first} {who} })
    });
    let resting = live(move || goal.get().map(|goal| rest::resting(&goal, store.today())));
    view! {
        {said}
        {resting}
        {care}
        {cards}
        {now.kind.is_about_stopping().then(withdrawal_notice)}
        {now.standing.is_active().then(|| remind::of_goal(id, now))}
        {change(id, now, goal)}
    }
}

fn cards(id: &GoalId, goal: &Goal) -> View {
    let store = store();
    let log = state::log_of(store, id.clone());
    let shown = goal.clone();
    let progress = Memo::new(move |_| log.with(|log| log.progress(&shown, store.today())));
    let shown = goal.clone();
    let all_numbers = move || {
        progress.with(
            |progress| view! { {numbers::headline(&shown, progress)} {numbers::others(&shown, progress)} },
        )
    };
    let (own, shown) = (id.clone(), goal.clone());
    let today = move || {
        let today = store.today();
        view! { {state::buttons(&own, &shown, today)} {said::note(&own, today)} }
    };
    let (own, shown) = (id.clone(), goal.clone());
    let waits = Memo::new(move |_| progress.with(|progress| progress.current.is_none()));
    let next_run = move || {
        let has_begun = shown.first_day <= store.today() && shown.standing.is_active();
        let asks = shown.kind == Kind::TimeSince && has_begun && waits.get();
        asks.then(|| lapse::next_run(&own, &shown, store.today()))
    };
    let shown = goal.clone();
    let line = Memo::new(move |_| log.with(|log| log.strength_line(&shown, store.today(), LINE_WEEKS)));
    let is_once = goal.kind.name() == KindName::OneOff;
    let seen = (!is_once).then(|| {
        view! {
            <div class="column">
                <section class="card"><h2>{t::goal_weeks()}</h2>{days::grid(id, goal)}</section>
                {move || line.with(|points| numbers::strength_line(points))}
                {see::year(id, goal)}
            </div>
        }
    });
    view! {
        <div class="columns">
            <div class="column">
                <section class="card">{all_numbers}{next_run}</section>
                <section class="card">
                    <div class="today"><h2>{t::goal_today()}</h2>{today}</div>
                    {steps(id, goal)}
                </section>
            </div>
            {seen}
        </div>
    }
}

/// What can be changed later: the number shown large, and what a lapse means.
fn change(id: &GoalId, goal: &Goal, whole: Memo<Option<Goal>>) -> View {
    let headlines = [
        (
            Headline::FreeDays,
            "free",
            if goal.kind == Kind::TimeSince { t::headline_free() } else { t::headline_done() },
        ),
        (Headline::Run, "run", t::headline_run()),
        (Headline::BestRun, "best", t::headline_best()),
        (Headline::Share, "share", t::headline_share()),
        (Headline::Strength, "strength", t::headline_strength()),
        (Headline::Money, "money", t::headline_money()),
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
    let number = (goal.kind.name() != KindName::OneOff)
        .then(|| field("headline", t::goal_headline()).select(options.collect_view(), choose));
    let ways = rest::ways(id, whole);
    fold(t::goal_change(), view! { {number} {lapse} {words(id, goal)} {ways} {delete(id)} })
}

/// The words and numbers of the goal in the fields that made it. Its days stay as they are.
fn words(id: &GoalId, goal: &Goal) -> View {
    let (store, toasts, id) = (store(), toasts(), id.clone());
    let form = Form::new(Draft::of(goal), false);
    let send = move |event: Event| {
        event.prevent_default();
        let Some(before) = untrack(|| store.goal(&id)) else { return };
        // What a lapse means is chosen above, and holds at once.
        form.draft.update(|draft| draft.lapse = before.lapse);
        match form.draft.with_untracked(|draft| draft.change(&before)) {
            Ok(after) => {
                store.edit_goal(&id, |goal| *goal = after);
                store.when_kept(toasts.in_turn(move |toasts| toasts.say(t::goal_changed().to_owned())));
            }
            Err(missing) => form.refuse(missing),
        }
    };
    view! {
        <form on:submit=send novalidate>
            <h3>{t::goal_words()}</h3>
            {fields(form)}
            <p class="fine">{t::goal_follows()}</p>
            <div class="actions"><button type="submit" class="btn primary">{t::goal_keep_changes()}</button></div>
        </form>
    }
}

/// The steps of something to do once: a tap says that one is done, another takes it back.
fn steps(id: &GoalId, goal: &Goal) -> View {
    let Kind::OneOff { steps, due } = &goal.kind else { return ().into_view() };
    let store = store();
    let due = due.map(|due| view! { <p>{t::goal_due(&intl::long_date(due, false))}</p> });
    let boxes = steps.iter().enumerate().map(|(at, step)| {
        let (own, is_done) = (id.clone(), step.done_on.is_some());
        let change = move || {
            let today = untrack(|| store.today());
            store.edit_goal(&own, |goal| goal.tick(at, today));
        };
        check(step.words.clone(), None, 0, move || is_done, change)
    });
    let list = (!steps.is_empty()).then(|| check_group(t::goal_new_steps(), boxes.collect_view()));
    view! { {due} {list} }
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
            store
                .when_kept(toasts.in_turn(move |toasts| toasts.undoable(t::goal_deleted().to_owned(), undo)));
        }
    };
    view! {
        <div class="actions">
            <button type="button" class="btn danger" on:click=delete>{icon("trash")}{t::goal_delete()}</button>
        </div>
    }
}
