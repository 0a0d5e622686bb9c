//! Meeting Guide JSON: <https://github.com/code4recovery/spec>. What it has no field for is in fields of our own,
//! which other programs pass over: `schedule`, `kind`, `program`, `service`, `by_appointment` and those of services.

use super::{Times, once_encoded, slug, times};
use crate::directory::listing::{Listing, write_degrees};
use std::fmt::Write as _;

/// Writes a list one listing at a time.
#[derive(Debug, Default)]
pub struct MeetingGuide {
    rows: usize,
}

impl MeetingGuide {
    /// Appends a listing.
    pub fn add(&mut self, listing: &Listing, out: &mut String) {
        out.push_str(if self.rows == 0 { "[\n" } else { ",\n" });
        self.rows += 1;
        let mut row = Row { out, fields: 0 };
        row.text("slug", slug(listing));
        for (field, text) in &listing.texts {
            row.text(field.key(), &once_encoded(text));
        }
        match times(&listing.slots) {
            Times::None => row.text("by_appointment", yes(listing.by_appointment)),
            Times::Weekly { days, start, end } => {
                row.raw("day", &if let [day] = days[..] { day.to_string() } else { format!("{days:?}") });
                row.option("time", start.as_deref());
                row.option("end_time", end.as_deref());
            }
            Times::Words(words) => row.text("schedule", &words),
        }
        row.option("timezone", listing.zone.as_deref());
        row.list("types", &listing.types);
        row.list("regions", &listing.regions);
        row.text("attendance_option", listing.attendance.key());
        row.text("approximate", yes(listing.approximate));
        if let Some(place) = listing.coordinates {
            row.raw("latitude", &write_degrees(place.latitude));
            row.raw("longitude", &write_degrees(place.longitude));
        }
        row.option("updated", listing.updated.map(|date| date.to_string()).as_deref());
        row.option("program", listing.program.as_deref());
        row.option("kind", listing.kind.as_deref());
        row.text("service", yes(listing.service));
        out.push('}');
    }

    /// Appends the end of the list.
    pub fn finish(self, out: &mut String) {
        out.push_str(if self.rows == 0 { "[]\n" } else { "\n]\n" });
    }
}

fn yes(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

struct Row<'o> {
    out: &'o mut String,
    fields: usize,
}

impl Row<'_> {
    fn raw(&mut self, key: &str, value: &str) {
        self.out.push_str(if self.fields == 0 { "{\"" } else { ",\"" });
        self.fields += 1;
        self.out.push_str(key);
        self.out.push_str("\":");
        self.out.push_str(value);
    }

    fn text(&mut self, key: &str, text: &str) {
        let mut quoted = String::with_capacity(text.len() + 2);
        quote(text, &mut quoted);
        self.raw(key, &quoted);
    }

    fn option(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, &once_encoded(text));
        }
    }

    fn list(&mut self, key: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        let mut list = String::from("[");
        for item in items {
            list.push_str(if list.len() == 1 { "" } else { "," });
            quote(&once_encoded(item), &mut list);
        }
        list.push(']');
        self.raw(key, &list);
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            '\n' => out.push_str("\\n"),
            // So that the text can stand in a page's script.
            '<' | '\u{2028}' | '\u{2029}' | ..' ' if char != ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(char));
            }
            char => out.push(char),
        }
    }
    out.push('"');
}
