//! What a restore writes, and what takes it back.

use super::compare::{Compared, Preview, State, is_tombstone};
use super::text::with_revision;
use crate::records::archive::{Archived, MOST, pack};
use crate::records::form::{Form, look};
use crate::records::{Key, MAX_REVISION, Reading, Record};
use crate::tracker::Event;

/// What the person wants besides what a restore does anyway.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Ticked {
    /// To have back what was deleted here.
    pub deleted: bool,
    /// To take over the settings of the file.
    pub settings: bool,
}

/// What a restore writes. Write `set_aside` somewhere first, then `writes` into every copy; they may be interrupted
/// anywhere, and the same restore then writes the rest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Restore {
    /// Texts that are about to be replaced and that nobody can read: keep them elsewhere.
    pub set_aside: Vec<(Key, String)>,
    /// What to write.
    pub writes: Vec<(Key, String)>,
    /// What takes it back: every record as it was, in a later revision. A record that was not here becomes a tombstone,
    /// so that no copy brings it back; a later restore lists it as deleted here.
    pub undo: Vec<(Key, String)>,
}

/// Gives what a restore writes. The same file a second time writes nothing.
pub fn restore(preview: &Preview, ticked: Ticked) -> Restore {
    let mut restore = Restore::default();
    let (mut folded, mut undo_folded) = (Archived::new(), Archived::new());
    for one in &preview.records {
        let Some(text) = written(one, ticked) else { continue };
        let undo = undone(one, &text);
        if let Some(here) = &one.here
            && look(here) == Form::Unreadable
        {
            restore.set_aside.push((one.key.clone(), here.clone()));
        }
        put(&mut folded, &mut restore.writes, one, text);
        if let Some(undo) = undo {
            put(&mut undo_folded, &mut restore.undo, one, undo);
        }
    }
    put_parts(&folded, &mut restore.writes);
    put_parts(&undo_folded, &mut restore.undo);
    restore
}

/// Counts the records that would be another, come back or go. Marks of what isn't here anyway are none.
pub fn changes(preview: &Preview, ticked: Ticked) -> usize {
    preview.records.iter().filter(|one| one.state != State::Gone && is_written(one, ticked)).count()
}

fn is_written(one: &Compared, ticked: Ticked) -> bool {
    let is_wanted = match one.state {
        _ if one.key == Key::Settings => ticked.settings && one.state != State::Same,
        State::New | State::NewerInFile | State::DeletedInFile | State::Gone => true,
        State::DeletedHere => ticked.deleted,
        State::Same | State::OlderInFile => false,
    };
    // What a newer version wrote is not touched, also not by a wish.
    let is_touchable = one.here.as_deref().is_none_or(|here| look(here) != Form::Newer);
    is_wanted && is_touchable
}

/// The text that is written for a record; `None` if what is here stays.
fn written(one: &Compared, ticked: Ticked) -> Option<String> {
    if !is_written(one, ticked) {
        return None;
    }
    let here = one.here.as_deref().map_or(0, revision);
    let stays = matches!(one.state, State::OlderInFile | State::DeletedHere);
    if stays && revision(&one.file) <= here {
        with_revision(&one.file, next(here))
    } else {
        Some(one.file.clone())
    }
}

/// The text that takes back what was written for a record.
fn undone(one: &Compared, written: &str) -> Option<String> {
    let revision = next(revision(written));
    match one.here.as_deref() {
        Some(here) if look(here) != Form::Unreadable && !is_tombstone(here) => with_revision(here, revision),
        _ if is_tombstone(written) => None,
        _ => Record::<Event>::stored(revision, None).write().ok(),
    }
}

fn revision(text: &str) -> u64 {
    match look(text) {
        Form::Record(head) => head.revision,
        Form::Newer | Form::Unreadable => 0,
    }
}

fn next(revision: u64) -> u64 {
    (revision + 1).min(MAX_REVISION)
}

/// Events that were folded in the file stay folded: ten years of single keys have no room.
fn put(folded: &mut Archived, single: &mut Vec<(Key, String)>, one: &Compared, text: String) {
    match (&one.key, Record::<Event>::read(&text)) {
        (Key::Event(id), Reading::Record(record)) if one.is_folded => drop(folded.insert(id.clone(), record)),
        _ => single.push((one.key.clone(), text)),
    }
}

fn put_parts(folded: &Archived, writes: &mut Vec<(Key, String)>) {
    let folded: Vec<_> = folded.iter().collect();
    let parts = folded.chunks(MOST).filter_map(|some| pack(some.iter().copied()));
    writes.extend(parts.map(|part| (part.key, part.text)));
}
