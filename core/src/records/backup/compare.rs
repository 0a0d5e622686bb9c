//! What a restore would change: each record of the file beside the one that is here.

use std::collections::BTreeMap;

use super::Backup;
use super::text::with_revision;
use crate::json::Node;
use crate::records::archive::read_part;
use crate::records::copy::{Choice, Side, Texts, choose};
use crate::records::form::{Body, Form, look};
use crate::records::migrate::{Opened, open};
use crate::records::{GoalId, Key, Reading, Record};
use crate::tracker::Event;

/// How a record of the file stands to the one that is here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It is not here yet.
    New,
    /// The file has a later one.
    NewerInFile,
    /// What is here is later, and stays.
    OlderInFile,
    /// It is here already.
    Same,
    /// It was deleted here. It stays deleted unless the person ticks it.
    DeletedHere,
    /// It was deleted after what is here was saved.
    DeletedInFile,
    /// It was deleted, and isn't here either. Only the mark is taken over.
    Gone,
}

/// One record of the file beside the one that is here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Compared {
    /// Its key.
    pub key: Key,
    /// How the two stand to each other.
    pub state: State,
    /// The person's own name for it, if it has one.
    pub name: Option<String>,
    /// The goal of an event.
    pub goal: Option<GoalId>,
    pub(super) file: String,
    pub(super) here: Option<String>,
    pub(super) is_folded: bool,
}

/// What a restore would change. Settings are among the records, and stay as they are unless ticked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Preview {
    /// Every record of the file, by the order of the keys; events of archive parts one by one.
    pub records: Vec<Compared>,
    /// What of the file can't be taken.
    pub left_out: LeftOut,
}

/// What of the file can't be taken, and how much.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LeftOut {
    /// Keys that are not ours.
    pub unknown: usize,
    /// Records of a newer version.
    pub newer: usize,
    /// Texts and entries that are no records.
    pub unreadable: usize,
}

/// How many records are in each state.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts([usize; 7]);

/// One goal of the file, for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoalLine {
    /// The goal.
    pub id: GoalId,
    /// The person's own name for it.
    pub name: Option<String>,
    /// How the goal itself stands; `None` if the file has only events of it.
    pub state: Option<State>,
    /// Its events.
    pub events: Counts,
}

impl Counts {
    /// Gives how many records are in a state.
    pub fn of(self, state: State) -> usize {
        self.0[state as usize]
    }

    fn add(&mut self, state: State) {
        self.0[state as usize] += 1;
    }
}

impl Preview {
    /// Counts the records; settings left out.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        self.records.iter().filter(|one| one.key != Key::Settings).for_each(|one| counts.add(one.state));
        counts
    }

    /// Counts what belongs to no goal: saved listings, entries of the plan, check-ins and skills that were done.
    pub fn others(&self) -> Counts {
        let is_other = |one: &&Compared| match one.key {
            Key::Saved(_) | Key::Plan(_) => true,
            // A tombstone doesn't say whose it was.
            Key::Event(_) => one.goal.is_none() && !is_tombstone(&one.file),
            _ => false,
        };
        let mut counts = Counts::default();
        self.records.iter().filter(is_other).for_each(|one| counts.add(one.state));
        counts
    }

    /// How the settings of the file stand to those that are here.
    pub fn settings(&self) -> Option<State> {
        self.records.iter().find(|one| one.key == Key::Settings).map(|one| one.state)
    }

    /// The goals of the file with their events, by the order of their ids.
    pub fn goals(&self) -> Vec<GoalLine> {
        let mut lines: BTreeMap<&GoalId, GoalLine> = BTreeMap::new();
        for one in &self.records {
            let ((Key::Goal(id), _) | (_, Some(id))) = (&one.key, &one.goal) else { continue };
            let line = lines.entry(id).or_insert_with(|| GoalLine {
                id: id.clone(),
                name: None,
                state: None,
                events: Counts::default(),
            });
            if matches!(one.key, Key::Goal(_)) {
                (line.name, line.state) = (one.name.clone(), Some(one.state));
            } else {
                line.events.add(one.state);
            }
        }
        lines.into_values().collect()
    }
}

/// Compares a backup with what is here. All texts must be decrypted.
pub fn preview(backup: &Backup, here: &Texts) -> Preview {
    let mut left_out = LeftOut { unknown: backup.unknown, ..LeftOut::default() };
    let file = spread(&backup.records, Some(&mut left_out));
    let mut here = spread(here, None);
    let records = file.into_iter().map(|(key, held)| {
        let here = here.remove(&key);
        let state = state(&held.text, here.as_ref().map(|here| here.text.as_str()));
        let named = |held: &Held| name_of(&key, &held.text);
        let name = named(&held).or_else(|| here.as_ref().and_then(named));
        let goal = held.goal.or_else(|| here.as_ref().and_then(|here| here.goal.clone()));
        let here = here.map(|here| here.text);
        Compared { key, state, name, goal, file: held.text, here, is_folded: held.is_folded }
    });
    Preview { records: records.collect(), left_out }
}

