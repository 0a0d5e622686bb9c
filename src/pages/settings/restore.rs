//! Bringing back a backup: choose it, see what it would change, then decide. Nothing is written before that.

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::records::backup::{self, Backup, Encrypted, File, MAX_BYTES, Preview, Refusal, Ticked};
use alongside_core::tracker::import::LeftOut;
use leptos::ev::Event;
use wasm_bindgen_futures::spawn_local;

use super::preview::{self, Decided};
use super::{import, part, when_open};
use crate::i18n::t;
use crate::platform::{crypto, files, page};
use crate::store::{Door, Store, last_restore, open_backup, store};
use crate::ui::{field, more};

/// How far it has come.
#[derive(Clone)]
enum Step {
    Asked,
    Working,
    /// The browser could not read the file.
    Unread,
    Refused(Refusal),
    /// It needs its passphrase.
    Locked(Arc<Encrypted>),
    Shown(Arc<Backup>, Arc<Preview>),
    /// So many records are other than before.
    Done(usize),
    Undone,
    /// Everything was erased meanwhile.
    Gone,
}

#[derive(Clone, Copy)]
struct Form {
    store: Store,
    step: RwSignal<Step>,
    pasted: RwSignal<String>,
    passphrase: RwSignal<String>,
    wrong: RwSignal<bool>,
    /// What of another tracker's file was not read.
    left_out: RwSignal<Vec<LeftOut>>,
}

pub(super) fn section() -> View {
    let store = store();
    let form = Form {
        store,
        step: RwSignal::new(first_step()),
        pasted: RwSignal::new(String::new()),
        passphrase: RwSignal::new(String::new()),
        wrong: RwSignal::new(false),
        left_out: RwSignal::new(Vec::new()),
    };
    let keeps = Memo::new(move |_| store.keeps_anything() && store.door() != Door::Closed);
    Effect::new(move |kept_before: Option<bool>| {
        // Another tab erased everything, or the lock closed: what is private leaves the memory.
        let is_gone = kept_before == Some(true) && !keeps.get();
        if is_gone && form.step.with_untracked(|step| matches!(step, Step::Done(_) | Step::Shown(..))) {
            form.step.set(Step::Asked);
        }
        keeps.get()
    });
    let chosen = move |event: Event| {
        if let Some(file) = files::chosen(&event) {
            read_file(form, file);
        }
    };
    let content = move || {
        view! {
            <p>{t::restore_lead()}</p>
            <p class="soft">{t::import_lead()}</p>
            <div class="actions">
                <label class="btn file"><input type="file" on:change=chosen/>{t::restore_choose()}</label>
            </div>
            {more(t::restore_paste(), pasting(form))}
            <div role="status">{move || form.step.with(said)}</div>
            {move || form.step.with(|step| asked(form, step))}
        }
    };
    part("restore", t::restore_title(), when_open(content))
}

fn pasting(form: Form) -> View {
    view! {
        {field("pasted", t::restore_text()).area(form.pasted)}
        <div class="actions">
            <button type="button" class="btn" on:click=move |_| read_pasted(form)>{t::restore_look()}</button>
        </div>
    }
}

/// Where one begins: what was restored last can still be taken back.
fn first_step() -> Step {
    last_restore().map_or(Step::Asked, Step::Done)
}

/// What is said in a sentence.
fn said(step: &Step) -> Option<View> {
    let words = match step {
        Step::Working => t::load_waiting().to_owned(),
        Step::Unread => refusal(t::refused_unread(), t::refused_try_again()),
        Step::Refused(why) => refused(*why),
        Step::Done(changes) => t::restore_done(*changes as i64),
        Step::Undone => t::restore_undone().to_owned(),
        Step::Gone => t::restore_gone().to_owned(),
        Step::Asked | Step::Locked(_) | Step::Shown(..) => return None,
    };
    let class =
        if matches!(step, Step::Unread | Step::Refused(_)) { "notice attention" } else { "notice info" };
    Some(view! { <p class=class>{words}</p> })
}

/// What the person is asked then.
fn asked(form: Form, step: &Step) -> Option<View> {
    match step {
        Step::Locked(file) => Some(passphrase(form, file)),
        Step::Shown(backup, preview) => {
            let backup = backup.clone();
            let left_out = form.left_out.with_untracked(|all| import::left_out(all));
            let shown = preview::shown(backup.made, preview, move |decided| match decided {
                Decided::Restore(ticked) => restore(form, backup.clone(), ticked),
                Decided::NotNow => {
                    form.step.set(first_step());
                    page::focus("#restore");
                }
            });
            Some(view! { {shown} {left_out} })
        }
        Step::Done(_) => Some(view! {
            <div class="actions">
                <button type="button" class="btn" on:click=move |_| undo(form)>{t::toast_undo()}</button>
            </div>
        }),
        _ => None,
    }
}

