//! Which names of places, and which postcode, a full address holds.
//!
//! Addresses of many countries are told apart by their commas and digits alone: "…, Philadelphia, PA 19103, USA",
//! "…, London SW1A 1AA, UK", "…, 10115 Berlin, Germany".

/// A name by which people may ask for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// As it is written.
    pub(super) name: String,
    /// What it lies in, if that is known: `PA`.
    pub(super) within: String,
    /// True for a postcode.
    pub(super) postcode: bool,
}

/// Takes a full address; gives its postcode, city and state, the most precise first.
pub(super) fn named_in(address: &str) -> Vec<Named> {
    let mut parts: Vec<&str> =
        address.split(',').map(str::trim).filter(|part| part.chars().any(char::is_alphanumeric)).collect();
    // The country.
    if parts.len() > 2 && parts.last().is_some_and(|part| !has_digit(part)) {
        parts.pop();
    }
    let Some(last) = parts.pop() else { return Vec::new() };
    let (letters, postcode) = split_postcode(last);
    let mut names = Vec::new();
    let mut add = |name: &str, within: &str, postcode| {
        if !name.is_empty() {
            names.push(Named { name: name.to_owned(), within: within.to_owned(), postcode });
        }
    };
    add(&postcode, "", true);
    // A part with a digit is a street or a suite.
    if let Some(city) = parts.pop().filter(|part| !has_digit(part)) {
        add(city, &letters, false);
    }
    add(&letters, "", false);
    names
}

fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

/// Gives the words of a part and its postcode, which stands before or behind them.
fn split_postcode(part: &str) -> (String, String) {
    let words: Vec<&str> = part.split_whitespace().collect();
    let behind = words.iter().rev().take_while(|word| has_digit(word)).count();
    let before = if behind == 0 { words.iter().take_while(|word| has_digit(word)).count() } else { 0 };
    let (codes, letters) = if before > 0 {
        let (codes, letters) = words.split_at(before);
        (codes, letters)
    } else {
        let (letters, codes) = words.split_at(words.len() - behind);
        (codes, letters)
    };
    let code = codes.join(" ");
    // The four digits behind a ZIP code are those of one street.
    let code = code.split_once('-').filter(|(zip, _)| zip.len() == 5).map_or(code.as_str(), |(zip, _)| zip);
    // Shorter ones are numbers of houses and districts: "Dublin 2".
    let is_code = (4..=10).contains(&code.chars().filter(|char| !char.is_whitespace()).count());
    (letters.join(" "), if is_code { code.to_owned() } else { String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(address: &str) -> Vec<String> {
        let write = |named: Named| match (named.postcode, named.within.as_str()) {
            (true, _) => format!("#{}", named.name),
            (_, "") => named.name,
            (_, within) => format!("{} in {within}", named.name),
        };
        named_in(address).into_iter().map(write).collect()
    }

    #[test]
    fn cities_and_postcodes_are_found_in_addresses_of_many_countries() {
        for (address, expected) in [
            ("1 Market St, Philadelphia, PA 19103, USA", vec!["#19103", "Philadelphia in PA", "PA"]),
            ("1 Market St, Philadelphia, PA 19103-1234", vec!["#19103", "Philadelphia in PA", "PA"]),
            ("Philadelphia, PA, USA", vec!["Philadelphia in PA", "PA"]),
            ("10 Downing St, London SW1A 2AA, UK", vec!["#SW1A 2AA", "London"]),
            ("1 King St, Toronto, ON M5V 2T6, Canada", vec!["#M5V 2T6", "Toronto in ON", "ON"]),
            ("Hauptstr. 5, 10115 Berlin, Germany", vec!["#10115", "Berlin"]),
            ("Gatan 1, 111 22 Stockholm, Sweden", vec!["#111 22", "Stockholm"]),
            ("1 George St, Sydney NSW 2000, Australia", vec!["#2000", "Sydney NSW"]),
            ("1 High St, Dublin 2, Ireland", vec!["Dublin"]),
            ("Suite 200, 12345", vec!["#12345"]),
            ("", vec![]),
            (", ,", vec![]),
        ] {
            assert_eq!(names(address), expected, "{address}");
        }
    }

    proptest! {
        #[test]
        fn no_address_makes_reading_panic_and_no_name_is_empty(address in "\\PC{0,60}|[A-Z0-9 ,-]{0,40}") {
            prop_assert!(named_in(&address).iter().all(|named| !named.name.is_empty()));
        }
    }
}
