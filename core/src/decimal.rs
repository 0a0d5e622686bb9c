//! Reads a decimal number. std reads every number there is to its last bit, with 14 KB of code and tables, which weigh
//! 20 KB in what a visitor loads: nothing here needs the last bit.

/// Takes a number as people and JSON write it: `-12.50`, `.5`, `1e3`; gives its value, finite, with 14 digits
/// right, and exactly if it has at most 15 and no power of ten over 22; `None` for what is no number or out of range.
pub fn read_decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], exponent_of(&text[at + 1..])?),
        None => (text, 0),
    };
    let mut value = 0_u64;
    let mut shift = 0_i32;
    let (mut any, mut point) = (false, false);
    for byte in digits.bytes() {
        match byte {
            b'.' if !point => point = true,
            b'0'..=b'9' => {
                any = true;
                // Digits that don't fit say only how great the number is.
                let kept = value < 100_000_000_000_000_000;
                if kept {
                    value = value * 10 + u64::from(byte - b'0');
                }
                shift += i32::from(!kept) - i32::from(point);
            }
            _ => return None,
        }
    }
    let scaled = scale(value as f64, exponent.saturating_add(shift));
    (any && scaled.is_finite()).then_some(if negative { -scaled } else { scaled })
}

/// Reads an exponent; one so great that it doesn't fit is as great as counts.
fn exponent_of(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let greatest = if text.starts_with('-') { -1_000_000 } else { 1_000_000 };
    is_number.then(|| text.parse().unwrap_or(greatest))
}

/// Gives `value` times ten to the power of `exponent`.
fn scale(value: f64, exponent: i32) -> f64 {
    // One step where the power is exact; a number nobody means takes several.
    let mut value = value;
    let mut left = exponent.clamp(-700, 700);
    while left != 0 && value != 0.0 {
        let step = left.clamp(-22, 22);
        let power = (0..step.abs()).fold(1.0, |power, _| power * 10.0);
        value = if step > 0 { value * power } else { value / power };
        left -= step;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let cases =
            [("0", 0.0), ("40.7128", 40.7128), ("-74.006", -74.006), ("+1", 1.0), (".5", 0.5), ("5.", 5.0)];
        for (text, value) in cases {
            assert_eq!(read_decimal(text), Some(value), "{text}");
        }
        assert_eq!(read_decimal(" 1e3 "), Some(1000.0));
        assert_eq!(read_decimal("1E-3"), Some(0.001));
        assert_eq!(read_decimal("40.71280000000000000000000000001"), Some(40.7128));
        assert_eq!(read_decimal("0.00000000001"), Some(1e-11));
        assert_eq!(read_decimal("100000000000000000000000"), Some(1e23));
    }

    #[test]
    fn what_is_no_number_has_no_value() {
        for text in [
            "",
            "-",
            ".",
            "e3",
            "1e",
            "1.2.3",
            "12a",
            "0x10",
            "inf",
            "nan",
            "1e999",
            "1e99999999999",
            "--1",
            "½",
        ] {
            assert_eq!(read_decimal(text), None, "{text}");
        }
        assert_eq!(read_decimal("1e-999"), Some(0.0));
    }

    proptest! {
        #[test]
        fn a_number_of_fifteen_digits_is_read_exactly(digits in 0_u64..1_000_000_000_000_000, places in 0_usize..16) {
            let text = format!("{digits:016}");
            let text = format!("{}.{}", &text[..16 - places], &text[16 - places..]);
            prop_assert_eq!(read_decimal(&text), text.parse().ok());
        }

        #[test]
        fn any_other_is_read_to_its_fifteenth_digit(value in -1e300_f64..1e300) {
            for text in [format!("{value:e}"), format!("{value}")] {
                let read = read_decimal(&text).unwrap();
                prop_assert!((read - value).abs() <= value.abs() * 1e-14, "{} {}", read, value);
            }
        }

        #[test]
        fn any_text_is_a_number_where_std_says_so(text in "[-+.eE0-9 ]{0,12}") {
            let known = text.trim().parse::<f64>().ok().filter(|value| value.is_finite());
            prop_assert_eq!(read_decimal(&text).is_some(), known.is_some(), "{}", text);
        }
    }
}
