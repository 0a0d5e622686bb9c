//! The fields of a goal: the same for a new one and for one that is changed.

use crate::view::prelude::*;
use alongside_core::time::Weekday;
use alongside_core::tracker::{
    Draft, DraftStep, KindName, LONGEST_LINE, LONGEST_NAME, Listed, MOST_STEPS, Missing, Often,
};

use leptos::prelude::Update as _;

use super::one::lapse_choice;
use super::stopping::stopping;
use crate::content::contents;
use crate::i18n::t;
use crate::platform::{intl, page};
use crate::store::store;
use crate::ui::{Shape, check, check_group, choice, field, icon};

/// What is being filled in, and what was missing when it was sent.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) draft: RwSignal<Draft>,
    missing: RwSignal<Vec<Missing>>,
    /// Whether the part that can be left out is open.
    opened: RwSignal<bool>,
    /// Whether the kind can still be chosen: days that were noted belong to their kind.
    is_new: bool,
}

impl Form {
    pub(super) fn new(draft: Draft, is_new: bool) -> Form {
        Form {
            draft: RwSignal::new(draft),
            missing: RwSignal::new(Vec::new()),
            opened: RwSignal::new(false),
            is_new,
        }
    }

    /// Says what is missing, and moves the focus to the first of it.
    pub(super) fn refuse(self, missing: Vec<Missing>) {
        if missing.contains(&Missing::Cost) {
            self.opened.set(true);
        }
        if let Some(first) = missing.first() {
            page::focus(match first {
                Missing::Name => "#goal-name",
                Missing::FirstDay => "#goal-day",
                Missing::Target => "#goal-target",
                Missing::Taper => "[data-taper] input",
                Missing::Weekdays => "[data-weekdays] input",
                Missing::Count if self.draft.with_untracked(|draft| draft.kind == KindName::Attend) => {
                    "#goal-times"
                }
                Missing::Count => "#goal-count",
                Missing::Due => "#goal-due",
                Missing::Cost => "#goal-money",
            });
        }
        self.missing.set(missing);
    }

    /// One text of the draft as a signal of its own, as a field needs it.
    fn text(self, part: fn(&mut Draft) -> &mut String) -> RwSignal<String> {
        let read = move |draft: &Draft| part(&mut draft.clone()).clone();
        let value = RwSignal::new(self.draft.with_untracked(read));
        Effect::new(move |_| {
            let typed = value.get();
            if self.draft.with_untracked(read) != typed {
                self.draft.update(|draft| *part(draft) = typed);
            }
        });
        Effect::new(move |_| {
            let held = self.draft.with(read);
            if value.with_untracked(|value| *value != held) {
                value.set(held);
            }
        });
        value
    }

    /// Whether this was missing when the form was sent.
    fn lacks(self, what: Missing) -> RwSignal<bool> {
        let is = RwSignal::new(false);
        Effect::new(move |_| is.set(self.missing.with(|missing| missing.contains(&what))));
        is
    }

    fn kind(self) -> Memo<KindName> {
        Memo::new(move |_| self.draft.with(|draft| draft.kind))
    }
}

/// Every field; those of the kind come with it.
pub(super) fn fields(form: Form) -> View {
    let kind = form.kind();
    let of_kind = live(move || match kind.get() {
        KindName::Do => often(form),
        KindName::AtLeast => view! { {amount(form)} {often(form)} },
        KindName::AtMost => view! { {amount(form)} {often(form)} {taper(form)} },
        KindName::TimeSince => since(form),
        KindName::Attend => meetings(form),
        KindName::OneOff => once(form),
    });
    let about_stopping = live(move || {
        kind.get();
        form.draft.with_untracked(Draft::is_about_stopping).then(|| about_stopping(form))
    });
    let day =
        live(move || (kind.get() != KindName::TimeSince).then(|| first_day(form, t::goal_new_day_do())));
    view! {
        {form.is_new.then(|| kinds(form))}
        {name(form)}
        {of_kind}
        {day}
        {about_stopping}
        {extras(form)}
    }
}

