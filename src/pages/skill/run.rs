//! A tool that is being used: its state as a signal, told the time, kept in the history entry.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Machine, Session};
use leptos::prelude::{Update as _, on_cleanup, use_context};

use crate::platform::awake::keep_awake;
use crate::platform::{address, clock, timing};

/// How often what runs is drawn anew. Nothing is counted in these: each time the clock is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawn {
    /// Every frame, for what moves.
    EachFrame,
    /// Four times a second, for what is counted in seconds.
    Often,
}

const OFTEN_MS: u64 = 250;

/// In the context of a page whose tool begins at once.
#[derive(Clone, Copy)]
pub(in crate::pages) struct AtOnce;

/// A tool that is being used.
pub(super) struct Run<M: Machine> {
    pub(super) session: RwSignal<Session<M>>,
    now: RwSignal<i64>,
    drawn: Drawn,
    /// Which start of the clock is the one that counts.
    started: StoredValue<u32>,
    skill: StoredValue<String>,
}

#[expect(clippy::expl_impl_clone_on_copy, reason = "a derived one would ask that the machine is copied, too")]
impl<M: Machine> Clone for Run<M> {
    fn clone(&self) -> Run<M> {
        *self
    }
}

impl<M: Machine> Copy for Run<M> {}

impl<M: Machine> Run<M> {
    /// Takes up what the history entry has of this skill, or begins anew.
    pub(super) fn open(skill: &Skill, drawn: Drawn) -> Run<M> {
        let id = skill.id.0.clone();
        let mut session = Session::from_text(&id, &address::state().unwrap_or_default());
        if use_context::<AtOnce>().is_some() {
            session.begin(clock::now_ms());
        }
        let run = Run {
            session: RwSignal::new(session),
            now: RwSignal::new(clock::now_ms()),
            drawn,
            started: StoredValue::new(0),
            skill: StoredValue::new(id),
        };
        on_cleanup(|| keep_awake(false));
        run.follow();
        run
    }

    /// Reads the state and the time. Tracked.
    pub(super) fn get<T>(self, read: impl FnOnce(&M, i64) -> T) -> T {
        let now = self.now.get();
        self.session.with(|session| read(&session.state, now))
    }

    /// Changes the state at this moment.
    pub(super) fn change(self, change: impl FnOnce(&mut M, i64)) {
        self.edit(|session, now| change(&mut session.state, now));
    }

    /// Changes the session at this moment, and keeps it in the history entry.
    pub(super) fn edit(self, change: impl FnOnce(&mut Session<M>, i64)) {
        let now = clock::now_ms();
        self.now.set(now);
        self.session.update(|session| change(session, now));
        address::keep_state(&self.session.with_untracked(Session::to_text));
        self.follow();
    }

    /// Begins anew.
    pub(super) fn start_over(self) {
        self.edit(|session, _| *session = self.skill.with_value(|skill| Session::new(skill)));
    }

    /// Runs a function each time the answer becomes true.
    pub(super) fn when(
        self,
        is: impl Fn(&M, i64) -> bool + Send + Sync + 'static,
        then: impl Fn() + 'static,
    ) {
        let is = Memo::new(move |_| self.get(&is));
        Effect::new(move |_| {
            if is.get() {
                then();
            }
        });
    }

    /// Follows the clock while the machine runs.
    fn follow(self) {
        let runs = self.session.with_untracked(|session| session.state.runs());
        keep_awake(runs);
        let number = self.started.get_value().wrapping_add(1);
        self.started.set_value(number);
        if runs {
            self.tick(number);
        }
    }

    fn tick(self, number: u32) {
        let again = move || {
            // The page may be gone, or the machine stopped.
            if leptos::prelude::ReadValue::try_read_value(&self.started).map(|held| *held) == Some(number) {
                self.now.set(clock::now_ms());
                self.tick(number);
            }
        };
        match self.drawn {
            Drawn::EachFrame => timing::next_frame(again),
            Drawn::Often => timing::after(OFTEN_MS, again),
        }
    }
}

/// Minutes and seconds: `4:05`.
pub(super) fn time_words(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
