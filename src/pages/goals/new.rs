//! `/goal-new`: a new goal.

use crate::view::prelude::*;
use alongside_core::time::Date;
use alongside_core::tracker::{Goal, Kind, LapseMeans};
use leptos::ev::Event;

use super::one::lapse_choice;
use crate::i18n::t;
use crate::nav::{Entry, nav};
use crate::pages::back;
use crate::platform::page as shown_page;
use crate::route::{Page, Route};
use crate::store::store;
use crate::ui::{Shape, choice, field, heading, toasts, withdrawal_notice};

/// What was filled in so far.
#[derive(Clone, Copy)]
struct Form {
    kind: RwSignal<Kind>,
    name: RwSignal<String>,
    reason: RwSignal<String>,
    first_day: RwSignal<String>,
    lapse: RwSignal<LapseMeans>,
    /// Whether it was sent without a name.
    nameless: RwSignal<bool>,
    /// Whether it was sent with a day that can't be.
    dateless: RwSignal<bool>,
}

/// The page.
pub(in crate::pages) fn page() -> View {
    let today = untrack(|| store().today());
    let form = Form {
        kind: RwSignal::new(Kind::Do),
        name: RwSignal::new(String::new()),
        reason: RwSignal::new(String::new()),
        first_day: RwSignal::new(today.to_string()),
        lapse: RwSignal::new(LapseMeans::default()),
        nameless: RwSignal::new(false),
        dateless: RwSignal::new(false),
    };
    let (store, nav, toasts) = (store(), nav(), toasts());
    let send = move |event: Event| {
        event.prevent_default();
        let Some(goal) = read(form, today) else { return };
        match store.add_goal(goal) {
            Some(id) => nav.go(Route::one(Page::Goal, id.as_str()), Entry::Replace),
            None => toasts.say(t::goal_not_noted().to_owned()),
        }
    };
    view! {
        {back(Page::Goals, t::goals_title())}
        {heading(t::goal_new_title())}
        <p class="lead">{t::goal_new_lead()}</p>
        <form on:submit=send novalidate>
            {kinds(form)}
            {words(form)}
            {since(form, today)}
            <div class="actions"><button type="submit" class="btn primary big">{t::goal_new_save()}</button></div>
            <p class="fine">{t::goal_new_where()}</p>
        </form>
    }
}

/// Makes the goal, or says what is missing and moves the focus there.
fn read(form: Form, today: Date) -> Option<Goal> {
    let day = Date::parse(&form.first_day.get_untracked()).filter(|day| *day <= today);
    form.dateless.set(day.is_none());
    let goal = Goal::new(form.kind.get_untracked(), &form.name.get_untracked(), day.unwrap_or(today));
    form.nameless.set(goal.is_none());
    let Some(mut goal) = goal else {
        shown_page::focus("#goal-name");
        return None;
    };
    if day.is_none() {
        shown_page::focus("#goal-day");
        return None;
    }
    let reason = form.reason.get_untracked().trim().to_owned();
    goal.reason = (!reason.is_empty()).then_some(reason);
    goal.lapse = form.lapse.get_untracked();
    Some(goal)
}

fn kinds(form: Form) -> View {
    const KINDS: [Kind; 2] = [Kind::Do, Kind::TimeSince];
    let names = [t::kind_do(), t::kind_time_since()];
    let chosen = move || KINDS.iter().position(|kind| *kind == form.kind.get()).unwrap_or(0);
    let choose = move |at: usize| {
        if let Some(kind) = KINDS.get(at) {
            form.kind.set(kind.clone());
        }
    };
    choice("kind", t::goal_new_kind(), &names, Shape::Segments, chosen, choose)
}

fn words(form: Form) -> View {
    let hint = move || match form.kind.get() {
        Kind::TimeSince => t::goal_new_name_since(),
        _ => t::goal_new_name_do(),
    };
    let name = field("goal-name", t::goal_new_name()).hint(hint).error(form.nameless, t::goal_new_nameless());
    view! {
        {name.text(form.name, 80)}
        {field("goal-reason", t::goal_new_reason()).text(form.reason, 200)}
    }
}

fn since(form: Form, today: Date) -> View {
    let label = move || match form.kind.get() {
        Kind::TimeSince => t::goal_new_day_since(),
        _ => t::goal_new_day_do(),
    };
    let stopping = move || {
        (form.kind.get() == Kind::TimeSince).then(|| {
            let chosen = form.lapse.get_untracked();
            view! { {withdrawal_notice()} {lapse_choice("lapse", chosen, move |means| form.lapse.set(means))} }
        })
    };
    let day =
        field("goal-day", label).error(form.dateless, t::goal_new_dateless()).date(form.first_day, today);
    view! { {day} {stopping} }
}
