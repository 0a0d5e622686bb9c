//! `/check-in`: how today went, one tap for each goal.

use crate::view::prelude::*;

use super::state;
use crate::i18n::t;
use crate::pages::back;
use crate::platform::intl;
use crate::route::Page;
use crate::store::store;
use crate::ui::{empty, heading, link_row, link_rows};

/// The page.
pub(in crate::pages) fn page() -> View {
    let store = store();
    let goals = Memo::new(move |_| store.goals());
    let body = move || {
        if goals.with(Vec::is_empty) {
            let set_one = view! { <a class="btn primary" href=Page::GoalNew.href()>{t::goals_first()}</a> };
            return empty(Some("sprout"), t::check_in_empty(), t::check_in_empty_more(), set_one);
        }
        let today = store.today();
        let cards = goals.get().into_iter().map(|(id, goal)| {
            view! {
                <li class="card goal-card">
                    <h2>{goal.name.clone()}</h2>
                    <div class="today" role="group" aria-label=goal.name.clone()>{state::buttons(&id, &goal, today)}</div>
                </li>
            }
        });
        let share =
            link_row(Page::Card.href(), t::card_share_one(), Some(t::card_share_one_more().to_owned()));
        view! { <ul class="goals">{cards.collect_view()}</ul> {link_rows(share)} }
    };
    view! {
        {back(Page::Goals, t::goals_title())}
        {heading(t::check_in_title())}
        <p class="lead">{move || intl::long_date(store.today(), false)}</p>
        {body}
    }
}
