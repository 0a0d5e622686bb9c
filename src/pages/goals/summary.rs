//! A summary to print for a counselor or a doctor. Nothing is on it before it is ticked, and it is kept nowhere.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::tracker::summary::{Ask, Behind, GoalDays, SPANS, SkillDone, Summary, WeekSaid};
use alongside_core::tracker::{Goal, KindName};

use super::numbers::of_unit;
use super::said::{halt_name, trigger_name};
use crate::content::contents;
use crate::i18n::t;
use crate::platform::{intl, page};
use crate::store::{Store, store};
use crate::ui::{Shape, check, check_group, choice, icon, print_button};

/// A part that is ticked or not.
type Part = fn(&mut Ask) -> &mut bool;

/// The button that opens it, and then the ticks and the sheet.
pub(super) fn maker() -> View {
    let is_open = RwSignal::new(false);
    let toggle = move |_| {
        is_open.set(!is_open.get_untracked());
        page::focus(if is_open.get_untracked() { "#summary" } else { "#summary-open" });
    };
    live(move || {
        if !is_open.get() {
            return view! {
                <p><button type="button" class="btn" id="summary-open" on:click=toggle>{icon("print")}{t::summary_open()}</button></p>
            };
        }
        view! {
            <section class="card">
                <h2 id="summary" tabindex="-1">{t::summary_open()}</h2>
                <p class="soft">{t::summary_lead()}</p>
                {form(toggle)}
            </section>
        }
    })
}

