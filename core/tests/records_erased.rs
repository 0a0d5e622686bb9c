//! Erasing, with a first copy that forgets its last seconds when the browser is killed, in any mixture.
#![expect(clippy::unwrap_used, reason = "what a test builds is known to be right; if not, it should panic")]

use std::collections::BTreeMap;

use alongside_core::records::copy::{Plan, Texts, join};
use alongside_core::records::erased::{Found, Step, Tab, as_second, at_start, erase, tab};
use alongside_core::records::{Archived, Key};
use proptest::prelude::*;

const META: &str = "alongside:meta";
const ERASED_ERA: &str = "alongside:erased";

/// A copy that keeps for each key what it held since it was last written to disk.
#[derive(Clone, Debug, Default)]
struct First {
    now: Texts,
    since_flush: BTreeMap<String, Vec<Option<String>>>,
}

impl First {
    fn set(&mut self, key: &str, text: Option<&str>) {
        let before = self.now.get(key).cloned();
        self.since_flush.entry(key.to_owned()).or_default().push(before);
        match text {
            Some(text) => drop(self.now.insert(key.to_owned(), text.to_owned())),
            None => drop(self.now.remove(key)),
        }
    }

    fn flush(&mut self) {
        self.since_flush.clear();
    }

    /// Each key comes back as it was at some moment since the last flush, or as it is.
    fn kill(&mut self, dice: &mut Dice) {
        for (key, before) in std::mem::take(&mut self.since_flush) {
            let pick = dice.roll(before.len() + 1);
            match before.get(pick) {
                None => {}
                Some(Some(text)) => drop(self.now.insert(key, text.clone())),
                Some(None) => drop(self.now.remove(&key)),
            }
        }
    }
}

#[derive(Clone, Debug)]
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// The browser's two copies, and how many steps it still has to live.
#[derive(Clone, Debug)]
struct Browser {
    first: First,
    second: Texts,
    is_marked: bool,
    can_reach_second: bool,
    life: usize,
    dice: Dice,
}

struct Killed;
type Lived = Result<(), Killed>;

impl Browser {
    fn new(seed: u64) -> Browser {
        Browser {
            first: First::default(),
            second: Texts::new(),
            is_marked: false,
            can_reach_second: true,
            life: usize::MAX,
            dice: Dice(seed),
        }
    }

    fn live(&mut self) -> Lived {
        if self.life == 0 {
            return Err(Killed);
        }
        self.life -= 1;
        Ok(())
    }

    fn set_first(&mut self, key: &str, text: Option<&str>) -> Lived {
        self.live()?;
        self.first.set(key, text);
        Ok(())
    }

    fn set_second(&mut self, key: &str, text: Option<&str>) -> Lived {
        self.live()?;
        match text {
            Some(text) => drop(self.second.insert(key.to_owned(), text.to_owned())),
            None => drop(self.second.remove(key)),
        }
        Ok(())
    }

