//! One activity at a day and a time, as a file for the person's own calendar. It is made here and sent nowhere.

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::directory::write::{NoPlan, begins, plan};
use alongside_core::support::Social;
use leptos::ev::Event;

use crate::i18n::t;
use crate::platform::{clock, files, page as shown_page};
use crate::ui::{Shape, choice, field, toasts};

/// Longest title, in characters.
const LONGEST: u32 = 100;

/// What was filled in so far.
#[derive(Clone, Copy)]
struct Form {
    day: RwSignal<String>,
    time: RwSignal<String>,
    is_neutral: RwSignal<bool>,
    word: RwSignal<String>,
    no_day: RwSignal<bool>,
    no_time: RwSignal<bool>,
}

/// The form; `picked` says which activity it is for.
pub(super) fn form(social: &Arc<Social>, picked: RwSignal<usize>) -> View {
    let form = Form {
        day: RwSignal::new(String::new()),
        time: RwSignal::new(String::new()),
        is_neutral: RwSignal::new(false),
        word: RwSignal::new(t::calendar_appointment().to_owned()),
        no_day: RwSignal::new(false),
        no_time: RwSignal::new(false),
    };
    let (all, toasts) = (social.clone(), toasts());
    let send = move |event: Event| {
        event.prevent_default();
        let name = all.activities.get(picked.get_untracked()).map(|activity| activity.name.clone());
        let Some(file) = name.and_then(|name| file(form, name)) else { return };
        if files::offer("calendar.ics", "text/calendar", &file).is_some() {
            toasts.say(t::learn_plan_saved().to_owned());
        }
    };
    let own_word = move || {
        form.is_neutral.get().then(|| field("plan-word", t::calendar_word()).text(form.word, LONGEST))
    };
    let titles = choice(
        "plan-show",
        t::calendar_title(),
        &[t::calendar_name(), t::calendar_neutral()],
        Shape::Segments,
        move || usize::from(form.is_neutral.get()),
        move |at| form.is_neutral.set(at == 1),
    );
    view! {
        <form class="card no-print" data-plan="" on:submit=send novalidate>
            <h3 id="plan-title" tabindex="-1">{t::learn_plan()}</h3>
            <p class="soft">{t::learn_plan_hint()}</p>
            {what(social, picked)}
            {field("plan-day", t::learn_plan_day()).error(form.no_day, t::learn_plan_no_day()).moment("date", form.day)}
            {field("plan-time", t::learn_plan_time()).error(form.no_time, t::learn_plan_no_time()).moment("time", form.time)}
            {titles}
            {own_word}
            <p class="hint">{t::calendar_hint()}</p>
            <div class="actions"><button type="submit" class="btn primary">{t::calendar_save()}</button></div>
        </form>
    }
}

fn what(social: &Social, picked: RwSignal<usize>) -> View {
    let options = social.activities.iter().enumerate().map(|(at, activity)| {
        view! { <option value=at.to_string() prop:selected=move || picked.get() == at>{activity.name.clone()}</option> }
    });
    let choose = move |at: String| {
        if let Ok(at) = at.parse() {
            picked.set(at);
        }
    };
    field("plan-what", t::learn_plan_what()).select(options.collect_view(), choose)
}

/// Makes the file, or says what is missing and moves the focus there.
fn file(form: Form, name: String) -> Option<String> {
    let begins = begins(&form.day.get_untracked(), &form.time.get_untracked(), clock::local_minute());
    form.no_day.set(begins == Err(NoPlan::Day));
    form.no_time.set(begins == Err(NoPlan::Time));
    let start = match begins {
        Ok(start) => start,
        Err(trouble) => {
            shown_page::focus(if trouble == NoPlan::Day { "#plan-day" } else { "#plan-time" });
            return None;
        }
    };
    let word = form.word.get_untracked().trim().to_owned();
    let title = match (form.is_neutral.get_untracked(), word.is_empty()) {
        (false, _) => name,
        (true, false) => word,
        (true, true) => t::calendar_appointment().to_owned(),
    };
    Some(plan(&title, start, clock::now_ms().div_euclid(60_000)))
}
