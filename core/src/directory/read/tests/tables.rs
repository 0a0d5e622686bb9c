//! Tables: the plugin's export, the Google Sheet, and any whose columns say what they hold.

use super::*;
use crate::directory::schedule::write_hours;

/// One meeting in a table with these names of columns: name, day, time, end, types, address.
fn meeting(heading: &str, day: &str) -> Listing {
    let text =
        format!("{heading}\nHope,{day},7:00 PM,8:00 PM,\"O, BE\",\"1 Main St, Riverbend, NY 10000, USA\"\n");
    let (mut listings, report) = read(&text);
    assert_eq!(
        (report.unused, report.notes.len()),
        (0, 0),
        "{heading}: {:?} {:?}",
        report.fields,
        report.notes
    );
    listings.remove(0)
}

#[test]
fn columns_and_days_are_named_in_six_languages() {
    let english = meeting("Name,Day,Time,End Time,Types,Address", "Tuesday");
    assert_eq!(write_hours(&english.slots), "Tuesday 19:00-20:00");
    assert_eq!(english.types, ["O", "BE"]);
    assert_eq!(english.text(Field::Address), Some("1 Main St, Riverbend, NY 10000, USA"));
    for (heading, day) in [
        ("Nombre,Día,Hora,Hora de fin,Tipos,Dirección completa", "Martes"),
        ("Nom,Jour,Heure,Heure de fin,Types,Adresse complète", "mardi"),
        ("名前,曜日,開始時間,終了時間,タイプ,住所", "火曜日"),
        ("名前,曜日,時間,終了時間,種類,住所", "火"),
        ("Namn,Dag,Starttid,Sluttid,Typer,Adress", "Tisdag"),
        ("Názov,Deň,Čas,Koniec,Typy,Adresa", "Utorok"),
        ("MEETING NAME , day of week,start time,END,type,full address", "Tue"),
        ("name,day,time,end_time,types,formatted_address", "2"),
    ] {
        assert_eq!(meeting(heading, day), english, "{heading}");
    }
}

#[test]
fn the_same_table_is_read_in_every_separator_and_encoding() {
    let text = "Name;Day;Time;Notes\r\nCafé Hoffnung;Monday;19:00;“quiet” – über\r\n";
    let expected = read(text).0;
    assert_eq!(expected[0].text(Field::Notes), Some("“quiet” – über"));
    let utf16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(to_bytes).collect()
    };
    let windows: Vec<u8> = text
        .chars()
        .map(|char| match char {
            '“' => 0x93,
            '”' => 0x94,
            '–' => 0x96,
            char => char as u8,
        })
        .collect();
    let files = [
        text.replace(';', ",").into_bytes(),
        text.replace(';', "\t").into_bytes(),
        format!("\u{feff}{text}").into_bytes(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        windows,
    ];
    for file in &files {
        for step in [1, 5, 1000] {
            assert_eq!(read_bytes(&feed(Some("aa")), file, step).unwrap().0, expected);
        }
    }
}

#[test]
fn a_google_sheet_gives_what_its_csv_gives() {
    let sheet = r#"{"range":"A1:F","majorDimension":"ROWS","values":[
        ["ID","Name","Day","Time","Types","Full Address","Regions","Updated","Approximate"],
        ["a","Hope","Monday","7:00 PM","Abierta, Newcomer, XYZ","1 Main St, Riverbend, NY 10000, USA","North > Riverbend","10/27/2020",true],
        [],
        ["b","Faith",3],
        ["c"],
        7]}"#;
    let (listings, report) = read(sheet);
    let csv = "ID,Name,Day,Time,Types,Full Address,Regions,Updated,Approximate\n\
        a,Hope,Monday,7:00 PM,\"Abierta, Newcomer, XYZ\",\"1 Main St, Riverbend, NY 10000, USA\",North > Riverbend,10/27/2020,TRUE\n\
        ,,,\n\
        b,Faith,3\n\
        c,\n";
    let (of_csv, report_of_csv) = read(csv);
    assert_eq!(listings, of_csv);
    assert_eq!(listings[0].regions, ["North", "Riverbend"]);
    assert_eq!(listings[0].types, ["O", "BE", "XYZ"]);
    assert_eq!(listings[0].updated, crate::time::Date::parse("2020-10-27"));
    assert!(listings[0].approximate);
    let rows = |report: &FeedReport| report.rows.iter().map(|row| row.row).collect::<Vec<_>>();
    assert_eq!((rows(&report), rows(&report_of_csv)), (vec![5, 6], vec![5]), "numbers are the spreadsheet's");
}

