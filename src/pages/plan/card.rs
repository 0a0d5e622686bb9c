//! The plan on a card for the wallet: four panels, folded twice. It says nowhere where it is from.

use crate::view::prelude::*;
use alongside_core::coping::plan::{Entries, Entry, Panel, Section, fitted, if_thens, of_section};
use alongside_core::support::Line;

use super::{entry, title};
use crate::content::contents;
use crate::i18n::t;
use crate::store::store;
use crate::ui::country;

/// The card as it is printed, and what had no room on it.
pub(super) fn card(plan: Memo<Entries>) -> View {
    live(move || {
        let panels = panels(&plan.get());
        let left: usize = panels.iter().map(|panel| panel.left_out).sum();
        let left =
            (left > 0).then(|| view! { <p class="soft no-print">{t::plan_print_left(left as i64)}</p> });
        view! {
            <p class="soft no-print">{t::plan_print_fold()}</p>
            {left}
            <div class="plan-card">{panels.into_iter().map(drawn).collect_view()}</div>
        }
    })
}

fn panels(plan: &Entries) -> [Panel; 4] {
    let part = |section: Section| {
        let entries = of_section(plan, section).iter().map(|(_, entry)| on_card(entry)).collect();
        (title(section).to_owned(), entries)
    };
    let plans = if_thens(store().own_events());
    let plans = plans.iter().map(|plan| t::act_if_then(&plan.when, &plan.then)).collect();
    [
        fitted(vec![part(Section::Signs), part(Section::Coping), (t::plan_if_thens().to_owned(), plans)], 0),
        fitted(vec![part(Section::People), part(Section::Distraction)], 0),
        fitted(vec![(t::lines_near().to_owned(), lines()), part(Section::Professionals)], 1),
        fitted(vec![part(Section::Safer), part(Section::Reasons)], 0),
    ]
}

/// An entry in one line: its words, the skill or the help line, and the number.
fn on_card(entry: &Entry) -> String {
    let name = entry::name_of(entry);
    let other = Entry { words: String::new(), tel: None, ..entry.clone() };
    let other = Some(entry::name_of(&other)).filter(|other| !other.is_empty() && *other != name);
    let tel = entry.tel.clone().filter(|tel| *tel != name);
    [Some(name), other, tel].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The country's help lines. Tracked.
fn lines() -> Vec<String> {
    let Some(lines) = contents().lines.ready() else { return Vec::new() };
    let near = country(&lines).map(|country| lines.nearest(&country)).unwrap_or_default();
    near.into_iter().map(Line::on_paper).collect()
}

fn drawn(panel: Panel) -> View {
    let parts = panel.parts.into_iter().map(|(title, entries)| {
        let entries = entries.into_iter().map(|entry| view! { <p>{entry}</p> });
        view! { <h3>{title}</h3>{entries.collect_view()} }
    });
    let left =
        (panel.left_out > 0).then(|| view! { <p>{t::plan_card_left(&panel.left_out.to_string())}</p> });
    view! { <div class="plan-panel">{parts.collect_view()}{left}</div> }
}