fn kinds(form: Form) -> View {
    let names = KindName::ALL.map(|kind| match kind {
        KindName::Do => t::kind_do(),
        KindName::AtLeast => t::kind_at_least(),
        KindName::AtMost => t::kind_at_most(),
        KindName::TimeSince => t::kind_time_since(),
        KindName::Attend => t::kind_attend(),
        KindName::OneOff => t::kind_one_off(),
    });
    let kind = form.kind();
    let chosen = move || KindName::ALL.iter().position(|one| *one == kind.get()).unwrap_or(0);
    let choose = move |at: usize| {
        if let Some(kind) = KindName::ALL.get(at) {
            form.draft.update(|draft| draft.kind = *kind);
        }
    };
    choice("kind", t::goal_new_kind(), &names, Shape::Lines, chosen, choose)
}

fn name(form: Form) -> View {
    let kind = form.kind();
    let hint = move || match kind.get() {
        KindName::TimeSince => t::goal_new_name_since(),
        KindName::AtMost => t::goal_new_name_most(),
        KindName::OneOff => t::goal_new_name_once(),
        _ => t::goal_new_name_do(),
    };
    field("goal-name", t::goal_new_name())
        .hint(hint)
        .error(form.lacks(Missing::Name), t::goal_new_nameless())
        .text(form.text(|draft| &mut draft.name), longest(LONGEST_NAME))
}

fn longest(characters: usize) -> u32 {
    u32::try_from(characters).unwrap_or(u32::MAX)
}

fn amount(form: Form) -> View {
    let target = field("goal-target", t::goal_new_target())
        .error(form.lacks(Missing::Target), t::goal_new_targetless())
        .text(form.text(|draft| &mut draft.target), 12);
    let unit = field("goal-unit", t::goal_new_unit())
        .hint(t::goal_new_unit_hint())
        .text(form.text(|draft| &mut draft.unit), longest(LONGEST_NAME));
    view! { <div class="pair">{target}{unit}</div> }
}

fn often(form: Form) -> View {
    let now = Memo::new(move |_| form.draft.with(|draft| draft.often));
    let options = Often::ALL.into_iter().enumerate().map(|(at, often)| {
        let words = match often {
            Often::Daily => t::often_daily(),
            Often::Weekdays => t::often_weekdays(),
            Often::PerWeek => t::often_per_week(),
            Often::PerMonth => t::often_per_month(),
            Often::Every => t::often_every(),
        };
        view! { <option value=at.to_string() prop:selected=move || now.get() == often>{words}</option> }
    });
    let choose = move |value: String| {
        if let Some(often) = value.parse::<usize>().ok().and_then(|at| Often::ALL.get(at)) {
            form.draft.update(|draft| draft.often = *often);
        }
    };
    let more = live(move || match now.get() {
        Often::Daily => None,
        Often::Weekdays => Some(weekdays(form)),
        Often::PerWeek => Some(count(form, t::often_times_week())),
        Often::PerMonth => Some(count(form, t::often_times_month())),
        Often::Every => Some(count(form, t::often_days())),
    });
    view! { {field("goal-often", t::goal_new_often()).select(options.collect_view(), choose)} {more} }
}

fn count(form: Form, label: &'static str) -> View {
    field("goal-count", label)
        .error(form.lacks(Missing::Count), t::goal_new_countless())
        .text(form.text(|draft| &mut draft.count), 4)
}

fn weekdays(form: Form) -> View {
    let boxes = Weekday::ALL.into_iter().enumerate().map(|(at, day)| {
        let is_on = move || form.draft.with(|draft| draft.weekdays.get(at).copied().unwrap_or_default());
        let change = move || {
            form.draft.update(|draft| {
                if let Some(day) = draft.weekdays.get_mut(at) {
                    *day = !*day;
                }
            });
        };
        check(intl::weekday(day.index()), None, 0, is_on, change)
    });
    let is_missing = form.lacks(Missing::Weekdays);
    let error =
        live(move || is_missing.get().then(|| view! { <p class="error">{t::goal_new_dayless()}</p> }));
    view! {
        <div data-weekdays="">{check_group(t::goal_new_weekdays(), boxes.collect_view())}{error}</div>
    }
}