#[test]
fn of_the_plugin_s_export_private_people_and_what_it_needs_itself_are_left_out() {
    let text = "\"Name\",\"Day\",\"Time\",\"Slug\",\"Email\",\"Contact 1 Name\",\"Contact 1 Phone\",\"Author\",\"ID\",\"Knitting\"\n\
        \"Hope\",\"Monday\",\"7:00 PM\",\"hope\",\"group@example.org\",\"Ann\",\"555-0111\",\"bob\",\"17\",\"yes\"\n";
    let (listings, report) = read(text);
    assert_eq!(listings[0].id.0, "list~hope", "the slug and not the number");
    assert_eq!(listings[0].text(Field::Email), Some("group@example.org"));
    let all = format!("{listings:?}");
    assert!(!all.contains("Ann") && !all.contains("0111") && !all.contains("bob"), "{all}");
    assert_eq!(report.notes, ["These columns are not used: Knitting."]);
}

#[test]
fn a_table_of_services_may_have_a_column_for_each_day() {
    let services = Feed { kind: Some("food".to_owned()), ..feed(None) };
    let text = "Our list\n\nOrganization,Street,City,State,Zip,Telephone,Monday,Tue,Sunday,Web site\n\
        Example Pantry,1 Main St,Riverbend,NY,10000,555-0100,9am-12pm,\"9:00-12:00, 13:00-15:00\",closed,http://example.org\n";
    let (listings, report) = read_as(&services, text).unwrap();
    let listing = &listings[0];
    assert_eq!((listing.name(), listing.service, report.unused), ("Example Pantry", true, 0));
    assert_eq!(write_hours(&listing.slots), "Monday 09:00-12:00; Tuesday 09:00-12:00; Tuesday 13:00-15:00");
    assert_eq!(listing.text(Field::Address), Some("1 Main St, Riverbend, NY 10000, USA"));
    assert_eq!(listing.regions, ["Riverbend"]);
    assert_eq!(report.format, "table");
}

#[test]
fn other_formats_fields_may_come_as_a_table() {
    let bmlt = "id_bigint,meeting_name,weekday_tinyint,start_time,duration_time,formats,venue_type\n\
        7,Living Clean,1,19:30:00,01:00:00,\"O,C\",1\n";
    let (listings, report) = read_as(&feed(Some("na")), bmlt).unwrap();
    assert_eq!((write_hours(&listings[0].slots).as_str(), report.unused), ("Sunday 19:30-20:30", 0));
    assert_eq!((listings[0].id.0.as_str(), listings[0].types.len()), ("list~7", 2));
    let samhsa = "name1,name2,street1,city,state,zip,phone\nExample Recovery,Unit,1 Main St,Riverbend,NY,10000,555-0100\n";
    let (listings, _) = read_as(&feed(None), samhsa).unwrap();
    assert_eq!(listings[0].text(Field::Address), Some("1 Main St, Riverbend, NY 10000, USA"));
    assert!(listings[0].service);
}

