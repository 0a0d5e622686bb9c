//! How much of something, or what something costs.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// How much: a number of 0 or more with up to three decimals, never infinite and never "not a number".
///
/// Stored as a whole number of thousandths, so sums are exact in every browser: `2500` is two and a half.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize)]
pub struct Amount(u64);

const MOST: u64 = 1_000_000_000_000;

impl Amount {
    /// Nothing.
    pub const ZERO: Amount = Amount(0);
    /// The greatest amount that one entry may hold: a thousand million.
    pub const MOST: Amount = Amount(MOST);

    /// Takes thousandths; `None` if they are more than [`Amount::MOST`].
    pub fn from_thousandths(thousandths: u64) -> Option<Amount> {
        (thousandths <= MOST).then_some(Amount(thousandths))
    }

    /// Takes a whole number.
    pub fn whole(number: u32) -> Amount {
        Amount((u64::from(number) * 1000).min(MOST))
    }

    /// Takes what a person types: `2`, `2.5`, `2,5`, `.5`; `None` for anything else, also for more than three decimals.
    pub fn parse(text: &str) -> Option<Amount> {
        let text = text.trim();
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole)
            || !digits(part)
            || whole.len() > 10
            || part.len() > 3
            || whole.len() + part.len() == 0
        {
            return None;
        }
        let number =
            |text: &str| text.bytes().fold(0_u64, |sum, byte| sum * 10 + u64::from(byte.wrapping_sub(b'0')));
        let parts = (part.len()..3).fold(number(part), |sum, _| sum * 10);
        Amount::from_thousandths(number(whole) * 1000 + parts)
    }

    /// Gives thousandths.
    pub fn thousandths(self) -> u64 {
        self.0
    }

    /// Gives the value as a number to show; finite.
    pub fn value(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// Gives the text that [`Amount::parse`] reads back: `2.5`.
    pub fn to_text(self) -> String {
        let (whole, part) = (self.0 / 1000, self.0 % 1000);
        if part == 0 {
            return whole.to_string();
        }
        let padded = (1000 + part).to_string();
        format!("{whole}.{}", padded.get(1..).unwrap_or_default().trim_end_matches('0'))
    }

    /// Tells whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Adds; a sum may be greater than what one entry may hold, and stays finite.
    #[must_use]
    pub fn plus(self, other: Amount) -> Amount {
        Amount(self.0.saturating_add(other.0))
    }

    /// Gives so many times the amount.
    #[must_use]
    pub fn times(self, number: u32) -> Amount {
        Amount(self.0.saturating_mul(u64::from(number)))
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        let thousandths = u64::deserialize(deserializer)?;
        Amount::from_thousandths(thousandths).ok_or_else(|| D::Error::custom("an amount nobody means"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, thousandths) in
            [("2", 2000), (" 2.5 ", 2500), ("2,50", 2500), (".5", 500), ("0", 0), ("3.", 3000), ("0.001", 1)]
        {
            assert_eq!(Amount::parse(text).map(Amount::thousandths), Some(thousandths), "{text}");
        }
        for text in ["", ".", "-1", "+1", "1e3", "NaN", "inf", "1.2.3", "0.0001", "99999999999", "1 000", "½"]
        {
            assert_eq!(Amount::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_amount_is_written_as_it_is_read() {
        for (thousandths, text) in [(0, "0"), (2000, "2"), (2500, "2.5"), (1050, "1.05"), (1, "0.001")] {
            let amount = Amount(thousandths);
            assert_eq!(amount.to_text(), text);
            assert_eq!(Amount::parse(text), Some(amount));
        }
    }

    #[test]
    fn only_amounts_that_somebody_can_mean_are_read() {
        assert_eq!(serde_json::from_str::<Amount>("2500").ok(), Some(Amount(2500)));
        assert_eq!(serde_json::to_string(&Amount(2500)).ok().as_deref(), Some("2500"));
        for text in ["-1", "2.5", "1e3", "null", "\"2\"", "1000000000001", "18446744073709551616", "NaN"] {
            assert!(serde_json::from_str::<Amount>(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_sum_is_finite_whatever_is_added(one: u64, other: u64, number: u32) {
            let sum = Amount(one).plus(Amount(other)).times(number);
            prop_assert!(sum.value().is_finite() && sum.value() >= 0.0);
        }

        #[test]
        fn no_text_makes_reading_panic(text in "[-+0-9.,e ½]{0,14}") {
            prop_assert!(Amount::parse(&text).is_none_or(|amount| amount <= Amount::MOST));
        }
    }
}
