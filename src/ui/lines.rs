//! Help lines as links that dial and text.

use crate::view::prelude::*;
use alongside_core::fragment;
use alongside_core::support::{Line, Lines, Sms};

use crate::content::contents;
use crate::i18n::t;
use crate::platform::{intl, languages};
use crate::site::site;
use crate::ui::{checked_words, outside_link};

/// The country whose lines come first: the site's, else the one that the browser's language names, if it has
/// lines. Nothing is asked and nothing is sent. Tracked.
pub(crate) fn country(lines: &Lines) -> Option<String> {
    let known = lines.countries();
    let of_browser = languages()
        .into_iter()
        .filter_map(|code| code.split('-').skip(1).find(|part| part.len() == 2).map(str::to_ascii_uppercase));
    site().get().country.into_iter().chain(of_browser).find(|code| known.contains(&code.as_str()))
}

/// The three nearest lines, where the country is known.
pub(crate) fn near_lines() -> View {
    let slot = contents().lines;
    live(move || {
        let Some(lines) = slot.ready() else {
            // As high as they will be, so that nothing below them jumps.
            return Some(view! { <div class="lines-room"></div> });
        };
        let near = country(&lines).map(|country| line_list(&lines.nearest(&country), false));
        near.map(|list| view! { <section><h2>{t::lines_near()}</h2>{list}</section> })
    })
}

/// A list of lines: short, or with all that is known of each.
pub(crate) fn line_list(lines: &[&Line], full: bool) -> View {
    let items = lines.iter().map(|line| item(line, full)).collect_view();
    view! { <ul class=if full { "lines" } else { "lines short" }>{items}</ul> }
}

fn item(line: &Line, full: bool) -> View {
    let class = if line.is_for("danger_now") { "line emergency" } else { "line" };
    let tty = line.tty.as_ref().filter(|_| full);
    let calls = line.tel.iter().chain(tty).enumerate().map(|(at, tel)| {
        let words = if at < line.tel.len() { t::lines_call(&tel.label) } else { t::lines_tty(&tel.label) };
        let href = format!("tel:{}", fragment::encode(&tel.number));
        let extra = tel.extra.clone().map(|extra| view! { " "<span class="fine">{extra}</span> });
        view! { <a class="line-call" href=href>{named(line)}{words}</a>{extra}" " }
    });
    let text = line.sms.as_ref().map(|sms| {
        view! { <a class="line-text" href=sms_href(sms)>{named(line)}{sms_words(sms)}</a> }
    });
    view! {
        <li class=class>
            <strong class="line-name">{line.name.clone()}</strong>" "
            {calls.collect_view()}{text}
            {if full { details(line) } else { brief(line) }}
        </li>
    }
}

/// A link says whom it calls, also to those who hear it alone.
fn named(line: &Line) -> View {
    view! { <span class="sr">{format!("{}: ", line.name)}</span> }
}

fn sms_href(sms: &Sms) -> String {
    // Both `?` and `&` before the body: phones differ in which they take.
    let body = sms.body.as_ref().map(|body| format!("?&body={}", fragment::encode(body)));
    format!("sms:{}{}", fragment::encode(&sms.to), body.unwrap_or_default())
}

fn sms_words(sms: &Sms) -> String {
    match &sms.body {
        Some(body) => t::lines_text_word(body, &sms.to),
        None => t::lines_text(&sms.to),
    }
}

fn brief(line: &Line) -> View {
    let facts: Vec<&str> =
        [&line.hours, &line.cost].into_iter().flatten().map(|fact| fact.trim_end_matches('.')).collect();
    let checked = t::lines_number_checked(&checked_words(line.checked.as_deref()));
    view! { <p class="line-about">{facts.join(". ")}". "{checked}</p> }
}

fn details(line: &Line) -> View {
    let fact = |name: &'static str, text: Option<String>| {
        text.map(|text| view! { <p class="line-about"><strong>{name}</strong>" "{text}</p> })
    };
    let web = line.web.as_ref().map(|url| {
        view! { <p class="line-about">{outside_link(url, t::lines_web(&line.name))}</p> }
    });
    view! {
        {line.what_happens.clone().map(|text| view! { <p class="line-about">{text}</p> })}
        {fact(t::lines_hours(), line.hours.clone())}
        {fact(t::lines_cost(), line.cost.clone())}
        {fact(t::lines_privacy(), line.privacy.clone())}
        {fact(t::lines_languages(), line.languages.as_deref().map(intl::list))}
        {web}
        <p class="fine">{t::lines_number_checked(&checked_words(line.checked.as_deref()))}</p>
    }
}
