use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;

use crate::{Error, ErrorKind};

/// What a plugin's instances and failures add up to: what [`Plugin::counters`](crate::Plugin::counters) returns.
///
/// A plugin that fails again and again shows here. It is called all the same, and no call is ever repeated: what to make of it is the
/// host's decision.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Counters {
    /// Instances that are alive, those of pools, sessions and handles, and spare ones, included.
    pub instances: usize,
    /// Calls that wait for an instance.
    pub waiting: usize,
    /// Instances that are ready for calls to come, where the host asked for spare ones.
    pub spares: usize,
    /// Calls that failed on the host's side since the plugin was loaded. An error that the guest answers with is none.
    pub failures: u64,
    /// Those of them since the last call that did not fail.
    pub consecutive_failures: u64,
    /// Those of them by their kind; kinds without any are left out.
    pub failures_by_kind: BTreeMap<ErrorKind, u64>,
    /// The last of them.
    pub last_failure: Option<Error>,
    /// Async calls that were dropped before they were over, for want of patience for instance. They are no failures.
    pub dropped: u64,
}

/// The failures of one plugin's calls. Calls that do not fail must not pay for it: they read one number.
#[derive(Default)]
pub(crate) struct Failures {
    consecutive: AtomicU64,
    dropped: AtomicU64,
    all: Mutex<All>,
}

#[derive(Default)]
struct All {
    by_kind: BTreeMap<ErrorKind, u64>,
    last: Option<Error>,
}

impl Failures {
    /// Takes note of the outcome of a call.
    #[inline]
    pub(crate) fn note<R>(&self, result: Result<R, Error>) -> Result<R, Error> {
        match &result {
            Ok(_) => {
                if self.consecutive.load(Ordering::Relaxed) != 0 {
                    self.consecutive.store(0, Ordering::Relaxed);
                }
            }
            Err(error) => self.add(error),
        }
        result
    }

    /// Takes note of what keeps a call from being made.
    pub(crate) fn note_error<R>(&self, result: Result<R, Error>) -> Result<R, Error> {
        if let Err(error) = &result {
            self.add(error);
        }
        result
    }

    /// Takes note of a call that nobody waits for any more.
    #[cold]
    pub(crate) fn note_dropped(&self) {
        self.dropped.fetch_add(1, Ordering::Relaxed);
    }

    #[cold]
    fn add(&self, error: &Error) {
        self.consecutive.fetch_add(1, Ordering::Relaxed);
        let mut all = self.all.lock();
        *all.by_kind.entry(error.kind()).or_default() += 1;
        all.last = Some(error.clone());
    }

    pub(crate) fn counters(&self, instances: usize, waiting: usize, spares: usize) -> Counters {
        let all = self.all.lock();
        Counters {
            instances,
            waiting,
            spares,
            failures: all.by_kind.values().sum(),
            consecutive_failures: self.consecutive.load(Ordering::Relaxed),
            failures_by_kind: all.by_kind.clone(),
            last_failure: all.last.clone(),
            dropped: self.dropped.load(Ordering::Relaxed),
        }
    }
}
