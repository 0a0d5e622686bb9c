//! Runs a target: for a time, for a moment, or again with one input.

use super::mutate::{Input, Rng, mutant};
use super::promises::{Check, Seen};
use std::collections::HashSet;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// How many inputs are kept to go on from, besides the seeds.
const POOL: usize = 2_000;
/// What nothing of [`mutate::LONGEST`](super::mutate::LONGEST) bytes may take twice: a busy machine may pause once.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is fuzzed.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    pub(crate) seeds: Vec<Vec<u8>>,
    pub(crate) check: Box<dyn Fn(&Input) -> Seen>,
}

impl Target {
    /// A format of feeds.
    pub(crate) fn feed(name: &'static str, seeds: Vec<Vec<u8>>, check: Check) -> Target {
        Target { name, seeds, check: Box::new(move |input| check.run(input)) }
    }
}

/// Fuzzes as long as `ALONGSIDE_FUZZ_SECONDS` says, or runs the file `ALONGSIDE_FUZZ_INPUT` again.
pub(crate) fn for_long(target: &Target) {
    if let Some(file) = std::env::var_os("ALONGSIDE_FUZZ_INPUT").map(PathBuf::from) {
        let tidy = file.extension().is_some_and(|extension| extension == "tidy");
        let seen = (target.check)(&Input { bytes: std::fs::read(&file).expect("the file is there"), tidy });
        say(&format!("{}: {} listings of {}", target.name, seen.listings, file.display()));
        return;
    }
    let seconds = number("ALONGSIDE_FUZZ_SECONDS").unwrap_or(600);
    let seed = number("ALONGSIDE_FUZZ_SEED").unwrap_or_else(from_the_clock);
    say(&format!("{}: {seconds} s from ALONGSIDE_FUZZ_SEED={seed}", target.name));
    let end = now() + Duration::from_secs(seconds);
    fuzz(target, seed, |_| now() < end);
}

/// Sees that every seed is read and that fuzzing works, with the same few inputs each time.
pub(crate) fn for_a_moment(target: &Target) {
    for seed in &target.seeds {
        let seen = (target.check)(&Input { bytes: seed.clone(), tidy: true });
        assert!(seen.listings > 0, "{} has a seed of which nothing is read", target.name);
    }
    fuzz(target, 1, |runs| runs < 40);
}

fn fuzz(target: &Target, seed: u64, goes_on: impl Fn(u64) -> bool) {
    let mut rng = Rng::new(seed);
    let mut pool: Vec<Input> =
        target.seeds.iter().map(|bytes| Input { bytes: bytes.clone(), tidy: true }).collect();
    let (mut seen_before, mut runs, mut with_listings) = (HashSet::new(), 0, 0);
    while goes_on(runs) {
        let input = mutant(&mut rng, &pool, target.seeds.len());
        let seen = check(target, &input);
        runs += 1;
        with_listings += u64::from(seen.listings > 0);
        // What led somewhere new is worth going on from.
        if seen_before.insert(seen.what) && pool.len() < target.seeds.len() + POOL {
            pool.push(input);
        }
    }
    say(&format!(
        "{}: {runs} inputs, {with_listings} of them gave listings, {} different outcomes",
        target.name,
        seen_before.len()
    ));
}

/// Checks an input; keeps it if it breaks a promise.
fn check(target: &Target, input: &Input) -> Seen {
    let in_time = || {
        let started = now();
        let seen = (target.check)(input);
        (started.elapsed() < PATIENCE).then_some(seen)
    };
    let outcome =
        catch_unwind(AssertUnwindSafe(|| in_time().or_else(in_time).expect("it is read in seconds")));
    outcome.unwrap_or_else(|panic| {
        let file = keep(target.name, input);
        say(&format!(
            "{name}: a promise is broken. The input is in {file}. To run it again:\n  \
             ALONGSIDE_FUZZ_INPUT={file} cargo test -p alongside-core --profile fuzz --test fuzz_readers \
             {name} -- --ignored",
            name = target.name,
            file = file.display()
        ));
        resume_unwind(panic)
    })
}

fn keep(name: &str, input: &Input) -> PathBuf {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/fuzz"));
    std::fs::create_dir_all(&folder).expect("a folder for the input");
    let kind = if input.tidy { "tidy" } else { "raw" };
    let file = folder.canonicalize().expect("it is there").join(format!("{name}-{:x}.{kind}", input.hash()));
    std::fs::write(&file, &input.bytes).expect("room for the input");
    file
}

/// Not by a macro: what those print is held back until a test fails, and lost when a stack overflows.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[expect(clippy::disallowed_methods, reason = "a test has a clock of its own")]
fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "each run goes where none has gone")]
fn from_the_clock() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(1, |since| since.as_nanos() as u64)
}
