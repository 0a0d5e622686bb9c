//! What is known of a listing, fact by fact.

use crate::view::prelude::*;
use alongside_core::directory::search::{ListingView, TypeView};
use alongside_core::directory::{Field, contribution_link, dialable};
use alongside_core::time::Date;

use crate::content::contents;
use crate::directory::{State, finder};
use crate::i18n::t;
use crate::pages::find::when;
use crate::platform::{clock, intl};
use crate::route::{Page, Route};
use crate::ui::outside_link;

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

/// All facts.
pub(super) fn all(listing: &ListingView) -> View {
    view! {
        <dl class="facts">
            {fact(t::listing_when(), Some(times(listing)))}
            {lines(t::listing_hours(), listing, &[Field::Hours])}
            {joining(listing)}
            {fact(t::listing_where(), place(listing))}
            {lines(t::listing_transit(), listing, &[Field::Transit])}
            {lines(t::listing_access(), listing, &[Field::Accessibility])}
            {fact(t::listing_types(), types(listing))}
            {lines(t::listing_notes(), listing, &[Field::Notes, Field::Description, Field::Offers])}
            {lines(t::listing_for(), listing, &[Field::Eligibility])}
            {lines(t::listing_cost(), listing, &[Field::Cost])}
            {lines(t::listing_admission(), listing, &[Field::Admission])}
            {lines(t::listing_documents(), listing, &[Field::Documents])}
            {lines(t::listing_languages(), listing, &[Field::Languages])}
            {fact(t::listing_group(), contacts(listing))}
            {fact(t::listing_contribute(), contributions(listing))}
            {lines(t::listing_other_places(), listing, &[Field::OtherPlaces])}
        </dl>
    }
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
    let text = |field| listing.text(field).map(str::to_owned);
    let regions = (!listing.regions.is_empty()).then(|| listing.regions.join(", "));
    let roughly = (listing.row.approximate && listing.text(Field::Address).is_some())
        .then(|| t::listing_roughly().to_owned());
    let district = [Field::District, Field::SubDistrict].iter().filter_map(|field| listing.text(*field));
    let district: Vec<&str> = district.collect();
    let district = (!district.is_empty()).then(|| t::listing_district(&district.join(", ")));
    let texts =
        [text(Field::Location), text(Field::Address), roughly, text(Field::LocationNotes), regions, district];
    paragraphs(&texts.into_iter().flatten().collect::<Vec<_>>())
}

fn joining(listing: &ListingView) -> Option<View> {
    // On the screen it is the button above.
    let link = listing.text(Field::JoinLink).map(|link| view! { <p class="on-paper">{link.to_owned()}</p> });
    let notes = paragraphs(&texts_of(listing, &[Field::JoinNotes]));
    let number = listing.text(Field::DialIn).map(|number| view! { <p>{call(number)}</p> });
    let dial_notes = paragraphs(&texts_of(listing, &[Field::DialInNotes]));
    let on_screen = notes.is_some() || number.is_some() || dial_notes.is_some();
    let class = (!on_screen).then_some("on-paper");
    (on_screen || link.is_some()).then(|| {
        let how = view! { {link}{notes}{number}{dial_notes} };
        view! { <div class=class><dt>{t::listing_join()}</dt><dd>{how}</dd></div> }
    })
}

/// A number to tap, as it is written; only the words if nobody can dial it.
fn call(number: &str) -> View {
    match tel(number) {
        Some(href) => view! { <a href=href>{number.to_owned()}</a> },
        None => number.to_owned().into_view(),
    }
}

/// The address that calls a number, pauses and keys to press included.
pub(super) fn tel(number: &str) -> Option<String> {
    // A bare `#` would begin a fragment, which no phone dials.
    dialable(number).map(|dial| format!("tel:{}", dial.replace('#', "%23")))
}

