//! `/skill#id`: one skill. What keeps a person safe comes first.

mod act;
mod boxes;
mod breathe;
mod card;
mod delay;
mod film;
mod finish;
mod good;
mod halt;
mod hour;
mod kept;
mod message;
mod parts;
mod planned;
mod plans;
mod refuse;
mod review;
mod run;
mod senses;
mod thought;
mod timer;
mod triggers;
mod wave;
mod words;
mod worry;

pub(super) use run::AtOnce;

use crate::view::prelude::*;
use alongside_core::coping::Skill;

use crate::content::contents;
use crate::i18n::t;
use crate::nav::nav;
use crate::pages::back;
use crate::route::Page;
use crate::ui::{
    country, heading, icon, line_list, page_when_loaded, review_note, source_line, translation_note,
    when_loaded, withdrawal_notice,
};

/// The page.
pub(super) fn page() -> View {
    let id = untrack(|| nav().route()).map(|route| route.id()).unwrap_or_default();
    view! {
        {back(Page::Cope, t::cope_title())}
        {page_when_loaded(contents().skills, move |skills| match skills.get(&id) {
            Some(skill) => {
                let minutes = t::minutes(i64::from(skill.minutes));
                view! { {heading(skill.name.clone())} <p class="lead">{minutes}</p> {body(skill)} }
            }
            None => unknown(),
        })}
    }
}

fn unknown() -> View {
    view! {
        {heading(t::skill_unknown())}
        <p><a class="btn primary" href=Page::Cope.href()>{t::cope_all()}</a></p>
    }
}

/// The skill itself: safety, lines, what is done, where it comes from.
pub(super) fn body(skill: &Skill) -> View {
    let safety = skill.safety.clone().map(|words| {
        view! { <div class="notice attention slim">{icon("alert")}<p>{words}</p></div> }
    });
    let with_notice = skill.speaks_of_withdrawal();
    let withdrawal = with_notice.then(withdrawal_notice);
    view! {
        {safety}
        {lines(skill.line_ids.clone())}
        {withdrawal}
        {skill.why_it_helps.clone().map(|why| view! { <p class="soft">{why}</p> })}
        {act::act(skill)}
        {planned::button(skill)}
        {review_note(skill.review.as_deref())}
        {translation_note(move || contents().skills.file.waits_for_native() && !(with_notice && contents().withdrawal.file.waits_for_native()))}
        <p class="fine source">{t::source_label()}" "{source_line(&skill.source, skill.checked.as_deref())}</p>
    }
}

fn lines(ids: Vec<String>) -> View {
    if ids.is_empty() {
        return ().into_view();
    }
    when_loaded(contents().lines, move |lines| {
        let country = country(&lines);
        let mut shown = lines.with_ids(&ids, country.as_deref());
        if shown.iter().any(|line| line.is_for("use_alone")) {
            // Lines for before use stand below the emergency number: they are no answer to an overdose.
            let emergency = lines.for_need(country.as_deref(), Some("danger_now"));
            shown.splice(0..0, emergency.into_iter().take(1));
        }
        line_list(&shown, false)
    })
}
