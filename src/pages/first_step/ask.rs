//! Asking the organization: a form that drafts a mail, a text message or what to say on a call. The page sends nothing;
//! a link hands the draft to the person's own app. The draft stays while they go from tab to tab, and is kept nowhere.

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{FirstStep, Letter, Missing, Phrases, mail_link, phone_link, text_link};

use super::passages::finders;
use super::sheet::copy;
use crate::i18n::t;
use crate::platform::page;
use crate::site::site;
use crate::ui::{Shape, choice, field, near_lines};

/// What a person writes.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    topic: RwSignal<Option<usize>>,
    own: RwSignal<String>,
    reach: RwSignal<String>,
    name: RwSignal<String>,
    way: RwSignal<usize>,
    no_topic: RwSignal<bool>,
    no_words: RwSignal<bool>,
    draft: RwSignal<String>,
    is_drafted: RwSignal<bool>,
}

impl Asking {
    pub(super) fn new() -> Asking {
        let text = || RwSignal::new(String::new());
        let flag = || RwSignal::new(false);
        Asking {
            topic: RwSignal::new(None),
            own: text(),
            reach: text(),
            name: text(),
            way: RwSignal::new(0),
            no_topic: flag(),
            no_words: flag(),
            draft: text(),
            is_drafted: flag(),
        }
    }

    fn letter(self, first: &FirstStep) -> Letter {
        let topic = self.topic.get_untracked().and_then(|at| first.ask_topics.get(at));
        Letter {
            topic: topic.map(|topic| topic.words.clone()),
            own: self.own.get_untracked(),
            reach: self.reach.get_untracked(),
            name: self.name.get_untracked(),
        }
    }

    /// Writes the draft, or says what is missing and goes to the first of it.
    fn write(self, first: &FirstStep) {
        let letter = self.letter(first);
        let missing = letter.missing();
        self.no_topic.set(missing.contains(&Missing::Topic));
        self.no_words.set(missing.contains(&Missing::Own));
        match missing.first() {
            Some(Missing::Topic) => page::focus("#ask-topic input"),
            Some(Missing::Own) => page::focus("#ask-own"),
            None => {
                let phrases =
                    Phrases { hello: t::ask_hello(), reach: t::ask_reach_words(), thanks: t::ask_thanks() };
                self.draft.set(letter.text(phrases));
                self.is_drafted.set(true);
                page::focus("#ask-draft");
            }
        }
    }
}

/// A way to hand the draft over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Mail,
    Text,
    Call,
}

/// The form; where the site names nobody to ask, who else can be.
pub(super) fn form(first: &Arc<FirstStep>, asking: Asking) -> View {
    let (site, first) = (site(), first.clone());
    live(move || {
        let contact = site.get().contact;
        let mail = contact.email.filter(|address| mail_link(address, "", "").is_some());
        let phone = contact.phone.filter(|number| phone_link(number).is_some());
        if mail.is_none() && phone.is_none() {
            return nobody(&first);
        }
        view! {
            <h2>{t::ask_title()}</h2>
            <p class="soft">{t::ask_lead()}</p>
            {fields(&first, asking)}
            {drafted(mail, phone, asking)}
        }
    })
}

fn nobody(first: &FirstStep) -> View {
    view! {
        <h2>{t::ask_title()}</h2>
        <p>{t::ask_nobody()}</p>
        {near_lines()}
        <h3>{t::first_finders()}</h3>
        {finders(first)}
    }
}

fn fields(first: &Arc<FirstStep>, asking: Asking) -> View {
    let own =
        field("ask-own", t::ask_own()).hint(t::ask_own_hint()).error(asking.no_words, t::ask_no_words());
    let reach = field("ask-reach", t::ask_reach()).hint(t::ask_reach_hint());
    let name = field("ask-name", t::ask_name()).hint(t::ask_name_hint());
    let topic = topics(first, asking);
    let first = first.clone();
    let submit = move |event: leptos::ev::Event| {
        event.prevent_default();
        asking.write(&first);
    };
    view! {
        <form novalidate on:submit=submit>
            {topic}
            {own.area(asking.own)}
            {reach.text(asking.reach, 120)}
            {name.text(asking.name, 80)}
            <div class="actions"><button type="submit" class="btn primary">{t::ask_write()}</button></div>
        </form>
    }
}

fn topics(first: &FirstStep, asking: Asking) -> View {
    let labels = first.ask_topics.iter().enumerate().map(|(at, topic)| {
        let choose = move |_| {
            asking.topic.set(Some(at));
            asking.no_topic.set(false);
        };
        view! {
            <label>
                <input
                    type="radio"
                    name="ask-topic"
                    required=true
                    prop:checked=move || asking.topic.get() == Some(at)
                    on:change=choose
                />
                <span>{topic.text.clone()}</span>
            </label>
        }
    });
    let error = move || {
        asking.no_topic.get().then(|| view! { <p class="error" id="ask-topic-error">{t::ask_no_topic()}</p> })
    };
    view! {
        <fieldset class="choice" id="ask-topic" aria-describedby="ask-topic-error">
            <legend>{t::ask_topic()}</legend>
            {labels.collect_view()}
            {error}
        </fieldset>
    }
}

/// The draft to change, and the ways to hand it over.
fn drafted(mail: Option<String>, phone: Option<String>, asking: Asking) -> View {
    let mut ways: Vec<(Way, &'static str)> = Vec::new();
    if mail.is_some() {
        ways.push((Way::Mail, t::ask_mail()));
    }
    if phone.is_some() {
        ways.extend([(Way::Text, t::ask_text()), (Way::Call, t::ask_call())]);
    }
    let names: Vec<&'static str> = ways.iter().map(|(_, words)| *words).collect();
    let (mail, phone) = (mail.unwrap_or_default(), phone.unwrap_or_default());
    live(move || {
        if !asking.is_drafted.get() {
            return ().into_view();
        }
        let (ways, mail, phone) = (ways.clone(), mail.clone(), phone.clone());
        let hand_over = move || {
            let way = ways.get(asking.way.get()).map_or(Way::Mail, |(way, _)| *way);
            let draft = asking.draft.get();
            let (link, words) = match way {
                Way::Mail => (mail_link(&mail, t::ask_subject(), &draft), t::ask_open_mail(&mail)),
                Way::Text => (text_link(&phone, &draft), t::ask_open_text(&phone)),
                Way::Call => (phone_link(&phone), t::lines_call(&phone)),
            };
            if let Some(href) = link {
                view! { <a class="btn primary" href=href>{words}</a> }
            } else {
                view! { <p class="error" role="status">{t::ask_too_long()}</p> }
            }
        };
        view! {
            {field("ask-draft", t::ask_draft()).hint(t::ask_draft_hint()).area(asking.draft)}
            {choice("ask-way", t::ask_way(), &names, Shape::Segments, move || asking.way.get(), move |at| asking.way.set(at))}
            <div class="actions">
                {hand_over}
                <button type="button" class="btn" on:click=move |_| copy(asking.draft.get_untracked())>{t::sheet_copy()}</button>
            </div>
            <p class="hint">{t::ask_traces()}</p>
        }
    })
}
