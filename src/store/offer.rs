//! Everything that is kept, as a file to take away.

use alongside_core::records::backup;
use alongside_core::records::copy::Texts;

use super::{Store, disk, second};
use crate::platform::files;

impl Store {
    /// Offers a backup of everything, also of what there was no room for.
    pub(super) fn offer_all(self) {
        let mut texts: Texts = disk::texts().into_iter().collect();
        texts.extend(second::rest());
        let today = self.today_now();
        let written = backup::write(&texts, today, env!("CARGO_PKG_VERSION"));
        let _ = files::offer(&format!("alongside-{today}.json"), "application/json", &written.text);
    }
}
