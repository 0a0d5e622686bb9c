//! What a visitor chose, as it is written after the `#` of `/find`.

use super::words::{LONGEST_QUERY, Words};
use crate::decimal::read_decimal;
use crate::directory::listing::Attendance;
use crate::directory::schedule::PartOfDay;
use crate::fragment::pairs;
use crate::time::Weekday;

/// A day that a visitor chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Day {
    /// A weekday.
    On(Weekday),
    /// Today, in the zone of the slot.
    Today,
    /// Tomorrow, in the zone of the slot.
    Tomorrow,
}

/// Whether a listing is on now or soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Open {
    /// In progress.
    Now,
    /// Starts within 60 minutes.
    Soon,
}

/// The filters of `/find`, as far as they can be understood without knowing the listings.
///
/// Any within one filter, all across filters; of `types` all, or any with `any_type`.
#[expect(clippy::struct_excessive_bools, reason = "four independent choices of a visitor")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    /// The words, as typed and cut.
    pub q: String,
    /// The words, understood.
    pub words: Words,
    /// Days.
    pub days: Vec<Day>,
    /// Parts of the day.
    pub times: Vec<PartOfDay>,
    /// Keys of programs.
    pub programs: Vec<String>,
    /// Codes, with or without `program:` before them.
    pub types: Vec<String>,
    /// Any of the types is enough.
    pub any_type: bool,
    /// Ways to attend.
    pub attendance: Vec<Attendance>,
    /// Names of regions, or paths of them.
    pub regions: Vec<String>,
    /// Now, soon.
    pub open: Vec<Open>,
    /// Ids of kinds of support.
    pub kinds: Vec<String>,
    /// Ids of needs that a service answers; see `needs.txt`.
    pub needs: Vec<String>,
    /// Names of languages that are spoken at a service.
    pub speaks: Vec<String>,
    /// Only services that say that something costs nothing.
    pub free: bool,
    /// Only services that say that one can come without an appointment.
    pub walk_in: bool,
    /// A place, as typed: a name, a postcode, `lat,lng` or `me`; empty if none is asked for.
    pub near: String,
    /// How far from it at most, in the site's unit.
    pub within: Option<f64>,
    /// True if the usual order is wanted although there is a place.
    pub by_time: bool,
}

impl Filters {
    /// Takes what is after the `#`, with or without it. Never fails: what can't be read is ignored.
    pub fn parse(fragment: &str) -> Filters {
        let mut filters = Filters::default();
        // Of a key that is repeated the last holds, except `region`.
        for (key, value) in pairs(fragment.strip_prefix('#').unwrap_or(fragment)) {
            match key.as_str() {
                "q" => filters.q = value.chars().take(LONGEST_QUERY).collect(),
                "day" => filters.days = list(&value, read_day),
                "time" => {
                    filters.times = list(&value, read_part_of_day);
                }
                "program" => filters.programs = list(&value, |part| Some(part.to_owned())),
                "type" => filters.types = list(&value, |part| Some(part.to_owned())),
                "any" => filters.any_type = value == "1",
                "attendance" => {
                    filters.attendance = list(&value, |part| {
                        Attendance::ALL.into_iter().find(|attendance| attendance.key() == part)
                    });
                }
                "region" if !value.trim().is_empty() => filters.regions.push(value.trim().to_owned()),
                "open" => filters.open = list(&value, read_open),
                "kind" => filters.kinds = list(&value, |part| Some(part.to_owned())),
                "need" => filters.needs = list(&value, |part| Some(part.to_owned())),
                "speaks" => filters.speaks = list(&value, |part| Some(part.to_owned())),
                "free" => filters.free = value == "1",
                "walk_in" => filters.walk_in = value == "1",
                "near" => filters.near = value.trim().chars().take(LONGEST_QUERY).collect(),
                "within" => filters.within = read_within(&value),
                "sort" => filters.by_time = value == "time",
                _ => {}
            }
        }
        // Both only mean something beside a place.
        filters.within = filters.within.filter(|_| !filters.near.is_empty());
        filters.by_time &= !filters.near.is_empty();
        filters.words = Words::parse(&filters.q);
        filters
    }
}

/// How many parts of a list are looked at; nobody taps as many.
const MOST_PARTS: usize = 1_000;

/// Splits a comma list; trims its parts, drops those that `read` doesn't know, and those that repeat.
fn list<T: PartialEq>(value: &str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut known = Vec::new();
    for part in value.split(',').map(str::trim).filter(|part| !part.is_empty()).take(MOST_PARTS) {
        if let Some(part) = read(part)
            && !known.contains(&part)
        {
            known.push(part);
        }
    }
    known
}

fn read_day(part: &str) -> Option<Day> {
    match part {
        "today" => Some(Day::Today),
        "tomorrow" => Some(Day::Tomorrow),
        digit => {
            let index = digit.parse::<u8>().ok().filter(|_| digit.len() == 1)?;
            Weekday::from_index(index).map(Day::On)
        }
    }
}

fn read_part_of_day(part: &str) -> Option<PartOfDay> {
    PartOfDay::ALL.into_iter().find(|time| time.key() == part)
}

fn read_open(part: &str) -> Option<Open> {
    match part {
        "now" => Some(Open::Now),
        "soon" => Some(Open::Soon),
        _ => None,
    }
}

fn read_within(value: &str) -> Option<f64> {
    read_decimal(value).filter(|within| *within > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_fragment_is_read_as_a_form_is() {
        let filters = Filters::parse(
            "#q=big+book%21&day=0,%206,today,9&time=night,noon&type=O,aa:POA&any=1&attendance=online&region=Queens&region=The+Bronx&open=soon&kind=detox-facilities",
        );
        assert_eq!(filters.q, "big book!");
        assert_eq!(
            filters.days,
            [Day::On(Weekday::from_index(0).unwrap()), Day::On(Weekday::from_index(6).unwrap()), Day::Today]
        );
        assert_eq!(filters.times, [PartOfDay::Night]);
        assert_eq!(filters.types, ["O", "aa:POA"]);
        assert!(filters.any_type);
        assert_eq!(filters.attendance, [Attendance::Online]);
        assert_eq!(filters.regions, ["Queens", "The Bronx"]);
        assert_eq!(filters.open, [Open::Soon]);
        assert_eq!(filters.kinds, ["detox-facilities"]);
    }

    #[test]
    fn of_a_repeated_key_the_last_holds_and_what_cannot_be_read_is_ignored() {
        assert_eq!(Filters::parse("q=a&q=b").q, "b");
        assert_eq!(Filters::parse("q=a&q=%zz").q, "a");
        assert_eq!(Filters::parse("q=a&q=%ff").q, "a");
        assert_eq!(Filters::parse("Q=a&DAY=1&x=y&day&=&&"), Filters::default());
        assert!(!Filters::parse("any=true").any_type);
        assert_eq!(Filters::parse("day=7,00,+1,-1,x").days, [Day::On(Weekday::from_index(1).unwrap())]);
        assert_eq!(Filters::parse("q=1%2B1+%26").q, "1+1 &");
        assert_eq!(Filters::parse("q=a=b").q, "a=b");
    }

    #[test]
    fn a_query_is_cut_after_it_is_decoded() {
        assert_eq!(Filters::parse(&format!("q={}", "%C3%A9".repeat(300))).q.chars().count(), 200);
    }

    proptest! {
        #[test]
        fn no_fragment_makes_reading_panic(text in "\\PC{0,60}|[a-z=&%+,:0-9#]{0,60}") {
            let _ = Filters::parse(&text);
        }
    }
}
