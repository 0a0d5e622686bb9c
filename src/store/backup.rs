//! Everything that is kept, as a file to take away, and what such a file brings back.

use std::cell::RefCell;

use alongside_core::records::backup::reminder::{self, Since};
use alongside_core::records::backup::{
    self, ADDITIONAL_DATA, Backup, Encrypted, File, Preview, Refusal, Ticked,
};
use alongside_core::records::copy::{Choice, Side, Texts, choose};
use alongside_core::records::{Key, Record};
use alongside_core::time::Date;
use wasm_bindgen_futures::spawn_local;

use super::{Store, disk, era, lock, meta, second};
use crate::platform::{browser, crypto, files};

/// What takes a restore back.
struct Restored {
    /// How many records are other than before.
    changes: usize,
    era: Option<String>,
    undo: Vec<(Key, String)>,
}

thread_local! {
    /// The last restore, for as long as the app is open.
    static LAST: RefCell<Option<Restored>> = const { RefCell::new(None) };
}

/// What the last restore replaced leaves the memory.
pub(super) fn forget() {
    LAST.set(None);
}

impl Store {
    /// The text of a backup of everything: encrypted by the lock if there is one, else for the passphrase if one is
    /// given. `None` if it can't be encrypted though it must.
    pub(crate) async fn write_backup(self, passphrase: Option<String>) -> Option<String> {
        let by_lock = self.lock_key();
        if self.has_lock() && by_lock.is_none() {
            return None;
        }
        let texts = plain_texts(self).await;
        let plain = backup::write(&texts, self.today_now(), env!("CARGO_PKG_VERSION")).text;
        let (data_key, key) = match (by_lock, passphrase) {
            (Some(keys), _) => keys,
            (None, Some(passphrase)) => crypto::new_key(&passphrase).await.ok()?,
            (None, None) => return Some(plain),
        };
        let sealed = data_key.encrypt(ADDITIONAL_DATA, &plain).await.ok()?;
        let made = Some(self.today_now());
        backup::write_encrypted(&Encrypted { made, key, iv: sealed.iv, body: sealed.body }).ok()
    }

    /// The name of a backup's file. It says nothing to those who see it in a list.
    pub(crate) fn backup_name(self, ending: &str) -> String {
        format!("notes-{}.{ending}", self.today_now())
    }

    /// Offers a backup as a file.
    pub(crate) fn offer_backup(self, text: &str) -> bool {
        files::offer(&self.backup_name("json"), "application/json", text).is_some()
    }

    /// Offers a backup of everything, also of what there was no room for.
    pub(super) fn offer_all(self) {
        spawn_local(async move {
            if let Some(text) = self.write_backup(None).await {
                self.offer_backup(&text);
            }
        });
    }

    /// Notes that the person has a backup now.
    pub(crate) fn note_backup(self) {
        let today = self.today_now();
        self.note(|meta| meta.backup = Some(today));
        self.put_reminder_off();
    }

    /// The day of the last backup. Tracked.
    pub(crate) fn last_backup(self) -> Option<Date> {
        self.disk.track();
        meta::kept().backup
    }

    /// Says whether it is time for a quiet word about a backup. Tracked.
    pub(crate) fn is_backup_due(self) -> bool {
        self.load();
        drop(self.goals());
        self.disk.track();
        let is_kept = disk::get(&Key::Meta).is_some();
        is_kept
            && self
                .with_revisions(|revisions| reminder::is_due(revisions, meta::kept().reminded, self.today()))
    }

    /// The person doesn't want to hear of it now.
    pub(crate) fn put_reminder_off(self) {
        let changes = self.with_revisions(|revisions| revisions.fold(0, u64::saturating_add));
        let since = Since { day: self.today_now(), changes };
        self.note(|meta| meta.reminded = Some(since));
    }

    fn note(self, change: impl FnOnce(&mut meta::Meta)) {
        // Only beside what the person saved.
        if self.is_awake()
            && disk::get(&Key::Meta).is_some()
            && let Ok(text) = meta::changed(change)
        {
            self.disk.write(&Key::Meta, &text);
        }
    }