fn form(close: impl Fn(leptos::ev::Event) + 'static) -> View {
    let store = store();
    let goals = untrack(|| store.goals());
    let (ask, span) = (RwSignal::new(Ask::default()), RwSignal::new(0_usize));
    let boxes = goals.iter().map(|(id, goal)| {
        let id = id.clone();
        let own = id.clone();
        let turn = move || {
            change(ask, |ask| {
                if ask.goals.contains(&id) {
                    ask.goals.retain(|one| *one != id);
                } else {
                    ask.goals.push(id.clone());
                }
            });
        };
        check(goal.name.clone(), None, 0, move || ask.with(|ask| ask.goals.contains(&own)), turn)
    });
    let of_goals = (!goals.is_empty()).then(|| check_group(t::summary_goals(), boxes.collect_view()));
    let parts: [(&'static str, Part); 4] = [
        (t::summary_check_ins(), |ask| &mut ask.check_ins),
        (t::summary_behind(), |ask| &mut ask.behind),
        (t::summary_skills(), |ask| &mut ask.skills),
        (t::summary_notes(), |ask| &mut ask.notes),
    ];
    let parts = parts.map(|(words, part)| {
        let is_on = move || *part(&mut ask.get());
        check(words.to_owned(), None, 0, is_on, move || change(ask, |ask| *part(ask) = !*part(ask)))
    });
    let spans = choice(
        "summary-span",
        t::summary_span(),
        &[t::summary_weeks(), t::summary_months(), t::summary_year()],
        Shape::Segments,
        move || span.get(),
        move |at| span.set(at),
    );
    let made = Memo::new(move |_| {
        let ask = ask.get();
        let span = SPANS.get(span.get()).copied().unwrap_or(SPANS[0]);
        (ask != Ask::default()).then(|| made(store, &ask, span))
    });
    let is_empty =
        move || made.with(Option::is_none).then(|| view! { <p class="hint">{t::summary_empty()}</p> });
    view! {
        {spans}
        {of_goals}
        {check_group(t::summary_also(), parts.collect_view())}
        <div role="status">{is_empty}</div>
        <div class="actions">
            {move || made.with(Option::is_some).then(print_button)}
            <button type="button" class="btn quiet" on:click=close>{icon("close")}{t::summary_close()}</button>
        </div>
        {live(move || made.get().map(|made| sheet(&made)))}
    }
}

fn change(ask: RwSignal<Ask>, change: impl FnOnce(&mut Ask)) {
    let mut next = ask.get_untracked();
    change(&mut next);
    ask.set(next);
}

fn made(store: Store, ask: &Ask, span: i32) -> Summary {
    let goals: Vec<(GoalId, Goal)> = store.goals();
    Summary::of(ask, span, &goals, &store.logs(), &store.all_events(), store.today())
}

fn sheet(made: &Summary) -> View {
    let title = t::summary_title(&intl::plain_date(made.first), &intl::plain_date(made.last));
    let goals = made.goals.iter().map(goal);
    let weeks = (!made.weeks.is_empty()).then(|| weeks(&made.weeks));
    let behind = made.behind.iter().map(|(what, times)| {
        let name = match what {
            Behind::Trigger(id) => trigger_name(id),
            Behind::Halt(halt) => halt_name(*halt).to_owned(),
        };
        view! { <li>{t::summary_times(i64::from(*times), &name)}</li> }
    });
    let behind = (!made.behind.is_empty())
        .then(|| view! { <h3>{t::summary_behind()}</h3> <ul>{behind.collect_view()}</ul> });
    let skills = (!made.skills.is_empty()).then(|| {
        let rows = made.skills.iter().cloned().map(|done| live(move || skill(&done)));
        view! { <h3>{t::summary_skills()}</h3> <ul>{rows.collect_view()}</ul> }
    });
    let notes = (!made.notes.is_empty()).then(|| {
        let rows = made.notes.iter().map(|(day, words)| {
            view! { <li><strong>{intl::short_date(*day)}</strong>" "<bdi>{words.clone()}</bdi></li> }
        });
        view! { <h3>{t::summary_notes()}</h3> <ul>{rows.collect_view()}</ul> }
    });
    view! {
        <div class="summary-sheet">
            <h2>{title}</h2>
            {goals.collect_view()}
            {weeks}
            {behind}
            {skills}
            {notes}
            <p class="fine">{t::summary_legend()}</p>
        </div>
    }
}

fn goal(days: &GoalDays) -> View {
    let said = days.days;
    let line = match days.kind {
        KindName::OneOff => None,
        KindName::TimeSince => Some(t::summary_days_free(
            &number(said.counted),
            &number(said.all() - said.skipped),
            &number(said.unknown),
        )),
        _ => Some(t::summary_days(
            &number(said.counted),
            &number(said.all() - said.skipped),
            &number(said.not_done),
            &number(said.unknown),
        )),
    };
    let skipped = (said.skipped > 0).then(|| t::summary_skipped(&number(said.skipped)));
    let lapses = (days.lapses > 0).then(|| t::summary_lapses(&number(days.lapses)));
    let runs = days
        .runs
        .filter(|(_, best, _)| *best > 0)
        .map(|(now, best, unit)| t::summary_runs(&of_unit(unit, now), &of_unit(unit, best)));
    let lines = [line, skipped, lapses, runs].into_iter().flatten().collect::<Vec<_>>().join(" ");
    view! { <h3><bdi>{days.name.clone()}</bdi></h3> <p>{lines}</p> }
}

fn weeks(weeks: &[WeekSaid]) -> View {
    let rows = weeks.iter().map(|week| {
        view! {
            <tr>
                <th scope="row">{intl::short_date(week.monday)}</th>
                <td>{number(week.count)}</td>
                <td>{week.mood.map(tenths)}</td>
                <td>{week.urge.map(tenths)}</td>
            </tr>
        }
    });
    view! {
        <h3>{t::summary_check_ins()}</h3>
        <table class="numbers">
            <thead>
                <tr>
                    <th scope="col">{t::summary_week()}</th>
                    <th scope="col">{t::summary_count()}</th>
                    <th scope="col">{t::summary_mood()}</th>
                    <th scope="col">{t::summary_urge()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn skill(done: &SkillDone) -> View {
    let skills = contents().skills.ready();
    let name = skills.as_ref().and_then(|skills| skills.get(&done.skill)).map(|skill| skill.name.clone());
    let times = t::summary_times(i64::from(done.times), &name.unwrap_or_else(|| done.skill.clone()));
    let urge =
        done.urge.map(|(before, after)| format!(" {}", t::summary_urges(&tenths(before), &tenths(after))));
    view! { <li>{times}{urge}</li> }
}

fn number(count: u32) -> String {
    intl::number(i64::from(count))
}

fn tenths(tenths: u32) -> String {
    intl::decimal(f64::from(tenths) / 10.0, 1)
}
