//! "Which fits me?": short questions, each of which can be skipped, and kinds of support with the reasons.

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{Guide, Kinds, Question, Suggestion};

use crate::content::contents;
use crate::i18n::t;
use crate::platform::{intl, page};
use crate::route::{Page, Route};
use crate::ui::{check, check_group, icon, more, steps, when_loaded, withdrawal_notice};

/// A button that opens the guide in its place.
pub(super) fn guide(kinds: &Arc<Kinds>) -> View {
    let (open, chosen) = (RwSignal::new(false), RwSignal::new(Vec::<String>::new()));
    let kinds = kinds.clone();
    live(move || if open.get() { asked(&kinds, chosen) } else { closed(open) })
}

fn closed(open: RwSignal<bool>) -> View {
    let press = move |_| {
        open.set(true);
        page::focus(".guide > h2");
    };
    view! { <button type="button" class="btn primary" on:click=press>{t::guide_title()}</button> }
}

/// Signs of danger come before the first question.
fn asked(kinds: &Arc<Kinds>, chosen: RwSignal<Vec<String>>) -> View {
    let kinds = kinds.clone();
    view! {
        <section class="guide">
            <h2 tabindex="-1">{t::guide_title()}</h2>
            <p class="soft">{t::guide_lead()}</p>
            <p class="notice danger slim">
                {icon("phone")}
                <span>{t::cope_now_danger()}" "<a href=Page::HelpNow.href()>{t::frame_help()}</a></span>
            </p>
            {when_loaded(contents().guide, move |guide| {
                let (asked, kinds) = (guide.clone(), kinds.clone());
                steps(
                    guide.questions.len(),
                    move |at| asked.questions.get(at).map(|one| question(one, chosen)).into_view(),
                    move || suggestions(&guide, &kinds, &chosen.get_untracked()),
                )
            })}
        </section>
    }
}

fn question(question: &Question, chosen: RwSignal<Vec<String>>) -> View {
    let boxes = question.tags.iter().filter_map(|tag| {
        let (words, one, own) = (words_of(tag)?, tag.clone(), tag.clone());
        let press = move || {
            let mut all = chosen.get_untracked();
            let count = all.len();
            all.retain(|known| *known != one);
            if all.len() == count {
                all.push(one.clone());
            }
            chosen.set(all);
        };
        Some(check(words.to_owned(), None, 0, move || chosen.with(|all| all.contains(&own)), press))
    });
    check_group(question_words(&question.id), boxes.collect_view())
}

fn suggestions(guide: &Guide, kinds: &Kinds, chosen: &[String]) -> View {
    let (found, first) = guide.suggest(kinds, chosen);
    let none = found.iter().all(|one| one.met.is_empty() && one.open.is_empty() && one.unmet.is_empty());
    let lead = if none { t::guide_general() } else { t::guide_found() };
    let items = |list: &[Suggestion<'_>]| list.iter().map(suggestion).collect::<Vec<View>>();
    let rest = items(found.get(first..).unwrap_or_default());
    let rest = (!rest.is_empty())
        .then(|| more(t::guide_more(rest.len() as i64), view! { <ul class="rows">{rest}</ul> }));
    view! {
        <h3>{t::guide_result()}</h3>
        <p>{lead}</p>
        <ul class="rows">{items(found.get(..first).unwrap_or(&found))}</ul>
        {rest}
        <p class="fine">{t::guide_no_diagnosis()}</p>
        {withdrawal_notice()}
    }
}

/// A kind, and why: what was asked for and holds, what is not known, what does not hold.
fn suggestion(one: &Suggestion<'_>) -> View {
    let reason = |tags: &[&str], say: fn(&str) -> String| {
        let words: Vec<String> = tags.iter().filter_map(|tag| words_of(tag)).map(str::to_owned).collect();
        (!words.is_empty()).then(|| view! { <p>{say(&intl::list(&words))}</p> })
    };
    let about = Route::one(Page::Kind, &one.kind.id).href();
    let find = Route::with(Page::Find, [("kind", one.kind.id.as_str())]).href();
    let look = t::guide_look(&one.kind.name);
    view! {
        <li class="piece" data-suggested=one.kind.id.clone()>
            <h4><a href=about>{one.kind.name.clone()}</a></h4>
            {reason(&one.met, t::guide_because)}
            {reason(&one.open, t::guide_open)}
            {reason(&one.unmet, t::guide_unmet)}
            <p><a href=find aria-label=look>{t::kind_find_here()}</a></p>
        </li>
    }
}

fn question_words(id: &str) -> &'static str {
    match id {
        "what" => t::guide_q_what(),
        "where" => t::guide_q_where(),
        "way" => t::guide_q_way(),
        "company" => t::guide_q_company(),
        "people" => t::guide_q_people(),
        _ => t::guide_q_cannot(),
    }
}

/// The words of a tag; one that this version has no words for is not offered.
fn words_of(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "alcohol" => t::fit_alcohol(),
        "drugs" => t::fit_drugs(),
        "opioids" => t::fit_opioids(),
        "gambling" => t::fit_gambling(),
        "food" => t::fit_food(),
        "mental" => t::fit_mental(),
        "family" => t::fit_family(),
        "home" => t::fit_home(),
        "work" => t::fit_work(),
        "court" => t::fit_court(),
        "in_person" => t::fit_in_person(),
        "online" => t::fit_online(),
        "phone" => t::fit_phone(),
        "secular" => t::fit_secular(),
        "twelve_step" => t::fit_twelve_step(),
        "faith" => t::fit_faith(),
        "meditation" => t::fit_meditation(),
        "native_ways" => t::fit_native_ways(),
        "group" => t::fit_group(),
        "one_to_one" => t::fit_one_to_one(),
        "women" => t::fit_women(),
        "men" => t::fit_men(),
        "young" => t::fit_young(),
        "students" => t::fit_students(),
        "veterans" => t::fit_veterans(),
        "native" => t::fit_native(),
        "lgbtq" => t::fit_lgbtq(),
        "no_travel" => t::fit_no_travel(),
        "no_cost" => t::fit_no_cost(),
        "no_camera" => t::fit_no_camera(),
        "no_name" => t::fit_no_name(),
        "no_account" => t::fit_no_account(),
        _ => return None,
    })
}
