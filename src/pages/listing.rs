//! `/listing`: all of one listing.

use crate::view::prelude::*;
use alongside_core::directory::search::ListingView;
use alongside_core::directory::{Attendance, Field, dialable};

use super::find::when;
use crate::directory::{State, finder};
use crate::i18n::t;
use crate::nav::nav;
use crate::platform::timing;
use crate::route::{Page, Route};
use crate::site::site;
use crate::ui::{heading, icon, outside_link, print_button};

/// The page.
pub(super) fn page() -> View {
    let (finder, site) = (finder(), site());
    let id = nav().route().map(|route| route.id()).unwrap_or_default();
    let back = super::back(Page::Find, t::listing_back());
    if id.is_empty() {
        return view! { {back} {unknown()} };
    }
    let asked = id.clone();
    Effect::new(move |_| {
        if site.is_settled() {
            finder.ask_for(&asked);
        }
    });
    let again = id.clone();
    let open = RwSignal::new(());
    timing::each_minute(move || {
        let is_open = open.try_get_untracked().is_some();
        if is_open {
            finder.ask_for(&again);
        }
        is_open
    });
    let found =
        Memo::new(move |_| finder.found().filter(|(given, _)| *given == id).map(|(_, listing)| listing));
    let body = move || match (finder.state(), found.get()) {
        (_, Some(Some(listing))) => shown(&listing),
        (_, Some(None)) => unknown(),
        (State::Failed, _) => view! { {heading(t::listing_title())}<p>{t::find_failed()}</p> },
        _ => {
            view! { <h1 tabindex="-1">{t::listing_title()}</h1><p class="loading" role="status">{t::find_reading()}</p> }
        }
    };
    view! { {back} {body} }
}

fn unknown() -> View {
    view! {
        {heading(t::listing_unknown())}
        <p class="lead">{t::listing_unknown_more()}</p>
        <div class="actions"><a class="btn primary" href=Page::Find.href()>{t::find_title()}</a></div>
    }
}

fn shown(listing: &ListingView) -> View {
    view! {
        {heading(listing.row.name.clone())}
        {listing.text(Field::Group).filter(|group| *group != listing.row.name).map(|group| view! { <p class="lead">{group.to_owned()}</p> })}
        {(listing.row.attendance == Attendance::Inactive).then(|| view! { <p class="notice attention">{t::listing_inactive()}</p> })}
        {actions(listing)}
        <dl class="facts">
            {fact(t::listing_when(), Some(times(listing)))}
            {fact(t::listing_where(), place(listing))}
            {fact(t::listing_join(), joining(listing))}
            {fact(t::listing_types(), types(listing))}
            {lines(t::listing_notes(), listing, &[Field::Notes, Field::Description, Field::Offers])}
            {lines(t::listing_cost(), listing, &[Field::Cost])}
            {lines(t::listing_for(), listing, &[Field::Eligibility])}
            {fact(t::listing_group(), contacts(listing))}
            {fact(t::listing_contribute(), contributions(listing))}
            {fact(t::listing_source(), Some(source(listing)))}
        </dl>
        <div class="actions">{print_button()}</div>
    }
}

