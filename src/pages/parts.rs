//! `/parts` of a development build: every part in every state, for people to look at and for checks to read. A release
//! doesn't have it.

use alongside_core::time::Date;

use crate::platform::fetch::Trouble;
use crate::ui::{
    CalendarDay, Shape, calendar, check, check_group, chip, chips, choice, chosen_chip, dialog, empty,
    failed, field, fold, heading, icon, line_chart, link_row, link_rows, meter, more, print_button, progress,
    stepper, tabs, toasts, waiting,
};
use crate::view::prelude::*;

const WORDS: &str = "Words that go on for long enough to need a second line on a small phone.";

/// The page.
pub(super) fn page() -> View {
    view! {
        {heading("Parts")}
        <p class="lead">"Each part of the interface, in each state."</p>
        {part("Buttons", buttons())}
        {part("Doors, cards and rows", rows())}
        {part("Chips", chip_rows())}
        {part("Fields", fields())}
        {part("Choices", choices())}
        {part("Notices and states", notices())}
        {part("Disclosure", folds())}
        {part("Tabs", tabs("tabs", "Tabs", &["First part", "Second part", "A third with more words"], |at| {
            view! { <p>{format!("What part {} holds. {WORDS}", at + 1)}</p> }
        }))}
        {part("Steps", stepper(vec![WORDS.to_owned(), "A short one.".to_owned()], RwSignal::new(0), || "After the last step.".into_view()))}
        {part("Meter and progress", meters())}
        {part("Calendar", days())}
        {part("Line chart", chart())}
        {part("Dialog and toast", messages())}
    }
}

fn part(name: &'static str, content: View) -> View {
    view! { <section><h2>{name}</h2>{content}</section> }
}

fn buttons() -> View {
    view! {
        <div class="actions">
            <button type="button" class="btn primary">"Primary"</button>
            <button type="button" class="btn">"Plain"</button>
            <button type="button" class="btn quiet">"Quiet"</button>
            <button type="button" class="btn danger">{icon("trash")}"Danger"</button>
            <button type="button" class="btn help">{icon("phone")}"Help"</button>
            <button type="button" class="btn" disabled=true>"Off"</button>
            <button type="button" class="btn state" aria-pressed="true">{icon("check")}"Pressed"</button>
            <button type="button" class="btn big">"Big"</button>
            {print_button()}
        </div>
    }
}

fn rows() -> View {
    view! {
        <div class="card"><h3>"A card"</h3><p>{WORDS}</p></div>
        {link_rows(view! { {link_row(String::new(), "A row", None)} {link_row(String::new(), "A row with more", Some(WORDS.to_owned()))} })}
        <p class="tags">
            <span class="tag">"Open"</span><span class="tag online">"Online"</span><span class="tag now">"On now"</span>
            <span class="tag muted">"+2 more"</span><span class="tag inactive">"Not meeting now"</span>
        </p>
    }
}

fn chip_rows() -> View {
    let on = RwSignal::new(true);
    let off = RwSignal::new(false);
    let toggle = |signal: RwSignal<bool>| move || signal.set(!signal.get_untracked());
    let row = view! {
        {chip("Chosen", Memo::new(move |_| on.get()), toggle(on))}
        {chip("Not chosen", Memo::new(move |_| off.get()), toggle(off))}
        {chosen_chip("To take back".to_owned(), "Take back".to_owned(), || {})}
    };
    chips("Chips", row)
}

fn fields() -> View {
    let text = RwSignal::new(String::new());
    let day = RwSignal::new("2026-11-22".to_owned());
    let (wrong, right) = (RwSignal::new(true), RwSignal::new(false));
    let options = view! { <option value="a">"One"</option><option value="b">"Another"</option> };
    view! {
        {field("part-text", "A text").hint("A sentence that helps.").error(right, "").text(text, 80)}
        {field("part-wrong", "A text that is wrong").error(wrong, "What is wrong, and what to do.").text(text, 80)}
        {field("part-password", "A passphrase").password(text, right)}
        {field("part-area", "Lines of text").area(text)}
        {field("part-day", "A day").moment("date", day)}
        {field("part-select", "One of several").select(options, |_| {})}
    }
}

fn choices() -> View {
    let chosen = RwSignal::new(0_usize);
    let choose = move |at| chosen.set(at);
    let boxes = view! {
        {check("Chosen".to_owned(), Some("12".to_owned()), 0, || true, || {})}
        {check("A level below".to_owned(), Some("3".to_owned()), 1, || false, || {})}
        {check("Two levels below, with more words".to_owned(), None, 2, || false, || {})}
    };
    view! {
        {choice("part-segments", "Side by side", &["One", "Two", "Three"], Shape::Segments, move || chosen.get(), choose)}
        {choice("part-lines", "Below each other", &[WORDS, "A short one"], Shape::Lines, move || chosen.get(), choose)}
        {check_group("Any of these", boxes)}
    }
}

fn notices() -> View {
    let action = view! { <button type="button" class="btn primary">"A first step"</button> };
    view! {
        <div class="notice"><p>{WORDS}</p></div>
        <div class="notice info"><p>{WORDS}</p></div>
        <div class="notice attention"><p>{WORDS}" "<a href="">"A link"</a></p></div>
        <div class="notice danger"><p>{WORDS}</p></div>
        <div class="notice attention slim">{icon("alert")}<p>{WORDS}</p></div>
        {empty(Some("sprout"), "Nothing here yet", WORDS, action)}
        {waiting()}
        {failed(Trouble::Unreachable, || {})}
    }
}

fn folds() -> View {
    let words = || view! { <p>{WORDS}</p> };
    view! { {fold("A part that opens", words())} {fold("Another", words())} {more("A few more words", words())} }
}

fn meters() -> View {
    view! { {meter("Strength".to_owned(), 72)} {progress("Done", || 2, 5)} }
}

fn days() -> View {
    let first = Date::from_days(20_000);
    let signs = ["before", "done", "not_done", "lapse", "skipped", "unknown", "done"];
    let days = move || {
        let day = |(at, sign): (i32, &'static str)| CalendarDay {
            date: first.plus_days(at),
            sign,
            words: format!("{}: {sign}", first.plus_days(at)),
            is_today: at == 13,
            is_off: sign == "before",
        };
        (0..14).zip(signs.into_iter().cycle()).map(day).collect()
    };
    calendar("Two weeks", days, |_| {})
}

fn chart() -> View {
    let scores = [0, 20, 45, 60, 72, 66, 80, 92];
    let points: Vec<(Date, u8)> = (0..).map(|week| Date::from_days(20_000 + 7 * week)).zip(scores).collect();
    line_chart("Strength", "From 0 to 92.".to_owned(), &points)
}

fn messages() -> View {
    let (open, toasts) = (RwSignal::new(false), toasts());
    let body = move || {
        view! {
            <p>{WORDS}</p>
            <div class="actions">
                <button type="button" class="btn" autofocus="" on:click=move |_| open.set(false)>"Keep it"</button>
                <button type="button" class="btn danger">"Do it"</button>
            </div>
        }
    };
    view! {
        <div class="actions">
            <button type="button" class="btn" on:click=move |_| open.set(true)>"Open the dialog"</button>
            <button type="button" class="btn" on:click=move |_| toasts.undoable(WORDS.to_owned(), || {})>"Show a toast"</button>
        </div>
        {dialog("part-dialog", open, "A question", body)}
    }
}
