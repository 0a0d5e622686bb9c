//! One record for a meeting and for a service.

use super::schedule::Slot;
use crate::json::{Node, Read};
use crate::time::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The id of a listing: `<feed>~<slug>`, safe in an address, the same at every visit while the slug stays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ListingId(pub String);

impl fmt::Display for ListingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a listing can be attended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// At a place.
    InPerson,
    /// By video or phone.
    Online,
    /// Both.
    Hybrid,
    /// Neither now: it is shown, marked.
    Inactive,
}

impl Read for Attendance {
    fn read(node: Option<&Node<'_>>) -> Option<Attendance> {
        let key = node?.text()?;
        Attendance::ALL.into_iter().find(|attendance| attendance.key() == key)
    }
}

impl Attendance {
    /// All of them.
    pub const ALL: [Attendance; 4] =
        [Attendance::InPerson, Attendance::Online, Attendance::Hybrid, Attendance::Inactive];

    /// Gives the word used in feeds and addresses: `in_person`.
    pub fn key(self) -> &'static str {
        match self {
            Attendance::InPerson => "in_person",
            Attendance::Online => "online",
            Attendance::Hybrid => "hybrid",
            Attendance::Inactive => "inactive",
        }
    }

    /// Reads one of the four words, ignoring case, with a space or `-` for `_`.
    pub fn read(text: &str) -> Option<Attendance> {
        let word = text.trim().to_ascii_lowercase().replace([' ', '-'], "_");
        Attendance::ALL.into_iter().find(|attendance| attendance.key() == word)
    }

    /// Tells whether people can come to a place.
    pub fn at_a_place(self) -> bool {
        matches!(self, Attendance::InPerson | Attendance::Hybrid)
    }

    /// Tells whether people can join from afar.
    pub fn from_afar(self) -> bool {
        matches!(self, Attendance::Online | Attendance::Hybrid)
    }

    /// Gives what a listing is that can, or can't, be attended at a place and from afar.
    pub(crate) fn of(at_a_place: bool, from_afar: bool) -> Attendance {
        match (at_a_place, from_afar) {
            (true, true) => Attendance::Hybrid,
            (true, false) => Attendance::InPerson,
            (false, true) => Attendance::Online,
            (false, false) => Attendance::Inactive,
        }
    }
}

impl Read for Field {
    fn read(node: Option<&Node<'_>>) -> Option<Field> {
        let key = node?.text()?;
        Field::ALL.iter().copied().find(|field| field.key() == key)
    }
}