/// One fact; without a value nothing.
fn fact(name: &'static str, value: Option<View>) -> Option<View> {
    value.map(|value| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
}

fn paragraphs(texts: &[String]) -> Option<View> {
    if texts.is_empty() {
        return None;
    }
    let lines = texts.iter().flat_map(|text| text.split('\n')).filter(|line| !line.trim().is_empty());
    Some(lines.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view())
}

fn lines(name: &'static str, listing: &ListingView, fields: &[Field]) -> Option<View> {
    fact(name, paragraphs(&texts_of(listing, fields)))
}

fn texts_of(listing: &ListingView, fields: &[Field]) -> Vec<String> {
    fields.iter().filter_map(|field| listing.text(*field).map(str::to_owned)).collect()
}

/// What to tap first: join, dial in, call.
fn actions(listing: &ListingView) -> View {
    let link = listing.text(Field::JoinLink).map(|link| {
        let words = match &listing.row.provider {
            Some(provider) => t::listing_join_with(provider),
            None => t::listing_join_now().to_owned(),
        };
        view! { <a class="btn primary" href=link.to_owned() rel="noreferrer external" target="_blank">{icon("online")}{words}</a> }
    });
    let number = listing.text(Field::DialIn).or_else(|| listing.text(Field::Phone));
    let call =
        number.and_then(|number| Some((dialable(number)?, number.to_owned()))).map(|(dial, number)| {
            view! { <a class="btn" href=format!("tel:{dial}")>{icon("phone")}{t::lines_call(&number)}</a> }
        });
    view! { <div class="actions primary-action">{link}{call}</div> }
}

fn times(listing: &ListingView) -> View {
    if listing.slots.is_empty() {
        return listing
            .text(Field::Hours)
            .is_none()
            .then(|| view! { <p>{when::none(&listing.row)}</p> })
            .into_view();
    }
    let slots = listing.slots.iter().map(|slot| {
        let on_now = when::on_now(slot, listing.row.service)
            .map(|words| view! { " "<span class="tag now">{words}</span> });
        let elsewhere = when::elsewhere(slot).map(|words| view! { <span class="soft">" "{words}</span> });
        view! { <p>{when::long(slot)}{on_now}{elsewhere}</p> }
    });
    slots.collect_view()
}

fn place(listing: &ListingView) -> Option<View> {
    let location = listing.text(Field::Location).map(str::to_owned);
    let address = listing.text(Field::Address).map(str::to_owned);
    let regions = (!listing.regions.is_empty()).then(|| listing.regions.join(", "));
    let roughly = (listing.row.approximate && address.is_some()).then(|| t::listing_roughly().to_owned());
    let notes = listing.text(Field::LocationNotes).map(str::to_owned);
    let texts = [location, address, roughly, notes, regions];
    paragraphs(&texts.into_iter().flatten().collect::<Vec<_>>())
}

fn joining(listing: &ListingView) -> Option<View> {
    let fields = [Field::JoinNotes, Field::DialIn, Field::DialInNotes];
    paragraphs(&texts_of(listing, &fields))
}

fn types(listing: &ListingView) -> Option<View> {
    let program = listing.program_name.clone().map(|name| view! { <p>{name}</p> });
    let tags = listing.types.iter().map(|(_, name)| view! { <span class="tag">{name.clone()}</span> });
    (program.is_some() || !listing.types.is_empty())
        .then(|| view! { {program}<p class="tags">{tags.collect_view()}</p> })
}

fn contacts(listing: &ListingView) -> Option<View> {
    let mut all: Vec<View> = Vec::new();
    for field in [Field::Phone, Field::EntityPhone] {
        if let Some((dial, text)) =
            listing.text(field).and_then(|text| Some((dialable(text)?, text.to_owned())))
        {
            all.push(view! { <p><a href=format!("tel:{dial}")>{text}</a></p> });
        }
    }
    for field in [Field::Email, Field::EntityEmail] {
        if let Some(mail) = listing.text(field).filter(|mail| is_mail(mail)).map(str::to_owned) {
            all.push(view! { <p><a href=format!("mailto:{mail}")>{mail.clone()}</a></p> });
        }
    }
    for field in [Field::Url, Field::Website, Field::Website2, Field::EntityUrl] {
        if let Some(link) = listing.text(field) {
            all.push(view! { <p>{outside_link(link, link.to_owned())}</p> });
        }
    }
    let texts =
        [Field::GroupNotes, Field::Entity, Field::MailingAddress, Field::District, Field::SubDistrict];
    all.extend(paragraphs(&texts_of(listing, &texts)));
    (!all.is_empty()).then(|| all.into_view())
}

fn is_mail(text: &str) -> bool {
    text.contains('@') && !text.contains([' ', '?', '&', '<', '>', '"', ','])
}

fn contributions(listing: &ListingView) -> Option<View> {
    let ways = [
        (Field::Venmo, "Venmo"),
        (Field::Square, "Square"),
        (Field::Paypal, "PayPal"),
        (Field::HomegroupOnline, "Homegroup Online"),
    ];
    let texts = ways.iter().filter_map(|(field, name)| Some(format!("{name}: {}", listing.text(*field)?)));
    paragraphs(&texts.collect::<Vec<_>>())
}

fn source(listing: &ListingView) -> View {
    let updated = match listing.updated.as_deref().and_then(alongside_core::time::Date::parse) {
        Some(date) => t::listing_updated(&crate::platform::intl::plain_date(date)),
        None => t::listing_not_dated().to_owned(),
    };
    let correct = listing.feed_email.first().map(|mail| {
        let subject = alongside_core::fragment::encode(&listing.row.name);
        view! { <p><a href=format!("mailto:{mail}?subject={subject}")>{t::listing_correct()}</a></p> }
    });
    let kind = listing.row.kind.as_ref().map(|kind| {
        view! { <p><a href=Route::one(Page::Kind, kind).href()>{t::listing_kind()}</a></p> }
    });
    view! { <p>{listing.feed_label.clone()}</p><p>{updated}</p>{correct}{kind} }
}