    /// Saves a record; when this returns, the person is told that it is kept.
    fn save(&mut self, name: &str, era: &str) -> Lived {
        let meta = format!(r#"{{"v":1,"d":{{"rev":1,"era":"{era}"}}}}"#);
        for (key, text) in [(META.to_owned(), meta), (key(name), text(name))] {
            self.set_first(&key, Some(&text))?;
            if self.can_reach_second {
                self.set_second(&key, Some(&text))?;
            }
        }
        Ok(())
    }

    fn step(&mut self, step: Step) -> Lived {
        match step {
            Step::EmptySecond => {
                self.live()?;
                self.second.clear();
                self.is_marked = true;
                Ok(())
            }
            Step::ClearSecond => {
                let keys: Vec<String> = self.second.keys().cloned().collect();
                keys.iter().try_for_each(|key| self.set_second(key, None))
            }
            // The mark that is seen is there before the other one goes.
            Step::HideMark => self.live().and_then(|()| self.live()),
            Step::TakeSecond => self.run(as_second(&self.first.now, &self.second)),
            Step::ClearFirstAlone => {
                if let Some(era) = era(&self.first.now) {
                    self.set_first(ERASED_ERA, Some(&era))?;
                }
                let keys: Vec<String> =
                    self.first.now.keys().filter(|key| *key != ERASED_ERA).cloned().collect();
                keys.iter().try_for_each(|key| self.set_first(key, None))
            }
            Step::ForgetErasedEra => self.set_first(ERASED_ERA, None),
        }
    }

    fn run(&mut self, plan: Plan) -> Lived {
        for (key, text) in plan.write_first {
            self.set_first(&key, Some(&text))?;
        }
        for (key, text) in plan.write_second {
            self.set_second(&key, Some(&text))?;
        }
        for key in plan.remove_first {
            self.set_first(&key, None)?;
        }
        plan.remove_second.iter().try_for_each(|key| self.set_second(key, None))
    }

    fn erase(&mut self) -> Lived {
        erase(self.can_reach_second).iter().try_for_each(|step| self.step(*step))
    }

    fn start(&mut self) -> Lived {
        if !self.can_reach_second {
            return Ok(());
        }
        let (erased, second) = (self.first.now.get(ERASED_ERA).cloned(), era(&self.second));
        let found =
            Found { is_marked: self.is_marked, erased_era: erased.as_deref(), second_era: second.as_deref() };
        at_start(found).iter().try_for_each(|step| self.step(*step))?;
        self.run(join(&self.first.now, &self.second, &Archived::new()))
    }

    /// Kills the browser and starts it again, also while it is starting.
    fn kill_and_start(&mut self, lives: &[usize]) {
        for life in lives.iter().copied().chain([usize::MAX]) {
            let mut dice = self.dice.clone();
            self.first.kill(&mut dice);
            self.dice = dice;
            self.life = life;
            let _ = self.start();
        }
    }

    fn holds(&self, name: &str) -> (bool, bool) {
        (self.first.now.contains_key(&key(name)), self.second.contains_key(&key(name)))
    }
}

fn key(name: &str) -> String {
    format!("alongside:goal:{name}")
}

fn text(name: &str) -> String {
    format!(r#"{{"v":1,"d":{{"rev":1,"name":"{name}"}}}}"#)
}

fn era(texts: &Texts) -> Option<String> {
    let meta: serde_json::Value = serde_json::from_str(texts.get(META)?).unwrap();
    Some(meta["d"]["era"].as_str()?.to_owned())
}

const BEFORE: [&str; 4] = ["before0", "before1", "before2", "before3"];
const AFTER: [&str; 3] = ["after0", "after1", "after2"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn what_was_erased_stays_erased_and_what_was_saved_after_is_there(
        seed: u64, flushed in 0usize..5, killed_at in 0usize..24, saved in 0usize..4, flush_after: bool,
        starts in prop::collection::vec(0usize..12, 0..3), later in prop::collection::vec(0usize..12, 0..3),
    ) {
        let mut browser = Browser::new(seed);
        for (number, name) in BEFORE.iter().enumerate() {
            let _ = browser.save(name, "era1");
            if number < flushed {
                browser.first.flush();
            }
        }
        browser.life = killed_at;
        let finished = browser.erase().is_ok();
        if !finished {
            let began = browser.is_marked;
            browser.kill_and_start(&starts);
            for name in BEFORE {
                // As before, or erased; nothing between.
                prop_assert_eq!(browser.holds(name), (!began, !began));
            }
        }
        if !browser.is_marked {
            return Ok(());
        }
        browser.life = usize::MAX;
        for name in &AFTER[..saved] {
            let _ = browser.save(name, "era2");
        }
        if flush_after {
            browser.first.flush();
        }
        browser.kill_and_start(&later);
        browser.kill_and_start(&[]);
        for name in BEFORE {
            prop_assert_eq!(browser.holds(name), (false, false));
        }
        for name in &AFTER[..saved] {
            prop_assert_eq!(browser.holds(name), (true, true));
        }
        // Long after, the mark goes, and all is as if nothing had been.
        browser.first.flush();
        browser.is_marked = false;
        browser.kill_and_start(&[]);
        prop_assert!(browser.first.now.keys().all(|key| key == META || key.contains("after")));
        prop_assert!(saved > 0 || (browser.first.now.is_empty() && browser.second.is_empty()));
    }

    #[test]
    fn a_second_copy_that_could_not_be_reached_brings_nothing_back(
        seed: u64, saved in 0usize..4, starts in prop::collection::vec(0usize..12, 0..3), flushed: bool,
    ) {
        let mut browser = Browser::new(seed);
        for name in BEFORE {
            let _ = browser.save(name, "era1");
        }
        browser.can_reach_second = false;
        let _ = browser.erase();
        browser.first.flush();
        for name in &AFTER[..saved] {
            let _ = browser.save(name, "era2");
        }
        browser.first.flush();
        browser.can_reach_second = true;
        browser.kill_and_start(&starts);
        if flushed {
            browser.first.flush();
        }
        let _ = browser.save("late", "era2");
        browser.kill_and_start(&starts);
        for name in BEFORE {
            prop_assert_eq!(browser.holds(name), (false, false));
        }
        for name in AFTER[..saved].iter().chain(&["late"]) {
            prop_assert_eq!(browser.holds(name), (true, true));
        }
        browser.first.flush();
        prop_assert!(!browser.first.now.contains_key(ERASED_ERA));
    }

    #[test]
    fn without_an_erase_a_killed_browser_loses_nothing(
        seed: u64, saves in prop::collection::vec(any::<bool>(), 0..5), starts in prop::collection::vec(0usize..12, 0..3),
    ) {
        let mut browser = Browser::new(seed);
        for (number, flush) in saves.iter().enumerate() {
            let _ = browser.save(&format!("r{number}"), "era1");
            if *flush {
                browser.first.flush();
            }
        }
        browser.kill_and_start(&starts);
        for number in 0..saves.len() {
            prop_assert_eq!(browser.holds(&format!("r{number}")), (true, true));
        }
    }
}

#[test]
fn a_late_tab_forgets_and_writes_nothing_of_before() {
    let mut browser = Browser::new(1);
    let _ = browser.save("before0", "era1");
    let own = era(&browser.first.now);
    let _ = browser.erase();
    assert_eq!(tab(own.as_deref(), era(&browser.first.now).as_deref()), Tab::Forget);
    let _ = browser.save("after0", "era2");
    assert_eq!(tab(own.as_deref(), era(&browser.first.now).as_deref()), Tab::Forget);
    assert!(Key::parse(ERASED_ERA).is_none());
}