    /// The revisions of all goals and their days: together, how many changes were ever made to them.
    fn with_revisions<R>(self, read: impl FnOnce(&mut dyn Iterator<Item = u64>) -> R) -> R {
        self.goals.with_records(|goals| {
            self.events.with_records(|events| {
                read(&mut goals.values().map(Record::revision).chain(events.values().map(Record::revision)))
            })
        })
    }

    /// Says what a backup would change here.
    pub(crate) async fn preview(self, backup: &Backup) -> Preview {
        backup::preview(backup, &plain_texts(self).await)
    }

    /// Brings back what a backup holds, and says how many records are other than before; `None` if everything was
    /// erased meanwhile, or the lock has closed.
    pub(crate) async fn restore(self, backup: &Backup, ticked: Ticked) -> Option<usize> {
        // Once more: another tab may have changed something since it was shown.
        let preview = self.preview(backup).await;
        let is_first = disk::get(&Key::Meta).is_none();
        let mut restore = backup::restore(&preview, ticked);
        if !second::keep_aside(self, &restore.set_aside).await {
            restore.writes.retain(|(key, _)| restore.set_aside.iter().all(|(other, _)| other != key));
        }
        if !take_back(self, restore.writes) {
            forget();
            return None;
        }
        if is_first {
            ask_to_promise();
        }
        // Whoever brings a backup has one.
        self.put_reminder_off();
        let changes = backup::changes(&preview, ticked);
        LAST.set(Some(Restored { changes, era: era::own(), undo: restore.undo }));
        Some(changes)
    }

    /// Takes the last restore back; false if everything was erased since.
    pub(crate) fn undo_restore(self) -> bool {
        let last = LAST.take().filter(|last| self.is_awake() && era::own() == last.era);
        last.is_some_and(|last| take_back(self, last.undo))
    }
}

/// How many records the last restore changed, while it can be taken back.
pub(crate) fn last_restore() -> Option<usize> {
    LAST.with_borrow(|last| last.as_ref().map(|last| last.changes))
}

/// Opens a protected backup; `None` if that is not its passphrase, or it was changed.
pub(crate) async fn open(encrypted: &Encrypted, passphrase: &str) -> Option<Result<Backup, Refusal>> {
    let (key, _) = crypto::open_key(&encrypted.key, passphrase).await.ok()?;
    let text = key.decrypt(ADDITIONAL_DATA, &encrypted.iv, &encrypted.body).await.ok()?;
    Some(match backup::read(text.as_bytes()) {
        Ok(File::Backup(backup)) => Ok(backup),
        Ok(File::Encrypted(_)) => Err(Refusal::Damaged),
        Err(refusal) => Err(refusal),
    })
}

/// Asks the browser not to delete by itself what was just saved for the first time.
pub(super) fn ask_to_promise() {
    spawn_local(async {
        browser::ask_to_promise().await;
    });
}

/// Everything that is kept, so that anybody can read it: the first copy, what it had no room for, and what only the
/// second copy has.
async fn plain_texts(store: Store) -> Texts {
    store.load();
    let mut texts: Texts = disk::texts().into_iter().collect();
    for (key, text) in second::rest().into_iter().chain(second::all().await) {
        let holds = texts.get(&key).is_none_or(|there| second_holds(there, &text));
        if holds {
            texts.insert(key, text);
        }
    }
    lock::plain(texts).await.into_iter().collect()
}

/// Writes plain texts, each unless what is there holds, and shows them; false if everything was erased meanwhile.
fn take_back(store: Store, writes: Vec<(Key, String)>) -> bool {
    store.load();
    if !store.disk.may_write() {
        return false;
    }
    let mut taken = Vec::new();
    for (key, text) in writes {
        if disk::get(&key).is_none_or(|there| second_holds(&there, &text)) {
            store.disk.write(&key, &text);
            taken.push((key.to_string(), text));
        }
    }
    store.take(taken);
    true
}

fn second_holds(first: &str, second: &str) -> bool {
    matches!(choose(first, second), Choice::Holds { side: Side::Second, .. })
}
