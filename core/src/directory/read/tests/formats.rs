//! The formats of JSON besides Meeting Guide's.

use super::*;
use crate::directory::schedule::{Weeks, write_hours};

#[test]
fn bmlt_rows_are_read_with_their_own_names() {
    let (listings, report) = read_as(
        &feed(Some("na")),
        r#"{"meetings":[{"id_bigint":"7","meeting_name":"Living Clean","weekday_tinyint":"1","start_time":"19:30:00","duration_time":"01:30:00",
        "venue_type":"1","formats":"O,D,To,XX","location_text":"Hall","location_street":"1 Main St","location_municipality":"Queens","location_province":"NY",
        "location_postal_code_1":"11101","location_nation":"USA","comments":"Ring the bell","contact_name_1":"Ann","contact_phone_1":"555",
        "service_body_name":"Queens Area","latitude":"40.7","longitude":"-73.9"}],"formats":[]}"#,
    )
    .unwrap();
    let listing = &listings[0];
    assert_eq!(listing.id.0, "list~7");
    assert_eq!(
        listing.slots[0],
        Slot::new(crate::time::Weekday::from_index(0).unwrap(), Some(1170), Some(1260))
    );
    assert_eq!(listing.types, ["O", "DISC", "TOP", "XX"]);
    assert_eq!(listing.text(Field::Address), Some("1 Main St, Queens, NY 11101, USA"));
    assert_eq!(listing.text(Field::District), Some("Queens Area"));
    assert_eq!(listing.attendance, Attendance::InPerson);
    assert!(!format!("{listing:?}").contains("Ann"));
    assert_eq!(report.notes.len(), 1);
}

