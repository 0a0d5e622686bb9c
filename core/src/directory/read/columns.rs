//! What the columns of a table mean: the WordPress plugin's export, the Google Sheet of tsml-ui, and any table
//! whose columns say what they hold, in six languages. Each row becomes a row of Meeting Guide JSON.

use super::report::FeedReport;
use crate::decimal::read_decimal;
use crate::directory::listing::Field;
use crate::directory::schedule::read_day;
use crate::fold::fold;
use crate::json::Node;
use std::borrow::Cow;

/// Names of columns in six languages, as [`slug`] has them, behind the field that they mean.
const COLUMNS: &str = include_str!("columns.txt");
/// Fields that a table may name as Meeting Guide does and that have no other name here.
const FIELDS: [&str; 19] = [
    "schedule",
    "sub_sub_region",
    "approximate",
    "url",
    "website_2",
    "mailing_address",
    "venmo",
    "square",
    "paypal",
    "homegroup_online",
    "entity",
    "entity_email",
    "entity_phone",
    "entity_website_url",
    "entity_url",
    "kind",
    "service",
    "by_appointment",
    "other_places",
];
/// In how many rows the names of the columns are looked for: people put titles above them.
const HEADINGS: usize = 10;

/// How many columns of a table count. A row of a million commas is none that people made, and takes seconds to name.
const MOST_COLUMNS: usize = 1_000;

/// The columns of a table, once they are known.
#[derive(Debug, Default)]
pub(super) struct Columns {
    meanings: Vec<Column>,
    /// The first cells of the rows that were no names of columns.
    seen: Vec<String>,
    rows: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    /// A field of Meeting Guide.
    Is(&'static str),
    /// The hours of a day of the week.
    HoursOf(String),
    /// A field of another format, which its own reader knows.
    Own(String),
    Unknown,
}

impl Columns {
    pub(super) fn are_known(&self) -> bool {
        !self.meanings.is_empty()
    }

    /// Takes a row before the columns are known. Says that it can't be a table when none of the first rows names them.
    pub(super) fn learn(&mut self, cells: &[String], report: &mut FeedReport) -> Result<(), ()> {
        self.rows += 1;
        if let Some(columns) = columns_of(cells) {
            let unknown: Vec<&str> = cells
                .iter()
                .zip(&columns)
                .filter(|(cell, column)| **column == Column::Unknown && is_news(cell))
                .map(|(cell, _)| cell.trim())
                .collect();
            if !unknown.is_empty() {
                report.note(format!("These columns are not used: {}.", unknown.join(", ")));
            }
            self.meanings = columns;
            return Ok(());
        }
        let given = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        self.seen.extend(given.take(8).map(|cell| cell.chars().take(40).collect()));
        if self.rows < HEADINGS { Ok(()) } else { Err(()) }
    }

    /// Tells whether there was a row that could have named them.
    pub(super) fn were_looked_for(&self) -> bool {
        self.rows > 0
    }

    /// Gives how the table begins.
    pub(super) fn beginning(&self) -> String {
        self.seen.iter().take(8).map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// Takes the cells of a row; gives a row of Meeting Guide JSON, or nothing for a blank one.
    pub(super) fn row<'c>(&self, cells: &'c [String]) -> Option<Node<'c>> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return None;
        }
        let mut pairs: Vec<(Cow<'c, str>, Node<'c>)> = Vec::with_capacity(self.meanings.len() + 1);
        let mut hours = String::new();
        for (column, cell) in self.meanings.iter().zip(cells) {
            let cell = without_guard(cell);
            let text = Node::Text(Cow::Borrowed(cell));
            match column {
                _ if cell.trim().is_empty() => {}
                Column::Is("regions") => {
                    let levels = cell.split('>').map(|level| Node::Text(Cow::Borrowed(level))).collect();
                    pairs.push((Cow::Borrowed("regions"), Node::List(levels)));
                }
                Column::Is(field) => pairs.push((Cow::Borrowed(field), text)),
                Column::Own(field) => pairs.push((Cow::Owned(field.clone()), text)),
                // What is no hours is most often "closed", in some language.
                Column::HoursOf(day) if cell.contains(|char: char| char.is_ascii_digit()) => {
                    hours.extend([day, " ", cell, "\n"]);
                }
                Column::HoursOf(_) | Column::Unknown => {}
            }
        }
        if !hours.is_empty() {
            pairs.push((Cow::Borrowed("hours"), Node::Text(Cow::Owned(hours))));
        }
        Some(Node::Object(pairs))
    }
}