fn state(file: &str, here: Option<&str>) -> State {
    let is_deleted = is_tombstone(file);
    let Some(here) = here else { return if is_deleted { State::Gone } else { State::New } };
    let holds = choose(here, file);
    let file_holds = matches!(holds, Choice::Holds { side: Side::Second, .. });
    match (look(here), is_deleted) {
        (Form::Newer, _) => State::OlderInFile,
        (Form::Unreadable, true) => State::Gone,
        (Form::Unreadable, false) => State::New,
        (Form::Record(head), false) if head.body == Body::Tombstone => State::DeletedHere,
        (Form::Record(head), true) if head.body == Body::Tombstone => {
            if file_holds {
                State::Gone
            } else {
                State::Same
            }
        }
        (Form::Record(_), true) => {
            if file_holds {
                State::DeletedInFile
            } else {
                State::OlderInFile
            }
        }
        (Form::Record(head), false) => {
            if file_holds {
                State::NewerInFile
            } else if with_revision(file, head.revision).as_deref() == Some(here) {
                State::Same
            } else {
                State::OlderInFile
            }
        }
    }
}

pub(super) fn is_tombstone(text: &str) -> bool {
    matches!(look(text), Form::Record(head) if head.body == Body::Tombstone)
}

/// One text, wherever it was kept.
struct Held {
    text: String,
    goal: Option<GoalId>,
    is_folded: bool,
}

/// Gives every record by its key, and the events of archive parts as if each had a key of its own. What can't be
/// taken is counted and left out if somebody counts; else it stands for itself.
fn spread(texts: &Texts, mut left_out: Option<&mut LeftOut>) -> BTreeMap<Key, Held> {
    let mut spread = BTreeMap::new();
    for (key, text) in texts {
        let Some(key) = Key::parse(key) else { continue };
        let opened = match open(&key, text) {
            Opened::Text(text) if !is_encrypted(&text) => Some(text.into_owned()),
            Opened::Newer => {
                if let Some(left_out) = &mut left_out {
                    left_out.newer += 1;
                }
                None
            }
            Opened::Text(_) | Opened::Unreadable => {
                if let Some(left_out) = &mut left_out {
                    left_out.unreadable += 1;
                }
                None
            }
        };
        match (opened, &key) {
            (Some(text), Key::Archive(_)) => spread_part(&mut spread, &text, left_out.as_deref_mut()),
            (Some(text), Key::Event(_)) => {
                let goal = match Record::<Event>::read(&text) {
                    Reading::Record(record) => record.into_content().and_then(|event| event.goal),
                    Reading::Newer | Reading::Unreadable => None,
                };
                hold(&mut spread, key, Held { text, goal, is_folded: false });
            }
            (Some(text), _) => hold(&mut spread, key, Held { text, goal: None, is_folded: false }),
            (None, Key::Archive(_)) => {}
            (None, _) if left_out.is_none() => {
                hold(&mut spread, key, Held { text: text.clone(), goal: None, is_folded: false });
            }
            (None, _) => {}
        }
    }
    spread
}

fn spread_part(spread: &mut BTreeMap<Key, Held>, text: &str, left_out: Option<&mut LeftOut>) {
    let part = read_part(text);
    if let Some(left_out) = left_out {
        left_out.unreadable += part.as_ref().map_or(1, |part| part.unreadable);
    }
    for (id, record) in part.unwrap_or_default().events {
        if let Ok(text) = record.write() {
            let goal = record.into_content().and_then(|event| event.goal);
            hold(spread, Key::Event(id), Held { text, goal, is_folded: true });
        }
    }
}

/// Joins a text with the one that is held under its key already.
fn hold(spread: &mut BTreeMap<Key, Held>, key: Key, mut held: Held) {
    if let Some(before) = spread.remove(&key) {
        let is_folded = held.is_folded || before.is_folded;
        if !matches!(choose(&before.text, &held.text), Choice::Holds { side: Side::Second, .. }) {
            held = before;
        }
        held.is_folded = is_folded;
    }
    spread.insert(key, held);
}

fn is_encrypted(text: &str) -> bool {
    matches!(look(text), Form::Record(head) if matches!(head.body, Body::Encrypted(_)))
}

fn name_of(key: &Key, text: &str) -> Option<String> {
    match key {
        Key::Goal(_) | Key::Saved(_) | Key::Plan(_) => {
            let record = Node::parse(text).ok()?;
            Some(record.get("d")?.get("name")?.text()?.to_owned())
        }
        _ => None,
    }
}
