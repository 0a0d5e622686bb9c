//! A table with a column for each field, as the WordPress plugin exports one, that a spreadsheet opens as it is:
//! UTF-8 with a byte order mark, RFC 4180, and no cell that it would run as a formula.

use super::{Times, once_encoded, slug, starts_a_formula, times};
use crate::directory::listing::{Field, Listing, write_degrees};

/// The columns that are no texts of a listing.
const COLUMNS: [&str; 17] = [
    "Slug",
    "Day",
    "Time",
    "End Time",
    "Schedule",
    "By Appointment",
    "Timezone",
    "Types",
    "Regions",
    "Attendance Option",
    "Approximate",
    "Latitude",
    "Longitude",
    "Updated",
    "Program",
    "Kind",
    "Service",
];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// Writes a table one listing at a time.
#[derive(Debug)]
pub struct Table(());

impl Table {
    /// Appends the names of the columns.
    pub fn start(out: &mut String) -> Table {
        out.push('\u{feff}');
        let fields = Field::ALL.iter().map(|field| heading(*field));
        line(fields.chain(COLUMNS.map(str::to_owned)), out);
        Table(())
    }

    /// Appends a listing.
    pub fn add(&mut self, listing: &Listing, out: &mut String) {
        let texts = Field::ALL
            .iter()
            .map(|field| listing.text(*field).map(once_encoded).unwrap_or_default().into_owned());
        line(texts.chain(facts(listing)), out);
    }
}

/// Gives what stands in [`COLUMNS`].
fn facts(listing: &Listing) -> [String; COLUMNS.len()] {
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let encoded = |text: &Option<String>| text.as_deref().map(once_encoded).unwrap_or_default().into_owned();
    let joined = |items: &[String], between: &str| {
        items.iter().map(|item| once_encoded(item)).collect::<Vec<_>>().join(between)
    };
    let mut by_appointment = String::new();
    let (mut day, mut start, mut end, mut schedule) = Default::default();
    match times(&listing.slots) {
        Times::None => by_appointment = yes(listing.by_appointment),
        Times::Weekly { days, start: starts, end: ends } => {
            let names = days.iter().filter_map(|day| DAYS.get(usize::from(*day)).copied());
            (day, start, end) =
                (names.collect::<Vec<_>>().join(", "), starts.unwrap_or_default(), ends.unwrap_or_default());
        }
        Times::Words(words) => schedule = words,
    }
    let degrees =
        |degrees: fn(&Listing) -> Option<f32>| degrees(listing).map_or(String::new(), write_degrees);
    [
        slug(listing).to_owned(),
        day,
        start,
        end,
        schedule,
        by_appointment,
        encoded(&listing.zone),
        joined(&listing.types, ", "),
        // A `>` within a name would make two levels of it.
        joined(&listing.regions, "\n").replace('>', "&gt;").replace('\n', " > "),
        listing.attendance.key().to_owned(),
        yes(listing.approximate),
        degrees(|listing| Some(listing.coordinates?.latitude)),
        degrees(|listing| Some(listing.coordinates?.longitude)),
        listing.updated.map_or(String::new(), |date| date.to_string()),
        encoded(&listing.program),
        encoded(&listing.kind),
        yes(listing.service),
    ]
}

/// Gives the name of a field's column: `conference_url` is "Conference Url".
fn heading(field: Field) -> String {
    let words = field.key().split('_').map(|word| {
        let (first, rest) = word.split_at(1.min(word.len()));
        first.to_ascii_uppercase() + rest
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Writes one row: every cell in quotes, and none that a spreadsheet would run.
pub(crate) fn line(cells: impl Iterator<Item = String>, out: &mut String) {
    let before = out.len();
    for cell in cells {
        out.push_str(if out.len() == before { "\"" } else { ",\"" });
        if cell.trim_start_matches('\'').starts_with(starts_a_formula) {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}
