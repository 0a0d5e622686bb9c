//! A card to leave with: made before, shown in one tap, large to read.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Card, CardPart, kept_before};

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::{bound, offer, title};
use crate::i18n::t;
use crate::platform::page;
use crate::store::store;
use crate::ui::field;

pub(super) fn view(skill: &Skill, lines: &[String], ways: &[String]) -> View {
    let run = Run::<Card>::open(skill, Drawn::Often);
    let (store, id) = (store(), skill.id.0.clone());
    let kept = Memo::new(move |_| {
        let last = kept_before(store.own_events(), &id).into_iter().next();
        last.and_then(|(_, event)| event.details).map(|details| details.answers)
    });
    let (lines, ways) = (lines.to_vec(), ways.to_vec());
    let shown = Memo::new(move |_| run.get(|state, _| state.is_shown()));
    let texts = CardPart::ALL.map(|part| {
        bound(run, move |state| state.part(part).to_owned(), move |state, words| state.write(part, words))
    });
    let show_kept = live(move || {
        kept.get().map(|answers| {
            let show = move |_| {
                let card = Card::kept(&answers);
                run.change(|state, _| *state = card);
                page::focus("#tool-step");
            };
            view! { <button type="button" class="btn primary" on:click=show>{t::act_card_kept()}</button> }
        })
    });
    let body = live(move || if shown.get() { large(run) } else { form(run, &lines, &ways, texts) });
    let ending = live(move || (!shown.get()).then(|| finish(run)));
    view! { {live(move || (!shown.get()).then(|| show_kept_again(kept.get().is_some())))} {show_kept} {body} {ending} }
}

fn show_kept_again(is_kept: bool) -> View {
    view! { <p class="hint">{if is_kept { t::act_card_is_kept() } else { t::act_card_hint() }}</p> }
}

fn form(
    run: Run<Card>,
    lines: &[String],
    ways: &[String],
    [line, way, call, number]: [RwSignal<String>; 4],
) -> View {
    let take = |all: &[String], part: CardPart| {
        let offers = all
            .iter()
            .cloned()
            .map(|words| offer(words, move |words| run.change(|state, _| state.write(part, words))));
        view! { <div class="actions">{offers.collect_view()}</div> }
    };
    let show = move |_| {
        run.change(|state, _| state.show(true));
        page::focus("#tool-step");
    };
    view! {
        {take(lines, CardPart::Line)}
        {field("card-line", t::act_card_line()).text(line, 200)}
        {take(ways, CardPart::Way)}
        {field("card-way", t::act_card_way()).text(way, 200)}
        {field("card-call", t::act_card_call()).text(call, 100)}
        {field("card-number", t::act_card_number()).text(number, 40)}
        <div class="actions"><button type="button" class="btn" on:click=show>{t::act_card_show()}</button></div>
    }
}

fn large(run: Run<Card>) -> View {
    let (line, way, call, dialled) = untrack(|| {
        run.get(|state, _| {
            let part = |part| state.part(part).to_owned();
            (part(CardPart::Line), part(CardPart::Way), part(CardPart::Call), state.dialled())
        })
    });
    let dial = dialled.map(|number| {
        view! { <a class="btn primary" href=format!("tel:{number}")>{t::act_card_dial(&number)}</a> }
    });
    let change = move |_| {
        run.change(|state, _| state.show(false));
        page::focus("#card-line");
    };
    view! {
        {title(line)}
        <p class="pacer-word">{way}</p>
        <p class="pacer-word">{call}</p>
        <div class="actions">
            {dial}
            <button type="button" class="btn" on:click=change>{t::act_card_change()}</button>
        </div>
    }
}
