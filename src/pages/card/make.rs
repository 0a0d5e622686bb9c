//! A card to make: nothing is on it but what the person ticks or types.

use crate::view::prelude::*;
use alongside_core::card::{Card, CardGoal, LONGEST_NAME, LONGEST_WORDS, MOST_GOALS, Mood, Sort, Week};

use super::hand::Hand;
use super::shown::mood_words;
use super::{OF_A_WEEK, sentences};
use crate::i18n::t;
use crate::pages::back;
use crate::platform::intl;
use crate::route::Page;
use crate::store::store;
use crate::ui::{Shape, check, choice, field, heading};

/// One field for each goal that a card can hold.
const WORDS_FIELDS: [&str; MOST_GOALS] = [
    "card-goal-1",
    "card-goal-2",
    "card-goal-3",
    "card-goal-4",
    "card-goal-5",
    "card-goal-6",
    "card-goal-7",
    "card-goal-8",
    "card-goal-9",
    "card-goal-10",
    "card-goal-11",
    "card-goal-12",
];

/// What is ticked and typed so far.
#[derive(Clone)]
struct Form {
    goals: Vec<Pick>,
    /// 0 is nothing.
    mood: RwSignal<usize>,
    ready: RwSignal<Vec<u8>>,
    from: RwSignal<String>,
    words: RwSignal<String>,
}

/// A goal that may come onto the card.
#[derive(Clone)]
struct Pick {
    field: &'static str,
    own_name: String,
    is_on: RwSignal<bool>,
    name: RwSignal<String>,
    week: Option<Week>,
    shows_week: RwSignal<bool>,
}

/// The page.
pub(super) fn page() -> View {
    let form = untrack(Form::new);
    let goals = (!form.goals.is_empty()).then(|| {
        let picks = form.goals.iter().map(pick).collect_view();
        view! { <fieldset class="group"><legend>{t::card_goals()}</legend>{picks}</fieldset> }
    });
    let moods = [t::card_mood_none()].into_iter().chain(Mood::ALL.map(mood_words)).collect::<Vec<_>>();
    let mood = form.mood;
    let of_a_week = view! {
        <fieldset class="group"><legend>{t::card_ready()}</legend>{sentences(OF_A_WEEK, form.ready)}</fieldset>
    };
    let fields = view! {
        {goals}
        {choice("card-mood", t::card_mood(), &moods, Shape::Lines, move || mood.get(), move |at| mood.set(at))}
        {of_a_week}
        {field("card-words", t::card_words()).text(form.words, LONGEST_WORDS as u32)}
        {field("card-from", t::card_from()).hint(t::card_from_hint()).text(form.from, LONGEST_NAME as u32)}
    };
    view! {
        {back(Page::Goals, t::goals_title())}
        {heading(t::card_make_title())}
        <p class="lead">{t::card_make_lead()}</p>
        {Hand::new().view(fields, move || form.card())}
    }
}

fn pick(pick: &Pick) -> View {
    let (is_on, shows_week) = (pick.is_on, pick.shows_week);
    let (own, week) = (pick.clone(), pick.week);
    let more = move || {
        let own = own.clone();
        is_on.get().then(|| {
            let week = week.map(|week| {
                let words =
                    t::card_week(&intl::number(i64::from(week.counted)), &intl::number(i64::from(week.of)));
                let turn = move || shows_week.set(!shows_week.get_untracked());
                check(t::card_with_week(&words), None, 0, move || shows_week.get(), turn)
            });
            view! {
                <div class="card-pick">
                    {field(own.field, t::card_goal_words(&own.own_name)).text(own.name, LONGEST_NAME as u32)}
                    {week}
                </div>
            }
        })
    };
    let turn = move || is_on.set(!is_on.get_untracked());
    view! { {check(pick.own_name.clone(), None, 0, move || is_on.get(), turn)} {more} }
}

impl Form {
    fn new() -> Form {
        let store = store();
        let today = store.today();
        let goals = store.goals().into_iter().filter(|(_, goal)| goal.standing.is_active());
        let goals = goals.zip(WORDS_FIELDS).map(|((id, goal), field)| Pick {
            field,
            own_name: goal.name.clone(),
            is_on: RwSignal::new(false),
            name: RwSignal::new(goal.name.chars().take(LONGEST_NAME).collect()),
            week: Week::of(&store.log(&id), &goal, today),
            shows_week: RwSignal::new(false),
        });
        Form {
            goals: goals.collect(),
            mood: RwSignal::new(0),
            ready: RwSignal::new(Vec::new()),
            from: RwSignal::new(String::new()),
            words: RwSignal::new(String::new()),
        }
    }

    fn card(&self) -> Card {
        let ticked = self.goals.iter().filter(|pick| pick.is_on.get_untracked());
        let goals = ticked.map(|pick| CardGoal {
            name: pick.name.get_untracked(),
            week: pick.week.filter(|_| pick.shows_week.get_untracked()),
        });
        Card {
            sort: Sort::CheckIn,
            from: self.from.get_untracked(),
            mood: self.mood.get_untracked().checked_sub(1).and_then(|at| Mood::ALL.get(at).copied()),
            goals: goals.collect(),
            ready: self.ready.get_untracked(),
            words: self.words.get_untracked(),
        }
    }
}
