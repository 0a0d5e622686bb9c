//! Fuzzing: no bytes make a reader panic, and whatever it makes of them holds what is promised of a listing.
//!
//! A target per format of feeds, and one for `site.json`. Each begins with small files as they are in the field,
//! breaks them in their bytes and in their values, and hands them over in pieces of any length. `make test-long`
//! gives each ten minutes (`ALONGSIDE_FUZZ_SECONDS`); `make test` only as long as it takes to see that they work.
//!
//! An input that breaks a promise is kept in `target/fuzz/`, and what is printed says how to run it again.

#![expect(clippy::expect_used, reason = "a test stops where a promise is broken")]

mod mutate;
mod odd;
mod promises;
mod run;
mod seeds;
mod site;

use promises::Check;
use run::Target;

/// A test that fuzzes for long and one that only begins, for each target.
macro_rules! targets {
    ($($name:ident $target:expr;)*) => {
        $(mod $name {
            use super::*;

            #[test]
            #[ignore = "long"]
            fn hold_their_promises_whatever_the_bytes() {
                run::for_long(&$target);
            }

            #[test]
            fn are_read_whole_and_hold_their_promises_when_a_few_bytes_break() {
                run::for_a_moment(&$target);
            }
        })*
    };
}

targets! {
    meeting_guide_json Target::feed("meeting_guide_json", seeds::meeting_guide(), Check::of("aa"));
    plugin_tables Target::feed("plugin_tables", seeds::plugin_tables(), Check::of("aa"));
    google_sheets Target::feed("google_sheets", seeds::google_sheets(), Check::of("aa"));
    bmlt_lists Target::feed("bmlt_lists", seeds::bmlt_lists(), Check::of("na").with_own_codes());
    bmlt_objects Target::feed("bmlt_objects", seeds::bmlt_objects(), Check::of("na").with_own_codes());
    hsds_json Target::feed("hsds_json", seeds::hsds_json(), Check::services());
    hsds_tables Target::feed("hsds_tables", seeds::hsds_tables(), Check::tables());
    samhsa_json Target::feed("samhsa_json", seeds::samhsa(), Check::services());
    link_sf_json Target::feed("link_sf_json", seeds::link_sf(), Check::services());
    any_tables Target::feed("any_tables", seeds::any_tables(), Check::default().with_own_codes());
    site_settings Target { name: "site_settings", seeds: seeds::sites(), check: Box::new(site::check) };
}