#[test]
fn a_bmlt_row_without_a_venue_type_follows_its_formats_and_its_address() {
    let is = |fields: &str| {
        let rows = format!(
            r#"[{{"meeting_name":"x","location_municipality":"Queens","location_province":"NY","location_nation":"USA",{fields}}}]"#
        );
        read_as(&feed(Some("na")), &rows).unwrap().0[0].clone()
    };
    let hall = is(r#""location_text":"Hall","venue_type":"""#);
    assert_eq!(hall.text(Field::Address), Some("Hall, Queens, NY, USA"));
    assert_eq!(hall.attendance, Attendance::InPerson);
    assert_eq!(is(r#""location_street":"1 Main St","formats":"O,HY""#).attendance, Attendance::Hybrid);
    assert_eq!(is(r#""location_street":"1 Main St","formats":"VM""#).attendance, Attendance::Online);
    assert_eq!(is(r#""location_street":"1 Main St","formats":"TC""#).attendance, Attendance::Inactive);
    assert_eq!(is(r#""formats":"O""#).attendance, Attendance::Inactive, "a place of three parts is rough");
    assert_eq!(is(r#""weekday_tinyint":"8","start_time":"10:00:00""#).slots, []);
}

#[test]
fn a_bmlt_file_s_own_formats_hold_wherever_they_stand() {
    let meetings = r#""meetings":[
        {"id_bigint":"1","meeting_name":"x","weekday_tinyint":"2","formats":"B,Z,ES,Q","location_street":"1 Main St","location_province":"NY","location_municipality":"Queens","location_nation":"USA"},
        {"id_bigint":"2","meeting_name":"y","weekday_tinyint":"2","formats":"H","location_street":"1 Main St"}]"#;
    // On this server `B` is the basic text, `Z` is online, `H` is hybrid; `Q` has no world id and no default.
    let formats = r#""formats":[{"key_string":"B","world_id":"BT"},{"key_string":"Z","world_id":"VM"},
        {"key_string":"ES","world_id":"LANG"},{"key_string":"H","world_id":"HYBR"},{"key_string":"Q","world_id":""}]"#;
    for text in [format!("{{{meetings},{formats}}}"), format!("{{{formats},{meetings}}}")] {
        for step in [1, 50, 10_000] {
            let (listings, report) = read_bytes(&feed(Some("na")), text.as_bytes(), step).unwrap();
            assert_eq!(listings[0].types, ["BT", "ONL", "ES", "Q"], "{text}");
            assert_eq!(listings[0].attendance, Attendance::Online);
            assert_eq!(listings[1].attendance, Attendance::Hybrid);
            assert_eq!((report.format.as_str(), report.listings), ("BMLT", 2));
        }
    }
    let (listings, _) = read_as(&feed(Some("na")), &format!("{{{meetings}}}")).unwrap();
    assert_eq!(listings[0].types, ["BEG", "Z", "ES", "Q"], "without a list of its own the default keys hold");
}

/// A server that wrote its formats as a list in a text had “[O” and “C]” as codes that nobody can choose.
#[test]
fn bmlt_formats_are_read_without_the_brackets_around_them() {
    let rows = r#"[{"meeting_name":"x","weekday_tinyint":"2","formats":"[O, C]"},{"meeting_name":"y","formats":"[ZZ]"}]"#;
    let (listings, _) = read_as(&feed(Some("na")), rows).unwrap();
    assert_eq!(
        (&listings[0].types[..], &listings[1].types[..]),
        (&["O", "C"].map(str::to_owned)[..], &["ZZ".to_owned()][..])
    );
}

/// A service had an empty phone, and was called open to callers, where its number was a lone quotation mark.
#[test]
fn an_hsds_phone_without_a_number_is_no_phone() {
    let phone = |phones: &str| {
        let text = format!(r#"[{{"name":"x","organization_id":"o","phones":[{phones}]}}]"#);
        let listing = read_as(&feed(None), &text).unwrap().0.remove(0);
        (listing.text(Field::Phone).map(str::to_owned), listing.attendance)
    };
    assert_eq!(phone(r#"{"number":"\""}"#), (None, Attendance::Inactive));
    assert_eq!(phone(r#"{"number":"\" \"","extension":7}"#).0, None);
    assert_eq!(phone(r#"{"number":"\""},{"number":"555-0199"}"#).0.as_deref(), Some("555-0199"));
}

/// A service as HSDS's JSON has it.
const SERVICE: &str = r#"{"id":"s1","name":"Night shelter","description":"Beds for a night.","status":"active",
    "url":"https://example.org/night","email":"desk@example.org","application_process":"Walk in.",
    "fees_description":"Free","minimum_age":18,"eligibility_description":"Anyone","last_modified":"2026-01-02T10:30:45.123Z",
    "organization":{"id":"o1","name":"Example House","website":"example.org/","phones":[{"number":"555-0199"}]},
    "contacts":[{"name":"Ann Persona","email":"ann@example.org","phones":[{"number":"555-0111"}]}],
    "languages":[{"name":"English"},{"name":"Spanish"}],"required_documents":[{"document":"Any ID"}],
    "cost_options":[{"option":"Locker","amount":2,"currency":"usd"}],
    "schedules":[{"freq":"WEEKLY","byday":"FR,MO","opens_at":"18:00","closes_at":"08:00:00Z"},
                 {"freq":"MONTHLY","byday":"2TU,-1FR","opens_at":"10:00","closes_at":"23:59"}],
    "service_at_locations":[
      {"location":{"location_type":"physical","name":"Main building","latitude":"40.7","longitude":-73.9,"transportation":"Bus 7",
        "contacts":[{"name":"Bob Persona"}],
        "addresses":[{"address_type":"postal","address_1":"PO Box 1"},
                     {"address_type":"physical","attention":"A. Persona","address_1":"1 Main St","city":"Riverbend","state_province":"NY","postal_code":"10000","country":"US"}]}},
      {"location":{"location_type":"physical","name":"Annex","addresses":[{"address_1":"2 Oak St","city":"Riverbend"}]}}]}"#;

#[test]
fn an_hsds_service_has_its_place_its_hours_and_no_private_person() {
    for text in [
        SERVICE.to_owned(),
        format!("[{SERVICE}]"),
        format!(r#"{{"total_items":1,"total_pages":1,"contents":[{SERVICE}],"page_number":1}}"#),
    ] {
        let (listings, report) = read_as(&feed(None), &text).unwrap();
        assert_eq!((listings.len(), report.unread, report.unused), (1, 0, 0), "{:?}", report.fields);
        let listing = &listings[0];
        assert_eq!((listing.id.0.as_str(), listing.service), ("list~s1", true));
        assert_eq!(listing.text(Field::Address), Some("1 Main St, Riverbend, NY 10000, US"));
        assert_eq!(listing.text(Field::OtherPlaces), Some("Annex, 2 Oak St, Riverbend"));
        assert_eq!(listing.text(Field::Group), Some("Example House"));
        assert_eq!(listing.text(Field::Phone), Some("555-0199"));
        assert_eq!(listing.text(Field::Cost), Some("Free\nLocker, 2 USD"));
        assert_eq!(listing.text(Field::Eligibility), Some("Anyone\n18+"));
        assert_eq!(listing.text(Field::Languages), Some("English; Spanish"));
        assert_eq!(listing.text(Field::Documents), Some("Any ID"));
        assert_eq!(
            write_hours(&listing.slots),
            "Monday 18:00-08:00; 2nd Tuesday 10:00-24:00; last Friday 10:00-24:00; Friday 18:00-08:00"
        );
        assert_eq!(listing.regions, ["NY", "Riverbend"]);
        assert_eq!(listing.attendance, Attendance::InPerson);
        let all = format!("{listing:?}");
        assert!(!all.contains("Persona") && !all.contains("ann@") && !all.contains("0111"), "{all}");
    }
}

#[test]
fn an_hsds_organization_gives_each_of_its_services() {
    let text = r#"{"id":"o1","name":"Example House","legal_status":"","phones":[{"number":"555-0199"}],
        "services":[{"id":"a","name":"Meals","status":"active"},{"id":"b","name":"Beds","status":"defunct"},{"id":"c"}]}"#;
    let (listings, report) = read_as(&feed(None), text).unwrap();
    let names: Vec<(&str, Option<&str>)> =
        listings.iter().map(|one| (one.name(), one.text(Field::Group))).collect();
    assert_eq!(names, [("Meals", Some("Example House")), ("Beds", Some("Example House"))]);
    assert_eq!(listings[0].attendance, Attendance::Online, "it has only a phone");
    assert_eq!(listings[1].attendance, Attendance::Inactive);
    assert_eq!(report.unread, 1);
}

#[test]
fn a_rule_that_slots_cannot_hold_is_reported_and_its_words_are_kept() {
    let hours = |schedule: &str| {
        let text = format!(r#"[{{"name":"x","organization_id":"o","schedules":[{schedule}]}}]"#);
        let (mut listings, report) = read_as(&feed(None), &text).unwrap();
        (listings.remove(0), report)
    };
    let (listing, report) = hours(
        r#"{"freq":"WEEKLY","interval":2,"byday":"MO","opens_at":"10:00","description":"Every other Monday"}"#,
    );
    assert_eq!((listing.slots.len(), report.fields[0].field.as_str()), (0, "interval"));
    assert_eq!(listing.text(Field::Hours), Some("Every other Monday"));
    let (listing, report) = hours(r#"{"freq":"MONTHLY","bymonthday":"15","opens_at":"10:00"}"#);
    assert_eq!((listing.slots.len(), report.unused), (0, 1));
    let (listing, _) = hours(r#"{"rrule":"RRULE:FREQ=MONTHLY;BYDAY=-1FR","opens_at":"19:00"}"#);
    assert_eq!(listing.slots[0].weeks, Weeks::EVERY.with(-1).unwrap());
    let (listing, _) = hours(r#"{"description":"Mon-Fri 9:00-17:00"}"#);
    assert_eq!((listing.slots.len(), listing.text(Field::Hours)), (5, None));
    let (listing, report) = hours(r#"{"freq":"WEEKLY","byday":"XX,7MO","opens_at":"9am"}"#);
    assert_eq!((listing.slots.len(), report.unused), (0, 3));
}

#[test]
fn rows_of_samhsa_s_locator_say_what_a_place_offers_and_for_whom() {
    let text = r#"{"page":1,"totalPages":1,"recordCount":1,"rows":[{"_irow":1,"name1":"Example Recovery","name2":"Riverbend unit",
        "street1":"1 Main St","street2":"","city":"Riverbend","state":"NY","zip":"10000","phone":"555-0100","website":"http://example.org",
        "latitude":"40.7","longitude":"-73.9","services":[{"f1":"Type of Care","f2":"TC","f3":"Detoxification; Substance use treatment"},
        {"f1":"Payment","f2":"PAY","f3":"Medicaid; No payment accepted"},{"f1":"Special groups","f2":"SG","f3":"Veterans"}]}]}"#;
    let (listings, report) = read_as(&feed(None), text).unwrap();
    let listing = &listings[0];
    assert_eq!((listing.name(), listing.service), ("Example Recovery", true));
    assert_eq!(listing.text(Field::Address), Some("1 Main St, Riverbend, NY 10000, USA"));
    assert_eq!(listing.text(Field::Offers), Some("Detoxification; Substance use treatment"));
    assert_eq!(listing.text(Field::Cost), Some("Medicaid; No payment accepted"));
    assert_eq!(listing.text(Field::Eligibility), Some("Veterans"));
    assert_eq!((report.format.as_str(), listing.attendance), ("SAMHSA", Attendance::InPerson));
    let flat = r#"[{"name":"A","city":"Blythe","state":"CA","zip":"92225","all_services":"Detoxification; Peer support"}]"#;
    let listing = &read_as(&feed(None), flat).unwrap().0[0];
    assert_eq!(listing.text(Field::Address), Some("Blythe, CA 92225, USA"));
    assert_eq!(listing.text(Field::Offers), Some("Detoxification; Peer support"));
}

#[test]
fn a_facility_with_nested_services_is_one_listing_with_the_hours_of_all() {
    let text = r#"[{"name":"Example Center","objectId":"abc","address":"1 Main St. ","city":"Riverbend","phone":"555-0100",
        "location":{"__type":"GeoPoint","latitude":40.7,"longitude":-73.9},"services":[
        {"name":"Lunch","notes":"Come early.","openHours":{"1":[[1130,1300]],"2":[[1130,1300]]}},
        {"name":"Shelter","openHours":{"0":[[0,2359]],"9":[[0,1]],"3":[[99,2500]]}}]}]"#;
    let (listings, report) = read_as(&feed(None), text).unwrap();
    let listing = &listings[0];
    assert_eq!(write_hours(&listing.slots), "Sunday 00:00-24:00; Monday 11:30-13:00; Tuesday 11:30-13:00");
    assert_eq!(listing.text(Field::Offers), Some("Lunch, Shelter"));
    assert_eq!(listing.text(Field::Description), Some("Lunch: Come early.\n\nShelter"));
    assert!(listing.coordinates.is_some());
    assert_eq!(report.unused, 2, "a ninth day, and 25 hours");
}

#[test]
fn a_meeting_may_be_monthly_or_by_appointment() {
    let listing = row(r#""day":"2nd and last Tuesday","time":"19:00""#);
    assert_eq!(listing.slots[0].weeks.list().collect::<Vec<_>>(), [2, -1]);
    assert!(!listing.by_appointment);
    for fields in [r#""notes":"x""#, r#""day":"By appointment""#, r#""day":"","time":"""#] {
        assert!(row(fields).by_appointment, "{fields}");
    }
    assert!(!row(r#""day":"someday""#).by_appointment);
    let listing = row(r#""schedule":"Mon 9:00-12:00, 13:00-17:00; last Fri 18:00""#);
    assert_eq!(listing.slots.len(), 3);
    let listing = row(r#""hours":"whenever""#);
    assert_eq!((listing.slots.len(), listing.text(Field::Hours)), (0, Some("whenever")));
}

#[test]
fn a_row_may_name_its_own_program() {
    let (listings, report) = read(
        r#"[{"name":"a","program":"Al-Anon","types":["POA"]},{"name":"b","types":["POA"]},{"name":"c","program":"zz"}]"#,
    );
    let programs: Vec<Option<&str>> = listings.iter().map(|one| one.program.as_deref()).collect();
    assert_eq!(programs, [Some("al-anon"), Some("aa"), Some("aa")]);
    assert_eq!(listings[0].codes_of.as_deref(), Some("al-anon"));
    assert_eq!((report.unused, report.fields[0].field.as_str()), (1, "program"));
}

#[test]
fn a_feed_is_as_old_as_its_newest_row() {
    let today = crate::time::Date::parse("2026-11-22").unwrap();
    let age = |updated: &str| {
        let text = format!(
            r#"[{{"name":"a","updated":"2020-01-01"}},{{"name":"b","updated":"{updated}"}},{{"name":"c"}}]"#
        );
        read(&text).1.is_old(today)
    };
    assert!(age("2026-08-23"), "91 days");
    assert!(!age("2026-08-24"), "90 days");
    assert!(!read(r#"[{"name":"a"}]"#).1.is_old(today), "a feed without dates is not called old");
}
