//! A skill that a person likes: on their plan, and first in the library.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::plan::{Entry, Section, with_skill};

use crate::i18n::t;
use crate::route::Page;
use crate::store::{Door, store};
use crate::ui::{icon, toasts};

/// A button that puts the skill on the person's plan, or takes it off.
pub(super) fn button(skill: &Skill) -> View {
    let (store, toasts) = (store(), toasts());
    let id = skill.id.0.clone();
    let own = id.clone();
    let is_on = Memo::new(move |_| !with_skill(&store.plan(), &own).is_empty());
    let is_closed = Memo::new(move |_| store.door() == Door::Closed);
    let press = std::rc::Rc::new(move || {
        if is_on.get_untracked() {
            return toasts.undoable(t::skill_unplanned().to_owned(), store.unplan(&id));
        }
        let entry = Entry::of(Section::Coping, "", "", &id, "");
        if !entry.is_some_and(|entry| store.add_to_plan(entry)) {
            return toasts.say(t::tool_not_kept().to_owned());
        }
        store.when_kept(toasts.in_turn(move |toasts| toasts.say(t::skill_now_planned().to_owned())));
    });
    live(move || {
        if is_closed.get() {
            return view! { <p><a class="btn quiet" href=Page::Plan.href()>{icon("star")}{t::skill_plan_locked()}</a></p> };
        }
        let press = press.clone();
        let words = move || if is_on.get() { t::skill_is_planned() } else { t::skill_put_on_plan() };
        view! {
            <p>
                <button
                    type="button"
                    class="btn quiet"
                    aria-pressed=move || is_on.get().to_string()
                    on:click=move |_| press()
                >
                    {icon("star")}{words}
                </button>
            </p>
        }
    })
}
