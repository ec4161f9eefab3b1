//! What all workers together have done.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use fidius::ErrorKind;

/// How many wrong answers are kept as text.
const KEPT: usize = 20;

/// With so many wrong answers there is no sense in going on.
const ENOUGH: u64 = 1000;

#[derive(Default)]
pub struct Tally {
    calls: AtomicU64,
    /// Calls that failed as they should, and those whose future was dropped.
    failed: AtomicU64,
    dropped: AtomicU64,
    /// Calls without an answer because a destructor before them was too slow.
    late: AtomicU64,
    kinds: Mutex<BTreeMap<ErrorKind, u64>>,
    actions: Mutex<BTreeMap<&'static str, u64>>,
    wrong: AtomicU64,
    texts: Mutex<Vec<String>>,
}

impl Tally {
    /// A call answered.
    pub fn answered(&self) {
        self.calls.fetch_add(1, Relaxed);
    }

    /// A call failed, as it should.
    pub fn failed(&self, kind: ErrorKind) {
        self.calls.fetch_add(1, Relaxed);
        self.failed.fetch_add(1, Relaxed);
        *locked(&self.kinds).entry(kind).or_default() += 1;
    }

    /// The future of a call was dropped, as it should.
    pub fn dropped(&self) {
        self.calls.fetch_add(1, Relaxed);
        self.failed.fetch_add(1, Relaxed);
        self.dropped.fetch_add(1, Relaxed);
    }

    /// A destructor was too slow.
    pub fn late(&self) {
        self.calls.fetch_add(1, Relaxed);
        self.late.fetch_add(1, Relaxed);
    }

    /// How many were.
    pub fn lates(&self) -> u64 {
        self.late.load(Relaxed)
    }

    /// Something was not as it should be.
    pub fn wrong(&self, text: String) {
        self.wrong.fetch_add(1, Relaxed);
        let mut texts = locked(&self.texts);
        if texts.len() < KEPT {
            texts.push(text);
        }
    }

    /// So many actions of this name were done.
    pub fn acted(&self, name: &'static str, times: u64) {
        *locked(&self.actions).entry(name).or_default() += times;
    }

    /// Whether the next call should fail, for one in a hundred to do so.
    pub fn is_due(&self) -> bool {
        self.failed.load(Relaxed) * 100 < self.calls()
    }

    pub fn calls(&self) -> u64 {
        self.calls.load(Relaxed)
    }

    pub fn failures(&self) -> u64 {
        self.failed.load(Relaxed)
    }

    /// Calls whose future was dropped.
    pub fn drops(&self) -> u64 {
        self.dropped.load(Relaxed)
    }

    pub fn kinds(&self) -> BTreeMap<ErrorKind, u64> {
        locked(&self.kinds).clone()
    }

    pub fn actions(&self) -> BTreeMap<&'static str, u64> {
        locked(&self.actions).clone()
    }

    pub fn is_hopeless(&self) -> bool {
        self.wrong.load(Relaxed) >= ENOUGH
    }

    /// How many wrong answers there were, and the texts of the first of them.
    pub fn mistakes(&self) -> (u64, Vec<String>) {
        (self.wrong.load(Relaxed), locked(&self.texts).clone())
    }
}

/// A worker that panics leaves nothing half done here.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_call_in_a_hundred_is_to_fail() {
        let tally = Tally::default();
        for _ in 0..10_000 {
            if tally.is_due() {
                tally.failed(ErrorKind::Trap);
            } else {
                tally.answered();
            }
        }
        assert_eq!(tally.calls(), 10_000);
        assert_eq!(tally.failures(), 100);
        assert_eq!(tally.kinds(), BTreeMap::from([(ErrorKind::Trap, 100)]));
    }

    #[test]
    fn mistakes_are_counted_and_the_first_kept() {
        let tally = Tally::default();
        for n in 0..ENOUGH {
            assert!(!tally.is_hopeless());
            tally.wrong(n.to_string());
        }
        assert!(tally.is_hopeless());
        let (count, texts) = tally.mistakes();
        assert_eq!((count, texts.len()), (ENOUGH, KEPT));
        assert_eq!(texts[0], "0");
    }
}