/// Steps down, on dates that the person chose: a day and how much from then on.
fn taper(form: Form) -> View {
    let count = Memo::new(move |_| form.draft.with(|draft| draft.taper.len()));
    let cell = move |at: usize,
                     kind: &'static str,
                     label: String,
                     part: fn(&mut DraftStep) -> &mut String| {
        let read = move |draft: &Draft| {
            draft.taper.get(at).map(|step| part(&mut step.clone()).clone()).unwrap_or_default()
        };
        let write = move |event| {
            let typed = event_target_value(&event);
            form.draft.update(|draft| {
                if let Some(step) = draft.taper.get_mut(at) {
                    *part(step) = typed;
                }
            });
        };
        view! {
            <label class="field">
                <span>{label}</span>
                <input type=kind autocomplete="off" prop:value=move || form.draft.with(read) on:input=write/>
            </label>
        }
    };
    let rows = live(move || {
        let rows = (0..count.get()).map(|at| {
            let number = intl::number(i64::try_from(at).unwrap_or(0).saturating_add(1));
            let remove = move |_| {
                form.draft.update(|draft| {
                    if at < draft.taper.len() {
                        draft.taper.remove(at);
                    }
                });
                page::focus("#goal-taper-add");
            };
            view! {
                <li>
                    {cell(at, "date", t::taper_from(&number), |step| &mut step.from)}
                    {cell(at, "text", t::taper_target(&number), |step| &mut step.target)}
                    <button type="button" class="btn quiet" on:click=remove>
                        {icon("trash")}<span class="sr">{t::taper_remove(&number)}</span>
                    </button>
                </li>
            }
        });
        view! { <ol class="taper">{rows.collect_view()}</ol> }
    });
    let add = move |_| {
        form.draft.update(|draft| {
            if draft.taper.len() < MOST_STEPS {
                draft.taper.push(DraftStep::default());
            }
        });
        page::focus(".taper li:last-child input");
    };
    let is_missing = form.lacks(Missing::Taper);
    let error = live(move || is_missing.get().then(|| view! { <p class="error">{t::taper_missing()}</p> }));
    view! {
        <fieldset class="group" data-taper="">
            <legend>{t::taper_title()}</legend>
            <p class="hint">{t::taper_hint()}</p>
            {rows}
            {error}
            <button type="button" class="btn" id="goal-taper-add" on:click=add>{icon("plus")}{t::taper_add()}</button>
        </fieldset>
    }
}

fn since(form: Form) -> View {
    let chosen = form.draft.with_untracked(|draft| draft.lapse);
    let lapse = lapse_choice("lapse", chosen, move |means| form.draft.update(|draft| draft.lapse = means));
    view! { {first_day(form, t::goal_new_day_since())} {form.is_new.then_some(lapse)} }
}

fn first_day(form: Form, label: &'static str) -> View {
    field("goal-day", label)
        .hint(t::goal_new_day_hint())
        .error(form.lacks(Missing::FirstDay), t::goal_new_dateless())
        .moment("date", form.text(|draft| &mut draft.first_day))
}