macro_rules! fields {
    ($($(#[doc = $doc:literal])+ $name:ident $key:literal $searched:literal,)+) => {
        /// The texts that a listing can have besides its regions and types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[repr(u8)]
        pub enum Field { $($(#[doc = $doc])+ #[serde(rename = $key)] $name,)+ }

        impl Field {
            /// All of them.
            pub const ALL: &[Field] = &[$(Field::$name),+];

            /// Tells whether words are searched in it.
            pub fn is_searched(self) -> bool {
                match self { $(Field::$name => $searched,)+ }
            }

            /// Gives the field's key in Meeting Guide JSON.
            pub fn key(self) -> &'static str {
                match self { $(Field::$name => $key,)+ }
            }
        }
    };
}

fields! {
    /// What it is called.
    Name "name" true,
    /// The group that holds it.
    Group "group" true,
    /// The place's name.
    Location "location" true,
    /// The full address.
    Address "formatted_address" true,
    /// Notes on the meeting.
    Notes "notes" true,
    /// Notes on the place.
    LocationNotes "location_notes" true,
    /// Notes on the group.
    GroupNotes "group_notes" true,
    /// The district, or BMLT's service body.
    District "district" true,
    /// The part of the district.
    SubDistrict "sub_district" true,
    /// What a service is.
    Description "description" true,
    /// What a service offers.
    Offers "services" true,
    /// An https link to join.
    JoinLink "conference_url" false,
    /// How to join: a passcode, a waiting room.
    JoinNotes "conference_url_notes" false,
    /// A number to dial in.
    DialIn "conference_phone" false,
    /// How to dial in.
    DialInNotes "conference_phone_notes" false,
    /// The listing's own page, as https.
    Url "url" false,
    /// The group's website, as https.
    Website "website" false,
    /// The group's second website, as https.
    Website2 "website_2" false,
    /// The group's mail address.
    Email "email" false,
    /// The group's phone.
    Phone "phone" false,
    /// The group's postal address.
    MailingAddress "mailing_address" false,
    /// Contributions by Venmo.
    Venmo "venmo" false,
    /// Contributions by Square.
    Square "square" false,
    /// Contributions by PayPal.
    Paypal "paypal" false,
    /// The group's page on Homegroup Online.
    HomegroupOnline "homegroup_online" false,
    /// The organization that answers for it.
    Entity "entity" false,
    /// That organization's website, as https.
    EntityUrl "entity_website_url" false,
    /// That organization's phone.
    EntityPhone "entity_phone" false,
    /// That organization's mail address.
    EntityEmail "entity_email" false,
    /// What a service costs.
    Cost "cost" false,
    /// Who a service is for.
    Eligibility "eligibility" false,
    /// When it is open or takes place, in words, where slots can't say it.
    Hours "hours" false,
    /// How to get in: walk in, call, bring a referral.
    Admission "admission" false,
    /// What to bring.
    Documents "documents" false,
    /// The languages that are spoken.
    Languages "languages" false,
    /// Whether people with disabilities can use the place.
    Accessibility "accessibility" false,
    /// How to get there.
    Transit "transit" false,
    /// The full addresses of its other places.
    OtherPlaces "other_places" true,
}

/// A place on the globe: degrees north and east; finite, in range, never (0, 0).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// -90 to 90.
    pub latitude: f32,
    /// -180 to 180.
    pub longitude: f32,
}

/// Degrees are kept to seven decimals, which is a centimeter.
const UNITS: f64 = 1e7;

impl Coordinates {
    /// Takes degrees; gives `None` for what is no place.
    pub fn new(latitude: f64, longitude: f64) -> Option<Coordinates> {
        let fits =
            latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && (latitude != 0.0 || longitude != 0.0);
        let rounded = |degrees: f64| ((degrees * UNITS).round() / UNITS) as f32;
        fits.then(|| Coordinates { latitude: rounded(latitude), longitude: rounded(longitude) })
    }
}

/// Writes degrees so that they are read back equal. std writes every number there is, with 12 KB more in the worker.
pub(crate) fn write_degrees(degrees: f32) -> String {
    let units = (f64::from(degrees) * UNITS).round() as i64;
    let sign = if units < 0 { "-" } else { "" };
    let (whole, part) = (units.abs() / UNITS as i64, units.abs() % UNITS as i64);
    let text = format!("{sign}{whole}.{part:07}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// One row of the directory: a meeting or a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Its id.
    pub id: ListingId,
    /// True for a service, false for a meeting.
    pub service: bool,
    /// Key of the program whose meeting it is.
    pub program: Option<String>,
    /// Key of the program whose names its type codes have; that of its program where it has one.
    pub codes_of: Option<String>,
    /// Id of its kind of support.
    pub kind: Option<String>,
    /// Its texts in the order of [`Field::ALL`]; a field occurs once at most, [`Field::Name`] always.
    pub texts: Vec<(Field, String)>,
    /// Its regions, most general first.
    pub regions: Vec<String>,
    /// Its type codes, as its program writes them.
    pub types: Vec<String>,
    /// Its slots; for a service its opening hours.
    pub slots: Vec<Slot>,
    /// True if it has no set times: people make an appointment.
    pub by_appointment: bool,
    /// The zone's name as the row gives it.
    pub zone: Option<String>,
    /// How it can be attended.
    pub attendance: Attendance,
    /// Where it is.
    pub coordinates: Option<Coordinates>,
    /// True if its place is only known roughly.
    pub approximate: bool,
    /// When its record was last changed.
    pub updated: Option<Date>,
}

impl Listing {
    /// Takes a name; gives a meeting of which nothing else is known.
    pub(crate) fn named(name: String) -> Listing {
        Listing {
            id: ListingId(String::new()),
            service: false,
            program: None,
            codes_of: None,
            kind: None,
            texts: vec![(Field::Name, name)],
            regions: Vec::new(),
            types: Vec::new(),
            slots: Vec::new(),
            by_appointment: false,
            zone: None,
            attendance: Attendance::Inactive,
            coordinates: None,
            approximate: false,
            updated: None,
        }
    }

    /// Sets one of its texts, if it is given and not set yet.
    #[inline(never)]
    pub(crate) fn set(&mut self, field: Field, text: Option<String>) {
        let Some(text) = text else { return };
        let at = self.texts.iter().position(|(other, _)| *other >= field).unwrap_or(self.texts.len());
        if self.texts.get(at).is_none_or(|(other, _)| *other != field) {
            self.texts.insert(at, (field, text));
        }
    }

    /// Tells whether it has one of its texts.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.text(field).is_some()
    }

    /// Gives one of its texts.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.texts.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }

    /// Gives what it is called.
    pub fn name(&self) -> &str {
        self.text(Field::Name).unwrap_or_default()
    }
}

/// After how many days without a change a listing or a feed is old, and it is said.
pub const OLD_AFTER: i32 = 90;

/// Tells whether something that was last changed on a date is old today. What has no date is not called old.
pub fn is_old(updated: Option<Date>, today: Date) -> bool {
    updated.is_some_and(|updated| today.days_since(updated) > OLD_AFTER)
}
