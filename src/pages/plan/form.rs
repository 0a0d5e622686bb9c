//! The one form of the page: it stands where the entry will be, or in the place of the one that is changed.

use crate::view::prelude::*;
use alongside_core::coping::plan::{Entry, Section};
use alongside_core::records::PlanId;
use leptos::ev::Event;

use super::{example, to_section};
use crate::content::contents;
use crate::i18n::t;
use crate::platform::page;
use crate::store::{Store, store};
use crate::ui::{country, field, icon, toasts};

/// Where the form stands.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Spot {
    New(Section),
    Change(PlanId),
}

/// What is being written, one entry at a time: it outlives a list that another tab changes.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) spot: RwSignal<Option<Spot>>,
    words: RwSignal<String>,
    tel: RwSignal<String>,
    skill: RwSignal<String>,
    line: RwSignal<String>,
    missing: RwSignal<bool>,
}

impl Draft {
    pub(super) fn new() -> Draft {
        let text = || RwSignal::new(String::new());
        Draft {
            spot: RwSignal::new(None),
            words: text(),
            tel: text(),
            skill: text(),
            line: text(),
            missing: RwSignal::new(false),
        }
    }

    /// Opens an empty form, or the one that is being written if it stands there already.
    pub(super) fn open(self, spot: Spot) {
        self.fill(None);
        self.spot.set(Some(spot));
        page::focus("#plan-words");
    }

    /// Opens the form on what an entry says.
    pub(super) fn change(self, id: &PlanId, entry: &Entry) {
        self.fill(Some(entry));
        self.spot.set(Some(Spot::Change(id.clone())));
        page::focus("#plan-words");
    }

    fn fill(self, entry: Option<&Entry>) {
        let given = |of: fn(&Entry) -> Option<&String>| entry.and_then(of).cloned().unwrap_or_default();
        self.words.set(given(|entry| Some(&entry.words)));
        self.tel.set(given(|entry| entry.tel.as_ref()));
        self.skill.set(given(|entry| entry.skill.as_ref()));
        self.line.set(given(|entry| entry.line.as_ref()));
        self.missing.set(false);
    }

    fn entry(self, section: Section) -> Option<Entry> {
        let text = |signal: RwSignal<String>| signal.get_untracked();
        Entry::of(section, &text(self.words), &text(self.tel), &text(self.skill), &text(self.line))
    }
}

/// The form for a new entry of a section, or for the one with this id.
pub(super) fn form(section: Section, id: Option<PlanId>, draft: Draft) -> View {
    let (store, own) = (store(), id.clone());
    let keep = move |event: Event| {
        event.prevent_default();
        let Some(entry) = draft.entry(section) else {
            draft.missing.set(true);
            return page::focus("#plan-words");
        };
        let is_kept = match &own {
            Some(id) => {
                store.change_plan(id, entry);
                true
            }
            None => store.add_to_plan(entry),
        };
        if is_kept {
            close(section, own.as_ref(), draft);
            toasts().say(t::saved_noted().to_owned());
        }
    };
    let own = id.clone();
    let cancel = move |_| close(section, own.as_ref(), draft);
    let words = field("plan-words", t::plan_words()).hint(example(section));
    let more = id.map(|id| moves(section, &id, draft, store));
    view! {
        <form class="plan-form no-print" on:submit=keep novalidate>
            {words.error(draft.missing, t::plan_missing()).area(draft.words)}
            {section.takes_number().then(|| field("plan-number", t::plan_number()).text(draft.tel, 40))}
            {section.takes_skill().then(|| skills(draft))}
            {section.takes_line().then(|| lines(draft))}
            <div class="actions">
                <button type="submit" class="btn primary">{t::plan_keep()}</button>
                <button type="button" class="btn" on:click=cancel>{t::plan_cancel()}</button>
            </div>
            {more}
        </form>
    }
}

/// Closes the form; the focus goes to what opened it.
fn close(section: Section, id: Option<&PlanId>, draft: Draft) {
    draft.spot.set(None);
    match id {
        Some(id) => page::focus(&format!("[data-entry=\"{id}\"] button")),
        None => to_section(section),
    }
}

fn moves(section: Section, id: &PlanId, draft: Draft, store: Store) -> View {
    let button = |up: bool, name: &'static str, words: &'static str| {
        let id = id.clone();
        let press = move |_| {
            store.move_in_plan(&id, up);
            page::focus(if up { "#plan-up" } else { "#plan-down" });
        };
        view! { <button type="button" class="btn quiet" id=name on:click=press>{words}</button> }
    };
    let own = id.clone();
    let delete = move |_| {
        let back = store.delete_of_plan(&own);
        draft.spot.set(None);
        if let Some(back) = back {
            toasts().undoable(t::plan_deleted().to_owned(), back);
        }
        to_section(section);
    };
    view! {
        <div class="actions">
            {button(true, "plan-up", t::plan_up())}
            {button(false, "plan-down", t::plan_down())}
            <button type="button" class="btn quiet" on:click=delete>{icon("trash")}{t::plan_delete()}</button>
        </div>
    }
}

fn skills(draft: Draft) -> View {
    live(move || {
        let skills = contents().skills.ready()?;
        let named = skills.skills.iter().map(|skill| (skill.id.0.clone(), skill.name.clone()));
        Some(one_of("plan-skill", t::plan_skill(), named.collect(), draft.skill))
    })
}

fn lines(draft: Draft) -> View {
    live(move || {
        let lines = contents().lines.ready()?;
        let of_country = lines.for_need(country(&lines).as_deref(), None);
        let named = of_country.into_iter().map(|line| (line.id.clone(), line.name.clone()));
        Some(one_of("plan-line", t::plan_line(), named.collect(), draft.line))
    })
}

/// None, or one of these: each an id and a name.
fn one_of(
    id: &'static str,
    label: &'static str,
    named: Vec<(String, String)>,
    chosen: RwSignal<String>,
) -> View {
    let none = (String::new(), t::plan_none().to_owned());
    let options = [none].into_iter().chain(named).map(|(id, name)| {
        let is_chosen = chosen.with_untracked(|chosen| *chosen == id);
        view! { <option value=id prop:selected=is_chosen>{name}</option> }
    });
    field(id, label).select(options.collect_view(), move |id| chosen.set(id))
}
