//! The formats of rows: how each is recognized, and which reader it has.

use super::context::FeedContext;
use super::row::Row;
use super::{Draft, bmlt, hsds, link_sf, meeting_guide, samhsa};
use crate::directory::text::is_visible;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    MeetingGuide,
    Bmlt,
    Hsds,
    Samhsa,
    LinkSf,
}

impl Format {
    /// Recognizes a row by fields that only one format has.
    pub(super) fn of(row: Row<'_, '_>) -> Format {
        let has = |keys: &[&str]| keys.iter().any(|key| row.has(key));
        if has(&["meeting_name", "weekday_tinyint"]) {
            Format::Bmlt
        } else if has(&[
            "service_at_locations",
            "organization_identifiers",
            "legal_status",
            "organization_id",
        ]) || (has(&["status"]) && row.part("organization").is_some())
        {
            Format::Hsds
        } else if has(&["name1", "frid", "all_services", "residential_services"]) {
            Format::Samhsa
        } else if row
            .list("services")
            .iter()
            .any(|service| service.has("openHours") || service.has("facility"))
        {
            Format::LinkSf
        } else {
            Format::MeetingGuide
        }
    }

    /// Gives what people call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Format::MeetingGuide => "Meeting Guide",
            Format::Bmlt => "BMLT",
            Format::Hsds => "Open Referral (HSDS)",
            Format::Samhsa => "SAMHSA",
            Format::LinkSf => "Link-SF",
        }
    }

    /// Gives a row's name, if it has one with something visible in it.
    pub(super) fn name_of(self, row: Row<'_, '_>) -> Option<String> {
        let key = match self {
            Format::Bmlt => "meeting_name",
            Format::Samhsa if row.has("name1") => "name1",
            _ => "name",
        };
        row.line(key).filter(|name| is_visible(name))
    }

    /// Reads a row with a name; gives the listing without its id.
    pub(super) fn read(self, row: Row<'_, '_>, name: String, feed: &mut FeedContext<'_>) -> Draft {
        match self {
            Format::MeetingGuide => meeting_guide::read(row, name, feed),
            Format::Bmlt => bmlt::read(row, name, feed),
            Format::Hsds => hsds::read(row, name, None, feed),
            Format::Samhsa => samhsa::read(row, name, feed),
            Format::LinkSf => link_sf::read(row, name, feed),
        }
    }
}
