//! `/goal-new`: a new goal, from a starting point or from nothing.

use crate::view::prelude::*;
use alongside_core::time::Date;
use alongside_core::tracker::Draft;
use leptos::ev::Event;

use super::form::{Form, fields};
use crate::content::contents;
use crate::i18n::t;
use crate::nav::{Entry, nav};
use crate::pages::back;
use crate::platform::page as shown_page;
use crate::route::{Page, Route};
use crate::store::store;
use crate::ui::{heading, toasts};

/// The page.
pub(in crate::pages) fn page() -> View {
    let today = untrack(|| store().today());
    let form = Form::new(Draft::new(today), true);
    let (store, nav, toasts) = (store(), nav(), toasts());
    let send = move |event: Event| {
        event.prevent_default();
        match form.draft.with_untracked(Draft::goal) {
            Ok(goal) => match store.add_goal(goal) {
                Some(id) => nav.go(Route::one(Page::Goal, id.as_str()), Entry::Replace),
                None => toasts.say(t::goal_not_noted().to_owned()),
            },
            Err(missing) => form.refuse(missing),
        }
    };
    view! {
        {back(Page::Goals, t::goals_title())}
        {heading(t::goal_new_title())}
        <p class="lead">{t::goal_new_lead()}</p>
        {starting_points(form, today)}
        <form on:submit=send novalidate>
            {fields(form)}
            <div class="actions"><button type="submit" class="btn primary big">{t::goal_new_save()}</button></div>
            <p class="fine">{t::goal_new_where()}</p>
        </form>
    }
}

/// Goals to start from: one tap fills in the form, and every word can be changed.
fn starting_points(form: Form, today: Date) -> View {
    live(move || {
        let all = contents().starting_points.ready()?;
        let buttons = all.points.iter().filter_map(|point| {
            let draft = point.draft(today)?;
            let fill = move |_| {
                form.draft.set(draft.clone());
                shown_page::focus("#goal-name");
            };
            Some(view! { <button type="button" class="chip" on:click=fill>{point.name.clone()}</button> })
        });
        Some(view! {
            <section class="starts" aria-labelledby="starts">
                <h2 id="starts">{t::goal_new_start()}</h2>
                <div class="wrapped">{buttons.collect_view()}</div>
            </section>
        })
    })
}