#[test]
fn what_is_no_table_says_what_was_expected() {
    let error = |bytes: &[u8]| read_bytes(&feed(None), bytes, 3).map(|_| ()).unwrap_err();
    assert_eq!(error(b"nothing, of the kind\n"), FeedError::NoColumns("nothing, of the kind".to_owned()));
    assert_eq!(error(b" \"x\" "), FeedError::NoColumns("x".to_owned()));
    assert_eq!(error(b"PK\x03\x04...."), FeedError::Packed);
    assert_eq!(error(b"%PDF-1.7"), FeedError::Packed);
    assert_eq!(error(b"\n <!doctype html>"), FeedError::Html);
    assert_eq!(error(b"\n \r\n"), FeedError::Empty);
    assert_eq!(error(b""), FeedError::Empty);
    let many = "a,b\n".repeat(100);
    assert!(error(many.as_bytes()).to_string().contains("“Name”"));
    assert!(read("Name,Day\n").1.is_empty(), "a table of names of columns only has no rows");
    assert!(read(r#"{"values":[]}"#).1.is_empty());
}

#[test]
fn each_row_of_a_table_that_is_left_out_or_odd_is_named_as_in_the_spreadsheet() {
    let (listings, report) = read("Name,Day,Time\n\nHope,Someday,25:00\n,Monday,19:00\nFaith,Monday,19:00\n");
    assert_eq!((listings.len(), report.unread, report.unused), (2, 1, 2));
    assert_eq!((report.rows[0].row, report.rows[0].field.as_str()), (4, "name"));
    let said = |at: usize| {
        let one = &report.fields[at];
        (one.row, one.begins.as_str(), one.field.as_str(), one.value.as_str())
    };
    assert_eq!(said(0), (3, "Hope", "time", "25:00"));
    assert_eq!(said(1), (3, "Hope", "day", "Someday"));
}

/// Blank lines at the top were lost where the first bytes to arrive held no more than those, so that rows
/// were named by other numbers than the spreadsheet's.
#[test]
fn blank_lines_at_the_top_of_a_table_count_however_it_arrives() {
    let text = "\n\n\n\n\nName,Day\nHope,Monday\n,Monday\n";
    let whole = read_bytes(&feed(None), text.as_bytes(), usize::MAX).unwrap();
    assert_eq!((whole.0[0].name(), whole.1.rows[0].row), ("Hope", 8));
    for step in 1..8 {
        assert_eq!(read_bytes(&feed(None), text.as_bytes(), step).unwrap(), whole, "{step}");
    }
}

/// A title or a blank line settled that commas separate, and of a table with semicolons no column was known.
#[test]
fn a_table_with_semicolons_may_have_a_title_above() {
    for above in ["Our list\n", "\n", "\n\n“Our list”\n\n"] {
        for text in ["Name;Day\nHope;Monday\n", "Name\tDay\nHope\tMonday\n"] {
            let (listings, _) = read(&format!("{above}{text}"));
            assert_eq!((listings[0].name(), listings[0].slots.len()), ("Hope", 1), "{above}{text}");
        }
    }
}

/// A sheet without columns that is not whole either was called one or the other, as its pieces fell.
#[test]
fn of_two_reasons_why_a_feed_cannot_be_read_the_first_in_the_file_is_given() {
    let rows = r#"["Hope","Monday"],"#.repeat(12);
    let text = format!(r#"{{"values":[{rows}]}} and more"#);
    for step in [1, 50, usize::MAX] {
        let error = read_bytes(&feed(None), text.as_bytes(), step).map(|_| ()).unwrap_err();
        assert!(matches!(error, FeedError::NoColumns(_)), "{step}: {error:?}");
    }
}

/// Each of the empty names in a row of a million commas was looked up, which held the worker for seconds.
#[test]
fn columns_far_to_the_right_do_not_count() {
    let with_name_behind = |commas: usize| format!("{}Name,Day\n", ",".repeat(commas));
    let is_read = |text: &str| read_bytes(&feed(None), text.as_bytes(), usize::MAX).is_ok();
    assert!(is_read(&with_name_behind(998)));
    assert!(!is_read(&with_name_behind(1_000)));
    let (listings, _) = read(&format!("Name,Day{}\nHope,Monday{}\n", ",".repeat(5_000), ",x".repeat(5_000)));
    assert_eq!((listings[0].name(), listings[0].slots.len()), ("Hope", 1));
}