/// The program, the types, and what they mean.
fn types(listing: &ListingView) -> Option<View> {
    let program = listing.program_name.clone().map(|name| view! { <p>{name}</p> });
    let tags = listing.types.iter().map(|one| view! { <span class="tag">{one.name.clone()}</span> });
    let (all, of) = (listing.types.clone(), listing.types_of.clone());
    let notes = live(move || {
        let notes = contents().type_notes.ready()?;
        let note = |one: &TypeView| {
            let words = notes.of(of.as_deref(), &one.english)?;
            Some(view! { <li>{t::listing_type_note(&one.name, words)}</li> })
        };
        let list: Vec<View> = all.iter().filter_map(note).collect();
        (!list.is_empty()).then(|| view! { <ul class="type-notes">{list}</ul> })
    });
    (program.is_some() || !listing.types.is_empty())
        .then(|| view! { {program}<p class="tags">{tags.collect_view()}</p>{notes} })
}

fn contacts(listing: &ListingView) -> Option<View> {
    let mut all: Vec<View> = Vec::new();
    for field in [Field::Phone, Field::EntityPhone] {
        all.extend(listing.text(field).map(|number| view! { <p>{call(number)}</p> }));
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
    all.extend(paragraphs(&texts_of(listing, &[Field::GroupNotes, Field::Entity, Field::MailingAddress])));
    (!all.is_empty()).then(|| all.into_view())
}

fn is_mail(text: &str) -> bool {
    text.contains('@') && !text.contains([' ', '?', '&', '<', '>', '"', ','])
}

fn contributions(listing: &ListingView) -> Option<View> {
    let ways = [
        (Field::Venmo, "Venmo"),
        (Field::Square, "Cash App"),
        (Field::Paypal, "PayPal"),
        (Field::HomegroupOnline, "Homegroup Online"),
    ];
    let shown = ways.iter().filter_map(|(field, name)| {
        let text = listing.text(*field)?;
        let words = format!("{name}: {text}");
        Some(if let Some(link) = contribution_link(*field, text) {
            view! { <p>{outside_link(&link, words)}</p> }
        } else {
            view! { <p>{words}</p> }
        })
    });
    let shown: Vec<View> = shown.collect();
    (!shown.is_empty()).then(|| shown.into_view())
}

/// Where this comes from, how old it is, whom to tell of a mistake.
pub(super) fn about(listing: &ListingView) -> View {
    let updated = match listing.updated.as_deref().and_then(Date::parse) {
        Some(date) => t::listing_updated(&intl::plain_date(date)),
        None => t::listing_not_dated().to_owned(),
    };
    let correct = (!listing.feed_email.is_empty()).then(|| {
        view! { <p class="no-print"><a href=correction(listing)>{t::listing_correct()}</a></p> }
    });
    let kind = listing.row.kind.as_ref().map(|kind| {
        view! { <p class="no-print"><a href=Route::one(Page::Kind, kind).href()>{t::listing_kind()}</a></p> }
    });
    view! {
        <section class="about-entry">
            <h2>{t::listing_source()}</h2>
            <p>{listing.feed_label.clone()}</p>
            <p>{updated}</p>
            {age_of_feed(listing.feed_label.clone())}
            {correct}
            {kind}
        </section>
    }
}

/// That nothing in the whole list has changed for long.
fn age_of_feed(label: String) -> View {
    let finder = finder();
    live(move || {
        let State::Open(opened) = finder.state() else { return None };
        let feed = opened.feeds.iter().find(|feed| feed.label == label)?;
        let date = Date::parse(feed.updated.as_deref()?)?;
        let is_old = feed.is_old(clock::local_day_and_hour().0);
        is_old.then(|| view! { <p>{t::find_feed_old(&intl::plain_date(date))}</p> })
    })
}

/// A mail to those who keep the list, as far as it can be filled in. The person's own app sends it, or not.
fn correction(listing: &ListingView) -> String {
    let encode = alongside_core::fragment::encode;
    let name = &listing.row.name;
    let subject = encode(&t::listing_correct_subject(name));
    let body =
        encode(&t::listing_correct_body(&listing.feed_label, name, &listing.row.id).replace('\n', "\r\n"));
    format!("mailto:{}?subject={subject}&body={body}", listing.feed_email.join(","))
}
