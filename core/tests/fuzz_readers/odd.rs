//! What is put in the place of something sound.

/// Bytes that mean something to a reader.
pub(crate) const SPECIAL: &[u8] =
    b"\0\t\n\r\x1b \"&',;:-/\\<=>[]{}~\x7f\x80\x85\xa0\xe9\xc3\xed\xef\xf0\xfe\xff059eE";
/// Texts that are odd, wrong, hostile, or right somewhere else.
#[rustfmt::skip]
pub(crate) const TEXTS: &[&str] = &[
    "", " ", "0", "6", "7", "-1", "1.0", "1,3", "[1]", "[1, 3]", "1e999", "-1e999", "NaN", "inf", "-0.0", "90.0000001", "-180",
    "99999999999999999999999", "18446744073709551616", "40.7,-73.9", "0,0", "24:00", "23:59", "23:59:59", "00:00", "00:00:00",
    "25:99", "7:05 PM", "12:00 AM", "1800", "830", "2359", "2400", "-1:00", "9am", "noon", "Monday", "Mon-Fri 9:00-17:00",
    "Mon 0:00-24:00; Tue 9-12, 13-17", "2nd and last Tuesday", "5th Sun 23:59-0:01", "2nd Tuesday 19:00", "someday", "by appointment",
    "24/7", "daily", "Sun-Sat", "Sat-Sun 22:00-2:00", "MO,TU", "-1FR,2TU,7MO,0SU", "FREQ=MONTHLY;BYDAY=-1FR", "RRULE:FREQ=WEEKLY;INTERVAL=999999999999;BYDAY=MO",
    "2026-02-30", "9999-12-31", "0000-00-00", "-271821-04-20", "13/13/2026", "10/27/2020", "2020-10-0é", "2026-01-02T10:30:45.123Z",
    "javascript:alert(1)", "https://", "https://[::1]/", "https://a@b.example/", "HTTP://EXAMPLE.org/a b", "example.org/x", "//example.org/x", "https://example.org\\x",
    "https://zoom.us/j/1?pwd=\u{202e}", "https://exa\u{ad}mple.org/", "https://é.example/", "+1 555 555 0100,,123#", "555",
    "in_person", "In-Person", "hybrid", "inactive", "TC", "ONL", "HYBR", "VM", "O,C,ZZ", "[O], [open]", "aa:O", "yes", "no", "true", "AA", "na", "xx",
    "a > b > c", " > ", ">", ",", ", ,", ";", "\"", "\"\"", "'", "'=1+1", "=HYPERLINK(\"x\")", "\t=1", "@x", "-", "--", "~", "x~y", "-2", "x1-2", "__proto__", "../..", "a/b?c#d", "%2e%2e",
    "&amp;", "&amp;amp;lt;", "&#0;", "&#x110000;", "&#xd800;", "&#00000000038;", "&nbsp;", "&#x202e;x", "&amp", "&;", "&#;", "<script>", "&lt;b&gt;",
    "\u{200b}", "\u{feff}x", "\u{a0}x\u{a0}", "\u{2028}", "\u{85}x", "x\u{1}y", "\u{0}", "\r", "\r\n", "a\r\rb", "a\nb\n\n", "\u{202e}x\u{202c}", "\u{3164}", "e\u{301}", "İ", "ﬃ", "ß", "🏳\u{fe0f}\u{200d}🌈", "日曜日", "\u{e0041}", "\u{fdfa}",
];
/// Values that are JSON and no text.
#[rustfmt::skip]
pub(crate) const VALUES: &[&str] = &[
    "null", "true", "false", "0", "-0", "6", "7", "1.0", "-1", "1e999", "-1e-400", "123456789012345678901234567890", "[]", "{}", "[[]]", "[null]",
    "[1,\"3\",null,7]", "{\"0\":1,\"x\":\"3\"}", "[{\"a\":[{}]}]", "\"\\ud83d\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\ud83d\\u0041\"", "[[[830,2400],[2359]]]", "{\"0\":[[0,2400]],\"7\":[[1]]}",
];
/// Names of fields of all formats.
#[rustfmt::skip]
pub(crate) const KEYS: &[&str] = &[
    "name", "slug", "day", "time", "end_time", "types", "regions", "region", "sub_region", "city", "state", "latitude", "longitude", "coordinates", "formatted_address", "timezone",
    "conference_url", "conference_phone", "website", "url", "entity_url", "updated", "approximate", "attendance_option", "schedule", "hours", "kind", "program", "service", "by_appointment",
    "meeting_name", "weekday_tinyint", "start_time", "duration_time", "formats", "venue_type", "world_id", "key_string", "id_bigint", "meetings", "values", "contents", "rows",
    "organization_id", "status", "legal_status", "byday", "bymonthday", "freq", "interval", "rrule", "opens_at", "closes_at", "minimum_age", "last_modified",
    "name1", "frid", "f2", "f3", "all_services", "openHours", "objectId", "src", "id", "email", "languages", "country", "contact_2_name", "contact_name_2",
];
