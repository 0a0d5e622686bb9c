//! A link as a QR code.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// Longer links make squares too small for the camera of an old phone.
const LONGEST: usize = 800;
/// The white edge that readers need, in squares.
const EDGE: i32 = 4;

/// A QR code, ready to be drawn as an SVG.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Qr {
    /// The width and height, edge included, in squares.
    pub size: u32,
    /// The dark squares as a path: each run of them in a row is a box one square high.
    pub path: String,
}

impl Qr {
    /// Makes the code of a link; `None` if it is too long for one that can be read from a screen.
    pub fn of(link: &str) -> Option<Qr> {
        if link.len() > LONGEST {
            return None;
        }
        let code = QrCode::encode_binary(link.as_bytes(), QrCodeEcc::Low).ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            let mut x = 0;
            while x < code.size() {
                let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
                if run > 0 {
                    let (left, top) = (x + EDGE, y + EDGE);
                    // Writing into a text cannot fail.
                    let _ = write!(path, "M{left} {top}h{run}v1h-{run}z");
                }
                x += run.max(1);
            }
        }
        Some(Qr { size: (code.size() + 2 * EDGE) as u32, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Draws the path as a browser would, eight pixels a square, and has a reader of somebody else's look at it.
    fn seen(qr: &Qr) -> String {
        let scale = 8;
        let side = qr.size as usize * scale;
        let mut dark = vec![false; side * side];
        for part in qr.path.split('M').skip(1) {
            let (start, rest) = part.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let run: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            for row in y * scale..(y + 1) * scale {
                dark[row * side + x * scale..row * side + (x + run) * scale].fill(true);
            }
        }
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(
                side,
                side,
                |x, y| {
                    if dark[y * side + x] { 0 } else { 255 }
                },
            );
        picture.detect_grids().first().unwrap().decode().unwrap().1
    }

    #[test]
    fn another_reader_reads_the_link_back() {
        for length in [1, 40, 120, 300, 500, LONGEST - 28] {
            let link = format!("https://example.org/card#{}", "1A-z_".repeat(length / 5 + 1));
            assert_eq!(seen(&Qr::of(&link).unwrap()), link);
        }
    }

    #[test]
    fn a_link_that_is_too_long_has_no_code() {
        assert_eq!(Qr::of(&"a".repeat(LONGEST + 1)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn every_code_is_read_back(link in "[A-Za-z0-9:/#._-]{1,200}") {
            prop_assert_eq!(seen(&Qr::of(&link).unwrap()), link);
        }
    }
}
