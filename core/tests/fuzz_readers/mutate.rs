//! Breaks files: in their bytes, and in their values while the rest stays as it was.

use super::odd::{KEYS, SPECIAL, TEXTS, VALUES};
use super::promises::NEXT_FILE;
use super::seeds::PRIVATE;
use std::ops::Range;

/// How long an input may become.
pub(crate) const LONGEST: usize = 64 * 1024;
/// What a reader is given.
#[derive(Clone)]
pub(crate) struct Input {
    pub(crate) bytes: Vec<u8>,
    /// True if only values were changed, so that what was private stands where it stood.
    pub(crate) tidy: bool,
}

impl Input {
    /// Gives a number that an input always has, so that what is random about checking it can be repeated.
    pub(crate) fn hash(&self) -> u64 {
        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        Rng::new(self.bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)).next()
    }
}

/// Random numbers that a seed repeats: SplitMix64, <https://prng.di.unimi.it/splitmix64.c>.
pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) fn new(seed: u64) -> Rng {
        Rng(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Gives a number below another; 0 below 0.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        from.get(self.below(from.len()))
    }

    /// Gives a length from 1 to `most`, small ones far more often.
    fn length(&mut self, most: usize) -> usize {
        let bits = self.below(usize::BITS as usize - most.leading_zeros() as usize + 1);
        (self.below(1 << bits) + 1).min(most.max(1))
    }

    /// Gives how many of the bytes that are left arrive next.
    pub(crate) fn piece(&mut self, left: usize) -> usize {
        if left < 4096 { self.length(left) } else { self.length(left).max(512) }
    }

    fn range(&mut self, length: usize) -> Range<usize> {
        let from = self.below(length);
        from..(from + self.length(length)).min(length)
    }
}

/// Gives one of the inputs, broken in one to six ways.
pub(crate) fn mutant(rng: &mut Rng, pool: &[Input], seeds: usize) -> Input {
    // Half of them begin with a seed: what was found on the way is much, and mostly broken.
    let from = if rng.one_in(2) { rng.pick(&pool[..seeds]) } else { rng.pick(pool) };
    let mut input = from.cloned().unwrap_or(Input { bytes: Vec::new(), tidy: true });
    let tidy = rng.one_in(2);
    for _ in 0..=rng.below(6) {
        if tidy || rng.one_in(2) {
            change_a_value(rng, &mut input.bytes);
        } else {
            input.tidy = false;
            change_bytes(rng, &mut input.bytes, pool);
        }
    }
    input.bytes.truncate(LONGEST);
    input.tidy &= input.bytes.len() < LONGEST;
    input
}

/// Puts something else in the place of a value, or another key in the place of a single value's key.
fn change_a_value(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let is_json = is_json(bytes);
    let (values, keys) = if is_json { parts_of_json(bytes) } else { (cells(bytes), Vec::new()) };
    let holds = |range: &Range<usize>, part: &str| contains(&bytes[range.clone()], part.as_bytes());
    // A sheet's column of private people keeps its name, too.
    let is_free = |range: &&Range<usize>| !holds(range, PRIVATE) && !holds(range, "Contact");
    if is_json && rng.one_in(4) {
        let free: Vec<&Range<usize>> = keys.iter().filter(is_free).collect();
        let (Some(range), Some(key)) = (rng.pick(&free), rng.pick(KEYS)) else { return };
        // The key alone: its value stands behind the colon.
        let key_of = range.start..range.start + end_of_text(&bytes[range.start..]);
        bytes.splice(key_of, format!("\"{key}\"").into_bytes());
        return;
    }
    let free: Vec<&Range<usize>> = values.iter().filter(is_free).collect();
    let Some(range) = rng.pick(&free).map(|range| (*range).clone()) else { return };
    let value = odd_value(rng, is_json);
    bytes.splice(range, value.into_bytes());
}

fn odd_value(rng: &mut Rng, is_json: bool) -> String {
    let mut text = rng.pick(TEXTS).copied().unwrap_or_default().to_owned();
    match rng.below(40) {
        0 => text = "é".repeat(rng.length(12_000)),
        1 => text = text.repeat(rng.length(200)),
        2..=9 => text.push_str(rng.pick(TEXTS).copied().unwrap_or_default()),
        _ => {}
    }
    if !is_json {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    match rng.below(60) {
        0 => format!("{}{}", "[".repeat(120), "]".repeat(120)),
        1 => format!("{}1{}", "{\"a\":".repeat(97), "}".repeat(97)),
        2..=20 => rng.pick(VALUES).copied().unwrap_or("null").to_owned(),
        _ => serde_json::to_string(&text).unwrap_or_default(),
    }
}

fn change_bytes(rng: &mut Rng, bytes: &mut Vec<u8>, pool: &[Input]) {
    let at = rng.below(bytes.len() + 1);
    let range = rng.range(bytes.len());
    match rng.below(16) {
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << rng.below(8)),
        1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = rng.next() as u8),
        2 | 3 => {
            let special = rng.pick(SPECIAL).copied();
            bytes.splice(at..at, special);
        }
        4 | 5 => drop(bytes.drain(range)),
        6 => {
            let copy = bytes[range].to_vec();
            bytes.splice(at..at, copy);
        }
        7 => {
            let copy = bytes[range].to_vec();
            let times = rng.length(LONGEST / copy.len().max(1));
            bytes.splice(at..at, copy.repeat(times));
        }
        8 | 9 => splice(rng, bytes, pool, at),
        10 => bytes.truncate(at),
        11 => drop(bytes.drain(..at)),
        12 => {
            let text = rng.pick(TEXTS).copied().unwrap_or_default();
            bytes.splice(at..at, text.bytes());
        }
        13 => {
            let (Some(from), Some(to)) = (rng.pick(SPECIAL).copied(), rng.pick(SPECIAL).copied()) else {
                return;
            };
            bytes.iter_mut().filter(|byte| **byte == from).for_each(|byte| *byte = to);
        }
        14 => insert_a_field(rng, bytes),
        _ => write_otherwise(rng, bytes),
    }
}

