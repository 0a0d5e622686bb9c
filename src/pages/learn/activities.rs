//! Things to do without alcohol or drugs: narrowed by what suits, and one of them planned.

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{ASPECTS, Activity, Social, Wishes, sources_of};

use super::plan;
use crate::i18n::t;
use crate::platform::{intl, page as shown_page};
use crate::ui::more;

/// The choices, what fits, and a form to plan one.
pub(super) fn list(social: &Arc<Social>) -> View {
    let wishes = RwSignal::new(Wishes::default());
    let picked = RwSignal::new(0);
    let shown = social.activities.iter().enumerate().map(|(at, activity)| {
        let own = activity.clone();
        let is_off = move || !wishes.with(|wishes| own.fits(wishes));
        let content = about(activity, social, move || {
            picked.set(at);
            shown_page::focus("#plan-title");
        });
        let title =
            view! { <span>{activity.name.clone()}<span class="fine">" "{traits(activity)}</span></span> };
        view! { <li data-activity=activity.id.clone() hidden=is_off>{more(title, content)}</li> }
    });
    view! {
        {choices(social, wishes)}
        {found(social, wishes)}
        <ul class="plain">{shown.collect_view()}</ul>
        {plan::form(social, picked)}
    }
}

/// A row of chips for each aspect. A chip says how many ideas it would leave, and can't be pressed if that is none.
fn choices(social: &Arc<Social>, wishes: RwSignal<Wishes>) -> View {
    let rows = ASPECTS.iter().enumerate().map(|(aspect, (name, options))| {
        let chips = options.iter().enumerate().map(|(option, id)| {
            let all = social.clone();
            let count = Memo::new(move |_| wishes.with(|wishes| all.count(wishes, aspect, option)));
            let is_on = Memo::new(move |_| wishes.with(|wishes| wishes.get(aspect) == Some(&Some(option))));
            let press = move |_| {
                let mut asked = wishes.get_untracked();
                if let Some(wish) = asked.get_mut(aspect) {
                    *wish = (!is_on.get_untracked()).then_some(option);
                }
                wishes.set(asked);
            };
            view! {
                <button
                    type="button"
                    class="chip"
                    aria-pressed=move || is_on.get().to_string()
                    disabled=move || count.get() == 0
                    on:click=press
                >
                    {words(name, id)}" "<span class="fine">{move || intl::number(to_show(count.get()))}</span>
                </button>
            }
        });
        view! { <div class="chips" role="group" aria-label=group(name)>{chips.collect_view()}</div> }
    });
    rows.collect_view()
}

fn to_show(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn found(social: &Arc<Social>, wishes: RwSignal<Wishes>) -> View {
    let all = social.clone();
    let total = intl::number(to_show(social.activities.len()));
    let words = move || {
        let fit = wishes.with(|wishes| all.activities.iter().filter(|one| one.fits(wishes)).count());
        t::learn_found(&intl::number(to_show(fit)), &total)
    };
    view! { <p class="soft" role="status">{words}</p> }
}

fn about(activity: &Activity, social: &Social, pick: impl Fn() + 'static) -> View {
    let ids: Vec<&String> = activity.source_ids.iter().collect();
    view! {
        <div class="piece">
            <p><strong>{t::learn_start()}</strong>" "{activity.how_to_start.clone()}</p>
            <p><strong>{t::learn_tip()}</strong>" "{activity.recovery_tip.clone()}</p>
            <div class="actions">
                <button type="button" class="btn" on:click=move |_| pick()>{t::learn_plan_this()}</button>
            </div>
            {super::sources(&sources_of(&social.sources, &ids))}
        </div>
    }
}

/// What an activity is like, in a few words.
fn traits(activity: &Activity) -> String {
    let cost = words("cost", &activity.cost);
    let place = words("place", &activity.place);
    let energy = words("energy", &activity.energy);
    let alone = activity.can_do_alone.then(|| words("company", "alone"));
    let online = activity.online.then(|| words("online", "online"));
    let all: Vec<&str> = [cost, place, energy].into_iter().chain(alone).chain(online).collect();
    all.join(" · ")
}

/// Cost and energy have ids in common.
fn words(aspect: &str, id: &str) -> &'static str {
    match (aspect, id) {
        ("cost", "free") => t::learn_free(),
        ("cost", "low") => t::learn_low(),
        ("cost", _) => t::learn_medium(),
        ("place", "indoor") => t::learn_indoor(),
        ("place", "outdoor") => t::learn_outdoor(),
        ("place", _) => t::learn_both(),
        ("company", "alone") => t::learn_alone(),
        ("company", _) => t::learn_others(),
        ("energy", "low") => t::learn_easy(),
        ("energy", "medium") => t::learn_some(),
        ("energy", "high") => t::learn_hard(),
        ("energy", _) => t::learn_varies(),
        _ => t::learn_online(),
    }
}

fn group(aspect: &str) -> &'static str {
    match aspect {
        "cost" => t::learn_by_cost(),
        "place" => t::learn_by_place(),
        "company" => t::learn_by_company(),
        "energy" => t::learn_by_energy(),
        _ => t::learn_online(),
    }
}
