//! The directory of a zip archive: which files lie where in it. Unpacking is the browser's.
//!
//! Source: PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. Archives of several parts, of 4 GB and more (Zip64) and
//! encrypted ones are not read: no tracker writes them.

/// One file of an archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Packed<'a> {
    /// Its path, with `/`.
    pub path: String,
    /// Its bytes as they lie there.
    pub bytes: &'a [u8],
    /// Whether they are packed (deflate); else they are the file.
    pub is_deflated: bool,
    /// How many bytes it says it has unpacked.
    pub size: usize,
}

/// No more files are looked at.
const MOST_FILES: usize = 5_000;
/// A file that says it is larger than this is left out: tables of days are small, and an archive may lie.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;

const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";

/// Says whether the bytes begin as an archive does.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(LOCAL)
}

/// Gives the files of an archive whose paths end in one of these; `None` if its directory can't be read. A file that can't
/// be read is left out, and so is one that is too large.
pub fn files<'a>(bytes: &'a [u8], ends: &[&str]) -> Option<Vec<Packed<'a>>> {
    // The end of the directory is followed by a comment of up to 65,535 bytes.
    let from = bytes.len().saturating_sub(65_557);
    let tail = bytes.get(from..)?;
    let end = tail.windows(END.len()).rposition(|window| window == END)?;
    let end = tail.get(end..)?;
    let count = usize::from(u16_at(end, 10)?);
    let mut at = usize::try_from(u32_at(end, 16)?).ok()?;
    let mut found = Vec::new();
    for _ in 0..count.min(MOST_FILES) {
        let entry = bytes.get(at..)?;
        if !entry.starts_with(ENTRY) {
            return None;
        }
        let (name, extra, comment) = (u16_at(entry, 28)?, u16_at(entry, 30)?, u16_at(entry, 32)?);
        let path = String::from_utf8_lossy(entry.get(46..46 + usize::from(name))?).into_owned();
        if ends.iter().any(|end| path.ends_with(end)) {
            found.extend(packed(bytes, entry, path));
        }
        at = at.checked_add(46 + usize::from(name) + usize::from(extra) + usize::from(comment))?;
    }
    Some(found)
}

fn packed<'a>(all: &'a [u8], entry: &[u8], path: String) -> Option<Packed<'a>> {
    let (flags, method) = (u16_at(entry, 8)?, u16_at(entry, 10)?);
    let length = usize::try_from(u32_at(entry, 20)?).ok()?;
    let size = usize::try_from(u32_at(entry, 24)?).ok()?;
    let local = all.get(usize::try_from(u32_at(entry, 42)?).ok()?..)?;
    let is_known = flags & 1 == 0 && matches!(method, 0 | 8) && size <= LARGEST_FILE;
    if !is_known || !local.starts_with(LOCAL) {
        return None;
    }
    let start = 30 + usize::from(u16_at(local, 26)?) + usize::from(u16_at(local, 28)?);
    let bytes = local.get(start..start.checked_add(length)?)?;
    Some(Packed { path, bytes, is_deflated: method == 8, size })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An archive of files that are not packed.
    fn archive(files: &[(&str, &str)]) -> Vec<u8> {
        let (mut bytes, mut directory) = (Vec::new(), Vec::new());
        for (path, text) in files {
            let at = bytes.len() as u32;
            let sizes = [text.len() as u32, text.len() as u32].map(u32::to_le_bytes).concat();
            bytes.extend_from_slice(LOCAL);
            bytes.extend_from_slice(&[0; 14]);
            bytes.extend_from_slice(&sizes);
            bytes.extend_from_slice(&(path.len() as u16).to_le_bytes());
            bytes.extend_from_slice(&[0; 2]);
            bytes.extend_from_slice(path.as_bytes());
            bytes.extend_from_slice(text.as_bytes());
            directory.extend_from_slice(ENTRY);
            directory.extend_from_slice(&[0; 16]);
            directory.extend_from_slice(&sizes);
            directory.extend_from_slice(&(path.len() as u16).to_le_bytes());
            directory.extend_from_slice(&[0; 12]);
            directory.extend_from_slice(&at.to_le_bytes());
            directory.extend_from_slice(path.as_bytes());
        }
        let at = bytes.len() as u32;
        bytes.extend_from_slice(&directory);
        bytes.extend_from_slice(END);
        bytes.extend_from_slice(&[0; 6]);
        bytes.extend_from_slice(&(files.len() as u16).to_le_bytes());
        bytes.extend_from_slice(&(directory.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&at.to_le_bytes());
        bytes.extend_from_slice(&5_u16.to_le_bytes());
        bytes.extend_from_slice(b"words");
        bytes
    }

    #[test]
    fn files_are_found_by_the_end_of_their_path() {
        let bytes = archive(&[("Habits.csv", "a,b"), ("001 Walk/Checkmarks.csv", "c"), ("read.me", "d")]);
        assert!(is_zip(&bytes));
        let found = files(&bytes, &["Habits.csv", "/Checkmarks.csv"]).unwrap();
        let found: Vec<_> = found.iter().map(|file| (file.path.as_str(), file.bytes, file.size)).collect();
        assert_eq!(found, [("Habits.csv", &b"a,b"[..], 3), ("001 Walk/Checkmarks.csv", b"c", 1)]);
    }

    #[test]
    fn an_archive_that_was_cut_or_lies_is_refused() {
        let bytes = archive(&[("Habits.csv", "a,b")]);
        assert_eq!(files(&bytes[..bytes.len() - 30], &[""]), None);
        let mut lies = bytes.clone();
        let at = bytes.windows(4).position(|window| window == ENTRY).unwrap();
        lies[at + 24..at + 28].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(files(&lies, &[""]), Some(Vec::new()), "it says that it has 4 GB");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0..300_usize, byte: u8) {
            let _ = files(&bytes, &[""]);
            let mut broken = archive(&[("a", "text"), ("b/c.csv", "more")]);
            if let Some(held) = broken.get_mut(at) {
                *held = byte;
            }
            for file in files(&broken, &[""]).unwrap_or_default() {
                prop_assert!(file.bytes.len() <= broken.len() && file.size <= LARGEST_FILE);
            }
        }
    }
}