/// Goes on with a part of another input.
fn splice(rng: &mut Rng, bytes: &mut Vec<u8>, pool: &[Input], at: usize) {
    let Some(other) = rng.pick(pool) else { return };
    let part = other.bytes[rng.range(other.bytes.len())].to_vec();
    if rng.one_in(2) {
        bytes.truncate(at);
        bytes.extend_from_slice(&other.bytes[rng.below(other.bytes.len())..]);
    } else {
        bytes.splice(at..at, part);
    }
}

fn insert_a_field(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let objects: Vec<usize> =
        bytes.iter().enumerate().filter(|(_, byte)| **byte == b'{').map(|(at, _)| at + 1).collect();
    let (Some(at), Some(key)) = (rng.pick(&objects).copied(), rng.pick(KEYS)) else { return };
    let field = format!("\"{key}\":{},", odd_value(rng, true));
    bytes.splice(at..at, field.into_bytes());
}

/// Writes the whole in another encoding, or with a byte order mark, or with other line ends or separators.
fn write_otherwise(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mark = if rng.one_in(2) { "\u{feff}" } else { "" };
    *bytes = match rng.below(6) {
        0 => format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        1 => format!("{mark}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
        2 => text.chars().map(|char| u8::try_from(u32::from(char)).unwrap_or(0x93)).collect(),
        3 => text.replace('\n', ["\r", "\r\n", "\n\n", "\n\r"][rng.below(4)]).into_bytes(),
        4 => text.replace(',', [";", "\t", "|"][rng.below(3)]).into_bytes(),
        _ => format!("\u{feff}{text}").into_bytes(),
    };
}

fn is_json(bytes: &[u8]) -> bool {
    matches!(bytes.iter().find(|byte| byte.is_ascii_graphic()), Some(b'{' | b'['))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Gives how long the text is that begins with a quotation mark here.
fn end_of_text(bytes: &[u8]) -> usize {
    let mut escaped = false;
    let ends = |byte: &u8| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    };
    bytes.iter().skip(1).position(ends).map_or(bytes.len(), |at| at + 2)
}

/// Finds the texts, numbers and words of a JSON file, and the keys of such values with these.
fn parts_of_json(bytes: &[u8]) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut values, mut keys) = (Vec::new(), Vec::new());
    let (mut at, mut key) = (0, None);
    while at < bytes.len() {
        let from = at;
        match bytes[at] {
            b'"' => at += end_of_text(&bytes[at..]),
            byte if byte.is_ascii_alphanumeric() || byte == b'-' => {
                let ends = |byte: &u8| b",]} \n\r\t\"".contains(byte);
                at = bytes[at..].iter().position(ends).map_or(bytes.len(), |length| at + length.max(1));
            }
            byte => {
                // Behind a list or an object no single value follows.
                if !byte.is_ascii_whitespace() && byte != b':' {
                    key = None;
                }
                at += 1;
                continue;
            }
        }
        let behind = bytes[at..].iter().find(|byte| !byte.is_ascii_whitespace());
        if behind == Some(&b':') {
            key = Some(from);
        } else {
            keys.extend(key.take().map(|key| key..at));
            values.push(from..at);
        }
    }
    (values, keys)
}

/// Finds the cells of a table, or of several, but for those that name the columns.
fn cells(bytes: &[u8]) -> Vec<Range<usize>> {
    let (mut cells, mut at, mut names_columns) = (Vec::new(), 0, true);
    while at < bytes.len() {
        let from = at;
        if bytes[at] == b'"' {
            at += 1;
            while at < bytes.len() && (bytes[at] != b'"' || bytes.get(at + 1) == Some(&b'"')) {
                at += if bytes[at] == b'"' { 2 } else { 1 };
            }
            at = (at + 1).min(bytes.len());
        } else {
            let ends = |byte: &u8| [b',', b';', b'\t', b'\n', b'\r', NEXT_FILE].contains(byte);
            at = bytes[at..].iter().position(ends).map_or(bytes.len(), |length| at + length);
        }
        if !names_columns {
            cells.push(from..at);
        }
        match bytes.get(at) {
            Some(b'\n' | b'\r') => names_columns = false,
            Some(&NEXT_FILE) => names_columns = true,
            _ => {}
        }
        at += 1;
    }
    cells
}
