//! What another tracker wrote: read as goals and days of ours, and brought in the way a backup is.

use crate::view::prelude::*;
use alongside_core::records::backup::{self, Backup, File};
use alongside_core::tracker::import::{Import, LeftOut, Part, Why, loop_habits, sobriety_json, zip};

use crate::i18n::t;
use crate::platform::{clock, intl, unpack};
use crate::store::Store;
use crate::ui::more;

/// The files of Loop's archive that are read.
const LOOP_FILES: [&str; 2] = ["Habits.csv", "/Checkmarks.csv"];
/// What was not read is listed up to here, then counted.
const LISTED: usize = 50;

/// Reads a file of another tracker; `None` if it is of none that is known.
pub(super) async fn read(store: Store, bytes: &[u8]) -> Option<(Backup, Vec<LeftOut>)> {
    let today = untrack(|| store.today());
    let mut import = if zip::is_zip(bytes) {
        let mut texts = Vec::new();
        for file in zip::files(bytes, &LOOP_FILES)? {
            let unpacked = if file.is_deflated {
                unpack::inflate(file.bytes, zip::LARGEST_FILE).await?
            } else {
                file.bytes.to_vec()
            };
            texts.push((file.path, String::from_utf8(unpacked).ok()?));
        }
        let parts: Vec<Part<'_>> = texts.iter().map(|(path, text)| Part { path, text }).collect();
        loop_habits(&parts, today)?
    } else {
        sobriety_json(std::str::from_utf8(bytes).ok()?, today, clock::offset_minutes())?
    };
    import.place_after(&untrack(|| store.goals()));
    as_backup(import, today)
}

fn as_backup(import: Import, today: alongside_core::time::Date) -> Option<(Backup, Vec<LeftOut>)> {
    let text = backup::write(&import.texts(), today, "").text;
    match backup::read(text.as_bytes()) {
        Ok(File::Backup(read)) => Some((Backup { made: None, ..read }, import.left_out)),
        _ => None,
    }
}

/// What was not read, each with its reason.
pub(super) fn left_out(all: &[LeftOut]) -> View {
    if all.is_empty() {
        return ().into_view();
    }
    let rows = all.iter().take(LISTED).map(|one| {
        let why = match one.why {
            Why::NoName => t::import_no_name(),
            Why::NoDay => t::import_no_day(),
            Why::NoValue => t::import_no_value(),
            Why::OtherSchedule => t::import_other_schedule(),
            Why::NoDays => t::import_no_days(),
        };
        let what = [one.goal.as_str(), one.what.as_str()];
        let what: Vec<&str> = what.into_iter().filter(|words| !words.is_empty()).collect();
        let what: String = what.join(": ").chars().take(200).collect();
        view! { <li><bdi>{what}</bdi>" – "{why}</li> }
    });
    let rest = all.len().saturating_sub(LISTED);
    let rest = (rest > 0).then(|| view! { <li>{t::import_more(&intl::number(rest as i64))}</li> });
    let list = view! { <ul class="left-out">{rows.collect_view()}{rest}</ul> };
    more(t::import_left_out(all.len() as i64), list)
}