/// Takes off the apostrophe that keeps a spreadsheet from running a cell as a formula.
fn without_guard(cell: &str) -> &str {
    let bare = cell.trim_start_matches('\'');
    let guarded = bare.len() < cell.len() && bare.starts_with(crate::directory::write::starts_a_formula);
    if guarded { &cell[1..] } else { cell }
}

/// Reads the names of columns; `None` if they have no name for a listing among them.
fn columns_of(cells: &[String]) -> Option<Vec<Column>> {
    let names: Vec<String> = cells.iter().take(MOST_COLUMNS).map(|cell| slug(cell)).collect();
    // BMLT and SAMHSA's locator export their fields as tables, too.
    if names.iter().any(|name| name == "weekday_tinyint" || name == "name1") {
        return Some(names.into_iter().map(Column::Own).collect());
    }
    let mut columns: Vec<Column> = names.iter().map(|name| column(name)).collect();
    // Of several columns for one field the one that has its own name counts, else the first.
    for at in 0..columns.len() {
        if let Column::Is(field) = columns[at] {
            let is_rival = |other: &usize| columns[*other] == Column::Is(field);
            let rivals: Vec<usize> = (0..columns.len()).filter(is_rival).collect();
            let winner = rivals.iter().copied().find(|rival| names[*rival] == field).unwrap_or(rivals[0]);
            rivals
                .into_iter()
                .filter(|rival| *rival != winner)
                .for_each(|rival| columns[rival] = Column::Unknown);
        }
    }
    // A list of organizations or of places has its name there.
    for field in ["name", "group", "location"] {
        if let Some(at) = columns.iter().position(|column| *column == Column::Is(field)) {
            columns[at] = Column::Is("name");
            let others = columns.iter().filter(|column| **column != Column::Unknown).count() > 1;
            return (others || field == "name").then_some(columns);
        }
    }
    None
}

fn column(name: &str) -> Column {
    let fields = COLUMNS.lines().filter_map(|line| line.split_once('\t'));
    let own = fields
        .clone()
        .map(|(field, _)| field)
        .chain(FIELDS)
        .chain(Field::ALL.iter().map(|field| field.key()));
    let own = own.into_iter().find(|field| *field == name);
    let other = || {
        fields.clone().find(|(_, names)| names.split(' ').any(|known| known == name)).map(|(field, _)| field)
    };
    match own.or_else(other) {
        Some(field) => Column::Is(field),
        None if read_day(name).is_some() && read_decimal(name).is_none() => Column::HoursOf(name.to_owned()),
        None => Column::Unknown,
    }
}

/// Folds the name of a column: "Sub Region" is `sub_region`.
fn slug(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// Tells whether a volunteer should hear that a column is not used: not of those about private people, which
/// are left out on purpose, and not of those that only the plugin needs.
fn is_news(cell: &str) -> bool {
    let name = slug(cell);
    !(name.is_empty()
        || name.starts_with("contact")
        || ["id", "author", "last_contact", "data_source", "data_source_name", "edit_url"]
            .contains(&name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_a_column_is_folded_and_means_one_field() {
        let mut seen = Vec::new();
        for (field, names) in COLUMNS.lines().map(|line| line.split_once('\t').unwrap()) {
            assert_eq!(column(field), Column::Is(field));
            for name in names.split(' ') {
                assert_eq!(slug(name), name, "as it would be folded");
                assert!(!seen.contains(&name), "{name} is there twice");
                seen.push(name);
                assert_eq!(column(name), Column::Is(field), "{name}");
            }
        }
    }
}