fn meetings(form: Form) -> View {
    let store = store();
    let times = field("goal-times", t::often_times_week())
        .error(form.lacks(Missing::Count), t::goal_new_countless())
        .text(form.text(|draft| &mut draft.times), 2);
    let listed = live(move || {
        // A listing that the goal has already stays, also when it is no longer on the list.
        let mut all: Vec<Listed> =
            form.draft.with_untracked(|draft| draft.listing.clone()).into_iter().collect();
        for saved in store.saved() {
            let listed = Listed { id: saved.snapshot.listing.clone(), name: saved.snapshot.name() };
            if !all.iter().any(|one| one.id == listed.id) {
                all.push(listed);
            }
        }
        if all.is_empty() {
            return view! { <p class="hint">{t::goal_new_meeting_none()}</p> };
        }
        let now = form.draft.with_untracked(|draft| draft.listing.as_ref().map(|one| one.id.clone()));
        let any = view! { <option value="" prop:selected=now.is_none()>{t::goal_new_meeting_any()}</option> };
        let options = all.iter().map(|one| {
            let is_chosen = now.as_ref() == Some(&one.id);
            view! { <option value=one.id.clone() prop:selected=is_chosen>{one.name.clone()}</option> }
        });
        let options = view! { {any} {options.collect_view()} };
        field("goal-listing", t::goal_new_meeting()).select(options, move |id| {
            let listing = all.iter().find(|one| one.id == id).cloned();
            form.draft.update(|draft| draft.listing = listing);
        })
    });
    view! { {times} {listed} }
}

fn once(form: Form) -> View {
    view! {
        {field("goal-steps", t::goal_new_steps()).hint(t::goal_new_steps_hint()).area(form.text(|draft| &mut draft.steps))}
        {field("goal-due", t::goal_new_due())
            .error(form.lacks(Missing::Due), t::goal_new_dateless())
            .moment("date", form.text(|draft| &mut draft.due))}
    }
}

/// Before a goal to stop or to use less begins: what it is, and what is dangerous about stopping it.
fn about_stopping(form: Form) -> View {
    let substance = Memo::new(move |_| form.draft.with(|draft| draft.substance.clone()));
    let which = live(move || {
        let facts = contents().withdrawal.ready()?;
        let option = |id: &str, name: &str| {
            let own = id.to_owned();
            view! {
                <option value=id.to_owned() prop:selected=move || substance.get() == own>{name.to_owned()}</option>
            }
        };
        let none = option("", t::goal_new_substance_none());
        let options = facts.substances.iter().map(|one| option(&one.id, &one.name));
        let options = view! { {none} {options.collect_view()} };
        let choose = move |id| form.draft.update(|draft| draft.substance = id);
        Some(field("goal-substance", t::goal_new_substance()).select(options, choose))
    });
    view! { {which} {stopping(substance)} }
}

/// What can wait, or be left out.
fn extras(form: Form) -> View {
    let kind = form.kind();
    let line = |id: &'static str, label: &'static str, part: fn(&mut Draft) -> &mut String| {
        field(id, label).text(form.text(part), longest(LONGEST_LINE))
    };
    let cost = live(move || {
        kind.get();
        form.draft.with_untracked(Draft::is_about_stopping).then(|| cost(form))
    });
    let fields = view! {
        {line("goal-first", t::goal_new_first_step(), |draft| &mut draft.first_step)}
        {line("goal-reason", t::goal_new_reason(), |draft| &mut draft.reason)}
        {line("goal-who", t::goal_new_who(), |draft| &mut draft.who_knows)}
        {cost}
    };
    if !form.is_new {
        return fields;
    }
    view! {
        <details class="more" prop:open=move || form.opened.get()>
            <summary>{icon("chevron")}{t::goal_new_more()}</summary>
            {fields}
        </details>
    }
}

fn cost(form: Form) -> View {
    let money = field("goal-money", t::goal_new_money())
        .error(form.lacks(Missing::Cost), t::goal_new_costless())
        .text(form.text(|draft| &mut draft.per_day), 12);
    let currency = field("goal-currency", t::goal_new_currency())
        .hint(t::goal_new_currency_hint())
        .text(form.text(|draft| &mut draft.currency), 3);
    let minutes = field("goal-minutes", t::goal_new_minutes()).text(form.text(|draft| &mut draft.minutes), 4);
    view! { <div class="pair">{money}{currency}</div> {minutes} }
}
