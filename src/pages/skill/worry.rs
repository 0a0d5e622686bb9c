//! Worries that are written down now and looked at later.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Course, Worries, Worry};
use alongside_core::reminder::{Comes, minute_of};
use leptos::ev::Event;

use super::finish::finish;
use super::run::{Drawn, Run};
use crate::i18n::t;
use crate::pages::remind;
use crate::platform::page;
use crate::store::store;
use crate::ui::{check, field, icon, more};

pub(super) fn view(skill: &Skill) -> View {
    let run = Run::<Worries>::open(skill, Drawn::Often);
    let (words, time) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let held = Memo::new(move |_| run.get(|state, _| state.time().to_owned()));
    Effect::new(move |_| time.set(held.get()));
    Effect::new(move |_| {
        let set = time.get();
        if run.session.with_untracked(|session| session.state.time() != set) {
            run.change(|state, _| state.set_time(&set));
        }
    });
    let add = move |event: Event| {
        event.prevent_default();
        let said = words.get_untracked();
        run.change(|state, _| {
            if state.add(&said) {
                words.set(String::new());
            }
        });
        page::focus("#worry");
    };
    view! {
        <form on:submit=add>
            {field("worry", t::tool_worry_one()).text(words, 300)}
            <div class="actions"><button type="submit" class="btn">{t::tool_worry_add()}</button></div>
        </form>
        {list(run)}
        {field("worry-time", t::tool_worry_time()).hint(t::tool_worry_time_hint()).moment("time", time)}
        {reminder(time)}
        {finish(run)}
    }
}

/// Once there is a time, a calendar can remind of it.
fn reminder(time: RwSignal<String>) -> View {
    let (is_daily, store) = (RwSignal::new(false), store());
    let comes =
        Memo::new(move |_| Some(if is_daily.get() { Comes::daily() } else { Comes::Once(store.today()) }));
    let turn = move || is_daily.set(!is_daily.get_untracked());
    let daily = check(t::remind_daily().to_owned(), None, 0, move || is_daily.get(), turn);
    let has_time = Memo::new(move |_| minute_of(&time.get()).is_some());
    let content = view! { {daily} {remind::file("worry".to_owned(), time, comes)} };
    view! { <div hidden=move || !has_time.get()>{more(t::remind_title(), content)}</div> }
}

fn list(run: Run<Worries>) -> View {
    let all = Memo::new(move |_| run.get(|state, _| state.list().to_vec()));
    live(move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            let rows = all.into_iter().enumerate().map(|(at, worry)| row(run, at, &worry));
            view! { <h2>{t::tool_worry_list()}</h2> <ol class="worries">{rows.collect_view()}</ol> }
        })
    })
}

fn row(run: Run<Worries>, at: usize, worry: &Worry) -> View {
    let buttons = Course::ALL.map(|course| {
        let pressed = worry.course == Some(course);
        let press = move |_| run.change(|state, _| state.decide(at, course));
        view! {
            <button type="button" class="btn" aria-pressed=pressed.to_string() on:click=press>
                {course_name(course)}<span class="sr">" "{worry.words.clone()}</span>
            </button>
        }
    });
    let remove = move |_| {
        run.change(|state, _| state.remove(at));
        page::focus("#worry");
    };
    view! {
        <li>
            <p>{worry.words.clone()}</p>
            <div class="actions">
                {buttons.collect_view()}
                <button type="button" class="btn quiet" on:click=remove>
                    {icon("trash")}{t::tool_worry_remove()}<span class="sr">" "{worry.words.clone()}</span>
                </button>
            </div>
        </li>
    }
}

pub(super) fn course_name(course: Course) -> &'static str {
    match course {
        Course::Act => t::tool_worry_act(),
        Course::Plan => t::tool_worry_plan(),
        Course::LetGo => t::tool_worry_let_go(),
    }
}