/// What it is, that nothing was changed, and what to do.
fn refused(why: Refusal) -> String {
    match why {
        Refusal::Empty => refusal(t::refused_empty(), t::refused_try_another()),
        Refusal::TooLarge => refusal(t::refused_too_large(), t::refused_look_for()),
        Refusal::NotABackup => refusal(t::refused_not_a_backup(), t::refused_look_for()),
        Refusal::OtherApp => refusal(t::refused_other_app(), t::refused_look_for()),
        Refusal::Newer => refusal(t::refused_newer(), t::refused_load()),
        Refusal::TooDeep => refusal(t::refused_too_deep(), t::refused_look_for()),
        Refusal::Cut => refusal(t::refused_cut(), t::refused_copy()),
        Refusal::Damaged => refusal(t::refused_damaged(), t::refused_try_another()),
    }
}

fn refusal(what: &str, advice: &str) -> String {
    format!("{what} {} {advice}", t::refused_nothing())
}

/// A file that is too long for any backup is refused before it is read.
fn read_file(form: Form, file: files::Chosen) {
    if file.size() > MAX_BYTES as f64 {
        return form.step.set(Step::Refused(Refusal::TooLarge));
    }
    form.step.set(Step::Working);
    spawn_local(async move {
        match file.bytes().await {
            Some(bytes) => read(form, &bytes).await,
            None => drop(form.step.try_set(Step::Unread)),
        }
    });
}

fn read_pasted(form: Form) {
    let text = form.pasted.get_untracked();
    form.step.set(Step::Working);
    spawn_local(async move { read(form, text.as_bytes()).await });
}

async fn read(form: Form, bytes: &[u8]) {
    let _ = form.left_out.try_set(Vec::new());
    let step = match backup::read(bytes) {
        Ok(File::Backup(backup)) => return show(form, backup).await,
        Ok(File::Encrypted(encrypted)) => {
            let _ = form.passphrase.try_set(String::new());
            let _ = form.wrong.try_set(false);
            page::focus("#file-passphrase");
            Step::Locked(Arc::new(encrypted))
        }
        // It may be what another tracker wrote.
        Err(refusal) => match import::read(form.store, bytes).await {
            Some((backup, left_out)) => {
                let _ = form.left_out.try_set(left_out);
                return show(form, backup).await;
            }
            None => Step::Refused(refusal),
        },
    };
    let _ = form.step.try_set(step);
}

async fn show(form: Form, backup: Backup) {
    let preview = form.store.preview(&backup).await;
    let _ = form.step.try_set(Step::Shown(Arc::new(backup), Arc::new(preview)));
    page::focus("#restore-what");
}

fn passphrase(form: Form, file: &Arc<Encrypted>) -> View {
    if !crypto::is_there() {
        return view! { <p class="notice attention">{t::restore_no_cipher()}</p> };
    }
    let is_busy = RwSignal::new(false);
    let file = file.clone();
    let send = move |event: Event| {
        event.prevent_default();
        if is_busy.get_untracked() {
            return;
        }
        let (file, typed) = (file.clone(), form.passphrase.get_untracked());
        form.wrong.set(false);
        is_busy.set(true);
        spawn_local(async move {
            let opened = open_backup(&file, &typed).await;
            let _ = is_busy.try_set(false);
            match opened {
                Some(Ok(backup)) => show(form, backup).await,
                Some(Err(refusal)) => drop(form.step.try_set(Step::Refused(refusal))),
                None => {
                    let _ = form.wrong.try_set(true);
                    page::focus("#file-passphrase");
                }
            }
        });
    };
    let words = move || is_busy.get().then(t::load_waiting);
    let typed = field("file-passphrase", t::restore_passphrase())
        .hint(words)
        .error(form.wrong, t::restore_wrong())
        .secret(form.passphrase);
    view! {
        <form on:submit=send novalidate>
            {typed}
            <div class="actions">
                <button type="submit" class="btn primary" aria-disabled=move || is_busy.get().then_some("true")>{t::restore_open()}</button>
            </div>
        </form>
    }
}

fn restore(form: Form, backup: Arc<Backup>, ticked: Ticked) {
    form.step.set(Step::Working);
    spawn_local(async move {
        let step = form.store.restore(&backup, ticked).await.map_or(Step::Gone, Step::Done);
        form.store.when_kept(move || {
            let _ = form.step.try_set(step);
            page::focus("#restore");
        });
    });
}

fn undo(form: Form) {
    let is_done = form.store.undo_restore();
    form.store.when_kept(move || {
        let _ = form.step.try_set(if is_done { Step::Undone } else { Step::Gone });
        page::focus("#restore");
    });
}
