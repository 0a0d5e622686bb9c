//! `/plan`: a person's own plan for hard days, as they wrote it, on the screen and on paper.

mod card;
mod entry;
mod form;

use crate::view::prelude::*;
use alongside_core::coping::plan::{Entries, Section, if_thens, of_section};

use crate::i18n::t;
use crate::platform::page as shown_page;
use crate::route::{Page, Route};
use crate::store::store;
use crate::ui::{Shape, choice, empty, heading, icon, link_row, link_rows, near_lines, print_button};
use form::{Draft, Spot};

/// The page.
pub(super) fn page() -> View {
    let store = store();
    let plan = Memo::new(move |_| store.plan());
    let draft = Draft::new();
    let is_empty = Memo::new(move |_| plan.with(Vec::is_empty) && draft.spot.with(Option::is_none));
    let sections = Section::ALL.map(|section| part(section, plan, draft));
    view! {
        {heading(t::plan_title())}
        <p class="lead no-print">{t::plan_lead()}</p>
        {move || is_empty.get().then(|| first(draft))}
        <div class="plan">{sections.collect_view()}{small_plans()}</div>
        {near_lines()}
        {on_paper(plan)}
    }
}

fn first(draft: Draft) -> View {
    let begin = move |_| draft.open(Spot::New(Section::Signs));
    let button =
        view! { <button type="button" class="btn primary" on:click=begin>{t::plan_first()}</button> };
    empty(Some("sprout"), t::plan_empty(), t::plan_empty_more(), button)
}

/// What a section is called.
fn title(section: Section) -> &'static str {
    match section {
        Section::Signs => t::plan_signs(),
        Section::Coping => t::plan_coping(),
        Section::Distraction => t::plan_distraction(),
        Section::People => t::plan_people(),
        Section::Professionals => t::plan_professionals(),
        Section::Safer => t::plan_safer(),
        Section::Reasons => t::plan_reasons(),
    }
}

/// What somebody may write there.
fn example(section: Section) -> &'static str {
    match section {
        Section::Signs => t::plan_signs_like(),
        Section::Coping => t::plan_coping_like(),
        Section::Distraction => t::plan_distraction_like(),
        Section::People => t::plan_people_like(),
        Section::Professionals => t::plan_professionals_like(),
        Section::Safer => t::plan_safer_like(),
        Section::Reasons => t::plan_reasons_like(),
    }
}

fn part(section: Section, plan: Memo<Entries>, draft: Draft) -> View {
    let own = Memo::new(move |_| plan.with(|plan| of_section(plan, section)));
    let is_bare = Memo::new(move |_| own.with(Vec::is_empty));
    let like = move || is_bare.get().then(|| view! { <p class="soft no-print">{example(section)}</p> });
    let rows = move || {
        let rows = own.get().into_iter().map(|(id, entry)| entry::row(&id, entry, draft));
        (!is_bare.get()).then(|| view! { <ul class="plan-list">{rows.collect_view()}</ul> })
    };
    let is_new = Memo::new(move |_| draft.spot.get() == Some(Spot::New(section)));
    let add = move || {
        if is_new.get() {
            return form::form(section, None, draft);
        }
        let open = move |_| draft.open(Spot::New(section));
        view! {
            <button type="button" class="btn quiet no-print" id=add_id(section) on:click=open>
                {icon("plus")}{t::plan_add()}<span class="sr">" "{t::plan_add_to(title(section))}</span>
            </button>
        }
    };
    view! {
        <section class=move || if is_bare.get() { "card bare" } else { "card" } data-section=section.id()>
            <h2>{title(section)}</h2>
            {like}
            {rows}
            {add}
        </section>
    }
}

/// The id of the button that adds to a section.
fn add_id(section: Section) -> String {
    format!("plan-add-{}", section.id())
}

/// If-then plans are written with their skill; here they are read.
fn small_plans() -> View {
    let store = store();
    let plans = Memo::new(move |_| if_thens(store.own_events()));
    live(move || {
        let plans = plans.get();
        let class = if plans.is_empty() { "card bare" } else { "card" };
        let like = plans.is_empty().then(|| view! { <p class="soft">{t::plan_if_thens_like()}</p> });
        let rows = plans.iter().map(|plan| view! { <li>{t::act_if_then(&plan.when, &plan.then)}</li> });
        let rows = (!plans.is_empty()).then(|| view! { <ul class="plan-list">{rows.collect_view()}</ul> });
        view! {
            <section class=class>
                <h2>{t::plan_if_thens()}</h2>
                {like}
                {rows}
                <p class="no-print">
                    <a class="btn quiet" href=Route::one(Page::Skill, "if-then").href()>{t::plan_if_thens_write()}</a>
                </p>
            </section>
        }
    })
}

fn on_paper(plan: Memo<Entries>) -> View {
    let is_any = Memo::new(move |_| plan.with(|plan| !plan.is_empty()));
    let as_card = RwSignal::new(false);
    let how = move || {
        choice(
            "plan-print",
            t::plan_print_how(),
            &[t::plan_print_page(), t::plan_print_card()],
            Shape::Segments,
            move || usize::from(as_card.get()),
            move |at| as_card.set(at == 1),
        )
    };
    live(move || {
        is_any.get().then(|| {
            view! {
                <section class="plan-paper">
                    <h2 class="no-print">{t::plan_print()}</h2>
                    <div class="no-print">
                        {how()}
                        <p class="soft">{t::plan_print_more()}</p>
                        {link_rows(link_row(Page::CopeNow.href(), t::home_cope(), None))}
                    </div>
                    {move || as_card.get().then(|| card::card(plan))}
                    <div class="actions">{print_button()}</div>
                </section>
            }
        })
    })
}

/// Moves the focus to where a section goes on.
fn to_section(section: Section) {
    shown_page::focus(&format!("#{}", add_id(section)));
}
